//! `compare`: levels, roles, occupations or certificates side by side, and what is the same, gained and lost. Knows no
//! format.

mod certifications;
mod changes;
mod levels;
mod occupations;
mod outlook;
mod roles;

use serde::Serialize;

use changes::{ChangeRow, UntoldRow};

use crate::catalog::{Catalog, Kind};
use crate::query::{Change, QueryError, Subject, subjects};
use crate::report::cell::{Cell, Line, line};
use crate::report::routes::MoveRow;
use crate::report::sheet::{Rows, Table, Tabular};
use crate::report::{Report, Said};

/// Several things of a kind side by side.
#[derive(Debug, Serialize)]
pub struct Compared<Row: Tabular> {
    #[serde(skip)]
    name: &'static str,
    #[serde(skip)]
    said: Said,
    changes: Rows<ChangeRow>,
    items: Rows<Row>,
    untold: Rows<UntoldRow>,
    moves: Rows<MoveRow>,
}

/// Compares what the names stand for.
///
/// # Errors
/// When a name stands for nothing or for several things, or when they are not of one kind.
pub fn compare(catalog: &Catalog, names: &[String]) -> Result<Box<dyn Report>, QueryError> {
    let found = subjects(catalog, names)?;
    Ok(match found.first().map(Subject::kind) {
        Some(Kind::Role) => Box::new(roles::compared(catalog, &found)?),
        Some(Kind::Occupation) => Box::new(occupations::compared(catalog, &found)),
        Some(Kind::Certification) => Box::new(certifications::compared(catalog, &found)),
        _ => Box::new(levels::compared(catalog, &found)?),
    })
}

/// The first line: what is compared, what becomes of their figures, and how much is gained, lost and the same.
fn answer<const N: usize>(
    found: &[Subject<'_>],
    becomes: [Option<Line>; N],
    changes: &Rows<ChangeRow>,
) -> Line {
    let between = if found.len() == 2 { " to " } else { ", " };
    let names = Line::joined(found.iter().map(title), between);
    let count = |change| {
        let of = changes.rows.iter().filter(|row| row.change() == change);
        Cell::Count(of.map(|row| row.entries() as u64).sum())
    };
    let changed = match changes.rows.is_empty() {
        true => None,
        false => Some(line![
            count(Change::Gained),
            " gained, ",
            count(Change::Lost),
            " lost, ",
            count(Change::Same),
            " the same"
        ]),
    };
    let told: Vec<Line> = becomes.into_iter().flatten().chain(changed).collect();
    match told.is_empty() {
        true => names.then(line![": no source tells the same kind of thing of them"]),
        false => names.then(line![": "]).then(Line::joined(told, "; ")),
    }
}

/// What becomes of a figure from the first to the last; nothing where one of them lacks it.
fn becoming(what: &'static str, cells: impl Iterator<Item = Option<Line>>) -> Option<Line> {
    let lines: Vec<Line> = cells.collect::<Option<_>>()?;
    Some(line![what].then(Line::joined(lines, ", then ")))
}

/// A title, with its ladder where that is not ours.
fn title(subject: &Subject<'_>) -> Line {
    let title = subject.title();
    match subject {
        Subject::Rung(ladder, _) => line![&title, " (", &ladder.title, ")"],
        _ => line![&title],
    }
}

/// How gained and lost are to be read, where anything is.
fn reading(found: &[Subject<'_>], changes: &Rows<ChangeRow>) -> Vec<&'static str> {
    match (changes.rows.is_empty(), found.len()) {
        (true, _) => Vec::new(),
        (false, 2) => vec![LOST, MORE],
        (false, _) => vec![FROM_THE_FIRST, MORE],
    }
}

/// What lost means.
const LOST: &str =
    "lost: told of the first and not of the other; nobody says that it is not needed any more";

/// What gained and lost mean where more than two are compared.
const FROM_THE_FIRST: &str = "gained: not told of the first; lost: told of the first, and not of all others; \
                              who has it stands behind it";

/// Where what is cut short stands whole.
const MORE: &str = "csv and json hold what `+N more` leaves out";

impl<Row: Tabular> Report for Compared<Row> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.items, &mut self.changes, &mut self.untold, &mut self.moves]
    }
}
