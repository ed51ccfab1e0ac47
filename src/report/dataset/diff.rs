//! `dataset diff`: what was added, removed and changed from one dataset to another. Knows no file.

use std::collections::BTreeSet;

use serde::Serialize;

use super::data;
use crate::catalog::{Change, Scalar};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said, Verdict};

fn word(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Changed => "changed",
    }
}

/// One difference.
#[derive(Debug, Serialize)]
pub struct DiffRow {
    /// What happened.
    pub change: Change,
    /// Of what.
    pub noun: &'static str,
    /// Its id, or what else it is known by.
    pub id: String,
    /// The field that differs, where the entry changed.
    pub field: Option<String>,
    /// What the old dataset says.
    pub old: Vec<Scalar>,
    /// What the new one says.
    pub new: Vec<Scalar>,
    /// Who says so in the old one.
    pub old_sources: Vec<Scalar>,
    /// Who says so in the new one.
    pub new_sources: Vec<Scalar>,
}

impl Tabular for DiffRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("change", "Change", |row| Cell::text(word(row.change))),
        Column::words("noun", "Of", |row| Cell::text(row.noun)),
        Column::words("id", "Id", |row| Cell::text(row.id.clone())),
        Column::words("field", "Field", |row| Cell::maybe(row.field.clone())),
        Column::words("old", "Old", |row| data(&row.old)),
        Column::words("new", "New", |row| data(&row.new)),
        Column::words("old_sources", "Old sources", |row| data(&row.old_sources)),
        Column::words("new_sources", "New sources", |row| data(&row.new_sources)),
    ];
}

/// How much of a noun differs.
#[derive(Debug, Serialize)]
struct NounRow {
    noun: &'static str,
    added: usize,
    removed: usize,
    changed: usize,
}

impl Tabular for NounRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("noun", "Entries of", |row| Cell::text(row.noun)),
        Column::number("added", "Added", |row| Cell::Count(row.added as u64)),
        Column::number("removed", "Removed", |row| Cell::Count(row.removed as u64)),
        Column::number("changed", "Changed", |row| Cell::Count(row.changed as u64)),
    ];
}

/// What differs between two datasets.
#[derive(Debug, Serialize)]
pub struct Diff {
    #[serde(skip)]
    said: Said,
    old: String,
    new: String,
    #[serde(skip)]
    asked: Asked,
    changes: Rows<DiffRow>,
    nouns: Rows<NounRow>,
}

/// What the exit code is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    ToSee,
    /// Whether the two are the same.
    ToCheck,
}

/// How many differences people see.
const SHOWN: usize = 60;

/// Tells what differs from an old dataset to a new one.
pub fn diff(old: String, new: String, rows: Vec<DiffRow>, asked: Asked) -> Diff {
    let nouns = by_noun(&rows);
    let total = |count: fn(&NounRow) -> usize| nouns.iter().map(count).sum::<usize>();
    let counts = [total(|noun| noun.added), total(|noun| noun.removed), total(|noun| noun.changed)];
    let words = [" added", " removed", " changed"];
    let counted = counts.into_iter().zip(words).filter(|(count, _)| *count > 0);
    let counted = counted.map(|(count, word)| line![Cell::Count(count as u64), word]);
    let answer = match rows.is_empty() {
        true => line![&old, " and ", &new, ": nothing differs"],
        false => line!["From ", &old, " to ", &new, ": "].then(Line::joined(counted, ", ")),
    };
    let hidden = rows.len().saturating_sub(SHOWN);
    let note = (hidden > 0).then(|| {
        Line::counted(hidden, "more difference is", "more differences are")
            .then(line![" left out here; csv and json hold all"])
    });
    Diff {
        said: Said::from(answer).noting(note),
        old,
        new,
        asked,
        changes: Rows::new("changes", Layout::Table, rows).glimpsed(SHOWN),
        nouns: Rows::new("nouns", Layout::Table, nouns).under(line!["How many entries, by noun"]),
    }
}

fn by_noun(rows: &[DiffRow]) -> Vec<NounRow> {
    let mut nouns: Vec<NounRow> = Vec::new();
    // An entry with several changed fields is one changed entry.
    let mut seen = BTreeSet::new();
    for row in rows {
        if nouns.last().is_none_or(|last| last.noun != row.noun) {
            nouns.push(NounRow { noun: row.noun, added: 0, removed: 0, changed: 0 });
        }
        let Some(noun) = nouns.last_mut() else { continue };
        match row.change {
            Change::Added => noun.added += 1,
            Change::Removed => noun.removed += 1,
            Change::Changed if seen.insert((row.noun, &row.id)) => noun.changed += 1,
            Change::Changed => (),
        }
    }
    nouns
}

impl Report for Diff {
    fn name(&self) -> &'static str {
        "dataset-diff"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.changes, &mut self.nouns]
    }

    fn verdict(&self) -> Verdict {
        match self.asked == Asked::ToCheck && !self.changes.rows.is_empty() {
            true => Verdict::No,
            false => Verdict::Answered,
        }
    }
}
