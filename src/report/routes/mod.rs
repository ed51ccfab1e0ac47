//! `routes`: ways in, up, across and out; where a role leads; the way between two. Knows no format.

mod between;
mod of;
mod rows;
mod stop;

use serde::Serialize;

pub use between::{Between, OTHERS_PAY, between};
pub use of::{RoutesOf, routes_of};
pub use rows::MoveRow;

use crate::catalog::{Catalog, Move, MoveKind, Role};
use crate::query::{FoundRole, moves_of};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::{Report, Said};

/// Every move.
#[derive(Debug, Serialize)]
pub struct Routes {
    #[serde(skip)]
    said: Said,
    moves: Rows<MoveRow>,
}

/// Lists the moves of some kinds; of all that somebody names where no kind is given.
pub fn routes(catalog: &Catalog, kinds: &[MoveKind]) -> Routes {
    let mut moves = moves_of(catalog, kinds);
    moves.sort_by_key(|found| found.kind);
    let mut answer = match kinds {
        [MoveKind::Related] => line!["Nobody calls these a move: "],
        _ => line!["Moves that the sources name around the ", &catalog.about().career, " career: "],
    };
    let counts = MoveKind::ALL.iter().filter_map(|kind| {
        let count = moves.iter().filter(|found| found.kind == *kind).count();
        let (one, several) = in_words(*kind);
        (count > 0).then(|| Line::counted(count, one, several))
    });
    let counts: Vec<Line> = counts.collect();
    answer = match counts.is_empty() {
        true => answer.then(line!["nothing found"]),
        false => answer.then(line![Cell::sentences(counts)]),
    };
    let example = moves.first().map(|found| command(["routes", "--from", found.from.as_str()]));
    let more = line![
        Cell::Command(command(["routes", "--from", "ROLE"])),
        " tells what each move takes, and ",
        Cell::Command(command(["routes", "--from", "ROLE", "--to", "ROLE"])),
        " the way between two"
    ];
    Routes {
        said: Said::from(answer)
            .noting(moves.iter().any(|step| step.years.is_some()).then_some(YEARS))
            .noting([more])
            .hinting(example),
        moves: Rows::new("moves", Layout::Table, rows(catalog, &moves)).showing(&OVERVIEW),
    }
}

/// The columns that an overview shows.
const OVERVIEW: [&str; 6] = ["kind", "from", "to", "years", "rank", "sources"];

/// What the years of a move are.
const YEARS: &str = "years are given where a source gives them: in the role before the move, or from the start of \
                     a career";

/// What one move of a kind is called, and what several are.
fn in_words(kind: MoveKind) -> (&'static str, &'static str) {
    match kind {
        MoveKind::Entry => ("way in (entry)", "ways in (entry)"),
        MoveKind::Promotion => ("way up (promotion)", "ways up (promotion)"),
        MoveKind::Lateral => ("way across (lateral)", "ways across (lateral)"),
        MoveKind::Pivot => ("way out (pivot)", "ways out (pivot)"),
        MoveKind::Related => ("pair found alike (related)", "pairs found alike (related)"),
    }
}

fn rows(catalog: &Catalog, moves: &[&Move]) -> Vec<MoveRow> {
    moves.iter().map(|found| MoveRow::new(catalog, found)).collect()
}

impl Report for Routes {
    fn name(&self) -> &'static str {
        "routes"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.moves]
    }
}

/// How a name was read, where that is not plain.
pub(in crate::report) fn readings(found: &FoundRole<'_>, role: &Role) -> Vec<Line> {
    let mut notes = Vec::new();
    if let Some(title) = found.listed_as {
        let title = title.to_owned();
        notes.push(line!["O*NET lists `", &title, "` under ", &found.role.title]);
    }
    if found.role.id != role.id {
        notes.push(line![
            &found.role.title,
            " counts as another title of ",
            &role.title,
            ", whose moves are shown"
        ]);
    }
    notes
}
