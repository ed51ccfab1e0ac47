//! `salary`: pay percentiles of each occupation, anywhere, from five sides. Knows no format.

mod at;
mod chart;
mod head;
mod in_words;
mod level;
mod notes;
mod of;
mod percentiles;
mod row;
mod years;

pub use at::{SalaryAt, at};
pub use level::{SalaryLevel, level};
pub use of::{SalaryOf, of};
pub use percentiles::{SalaryPercentiles, percentiles};
pub use years::{SalaryYears, years};

pub(super) use chart::strip;
pub(super) use head::{Head, headed_columns};
pub(super) use in_words::band;
pub(super) use notes::WAGE_ONLY;
pub(super) use row::WageRow;

use notes::Answered;

use super::sheet::{Rows, Tabular};
use super::statements::{QuoteRow, quotes};
use crate::catalog::{Catalog, Citation, Percentile, Quote, Vintage};
use crate::query::{
    Basis, Cut, OccupationChoice, Pay, QueryError, Setting, SettingChoice, VintageChoice, beside,
    chosen, occupations, settings,
};

/// Which occupations, where, and which vintages are asked about.
#[derive(Debug)]
pub struct Population {
    /// The occupations.
    pub occupation: OccupationChoice,
    /// The nation, places or an industry.
    pub setting: SettingChoice,
    /// The vintages.
    pub vintage: VintageChoice,
}

/// A cut with the nation's that stands beside it.
struct Pair<'a> {
    cut: Cut<'a>,
    beside: Option<Cut<'a>>,
}

impl Pair<'_> {
    /// What stands beside it: a vintage, or the nation.
    fn beside_title(&self) -> Option<String> {
        self.beside.map(|beside| match self.cut.setting {
            Setting::Nation => beside.vintage.title.clone(),
            Setting::Place(_) | Setting::Industry(_) => "US".to_owned(),
        })
    }

    /// Who published it.
    fn citations(&self) -> Vec<Citation> {
        let mut citations = vec![self.cut.citation()];
        citations.extend(self.beside.map(|beside| beside.citation()));
        citations.dedup();
        citations
    }
}

impl Population {
    /// The chosen cuts, the default occupation and the newest vintage first, each with what stands beside it.
    fn pairs<'a>(&self, catalog: &'a Catalog) -> Result<Vec<Pair<'a>>, QueryError> {
        let settings = settings(catalog, &self.setting)?;
        let mut occupations = occupations(catalog, &self.occupation)?;
        if settings.len() > 1 {
            match self.occupation {
                OccupationChoice::All => return Err(QueryError::SeveralOccupations),
                OccupationChoice::Usual | OccupationChoice::One(_) => occupations.truncate(1),
            }
        }
        let mut pairs = Vec::new();
        let mut missing = None;
        for occupation in occupations {
            for setting in &settings {
                match chosen(catalog, occupation, *setting, &self.vintage) {
                    Ok(cuts) => {
                        for cut in cuts.into_iter().rev() {
                            pairs.push(self.pair(catalog, cut)?);
                        }
                    }
                    // Of several occupations, one that is not held is left out.
                    Err(error @ QueryError::NotHeld { .. }) => missing = missing.or(Some(error)),
                    Err(error) => return Err(error),
                }
            }
        }
        match missing {
            Some(error) if pairs.is_empty() => Err(error),
            _ => Ok(pairs),
        }
    }

    fn pair<'a>(&self, catalog: &'a Catalog, cut: Cut<'a>) -> Result<Pair<'a>, QueryError> {
        let beside = match (&self.vintage, cut.setting) {
            (VintageChoice::One(_) | VintageChoice::All, Setting::Nation) => None,
            _ => beside(catalog, &cut)?,
        };
        Ok(Pair { cut, beside })
    }

    /// Figures that guides quote; they are the nation's, so beside a place or industry they would mislead.
    fn quoting(&self, quotes: impl FnOnce() -> Rows<QuoteRow>) -> Rows<QuoteRow> {
        match self.setting {
            SettingChoice::Nation => quotes(),
            SettingChoice::Places(_) | SettingChoice::Industry(_) => super::statements::quotes([]),
        }
    }

    /// The same question about another place, or about the nation; `side` is its percentile, amount or level.
    fn command(&self, side: &[String], place: Option<&str>) -> Vec<String> {
        let mut words = vec!["salary".to_owned()];
        words.extend_from_slice(side);
        let named = match &self.occupation {
            OccupationChoice::One(name) => Some(name.as_str()),
            OccupationChoice::All => Some("all"),
            OccupationChoice::Usual => None,
        };
        for (option, value) in [("--occupation", named), ("--area", place)] {
            words.extend(value.iter().flat_map(|value| [option.to_owned(), (*value).to_owned()]));
        }
        words
    }
}

/// The vintages of some cuts.
enum Vintages<'a> {
    /// They share one.
    One(&'a Vintage),
    /// They are of several, or there are none.
    Several,
}

impl<'a> Vintages<'a> {
    fn of(cuts: &[Cut<'a>]) -> Self {
        match cuts.first() {
            Some(first) if cuts.iter().all(|cut| cut.vintage.year == first.vintage.year) => {
                Vintages::One(first.vintage)
            }
            _ => Vintages::Several,
        }
    }
}

/// The columns that people see where a row is a place.
const BY_PLACE: &[&str] = &[
    "place",
    "beside_pay",
    "beside_low",
    "beside_high",
    "beside_standing",
    "pay",
    "pay_low",
    "pay_high",
    "standing",
    "between",
    "sources",
];

/// The columns that people see where rows are of several vintages.
const BY_VINTAGE: &[&str] =
    &["code", "vintage", "pay", "pay_low", "pay_high", "standing", "between", "sources"];

impl Answered<'_> {
    /// Shows people what tells the rows apart, and titles the columns of pay by what they are of.
    fn headed<Row: Tabular>(
        &self,
        rows: Rows<Row>,
        pay: &'static str,
        beside: &'static str,
    ) -> Rows<Row> {
        let cuts: Vec<Cut<'_>> = self.pairs.iter().map(|pair| pair.cut).collect();
        let nation = cuts.first().is_some_and(|cut| matches!(cut.setting, Setting::Nation));
        let rows = match Vintages::of(&cuts) {
            _ if in_words::several_places(&cuts) => rows.showing(BY_PLACE),
            Vintages::Several => rows.showing(BY_VINTAGE),
            Vintages::One(vintage) if nation => rows.titled(pay, vintage.title.as_str()),
            Vintages::One(_) => rows.titled(pay, "Here"),
        };
        match self.pairs.first().and_then(Pair::beside_title) {
            Some(title) => rows.titled(beside, title),
            None => rows,
        }
    }
}

/// The medians and means that guides quote.
fn quoted_medians(catalog: &Catalog) -> Rows<QuoteRow> {
    quoted_at(catalog, 50.0)
}

/// What guides quote at a percentile.
fn quoted_at(catalog: &Catalog, percentile: f64) -> Rows<QuoteRow> {
    // A mean has no percentile; it is told beside the medians.
    let stands_at =
        |quote: &&Quote| quote.percentile.map_or(50.0, Percentile::number) == percentile;
    let overall = catalog.quotes().iter().filter(|quote| quote.level.is_none());
    quotes(overall.filter(stands_at))
}

/// Where every figure of some cuts comes from.
fn bases(cuts: &[Cut<'_>]) -> Vec<Basis> {
    let wages = cuts.iter().flat_map(|cut| &cut.row.percentiles);
    wages.map(|wage| Pay::from(wage).basis()).collect()
}
