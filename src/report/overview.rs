//! `tpm-path` alone: the ladder on one screen, and what to type next. Knows no format.

use serde::Serialize;

use super::cell::{Cell, line};
use super::command::{CommandLine, command};
use super::levels::{LevelRow, population};
use super::sheet::{Column, Layout, Rows, Table, Tabular};
use super::{Report, Said, certs};
use crate::catalog::{Catalog, Citation};
use crate::query;
use crate::query::QueryError;

/// A question and the command that answers it.
#[derive(Debug, Serialize)]
struct NextRow {
    question: &'static str,
    command: CommandLine,
}

impl Tabular for NextRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("question", "Question", |row| Cell::text(row.question)),
        Column::words("command", "Command", |row| Cell::Command(row.command.clone())),
    ];
}

/// The ladder on one screen.
#[derive(Debug, Serialize)]
pub struct Overview {
    #[serde(skip)]
    said: Said,
    levels: Rows<LevelRow>,
    next: Rows<NextRow>,
}

/// Shows the ladder with years and pay, and what to type next.
///
/// # Errors
/// When there are no wages to read pay from.
pub fn overview(catalog: &Catalog) -> Result<Overview, QueryError> {
    let cut = query::basis(catalog)?;
    let rows = catalog.levels().iter().map(|level| LevelRow::new(catalog, level, &cut, None));
    let bands: Vec<Citation> =
        catalog.levels().iter().next().map_or_else(Vec::new, |level| level.sources.to_vec());
    let answer = line!["The ", &catalog.about().career, " career: levels, pay, skills; all cited"];
    let note = line!["Pay: "].then(population(&cut)).then(line![
        ", wages only ",
        Cell::cited(&[cut.citation()]),
        "; bands ",
        Cell::cited(&bands)
    ]);
    Ok(Overview {
        said: Said::from(answer).noting([note]),
        levels: Rows::new("levels", Layout::Table, rows.collect())
            .showing(&["level", "years", "pay_low", "pay_high", "change"]),
        next: Rows::new("next", Layout::Pairs, next(catalog)),
    })
}

/// What to type next.
fn next(catalog: &Catalog) -> Vec<NextRow> {
    let mut next = vec![
        NextRow {
            question: "Where am I, what comes next",
            command: command(["roadmap", "--years", "4"]),
        },
        NextRow {
            question: "What the next level asks for",
            command: command(["gap", "--years", "4"]),
        },
        NextRow {
            question: "Begin with your résumé",
            command: command(["profile", "import", "resume.json"]),
        },
        NextRow {
            question: "What a job posting asks for",
            command: command(["match", "posting.txt"]),
        },
        NextRow {
            question: "Which percentile is my pay",
            command: command(["salary", "--of", "120k"]),
        },
    ];
    next.extend(catalog.levels().iter().nth(1).map(|level| NextRow {
        question: "One level in full",
        command: command(["levels", level.id.as_str()]),
    }));
    let holds = catalog.holds();
    next.extend(holds.moves.then(|| NextRow {
        question: "Ways in, up, across and out",
        command: command(["routes"]),
    }));
    next.extend(
        holds
            .places
            .then(|| NextRow { question: "Where it pays most", command: command(["places"]) }),
    );
    next.extend(holds.projections.then(|| NextRow {
        question: "Whether it grows, and where",
        command: command(["outlook"]),
    }));
    next.extend([
        NextRow { question: "What the sources say, by topic", command: command(["guide"]) },
        NextRow { question: "Where the sources disagree", command: command(["conflicts"]) },
    ]);
    next.extend(certs::most_told(catalog).map(|certification| NextRow {
        question: "Everything about a word",
        command: command(["find", certification.id.as_str()]),
    }));
    next.extend([NextRow { question: "All commands", command: command(["--help"]) }]);
    next
}

impl Report for Overview {
    fn name(&self) -> &'static str {
        "overview"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.levels, &mut self.next]
    }
}
