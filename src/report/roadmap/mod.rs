//! `roadmap`: the whole timeline with the reader on it, and what to do next. Knows no format.

mod rows;

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::{CommandLine, command};
use super::levels::LevelRow;
use super::sheet::{Layout, Rows, Table};
use super::{Report, Said, Timeline, salary};
use crate::catalog::{Catalog, Month, Text, TrackId, Years};
use crate::query;
use crate::query::{
    Cut, PlannedStep, QueryError, Standpoint, Status, Stretch, lookup, planned_steps, standpoint,
    status,
};

use rows::{LevelStretch, PhaseStretch, StepRow};

/// What is asked about.
#[derive(Debug, Default)]
pub struct Question {
    /// Years of experience; without them the road is shown without the reader on it.
    pub years: Option<Years>,
    /// How many years ahead to look.
    pub horizon: Option<Years>,
    /// One track of the ladder.
    pub track: Option<String>,
    /// The month in which the reader has those years.
    pub start: Option<Month>,
}

/// How many steps come next.
const NEXT: usize = 3;

/// The whole timeline.
#[derive(Debug, Serialize)]
pub struct Roadmap {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    timeline: Timeline,
    years: Option<Years>,
    levels: Rows<LevelStretch>,
    phases: Rows<PhaseStretch>,
    steps: Rows<StepRow>,
}

/// The road, seen from a number of years.
struct Road<'a> {
    catalog: &'a Catalog,
    cut: Cut<'a>,
    track: Option<&'a TrackId>,
    here: Standpoint<'a>,
    question: &'a Question,
}

/// Lays out the road from the first level to the last, with the reader on it.
///
/// # Errors
/// When there is no such track, or no wages to read pay from.
pub fn roadmap(catalog: &Catalog, question: &Question) -> Result<Roadmap, QueryError> {
    let track = question.track.as_deref().map(|name| lookup(catalog.tracks(), name)).transpose()?;
    let cut = query::basis(catalog)?;
    let here = standpoint(catalog, question.years.unwrap_or_default())?;
    let road = Road { catalog, cut, track: track.map(|track| &track.id), here, question };
    let planned = road.planned();
    let ahead = planned.len();
    let steps = road.steps(planned);
    let heading = match question.years {
        Some(_) if ahead > steps.len() => line![
            "Next: ",
            Cell::Count(steps.len() as u64),
            " of the ",
            Cell::Count(ahead as u64),
            " steps ahead; ",
            // With a profile, the years in it would be meant again.
            Cell::Command(command(["roadmap", "--no-profile"])),
            " shows all"
        ],
        Some(_) => line!["Next"],
        None => line!["Steps"],
    };
    let (levels, phases) = (road.levels(), road.phases());
    Ok(Roadmap {
        said: Said::from(road.answer(levels.len(), phases.len()))
            .noting(road.notes())
            .hinting([road.hint()]),
        timeline: road.timeline(),
        years: question.years,
        levels: Rows::new("levels", Layout::Table, levels).under(line!["Levels"]),
        phases: Rows::new("phases", Layout::Table, phases).under(line!["Phases"]),
        steps: Rows::new("steps", Layout::Checklist, steps).under(heading),
    })
}

