//! What is the same, gained and lost, an aspect at a time. Knows not what is compared.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Catalog, Citation, Text, distinct};
use crate::query::{Change, Difference, Feature, Subject, differences};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Column, Layout, Rows, Tabular};

/// An aspect under which things are compared.
pub(super) struct Aspect<'a> {
    /// What people call it.
    title: &'static str,
    /// How much of it people see.
    length: Length,
    /// What is told of each thing; `None` where nothing is.
    told: Vec<Option<Vec<Feature>>>,
    /// The things.
    of: &'a [Subject<'a>],
}

/// What is told of a thing under an aspect; `None` where nothing is.
pub(super) type Told<T> = fn(&Catalog, &T) -> Option<Vec<Feature>>;

/// The aspects of a list, with what is told of each of some things under them.
pub(super) fn aspects<'a, T>(
    catalog: &Catalog,
    list: &[(&'static str, Length, Told<T>)],
    things: &[&T],
    of: &'a [Subject<'a>],
) -> Vec<Aspect<'a>> {
    let aspect = |(title, length, told): &(&'static str, Length, Told<T>)| Aspect {
        title,
        length: *length,
        told: things.iter().map(|thing| told(catalog, thing)).collect(),
        of,
    };
    list.iter().map(aspect).collect()
}

/// How much of an aspect people see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// All that is gained or lost.
    Full,
    /// The first few.
    Brief,
}

/// Something of which it is told what becomes of it.
#[derive(Debug, Serialize)]
struct Entry {
    text: Text,
    inferred: Option<Text>,
    held_by: Vec<Text>,
    sources: Vec<Citation>,
}

/// What one aspect keeps, gains or loses.
#[derive(Debug, Serialize)]
pub(super) struct ChangeRow {
    aspect: &'static str,
    change: Change,
    entries: Vec<Entry>,
    #[serde(skip)]
    length: Length,
    #[serde(skip)]
    several: bool,
    sources: Vec<Citation>,
}

impl ChangeRow {
    pub(super) fn change(&self) -> Change {
        self.change
    }

    pub(super) fn entries(&self) -> usize {
        self.entries.len()
    }

    fn words(&self) -> Cell {
        let lines = self.entries.iter().map(|entry| self.line(entry));
        match (self.change, self.length) {
            (Change::Same, _) | (_, Length::Brief) => {
                Cell::Brief(lines.map(|line| Cell::sentences([line])).collect())
            }
            _ => Cell::sentences(lines),
        }
    }

    fn line(&self, entry: &Entry) -> Line {
        let mut words = line![&entry.text];
        if entry.inferred.is_some() {
            words = words.then(line![" (inferred)"]);
        }
        if self.several && self.change != Change::Same {
            let held_by = Cell::list(entry.held_by.iter().copied());
            words = words.then(line![" (", held_by, ")"]);
        }
        words
    }
}

impl Tabular for ChangeRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("aspect", "Aspect", |row| Cell::text(row.aspect)),
        Column::words("change", "Is", |row| Cell::text(row.change.word())),
        Column::words("entries", "What", ChangeRow::words),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// The rows of some aspects.
pub(super) fn changes(aspects: &[Aspect<'_>]) -> Rows<ChangeRow> {
    let rows = aspects.iter().flat_map(rows_of).collect();
    Rows::new("changes", Layout::Table, rows).under(line!["What is the same, gained and lost"])
}

fn rows_of(aspect: &Aspect<'_>) -> Vec<ChangeRow> {
    let numbered = aspect.told.iter().enumerate();
    let told: Vec<usize> = numbered.filter(|(_, of)| of.is_some()).map(|(n, _)| n).collect();
    let held: Vec<&Vec<Feature>> = aspect.told.iter().flatten().collect();
    let title = |number: usize| aspect.of[number].title();
    // Gained and lost are told from the first: where nothing is told of it, neither can be.
    let comparable = held.len() > 1 && told.first() == Some(&0);
    let all = if comparable { differences(&held) } else { Vec::new() };
    let mut entries: BTreeMap<Change, Vec<Entry>> = BTreeMap::new();
    for Difference { feature, change, held_by } in all {
        entries.entry(change).or_default().push(Entry {
            text: feature.words,
            inferred: feature.inferred,
            held_by: held_by.into_iter().map(|place| title(told[place])).collect(),
            sources: feature.sources,
        });
    }
    entries.into_iter().map(|(change, entries)| row(aspect, change, entries)).collect()
}

fn row(aspect: &Aspect<'_>, change: Change, entries: Vec<Entry>) -> ChangeRow {
    ChangeRow {
        aspect: aspect.title,
        change,
        sources: distinct(entries.iter().flat_map(|entry| entry.sources.clone())),
        entries,
        length: aspect.length,
        several: aspect.of.len() > 2,
    }
}

/// The aspects of which nothing is told of one of the things.
#[derive(Debug, Serialize)]
pub(super) struct UntoldRow {
    of: Text,
    aspects: Vec<&'static str>,
}

impl Tabular for UntoldRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("of", "Of", |row| Cell::text(row.of.as_str())),
        Column::words("aspects", "Not told", |row| Cell::list(row.aspects.iter().copied())),
    ];
}

/// Of what nothing is told, where something is told of another thing.
pub(super) fn untold(aspects: &[Aspect<'_>]) -> Rows<UntoldRow> {
    let told_of_any = aspects.iter().filter(|aspect| aspect.told.iter().any(Option::is_some));
    let told_of_any: Vec<&Aspect<'_>> = told_of_any.collect();
    let things = aspects.first().map_or(&[][..], |aspect| aspect.of);
    let rows = things.iter().enumerate().map(|(number, thing)| {
        let missing = told_of_any.iter().filter(|aspect| aspect.told[number].is_none());
        UntoldRow { of: thing.title(), aspects: missing.map(|aspect| aspect.title).collect() }
    });
    let rows = rows.filter(|row| !row.aspects.is_empty()).collect();
    Rows::new("untold", Layout::Table, rows)
        .under(line!["Not compared, since no source that we hold tells of it"])
}
