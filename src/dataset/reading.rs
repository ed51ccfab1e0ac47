//! Takes a file in: all of it where it is right, and else what can be, with every fault. Knows no meaning.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::files::{File, Unread};
use super::layers::{Position, merge, place, replaced_about, replaced_wages};
use super::raw::{self, FileIndex, Malformed, OddKeys, OddText, Placed, Raw, Span};
use super::salvage::{LeftOut, ids_in, leave_out};
use super::shape::{Keys, Kind, Shape, keys_of};
use super::wages_file;

impl Raw {
    /// Takes in a file of a layer, of which the first file has the number `first`.
    pub(super) fn add(&mut self, file: File, first: FileIndex) {
        let at = Position { file: self.files.len(), layer: first };
        let (table, faults) = DeTable::parse_recoverable(&file.text);
        if faults.is_empty() {
            let keys = keys_of(kind(&file.name, table.get_ref()));
            odd_keys(at.file, table.span(), table.get_ref(), keys, &mut self.odd_keys);
            // What stands under a misspelt key is not there, and not unknown either.
            let unknown = table
                .get_ref()
                .iter()
                .filter(|(key, _)| !keys.known.contains_key(key.get_ref().as_ref()));
            self.lost.extend(unknown.flat_map(|(_, value)| ids_in(value.get_ref())));
            let values = table.get_ref().values();
            values.for_each(|value| odd_texts(at.file, value, &mut self.odd_texts));
            if take_in(self, &file, &at, table).is_err() {
                let (table, _) = DeTable::parse_recoverable(&file.text);
                self.salvage(&file, &at, table);
            }
        } else {
            self.lost.extend(ids_written(&file.text));
            self.report_syntax(&file.text, at.file, &faults);
            // What the rest lacks may be a consequence, so it is not told.
            let _ = take_in(self, &file, &at, table);
        }
        self.files.push(file);
    }

    /// Takes in that a file was not read to its end.
    pub(super) fn add_unread(&mut self, Unread { file, why }: Unread) {
        let (number, end) = (self.files.len(), file.text.len());
        let message = format!("this file cannot be read: {why}");
        self.malformed.push(Malformed { file: number, span: end..end, message });
        self.unread = true;
        self.files.push(file);
    }

    /// Takes in what is right, and reports every fault of what is not.
    fn salvage(&mut self, file: &File, at: &Position, mut table: Spanned<DeTable<'_>>) {
        let kind = kind(&file.name, table.get_ref());
        for LeftOut { faults, id } in leave_out(kind, table.get_mut()) {
            faults.iter().for_each(|fault| self.report_fault(at.file, fault));
            self.lost.extend(id);
        }
        if let Err(fault) = take_in(self, file, at, table) {
            self.report_fault(at.file, &fault);
        }
    }

    fn report_fault(&mut self, file: FileIndex, fault: &Error) {
        let (span, message) = (fault.span().unwrap_or_default(), fault.message().to_owned());
        self.malformed.push(Malformed { file, span, message });
    }

    /// Reports faults of the text, one a line, up to where a bracket stays open: what comes later comes of that.
    fn report_syntax(&mut self, text: &str, file: FileIndex, faults: &[Error]) {
        let mut seen = None;
        for fault in faults {
            let start = fault.span().unwrap_or_default().start;
            let between = seen.map(|seen| text.as_bytes().get(seen..start).unwrap_or_default());
            if between.is_none_or(|between| between.contains(&b'\n')) {
                self.report_fault(file, fault);
            }
            if fault.message().contains("comma") || fault.message().contains("unclosed") {
                return;
            }
            seen = Some(start);
        }
    }
}

