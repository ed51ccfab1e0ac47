//! `roadmap`: the whole timeline with the reader on it, and what to do next. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::{CommandLine, command};
use super::levels::LevelRow;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::{Report, Timeline, salary};
use crate::catalog::{
    Catalog, Citation, Month, Phase, PhaseId, TrackId, YearSpan, Years,
};
use crate::query::{
    Cut, PlannedStep, QueryError, Standpoint, Status, Stretch, lookup, planned_steps,
    standpoint, status,
};

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

/// A level on the road.
#[derive(Debug, Serialize)]
struct LevelStretch {
    status: Option<Status>,
    month: Option<Month>,
    #[serde(flatten)]
    level: LevelRow,
}

impl Tabular for LevelStretch {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("status", "Where", |row| row.status.map_or(Cell::Empty, Cell::Status)),
        Column::words("years", "Years", |row| Cell::Years(row.level.years)),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.level.id.as_str())),
        Column::words("level", "Level", |row| Cell::text(row.level.level.as_str())),
        Column::words("titles", "Titles", |row| {
            Cell::brief(row.level.titles.iter().map(String::as_str))
        }),
        Column::number("pay_low", "Pay from", |row| Cell::Pay(row.level.pay_low.clone())),
        Column::number("pay_high", "Pay to", |row| Cell::Pay(row.level.pay_high.clone())),
        Column::words("month", "From month", |row| row.month.map_or(Cell::Empty, Cell::Month)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.level.sources)),
    ];

    fn is_yours(&self) -> bool {
        self.status == Some(Status::Now)
    }
}

/// A phase on the road.
#[derive(Debug, Serialize)]
struct PhaseStretch {
    status: Option<Status>,
    month: Option<Month>,
    id: PhaseId,
    phase: String,
    years: YearSpan,
    skills: Vec<String>,
    certifications: Vec<String>,
    notes: Vec<String>,
    sources: Vec<Citation>,
}

impl PhaseStretch {
    fn new(catalog: &Catalog, phase: &Phase, track: Option<&TrackId>) -> Self {
        let skills = catalog.skills().iter().filter(|skill| {
            skill.mentions.iter().any(|mention| mention.phase.as_ref() == Some(&phase.id))
        });
        let certifications = catalog.certifications().iter().filter(|certification| {
            certification.mentions.iter().any(|mention| {
                let on_track = track.is_none() || mention.track.is_none() || mention.track.as_ref() == track;
                mention.phase.as_ref() == Some(&phase.id) && on_track
            })
        });
        let said = phase.notes.iter().flat_map(|note| &note.sources);
        let mut sources: Vec<Citation> = phase.sources.iter().chain(said).cloned().collect();
        sources.sort();
        sources.dedup();
        PhaseStretch {
            status: None,
            month: None,
            id: phase.id.clone(),
            phase: phase.title.clone(),
            years: phase.years,
            skills: skills.map(|skill| skill.title.clone()).collect(),
            certifications: certifications.map(|cert| cert.short_name().to_owned()).collect(),
            notes: phase.notes.iter().map(|note| note.text.clone()).collect(),
            sources,
        }
    }
}

fn names(of: &[String]) -> Cell {
    Cell::brief(of.iter().map(String::as_str))
}

impl Tabular for PhaseStretch {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("status", "Where", |row| row.status.map_or(Cell::Empty, Cell::Status)),
        Column::words("years", "Years", |row| Cell::Years(row.years)),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("phase", "Phase", |row| Cell::text(row.phase.as_str())),
        Column::words("skills", "Skills", |row| names(&row.skills)),
        Column::words("certifications", "Certificates", |row| names(&row.certifications)),
        Column::words("notes", "Said of it", |row| {
            Cell::sentences(row.notes.iter().map(|note| line![note]))
        }),
        Column::words("month", "From month", |row| row.month.map_or(Cell::Empty, Cell::Month)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];

    fn is_yours(&self) -> bool {
        self.status == Some(Status::Now)
    }
}

/// Something to do.
#[derive(Debug, Serialize)]
struct StepRow {
    number: usize,
    step: String,
    reason: String,
    part_of: String,
    years: YearSpan,
    by: Option<u32>,
    month: Option<Month>,
    sources: Vec<Citation>,
}

