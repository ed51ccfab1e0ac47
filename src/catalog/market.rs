//! The parts of a catalog that only some questions need: each is assembled when it is first asked for. Knows no question.

use std::cell::OnceCell;

use super::area::{Area, AreaId};
use super::assemble::{self, Names};
use super::id::{Collection, Ids};
use super::industry::Industry;
use super::projection::Projection;
use super::wage::{Located, Occupation, OccupationId, WageRow};
use crate::dataset::raw;

/// Why a part cannot be had; our own dataset has been shown to have none such, and others are checked before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// Which parts there are.
#[derive(Debug, Clone, Copy)]
pub struct Holdings {
    /// Places that wages are published for.
    pub places: bool,
    /// Projections of jobs.
    pub projections: bool,
}

/// Places, industries, projections, and the wages of each occupation.
#[derive(Debug)]
pub(super) struct Market {
    raw: raw::Market,
    names: Names,
    occupations: Ids<Occupation>,
    areas: OnceCell<Collection<Area>>,
    industries: OnceCell<Collection<Industry>>,
    projections: OnceCell<Vec<Projection>>,
    wages: Vec<Wages>,
    unpublished: WageRow,
}

/// The wages of one occupation.
#[derive(Debug, Default)]
struct Wages {
    national: OnceCell<Vec<WageRow>>,
    by_industry: OnceCell<Vec<Located<Industry>>>,
    by_place: OnceCell<Vec<Located<Area>>>,
    /// The rows of single places, by the number of the place.
    at_place: OnceCell<Vec<OnceCell<Vec<Located<Area>>>>>,
}

/// Gives what a cell holds, assembling it first from the files of these names where it is empty.
fn part<'a, T>(
    cell: &'a OnceCell<T>,
    raw: &raw::Market,
    names: &[&str],
    assemble: impl FnOnce(&raw::Market) -> anyhow::Result<T>,
) -> Result<&'a T, Unreadable> {
    once(cell, || raw.part(names, assemble))
}

/// Gives what a cell holds, making it first where it is empty.
fn once<T>(cell: &OnceCell<T>, make: impl FnOnce() -> anyhow::Result<T>) -> Result<&T, Unreadable> {
    if let Some(ready) = cell.get() {
        return Ok(ready);
    }
    let made = make().map_err(|error| Unreadable(format!("{error:#}")))?;
    Ok(cell.get_or_init(|| made))
}

impl Market {
    pub(super) fn new(raw: raw::Market, names: Names, occupations: Ids<Occupation>) -> Self {
        Market {
            wages: occupations.iter().map(|_| Wages::default()).collect(),
            raw,
            names,
            occupations,
            areas: OnceCell::new(),
            industries: OnceCell::new(),
            projections: OnceCell::new(),
            unpublished: WageRow::unpublished("no figure is held"),
        }
    }

    pub(super) fn unpublished(&self) -> &WageRow {
        &self.unpublished
    }

    /// Whether there are places, and projections; reads nothing.
    pub(super) fn holds(&self) -> Holdings {
        let unread = |name: &str| self.raw.unread.iter().any(|file| file.name == name);
        Holdings {
            places: unread("wages/areas.toml") || !self.raw.areas.is_empty(),
            projections: unread("wages/projections.toml") || !self.raw.projections.is_empty(),
        }
    }

    pub(super) fn areas(&self) -> Result<&Collection<Area>, Unreadable> {
        let files = ["wages/areas.toml", "wages/names.toml"];
        part(&self.areas, &self.raw, &files, assemble::areas)
    }

    pub(super) fn industries(&self) -> Result<&Collection<Industry>, Unreadable> {
        let files = ["wages/industries.toml", "wages/names.toml"];
        part(&self.industries, &self.raw, &files, assemble::industries)
    }

    pub(super) fn projections(&self) -> Result<&[Projection], Unreadable> {
        let projections = |raw: &raw::Market| self.names.projections(raw, &self.occupations);
        part(&self.projections, &self.raw, &["wages/projections.toml"], projections)
            .map(Vec::as_slice)
    }

    pub(super) fn national(&self, of: &OccupationId) -> Result<&[WageRow], Unreadable> {
        let file = format!("wages/{}.toml", of.as_str());
        let rows = |raw: &raw::Market| assemble::national(&raw.national_wages, of.as_str());
        part(&self.wages[of.index()].national, &self.raw, &[&file], rows).map(Vec::as_slice)
    }

    pub(super) fn by_industry(
        &self,
        of: &OccupationId,
    ) -> Result<&[Located<Industry>], Unreadable> {
        let industries = self.industries()?;
        let file = format!("wages/industries/{}.toml", of.as_str());
        let rows = |raw: &raw::Market| {
            assemble::located(&raw.industry_wages, of.as_str(), industries.iter())
        };
        part(&self.wages[of.index()].by_industry, &self.raw, &[&file], rows).map(Vec::as_slice)
    }

    /// What was published of an occupation in one place; of a file that is not read yet, only its rows are.
    pub(super) fn at_place(
        &self,
        of: &OccupationId,
        area: &AreaId,
    ) -> Result<Vec<&WageRow>, Unreadable> {
        let wages = &self.wages[of.index()];
        let rows = match wages.by_place.get() {
            Some(all) => all,
            None => {
                let areas = self.areas()?;
                let empty = || areas.iter().map(|_| OnceCell::new()).collect();
                let cell = &wages.at_place.get_or_init(empty)[area.index()];
                let file = format!("wages/places/{}.toml", of.as_str());
                let rows = |raw: &raw::Market| {
                    assemble::located(&raw.place_wages, of.as_str(), areas.iter())
                };
                once(cell, || self.raw.rows_of(&file, area.as_str(), rows))?
            }
        };
        Ok(rows.iter().filter(|row| row.at == *area).map(|row| &row.wages).collect())
    }

    pub(super) fn by_place(&self, of: &OccupationId) -> Result<&[Located<Area>], Unreadable> {
        let areas = self.areas()?;
        let file = format!("wages/places/{}.toml", of.as_str());
        let rows =
            |raw: &raw::Market| assemble::located(&raw.place_wages, of.as_str(), areas.iter());
        part(&self.wages[of.index()].by_place, &self.raw, &[&file], rows).map(Vec::as_slice)
    }
}
