//! A CSV file as rows of named cells: finds a column under any of its names, and says where a cell is.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use csv::{ErrorKind, Position, Reader, ReaderBuilder, StringRecord, Trim};

/// The names of a file's columns.
pub struct Header {
    path: String,
    names: Vec<String>,
}

/// A CSV file that is read row by row.
pub struct Table {
    /// What its first line says.
    pub header: Header,
    reader: Reader<File>,
}

/// One line of a CSV file.
pub struct Row<'a> {
    header: &'a Header,
    record: &'a StringRecord,
}

impl Header {
    /// Finds the column that has one of the names, the first of them if it can.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|wanted| self.names.iter().position(|name| name == wanted))
    }

    /// Finds the column that has one of the names, or says that there is none.
    pub fn need(&self, names: &[&str]) -> Result<usize> {
        self.find(names).ok_or_else(|| {
            anyhow!("{}, line 1: there is no column `{}`; add it", self.path, names.join("` or `"))
        })
    }

    /// Gives the names that begin with the letters, without these letters.
    pub fn after<'a>(&'a self, letters: &'a str) -> impl Iterator<Item = &'a str> {
        self.names.iter().filter_map(move |name| name.strip_prefix(letters))
    }

    /// Says that something about the first line is wrong.
    pub fn wrong(&self, why: &str) -> anyhow::Error {
        anyhow!("{}, line 1: {why}", self.path)
    }
}

impl Table {
    /// Opens a file and reads its first line.
    pub fn open(path: &Path) -> Result<Self> {
        let path = path.display().to_string();
        let mut reader = ReaderBuilder::new()
            .trim(Trim::All)
            .from_path(&path)
            .with_context(|| format!("{path}: this file cannot be opened"))?;
        let first = reader.headers().map_err(|error| unreadable(&path, &error))?;
        let names = first.iter().map(str::to_lowercase).collect();
        Ok(Self { header: Header { path, names }, reader })
    }

    /// Hands every line after the first one to `take`, until that fails.
    pub fn each(&mut self, mut take: impl FnMut(&Row) -> Result<()>) -> Result<()> {
        let mut record = StringRecord::new();
        let path = &self.header.path;
        while self.reader.read_record(&mut record).map_err(|error| unreadable(path, &error))? {
            take(&Row { header: &self.header, record: &record })?;
        }
        Ok(())
    }
}

impl Row<'_> {
    /// Gives the text of a cell.
    pub fn text(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or_default()
    }

    /// Gives the text of a cell on one line, without control characters, or says that there is none.
    pub fn words(&self, column: usize) -> Result<String> {
        let text = self.text(column).replace(char::is_control, " ");
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.is_empty() {
            true => Err(self.wrong(column, "the cell is empty; fill it")),
            false => Ok(words.join(" ")),
        }
    }

    /// Says where the line is.
    pub fn place(&self) -> String {
        let line = self.record.position().map_or(0, Position::line);
        format!("{}, line {line}", self.header.path)
    }

    /// Says that something about a cell is wrong.
    pub fn wrong(&self, column: usize, why: &str) -> anyhow::Error {
        let name = self.header.names.get(column).map_or("", String::as_str);
        anyhow!("{}, column `{name}`: {why}", self.place())
    }

    /// Says that something about the line is wrong, such as the lack of a column that other lines do not need.
    pub fn lacks(&self, why: &str) -> anyhow::Error {
        anyhow!("{}: {why}", self.place())
    }
}

/// Says where a file cannot be read as CSV, and why.
fn unreadable(path: &str, error: &csv::Error) -> anyhow::Error {
    let line = error.position().map_or(0, Position::line);
    match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => anyhow!(
            "{path}, line {line}: it has {len} cells where line 1 has {expected_len}; \
             put a cell that has commas in quotation marks"
        ),
        ErrorKind::Utf8 { .. } => {
            anyhow!("{path}, line {line}: it is not in UTF-8; save the file as CSV in UTF-8")
        }
        _ => anyhow!("{path}: {error}; make it readable"),
    }
}
