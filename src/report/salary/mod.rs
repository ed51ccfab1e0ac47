//! `salary`: pay percentiles of each occupation, anywhere, from five sides. Knows no format.

mod at;
mod chart;
mod head;
pub(super) mod in_words;
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

pub(super) use chart::{band_strip, ends, strip};
pub(super) use head::{Head, headed_columns};
pub(super) use in_words::band;
pub(super) use notes::{WAGE_ONLY, estimated};
pub(super) use row::WageRow;

use in_words::Apart;
use notes::Answered;

use super::command::CommandLine;
use super::sheet::{Rows, Tabular};
use super::statements::{QuoteRow, quotes};
use crate::catalog::{Catalog, Citation, Percentile, Quote, Text};
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

/// The cuts of an answer.
struct Pairs<'a> {
    pairs: Vec<Pair<'a>>,
    /// The occupations of which nothing is held where it was asked for.
    not_held: Vec<&'a str>,
}

impl Pair<'_> {
    /// What stands beside it: a vintage, or the nation.
    fn beside_title(&self) -> Option<Text> {
        self.beside.map(|beside| match self.cut.setting {
            Setting::Nation => beside.vintage.title,
            Setting::Place(_) | Setting::Industry(_) => "US".into(),
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
    /// The chosen cuts, the default occupation and the newest vintage first, each with what stands beside it; and the
    /// occupations of which nothing is held there.
    fn pairs<'a>(&self, catalog: &'a Catalog) -> Result<Pairs<'a>, QueryError> {
        let settings = settings(catalog, &self.setting)?;
        let mut occupations = occupations(catalog, &self.occupation)?;
        if settings.len() > 1 {
            match self.occupation {
                OccupationChoice::All => return Err(QueryError::SeveralOccupations),
                OccupationChoice::Usual | OccupationChoice::One(_) => occupations.truncate(1),
            }
        }
        let alone = occupations.len() == 1;
        let mut all = Pairs { pairs: Vec::new(), not_held: Vec::new() };
        let mut first = None;
        for occupation in occupations {
            for setting in &settings {
                match chosen(catalog, occupation, *setting, &self.vintage) {
                    Ok(cuts) => {
                        let newest_first = cuts.into_iter().rev();
                        all.pairs.extend(newest_first.map(|cut| self.pair(catalog, cut)));
                    }
                    Err(error @ QueryError::NotHeld { .. }) if !alone => {
                        all.not_held.push(occupation.title.as_str());
                        first = first.or(Some(error));
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        match first {
            Some(error) if all.pairs.is_empty() => Err(error),
            _ => Ok(all),
        }
    }

    fn pair<'a>(&self, catalog: &'a Catalog, cut: Cut<'a>) -> Pair<'a> {
        let beside = match (&self.vintage, cut.setting) {
            (VintageChoice::One(_) | VintageChoice::All, Setting::Nation) => None,
            _ => beside(catalog, &cut),
        };
        Pair { cut, beside }
    }

    /// Figures that guides quote; they are the nation's, so beside a place or industry they would mislead.
    fn quoting(&self, quotes: impl FnOnce() -> Rows<QuoteRow>) -> Rows<QuoteRow> {
        match self.setting {
            SettingChoice::Nation => quotes(),
            SettingChoice::Places(_) | SettingChoice::Industry(_) => super::statements::quotes([]),
        }
    }

    /// The same question from another side or about another place; `side` is its percentile, amount or level.
    fn command(&self, side: &[String], place: Where<'_>) -> CommandLine {
        let mut words = vec!["salary".to_owned()];
        words.extend_from_slice(side);
        let mut option = |name: &str, value: &str| {
            words.extend([name.into(), value.to_owned()]);
        };
        match &self.occupation {
            OccupationChoice::One(name) => option("--occupation", name),
            OccupationChoice::All => option("--occupation", "all"),
            OccupationChoice::Usual => (),
        }
        match (place, &self.setting) {
            (Where::Place(code), _) => option("--area", code),
            (Where::Same, SettingChoice::Places(names)) => {
                names.iter().for_each(|name| option("--area", name));
            }
            (Where::Same, SettingChoice::Industry(name)) => option("--industry", name),
            (Where::Nation, _) | (Where::Same, SettingChoice::Nation) => (),
        }
        words
    }

    /// What one may ask next: the same from other sides.
    fn next<const N: usize>(&self, sides: [[&str; 2]; N]) -> [CommandLine; N] {
        sides.map(|side| self.command(&side.map(str::to_owned), Where::Same))
    }
}

/// Where a question is asked again.
enum Where<'a> {
    /// Where it was asked.
    Same,
    /// In the nation.
    Nation,
    /// In the place of this code.
    Place(&'a str),
}

impl Answered<'_> {
    /// Shows people what tells the rows apart and these figures, and titles the columns of pay by what they are of.
    fn headed<Row: Tabular>(
        &self,
        rows: Rows<Row>,
        figures: &[&'static str],
        pay: &'static str,
        beside: &'static str,
    ) -> Rows<Row> {
        let cuts = cuts(self.pairs);
        let apart = Apart::of(&cuts);
        let keys: Vec<&'static str> =
            apart.columns().into_iter().chain(figures.iter().copied()).collect();
        let rows = rows.showing(&keys);
        let rows = match cuts.first() {
            Some(cut) if !apart.vintages && matches!(cut.setting, Setting::Nation) => {
                rows.titled(pay, cut.vintage.title.as_str())
            }
            Some(cut) if !apart.places && !matches!(cut.setting, Setting::Nation) => {
                rows.titled(pay, "Here")
            }
            _ => rows,
        };
        match self.pairs.first().and_then(Pair::beside_title) {
            Some(title) => rows.titled(beside, title),
            None => rows,
        }
    }
}

/// The cuts of some pairs, without what stands beside them.
fn cuts<'a>(pairs: &[Pair<'a>]) -> Vec<Cut<'a>> {
    pairs.iter().map(|pair| pair.cut).collect()
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
