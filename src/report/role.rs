//! Rows on job titles that several reports share: what a role is, where it is filed, what it is paid. Answers no question
//! itself.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::sheet::{Align, Column, Tabular};
use super::statements::StatementRow;
use crate::catalog::{Catalog, Citation, OccupationId, Role, RoleId, Text, distinct};
use crate::query::{PaidAs, Pay, QueryError, RolePay, filed_under, role_pay};

/// A job title with what sources say of it.
#[derive(Debug, Serialize)]
pub struct RoleRow {
    id: RoleId,
    title: Text,
    track: Option<Text>,
    about: Vec<StatementRow>,
    sources: Vec<Citation>,
}

impl RoleRow {
    /// A title with all that is said of it.
    pub fn new(catalog: &Catalog, role: &Role) -> Self {
        RoleRow {
            id: role.id,
            title: role.title,
            track: role.track.as_ref().map(|id| catalog.tracks().get(id).title),
            about: role.about.iter().map(StatementRow::from).collect(),
            sources: distinct(role.citations().cloned()),
        }
    }
}

impl RoleRow {
    /// Whether we inferred something.
    pub fn is_inferred(&self) -> bool {
        self.about.iter().any(StatementRow::is_inferred)
    }
}

impl Tabular for RoleRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("title", "Title", |row| Cell::text(row.title.as_str())),
        Column::words("track", "Track", |row| Cell::maybe(row.track)),
        Column::words("about", "What it is", |row| {
            Cell::sentences(row.about.iter().map(StatementRow::line))
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What a role is paid, and as what.
#[derive(Debug, Clone, Serialize)]
pub struct RolePayRow {
    /// The level whose band it is, where it is one.
    level: Option<Text>,
    code: OccupationId,
    occupation: Text,
    vintage: Text,
    low: Pay,
    high: Pay,
    sources: Vec<Citation>,
}

impl From<&RolePay<'_>> for RolePayRow {
    fn from(paid: &RolePay<'_>) -> Self {
        let level = match paid.paid_as {
            PaidAs::Level(level) => Some(level),
            PaidAs::Occupation(_) => None,
        };
        RolePayRow {
            level: level.map(|level| level.title),
            code: paid.cut.occupation.id,
            occupation: paid.cut.occupation.title,
            vintage: paid.cut.vintage.title,
            low: paid.low.clone(),
            high: paid.high.clone(),
            sources: distinct(
                level.iter().flat_map(|level| level.sources.to_vec()).chain([paid.cut.citation()]),
            ),
        }
    }
}

impl RolePayRow {
    /// What a role is paid; empty where no source puts it anywhere.
    ///
    /// # Errors
    /// When there are no wages to read a level's pay from.
    pub fn of(catalog: &Catalog, role: &Role) -> Result<Vec<RolePayRow>, QueryError> {
        let mut rows: Vec<RolePayRow> =
            role_pay(catalog, role)?.iter().map(RolePayRow::from).collect();
        // Who files a role under an occupation is part of who says what it is paid.
        for row in rows.iter_mut().filter(|row| row.level.is_none()) {
            let filed = filed_under(catalog, role).into_iter().flat_map(Role::citations);
            row.sources = distinct(row.sources.drain(..).chain(filed.cloned()));
        }
        Ok(rows)
    }

    /// The pay with what it is read from: `$102,880 to $141,900 (Mid band of Managers, all other)`.
    pub fn line(&self) -> Line {
        let pay = line![Cell::Pay(self.low.clone()), " to ", Cell::Pay(self.high.clone()), " ("];
        let of = match &self.level {
            Some(level) => line![level, " band of ", &self.occupation],
            None => line![&self.occupation, ", 25th to 75th percentile"],
        };
        pay.then(of).then(line![", ", &self.vintage, ")"])
    }

    /// Several of them as a cell; where there are none, why.
    pub fn cell(of: &[RolePayRow]) -> Cell {
        match of {
            [] => Cell::text("missing: no source puts it on a level or under an occupation"),
            _ => Cell::sentences(of.iter().map(RolePayRow::line)),
        }
    }

    /// Who says so.
    pub fn sources(&self) -> &[Citation] {
        &self.sources
    }
}

/// A title that is listed as a role.
#[derive(Debug, Serialize)]
pub struct TitleRow {
    title: Text,
    sources: Vec<Citation>,
}

impl TitleRow {
    /// Every title that is listed as a role.
    pub fn all(role: &Role) -> Vec<TitleRow> {
        let sources = distinct(role.citations().cloned());
        let titles = role.listed_as.iter();
        titles.map(|title| TitleRow { title: *title, sources: sources.clone() }).collect()
    }
}

impl Tabular for TitleRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("title", "Title", |row| Cell::text(row.title.as_str())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
