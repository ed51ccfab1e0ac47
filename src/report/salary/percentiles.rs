//! `salary`: the published percentiles of each occupation.

use serde::Serialize;

use super::{Answered, Population, Vintages, WageRow, bases, chart, in_words, quoted_medians};
use crate::catalog::{Catalog, PUBLISHED_PERCENTILES, Percentile, Wage, distinct};
use crate::query::{Cut, Pay, QueryError, Setting};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::QuoteRow;
use crate::report::{Chart, Report, Said};

/// The published percentiles of each occupation.
#[derive(Debug, Serialize)]
pub struct SalaryPercentiles {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    chart: Chart,
    percentiles: Rows<WageRow>,
    beside_percentiles: Rows<WageRow>,
    quotes: Rows<QuoteRow>,
}

/// Shows what was published of each chosen occupation.
///
/// # Errors
/// When there is no such occupation, place, industry or vintage.
pub fn percentiles(catalog: &Catalog, asked: &Population) -> Result<SalaryPercentiles, QueryError> {
    let pairs = asked.pairs(catalog)?;
    let cuts: Vec<Cut<'_>> = pairs.iter().map(|pair| pair.cut).collect();
    let mut beside: Vec<Cut<'_>> = pairs.iter().filter_map(|pair| pair.beside).collect();
    if in_words::several_places(&cuts) {
        beside.truncate(1);
    }
    let answered = Answered { pairs: &pairs, bases: Vec::new(), side: Vec::new() };
    let answered = Answered { bases: bases(&answered.cuts()), ..answered };
    let figure = if in_words::several_places(&cuts) { middle } else { median };
    Ok(SalaryPercentiles {
        said: Said::from(in_words::figures(catalog, &pairs, line!["Median pay"], figure))
            .noting(answered.notes(catalog, asked)?)
            .hinting([
                command(["salary", "--percentile", "75"]),
                command(["salary", "--of", "120k"]),
            ]),
        chart: chart::strips(&pairs, |_| Vec::new(), None),
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
    let rows = Rows::new(name, Layout::Table, cuts.iter().map(WageRow::new).collect());
    let Some(first) = cuts.first() else { return rows };
    let cited = distinct(cuts.iter().map(Cut::citation));
    let vintage = match Vintages::of(cuts) {
        Vintages::One(vintage) => line![", ", &vintage.title],
        Vintages::Several => line![", by vintage"],
    };
    let (of, rows) = match (in_words::several_places(cuts), Vintages::of(cuts)) {
        (true, _) => (
            line![&first.occupation.title],
            rows.showing(&["place", "p10", "p25", "p50", "p75", "p90"]),
        ),
        (false, Vintages::One(_)) => (
            in_words::setting(first),
            rows.showing(&["occupation", "employment", "p10", "p25", "p50", "p75", "p90"]),
        ),
        (false, Vintages::Several) => (
            in_words::setting(first),
            rows.showing(&["code", "vintage", "p10", "p25", "p50", "p75", "p90"]),
        ),
    };
    rows.under(of.then(vintage).then(more).then(line![" ", Cell::cited(&cited)]))
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
    match cut.pay_at(Percentile::MEDIAN) {
        Pay::Missing(reason) => line!["missing, ", &reason],
        pay => line![Cell::Pay(pay), " a year"],
    }
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

    fn chart(&self) -> Option<&Chart> {
        Some(&self.chart)
    }
}
