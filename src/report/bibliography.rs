//! The numbered sources at the end of an answer. Knows who is cited, not what for.

use std::collections::BTreeSet;

use super::cell::{Cell, Line, line};
use crate::catalog::{Catalog, Citation, Source, SourceDate, SourceId};

/// A numbered source as it stands at the end of an answer.
#[derive(Debug, Clone)]
pub struct Footnote {
    /// What its number stands for.
    pub citation: Citation,
    /// How the source is named where numbers won't do.
    pub short: Line,
    /// Publisher, title, date, and on whose authority.
    pub full: Line,
}

/// Numbers citations in the order in which they come, each once.
pub fn footnotes<'a>(
    catalog: &Catalog,
    cited: impl Iterator<Item = &'a Citation>,
) -> Vec<Footnote> {
    let mut notes: Vec<Footnote> = Vec::new();
    for citation in cited {
        if notes.iter().all(|note| note.citation != *citation) {
            let known = notes.iter().any(|note| note.citation.source == citation.source);
            let source = catalog.sources().get(&citation.source);
            let authority = authority(catalog, source, citation);
            let short = line![&source.title].then(authority.clone());
            let full = match (known, citation.references.is_empty()) {
                (false, _) => introduction(source).then(authority),
                (true, true) => short.clone().then(line![", naming no reference"]),
                (true, false) => short.clone(),
            };
            notes.push(Footnote { citation: citation.clone(), short, full });
        }
    }
    notes
}

fn introduction(source: &Source) -> Line {
    let named = line![&source.title, ", ", &source.full_title];
    named.then(match source.date {
        SourceDate::Published(date) => line![", ", Cell::Date(date)],
        SourceDate::Undated(read) => line![", undated, read ", Cell::Date(read)],
    })
}

/// On whose authority the source says it, as far as its reference numbers tell.
fn authority(catalog: &Catalog, source: &Source, citation: &Citation) -> Line {
    let mut words = Line::default();
    let mut hidden = Vec::new();
    for number in &citation.references {
        match source.references.iter().find(|reference| reference.number == *number) {
            Some(reference) => {
                let behind = catalog.sources().get(&reference.source);
                words = words.then(line![", citing ", &behind.title]);
            }
            None => hidden.push(Cell::Count(u64::from(*number))),
        }
    }
    match hidden.len() {
        0 => words,
        1 => words.then(line![", citing its reference ", Cell::List(hidden), ", not shown"]),
        _ => words.then(line![", citing its references ", Cell::List(hidden), ", not shown"]),
    }
}

/// Every source that is cited or stands behind a citation, each once, in the catalog's order.
pub fn sources<'a>(catalog: &'a Catalog, citations: Vec<&Citation>) -> Vec<&'a Source> {
    let distinct: BTreeSet<&Citation> = citations.into_iter().collect();
    let cited: BTreeSet<&SourceId> =
        distinct.into_iter().flat_map(|of| catalog.behind(of)).collect();
    cited.into_iter().map(|id| catalog.sources().get(id)).collect()
}