/// Gathers the texts in a value that are blank, or hold other signs than those of ASCII.
fn odd_texts(file: FileIndex, value: &Spanned<DeValue<'_>>, found: &mut Vec<OddText>) {
    match value.get_ref() {
        DeValue::String(text) => {
            let plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
            if !plain || text.trim().is_empty() {
                found.push(OddText { file, span: value.span(), text: text.to_string() });
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| odd_texts(file, item, found)),
        DeValue::Table(table) => table.values().for_each(|item| odd_texts(file, item, found)),
        _ => (),
    }
}

/// What a file holds, by its kind.
pub(super) enum Held {
    About(Box<raw::About>),
    Wages(raw::Wages),
    Entries(Box<super::Document>),
}

/// What a file of a kind holds, where it is as documented.
pub(super) fn held(kind: Kind, table: Spanned<DeTable<'_>>) -> Result<Held, Error> {
    let table = Deserializer::from(table);
    Ok(match kind {
        Kind::Dataset => Held::About(Box::new(raw::About::deserialize(table)?)),
        Kind::Wages => Held::Wages(raw::Wages::deserialize(table)?),
        Kind::Entries => Held::Entries(Box::new(super::Document::deserialize(table)?)),
    })
}

fn take_in(
    raw: &mut Raw,
    file: &File,
    at: &Position,
    table: Spanned<DeTable<'_>>,
) -> Result<(), Error> {
    let kind = kind(&file.name, table.get_ref());
    match held(kind, table)? {
        Held::About(entry) => {
            let about = Placed { file: at.file, entry: *entry };
            raw.overrides.extend(replaced_about(raw.about.as_ref(), &about));
            raw.about = Some(about);
        }
        Held::Wages(rows) => {
            // Only files that are named after an occupation are of this kind.
            let Some((folder, id)) = wages_file(&file.name) else { return Ok(()) };
            let (noun, wages) = wages_in(&mut raw.market, folder);
            let occupation = raw::Spanned::new(0..0, id.to_owned());
            let added = raw::WagesOf { occupation, wages: rows };
            // A later layer's rows replace single rows of an earlier one's, which assembly does.
            raw.overrides.extend(replaced_wages(noun, wages, id, at));
            place(wages, vec![added], at);
        }
        Held::Entries(document) => merge(raw, *document, at),
    }
    Ok(())
}

/// What kind of file one is: by its name, and beside the nation's wages by what it holds.
pub(super) fn kind(name: &str, table: &DeTable<'_>) -> Kind {
    match wages_file(name) {
        None if name == "dataset.toml" => Kind::Dataset,
        None => Kind::Entries,
        Some(("", occupation)) => {
            let rows = ["columns", "rows"].iter().any(|key| table.contains_key(*key));
            let code = occupation.starts_with(|sign: char| sign.is_ascii_digit());
            if code || rows { Kind::Wages } else { Kind::Entries }
        }
        Some(_) => Kind::Wages,
    }
}

/// Where the wages of a folder go, and what they are called.
fn wages_in<'a>(
    market: &'a mut raw::Market,
    folder: &str,
) -> (&'static str, &'a mut Vec<Placed<raw::WagesOf>>) {
    match folder {
        "industries" => ("wages by industry", &mut market.industry_wages),
        "places" => ("wages by place", &mut market.place_wages),
        _ => ("wages", &mut market.national_wages),
    }
}

/// The ids that a text seems to define, for a text that is no TOML.
fn ids_written(text: &str) -> impl Iterator<Item = String> {
    let values = text.lines().filter_map(|line| line.trim_start().strip_prefix("id"));
    values.filter_map(|rest| {
        let quoted = rest.trim_start().strip_prefix('=')?.trim_start().strip_prefix('"')?;
        Some(quoted.split_once('"')?.0.to_owned())
    })
}

/// Gathers the tables with keys that they do not take, or without keys that they need: one, and those inside it.
fn odd_keys(
    file: FileIndex,
    span: Span,
    table: &DeTable<'_>,
    keys: &'static Keys,
    found: &mut Vec<OddKeys>,
) {
    let unknown = table.keys().filter(|key| !keys.known.contains_key(key.get_ref().as_ref()));
    let unknown: Vec<_> = unknown.map(|key| (key.span(), key.get_ref().to_string())).collect();
    let missing = keys.required.iter().map(String::as_str);
    let missing: Vec<_> = missing.filter(|key| !table.contains_key(*key)).collect();
    if !unknown.is_empty() || !missing.is_empty() {
        found.push(OddKeys { file, span, unknown, missing, keys });
    }
    for (key, value) in table {
        let (keys, tables) = match (keys.known.get(key.get_ref().as_ref()), value.get_ref()) {
            (Some(Shape::Table(keys)), DeValue::Table(_)) => (keys, std::slice::from_ref(value)),
            (Some(Shape::Tables(keys)), DeValue::Array(items)) => (keys, &items[..]),
            _ => continue,
        };
        for value in tables {
            if let DeValue::Table(table) = value.get_ref() {
                odd_keys(file, value.span(), table, keys, found);
            }
        }
    }
}
