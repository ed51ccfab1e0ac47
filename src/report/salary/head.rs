//! What every row of pay begins with: who is counted, where, and when. Knows no figure.

use serde::Serialize;

use crate::catalog::{AreaId, IndustryId, OccupationId, Text};
use crate::query::Cut;

/// Whose pay, where, and when.
#[derive(Debug, Serialize)]
pub struct Head {
    /// The occupation's code.
    pub code: OccupationId,
    /// Its title.
    pub occupation: Text,
    /// The place's code; none for the nation.
    pub area: Option<AreaId>,
    /// The place's title.
    pub place: Option<Text>,
    /// The industry's code; none for all of them.
    pub naics: Option<IndustryId>,
    /// The industry's title.
    pub industry: Option<Text>,
    /// The vintage.
    pub vintage: Text,
}

impl From<&Cut<'_>> for Head {
    fn from(cut: &Cut<'_>) -> Self {
        let (area, industry) = (cut.setting.area(), cut.setting.industry());
        Head {
            code: cut.occupation.id,
            occupation: cut.occupation.title,
            area: area.map(|area| area.id),
            place: area.map(|area| area.title),
            naics: industry.map(|industry| industry.id),
            industry: industry.map(|industry| industry.title),
            vintage: cut.vintage.title,
        }
    }
}

/// The columns of a row with a `head`, followed by its own; those in brackets come before it.
macro_rules! headed_columns {
    ([$($before:expr),*], $($column:expr),* $(,)?) => {
        &[
            $($before,)*
            $crate::report::sheet::Column::data(Align::Left, "code", "Code", |row| {
                Cell::text(row.head.code.as_str())
            }),
            $crate::report::sheet::Column::words("occupation", "Occupation", |row| {
                Cell::text(row.head.occupation.as_str())
            }),
            $crate::report::sheet::Column::data(Align::Left, "area", "Area", |row| {
                Cell::maybe(row.head.area.as_ref().map(|area| area.as_str()))
            }),
            $crate::report::sheet::Column::data(Align::Left, "place", "Place", |row| {
                Cell::maybe(row.head.place)
            }),
            $crate::report::sheet::Column::data(Align::Left, "naics", "NAICS", |row| {
                Cell::maybe(row.head.naics.as_ref().map(|industry| industry.as_str()))
            }),
            $crate::report::sheet::Column::data(Align::Left, "industry", "Industry", |row| {
                Cell::maybe(row.head.industry)
            }),
            $crate::report::sheet::Column::data(Align::Left, "vintage", "Vintage", |row| {
                Cell::text(row.head.vintage.as_str())
            }),
            $($column),*
        ]
    };
    ($($column:expr),* $(,)?) => {
        $crate::report::salary::headed_columns!([], $($column),*)
    };
}
pub(in crate::report) use headed_columns;
