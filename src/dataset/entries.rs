//! A dataset as entries of nouns with fields, whatever the nouns are: what exports and comparisons go through.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::{self, File, Layer};
use super::nouns::{Home, NOUNS, Noun};
use super::reading::kind;
use super::shape::Kind;
use super::wages_file;

/// One value as it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Scalar {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Another number.
    Real(f64),
}

impl Scalar {
    /// As text.
    pub fn text(&self) -> String {
        match self {
            Scalar::Text(text) => text.clone(),
            Scalar::Whole(number) => number.to_string(),
            Scalar::Real(number) => number.to_string(),
        }
    }
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One value.
    One(Scalar),
    /// Several.
    List(Vec<Scalar>),
    /// A table.
    Table(Fields),
    /// Several tables.
    Tables(Vec<Fields>),
}

/// Fields in the order in which they are written.
pub type Fields = Vec<(String, Value)>;

/// An entry of a noun.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The noun.
    pub noun: &'static Noun,
    /// What tells it from others of its noun.
    pub key: Vec<String>,
    /// What it says.
    pub fields: Fields,
}

impl Entry {
    /// What an entry of a later layer shares with those of earlier ones whose place it takes.
    fn place(&self) -> Vec<&String> {
        let keys = self.noun.keys.iter().zip(&self.key);
        keys.filter(|(name, _)| self.noun.layered.contains(name)).map(|(_, part)| part).collect()
    }
}

/// The field of a name.
pub fn field<'a>(fields: &'a Fields, name: &str) -> Option<&'a Value> {
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// The values of a field, none where it isn't there.
pub fn scalars(fields: &Fields, name: &str) -> Vec<Scalar> {
    match field(fields, name) {
        Some(Value::One(one)) => vec![one.clone()],
        Some(Value::List(all)) => all.clone(),
        _ => Vec::new(),
    }
}

/// Every entry of the layers, noun by noun; an entry replaces an earlier layer's of the same key.
///
/// # Errors
/// Says which file could not be read, or is no TOML.
pub fn entries(layers: &[Layer]) -> anyhow::Result<Vec<Entry>> {
    let mut all: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    for layer in layers {
        let mut added: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
        for file in files::read(layer)? {
            let table = DeTable::parse(&file.text).map_err(|_| {
                anyhow::anyhow!("`{}` is no TOML: `dataset check` shows where", file.path)
            })?;
            for (number, noun) in NOUNS.iter().enumerate() {
                let found = of_noun(noun, &file, table.get_ref());
                added.entry(number).or_default().extend(found);
            }
        }
        for (noun, added) in added {
            overlay(all.entry(noun).or_default(), added);
        }
    }
    let mut all: Vec<Entry> = all.into_values().flatten().collect();
    cite_vintages(&mut all);
    Ok(all)
}

fn overlay(entries: &mut Vec<Entry>, added: Vec<Entry>) {
    let replaced: BTreeSet<Vec<&String>> = added.iter().map(Entry::place).collect();
    // Each takes the place of one that it replaces, where there is one of its key.
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut kept: Vec<Option<Entry>> = Vec::new();
    for entry in std::mem::take(entries) {
        match replaced.contains(&entry.place()) {
            true => {
                known.insert(entry.key.clone(), kept.len());
                kept.push(None);
            }
            false => kept.push(Some(entry)),
        }
    }
    drop(replaced);
    for entry in added {
        match known.get(&entry.key) {
            Some(index) => kept[*index] = Some(entry),
            None => kept.push(Some(entry)),
        }
    }
    entries.extend(kept.into_iter().flatten());
}

/// Puts the source of its vintage beside each row of wages.
fn cite_vintages(entries: &mut [Entry]) {
    let vintages = entries.iter().filter(|entry| entry.noun.name == "vintages");
    let sources: BTreeMap<String, Scalar> = vintages
        .filter_map(|entry| {
            let year = scalars(&entry.fields, "year").first()?.text();
            Some((year, scalars(&entry.fields, "source").first()?.clone()))
        })
        .collect();
    for entry in entries.iter_mut().filter(|entry| matches!(entry.noun.home, Home::Wages(_))) {
        let source = entry.key.get(1).and_then(|year| sources.get(year)).cloned();
        entry.fields.push(("sources".to_owned(), Value::List(source.into_iter().collect())));
    }
}

