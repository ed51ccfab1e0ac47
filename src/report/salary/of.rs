//! `salary --of AMOUNT`: which percentile a pay is.

use serde::Serialize;

use super::head::{Head, headed_columns};
use super::in_words::{self, Apart};
use super::{Answered, Pair, Pairs, Population, cuts, quoted_medians, strip};
use crate::catalog::{Catalog, Citation, Text, Usd};
use crate::query::{Basis, Cut, Point, QueryError, Setting, Standing, standing_of, surroundings};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::QuoteRow;
use crate::report::{Chart, Report, Said, Strip};

/// Where a pay stands in an occupation.
#[derive(Debug, Serialize)]
struct OfRow {
    #[serde(flatten)]
    head: Head,
    standing: Standing,
    basis: Basis,
    between: Vec<Point>,
    beside: Option<Text>,
    beside_standing: Option<Standing>,
    beside_basis: Option<Basis>,
    sources: Vec<Citation>,
    #[serde(skip)]
    strip: Strip,
}

impl OfRow {
    fn new(pair: &Pair<'_>, pay: Usd, apart: Apart) -> Self {
        let cut = &pair.cut;
        let standing = standing_of(cut.row, pay);
        let beside_standing = pair.beside.map(|beside| standing_of(beside.row, pay));
        let near = surroundings(cut.row, pay);
        let mut between: Vec<Point> = near.below.into_iter().chain(near.above).collect();
        // At a tie the nearest above is the lowest of the equal ones.
        between.sort_by(|a, b| a.percentile.total_cmp(&b.percentile));
        between.dedup();
        OfRow {
            strip: strip(cut, apart.label(cut), vec![pay]),
            head: Head::from(cut),
            standing,
            basis: standing.basis(),
            between,
            beside: pair.beside_title(),
            beside_basis: beside_standing.map(Standing::basis),
            beside_standing,
            sources: pair.citations(),
        }
    }
}

impl Tabular for OfRow {
    const COLUMNS: &'static [Column<Self>] = headed_columns![
        Column::data(Align::Left, "beside", "Beside", |row| Cell::maybe(row.beside)),
        Column::number("beside_standing", "Beside", |row| {
            row.beside_standing.map_or(Cell::Empty, Cell::Standing)
        }),
        Column::number("standing", "Percentile", |row| Cell::Standing(row.standing)),
        Column::data(Align::Left, "basis", "Basis", |row| Cell::Basis(row.basis)),
        Column::data(Align::Left, "beside_basis", "Basis", |row| {
            row.beside_basis.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::words("between", "Between", |row| Cell::Between(row.between.clone())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Which percentile a pay is.
#[derive(Debug, Serialize)]
pub struct SalaryOf {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    us: Option<Strip>,
    amount: Usd,
    occupations: Rows<OfRow>,
    quotes: Rows<QuoteRow>,
}

/// Works out which percentile of each chosen occupation a pay is.
///
/// # Errors
/// When there is no such occupation, place, industry or vintage.
pub fn of(catalog: &Catalog, amount: Usd, asked: &Population) -> Result<SalaryOf, QueryError> {
    let Pairs { pairs, not_held } = asked.pairs(catalog)?;
    let apart = Apart::of(&cuts(&pairs));
    let rows: Vec<OfRow> = pairs.iter().map(|pair| OfRow::new(pair, amount, apart)).collect();
    let inside = |row: &OfRow| matches!(row.basis, Basis::Published | Basis::Estimate);
    let answered = Answered {
        pairs: &pairs,
        not_held: &not_held,
        complete: rows.iter().map(inside).collect(),
        bases: rows.iter().flat_map(|row| [Some(row.basis), row.beside_basis]).flatten().collect(),
        side: vec!["--of".to_owned(), amount.rounded().to_string()],
    };
    let said = Said::from(answer(catalog, &pairs, amount))
        .noting(answered.notes(catalog, asked))
        .hinting(asked.next([["--percentile", "75"]]));
    let occupations = Rows::new("occupations", Layout::Table, rows)
        .under(line!["Percentile, and the published points next to it"]);
    let figures = ["beside_standing", "standing", "between", "sources"];
    Ok(SalaryOf {
        us: answered.us(|_| vec![amount]),
        said,
        amount,
        occupations: answered.headed(occupations, &figures, "standing", "beside_standing"),
        quotes: asked.quoting(|| quoted_medians(catalog)),
    })
}

/// `$150,000 a year is about the 55.5th percentile of Managers, all other in Seattle`, and of other places after it.
fn answer(catalog: &Catalog, pairs: &[Pair<'_>], amount: Usd) -> Line {
    let Some(Pair { cut: first, .. }) = pairs.first() else { return Line::default() };
    let cuts = cuts(pairs);
    let apart = Apart::of(&cuts);
    let of = |cut: &Cut<'_>| standing(standing_of(cut.row, amount));
    let source = &catalog.sources().get(&first.vintage.source).title;
    let words = line![Cell::Money(amount), " a year is "];
    let counted = line![" (", &first.occupation.title, "; ", source, ")"];
    if apart.places {
        let each =
            in_words::first_of(&cuts, |cut| of(cut).then(line![" in "]).then(apart.label(cut)));
        return words.then(each).then(counted);
    }
    let place = match first.setting {
        Setting::Nation => line![],
        Setting::Place(found) => line![" in ", &found.area.title],
        Setting::Industry(industry) => line![" in ", &industry.title],
    };
    let of = words.then(of(first)).then(line![" of ", &first.occupation.title]);
    of.then(place).then(line![" (", source, ")"])
}

fn standing(standing: Standing) -> Line {
    let percentile = |number: f64| Cell::Percentile(number);
    match standing {
        Standing::Published(number) => line!["the ", percentile(number), " percentile"],
        Standing::Estimate(number) => {
            line!["about the ", percentile(number.round()), " percentile"]
        }
        Standing::Tie { from, to } => {
            line!["the ", percentile(from), " to ", percentile(to), " percentile"]
        }
        Standing::Above(number) => {
            line!["above the ", percentile(number), " percentile, the highest known,"]
        }
        Standing::Below(number) => {
            line!["below the ", percentile(number), " percentile, the lowest known,"]
        }
        Standing::Missing => line!["at no known percentile"],
    }
}

impl Report for SalaryOf {
    fn name(&self) -> &'static str {
        "salary-of"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.occupations, &mut self.quotes]
    }

    fn chart(&self) -> Option<Chart> {
        let strips = self.occupations.rows.iter().map(|row| &row.strip).chain(&self.us);
        Some(Chart::of(strips, Some(line![Cell::Money(self.amount)])))
    }
}
