//! `dataset init`: which dataset was written where, and what to do with it. Knows no file.

use serde::Serialize;

use crate::report::cell::{Cell, line};
use crate::report::command::{CommandLine, command};
use crate::report::sheet::{Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// Something to do next.
#[derive(Debug, Serialize)]
struct NextRow {
    step: &'static str,
    command: CommandLine,
}

impl Tabular for NextRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("step", "Step", |row| Cell::text(row.step)),
        Column::words("command", "Command", |row| Cell::Command(row.command.clone())),
    ];
}

/// A new dataset.
#[derive(Debug, Serialize)]
pub struct Init {
    #[serde(skip)]
    said: Said,
    folder: String,
    files: usize,
    next: Rows<NextRow>,
}

/// Which dataset was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// A copy of ours.
    Whole,
    /// A small one to grow.
    Minimal,
}

/// Tells that so many files were written into a folder, and what to do with them.
pub fn init(folder: String, files: usize, extent: Extent) -> Init {
    let count = Cell::Count(files as u64);
    let answer = match extent {
        Extent::Whole => line!["Wrote ", &folder, ": a copy of our dataset, ", count, " files"],
        Extent::Minimal => {
            line!["Wrote ", &folder, ": a small dataset with invented figures, ", count, " files"]
        }
    };
    let ask = |asked: &str| command(["--dataset", &folder, asked]);
    let mut next = vec![
        NextRow { step: "Ask it", command: ask("levels") },
        NextRow { step: "Check what you change", command: command(["dataset", "check", &folder]) },
    ];
    if extent == Extent::Whole {
        let differs = command(["dataset", "diff", "builtin", &folder]);
        next.push(NextRow { step: "See what you changed", command: differs });
    }
    let notes = [
        line!["begin with dataset.toml, which names the career; comments say what each file holds"],
        line![
            "entries of a folder that comes later replace those of the same id: --dataset \
               builtin --dataset ",
            &folder,
            " needs only what differs from ours"
        ],
        line!["editors that follow the #:schema line of a file complete and check as you type"],
    ];
    Init {
        said: Said::from(answer).noting(notes),
        folder,
        files,
        next: Rows::new("next", Layout::Pairs, next),
    }
}

impl Report for Init {
    fn name(&self) -> &'static str {
        "dataset-init"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.next]
    }
}
