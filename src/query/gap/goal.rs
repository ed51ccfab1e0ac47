//! Which level a person is on and which one is next. Knows no skills.

use crate::catalog::{Catalog, Kind, Level};
use crate::query::{Person, QueryError, lookup, standpoint};

/// Why a level is the one to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// It was named.
    Named,
    /// It is what the person aims at.
    Target,
    /// It comes after the one of the person.
    Next,
    /// It is the first, as nothing is told of the person.
    First,
    /// It is the last, and the person is on it.
    Top,
}

/// A level to reach, and from where.
#[derive(Debug)]
pub struct Goal<'a> {
    /// The level.
    pub level: &'a Level,
    /// Why that one.
    pub aim: Aim,
    /// The level of the person, as told or by years.
    pub from: Option<&'a Level>,
}

/// The level to reach: the one named, else the person's target, else the one after theirs, else the first.
///
/// # Errors
/// When there is no such level, or in a dataset without levels or phases.
pub fn goal<'a>(
    catalog: &'a Catalog,
    person: &Person<'a>,
    to: Option<&str>,
) -> Result<Goal<'a>, QueryError> {
    let by_years = person.years.map(|years| standpoint(catalog, years)).transpose()?;
    let from = person.level.or(by_years.map(|here| here.level.of));
    let named = to.map(|name| lookup(catalog.levels(), name)).transpose()?;
    let after = |level: &Level| catalog.levels().iter().find(|next| next.id > level.id);
    let (level, aim) = match (named, person.target, from) {
        (Some(named), _, _) => (named, Aim::Named),
        (None, Some(target), _) => (target, Aim::Target),
        (None, None, Some(from)) => match after(from) {
            Some(next) => (next, Aim::Next),
            None => (from, Aim::Top),
        },
        (None, None, None) => {
            let first = catalog.levels().iter().next();
            (first.ok_or(QueryError::NoneOf(Kind::Level))?, Aim::First)
        }
    };
    Ok(Goal { level, aim, from })
}
