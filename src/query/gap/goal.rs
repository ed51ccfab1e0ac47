//! Which level a person is on and which one is next. Knows no skills.

use crate::catalog::{Catalog, Kind, Level, MoveKind, Role};
use crate::query::{
    Career, Heading, Names, Person, QueryError, lookup, moves_at, moves_of, same_role, standpoint,
};

/// Why a level is the one to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// It was named.
    Named,
    /// It is what the person aims at.
    Target,
    /// It comes after the one of the person.
    Next,
    /// It is where moves from other work lead.
    WayIn,
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
    /// The role in other work that the person comes from.
    pub coming_from: Option<&'a Role>,
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
    let way_in = way_in(catalog, person).filter(|_| from.is_none());
    let (level, aim) = match (named, person.target, from) {
        (Some(named), _, _) => (named, Aim::Named),
        (None, Some(target), _) => (target, Aim::Target),
        (None, None, Some(from)) => match after(from) {
            Some(next) => (next, Aim::Next),
            None => (from, Aim::Top),
        },
        (None, None, None) => match way_in {
            Some((_, level)) => (level, Aim::WayIn),
            None => {
                let first = catalog.levels().iter().next();
                (first.ok_or(QueryError::NoneOf(Kind::Level))?, Aim::First)
            }
        },
    };
    Ok(Goal { level, aim, from, coming_from: way_in.map(|(role, _)| role) })
}

/// The role in other work that a person's title is, and the lowest level that a move leads to from there.
fn way_in<'a>(catalog: &'a Catalog, person: &Person<'a>) -> Option<(&'a Role, &'a Level)> {
    let placed = Names::of(catalog).title(&person.title.as_ref()?.given)?;
    let role = placed.found.role;
    if Career::of(catalog).holds(role) {
        return None;
    }
    let entries = moves_at(catalog, &moves_of(catalog, &[MoveKind::Entry]), role, Heading::Onward);
    let reached = entries.iter().map(|step| catalog.roles().get(&step.to));
    let levels = reached.filter_map(|role| same_role(catalog, role).level.as_ref());
    Some((role, catalog.levels().get(levels.min()?)))
}
