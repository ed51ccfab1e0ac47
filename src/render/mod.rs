//! How it looks: one file per format, and the only `match` on a format. Knows neither catalog nor query.

mod ascii;
mod chart;
mod csv;
mod human;
mod json;
mod jsonl;
mod layout;
mod markdown;
mod plain;
mod table;
mod timeline;

use std::io::{self, Write};

use crate::report::cell::Cell;
use crate::report::{Document, Report};

use ascii::ascii;
pub use human::{clean, command_text};

/// How an answer can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Aligned columns for a terminal.
    Table,
    /// `label: value` lines that read well aloud.
    Plain,
    /// The whole answer for programs.
    Json,
    /// One row a line.
    Jsonl,
    /// Comma-separated values.
    Csv,
    /// Markdown.
    Md,
}

impl Format {
    /// Whether only people read it.
    pub fn is_for_people(self) -> bool {
        matches!(self, Format::Table | Format::Plain | Format::Md)
    }

    /// Every format, with the word for it.
    pub const ALL: [(&'static str, Format); 6] = [
        ("table", Format::Table),
        ("plain", Format::Plain),
        ("json", Format::Json),
        ("jsonl", Format::Jsonl),
        ("csv", Format::Csv),
        ("md", Format::Md),
    ];
}

impl Format {
    /// The format of a word, without case.
    pub fn named(word: &str) -> Option<Format> {
        let named = Self::ALL.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        named.map(|(_, format)| *format)
    }
}

/// The signs that may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// Any.
    Unicode,
    /// Only ASCII.
    Ascii,
}

/// Whether colour and weight may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// They may.
    On,
    /// Nothing but text.
    Off,
}

/// Whether notes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notes {
    /// They are.
    Shown,
    /// They are not.
    Hidden,
}

/// What a format needs to know about where it is read.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Columns of text.
    pub width: usize,
    /// Colour or none.
    pub colour: Colour,
    /// Which signs.
    pub charset: Charset,
    /// Notes or none.
    pub notes: Notes,
}

/// Writes one row on a line of its own, as `Format::Jsonl` does.
///
/// # Errors
/// When the output cannot be written.
pub fn record(row: &impl serde::Serialize, out: &mut dyn Write) -> io::Result<()> {
    jsonl::one(row, out)
}

/// Writes a table of comma-separated values.
///
/// # Errors
/// When the output cannot be written.
pub fn csv_table(
    columns: &[String],
    rows: impl Iterator<Item = Vec<Cell>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    csv::table(columns.iter().map(String::as_str), rows, out)
}

/// Writes an answer in a format.
///
/// # Errors
/// When the output cannot be written.
pub fn render(
    format: Format,
    document: &Document<'_>,
    report: &mut dyn Report,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => table::write(document, style, out),
        Format::Plain => plain::write(document, style, out),
        Format::Json => json::write(document, report, style, out),
        Format::Jsonl => jsonl::write(document, report, out),
        Format::Csv => csv::write(document, out),
        Format::Md => markdown::write(document, style, out),
    }
}
