//! `salary --percentile P`: what is paid at a percentile.

use serde::Serialize;

use super::{Pair, Population, notes, population, published, quoted_at, shown};
use crate::catalog::{Catalog, Citation, OccupationId, Percentile};
use crate::query::{Basis, Pay, QueryError};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::{QuoteRow, StatementRow};
use crate::report::{Report, Said};

/// What an occupation is paid at the percentile.
#[derive(Debug, Serialize)]
struct AtRow {
    code: OccupationId,
    occupation: String,
    vintage: String,
    pay: Pay,
    basis: Basis,
    quoted_vintage: Option<String>,
    quoted_pay: Option<Pay>,
    quoted_basis: Option<Basis>,
    counts: StatementRow,
    sources: Vec<Citation>,
}

impl AtRow {
    fn new(pair: &Pair<'_>, percentile: Percentile) -> Self {
        let cut = &pair.cut;
        let pay = cut.pay_at(percentile);
        let quoted_pay = pair.quoted.map(|quoted| quoted.pay_at(percentile));
        AtRow {
            code: cut.occupation.id.clone(),
            occupation: cut.occupation.title.clone(),
            vintage: cut.vintage.title.clone(),
            basis: pay.basis(),
            pay,
            quoted_vintage: pair.quoted.map(|quoted| quoted.vintage.title.clone()),
            quoted_basis: quoted_pay.as_ref().map(Pay::basis),
            quoted_pay,
            counts: StatementRow::from(&cut.occupation.counts),
            sources: published(pair),
        }
    }
}

impl Tabular for AtRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::data(Align::Left, "vintage", "Vintage", |row| Cell::text(row.vintage.as_str())),
        Column::data(Align::Left, "quoted_vintage", "Before", |row| {
            Cell::maybe(row.quoted_vintage.as_deref())
        }),
        Column::number("quoted_pay", "Before", |row| {
            row.quoted_pay.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("pay", "Pay", |row| Cell::Pay(row.pay.clone())),
        Column::data(Align::Left, "basis", "Basis", |row| Cell::Basis(row.basis)),
        Column::data(Align::Left, "quoted_basis", "Basis", |row| {
            row.quoted_basis.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::words("counts", "Who is counted", |row| Cell::sentences([row.counts.cited_line()])),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What is paid at a percentile.
#[derive(Debug, Serialize)]
pub struct SalaryAt {
    #[serde(skip)]
    said: Said,
    percentile: Percentile,
    occupations: Rows<AtRow>,
    quotes: Rows<QuoteRow>,
}

/// Works out what each chosen occupation is paid at a percentile.
///
/// # Errors
/// When there is no such occupation or vintage.
pub fn at(
    catalog: &Catalog,
    percentile: Percentile,
    asked: &Population,
) -> Result<SalaryAt, QueryError> {
    let pairs = asked.pairs(catalog)?;
    let rows: Vec<AtRow> = pairs.iter().map(|pair| AtRow::new(pair, percentile)).collect();
    let bases: Vec<Basis> =
        rows.iter().flat_map(|row| [Some(row.basis), row.quoted_basis]).flatten().collect();
    let mut occupations = Rows::new("occupations", Layout::Table, rows);
    occupations = super::headed(occupations, &pairs, "pay", "quoted_pay");
    Ok(SalaryAt {
        said: Said::from(
            pairs.first().map_or_else(Line::default, |pair| answer(catalog, pair, percentile)),
        )
        .noting(notes(catalog, &shown(&pairs), &bases))
        .hinting([command(["salary", "--of", "120k"])]),
        percentile,
        occupations,
        quotes: quoted_at(catalog, percentile.number()),
    })
}

fn answer(catalog: &Catalog, pair: &Pair<'_>, percentile: Percentile) -> Line {
    let cut = &pair.cut;
    let what = line![Cell::Percentile(percentile.number()), " percentile pay, US: "];
    let end = |bound: f64, side| {
        line![" a year, the ", Cell::Percentile(bound), ", the ", side, " that is published ("]
    };
    let said = match cut.pay_at(percentile) {
        Pay::Estimate(usd) => line!["about ", Cell::Money(usd), " a year (estimate; "],
        Pay::Above(point) => {
            line!["above ", Cell::Money(point.usd)].then(end(point.percentile, "highest"))
        }
        Pay::Below(point) => {
            line!["below ", Cell::Money(point.usd)].then(end(point.percentile, "lowest"))
        }
        Pay::AtLeast(usd) => line![Cell::Money(usd), " a year or more (top-coded; "],
        Pay::Missing(reason) => line!["missing (", &reason, "; "],
        pay @ Pay::Published(_) => line![Cell::Pay(pay), " a year ("],
    };
    what.then(said).then(population(catalog, cut)).then(line![")"])
}

impl Report for SalaryAt {
    fn name(&self) -> &'static str {
        "salary-percentile"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.occupations, &mut self.quotes]
    }
}
