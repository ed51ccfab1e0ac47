//! Rules on rows of wages: their cells, their order, their top codes. Knows no other noun.

use std::collections::BTreeSet;

use super::Findings;
use super::inventory::{WageTable, wage_tables};
use crate::catalog::assemble::wage;
use crate::catalog::{Kind, Usd, Wage};
use crate::dataset::raw::{Cell, Raw};

/// The figures of a row of wages, in order.
const FIGURES: [&str; 7] = ["employment", "mean", "p10", "p25", "p50", "p75", "p90"];

impl WageTable<'_> {
    /// What stands before the figures of a row.
    fn keys(&self) -> Vec<&'static str> {
        let by = self.by.map(|kind| if kind == Kind::Industry { "industry" } else { "area" });
        std::iter::once("vintage").chain(by).collect()
    }

    /// The cells of a row that are wages at percentiles, each with its column.
    fn percentiles<'a>(&self, row: &'a [Cell]) -> impl Iterator<Item = (usize, &'a Cell)> {
        row.iter().enumerate().skip(self.keys().len() + 2)
    }
}

/// Reports what is wrong with cells of a table.
struct Reporter<'a, 'b> {
    raw: &'a Raw,
    table: &'a WageTable<'a>,
    findings: &'b mut Findings,
}

impl Reporter<'_, '_> {
    fn at(&mut self, row: usize, cell: usize, message: String, hint: impl Into<String>) {
        let file = self.table.file;
        let span = self.findings.cell(self.raw, file, row, cell);
        self.findings.report(file, span, message, hint);
    }
}

/// Looks at each row of each table of wages, with its number.
fn each_row(
    raw: &Raw,
    findings: &mut Findings,
    look: impl Fn(&mut Reporter<'_, '_>, usize, &[Cell]),
) {
    for table in wage_tables(raw) {
        let mut report = Reporter { raw, table: &table, findings: &mut *findings };
        for (number, row) in table.wages.rows.iter().enumerate() {
            look(&mut report, number, row);
        }
    }
}

pub(super) fn falling(raw: &Raw, findings: &mut Findings) {
    each_row(raw, findings, |report, number, row| {
        let mut highest = 0.0;
        for (column, cell) in report.table.percentiles(row) {
            let dollars = match wage(cell, &report.table.wages.missing) {
                Ok(Wage::Published(usd) | Wage::AtLeast(usd)) => usd.dollars(),
                Ok(Wage::Missing(_)) | Err(_) => continue,
            };
            if dollars < highest {
                let message = format!("{dollars} is lower than {highest} at a lower percentile");
                report.at(
                    number,
                    column,
                    message,
                    "check the row against its source: figures never fall from p10 to p90",
                );
            }
            highest = dollars;
        }
    });
}

pub(super) fn top_coded_number(raw: &Raw, findings: &mut Findings) {
    each_row(raw, findings, |report, number, row| {
        let Some(Cell::Number(year)) = row.first() else { return };
        let vintage = raw.vintages.iter().find(|v| i64::from(*v.entry.year.get_ref()) == *year);
        let Some(floor) = vintage.and_then(|vintage| vintage.entry.top_code) else { return };
        for (column, cell) in report.table.percentiles(row) {
            if let Cell::Number(dollars) = cell
                && *dollars >= i64::from(floor)
            {
                let message = format!("{dollars} is not below {floor}, where {year} is top-coded");
                report.at(number, column, message, format!("write \">={floor}\""));
            }
        }
    });
}

/// Reports what is no row, no cell, or stands twice.
pub(super) fn malformed(table: &WageTable<'_>, raw: &Raw, findings: &mut Findings) {
    let columns: Vec<&str> = table.keys().into_iter().chain(FIGURES).collect();
    if *table.wages.columns.get_ref() != columns {
        let message = "these are not the columns of wages".to_owned();
        let hint = format!("write columns = {columns:?}");
        findings.report(table.file, table.wages.columns.span(), message, hint);
        return;
    }
    let mut seen = BTreeSet::new();
    let mut report = Reporter { raw, table, findings };
    for (number, row) in table.wages.rows.iter().enumerate() {
        if row.len() != columns.len() {
            let message = format!("this row has {} cells, not {}", row.len(), columns.len());
            report.at(
                number,
                0,
                message,
                "write one cell for each of the columns, \"-\" where nothing is published",
            );
            continue;
        }
        let (keys, figures) = row.split_at(columns.len() - FIGURES.len());
        if !seen.insert(keys) {
            let message = "this row stands twice".to_owned();
            report.at(number, 0, message, "take one of them out");
        }
        begins(&mut report, number, keys);
        for (index, cell) in figures.iter().enumerate() {
            figure(&mut report, number, keys.len() + index, cell);
        }
    }
}

/// Reports a row that does not begin with a vintage and, where it has one, an id.
fn begins(report: &mut Reporter<'_, '_>, number: usize, keys: &[Cell]) {
    let known = |year: &i64| {
        report.raw.vintages.iter().any(|v| i64::from(*v.entry.year.get_ref()) == *year)
    };
    if !matches!(keys.first(), Some(Cell::Number(year)) if known(year)) {
        let message = "this row begins with no known vintage".to_owned();
        report.at(number, 0, message, "begin it with a year of [[vintages]]");
    }
    if matches!(keys.get(1), Some(Cell::Number(_))) {
        let message = "this row does not say what it is of".to_owned();
        report.at(number, 1, message, "write a code in quotation marks after the vintage");
    }
}

fn figure(report: &mut Reporter<'_, '_>, number: usize, column: usize, cell: &Cell) {
    let positive = |usd: Usd| usd.dollars() > 0.0;
    let fine = match wage(cell, &report.table.wages.missing) {
        Ok(Wage::Published(usd) | Wage::AtLeast(usd)) => positive(usd),
        Ok(Wage::Missing(_)) => true,
        Err(_) => false,
    };
    if !fine {
        let message = "this cell is no wage".to_owned();
        let hint = "write a whole number, \">=208000\", or a mark that `missing` explains";
        report.at(number, column, message, hint);
    }
}
