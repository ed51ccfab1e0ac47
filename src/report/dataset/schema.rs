//! `dataset schema`: which files a dataset has, and how to get the schema of each. Knows no schema.

use serde::Serialize;

use crate::report::cell::{Cell, line};
use crate::report::command::command;
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// A schema.
#[derive(Debug, Serialize)]
pub struct SchemaRow {
    /// Its name.
    pub schema: &'static str,
    /// The files that it describes.
    pub files: Vec<&'static str>,
    /// The tables that such a file holds.
    pub tables: Vec<&'static str>,
}

impl Tabular for SchemaRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("schema", "Schema", |row| Cell::text(row.schema)),
        Column::words("files", "Files", |row| Cell::list(row.files.iter().copied())),
        Column::words("tables", "Tables", |row| Cell::brief(row.tables.iter().copied())),
    ];
}

/// Every schema.
#[derive(Debug, Serialize)]
pub struct Schemas {
    #[serde(skip)]
    said: Said,
    schemas: Rows<SchemaRow>,
}

/// Lists the schemas.
pub fn schemas(rows: Vec<SchemaRow>) -> Schemas {
    let count = Cell::Count(rows.len() as u64);
    let answer = line![
        "A dataset's files have ",
        count,
        " schemas; ",
        Cell::Command(command(["dataset", "schema", "levels"])),
        " prints one"
    ];
    let note = line!["`dataset init` writes them all beside the files that they describe"];
    Schemas {
        said: Said::from(answer).noting([note]),
        schemas: Rows::new("schemas", Layout::Table, rows),
    }
}

impl Report for Schemas {
    fn name(&self) -> &'static str {
        "dataset-schema"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.schemas]
    }
}
