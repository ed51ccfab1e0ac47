//! What is projected for an occupation, in one line. Knows no pay.

use serde::Serialize;

use crate::catalog::{Catalog, Citation, Occupation, OccupationId, Text};
use crate::query::projection;
use crate::report::cell::{Cell, Line, line};

/// What is projected for an occupation.
#[derive(Debug, Serialize)]
pub(super) struct OutlookRow {
    code: OccupationId,
    occupation: Text,
    from: u32,
    to: u32,
    pub(super) employment: u64,
    pub(super) growth: f64,
    pub(super) openings: u64,
    pub(super) education: Option<Text>,
    pub(super) sources: Vec<Citation>,
}

impl OutlookRow {
    pub(super) fn of(catalog: &Catalog, occupation: &Occupation) -> Option<Self> {
        let projection = projection(catalog, occupation)?;
        Some(OutlookRow {
            code: occupation.id,
            occupation: occupation.title,
            from: projection.from,
            to: projection.to,
            employment: projection.employment,
            growth: projection.growth,
            openings: projection.openings,
            education: projection.education,
            sources: projection.sources.to_vec(),
        })
    }

    /// `Software Developers: 15.8% growth from 2024 to 2034, 115,200 openings a year`.
    pub(super) fn line(&self) -> Line {
        line![
            &self.occupation,
            ": ",
            Cell::Percent(self.growth),
            " growth from ",
            Cell::Year(self.from),
            " to ",
            Cell::Year(self.to),
            ", ",
            Cell::Count(self.openings),
            " openings a year"
        ]
    }
}