impl Tabular for StepRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Right, "number", "No.", |row| Cell::Count(row.number as u64)),
        Column::words("step", "Step", |row| Cell::text(row.step.as_str())),
        Column::words("reason", "Why", |row| Cell::text(row.reason.as_str())),
        Column::words("part_of", "Part of", |row| {
            Cell::sentences([line![&row.part_of, ", years ", Cell::Years(row.years)]])
        }),
        Column::data(Align::Left, "years", "Years", |row| Cell::Years(row.years)),
        Column::words("by", "By", |row| row.by.map_or(Cell::Empty, Cell::ByYear)),
        Column::words("month", "Month", |row| row.month.map_or(Cell::Empty, Cell::Month)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// The whole timeline.
#[derive(Debug, Serialize)]
pub struct Roadmap {
    #[serde(skip)]
    answer: Line,
    #[serde(skip)]
    notes: Vec<Line>,
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
    let cut = salary::basis_of(catalog)?;
    let here = standpoint(catalog, question.years.unwrap_or_default())
        .ok_or_else(|| QueryError::NotPublished { occupation: cut.occupation.title.clone() })?;
    let road = Road { catalog, cut, track: track.map(|track| &track.id), here, question };
    let steps = road.steps();
    Ok(Roadmap {
        answer: road.answer(),
        notes: road.notes(steps.len()),
        timeline: road.timeline(),
        years: question.years,
        levels: Rows::new("levels", Layout::Table, road.levels()),
        phases: Rows::new("phases", Layout::Table, road.phases()),
        steps: Rows::new("steps", Layout::Checklist, steps).under(match question.years {
            Some(_) => line!["Next"],
            None => line!["Steps"],
        }),
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

    fn steps(&self) -> Vec<StepRow> {
        let planned = planned_steps(self.catalog, &self.here, self.track).into_iter();
        let seen = planned.filter(|planned| self.in_sight(planned.years.from));
        let wanted = self.question.years.map_or(usize::MAX, |_| NEXT);
        seen.take(wanted).enumerate().map(|(index, planned)| self.step(index + 1, planned)).collect()
    }

    fn step(&self, number: usize, planned: PlannedStep<'_>) -> StepRow {
        let due = planned.step.by.unwrap_or(planned.years.from);
        StepRow {
            number,
            step: planned.step.text.clone(),
            reason: planned.step.reason.clone(),
            part_of: planned.title.to_owned(),
            years: planned.years,
            by: planned.step.by,
            month: self.month(due),
            sources: planned.step.sources.clone(),
        }
    }

    fn answer(&self) -> Line {
        let (level, phase) = (self.here.level.of, self.here.phase.of);
        let Some(years) = self.question.years else {
            return line![
                "The whole road: ",
                Cell::Count(self.catalog.levels().iter().count() as u64),
                " levels and ",
                Cell::Count(self.catalog.phases().iter().count() as u64),
                " phases; --years puts you on it"
            ];
        };
        let (low, high) = self.cut.pay_in(level.band);
        line![
            Cell::YearsIn(years.number()),
            " years in: ",
            &level.title,
            " level (years ",
            Cell::Years(level.years),
            "), phase ",
            &phase.title,
            " (years ",
            Cell::Years(phase.years),
            "); pay ",
            Cell::Pay(low),
            " to ",
            Cell::Pay(high),
            " a year (",
            Cell::Percentile(level.band.from.number()),
            " to ",
            Cell::Percentile(level.band.to.number()),
            " percentile, US, ",
            &self.cut.vintage.title,
            ")"
        ]
    }

    fn notes(&self, steps: usize) -> Vec<Line> {
        let mut notes = Vec::new();
        if self.question.years.is_some() {
            notes.extend(shared(&self.here.level, |level| &level.title, self.here.years));
            notes.extend(shared(&self.here.phase, |phase| &phase.title, self.here.years));
            let at_the_end = self.catalog.levels().iter().len() == self.here.level.index + 1
                && self.catalog.phases().iter().len() == self.here.phase.index + 1;
            if at_the_end || steps == 0 {
                let words = line!["the ladder ends here: no level or phase follows ", &self.here.level.of.title];
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

    fn timeline(&self) -> Timeline {
        let levels = self.catalog.levels().iter().filter(|level| self.in_sight(level.years.from));
        let phases = self.catalog.phases().iter().filter(|phase| self.in_sight(phase.years.from));
        Timeline {
            clocks: vec![
                ("levels", levels.map(|level| (level.title.clone(), level.years.from)).collect()),
                ("phases", phases.map(|phase| (phase.title.clone(), phase.years.from)).collect()),
            ],
            here: self.question.years.map(Years::number),
        }
    }
}

/// Says that a year belongs to two stretches as published.
fn shared<T>(stretch: &Stretch<'_, T>, title: fn(&T) -> &String, years: Years) -> Option<Line> {
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

impl Report for Roadmap {
    fn name(&self) -> &'static str {
        "roadmap"
    }

    fn answer(&self) -> Line {
        self.answer.clone()
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.levels, &mut self.phases, &mut self.steps]
    }

    fn notes(&self) -> Vec<Line> {
        self.notes.clone()
    }

    fn timeline(&self) -> Option<Timeline> {
        Some(self.timeline.clone())
    }

    fn hints(&self) -> Vec<CommandLine> {
        match self.years {
            None => vec![command(["roadmap", "--years", "4"])],
            Some(_) => {
                let now = self.levels.rows.iter().find(|row| row.status == Some(Status::Now));
                now.map(|row| command(["levels", row.level.id.as_str()])).into_iter().collect()
            }
        }
    }
}
