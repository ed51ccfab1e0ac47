//! `profile path`: where the profile is. Knows no file system.

use serde::Serialize;

use crate::report::cell::{Cell, line};
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// A path as a row.
#[derive(Debug, Serialize)]
struct PathRow {
    path: String,
}

impl Tabular for PathRow {
    const COLUMNS: &'static [Column<Self>] =
        &[Column::words("path", "Path", |row| Cell::text(row.path.clone()))];
}

/// Where the profile is.
#[derive(Debug, Serialize)]
pub struct FilePath {
    #[serde(skip)]
    said: Said,
    path: Rows<PathRow>,
}

/// Tells the path alone, so that other programs can use it.
pub fn path(path: String) -> FilePath {
    let rows = vec![PathRow { path: path.clone() }];
    FilePath {
        said: Said::from(line![Cell::link(path.clone())]),
        // People have read it in the first line.
        path: Rows::new("path", Layout::Record, rows).hiding(|_| true),
    }
}

impl Report for FilePath {
    fn name(&self) -> &'static str {
        "profile-path"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.path]
    }
}
