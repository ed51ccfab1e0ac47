//! `find`: everything that mentions some words, with the command that shows it. Knows no format.

use serde::{Serialize, Serializer};

use super::cell::{Cell, Line, line};
use super::command::showing;
use super::sheet::{Column, Layout, Rows, Table, Tabular};
use super::{Report, Said};
use crate::catalog::{Catalog, Citation, Entry, Target, Text, distinct};
use crate::query::search;

/// One place that mentions the words.
#[derive(Debug, Serialize)]
pub struct HitRow {
    kind: Text,
    title: Text,
    text: Text,
    /// What shows it; told as the command, which most rows never need.
    #[serde(rename = "command", serialize_with = "as_command")]
    target: Target,
    sources: Vec<Citation>,
}

fn as_command<S: Serializer>(target: &Target, serializer: S) -> Result<S::Ok, S::Error> {
    showing(target).serialize(serializer)
}

impl From<Entry> for HitRow {
    fn from(entry: Entry) -> Self {
        HitRow {
            kind: entry.kind,
            title: entry.title,
            text: entry.text,
            target: entry.target,
            sources: distinct(entry.sources.into_iter()),
        }
    }
}

impl Tabular for HitRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("kind", "Kind", |row| Cell::text(row.kind)),
        Column::words("title", "Of", |row| Cell::text(row.title)),
        Column::words("text", "Says", |row| Cell::text(row.text)),
        Column::words("command", "Shown by", |row| Cell::Command(showing(&row.target))),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Everything that mentions the words.
#[derive(Debug, Serialize)]
pub struct Find {
    words: String,
    #[serde(skip)]
    said: Said,
    hits: Rows<HitRow>,
    near: Vec<Text>,
}

/// How many entries people see.
const SEEN: usize = 40;

/// Searches every name and text, best first.
pub fn find(catalog: &Catalog, words: &str) -> Find {
    let (hits, near) = search(catalog, words);
    let rows: Vec<HitRow> = hits.into_iter().map(HitRow::from).collect();
    let words = words.to_owned();
    let answer = match (rows.len(), near.is_empty()) {
        (0, true) => line!["Nothing found for `", &words, "`"],
        (0, false) => {
            line![
                "Nothing found for `",
                &words,
                "`; the nearest: ",
                Cell::list(near.iter().map(|title| title.as_str()))
            ]
        }
        (count, _) => {
            Line::counted(count, "entry mentions `", "entries mention `").then(line![&words, "`"])
        }
    };
    let more = rows.len().checked_sub(SEEN).filter(|more| *more > 0);
    let more = more.map(|more| {
        line![Cell::Count(more as u64), " more that fit less well: csv and json hold them"]
    });
    let first = rows.first().map(|row| showing(&row.target));
    Find {
        said: Said::from(answer).noting(more).hinting(first),
        hits: Rows::new("hits", Layout::Table, rows).glimpsed(SEEN),
        near,
        words,
    }
}

impl Report for Find {
    fn name(&self) -> &'static str {
        "find"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.hits]
    }
}
