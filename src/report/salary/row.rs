//! Everything published of an occupation in a setting and a vintage, as a row. Answers no question itself.

use serde::Serialize;

use super::head::{Head, headed_columns};
use super::strip;
use crate::catalog::{Citation, Text};
use crate::query::{Cut, Pay};
use crate::report::Strip;
use crate::report::cell::{Cell, Line};
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

/// Everything published of an occupation in a setting and a vintage.
#[derive(Debug, Serialize)]
pub struct WageRow {
    #[serde(flatten)]
    head: Head,
    employment: Option<u64>,
    employment_missing: Option<Text>,
    mean: Pay,
    p10: Pay,
    p25: Pay,
    p50: Pay,
    p75: Pay,
    p90: Pay,
    counts: StatementRow,
    sources: Vec<Citation>,
    /// Its pay as a strip of a chart.
    #[serde(skip)]
    pub strip: Strip,
}

impl WageRow {
    /// A cut as a row, with what tells it apart in a chart.
    pub fn new(cut: &Cut<'_>, label: Line) -> Self {
        let [p10, p25, p50, p75, p90] = cut.row.percentiles.each_ref().map(Pay::from);
        WageRow {
            head: Head::from(cut),
            employment: cut.row.employment.jobs(),
            employment_missing: cut.row.employment.reason(),
            mean: Pay::from(&cut.row.mean),
            p10,
            p25,
            p50,
            p75,
            p90,
            counts: StatementRow::from(&cut.occupation.counts),
            sources: vec![cut.citation()],
            strip: strip(cut, label, Vec::new()),
        }
    }
}

impl Tabular for WageRow {
    const COLUMNS: &'static [Column<Self>] = headed_columns![
        Column::data(Align::Right, "employment", "Jobs", |row| {
            row.employment.map_or(Cell::Empty, Cell::Count)
        }),
        Column::data(Align::Left, "employment_missing", "Why no jobs", |row| {
            Cell::maybe(row.employment_missing)
        }),
        Column::data(Align::Right, "mean", "Mean", |row| Cell::Pay(row.mean.clone())),
        Column::number("p10", "P10", |row| Cell::Pay(row.p10.clone())),
        Column::number("p25", "P25", |row| Cell::Pay(row.p25.clone())),
        Column::number("p50", "Median", |row| Cell::Pay(row.p50.clone())),
        Column::number("p75", "P75", |row| Cell::Pay(row.p75.clone())),
        Column::number("p90", "P90", |row| Cell::Pay(row.p90.clone())),
        Column::data(Align::Left, "counts", "Who is counted", |row| {
            Cell::sentences([row.counts.cited_line()])
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
