//! `man --dir`: which manual pages were written. Knows no file system and no roff.

use serde::Serialize;

use super::cell::{Cell, line};
use super::sheet::{Column, Layout, Rows, Table, Tabular};
use super::{Report, Said};

/// A page that was written.
#[derive(Debug, Serialize)]
struct PageRow {
    page: String,
}

impl Tabular for PageRow {
    const COLUMNS: &'static [Column<Self>] =
        &[Column::words("page", "Page", |row| Cell::text(row.page.clone()))];
}

/// Manual pages that were written.
#[derive(Debug, Serialize)]
pub struct Pages {
    #[serde(skip)]
    said: Said,
    folder: String,
    pages: Rows<PageRow>,
}

/// Tells how many pages were written, and where.
pub fn pages(folder: String, names: Vec<String>) -> Pages {
    let count = Cell::Count(names.len() as u64);
    let rows = names.into_iter().map(|page| PageRow { page }).collect();
    Pages {
        said: Said::from(line!["Wrote ", count, " manual pages, one a command, to ", &folder]),
        folder,
        // Whoever wants to see their names looks into the folder.
        pages: Rows::new("pages", Layout::Record, rows).hiding(|_| true),
    }
}

impl Report for Pages {
    fn name(&self) -> &'static str {
        "man"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.pages]
    }
}
