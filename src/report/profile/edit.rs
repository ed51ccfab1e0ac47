//! `profile add` and `profile remove`: what changed. Knows no file.

use serde::Serialize;

use crate::report::cell::{Cell, line};
use crate::report::command::command;
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// What an edit did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Editing {
    /// A new entry.
    Added,
    /// An entry says more now.
    Updated,
    /// It stood there already.
    Known,
    /// It is gone.
    Removed,
    /// It did not stand there.
    Absent,
}

impl Editing {
    fn word(self) -> &'static str {
        match self {
            Editing::Added => "added",
            Editing::Updated => "updated",
            Editing::Known => "known",
            Editing::Removed => "removed",
            Editing::Absent => "absent",
        }
    }
}

/// What was edited.
#[derive(Debug, Serialize)]
struct EditRow {
    kind: &'static str,
    id: String,
    title: String,
    change: Editing,
}

impl Tabular for EditRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("kind", "Kind", |row| Cell::text(row.kind)),
        Column::words("id", "Id", |row| Cell::text(row.id.clone())),
        Column::words("title", "Title", |row| Cell::text(row.title.clone())),
        Column::words("change", "Change", |row| Cell::text(row.change.word())),
    ];
}

/// What an edit did to a profile.
#[derive(Debug, Serialize)]
pub struct Edited {
    #[serde(skip)]
    said: Said,
    file: String,
    changes: Rows<EditRow>,
}

/// Tells what became of an entry; `kind` is the word for what it is.
pub fn edited(
    file: String,
    change: Editing,
    kind: &'static str,
    [id, title]: [String; 2],
) -> Edited {
    let answer = match change {
        Editing::Added => line!["Added the ", kind, " ", &title, " to ", &file],
        Editing::Updated => line!["Updated the ", kind, " ", &title, " in ", &file],
        Editing::Known => {
            line!["Nothing to do: the ", kind, " ", &title, " stands in ", &file, " already"]
        }
        Editing::Removed => line!["Removed the ", kind, " ", &title, " from ", &file],
        Editing::Absent => {
            line!["Nothing to do: the ", kind, " ", &title, " does not stand in ", &file]
        }
    };
    Edited {
        said: Said::from(answer).hinting([command(["profile", "show"])]),
        file,
        // People have read it in the first line.
        changes: Rows::new("changes", Layout::Table, vec![EditRow { kind, id, title, change }])
            .hiding(|_| true),
    }
}

impl Report for Edited {
    fn name(&self) -> &'static str {
        "profile-edit"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.changes]
    }
}
