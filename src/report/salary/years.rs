//! `salary --occupation X`, `salary --vintage all`: occupations year by year.

use serde::Serialize;

use super::percentiles::median;
use super::{Answered, Population, WageRow, bases, chart, in_words, quoted_medians};
use crate::catalog::{Catalog, distinct};
use crate::query::{Cut, OccupationChoice, QueryError, SettingChoice, VintageChoice};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::{QuoteRow, StatementRow, statements};
use crate::report::{Chart, Report, Said};

/// Occupations year by year.
#[derive(Debug, Serialize)]
pub struct SalaryYears {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    chart: Chart,
    years: Rows<WageRow>,
    counts: Rows<StatementRow>,
    quotes: Rows<QuoteRow>,
}

/// Shows every vintage of one occupation.
///
/// # Errors
/// When there is no such occupation.
pub fn years(catalog: &Catalog, occupation: &str) -> Result<SalaryYears, QueryError> {
    let asked = Population {
        occupation: OccupationChoice::One(occupation.to_owned()),
        setting: SettingChoice::Nation,
        vintage: VintageChoice::All,
    };
    let pairs = asked.pairs(catalog)?;
    let cuts: Vec<Cut<'_>> = pairs.iter().map(|pair| pair.cut).collect();
    let cited = distinct(cuts.iter().map(Cut::citation));
    let answered = Answered { pairs: &pairs, bases: bases(&cuts), side: Vec::new() };
    let heading = cuts.first().map_or_else(Line::default, |cut| {
        let code = Cell::text(cut.occupation.id.as_str());
        line![&cut.occupation.title, " (", code, "), US ", Cell::cited(&cited)]
    });
    let counts = cuts.first().map(|cut| &cut.occupation.counts);
    Ok(SalaryYears {
        said: Said::from(in_words::figures(catalog, &pairs, line!["Median pay"], median))
            .noting(answered.notes(catalog, &asked)?)
            .hinting([command(["salary", "--percentile", "75"])]),
        chart: chart::strips(&pairs, |_| Vec::new(), None),
        years: Rows::new("years", Layout::Table, cuts.iter().map(WageRow::new).collect())
            .showing(&["vintage", "employment", "mean", "p10", "p25", "p50", "p75", "p90"])
            .under(heading),
        counts: statements("counts", counts).under(line!["Who is counted"]),
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

    fn chart(&self) -> Option<&Chart> {
        Some(&self.chart)
    }
}
