//! `salary --percentile P`: what is paid at a percentile.

use serde::Serialize;

use super::head::{Head, headed_columns};
use super::in_words::Apart;
use super::{Answered, Pair, Pairs, Population, cuts, in_words, quoted_at, strip};
use crate::catalog::{Catalog, Citation, Percentile, Text};
use crate::query::{Basis, Cut, Pay, QueryError};
use crate::report::cell::{Cell, line};
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::{QuoteRow, StatementRow};
use crate::report::{Chart, Report, Said, Strip};

/// What an occupation is paid at the percentile.
#[derive(Debug, Serialize)]
struct AtRow {
    #[serde(flatten)]
    head: Head,
    pay: Pay,
    basis: Basis,
    beside: Option<Text>,
    beside_pay: Option<Pay>,
    beside_basis: Option<Basis>,
    counts: StatementRow,
    sources: Vec<Citation>,
    #[serde(skip)]
    strip: Strip,
}

impl AtRow {
    fn new(pair: &Pair<'_>, percentile: Percentile, apart: Apart) -> Self {
        let cut = &pair.cut;
        let pay = cut.pay_at(percentile);
        let beside_pay = pair.beside.map(|beside| beside.pay_at(percentile));
        AtRow {
            strip: strip(cut, apart.label(cut), pay.usd().into_iter().collect()),
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
        Column::data(Align::Left, "beside", "Beside", |row| Cell::maybe(row.beside)),
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
    us: Option<Strip>,
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
    let Pairs { pairs, not_held } = asked.pairs(catalog)?;
    let apart = Apart::of(&cuts(&pairs));
    let rows: Vec<AtRow> = pairs.iter().map(|pair| AtRow::new(pair, percentile, apart)).collect();
    let answered = Answered {
        pairs: &pairs,
        not_held: &not_held,
        complete: rows.iter().map(|row| row.pay.usd().is_some()).collect(),
        bases: rows.iter().flat_map(|row| [Some(row.basis), row.beside_basis]).flatten().collect(),
        side: vec!["--percentile".to_owned(), percentile.number().to_string()],
    };
    let what = line![Cell::Percentile(percentile.number()), " percentile pay"];
    let figure = |cut: &Cut<'_>| in_words::pay(cut.pay_at(percentile));
    let said = Said::from(in_words::figures(catalog, &pairs, what, figure))
        .noting(answered.notes(catalog, asked))
        .hinting(asked.next([["--of", "120k"]]));
    let occupations = Rows::new("occupations", Layout::Table, rows);
    let shown = if apart.places || apart.vintages { &FIGURES[..3] } else { &FIGURES };
    Ok(SalaryAt {
        us: answered.us(|us| us.pay_at(percentile).usd().into_iter().collect()),
        said,
        percentile,
        occupations: answered.headed(occupations, shown, "pay", "beside_pay"),
        quotes: asked.quoting(|| quoted_at(catalog, percentile.number())),
    })
}

/// The columns that people see; who is counted only where there is room beside what tells rows apart.
const FIGURES: [&str; 4] = ["beside_pay", "pay", "sources", "counts"];

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

    fn chart(&self) -> Option<Chart> {
        let mark = line!["the ", Cell::Percentile(self.percentile.number()), " percentile"];
        let strips = self.occupations.rows.iter().map(|row| &row.strip).chain(&self.us);
        Some(Chart::of(strips, Some(mark)))
    }
}
