//! The dataset's files: rows that are told apart by some of their cells, laid over those of an earlier run.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use toml::{Table, Value};
use tpm_path::dataset::schema::directive;

use crate::cells::MARKS;
use crate::replace::replace;

/// Where the schemas of our dataset stand, seen from its folder.
const SCHEMAS: &str = "../docs/schema";

/// What a file is like.
pub struct Shape {
    /// Where it is; OCCUPATION stands for a code.
    pub path: &'static str,
    /// What its comment says; OCCUPATION stands for a code and TITLE for its title.
    pub about: &'static str,
    /// What its array of rows is called.
    pub array: &'static str,
    /// Which cells tell rows apart, in the order to sort by.
    pub key: &'static [usize],
    /// What the cells are called; lists of places and sectors do not say it.
    pub columns: fn() -> Vec<&'static str>,
    /// Whether a row is a table, of which empty cells are left out; else it is an array.
    pub tables: bool,
}

/// Rows by what tells them apart.
type Rows = BTreeMap<Vec<Key>, Vec<Value>>;

/// A cell to sort by: groups of occupations are before others, states before places with longer codes.
type Key = (bool, usize, String);

/// What files are to say, by path: what they are like, their comments and rows.
#[derive(Default)]
pub struct Files(BTreeMap<String, (&'static Shape, String, Rows)>);

impl Files {
    /// Adds a row; tells whether no earlier one said otherwise under the same key.
    pub fn add(&mut self, shape: &'static Shape, names: [&str; 2], row: Vec<Value>) -> bool {
        let [occupation, title] = names;
        let fill = |text: &str| text.replace("OCCUPATION", occupation).replace("TITLE", title);
        let empty = (shape, String::new(), Rows::new());
        let (_, about, rows) = self.0.entry(fill(shape.path)).or_insert(empty);
        *about = fill(shape.about);
        rows.insert(shape.key(&row), row.clone()).is_none_or(|earlier| earlier == row)
    }

    /// Replaces the files in a folder that do not say so yet; counts these and the others.
    pub fn write(self, folder: &Path) -> Result<(usize, usize)> {
        let mut texts = Vec::new();
        let total = self.0.len();
        for (path, (shape, about, mut new)) in self.0 {
            let schema = directive(&format!("wages/{path}"), SCHEMAS);
            let path = folder.join(path);
            let shown = || path.display().to_string();
            let known = match fs::read_to_string(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
                text => text.with_context(shown)?.replace("\r\n", "\n"),
            };
            let mut rows = shape.parse(&known).with_context(shown)?;
            rows.append(&mut new);
            let about: String = about.lines().map(|line| format!("# {line}\n")).collect();
            let ours = "# Written by `cargo run --example bls`.\n";
            // A dataset of one's own has its schemas elsewhere than ours.
            let first = known.lines().next().filter(|line| line.starts_with("#:schema "));
            let schema = first.unwrap_or(&schema);
            let text = format!("{schema}\n{about}{ours}{}", shape.text(&rows));
            if known != text {
                texts.push((path, text));
            }
        }
        for (path, text) in &texts {
            replace(path, text).with_context(|| format!("{}: not written", path.display()))?;
        }
        Ok((texts.len(), total - texts.len()))
    }
}

impl Shape {
    fn key(&self, row: &[Value]) -> Vec<Key> {
        let key = |cell: &Value| {
            let text = cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
            let length = text.split('-').next().map_or(0, str::len);
            (!text.ends_with("-0000"), length, text)
        };
        self.key.iter().filter_map(|&index| row.get(index)).map(key).collect()
    }

    /// Reads the rows of an earlier run; what would not be written again would be lost, and is an error.
    fn parse(&self, text: &str) -> Result<Rows> {
        let ours = "this program did not write that; repair the file or move it away";
        let table: Table = toml::from_str(text).context(ours)?;
        let columns = (self.columns)();
        let mut rows = Rows::new();
        for row in table.get(self.array).and_then(Value::as_array).into_iter().flatten() {
            let field = |name| row.get(name).cloned().unwrap_or_else(|| Value::from(""));
            let row = match row {
                Value::Array(cells) => cells.clone(),
                _ => columns.iter().map(field).collect(),
            };
            rows.insert(self.key(&row), row);
        }
        let comments = text.strip_suffix(self.text(&rows).as_str());
        let fine = comments.is_some_and(|text| text.lines().all(|line| line.starts_with('#')));
        ensure!(fine || text.is_empty(), ours);
        Ok(rows)
    }

    /// Writes rows and all that stands before them but the comment.
    fn text(&self, rows: &Rows) -> String {
        let (array, columns) = (self.array, (self.columns)());
        if self.tables {
            let fields = |row: &Vec<Value>| -> String {
                let filled = columns.iter().zip(row).filter(|(_, cell)| cell.as_str() != Some(""));
                filled.map(|(name, cell)| format!("{name} = {cell}\n")).collect()
            };
            return rows.values().map(|row| format!("\n[[{array}]]\n{}", fields(row))).collect();
        }
        let mut text = String::new();
        if !columns.is_empty() {
            let columns = Value::from(columns);
            text += &format!("currency = \"USD\"\nperiod = \"year\"\ncolumns = {columns}\n");
        }
        let used = |sign| rows.values().flatten().any(|cell| cell.as_str() == Some(sign));
        let marks = MARKS.into_iter().filter(|[_, sign, _]| used(sign));
        let marks = marks.map(|[_, sign, meaning]| format!("\"{sign}\" = \"{meaning}\""));
        let marks: Vec<String> = marks.collect();
        if !marks.is_empty() {
            text += &format!("missing = {{ {} }}\n", marks.join(", "));
        }
        let line = |row: &Vec<Value>| format!("  {},\n", Value::from(row.clone()));
        let lines: String = rows.values().map(line).collect();
        text + &format!("{array} = [\n{lines}]\n")
    }
}