fn of_noun(noun: &'static Noun, file: &File, table: &DeTable<'_>) -> Vec<Entry> {
    let array = |table: &DeTable<'_>, name: &str| -> Vec<Fields> {
        let items = table.get(name).and_then(|value| value.get_ref().as_array());
        items
            .into_iter()
            .flatten()
            .filter_map(|item| Some(fields(item.get_ref().as_table()?)))
            .collect()
    };
    let found = match noun.home {
        Home::About if file.name == "dataset.toml" => vec![fields(table)],
        Home::About => Vec::new(),
        Home::Tables(name) => array(table, name),
        Home::Rows(name, columns) => rows(table, name, columns),
        Home::Block(block, name, columns) => {
            let inside = table.get(block).and_then(|block| block.get_ref().as_table());
            let sources = inside.and_then(|block| value(block.get("sources")?.get_ref()));
            let mut found = inside.map_or_else(Vec::new, |block| rows(block, name, columns));
            for fields in &mut found {
                fields.extend(sources.clone().map(|sources| ("sources".to_owned(), sources)));
            }
            found
        }
        Home::Wages(folder) => wages(folder, file, table),
    };
    let keyed = found.into_iter().map(|fields| {
        let key = noun.keys.iter().map(|name| {
            let parts: Vec<String> = scalars(&fields, name).iter().map(Scalar::text).collect();
            parts.join("; ")
        });
        Entry { noun, key: key.collect(), fields }
    });
    keyed.collect()
}

/// Rows as fields.
fn rows(table: &DeTable<'_>, name: &str, columns: &[&str]) -> Vec<Fields> {
    let rows = table.get(name).and_then(|value| value.get_ref().as_array());
    let rows = rows.into_iter().flatten().filter_map(|row| row.get_ref().as_array());
    let named = rows.map(|row| {
        let mut cells = row.iter().filter_map(|cell| scalar(cell.get_ref()));
        let fields = columns.iter().filter_map(|column| match column.strip_suffix('…') {
            Some(column) => Some((column.to_owned(), Value::List(cells.by_ref().collect()))),
            None => Some(((*column).to_owned(), Value::One(cells.next()?))),
        });
        fields.collect()
    });
    named.collect()
}

/// Rows of wages as fields; a cell without a figure is left out, and `missing` says why.
fn wages(folder: &str, file: &File, table: &DeTable<'_>) -> Vec<Fields> {
    let own = wages_file(&file.name).filter(|(inside, _)| *inside == folder);
    let own = own.filter(|_| kind(&file.name, table) == Kind::Wages);
    let Some((_, occupation)) = own else { return Vec::new() };
    let columns = table.get("columns").and_then(|value| value.get_ref().as_array());
    let columns: Vec<&str> =
        columns.into_iter().flatten().filter_map(|name| name.get_ref().as_str()).collect();
    let marks = table.get("missing").and_then(|value| value.get_ref().as_table());
    let marks: Fields = marks.map(fields).unwrap_or_default();
    let mut all = rows(table, "rows", &columns);
    for row in &mut all {
        let mut reasons = Vec::new();
        row.retain(|(column, value)| {
            let Value::One(Scalar::Text(mark)) = value else { return true };
            let reason = scalars(&marks, mark).first().map(Scalar::text);
            let reason = reason.map(|reason| Scalar::Text(format!("{column}: {reason}")));
            let known = reason.is_none();
            reasons.extend(reason);
            known
        });
        row.insert(0, ("occupation".to_owned(), Value::One(Scalar::Text(occupation.to_owned()))));
        if !reasons.is_empty() {
            row.push(("missing".to_owned(), Value::List(reasons)));
        }
    }
    all
}

fn fields(table: &DeTable<'_>) -> Fields {
    let mut placed: Vec<(usize, (String, Value))> = table
        .iter()
        .filter_map(|(key, inner)| {
            Some((key.span().start, (key.get_ref().to_string(), value(inner.get_ref())?)))
        })
        .collect();
    placed.sort_by_key(|(start, _)| *start);
    placed.into_iter().map(|(_, field)| field).collect()
}

fn value(value: &DeValue<'_>) -> Option<Value> {
    match value {
        DeValue::Table(table) => Some(Value::Table(fields(table))),
        DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()) => {
            let tables = items.iter().filter_map(|item| item.get_ref().as_table());
            Some(Value::Tables(tables.map(fields).collect()))
        }
        DeValue::Array(items) => {
            Some(Value::List(items.iter().map(Spanned::get_ref).filter_map(scalar).collect()))
        }
        other => Some(Value::One(scalar(other)?)),
    }
}

fn scalar(value: &DeValue<'_>) -> Option<Scalar> {
    Some(match value {
        DeValue::String(text) => Scalar::Text(text.to_string()),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            Scalar::Whole(i64::from_str_radix(&digits, number.radix()).ok()?)
        }
        DeValue::Float(number) => Scalar::Real(number.as_str().replace('_', "").parse().ok()?),
        DeValue::Boolean(flag) => Scalar::Text(flag.to_string()),
        DeValue::Datetime(date) => Scalar::Text(date.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}
