//! What to do first: rows of a gap, and what is said of work and promotion. Decides no order.

use serde::Serialize;

use super::rows::{DemandRow, ProofRow};
use crate::catalog::{CertificationId, Citation, Cost, SkillId, Statement, Text, distinct};
use crate::query::MaySit;
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

/// Something to do first.
#[derive(Debug, Serialize)]
pub(super) struct FirstRow {
    pub(super) number: usize,
    pub(super) ids: Vec<Text>,
    pub(super) names: Vec<Text>,
    pub(super) phase: Text,
    pub(super) says: StatementRow,
    #[serde(skip)]
    pub(super) todo: Line,
    #[serde(skip)]
    pub(super) how: Line,
    pub(super) evidence: Option<ProofRow>,
    pub(super) cost: Option<Cost>,
    pub(super) may_sit: Option<MaySit>,
    pub(super) sources: Vec<Citation>,
}

impl FirstRow {
    pub(super) fn of_skill(number: usize, row: &DemandRow<SkillId>) -> Self {
        let evidence = row.evidence.first().cloned();
        let more = evidence.iter().flat_map(|proof| &proof.sources);
        FirstRow {
            number,
            ids: row.ids.iter().map(|id| id.name()).collect(),
            names: row.names.clone(),
            todo: row.name(),
            phase: row.phase,
            says: row.says.clone(),
            how: evidence.as_ref().map(ProofRow::line).unwrap_or_default(),
            cost: evidence.as_ref().map(|proof| proof.cost),
            sources: distinct(row.says.sources().iter().chain(more).cloned()),
            may_sit: None,
            evidence,
        }
    }

    pub(super) fn of_certification(number: usize, row: &DemandRow<CertificationId>) -> Self {
        FirstRow {
            number,
            ids: row.ids.iter().map(|id| id.name()).collect(),
            names: row.names.clone(),
            todo: line!["Earn "].then(row.name()),
            phase: row.phase,
            says: row.says.clone(),
            how: match row.may_sit {
                Some(MaySit::Yes) => line!["you may sit "].then(row.open()).then(line![" now"]),
                Some(MaySit::NotYet) => line!["something is still missing to sit it"],
                _ => Line::default(),
            },
            evidence: None,
            cost: Some(Cost::Certificate),
            may_sit: row.may_sit,
            sources: row.sources.clone(),
        }
    }
}

impl FirstRow {
    /// What it is about: `Jira or Azure DevOps`.
    pub(super) fn name(&self) -> Line {
        Line::joined(self.names.iter().map(|name| line![name]), " or ")
    }
}

impl Tabular for FirstRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Right, "number", "No.", |row| Cell::Count(row.number as u64)),
        Column::words("names", "First", |row| Cell::Sentences(vec![row.todo.clone()])),
        Column::words("evidence", "How", |row| match row.how.0.is_empty() {
            true => Cell::Empty,
            false => Cell::Sentences(vec![row.how.clone()]),
        }),
        Column::words("says", "Why", |row| Cell::sentences([row.says.line()])),
        Column::words("phase", "Phase", |row| Cell::text(row.phase.as_str())),
        Column::data(Align::Left, "ids", "Id", |row| Cell::list(row.ids.iter().copied())),
        Column::data(Align::Left, "cost", "Costs", |row| Cell::maybe(row.cost.map(Cost::word))),
        Column::data(Align::Left, "may_sit", "May sit", |row| {
            Cell::maybe(row.may_sit.map(MaySit::words))
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What is said of the work or of the way there; no profile can show it.
#[derive(Debug, Serialize)]
pub(super) struct SaidRow {
    kind: Text,
    text: Text,
    inferred: Option<Text>,
    sources: Vec<Citation>,
}

impl SaidRow {
    pub(super) fn new(kind: Text, said: &Statement) -> Self {
        SaidRow { kind, text: said.text, inferred: said.inferred, sources: said.sources.to_vec() }
    }

    /// Whether it is a duty, of which people see none here.
    pub(super) fn is_duty(&self) -> bool {
        self.kind == DUTY
    }
}

/// What a duty is called.
pub(super) const DUTY: &str = "duty";

impl Tabular for SaidRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "kind", "Kind", |row| Cell::text(row.kind.as_str())),
        Column::words("text", "Says", |row| Cell::text(row.text.as_str())),
        Column::words("inferred", "Note", |row| row.inferred.map_or(Cell::Empty, Cell::inferred)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
