//! `dataset …`: what was written, and what differs. Each file is one command; none knows files or the data.

pub mod diff;
pub mod export;
pub mod init;
pub mod schema;

use serde::Serialize;

use super::cell::Cell;

/// A value of a dataset as it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Datum {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Another number.
    Real(f64),
}

/// The values of a field as a cell.
pub fn data(values: &[Datum]) -> Cell {
    let cell = |value: &Datum| match value {
        Datum::Text(text) => Cell::text(text.as_str()),
        Datum::Whole(number) => Cell::Number(*number as f64),
        Datum::Real(number) => Cell::Number(*number),
    };
    match values {
        [] => Cell::Empty,
        [one] => cell(one),
        several => Cell::List(several.iter().map(cell).collect()),
    }
}
