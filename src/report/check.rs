//! `dataset check`: what the rules found in a dataset. Knows neither the rules nor the data.

use serde::Serialize;

use super::cell::{Cell, line};
use super::sheet::{Column, Layout, Rows, Table, Tabular};
use super::{Report, Said, Verdict};
use crate::catalog::rules::Severity;
use crate::intake::FINDINGS;

/// One finding with its place.
#[derive(Debug, Serialize)]
pub struct FindingRow {
    /// How bad it is.
    pub severity: Severity,
    /// The rule's name.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// The file.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The line as it stands in the file.
    pub excerpt: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Tabular for FindingRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("severity", "Severity", |row| Cell::text(row.severity.word())),
        Column::words("rule", "Rule", |row| Cell::text(row.rule)),
        Column::words("message", "Finding", |row| Cell::text(row.message.as_str())),
        Column::words("file", "File", |row| Cell::text(row.file.as_str())),
        Column::number("line", "Line", |row| Cell::Count(row.line as u64)),
        Column::number("column", "Column", |row| Cell::Count(row.column as u64)),
        Column::words("excerpt", "Stands there", |row| Cell::text(row.excerpt.as_str())),
        Column::words("hint", "Do", |row| Cell::maybe(row.hint.as_deref())),
    ];
}

/// What the rules found.
#[derive(Debug, Serialize)]
pub struct Check {
    #[serde(skip)]
    said: Said,
    dataset: String,
    files: usize,
    rules: usize,
    findings: Rows<FindingRow>,
}

/// Says what so many rules found in so many files of a dataset.
pub fn check(dataset: String, files: usize, rules: usize, findings: Vec<FindingRow>) -> Check {
    let found = match findings.len() {
        0 => line![&dataset, ": nothing wrong ("],
        1 => line![&dataset, ": 1 finding ("],
        count if count > FINDINGS => {
            line![&dataset, ": more than ", Cell::Count(FINDINGS as u64), " findings ("]
        }
        count => line![&dataset, ": ", Cell::Count(count as u64), " findings ("],
    };
    let checked =
        line![Cell::Count(files as u64), " files, ", Cell::Count(rules as u64), " rules)"];
    let findings = Rows::new("findings", Layout::Record, findings);
    Check { said: found.then(checked).into(), dataset, files, rules, findings }
}

impl Report for Check {
    fn name(&self) -> &'static str {
        "dataset-check"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.findings]
    }

    fn verdict(&self) -> Verdict {
        match self.findings.rows.iter().any(|row| row.severity == Severity::Error) {
            true => Verdict::No,
            false => Verdict::Answered,
        }
    }
}
