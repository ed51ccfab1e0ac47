//! `salary --percentile P`: what is paid at a percentile.

use serde::Serialize;

use super::head::{Head, headed_columns};
use super::{Answered, Pair, Population, chart, in_words, quoted_at};
use crate::catalog::{Catalog, Citation, Percentile};
use crate::query::{Basis, Cut, Pay, QueryError};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::{QuoteRow, StatementRow};
use crate::report::{Chart, Report, Said};

/// What an occupation is paid at the percentile.
#[derive(Debug, Serialize)]
struct AtRow {
    #[serde(flatten)]
    head: Head,
    pay: Pay,
    basis: Basis,
    beside: Option<String>,
    beside_pay: Option<Pay>,
    beside_basis: Option<Basis>,
    counts: StatementRow,
    sources: Vec<Citation>,
}

impl AtRow {
    fn new(pair: &Pair<'_>, percentile: Percentile) -> Self {
        let cut = &pair.cut;
        let pay = cut.pay_at(percentile);
        let beside_pay = pair.beside.map(|beside| beside.pay_at(percentile));
        AtRow {
            head: Head::from(cut),
            basis: pay.basis(),
            pay,
            beside: pair.beside_title(),
            beside_basis: beside_pay.as_ref().map(Pay::basis),
            beside_pay,
            counts: StatementRow::from(&cut.occupation.counts),
            sources: pair.citations(),
        }
    }
}

impl Tabular for AtRow {
    const COLUMNS: &'static [Column<Self>] = headed_columns![
        Column::data(Align::Left, "beside", "Beside", |row| Cell::maybe(row.beside.as_deref())),
        Column::number("beside_pay", "Beside", |row| {
            row.beside_pay.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("pay", "Pay", |row| Cell::Pay(row.pay.clone())),
        Column::data(Align::Left, "basis", "Basis", |row| Cell::Basis(row.basis)),
        Column::data(Align::Left, "beside_basis", "Basis", |row| {
            row.beside_basis.map_or(Cell::Empty, Cell::Basis)
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
    #[serde(skip)]
    chart: Chart,
    percentile: Percentile,
    occupations: Rows<AtRow>,
    quotes: Rows<QuoteRow>,
}

/// Works out what each chosen occupation is paid at a percentile.
///
/// # Errors
/// When there is no such occupation, place, industry or vintage.
pub fn at(
    catalog: &Catalog,
    percentile: Percentile,
    asked: &Population,
) -> Result<SalaryAt, QueryError> {
    let pairs = asked.pairs(catalog)?;
    let rows: Vec<AtRow> = pairs.iter().map(|pair| AtRow::new(pair, percentile)).collect();
    let number = percentile.number().to_string();
    let answered = Answered {
        pairs: &pairs,
        bases: rows.iter().flat_map(|row| [Some(row.basis), row.beside_basis]).flatten().collect(),
        side: vec!["--percentile".to_owned(), number],
    };
    let said = Said::from(answer(catalog, &pairs, percentile))
        .noting(answered.notes(catalog, asked)?)
        .hinting([command(["salary", "--of", "120k"])]);
    let marked = |cut: &Cut<'_>| cut.pay_at(percentile).usd().into_iter().collect();
    let mark = line!["the ", Cell::Percentile(percentile.number()), " percentile"];
    Ok(SalaryAt {
        said,
        chart: chart::strips(&pairs, marked, Some(mark)),
        percentile,
        occupations: answered.headed(
            Rows::new("occupations", Layout::Table, rows),
            "pay",
            "beside_pay",
        ),
        quotes: asked.quoting(|| quoted_at(catalog, percentile.number())),
    })
}

fn answer(catalog: &Catalog, pairs: &[Pair<'_>], percentile: Percentile) -> Line {
    let what = line![Cell::Percentile(percentile.number()), " percentile pay"];
    in_words::figures(catalog, pairs, what, |cut| pay(cut.pay_at(percentile)))
}

/// What is paid, with what it means where it is no published figure.
fn pay(pay: Pay) -> Line {
    let end = |bound: f64, end: &'static str| {
        // Where not even the outermost published percentile is there, more was published than is held.
        let side = if bound == 90.0 || bound == 10.0 { "published" } else { "held" };
        line![" a year, the ", Cell::Percentile(bound), ", the ", end, " that is ", side]
    };
    match pay {
        Pay::Estimate(usd) => line!["about ", Cell::Money(usd), " a year"],
        Pay::Above(point) => {
            line!["above ", Cell::Money(point.usd)].then(end(point.percentile, "highest"))
        }
        Pay::Below(point) => {
            line!["below ", Cell::Money(point.usd)].then(end(point.percentile, "lowest"))
        }
        Pay::AtLeast(usd) => line![Cell::Money(usd), " a year or more, top-coded"],
        Pay::Missing(reason) => line!["missing, ", &reason],
        pay @ Pay::Published(_) => line![Cell::Pay(pay), " a year"],
    }
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

    fn chart(&self) -> Option<&Chart> {
        Some(&self.chart)
    }
}
