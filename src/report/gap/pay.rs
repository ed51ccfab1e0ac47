//! The step of pay from a person's level to the one to reach, where they live. Knows no skills.

use serde::Serialize;

use crate::catalog::{Catalog, Citation, Level, LevelId, Percentile, Text, distinct};
use crate::query::{
    Aim, Basis, Cut, Goal, Pay, Person, QueryError, Setting, SettingChoice, VintageChoice, basis,
    beside, chosen, settings,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::salary;
use crate::report::sheet::{Align, Column, Layout, Rows, Tabular};

/// The wages that both bands are read from.
pub(super) struct Pays<'a> {
    cut: Cut<'a>,
    us: Option<Cut<'a>>,
    /// The place of the person, where it is no place that wages are held of.
    left_out: Option<String>,
}

impl<'a> Pays<'a> {
    /// Looks where it is asked for, else at the person's place, else in the nation.
    ///
    /// # Errors
    /// When there is no such place, or no wages to read pay from.
    pub(super) fn of(
        catalog: &'a Catalog,
        person: &Person<'_>,
        goal: &Goal<'_>,
        area: Option<&str>,
    ) -> Result<Self, QueryError> {
        if let Some(name) = area {
            return Pays::at(catalog, name);
        }
        let nation = || Ok(Pays { cut: basis(catalog)?, us: None, left_out: None });
        let Some(place) = &person.place else { return nation() };
        match Pays::at(catalog, place) {
            Ok(here) if here.holds(goal.level) => Ok(here),
            Ok(_) | Err(_) => Ok(Pays { left_out: Some(place.clone()), ..nation()? }),
        }
    }

    fn at(catalog: &'a Catalog, name: &str) -> Result<Self, QueryError> {
        let found = settings(catalog, &SettingChoice::Places(vec![name.to_owned()]))?;
        let setting = found.into_iter().next().unwrap_or(Setting::Nation);
        let occupation = basis(catalog)?.occupation;
        let cut = chosen(catalog, occupation, setting, &VintageChoice::Newest)?.pop();
        let cut = cut.map_or_else(|| basis(catalog), Ok)?;
        Ok(Pays { us: beside(catalog, &cut), cut, left_out: None })
    }

    /// Whether a level's band has any figure.
    fn holds(&self, level: &Level) -> bool {
        let (low, high) = self.cut.pay_in(level.band);
        [low, high].iter().any(|pay| !matches!(pay, Pay::Missing(_)))
    }

    /// The band of the level one is on, where it is a lower one, and that of the one to reach.
    fn bands(&self, goal: &Goal<'a>) -> Vec<(&'a Level, Whose)> {
        let here =
            goal.from.filter(|from| from.id < goal.level.id).map(|from| (from, Whose::Yours));
        let whose = if goal.aim == Aim::Top { Whose::Yours } else { Whose::Goal };
        here.into_iter().chain([(goal.level, whose)]).collect()
    }

    pub(super) fn rows(&self, goal: &Goal<'a>) -> Rows<PayRow> {
        let us = self.us.as_ref();
        let rows = self.bands(goal).into_iter();
        let rows = rows.map(|(level, whose)| PayRow::new(level, whose, &self.cut, us)).collect();
        let heading = line!["Pay, "].then(self.place()).then(line![", ", &self.cut.vintage.title]);
        Rows::new("pay", Layout::Table, rows).under(heading)
    }

    /// Where.
    fn place(&self) -> Line {
        self.cut.setting.area().map_or_else(|| line!["US"], |area| line![&area.title])
    }

    pub(super) fn notes(&self, goal: &Goal<'a>) -> Vec<Line> {
        let mut notes = Vec::new();
        if let Some(place) = &self.left_out {
            notes.push(line![
                "no pay of this level is held for your place, ",
                place,
                ": the nation's is shown"
            ]);
        }
        if let (false, Some(area)) = (self.holds(goal.level), self.cut.setting.area()) {
            let asked = ["salary", "--level", goal.level.id.as_str(), "--area", area.id.as_str()];
            notes.push(line![
                "why pay is missing here, and where to look instead: ",
                Cell::Command(command(asked))
            ]);
        }
        let bands = self.bands(goal);
        let what = match bands.len() {
            1 => line!["pay is a guide's band over official wages"],
            _ => line!["the step of pay is the difference between two bands, no promised rise"],
        };
        notes.push(what.then(line![": ", &self.cut.occupation.title, "; ", salary::WAGE_ONLY]));
        let pays = bands.into_iter().flat_map(|(level, _)| {
            let (low, high) = self.cut.pay_in(level.band);
            [low, high]
        });
        if pays.into_iter().any(|pay| pay.basis() == Basis::Estimate) {
            notes.push(salary::estimated());
        }
        notes
    }
}

/// What a level is paid.
#[derive(Debug, Serialize)]
pub(super) struct PayRow {
    id: LevelId,
    level: Text,
    yours: bool,
    percentile_low: Percentile,
    percentile_high: Percentile,
    pub(super) pay_low: Pay,
    pub(super) pay_high: Pay,
    basis_low: Basis,
    basis_high: Basis,
    us_low: Option<Pay>,
    us_high: Option<Pay>,
    sources: Vec<Citation>,
}

impl PayRow {
    pub(super) fn new(level: &Level, yours: Whose, cut: &Cut<'_>, us: Option<&Cut<'_>>) -> Self {
        let (pay_low, pay_high) = cut.pay_in(level.band);
        let (us_low, us_high) = us.map(|us| us.pay_in(level.band)).unzip();
        let cited = us.iter().map(|us| us.citation()).chain([cut.citation()]);
        PayRow {
            id: level.id,
            level: level.title,
            yours: yours == Whose::Yours,
            percentile_low: level.band.from,
            percentile_high: level.band.to,
            basis_low: pay_low.basis(),
            basis_high: pay_high.basis(),
            pay_low,
            pay_high,
            us_low,
            us_high,
            sources: distinct(level.sources.iter().cloned().chain(cited)),
        }
    }
}

/// Whether a level is the reader's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The one that the reader is on.
    Yours,
    /// The one to reach.
    Goal,
}

impl Tabular for PayRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("level", "Level", |row| Cell::text(row.level.as_str())),
        Column::number("percentile_low", "Percentile", |row| {
            Cell::Percentile(row.percentile_low.number())
        }),
        Column::number("percentile_high", "to", |row| {
            Cell::Percentile(row.percentile_high.number())
        }),
        Column::number("pay_low", "Pay from", |row| Cell::Pay(row.pay_low.clone())),
        Column::number("pay_high", "Pay to", |row| Cell::Pay(row.pay_high.clone())),
        Column::data(Align::Left, "basis_low", "Basis", |row| Cell::Basis(row.basis_low)),
        Column::data(Align::Left, "basis_high", "Basis", |row| Cell::Basis(row.basis_high)),
        Column::number("us_low", "US from", |row| {
            row.us_low.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::number("us_high", "US to", |row| {
            row.us_high.clone().map_or(Cell::Empty, Cell::Pay)
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];

    fn is_yours(&self) -> bool {
        self.yours
    }
}
