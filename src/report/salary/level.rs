//! `salary --level L`: what each occupation is paid in a level's band of percentiles.

use serde::Serialize;

use super::{Pair, Population, band, notes, population, published, shown};
use crate::catalog::{Catalog, Citation, Level, LevelId, OccupationId};
use crate::query::{Basis, Pay, QueryError, lookup};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::{QuoteRow, quotes};
use crate::report::{Report, Said};

/// What an occupation is paid from the lower to the upper end of the band.
#[derive(Debug, Serialize)]
struct BandRow {
    code: OccupationId,
    occupation: String,
    vintage: String,
    pay_low: Pay,
    pay_high: Pay,
    basis_low: Basis,
    basis_high: Basis,
    quoted_vintage: Option<String>,
    quoted_low: Option<Pay>,
    quoted_high: Option<Pay>,
    quoted_basis_low: Option<Basis>,
    quoted_basis_high: Option<Basis>,
    sources: Vec<Citation>,
}

impl BandRow {
    fn new(pair: &Pair<'_>, level: &Level) -> Self {
        let cut = &pair.cut;
        let (pay_low, pay_high) = cut.pay_in(level.band);
        let quoted = pair.quoted.map(|quoted| quoted.pay_in(level.band));
        let (quoted_low, quoted_high) = quoted.unzip();
        BandRow {
            code: cut.occupation.id.clone(),
            occupation: cut.occupation.title.clone(),
            vintage: cut.vintage.title.clone(),
            basis_low: pay_low.basis(),
            basis_high: pay_high.basis(),
            pay_low,
            pay_high,
            quoted_basis_low: quoted_low.as_ref().map(Pay::basis),
            quoted_basis_high: quoted_high.as_ref().map(Pay::basis),
            quoted_vintage: pair.quoted.map(|quoted| quoted.vintage.title.clone()),
            quoted_low,
            quoted_high,
            sources: published(pair),
        }
    }

    fn bases(&self) -> impl Iterator<Item = Basis> {
        let quoted = [self.quoted_basis_low, self.quoted_basis_high].into_iter().flatten();
        [self.basis_low, self.basis_high].into_iter().chain(quoted)
    }
}

impl Tabular for BandRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::data(Align::Left, "vintage", "Vintage", |row| Cell::text(row.vintage.as_str())),
        Column::data(Align::Left, "quoted_vintage", "Before", |row| {
            Cell::maybe(row.quoted_vintage.as_deref())
        }),
        Column::number("quoted_low", "Before", |row| {
            row.quoted_low.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("quoted_high", "up to", |row| {
            row.quoted_high.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("pay_low", "Pay", |row| Cell::Pay(row.pay_low.clone())),
        Column::number("pay_high", "up to", |row| Cell::Pay(row.pay_high.clone())),
        Column::data(Align::Left, "basis_low", "Basis", |row| Cell::Basis(row.basis_low)),
        Column::data(Align::Left, "basis_high", "Basis", |row| Cell::Basis(row.basis_high)),
        Column::data(Align::Left, "quoted_basis_low", "Basis", |row| {
            row.quoted_basis_low.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::data(Align::Left, "quoted_basis_high", "Basis", |row| {
            row.quoted_basis_high.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What a level is paid.
#[derive(Debug, Serialize)]
pub struct SalaryLevel {
    #[serde(skip)]
    said: Said,
    level: LevelId,
    occupations: Rows<BandRow>,
    quotes: Rows<QuoteRow>,
}

/// Works out what each chosen occupation is paid in a level's band.
///
/// # Errors
/// When there is no such level, occupation or vintage.
pub fn level(catalog: &Catalog, name: &str, asked: &Population) -> Result<SalaryLevel, QueryError> {
    let level = lookup(catalog.levels(), name)?;
    let pairs = asked.pairs(catalog)?;
    let rows: Vec<BandRow> = pairs.iter().map(|pair| BandRow::new(pair, level)).collect();
    let bases: Vec<Basis> = rows.iter().flat_map(BandRow::bases).collect();
    let mut occupations = Rows::new("occupations", Layout::Table, rows);
    occupations = super::headed(occupations, &pairs, "pay_low", "quoted_low");
    let quoted = catalog.quotes().iter().filter(|quote| quote.level.as_ref() == Some(&level.id));
    let mut said = notes(catalog, &shown(&pairs), &bases);
    said.push(line![
        "that ",
        &level.title,
        " level is paid within this band is a guide's reading ",
        Cell::cited(&level.sources),
        "; official data do not record levels",
    ]);
    Ok(SalaryLevel {
        said: Said::from(
            pairs.first().map_or_else(Line::default, |pair| answer(catalog, pair, level)),
        )
        .noting(said)
        .hinting([command(["levels", level.id.as_str()])]),
        level: level.id.clone(),
        occupations,
        quotes: quotes(quoted),
    })
}

fn answer(catalog: &Catalog, pair: &Pair<'_>, level: &Level) -> Line {
    line![&level.title, " level pay, US: "]
        .then(band(level, &pair.cut))
        .then(line![" ("])
        .then(population(catalog, &pair.cut))
        .then(line![")"])
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
}