impl Road<'_> {
    fn years(&self) -> f64 {
        self.here.years.number()
    }

    /// Whether something that begins in a year is within the horizon.
    fn in_sight(&self, from: u32) -> bool {
        self.question
            .horizon
            .is_none_or(|horizon| f64::from(from) <= self.years() + horizon.number())
    }

    /// The month in which a year lies, where it is still ahead.
    fn month(&self, year: u32) -> Option<Month> {
        let ahead = f64::from(year) - self.years();
        self.question.start.filter(|_| ahead > 0.0).map(|start| start.after(ahead))
    }

    fn status(&self, index: usize, here: usize) -> Option<Status> {
        self.question.years.map(|_| status(index, here))
    }

    fn levels(&self) -> Vec<LevelStretch> {
        let levels = self.catalog.levels().iter().enumerate();
        let seen = levels.filter(|(_, level)| self.in_sight(level.years.from));
        seen.map(|(index, level)| LevelStretch {
            status: self.status(index, self.here.level.index),
            month: self.month(level.years.from),
            level: LevelRow::new(self.catalog, level, &self.cut, self.track),
        })
        .collect()
    }

    fn phases(&self) -> Vec<PhaseStretch> {
        let phases = self.catalog.phases().iter().enumerate();
        let seen = phases.filter(|(_, phase)| self.in_sight(phase.years.from));
        seen.map(|(index, phase)| PhaseStretch {
            status: self.status(index, self.here.phase.index),
            month: self.month(phase.years.from),
            ..PhaseStretch::new(self.catalog, phase, self.track)
        })
        .collect()
    }

    /// Every step ahead that is in sight.
    fn planned(&self) -> Vec<PlannedStep<'_>> {
        let mut planned = planned_steps(self.catalog, &self.here, self.track);
        planned.retain(|planned| self.in_sight(planned.years.from));
        planned
    }

    fn steps(&self, planned: Vec<PlannedStep<'_>>) -> Vec<StepRow> {
        let wanted = self.question.years.map_or(usize::MAX, |_| NEXT);
        let next = planned.into_iter().take(wanted);
        next.enumerate().map(|(index, planned)| self.step(index + 1, planned)).collect()
    }

    fn step(&self, number: usize, planned: PlannedStep<'_>) -> StepRow {
        let due = planned.step.by.unwrap_or(planned.years.from);
        StepRow {
            number,
            step: planned.step.text,
            reason: planned.step.reason,
            part_of: planned.title,
            years: planned.years,
            by: planned.step.by,
            month: self.month(due),
            sources: planned.step.sources.to_vec(),
        }
    }

    fn answer(&self, levels: usize, phases: usize) -> Line {
        let (level, phase) = (self.here.level.of, self.here.phase.of);
        let Some(years) = self.question.years else {
            return line!["The road from year 0: "]
                .then(Line::counted(levels, "level and ", "levels and "))
                .then(Line::counted(phases, "phase", "phases"))
                .then(line!["; --years puts you on it"]);
        };
        Line::years(years.number())
            .then(line![
                " in: ",
                &level.title,
                " level (years ",
                Cell::Years(level.years),
                "), phase ",
                &phase.title,
                " (years ",
                Cell::Years(phase.years),
                "); pay "
            ])
            .then(salary::band(level, &self.cut))
            .then(line![" (US, ", &self.cut.vintage.title, ")"])
    }

    fn notes(&self) -> Vec<Line> {
        let mut notes = Vec::new();
        if self.question.years.is_some() {
            notes.extend(shared(&self.here.level, |level| &level.title, self.here.years));
            notes.extend(shared(&self.here.phase, |phase| &phase.title, self.here.years));
            notes.extend(past_the_end(&self.here.level, |level| (&level.title, level.years.from)));
            notes.extend(past_the_end(&self.here.phase, |phase| (&phase.title, phase.years.from)));
            let at_the_end = self.catalog.levels().len() == self.here.level.index + 1
                && self.catalog.phases().len() == self.here.phase.index + 1;
            if at_the_end {
                let words = line![
                    "the ladder ends here: no level or phase follows ",
                    &self.here.level.of.title
                ];
                notes.push(words.then(line![" and ", &self.here.phase.of.title]));
            }
        }
        notes.push(line![
            "all titles: ",
            Cell::Command(command(["levels", "LEVEL"])),
            "; all skills: ",
            Cell::Command(command(["skills", "--phase", "PHASE"]))
        ]);
        notes.push(line![
            "levels (pay) and phases (learning) are two clocks; pay: ",
            &self.cut.occupation.title,
            ", ",
            &self.cut.vintage.title,
            "; ",
            salary::WAGE_ONLY
        ]);
        notes
    }

    /// The command that goes on from here.
    fn hint(&self) -> CommandLine {
        match self.question.years {
            None => command(["roadmap", "--years", "4"]),
            Some(_) => command(["levels", self.here.level.of.id.as_str()]),
        }
    }

    fn timeline(&self) -> Timeline {
        let levels = self.catalog.levels().iter().filter(|level| self.in_sight(level.years.from));
        let phases = self.catalog.phases().iter().filter(|phase| self.in_sight(phase.years.from));
        Timeline {
            clocks: vec![
                (
                    "levels",
                    levels.map(|level| (level.title.to_string(), level.years.from)).collect(),
                ),
                (
                    "phases",
                    phases.map(|phase| (phase.title.to_string(), phase.years.from)).collect(),
                ),
            ],
            here: self.question.years.map(Years::number),
        }
    }
}

/// Says that a year belongs to two stretches as published.
fn shared<T>(stretch: &Stretch<'_, T>, title: fn(&T) -> &Text, years: Years) -> Option<Line> {
    let before = stretch.shared_with?;
    Some(line![
        "year ",
        Cell::YearsIn(years.number()),
        " is shared: it ends ",
        title(before),
        " and begins ",
        title(stretch.of),
        ", and counts as the later one"
    ])
}

/// Says that a stretch goes on past its published end, until the next begins.
fn past_the_end<T>(stretch: &Stretch<'_, T>, named: fn(&T) -> (&Text, u32)) -> Option<Line> {
    let (next, from) = named(stretch.past_the_end?);
    let (title, _) = named(stretch.of);
    Some(line![
        title,
        " is counted until ",
        next,
        " begins in year ",
        Cell::YearsIn(f64::from(from)),
        ": no source speaks of the time between"
    ])
}

impl Report for Roadmap {
    fn name(&self) -> &'static str {
        "roadmap"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.levels, &mut self.phases, &mut self.steps]
    }

    fn timeline(&self) -> Option<Timeline> {
        Some(self.timeline.clone())
    }
}
