//! `dataset export`: which tables were written where. Knows no file.

use serde::Serialize;

use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// A table that was written.
#[derive(Debug, Serialize)]
pub struct FileRow {
    /// The file's name.
    pub file: String,
    /// How many rows it has, the header not counted.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
}

impl Tabular for FileRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("file", "File", |row| Cell::text(row.file.clone())),
        Column::number("rows", "Rows", |row| Cell::Count(row.rows as u64)),
        Column::number("columns", "Columns", |row| Cell::Count(row.columns as u64)),
    ];
}

/// An export.
#[derive(Debug, Serialize)]
pub struct Export {
    #[serde(skip)]
    said: Said,
    folder: String,
    files: Rows<FileRow>,
}

/// Tells which tables were written into a folder.
pub fn export(folder: String, files: Vec<FileRow>) -> Export {
    let rows: usize = files.iter().map(|file| file.rows).sum();
    let answer = line!["Wrote ", &folder, ": "]
        .then(Line::counted(files.len(), "CSV file, ", "CSV files, "))
        .then(Line::counted(rows, "row", "rows"));
    let notes = [
        line![
            "a table inside an entry is a file of its own: levels_duties.csv is joined by level_id"
        ],
        line!["several values in a cell stand apart by a semicolon and a space"],
        line!["text that a spreadsheet would take for a formula begins with an apostrophe"],
    ];
    Export {
        said: Said::from(answer).noting(notes),
        folder,
        files: Rows::new("files", Layout::Table, files),
    }
}

impl Report for Export {
    fn name(&self) -> &'static str {
        "dataset-export"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.files]
    }
}
