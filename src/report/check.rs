//! `dataset check`: what the rules found in a dataset. Knows neither the rules nor the data.

use serde::Serialize;

use super::cell::{Cell, Line, line};
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
        Column::words("message", "Finding", |row| Cell::text(row.message.clone())),
        Column::words("file", "File", |row| Cell::text(row.file.clone())),
        Column::number("line", "Line", |row| Cell::Count(row.line as u64)),
        Column::number("column", "Column", |row| Cell::Count(row.column as u64)),
        Column::words("excerpt", "Stands there", |row| Cell::text(row.excerpt.clone())),
        Column::words("hint", "Do", |row| Cell::maybe(row.hint.clone())),
    ];
}

/// An entry that a later layer puts in the place of an earlier one.
#[derive(Debug, Serialize)]
pub struct OverrideRow {
    /// The noun.
    pub noun: &'static str,
    /// Its id.
    pub id: String,
    /// The file that the earlier one stands in.
    pub old_file: String,
    /// From 1.
    pub old_line: usize,
    /// The file that the later one stands in.
    pub new_file: String,
    /// From 1.
    pub new_line: usize,
}

impl Tabular for OverrideRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("noun", "Of", |row| Cell::text(row.noun)),
        Column::words("id", "Id", |row| Cell::text(row.id.clone())),
        Column::words("new_file", "From", |row| Cell::text(row.new_file.clone())),
        Column::number("new_line", "Line", |row| Cell::Count(row.new_line as u64)),
        Column::words("old_file", "Instead of", |row| Cell::text(row.old_file.clone())),
        Column::number("old_line", "Line", |row| Cell::Count(row.old_line as u64)),
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
    overrides: Rows<OverrideRow>,
}

/// Says what so many rules found in so many files of a dataset, and what of it overrides what.
pub fn check(
    dataset: String,
    [files, rules]: [usize; 2],
    findings: Vec<FindingRow>,
    overrides: Vec<OverrideRow>,
) -> Check {
    let found = match findings.len() {
        0 => line![&dataset, ": nothing wrong ("],
        count if count > FINDINGS => {
            line![&dataset, ": more than ", Cell::Count(FINDINGS as u64), " findings ("]
        }
        count => line![&dataset, ": "].then(Line::counted(count, "finding (", "findings (")),
    };
    let checked =
        Line::counted(files, "file, ", "files, ").then(Line::counted(rules, "rule", "rules"));
    let replaced = match overrides.len() {
        0 => line![")"],
        1 => line!["; 1 entry overrides an earlier one)"],
        count => line!["; ", Cell::Count(count as u64), " entries override earlier ones)"],
    };
    let findings = Rows::new("findings", Layout::Record, findings);
    let overrides = Rows::new("overrides", Layout::Table, overrides)
        .under(line!["What stands in the place of what"]);
    let said = found.then(checked).then(replaced).into();
    Check { said, dataset, files, rules, findings, overrides }
}

impl Report for Check {
    fn name(&self) -> &'static str {
        "dataset-check"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.findings, &mut self.overrides]
    }

    fn verdict(&self) -> Verdict {
        match self.findings.rows.iter().any(|row| row.severity == Severity::Error) {
            true => Verdict::No,
            false => Verdict::Answered,
        }
    }
}
