//! `profile init`: what was written into a new profile. Knows no file.

use serde::Serialize;

use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// A field that was written.
#[derive(Debug, Serialize)]
struct FieldRow {
    field: &'static str,
    value: String,
}

impl Tabular for FieldRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("field", "Field", |row| Cell::text(row.field)),
        Column::words("value", "Value", |row| Cell::text(row.value.clone())),
    ];
}

/// A new profile.
#[derive(Debug, Serialize)]
pub struct Init {
    #[serde(skip)]
    said: Said,
    file: String,
    fields: Rows<FieldRow>,
}

/// Tells what stands in a new profile.
pub fn init(file: String, fields: Vec<(&'static str, String)>) -> Init {
    let rows: Vec<FieldRow> =
        fields.into_iter().map(|(field, value)| FieldRow { field, value }).collect();
    let answer = match rows.len() {
        0 => line!["Wrote ", &file, ", a profile that says nothing yet: its comments tell how"],
        count => line!["Wrote ", &file, ", a profile with "]
            .then(Line::counted(count, "value", "values")),
    };
    let show = command(["profile", "show"]);
    Init {
        said: Said::from(answer).hinting([show]),
        file,
        fields: Rows::new("fields", Layout::Pairs, rows),
    }
}

impl Report for Init {
    fn name(&self) -> &'static str {
        "profile-init"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.fields]
    }
}
