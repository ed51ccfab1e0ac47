//! `levels gitlab`: a published ladder in its own terms, and one of its levels. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::command;
use super::sheet::{Layout, Rows, Table};
use super::stage::{OURS, StageRow};
use super::statements::{StatementRow, statements};
use super::{Report, Said};
use crate::catalog::{Catalog, Ladder, Rung};
use crate::query::{QueryError, rung_name};

/// A published ladder.
#[derive(Debug, Serialize)]
pub struct OneLadder {
    #[serde(skip)]
    said: Said,
    levels: Rows<StageRow>,
    about: Rows<StatementRow>,
}

/// Shows a published ladder.
///
/// # Errors
/// In a dataset without levels or phases.
pub fn ladder(
    catalog: &Catalog,
    ladder: &Ladder,
    track: Option<&str>,
) -> Result<OneLadder, QueryError> {
    let rungs = ladder.rungs.iter();
    let rows: Vec<StageRow> =
        rungs.map(|rung| StageRow::of_rung(catalog, ladder, rung)).collect::<Result<_, _>>()?;
    let mut answer = line![&ladder.title, ": "].then(Line::counted(rows.len(), "level", "levels"));
    let mut ends = ladder.rungs.iter();
    if let (Some(first), Some(last)) = (ends.next(), ends.next_back()) {
        answer = answer.then(line![", from ", &first.title, " to ", &last.title]);
    }
    let example = ladder
        .rungs
        .iter()
        .next()
        .map(|rung| command(["levels", &rung_name(&ladder.id, &rung.id)]));
    Ok(OneLadder {
        said: Said::from(answer)
            .noting(licences(catalog, ladder))
            .noting([beside_ours(ladder.rungs.iter())])
            .noting(track.map(|_| TRACKS))
            .hinting(example),
        levels: Rows::new("levels", Layout::Record, rows).showing(&SHOWN),
        about: statements("about", &ladder.about).under(line!["What is to know of it"]),
    })
}

/// What a track is not.
const TRACKS: &str = "tracks are those of our ladder: --track changes nothing here";

/// What people see of the levels of a ladder.
const SHOWN: [&str; 9] =
    ["id", "level", "grade", "years", "ours", "scope", "horizon", "reach", "asks"];

/// Under which licence its publisher gives it.
fn licences(catalog: &Catalog, ladder: &Ladder) -> Vec<Line> {
    let licence = ladder.sources.iter().map(|citation| {
        let source = catalog.sources().get(&citation.source);
        line!["licence: ", &source.licence, " ", Cell::cited(std::slice::from_ref(citation))]
    });
    licence.collect()
}

/// What stands beside our levels, and why.
fn beside_ours<'a>(mut rungs: impl Iterator<Item = &'a Rung>) -> &'static str {
    match rungs.any(|rung| rung.years.is_some()) {
        true => OURS,
        false => "where a ladder states no years, nothing is set beside our levels",
    }
}

impl Report for OneLadder {
    fn name(&self) -> &'static str {
        "ladder"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.levels, &mut self.about]
    }
}

/// A level of a published ladder.
#[derive(Debug, Serialize)]
pub struct OneRung {
    #[serde(skip)]
    said: Said,
    level: Rows<StageRow>,
}

/// Shows a level of a published ladder.
///
/// # Errors
/// In a dataset without levels or phases.
pub fn rung(catalog: &Catalog, ladder: &Ladder, rung: &Rung) -> Result<OneRung, QueryError> {
    let mut answer = line![&rung.title, " (", &ladder.title, ")"];
    if let Some(grade) = &rung.grade {
        answer = answer.then(line![", grade ", grade]);
    }
    answer = answer.then(match rung.years {
        Some(years) => {
            line![", from "].then(Line::years(f64::from(years))).then(line![" of experience on"])
        }
        None => line![", no years stated"],
    });
    let row = StageRow::of_rung(catalog, ladder, rung)?;
    Ok(OneRung {
        said: Said::from(answer)
            .noting(licences(catalog, ladder))
            .noting([beside_ours([rung].into_iter())])
            .hinting([command(["levels", ladder.id.as_str()])]),
        level: Rows::new("level", Layout::Record, vec![row]),
    })
}

impl Report for OneRung {
    fn name(&self) -> &'static str {
        "ladder-level"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.level]
    }
}
