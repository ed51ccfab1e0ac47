//! `salary`: the published percentiles of each occupation.

use serde::Serialize;

use super::{Population, WageRow, bases, notes, population, quoted_medians, shared_vintage, shown};
use crate::catalog::Catalog;
use crate::query::{Cut, Pay, QueryError};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::QuoteRow;
use crate::report::{Report, Said};

/// The published percentiles of each occupation.
#[derive(Debug, Serialize)]
pub struct SalaryPercentiles {
    #[serde(skip)]
    said: Said,
    percentiles: Rows<WageRow>,
    quoted_percentiles: Rows<WageRow>,
    quotes: Rows<QuoteRow>,
}

/// Shows what was published of each chosen occupation.
///
/// # Errors
/// When there is no such occupation or vintage.
pub fn percentiles(
    catalog: &Catalog,
    population: &Population,
) -> Result<SalaryPercentiles, QueryError> {
    let pairs = population.pairs(catalog)?;
    let cuts: Vec<Cut<'_>> = pairs.iter().map(|pair| pair.cut).collect();
    let quoted: Vec<Cut<'_>> = pairs.iter().filter_map(|pair| pair.quoted).collect();
    let quoted_rows = quoted.iter().map(WageRow::new).collect();
    let quoted_heading = quoted.first().map_or_else(Line::default, |cut| {
        line!["US, ", &cut.vintage.title, ", which the guides quote"]
    });
    let rows = cuts.iter().map(WageRow::new).collect();
    let answer = cuts.first().map_or_else(Line::default, |cut| median(catalog, cut));
    let percentiles = Rows::new("percentiles", Layout::Table, rows);
    let shown = shown(&pairs);
    Ok(SalaryPercentiles {
        said: Said::from(answer).noting(notes(catalog, &shown, &bases(&shown))).hinting([
            command(["salary", "--percentile", "75"]),
            command(["salary", "--of", "120k"]),
        ]),
        percentiles: match shared_vintage(&cuts) {
            Some(vintage) => percentiles.under(line!["US, ", &vintage.title]),
            None => percentiles
                .under(line!["US, by vintage"])
                .showing(&["code", "vintage", "p10", "p25", "p50", "p75", "p90", "sources"]),
        },
        quoted_percentiles: Rows::new("quoted_percentiles", Layout::Table, quoted_rows)
            .under(quoted_heading),
        quotes: quoted_medians(catalog),
    })
}

/// The median and the outer percentiles of a cut, in words.
pub(super) fn median(catalog: &Catalog, cut: &Cut<'_>) -> Line {
    let [p10, _, p50, _, p90] = cut.row.percentiles.each_ref().map(Pay::from);
    line![
        "Median pay, US: ",
        Cell::Pay(p50),
        " a year (10th percentile ",
        Cell::Pay(p10),
        ", 90th ",
        Cell::Pay(p90),
        "; ",
    ]
    .then(population(catalog, cut))
    .then(line![")"])
}

impl Report for SalaryPercentiles {
    fn name(&self) -> &'static str {
        "salary"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.percentiles, &mut self.quoted_percentiles, &mut self.quotes]
    }
}
