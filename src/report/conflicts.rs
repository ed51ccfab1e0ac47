//! `conflicts`: where sources disagree, and one question in full. Knows no format.

use serde::Serialize;

use super::cell::{Cell, line};
use super::command::command;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::statements::StatementRow;
use super::{Report, Said};
use crate::catalog::{
    Catalog, Citation, Conflict, ConflictId, OccupationId, Official, Percentile, Position, distinct,
};
use crate::query::{OccupationChoice, Pay, QueryError, lookup, newest, occupations};

/// One question in a list.
#[derive(Debug, Serialize)]
struct ConflictRow {
    id: ConflictId,
    title: String,
    question: String,
    claims: Vec<String>,
    sources: Vec<Citation>,
}

impl ConflictRow {
    fn new(conflict: &Conflict) -> Self {
        ConflictRow {
            id: conflict.id.clone(),
            title: conflict.title.clone(),
            question: conflict.question.clone(),
            claims: conflict.positions.iter().map(|position| position.claim.clone()).collect(),
            sources: distinct(conflict.positions.iter().flat_map(|said| said.sources.clone())),
        }
    }
}

fn claims(of: &[String]) -> Cell {
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
    let answer = line![Cell::Count(rows.len() as u64), " questions on which the sources disagree"];
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
    claim: String,
    detail: Option<String>,
    sources: Vec<Citation>,
}

impl From<&Position> for PositionRow {
    fn from(position: &Position) -> Self {
        PositionRow {
            claim: position.claim.clone(),
            detail: position.detail.clone(),
            sources: position.sources.clone(),
        }
    }
}

impl Tabular for PositionRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("claim", "Answer", |row| Cell::text(row.claim.as_str())),
        Column::words("detail", "What it rests on", |row| Cell::maybe(row.detail.as_deref())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Our reading of why they differ.
#[derive(Debug, Serialize)]
struct ReadingRow {
    why: String,
}

impl Tabular for ReadingRow {
    const COLUMNS: &'static [Column<Self>] =
        &[Column::words("why", "Why, in our reading", |row| Cell::text(row.why.as_str()))];
}

/// A figure of official data.
#[derive(Debug, Serialize)]
struct OfficialRow {
    code: OccupationId,
    occupation: String,
    vintage: String,
    median: Pay,
    counts: StatementRow,
    sources: Vec<Citation>,
}

impl Tabular for OfficialRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::words("vintage", "Vintage", |row| Cell::text(row.vintage.as_str())),
        Column::number("median", "Median", |row| Cell::Pay(row.median.clone())),
        Column::data(Align::Left, "counts", "Who is counted", |row| {
            Cell::sentences([row.counts.cited_line()])
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// One question in full.
#[derive(Debug, Serialize)]
pub struct OneConflict {
    #[serde(skip)]
    said: Said,
    id: ConflictId,
    question: String,
    positions: Rows<PositionRow>,
    reading: Rows<ReadingRow>,
    official: Rows<OfficialRow>,
}

/// Tells who says what on a question, why in our reading, and what official data say.
///
/// # Errors
/// When there is none of this name.
pub fn conflict(catalog: &Catalog, name: &str) -> Result<OneConflict, QueryError> {
    let conflict = lookup(catalog.conflicts(), name)?;
    let official = match conflict.official {
        Some(Official::Medians) => medians(catalog)?,
        None => Vec::new(),
    };
    let positions: Vec<PositionRow> = conflict.positions.iter().map(PositionRow::from).collect();
    Ok(OneConflict {
        said: line![&conflict.question, " ", Cell::Count(positions.len() as u64), " answers"]
            .into(),
        id: conflict.id.clone(),
        question: conflict.question.clone(),
        positions: Rows::new("positions", Layout::Table, positions),
        reading: Rows::new(
            "reading",
            Layout::Record,
            vec![ReadingRow { why: conflict.why.clone() }],
        ),
        official: Rows::new("official", Layout::Table, official)
            .under(line!["Official medians, worked out from the dataset"]),
    })
}

/// The newest median of each occupation.
fn medians(catalog: &Catalog) -> Result<Vec<OfficialRow>, QueryError> {
    let Some(median) = Percentile::new(50.0) else {
        return Ok(Vec::new());
    };
    let all = occupations(catalog, &OccupationChoice::All)?;
    let cuts = all.into_iter().filter_map(|occupation| newest(catalog, occupation));
    let rows = cuts.map(|cut| OfficialRow {
        code: cut.occupation.id.clone(),
        occupation: cut.occupation.title.clone(),
        vintage: cut.vintage.title.clone(),
        median: cut.pay_at(median),
        counts: StatementRow::from(&cut.occupation.counts),
        sources: vec![cut.citation()],
    });
    Ok(rows.collect())
}

impl Report for OneConflict {
    fn name(&self) -> &'static str {
        "conflict"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.positions, &mut self.reading, &mut self.official]
    }
}
