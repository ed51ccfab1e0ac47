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

/// Places, industries, projections, and the wages of each occupation. What is largest is stored last, out of the way of
/// what is asked for most.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Market {
    pub(super) holds: Holdings,
    pub(super) unpublished: WageRow,
    pub(super) national: ByOccupation<Vec<WageRow>>,
    pub(super) projections: Part<Vec<Projection>>,
    pub(super) industries: Part<Collection<Industry>>,
    pub(super) by_industry: ByOccupation<Spread<Industry>>,
    pub(super) areas: Part<Collection<Area>>,
    pub(super) by_place: ByOccupation<Spread<Area>>,
}

/// What is known of each occupation, in their order.
pub(super) type ByOccupation<T> = Part<Vec<Part<T>>>;

impl Market {
    pub(super) fn national(&self, of: &OccupationId) -> &[WageRow] {
        &self.national[of.index()]
    }

    pub(super) fn by_industry(&self, of: &OccupationId) -> &Spread<Industry> {
        &self.by_industry[of.index()]
    }

    pub(super) fn by_place(&self, of: &OccupationId) -> &Spread<Area> {
        &self.by_place[of.index()]
    }
}
