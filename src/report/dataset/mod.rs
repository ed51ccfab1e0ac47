//! `dataset …`: what was written, and what differs. Each file is one command; none knows files or the data.

pub mod diff;
pub mod export;
pub mod init;
pub mod schema;

use super::cell::Cell;
use crate::catalog::Scalar;

/// The values of a field as a cell.
pub fn data(values: &[Scalar]) -> Cell {
    let cell = |value: &Scalar| match value {
        Scalar::Text(text) => Cell::text(text.clone()),
        Scalar::Whole(number) => Cell::Number(*number as f64),
        Scalar::Real(number) => Cell::Number(*number),
    };
    match values {
        [] => Cell::Empty,
        [one] => cell(one),
        several => Cell::List(several.iter().map(cell).collect()),
    }
}
