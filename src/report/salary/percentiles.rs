//! `salary`: the published percentiles of each occupation.

use serde::Serialize;

use super::in_words::{self, Apart};
use super::{Answered, Pairs, Population, WageRow, bases, cuts, quoted_medians};
use crate::catalog::{Catalog, PUBLISHED_PERCENTILES, Percentile, Wage, distinct};
use crate::query::{Cut, Pay, QueryError, Setting};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::QuoteRow;
use crate::report::{Chart, Report, Said, Strip};

/// The published percentiles of each occupation.
#[derive(Debug, Serialize)]
pub struct SalaryPercentiles {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    us: Option<Strip>,
    percentiles: Rows<WageRow>,
    beside_percentiles: Rows<WageRow>,
    quotes: Rows<QuoteRow>,
}

/// Shows what was published of each chosen occupation.
///
/// # Errors
/// When there is no such occupation, place, industry or vintage.
pub fn percentiles(catalog: &Catalog, asked: &Population) -> Result<SalaryPercentiles, QueryError> {
    let Pairs { pairs, not_held } = asked.pairs(catalog)?;
    let cuts = cuts(&pairs);
    let apart = Apart::of(&cuts);
    let mut beside: Vec<Cut<'_>> = pairs.iter().filter_map(|pair| pair.beside).collect();
    if apart.places {
        beside.dedup_by_key(|cut| cut.vintage.year);
    }
    let shown: Vec<Cut<'_>> = cuts.iter().chain(&beside).copied().collect();
    let whole =
        |cut: &Cut<'_>| cut.row.percentiles.iter().all(|wage| !matches!(wage, Wage::Missing(_)));
    let answered = Answered {
        pairs: &pairs,
        not_held: &not_held,
        complete: cuts.iter().map(whole).collect(),
        bases: bases(&shown),
        side: Vec::new(),
    };
    let figure = if apart.places { middle } else { median };
    Ok(SalaryPercentiles {
        us: answered.us(|_| Vec::new()),
        said: Said::from(in_words::figures(catalog, &pairs, line!["Median pay"], figure))
            .noting(answered.notes(catalog, asked))
            .hinting(asked.next([["--percentile", "75"], ["--of", "120k"]])),
        percentiles: table("percentiles", &cuts, line![]),
        beside_percentiles: table("beside_percentiles", &beside, beside_words(&cuts)),
        quotes: asked.quoting(|| quoted_medians(catalog)),
    })
}

/// Why other cuts stand beside these.
fn beside_words(cuts: &[Cut<'_>]) -> Line {
    match cuts.first().map(|cut| cut.setting) {
        Some(Setting::Nation) | None => line![", which the guides quote"],
        Some(Setting::Place(_) | Setting::Industry(_)) => line![", for comparison"],
    }
}

/// The percentiles of some cuts, under what they have in common.
fn table(name: &'static str, cuts: &[Cut<'_>], more: Line) -> Rows<WageRow> {
    let apart = Apart::of(cuts);
    let rows = cuts.iter().map(|cut| WageRow::new(cut, apart.label(cut))).collect();
    let rows = Rows::new(name, Layout::Table, rows);
    let Some(first) = cuts.first() else { return rows };
    let mut keys = apart.columns();
    // Beside the titles of places there is no room for it.
    keys.extend((!apart.places && !apart.vintages).then_some("employment"));
    keys.extend(["p10", "p25", "p50", "p75", "p90"]);
    let cited = distinct(cuts.iter().map(Cut::citation));
    let of = match apart.places {
        true => line![&first.occupation.title],
        false => in_words::setting(first),
    };
    let vintage = match apart.vintages {
        true => line![", by vintage"],
        false => line![", ", &first.vintage.title],
    };
    rows.showing(&keys).under(of.then(vintage).then(more).then(line![" ", Cell::cited(&cited)]))
}

/// The median of a cut and the outermost percentiles that are there, in words.
pub(super) fn median(cut: &Cut<'_>) -> Line {
    let known = PUBLISHED_PERCENTILES.into_iter().zip(&cut.row.percentiles);
    let mut known = known.filter(|(_, wage)| !matches!(wage, Wage::Missing(_)));
    let end = |(percentile, wage): (f64, &Wage)| {
        line![Cell::Percentile(percentile), " percentile ", Cell::Pay(Pay::from(wage))]
    };
    match (known.next(), known.next_back()) {
        (Some(low), Some(high)) => {
            middle(cut).then(line![", "]).then(end(low)).then(line![", "]).then(end(high))
        }
        _ => middle(cut),
    }
}

/// The median of a cut, in words.
fn middle(cut: &Cut<'_>) -> Line {
    in_words::pay(cut.pay_at(Percentile::MEDIAN))
}

impl Report for SalaryPercentiles {
    fn name(&self) -> &'static str {
        "salary"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.percentiles, &mut self.beside_percentiles, &mut self.quotes]
    }

    fn chart(&self) -> Option<Chart> {
        let strips = self.percentiles.rows.iter().map(|row| &row.strip).chain(&self.us);
        Some(Chart::of(strips, None))
    }
}
