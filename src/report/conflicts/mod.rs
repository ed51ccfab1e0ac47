//! `conflicts`: where sources disagree, and one question in full. Knows no format.

mod official;

use serde::Serialize;

pub(super) use official::official;
use official::{OfficialRow, StandingRow};

use crate::catalog::{Catalog, Citation, Conflict, ConflictId, Position, Text, distinct};
use crate::query::{QueryError, lookup};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// One question in a list.
#[derive(Debug, Serialize)]
struct ConflictRow {
    id: ConflictId,
    title: Text,
    question: Text,
    claims: Vec<Text>,
    sources: Vec<Citation>,
}

impl ConflictRow {
    fn new(conflict: &Conflict) -> Self {
        ConflictRow {
            id: conflict.id,
            title: conflict.title,
            question: conflict.question,
            claims: conflict.positions.iter().map(|position| position.claim).collect(),
            sources: distinct(conflict.positions.iter().flat_map(|said| said.sources.to_vec())),
        }
    }
}

fn claims(of: &[Text]) -> Cell {
    Cell::sentences(of.iter().map(|claim| line![claim]))
}

impl Tabular for ConflictRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("id", "Topic", |row| Cell::text(row.id.as_str())),
        Column::data(Align::Left, "title", "Title", |row| Cell::text(row.title.as_str())),
        Column::words("question", "Question", |row| Cell::text(row.question.as_str())),
        Column::words("claims", "Answers", |row| claims(&row.claims)),
        Column::data(Align::Left, "sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Where sources disagree.
#[derive(Debug, Serialize)]
pub struct Conflicts {
    #[serde(skip)]
    said: Said,
    conflicts: Rows<ConflictRow>,
}

/// Lists the questions on which sources disagree.
pub fn conflicts(catalog: &Catalog) -> Conflicts {
    let rows: Vec<ConflictRow> = catalog.conflicts().iter().map(ConflictRow::new).collect();
    let answer = Line::counted(rows.len(), "question", "questions")
        .then(line![" on which the sources disagree"]);
    let first = rows.first().map(|row| command(["conflicts", row.id.as_str()]));
    Conflicts {
        said: Said::from(answer).hinting(first),
        conflicts: Rows::new("conflicts", Layout::Table, rows),
    }
}

impl Report for Conflicts {
    fn name(&self) -> &'static str {
        "conflicts"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.conflicts]
    }
}

/// What one side says.
#[derive(Debug, Serialize)]
struct PositionRow {
    claim: Text,
    detail: Option<Text>,
    sources: Vec<Citation>,
}

impl From<&Position> for PositionRow {
    fn from(position: &Position) -> Self {
        PositionRow {
            claim: position.claim,
            detail: position.detail,
            sources: position.sources.to_vec(),
        }
    }
}

impl Tabular for PositionRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("claim", "Answer", |row| Cell::text(row.claim.as_str())),
        Column::words("detail", "What it rests on", |row| Cell::maybe(row.detail)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Our reading of why they differ.
#[derive(Debug, Serialize)]
struct ReadingRow {
    why: Text,
    untested: Option<Text>,
}

impl Tabular for ReadingRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("why", "Why, in our reading", |row| Cell::text(row.why.as_str())),
        Column::words("untested", "What data can't test", |row| Cell::maybe(row.untested)),
    ];
}

/// One question in full.
#[derive(Debug, Serialize)]
pub struct OneConflict {
    #[serde(skip)]
    said: Said,
    id: ConflictId,
    question: Text,
    positions: Rows<PositionRow>,
    reading: Rows<ReadingRow>,
    official: Rows<OfficialRow>,
    standings: Rows<StandingRow>,
}

/// Tells who says what on a question, why in our reading, and what official data say.
///
/// # Errors
/// When there is none of this name.
pub fn conflict(catalog: &Catalog, name: &str) -> Result<OneConflict, QueryError> {
    let conflict = lookup(catalog.conflicts(), name)?;
    let found = official(catalog, conflict)?;
    let positions: Vec<PositionRow> = conflict.positions.iter().map(PositionRow::from).collect();
    Ok(OneConflict {
        said: line![&conflict.question, " ", Cell::Count(positions.len() as u64), " answers"]
            .into(),
        id: conflict.id,
        question: conflict.question,
        positions: Rows::new("positions", Layout::Table, positions),
        reading: Rows::new(
            "reading",
            Layout::Record,
            vec![ReadingRow { why: conflict.why, untested: conflict.untested }],
        ),
        official: Rows::new("official", Layout::Table, found.rows)
            .under(line!["What the data say: ", Cell::sentences(found.said)]),
        standings: Rows::new("standings", Layout::Table, found.standings)
            .under(line!["The guides' medians as percentiles of each occupation"]),
    })
}

impl Report for OneConflict {
    fn name(&self) -> &'static str {
        "conflict"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.positions, &mut self.reading, &mut self.official, &mut self.standings]
    }
}
