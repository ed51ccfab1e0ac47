//! Where it comes from: reads TOML files and merges layers. Knows neither the career nor what makes data right.

pub mod diagnostic;
mod files;
mod layers;
pub mod raw;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use files::{File, Layer};
use layers::{Position, merge, place};
use raw::{FileIndex, Malformed, Placed, Raw, Span, UnknownKey};

/// The arrays that a file may hold; by habit each stands in the file of its name.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Document {
    sources: Vec<raw::Source>,
    tracks: Vec<raw::Track>,
    levels: Vec<raw::Level>,
    phases: Vec<raw::Phase>,
    roles: Vec<raw::Role>,
    skills: Vec<raw::Skill>,
    certifications: Vec<raw::Certification>,
    alternatives: Vec<raw::Alternatives>,
    evidence: Vec<raw::Evidence>,
    ladders: Vec<raw::Ladder>,
    moves: Vec<raw::Move>,
    related: Option<raw::Related>,
    technology: Option<raw::Technology>,
    survey: Option<raw::Survey>,
    tasks: Vec<raw::Task>,
    topics: Vec<raw::Topic>,
    facts: Vec<raw::Fact>,
    conflicts: Vec<raw::Conflict>,
    vintages: Vec<raw::Vintage>,
    occupations: Vec<raw::Occupation>,
    quotes: Vec<raw::Quote>,
    areas: Vec<raw::Area>,
    place_names: Vec<raw::PlaceNames>,
    industries: Vec<raw::Industry>,
    industry_names: Vec<raw::IndustryNames>,
    projections: Vec<raw::Projection>,
    terms: Vec<raw::Term>,
}

/// Reads the layers and merges them: a later entry replaces an earlier layer's entry of the same id, others are added.
///
/// Text that is no TOML or of another shape, and unknown keys, are kept in the result for the rules to report.
///
/// # Errors
/// Says which folder or file could not be read.
pub fn load(layers: &[Layer]) -> anyhow::Result<Raw> {
    let mut raw = Raw::default();
    for layer in layers {
        let first = raw.files.len();
        for file in files::read(layer)? {
            raw.add(file, first);
        }
    }
    Ok(raw)
}

impl Raw {
    /// Takes in a file of a layer, of which the first file has the number `first`.
    fn add(&mut self, file: File, first: FileIndex) {
        let index = self.files.len();
        let mut ignored = Vec::new();
        let at = Position { file: index, layer: first };
        if let Err(error) = take_in(self, &file, at, &mut ignored) {
            self.malformed.push(Malformed {
                file: index,
                span: error.span().unwrap_or_default(),
                message: error.message().to_owned(),
            });
        }
        self.unknown_keys.extend(unknown_keys(&file.text, index, &ignored));
        self.files.push(file);
    }
}

fn take_in(
    raw: &mut Raw,
    file: &File,
    at: Position,
    ignored: &mut Vec<KeyPath>,
) -> Result<(), toml::de::Error> {
    let text = &file.text;
    if file.name == "dataset.toml" {
        raw.about = Some(Placed { file: at.file, entry: parse(text, ignored)? });
    } else if let Some((wages, occupation)) = wages_of(raw, &file.name) {
        let occupation = Spanned::new(0..0, occupation.to_owned());
        let added = raw::WagesOf { occupation, wages: parse(text, ignored)? };
        // A later layer's rows replace single rows of an earlier one's, which assembly does.
        place(wages, vec![added], &at);
    } else {
        merge(raw, parse(text, ignored)?, &at);
    }
    Ok(())
}

/// Where the wages of a file go, and of which occupation they are; beside them, `wages/` holds files with other names.
fn wages_of<'a>(
    raw: &'a mut Raw,
    name: &'a str,
) -> Option<(&'a mut Vec<Placed<raw::WagesOf>>, &'a str)> {
    let inside = name.strip_prefix("wages/")?.strip_suffix(".toml")?;
    match inside.split_once('/') {
        None if inside.starts_with(|c: char| c.is_ascii_digit()) => {
            Some((&mut raw.market.national_wages, inside))
        }
        Some(("industries", occupation)) => Some((&mut raw.market.industry_wages, occupation)),
        Some(("places", occupation)) => Some((&mut raw.market.place_wages, occupation)),
        _ => None,
    }
}

/// The keys and indices that lead to a value in a TOML document.
type KeyPath = Vec<String>;

fn parse<'text, T: Deserialize<'text>>(
    text: &'text str,
    ignored: &mut Vec<KeyPath>,
) -> Result<T, toml::de::Error> {
    let document = toml::de::Deserializer::parse(text)?;
    serde_ignored::deserialize(document, |path| ignored.push(key_path(&path)))
}

fn key_path(path: &serde_ignored::Path<'_>) -> KeyPath {
    use serde_ignored::Path;
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(index.to_string())),
        Path::Map { parent, key } => (parent, Some(key.clone())),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => (parent, None),
    };
    let mut steps = key_path(parent);
    steps.extend(step);
    steps
}

fn unknown_keys(text: &str, file: FileIndex, paths: &[KeyPath]) -> Vec<UnknownKey> {
    if paths.is_empty() {
        return Vec::new();
    }
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    let places = paths.iter().filter_map(|path| place_of_key(table.get_ref(), path));
    places.map(|(key, span)| UnknownKey { file, span, key }).collect()
}

fn place_of_key(table: &DeTable<'_>, path: &[String]) -> Option<(String, Span)> {
    let (first, rest) = path.split_first()?;
    let (key, value) = table.get_key_value(first.as_str())?;
    if rest.is_empty() {
        return Some((first.clone(), key.span()));
    }
    place_in_value(value.get_ref(), rest)
}

fn place_in_value(value: &DeValue<'_>, path: &[String]) -> Option<(String, Span)> {
    match value {
        DeValue::Table(table) => place_of_key(table, path),
        DeValue::Array(items) => {
            let (index, rest) = path.split_first()?;
            place_in_value(items.get(index.parse::<usize>().ok()?)?.get_ref(), rest)
        }
        _ => None,
    }
}

/// Where the cell of a row stands in a file of wages; the beginning of the file where it holds none such.
pub fn span_of(file: &File, row: usize, cell: usize) -> Span {
    let found = DeTable::parse(&file.text).ok().and_then(|table| {
        let rows = table.get_ref().get("rows")?.get_ref().as_array()?.get(row)?;
        rows.get_ref().as_array()?.get(cell).map(Spanned::span)
    });
    found.unwrap_or_default()
}

/// Every string of every file that is TOML, with its place.
pub fn texts(raw: &Raw) -> Vec<(FileIndex, Span, String)> {
    let mut all = Vec::new();
    for (index, file) in raw.files.iter().enumerate() {
        if let Ok(table) = DeTable::parse(&file.text) {
            table.get_ref().values().for_each(|value| gather(index, value, &mut all));
        }
    }
    all
}

fn gather(file: FileIndex, value: &Spanned<DeValue<'_>>, all: &mut Vec<(FileIndex, Span, String)>) {
    match value.get_ref() {
        DeValue::String(text) => all.push((file, value.span(), text.to_string())),
        DeValue::Array(items) => items.iter().for_each(|item| gather(file, item, all)),
        DeValue::Table(table) => table.values().for_each(|item| gather(file, item, all)),
        _ => (),
    }
}
