//! `salary --level L`: what each occupation is paid in a level's band of percentiles.

use serde::Serialize;

use super::head::{Head, headed_columns};
use super::in_words::{self, Apart, band};
use super::{Answered, Pair, Pairs, Population, cuts, ends, strip};
use crate::catalog::{Catalog, Citation, Level, LevelId, Text};
use crate::query::{Basis, Pay, QueryError, lookup};
use crate::report::cell::{Cell, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::{QuoteRow, quotes};
use crate::report::{Chart, Report, Said, Strip};

/// What an occupation is paid from the lower to the upper end of the band.
#[derive(Debug, Serialize)]
struct BandRow {
    #[serde(flatten)]
    head: Head,
    pay_low: Pay,
    pay_high: Pay,
    basis_low: Basis,
    basis_high: Basis,
    beside: Option<Text>,
    beside_low: Option<Pay>,
    beside_high: Option<Pay>,
    beside_basis_low: Option<Basis>,
    beside_basis_high: Option<Basis>,
    sources: Vec<Citation>,
    #[serde(skip)]
    strip: Strip,
}

impl BandRow {
    fn new(pair: &Pair<'_>, level: &Level, apart: Apart) -> Self {
        let cut = &pair.cut;
        let (pay_low, pay_high) = cut.pay_in(level.band);
        let beside = pair.beside.map(|beside| beside.pay_in(level.band));
        let (beside_low, beside_high) = beside.unzip();
        BandRow {
            strip: strip(cut, apart.label(cut), ends(cut, level.band)),
            head: Head::from(cut),
            basis_low: pay_low.basis(),
            basis_high: pay_high.basis(),
            pay_low,
            pay_high,
            beside: pair.beside_title(),
            beside_basis_low: beside_low.as_ref().map(Pay::basis),
            beside_basis_high: beside_high.as_ref().map(Pay::basis),
            beside_low,
            beside_high,
            sources: pair.citations(),
        }
    }

    fn bases(&self) -> impl Iterator<Item = Basis> {
        let beside = [self.beside_basis_low, self.beside_basis_high].into_iter().flatten();
        [self.basis_low, self.basis_high].into_iter().chain(beside)
    }
}

impl Tabular for BandRow {
    const COLUMNS: &'static [Column<Self>] = headed_columns![
        Column::data(Align::Left, "beside", "Beside", |row| Cell::maybe(row.beside)),
        Column::number("beside_low", "Beside", |row| {
            row.beside_low.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("beside_high", "up to", |row| {
            row.beside_high.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("pay_low", "Pay", |row| Cell::Pay(row.pay_low.clone())),
        Column::number("pay_high", "up to", |row| Cell::Pay(row.pay_high.clone())),
        Column::data(Align::Left, "basis_low", "Basis", |row| Cell::Basis(row.basis_low)),
        Column::data(Align::Left, "basis_high", "Basis", |row| Cell::Basis(row.basis_high)),
        Column::data(Align::Left, "beside_basis_low", "Basis", |row| {
            row.beside_basis_low.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::data(Align::Left, "beside_basis_high", "Basis", |row| {
            row.beside_basis_high.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What a level is paid.
#[derive(Debug, Serialize)]
pub struct SalaryLevel {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    us: Option<Strip>,
    #[serde(skip)]
    title: Text,
    level: LevelId,
    occupations: Rows<BandRow>,
    quotes: Rows<QuoteRow>,
}

/// Works out what each chosen occupation is paid in a level's band.
///
/// # Errors
/// When there is no such level, occupation, place, industry or vintage.
pub fn level(catalog: &Catalog, name: &str, asked: &Population) -> Result<SalaryLevel, QueryError> {
    let level = lookup(catalog.levels(), name)?;
    let Pairs { pairs, not_held } = asked.pairs(catalog)?;
    let apart = Apart::of(&cuts(&pairs));
    let rows: Vec<BandRow> = pairs.iter().map(|pair| BandRow::new(pair, level, apart)).collect();
    let answered = Answered {
        pairs: &pairs,
        not_held: &not_held,
        complete: rows
            .iter()
            .map(|row| row.pay_low.usd().and(row.pay_high.usd()).is_some())
            .collect(),
        bases: rows.iter().flat_map(BandRow::bases).collect(),
        side: vec!["--level".to_owned(), level.id.as_str().to_owned()],
    };
    let reading = line![
        "that ",
        &level.title,
        " level is paid within this band is a guide's reading ",
        Cell::cited(&level.sources),
        "; official data do not record levels",
    ];
    let what = line![&level.title, " level pay"];
    let answer = in_words::figures(catalog, &pairs, what, |cut| band(level, cut));
    let quoted = catalog.quotes().iter().filter(|quote| quote.level.as_ref() == Some(&level.id));
    let occupations = Rows::new("occupations", Layout::Table, rows);
    let figures = ["beside_low", "beside_high", "pay_low", "pay_high", "sources"];
    Ok(SalaryLevel {
        us: answered.us(|us| ends(us, level.band)),
        said: Said::from(answer)
            .noting(answered.notes(catalog, asked))
            .noting([reading])
            .hinting([command(["levels", level.id.as_str()])]),
        title: level.title,
        level: level.id,
        occupations: answered.headed(occupations, &figures, "pay_low", "beside_low"),
        quotes: asked.quoting(|| quotes(quoted)),
    })
}

impl Report for SalaryLevel {
    fn name(&self) -> &'static str {
        "salary-level"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.occupations, &mut self.quotes]
    }

    fn chart(&self) -> Option<Chart> {
        let strips = self.occupations.rows.iter().map(|row| &row.strip).chain(&self.us);
        Some(Chart::of(strips, Some(line!["the band of ", &self.title])))
    }
}
