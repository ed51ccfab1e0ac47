//! Rows that several reports share: statements, quoted figures, steps. Answers no question itself.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::command;
use super::sheet::{Column, Layout, Rows, Tabular};
use crate::catalog::{Citation, Conflict, Quote, Statement, Step, Text, Usd};

/// One thing that sources say.
#[derive(Debug, Clone, Serialize)]
pub struct StatementRow {
    text: Text,
    inferred: Option<Text>,
    sources: Vec<Citation>,
}

impl From<&Statement> for StatementRow {
    fn from(statement: &Statement) -> Self {
        StatementRow {
            text: statement.text,
            inferred: statement.inferred,
            sources: statement.sources.to_vec(),
        }
    }
}

impl StatementRow {
    /// Several statements.
    pub fn all<'a>(of: impl IntoIterator<Item = &'a Statement>) -> Vec<StatementRow> {
        of.into_iter().map(StatementRow::from).collect()
    }

    /// Several of them as a cell, without their sources.
    pub fn cell<'a>(of: impl IntoIterator<Item = &'a StatementRow>) -> Cell {
        Cell::sentences(of.into_iter().map(StatementRow::line))
    }

    /// Who says it.
    pub fn sources(&self) -> &[Citation] {
        &self.sources
    }

    /// Whether we inferred something.
    pub fn is_inferred(&self) -> bool {
        self.inferred.is_some()
    }

    /// The statement in one line, with its sources.
    pub fn cited_line(&self) -> Line {
        self.line().then(line![" ", Cell::cited(&self.sources)])
    }

    /// The statement in one line, without its sources.
    pub fn line(&self) -> Line {
        let inferred = self.inferred;
        let words = line![&self.text];
        match inferred {
            None => words,
            Some(from) => words.then(line![" ", Cell::inferred(from)]),
        }
    }
}

impl Tabular for StatementRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("text", "Says", |row| Cell::text(row.text.as_str())),
        Column::words("inferred", "Note", |row| row.inferred.map_or(Cell::Empty, Cell::inferred)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Says where the sources disagree on what was asked, where they do.
pub fn disputes<'a>(of: impl Iterator<Item = &'a Conflict>) -> Vec<Line> {
    let commands: Vec<Cell> =
        of.map(|conflict| Cell::Command(command(["conflicts", conflict.id.as_str()]))).collect();
    match commands.is_empty() {
        true => Vec::new(),
        false => vec![line!["the sources disagree: ", Cell::List(commands)]],
    }
}

/// Statements as a list.
pub fn statements<'a>(
    name: &'static str,
    of: impl IntoIterator<Item = &'a Statement>,
) -> Rows<StatementRow> {
    Rows::new(name, Layout::List, of.into_iter().map(StatementRow::from).collect())
}

/// A step of a level or phase.
#[derive(Debug, Serialize)]
pub struct StepRow {
    step: Text,
    reason: Text,
    by: Option<u32>,
    sources: Vec<Citation>,
}

impl From<&Step> for StepRow {
    fn from(step: &Step) -> Self {
        StepRow {
            step: step.text,
            reason: step.reason,
            by: step.by,
            sources: step.sources.to_vec(),
        }
    }
}

impl Tabular for StepRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("step", "Step", |row| Cell::text(row.step.as_str())),
        Column::words("reason", "Why", |row| Cell::text(row.reason.as_str())),
        Column::words("by", "When", |row| row.by.map_or(Cell::Empty, Cell::ByYear)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Steps as a checklist.
pub fn steps<'a>(of: impl Iterator<Item = &'a Step>) -> Rows<StepRow> {
    Rows::new("steps", Layout::Checklist, of.map(StepRow::from).collect()).under(line!["Steps"])
}

/// A pay figure that a guide quotes.
#[derive(Debug, Serialize)]
pub struct QuoteRow {
    about: Text,
    low: Usd,
    high: Option<Usd>,
    scope: Text,
    sources: Vec<Citation>,
}

impl From<&Quote> for QuoteRow {
    fn from(quote: &Quote) -> Self {
        QuoteRow {
            about: quote.about,
            low: quote.low,
            high: quote.high,
            scope: quote.scope,
            sources: quote.sources.to_vec(),
        }
    }
}

impl Tabular for QuoteRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("about", "Quoted", |row| Cell::text(row.about.as_str())),
        Column::number("low", "Amount", |row| Cell::Money(row.low)),
        Column::number("high", "up to", |row| row.high.map_or(Cell::Empty, Cell::Money)),
        Column::words("scope", "Who is counted", |row| Cell::text(row.scope.as_str())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Quoted figures under a heading that says what they are.
pub fn quotes<'a>(of: impl IntoIterator<Item = &'a Quote>) -> Rows<QuoteRow> {
    Rows::new("quotes", Layout::Table, of.into_iter().map(QuoteRow::from).collect())
        .under(line!["Quoted, not mixed into the figures above"])
}
