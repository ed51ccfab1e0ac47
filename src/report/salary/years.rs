//! `salary --occupation X`, `salary --vintage all`: occupations year by year.

use serde::Serialize;

use super::percentiles::median;
use super::{WageRow, bases, notes, quoted_medians};
use crate::catalog::{Catalog, distinct};
use crate::query::{self, Cut, QueryError, VintageChoice};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::{QuoteRow, StatementRow, statements};
use crate::report::{Report, Said};

/// Occupations year by year.
#[derive(Debug, Serialize)]
pub struct SalaryYears {
    #[serde(skip)]
    said: Said,
    years: Rows<WageRow>,
    counts: Rows<StatementRow>,
    quotes: Rows<QuoteRow>,
}

/// Shows every vintage of one occupation.
///
/// # Errors
/// When there is no such occupation.
pub fn years(catalog: &Catalog, occupation: &str) -> Result<SalaryYears, QueryError> {
    let occupation = query::lookup(catalog.occupations(), occupation)?;
    let mut cuts: Vec<Cut<'_>> = query::chosen(catalog, occupation, &VintageChoice::All)?;
    cuts.reverse();
    let cited = distinct(cuts.iter().map(Cut::citation));
    let rows = cuts.iter().map(WageRow::new).collect();
    Ok(SalaryYears {
        said: Said::from(cuts.first().map_or_else(Line::default, |cut| median(catalog, cut)))
            .noting(notes(catalog, &cuts, &bases(&cuts)))
            .hinting([command(["salary", "--percentile", "75"])]),
        years: Rows::new("years", Layout::Table, rows)
            .showing(&["vintage", "employment", "mean", "p10", "p25", "p50", "p75", "p90"])
            .under(line![
                &occupation.title,
                " (",
                Cell::text(occupation.id.as_str()),
                "), US ",
                Cell::cited(&cited)
            ]),
        counts: statements("counts", std::slice::from_ref(&occupation.counts))
            .under(line!["Who is counted"]),
        quotes: quoted_medians(catalog),
    })
}

impl Report for SalaryYears {
    fn name(&self) -> &'static str {
        "salary-years"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.years, &mut self.counts, &mut self.quotes]
    }
}
