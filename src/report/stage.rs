//! A level of any ladder beside those of others, each in its own terms. Answers no question itself.

use serde::Serialize;

use super::cell::Cell;
use super::sheet::{Align, Column, Tabular};
use super::statements::StatementRow;
use crate::catalog::{Catalog, Citation, Ladder, Level, Rung, Text, YearSpan, Years, distinct};
use crate::query::{Basis, Pay, QueryError, basis, rung_name, standpoint};

/// A level of any ladder, in that ladder's terms.
#[derive(Debug, Serialize)]
pub struct StageRow {
    id: Text,
    level: Text,
    ladder: Option<Text>,
    grade: Option<Text>,
    years: Option<YearSpan>,
    ours: Option<Text>,
    pay_low: Option<Pay>,
    pay_high: Option<Pay>,
    basis_low: Option<Basis>,
    basis_high: Option<Basis>,
    scope: Vec<StatementRow>,
    horizon: Option<StatementRow>,
    reach: Option<StatementRow>,
    asks: Vec<StatementRow>,
    sources: Vec<Citation>,
}

impl StageRow {
    /// A level of a published ladder, beside ours where it states years.
    ///
    /// # Errors
    /// In a dataset without levels or phases.
    pub fn of_rung(catalog: &Catalog, ladder: &Ladder, rung: &Rung) -> Result<Self, QueryError> {
        let years = rung.years.and_then(|years| Years::new(f64::from(years)));
        let ours = years.map(|years| standpoint(catalog, years)).transpose()?;
        let said = rung.statements().flat_map(|said| &said.sources);
        Ok(StageRow {
            id: rung_name(&ladder.id, &rung.id).into(),
            level: rung.title,
            ladder: Some(ladder.title),
            grade: rung.grade,
            years: rung.years.map(|from| YearSpan { from, to: None }),
            ours: ours.map(|standpoint| standpoint.level.of.title),
            pay_low: None,
            pay_high: None,
            basis_low: None,
            basis_high: None,
            scope: StatementRow::all(&rung.scope),
            horizon: rung.horizon.as_ref().map(StatementRow::from),
            reach: rung.reach.as_ref().map(StatementRow::from),
            asks: StatementRow::all(&rung.asks),
            sources: distinct(rung.sources.iter().chain(said).cloned()),
        })
    }

    /// A level of our ladder.
    ///
    /// # Errors
    /// When there are no wages to read pay from.
    pub fn of_level(catalog: &Catalog, level: &Level) -> Result<Self, QueryError> {
        let cut = basis(catalog)?;
        let (low, high) = cut.pay_in(level.band);
        Ok(StageRow {
            id: level.id.name(),
            level: level.title,
            ladder: None,
            grade: None,
            years: Some(level.years),
            ours: None,
            basis_low: Some(low.basis()),
            basis_high: Some(high.basis()),
            pay_low: Some(low),
            pay_high: Some(high),
            scope: StatementRow::all(&level.scope),
            horizon: None,
            reach: None,
            asks: Vec::new(),
            sources: distinct(level.sources.iter().cloned().chain([cut.citation()])),
        })
    }
}

impl Tabular for StageRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("level", "Level", |row| Cell::text(row.level.as_str())),
        Column::data(Align::Left, "ladder", "Ladder", |row| Cell::maybe(row.ladder)),
        Column::words("grade", "Grade", |row| Cell::maybe(row.grade)),
        Column::words("years", "Years", |row| row.years.map_or(Cell::Empty, Cell::Years)),
        Column::words("ours", "Our level then", |row| Cell::maybe(row.ours)),
        Column::number("pay_low", "Pay from", |row| {
            row.pay_low.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("pay_high", "Pay to", |row| {
            row.pay_high.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::data(Align::Left, "basis_low", "Basis", |row| {
            row.basis_low.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::data(Align::Left, "basis_high", "Basis", |row| {
            row.basis_high.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::words("scope", "Scope", |row| StatementRow::cell(&row.scope)),
        Column::words("horizon", "Horizon", |row| StatementRow::cell(&row.horizon)),
        Column::words("reach", "Reach", |row| StatementRow::cell(&row.reach)),
        Column::words("asks", "Asks for", |row| StatementRow::cell(&row.asks)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

impl StageRow {
    /// What it is paid, from a lower to an upper end; a published ladder names no pay.
    pub fn pay(&self) -> Option<(Pay, Pay)> {
        self.pay_low.clone().zip(self.pay_high.clone())
    }

    /// Its years.
    pub fn years(&self) -> Option<YearSpan> {
        self.years
    }
}

/// How a level of a published ladder is set beside ours.
pub const OURS: &str = "our level then: the one in which the fewest years lie that the ladder asks for; nothing \
                        else matches the two";
