//! The rows of the roadmap: levels, phases and steps. Answers no question itself.

use serde::Serialize;

use crate::catalog::{
    Catalog, Citation, Mentioned, Month, Phase, PhaseId, Text, TrackId, YearSpan, distinct,
    fits_track,
};
use crate::query::Status;
use crate::report::cell::Cell;
use crate::report::levels::LevelRow;
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

/// A level on the road.
#[derive(Debug, Serialize)]
pub(super) struct LevelStretch {
    pub(super) status: Option<Status>,
    pub(super) month: Option<Month>,
    #[serde(flatten)]
    pub(super) level: LevelRow,
}

impl Tabular for LevelStretch {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("status", "Is", |row| row.status.map_or(Cell::Empty, Cell::Status)),
        Column::words("years", "Years", |row| Cell::Years(row.level.years)),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.level.id.as_str())),
        Column::words("level", "Level", |row| Cell::text(row.level.level.as_str())),
        Column::words("titles", "Titles", |row| Cell::brief(row.level.titles.iter().copied())),
        Column::number("pay_low", "Pay from", |row| Cell::Pay(row.level.pay_low.clone())),
        Column::number("pay_high", "Pay to", |row| Cell::Pay(row.level.pay_high.clone())),
        Column::data(Align::Left, "basis_low", "Basis", |row| Cell::Basis(row.level.bases()[0])),
        Column::data(Align::Left, "basis_high", "Basis", |row| Cell::Basis(row.level.bases()[1])),
        Column::words("month", "Begins", |row| row.month.map_or(Cell::Empty, Cell::Month)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.level.sources)),
    ];

    fn is_yours(&self) -> bool {
        self.status == Some(Status::Now)
    }
}

/// A phase on the road.
#[derive(Debug, Serialize)]
pub(super) struct PhaseStretch {
    pub(super) status: Option<Status>,
    pub(super) month: Option<Month>,
    pub(super) id: PhaseId,
    pub(super) phase: Text,
    pub(super) years: YearSpan,
    pub(super) skills: Vec<Text>,
    pub(super) certifications: Vec<Text>,
    pub(super) notes: Vec<StatementRow>,
    pub(super) sources: Vec<Citation>,
}

impl PhaseStretch {
    pub(super) fn new(catalog: &Catalog, phase: &Phase, track: Option<&TrackId>) -> Self {
        let Mentioned { skills, certifications } = &*phase.mentioned;
        let skills = skills.iter().map(|id| catalog.skills().get(id));
        let certifications = certifications.iter().map(|id| catalog.certifications().get(id));
        let certifications = certifications.filter(|certification| {
            let mut mentions = certification.mentions.iter();
            mentions.any(|said| said.is_in(phase) && fits_track(said.track.as_ref(), track))
        });
        let said = phase.notes.iter().flat_map(|note| &note.sources);
        PhaseStretch {
            status: None,
            month: None,
            id: phase.id,
            phase: phase.title,
            years: phase.years,
            skills: skills.map(|skill| skill.title).collect(),
            certifications: certifications.map(|cert| cert.short_name().into()).collect(),
            notes: phase.notes.iter().map(StatementRow::from).collect(),
            sources: distinct(phase.sources.iter().chain(said).cloned()),
        }
    }
}

fn names(of: &[Text]) -> Cell {
    Cell::brief(of.iter().copied())
}

impl Tabular for PhaseStretch {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("status", "Is", |row| row.status.map_or(Cell::Empty, Cell::Status)),
        Column::words("years", "Years", |row| Cell::Years(row.years)),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("phase", "Phase", |row| Cell::text(row.phase.as_str())),
        Column::words("skills", "Skills", |row| names(&row.skills)),
        Column::words("certifications", "Certificates", |row| names(&row.certifications)),
        Column::data(Align::Left, "notes", "Said of it", |row| {
            Cell::sentences(row.notes.iter().map(StatementRow::line))
        }),
        Column::words("month", "Begins", |row| row.month.map_or(Cell::Empty, Cell::Month)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];

    fn is_yours(&self) -> bool {
        self.status == Some(Status::Now)
    }
}

/// Something to do.
#[derive(Debug, Serialize)]
pub(super) struct StepRow {
    pub(super) number: usize,
    pub(super) step: Text,
    pub(super) reason: Text,
    pub(super) part_of: Text,
    pub(super) years: YearSpan,
    pub(super) by: Option<u32>,
    pub(super) month: Option<Month>,
    pub(super) sources: Vec<Citation>,
}

impl Tabular for StepRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Right, "number", "No.", |row| Cell::Count(row.number as u64)),
        Column::words("step", "Step", |row| Cell::text(row.step.as_str())),
        Column::words("reason", "Why", |row| Cell::text(row.reason.as_str())),
        Column::words("part_of", "Part of", |row| Cell::text(row.part_of.as_str())),
        Column::words("years", "Years", |row| Cell::Years(row.years)),
        Column::words("by", "By", |row| row.by.map_or(Cell::Empty, Cell::ByYear)),
        Column::words("month", "Month", |row| row.month.map_or(Cell::Empty, Cell::Month)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
