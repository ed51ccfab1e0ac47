//! What the raw files hold, listed once for all rules: everything cited, every name, every reference. Judges nothing.

mod cited;
mod pointers;

use std::collections::BTreeSet;

use crate::catalog::Kind;
use crate::dataset::raw::{FileIndex, Placed, Raw, Span, Text, Wages, WagesOf};

pub(super) use cited::cited;
pub(super) use pointers::pointers;

/// A value that has to have sources.
pub(super) struct Cited<'a> {
    pub(super) file: FileIndex,
    /// The text that stands for the value in findings.
    pub(super) text: &'a Text,
    pub(super) sources: &'a [Text],
}

/// The names of an entry.
pub(super) struct Named<'a> {
    pub(super) file: FileIndex,
    pub(super) kind: &'static str,
    pub(super) id: &'a Text,
    pub(super) title: Option<&'a Text>,
    pub(super) aliases: Vec<&'a Text>,
}

/// An id that points at an entry of a noun.
pub(super) struct Pointer<'a> {
    pub(super) file: FileIndex,
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    pub(super) spot: Spot,
}

/// Where something stands in a file.
pub(super) enum Spot {
    /// There.
    Span(Span),
    /// In this row and column of its wages.
    Cell(usize, usize),
}

/// The wages of an occupation.
pub(super) struct WageTable<'a> {
    pub(super) file: FileIndex,
    pub(super) occupation: &'a Text,
    pub(super) wages: &'a Wages,
    /// What a row is of besides its vintage, where that is not the nation.
    pub(super) by: Option<Kind>,
}

macro_rules! named {
    ($all:ident, $raw:ident, $($noun:ident: $kind:literal),* $(,)?) => {
        $($all.extend($raw.$noun.iter().map(|placed| Named {
            file: placed.file,
            kind: $kind,
            id: &placed.entry.id,
            title: Some(&placed.entry.title),
            aliases: placed.entry.aliases.iter().collect(),
        }));)*
    };
}

/// The names of every entry; entries of one noun stand together.
pub(super) fn named(raw: &Raw) -> Vec<Named<'_>> {
    let mut all = Vec::new();
    let untitled = |file, kind, id| Named { file, kind, id, title: None, aliases: Vec::new() };
    all.extend(raw.sources.iter().map(|placed| Named {
        title: Some(&placed.entry.short),
        ..untitled(placed.file, "source", &placed.entry.id)
    }));
    named!(
        all, raw, tracks: "track", levels: "level", phases: "phase", roles: "role",
        skills: "skill", ladders: "ladder", topics: "topic", conflicts: "conflict", occupations: "occupation",
    );
    all.extend(raw.certifications.iter().map(|placed| Named {
        file: placed.file,
        kind: "certificate",
        id: &placed.entry.id,
        title: Some(&placed.entry.title),
        aliases: placed.entry.short.iter().chain(&placed.entry.aliases).collect(),
    }));
    all.extend(raw.facts.iter().map(|placed| untitled(placed.file, "fact", &placed.entry.id)));
    all.extend(raw.quotes.iter().map(|placed| untitled(placed.file, "quote", &placed.entry.id)));
    all.extend(raw.moves.iter().map(|placed| untitled(placed.file, "move", &placed.entry.id)));
    let evidence = raw.evidence.iter();
    all.extend(evidence.map(|placed| untitled(placed.file, "evidence", &placed.entry.id)));
    let alternatives = raw.alternatives.iter();
    all.extend(alternatives.map(|placed| untitled(placed.file, "alternatives", &placed.entry.id)));
    all.extend(raw.tasks.iter().map(|placed| untitled(placed.file, "task", &placed.entry.id)));
    all.extend(raw.terms.iter().map(|placed| untitled(placed.file, "term", &placed.entry.id)));
    let market = &raw.market;
    all.extend(market.areas.iter().map(|placed| Named {
        title: Some(&placed.entry.title),
        ..untitled(placed.file, Kind::Place.word(), &placed.entry.code)
    }));
    all.extend(market.industries.iter().map(|placed| Named {
        title: Some(&placed.entry.1),
        ..untitled(placed.file, Kind::Industry.word(), &placed.entry.0)
    }));
    all.extend(
        market
            .projections
            .iter()
            .map(|placed| untitled(placed.file, "projection", &placed.entry.occupation)),
    );
    all.extend(
        raw.vintages.iter().map(|placed| untitled(placed.file, "vintage", &placed.entry.title)),
    );
    all
}

/// The names that places and industries have elsewhere than where they are defined.
pub(super) fn also_named<'a>(raw: &'a Raw) -> Vec<Named<'a>> {
    let also = |file, kind: Kind, id, names: &'a [Text]| Named {
        file,
        kind: kind.word(),
        id,
        title: None,
        aliases: names.iter().collect(),
    };
    let places = raw.market.place_names.iter();
    let places =
        places.map(|Placed { file, entry }| also(*file, Kind::Place, &entry.area, &entry.names));
    let industries = raw.market.industry_names.iter();
    let industries = industries
        .map(|Placed { file, entry }| also(*file, Kind::Industry, &entry.industry, &entry.names));
    places.chain(industries).collect()
}

/// The names of each published ladder's levels.
pub(super) fn named_on_ladders(raw: &Raw) -> Vec<Vec<Named<'_>>> {
    let ladders = raw.ladders.iter().map(|placed| {
        let rungs = placed.entry.levels.iter().map(|rung| Named {
            file: placed.file,
            kind: Kind::Level.word(),
            id: &rung.id,
            title: Some(&rung.title),
            aliases: rung.aliases.iter().collect(),
        });
        rungs.collect()
    });
    ladders.collect()
}

/// The wages of every occupation: in the nation, by industry, by place. What a misspelt key of a file holds is not there, which
/// would be told again at every row, so that such files are left out.
pub(super) fn wage_tables(raw: &Raw) -> Vec<WageTable<'_>> {
    let market = &raw.market;
    let misspelt = raw.odd_keys.iter().filter(|odd| !odd.unknown.is_empty());
    let misspelt: BTreeSet<FileIndex> = misspelt.map(|odd| odd.file).collect();
    let lists: [(&[Placed<WagesOf>], Option<Kind>); 3] = [
        (&market.national_wages, None),
        (&market.industry_wages, Some(Kind::Industry)),
        (&market.place_wages, Some(Kind::Place)),
    ];
    let tables = lists.into_iter().flat_map(|(list, by)| {
        list.iter().map(move |Placed { file, entry }| WageTable {
            file: *file,
            occupation: &entry.occupation,
            wages: &entry.wages,
            by,
        })
    });
    tables.filter(|table| !misspelt.contains(&table.file)).collect()
}

/// The ids of a noun's entries.
pub(super) fn ids(raw: &Raw, kind: Kind) -> Vec<&str> {
    let named = named(raw).into_iter().filter(|named| named.kind == kind.word());
    named.map(|named| named.id.get_ref().as_str()).collect()
}
