//! Where years of experience put one on the two clocks, and what comes next. Knows no pay.

use serde::Serialize;

use super::error::QueryError;

use crate::catalog::{
    Catalog, Kind, Level, Phase, Step, Text, TrackId, YearSpan, Years, fits_track,
};

/// Where a stretch of the road lies, seen from where one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Over.
    Behind,
    /// Here.
    Now,
    /// The one after.
    Next,
    /// Further on.
    Later,
}

impl Status {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Status::Behind => "behind",
            Status::Now => "now",
            Status::Next => "next",
            Status::Later => "later",
        }
    }
}

/// A stretch of one of the two clocks.
#[derive(Debug)]
pub struct Stretch<'a, T> {
    /// The level or phase.
    pub of: &'a T,
    /// Its place on its clock.
    pub index: usize,
    /// The one before, when the year belongs to both as published.
    pub shared_with: Option<&'a T>,
    /// The one after, when the year lies past the published end of this one.
    pub past_the_end: Option<&'a T>,
}

/// Where one stands on both clocks.
#[derive(Debug)]
pub struct Standpoint<'a> {
    /// The years of experience.
    pub years: Years,
    /// On the ladder.
    pub level: Stretch<'a, Level>,
    /// In learning.
    pub phase: Stretch<'a, Phase>,
}

/// A step with the level or phase that it belongs to.
#[derive(Debug, Clone)]
pub struct PlannedStep<'a> {
    /// The step.
    pub step: &'a Step,
    /// The title of that level or phase.
    pub title: Text,
    /// The years of that level or phase.
    pub years: YearSpan,
}

/// Finds the level and the phase of a number of years.
///
/// # Errors
/// In a dataset without levels or phases.
pub fn standpoint(catalog: &Catalog, years: Years) -> Result<Standpoint<'_>, QueryError> {
    let level = stretch(catalog.levels().iter(), |level| level.years, years);
    let phase = stretch(catalog.phases().iter(), |phase| phase.years, years);
    Ok(Standpoint {
        years,
        level: level.ok_or(QueryError::NoneOf(Kind::Level))?,
        phase: phase.ok_or(QueryError::NoneOf(Kind::Phase))?,
    })
}

/// A span runs until the next begins; a year that two spans share counts as the later one.
fn stretch<'a, T>(
    clock: impl Iterator<Item = &'a T>,
    span: fn(&T) -> YearSpan,
    years: Years,
) -> Option<Stretch<'a, T>> {
    let clock: Vec<&T> = clock.collect();
    let begun = |of: &&T| f64::from(span(of).from) <= years.number();
    let index = clock.iter().rposition(begun).unwrap_or(0);
    let of = *clock.get(index)?;
    let before = index.checked_sub(1).map(|before| clock[before]);
    let shared_with = before.filter(|before| {
        f64::from(span(of).from) == years.number() && span(before).to == Some(span(of).from)
    });
    let past = span(of).to.is_some_and(|end| years.number() > f64::from(end));
    let past_the_end = clock.get(index + 1).copied().filter(|_| past);
    Some(Stretch { of, index, shared_with, past_the_end })
}

/// Where the stretch at `index` lies, seen from the one at `here`.
pub fn status(index: usize, here: usize) -> Status {
    match index.checked_sub(here) {
        None => Status::Behind,
        Some(0) => Status::Now,
        Some(1) => Status::Next,
        Some(_) => Status::Later,
    }
}

/// Every step from here on: those of the current level and phase in turns, then those of the following ones by first year.
pub fn planned_steps<'a>(
    catalog: &'a Catalog,
    here: &Standpoint<'a>,
    track: Option<&TrackId>,
) -> Vec<PlannedStep<'a>> {
    let level_steps = |level: &'a Level| -> Vec<PlannedStep<'a>> {
        steps(&level.steps, level.title, level.years, track)
    };
    let phase_steps = |phase: &'a Phase| -> Vec<PlannedStep<'a>> {
        steps(&phase.steps, phase.title, phase.years, track)
    };
    let mut planned = in_turns(level_steps(here.level.of), phase_steps(here.phase.of));
    let levels = catalog.levels().iter().skip(here.level.index + 1).map(level_steps);
    let phases = catalog.phases().iter().skip(here.phase.index + 1).map(phase_steps);
    let mut following: Vec<PlannedStep<'a>> = levels.chain(phases).flatten().collect();
    following.sort_by_key(|planned| planned.years.from);
    planned.extend(following);
    planned
}

fn steps<'a>(
    steps: &'a [Step],
    title: Text,
    years: YearSpan,
    track: Option<&TrackId>,
) -> Vec<PlannedStep<'a>> {
    let fitting = steps.iter().filter(|step| fits_track(step.track.as_ref(), track));
    fitting.map(|step| PlannedStep { step, title, years }).collect()
}

/// One of each in turns, since neither clock outranks the other.
fn in_turns<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    let mut second = second.into_iter();
    let mut turns = Vec::new();
    for item in first {
        turns.push(item);
        turns.extend(second.next());
    }
    turns.extend(second);
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index_at(spans: &[YearSpan], years: f64) -> (usize, bool) {
        let found = stretch(spans.iter(), |span| *span, Years::new(years).unwrap()).unwrap();
        (found.index, found.shared_with.is_some())
    }

    #[test]
    fn a_span_runs_until_the_next_begins_and_a_shared_year_is_the_later_ones() {
        let span = |from, to| YearSpan { from, to };
        let levels = [span(0, Some(2)), span(3, Some(7)), span(7, Some(12)), span(12, None)];
        for (years, expected) in [
            (0.0, (0, false)),
            (2.5, (0, false)),
            (3.0, (1, false)),
            (6.9, (1, false)),
            (7.0, (2, true)),
            (7.5, (2, false)),
            (12.0, (3, true)),
            (60.0, (3, false)),
        ] {
            assert_eq!(index_at(&levels, years), expected, "{years}");
        }
    }

    #[test]
    fn turns_end_when_both_lists_do() {
        assert_eq!(in_turns(vec![1, 3], vec![2, 4, 5]), [1, 2, 3, 4, 5]);
        assert_eq!(in_turns(vec![1, 3, 4], vec![2]), [1, 2, 3, 4]);
    }
}
