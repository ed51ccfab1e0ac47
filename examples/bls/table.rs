//! A CSV file, row by row: finds cells by what we call their columns, and says where something is wrong.

use std::fmt::Display;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use csv::{Position, ReaderBuilder, StringRecord, Trim};

/// What BLS calls columns, and what we call them.
const SYNONYMS: [[&str; 2]; 12] = [
    ["reference_period", "vintage"],
    ["soc_code", "occ_code"],
    ["title", "occ_title"],
    ["area", "area_code"],
    ["prim_state", "state"],
    ["tot_emp", "employment"],
    ["a_mean", "mean"],
    ["a_pct10", "p10"],
    ["a_pct25", "p25"],
    ["a_median", "p50"],
    ["a_pct75", "p75"],
    ["a_pct90", "p90"],
];

/// A CSV file.
pub struct Table {
    path: String,
    header: StringRecord,
    /// What we call the columns.
    pub names: Vec<String>,
    lines: Vec<StringRecord>,
}

/// A line of a CSV file.
pub struct Row<'a> {
    table: &'a Table,
    cells: &'a StringRecord,
}

/// Gives our name of a column.
pub fn our_name(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let known = SYNONYMS.iter().find(|[theirs, _]| *theirs == name);
    known.map_or(name, |[_, ours]| (*ours).to_owned())
}

impl Table {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let not_csv = |error: csv::Error| {
            let line = error.position().map_or(1, Position::line);
            let what = "save it as CSV in UTF-8, cells with commas in quotation marks";
            anyhow!("{shown}, line {line}: {what}: {error}")
        };
        let mut reader = ReaderBuilder::new()
            .trim(Trim::All)
            .from_path(path)
            .with_context(|| format!("{shown}: it cannot be opened; check its name"))?;
        let header = reader.headers().map_err(not_csv)?.clone();
        let lines = reader.records().collect::<csv::Result<_>>().map_err(not_csv)?;
        let names = header.iter().map(our_name).collect();
        let table = Self { path: shown.to_string(), header, names, lines };
        ensure!(table.column("occ_code").is_some(), table.lacks("occ_code"));
        Ok(table)
    }

    /// Gives all lines after the first one.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.lines.iter().map(|cells| Row { table: self, cells })
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// Says that there is no such column.
    fn lacks(&self, name: &str) -> anyhow::Error {
        let names = SYNONYMS.iter().find(|[_, ours]| *ours == name);
        let names = names.map_or(name.to_owned(), |[theirs, ours]| format!("{ours}` or `{theirs}"));
        self.wrong(format!("there is no column `{names}`; add it"))
    }

    /// Says what is wrong with the first line.
    pub fn wrong(&self, why: impl Display) -> anyhow::Error {
        anyhow!("{}, line 1: {why}", self.path)
    }
}

impl Row<'_> {
    /// Gives a cell, if there is such a column.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.cells.get(self.table.column(name)?)
    }

    /// Gives a cell.
    pub fn need(&self, name: &str) -> Result<&str> {
        self.get(name).ok_or_else(|| self.table.lacks(name))
    }

    /// Gives the text of a cell on one line; there has to be some.
    pub fn words(&self, name: &str) -> Result<String> {
        let text = self.need(name)?.replace(char::is_control, " ");
        let words: Vec<&str> = text.split_whitespace().collect();
        ensure!(!words.is_empty(), self.wrong(name, "the cell is empty; fill it"));
        Ok(words.join(" "))
    }

    /// Says what is wrong with a cell, and where that is.
    pub fn wrong(&self, name: &str, why: impl Display) -> anyhow::Error {
        let line = self.cells.position().map_or(0, Position::line);
        let column = self.table.column(name);
        let shown = column.and_then(|column| self.table.header.get(column)).unwrap_or(name);
        anyhow!("{}, line {line}, column `{shown}`: {why}", self.table.path)
    }
}
