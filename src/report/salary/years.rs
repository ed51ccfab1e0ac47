//! `salary --occupation X`, `salary --vintage all`: occupations year by year.

use serde::Serialize;

use super::in_words::{self, Apart};
use super::percentiles::median;
use super::{Answered, Pairs, Population, WageRow, bases, cuts, quoted_medians};
use crate::catalog::{Catalog, distinct};
use crate::query::{Cut, OccupationChoice, QueryError, SettingChoice, VintageChoice};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::{QuoteRow, StatementRow, statements};
use crate::report::{Chart, Report, Said};

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
    let asked = Population {
        occupation: OccupationChoice::One(occupation.to_owned()),
        setting: SettingChoice::Nation,
        vintage: VintageChoice::All,
    };
    let Pairs { pairs, not_held } = asked.pairs(catalog)?;
    let cuts = cuts(&pairs);
    let apart = Apart::of(&cuts);
    let rows = cuts.iter().map(|cut| WageRow::new(cut, apart.label(cut))).collect();
    let cited = distinct(cuts.iter().map(Cut::citation));
    let answered = Answered {
        pairs: &pairs,
        not_held: &not_held,
        complete: vec![true; cuts.len()],
        bases: bases(&cuts),
        side: Vec::new(),
    };
    let heading = cuts.first().map_or_else(Line::default, |cut| {
        let code = Cell::text(cut.occupation.id.as_str());
        line![&cut.occupation.title, " (", code, "), US ", Cell::cited(&cited)]
    });
    let counts = cuts.first().map(|cut| &cut.occupation.counts);
    Ok(SalaryYears {
        said: Said::from(in_words::figures(catalog, &pairs, line!["Median pay"], median))
            .noting(answered.notes(catalog, &asked))
            .hinting(asked.next([["--percentile", "75"]])),
        years: Rows::new("years", Layout::Table, rows)
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

    fn chart(&self) -> Option<Chart> {
        let strips = self.years.rows.iter().map(|row| &row.strip);
        Some(Chart::of(strips, None))
    }
}
