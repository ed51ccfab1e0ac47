//! `wages/` as it is written: vintages, occupations, quotes, and the wages of an occupation. Knows no meaning.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::{Spanned, Statement, Text};

/// A release of wages.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Vintage {
    /// The year of its reference month.
    pub year: Spanned<u32>,
    /// How people name it.
    pub title: Text,
    /// A source's id.
    pub source: Text,
    /// The wage from which on it says only `at least`.
    pub top_code: Option<u32>,
}

/// A population that wages are published for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Occupation {
    /// Its code.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Who is counted.
    pub counts: Statement,
}

/// A pay figure that a guide quotes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quote {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub about: Text,
    /// One figure.
    pub amount: Option<u32>,
    /// The lower of two.
    pub low: Option<u32>,
    /// The upper of two.
    pub high: Option<u32>,
    /// A level's id.
    pub level: Option<Text>,
    /// The percentile that it stands for; 50 for a median.
    pub percentile: Option<Spanned<f64>>,
    /// `USD`.
    pub currency: Option<Text>,
    /// `year`.
    pub period: Option<Text>,
    /// Which population it describes.
    pub scope: Text,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// A file of wages, with the occupation after which it is named.
#[derive(Debug)]
pub struct WagesOf {
    /// An occupation's id.
    pub occupation: Text,
    /// What the file holds.
    pub wages: Wages,
}

/// Wages of one occupation: in the nation, in its industries, or in its places.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Wages {
    /// `USD`.
    pub currency: Option<Text>,
    /// `year`.
    pub period: Option<Text>,
    /// What the cells of a row are.
    pub columns: Spanned<Vec<String>>,
    /// What the marks of cells without a figure stand for.
    #[serde(default)]
    pub missing: BTreeMap<String, Text>,
    /// A row a vintage and, if they have it, industry or place.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a row of wages, as written; `dataset::cells` finds its place where one has to be shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// A whole number.
    Number(i64),
    /// An id, `>=208000`, or a mark of `missing`.
    Text(String),
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellVisitor;
        impl Visitor<'_> for CellVisitor {
            type Value = Cell;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a whole number or a string such as \">=208000\"")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Cell, E> {
                Ok(Cell::Number(number))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell::Text(text.to_owned()))
            }
        }
        deserializer.deserialize_any(CellVisitor)
    }
}
