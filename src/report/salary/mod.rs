//! `salary`: pay percentiles of each occupation, from five sides. Knows no format.

mod at;
mod level;
mod of;
mod percentiles;
mod row;
mod years;

pub use at::{SalaryAt, at};
pub use level::{SalaryLevel, level};
pub use of::{SalaryOf, of};
pub use percentiles::{SalaryPercentiles, percentiles};
pub use years::{SalaryYears, years};

use row::WageRow;

use super::cell::{Cell, Line, line};
use super::sheet::{Rows, Tabular};
use super::statements::{QuoteRow, quotes};
use crate::catalog::{Catalog, Citation, Level, Percentile, Quote, Vintage};
use crate::query::{
    self, Basis, Cut, OccupationChoice, QueryError, VintageChoice, chosen, occupations, quoted,
};

/// Which occupations and vintages are asked about.
#[derive(Debug)]
pub struct Population {
    /// The occupations.
    pub occupation: OccupationChoice,
    /// The vintages.
    pub vintage: VintageChoice,
}

/// A cut with the one of the vintage that the guides quote beside it.
struct Pair<'a> {
    cut: Cut<'a>,
    quoted: Option<Cut<'a>>,
}

impl Population {
    /// The chosen cuts, the default occupation and the newest vintage first; the quoted vintage stands beside the newest.
    fn pairs<'a>(&self, catalog: &'a Catalog) -> Result<Vec<Pair<'a>>, QueryError> {
        let mut pairs = Vec::new();
        let mut missing = None;
        for occupation in occupations(catalog, &self.occupation)? {
            match chosen(catalog, occupation, &self.vintage) {
                Ok(cuts) => {
                    pairs.extend(cuts.into_iter().rev().map(|cut| self.pair(catalog, cut)));
                }
                // Of several occupations, one that was not published is left out.
                Err(error @ QueryError::NotPublished { .. }) => missing = Some(error),
                Err(error) => return Err(error),
            }
        }
        if let (true, Some(error)) = (pairs.is_empty(), missing) {
            return Err(error);
        }
        Ok(pairs)
    }

    fn pair<'a>(&self, catalog: &'a Catalog, cut: Cut<'a>) -> Pair<'a> {
        let quoted = match self.vintage {
            VintageChoice::Newest => quoted(catalog, &cut),
            VintageChoice::One(_) | VintageChoice::All => None,
        };
        Pair { cut, quoted }
    }
}

/// What the money counts.
pub(super) const WAGE_ONLY: &str = "wages only, before tax: no bonus, no equity";

/// The notes that the figures call for.
fn notes(catalog: &Catalog, shown: &[Cut<'_>], bases: &[Basis]) -> Vec<Line> {
    let mut notes = vec![WAGE_ONLY.into()];
    notes.extend(basis_note(catalog, shown));
    if bases.contains(&Basis::Estimate) {
        notes.push(line![
            Cell::Mark(Basis::Estimate),
            ": worked out, log-normal between two published points"
        ]);
    }
    if bases.contains(&Basis::AtLeast) {
        notes.push(line![
            Cell::Mark(Basis::AtLeast),
            ": top-coded, known only as at least that; a number in a later vintage is not a rise"
        ]);
    }
    let first = shown.first().map(|cut| cut.vintage.year);
    if shown.iter().any(|cut| Some(cut.vintage.year) != first) {
        notes.extend(
            catalog
                .about()
                .vintages
                .iter()
                .map(|said| line![&said.text, " ", Cell::cited(&said.sources)]),
        );
    }
    notes
}

/// Says which occupation the levels are read from, where several stand side by side.
fn basis_note(catalog: &Catalog, shown: &[Cut<'_>]) -> Option<Line> {
    let first = shown.first().map(|cut| &cut.occupation.id);
    let several = shown.iter().any(|cut| Some(&cut.occupation.id) != first);
    let basis = catalog.occupations().get(&catalog.about().default_occupation);
    several.then(|| {
        line![
            &basis.title,
            " is the basis, from which the levels' pay is read; it counts ",
            &basis.counts.text,
            " ",
            Cell::cited(&basis.counts.sources)
        ]
    })
}

/// Who is counted, by whom and when: `Managers, all other; BLS OEWS May 2025`.
fn population(catalog: &Catalog, cut: &Cut<'_>) -> Line {
    line![&cut.occupation.title, "; ", &catalog.sources().get(&cut.vintage.source).title]
}

/// Who published a pair of cuts.
fn published(pair: &Pair<'_>) -> Vec<Citation> {
    [Some(pair.cut), pair.quoted].into_iter().flatten().map(|cut| cut.citation()).collect()
}

/// What a level's band is paid: `$102,880 to $141,900 a year, 25th to 50th percentile`.
pub(super) fn band(level: &Level, cut: &Cut<'_>) -> Line {
    let (low, high) = cut.pay_in(level.band);
    line![
        Cell::Pay(low),
        " to ",
        Cell::Pay(high),
        " a year, ",
        Cell::Percentile(level.band.from.number()),
        " to ",
        Cell::Percentile(level.band.to.number()),
        " percentile"
    ]
}

/// Every cut that is shown.
fn shown<'a>(pairs: &[Pair<'a>]) -> Vec<Cut<'a>> {
    pairs.iter().flat_map(|pair| [Some(pair.cut), pair.quoted]).flatten().collect()
}

/// The vintage of all cuts, where they share one.
fn shared_vintage<'a>(cuts: &[Cut<'a>]) -> Option<&'a Vintage> {
    let first = cuts.first()?.vintage;
    cuts.iter().all(|cut| cut.vintage.year == first.year).then_some(first)
}

/// Titles the columns of pay by their vintages, as far as all rows share them.
fn headed<Row: Tabular>(
    rows: Rows<Row>,
    pairs: &[Pair<'_>],
    pay: &'static str,
    quoted: &'static str,
) -> Rows<Row> {
    let cuts: Vec<Cut<'_>> = pairs.iter().map(|pair| pair.cut).collect();
    let rows = match shared_vintage(&cuts) {
        Some(vintage) => rows.titled(pay, vintage.title.as_str()),
        None => rows.showing(&[
            "occupation",
            "vintage",
            "pay",
            "pay_low",
            "pay_high",
            "standing",
            "between",
            "sources",
        ]),
    };
    match pairs.first().and_then(|pair| pair.quoted) {
        Some(cut) => rows.titled(quoted, cut.vintage.title.as_str()),
        None => rows,
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
    wages.map(|wage| query::Pay::from(wage).basis()).collect()
}
