//! What is known of pay beyond the ladder: places, industries, projections, and the wages of each occupation. Knows no question.

use serde::{Deserialize, Serialize};

use super::area::Area;
use super::id::Collection;
use super::industry::Industry;
use super::part::Part;
use super::projection::Projection;
use super::wage::{OccupationId, Spread, WageRow};

/// Which parts there are.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Holdings {
    /// Moves from role to role.
    pub moves: bool,
    /// Places that wages are published for.
    pub places: bool,
    /// Projections of jobs.
    pub projections: bool,
}

/// Places, industries, projections, and the wages of each occupation.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Market {
    pub(super) holds: Holdings,
    pub(super) areas: Part<Collection<Area>>,
    pub(super) industries: Part<Collection<Industry>>,
    pub(super) projections: Part<Vec<Projection>>,
    /// In the order of the occupations.
    pub(super) wages: Vec<Wages>,
    pub(super) unpublished: WageRow,
}

/// The wages of one occupation.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Wages {
    pub(super) national: Part<Vec<WageRow>>,
    pub(super) by_industry: Part<Spread<Industry>>,
    pub(super) by_place: Part<Spread<Area>>,
}

impl Market {
    pub(super) fn national(&self, of: &OccupationId) -> &[WageRow] {
        &self.wages[of.index()].national
    }

    pub(super) fn by_industry(&self, of: &OccupationId) -> &Spread<Industry> {
        &self.wages[of.index()].by_industry
    }

    pub(super) fn by_place(&self, of: &OccupationId) -> &Spread<Area> {
        &self.wages[of.index()].by_place
    }
}
