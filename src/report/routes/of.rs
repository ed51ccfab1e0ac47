//! Where one role leads, or what leads to it, and what O*NET found of it. Knows no format.

use serde::Serialize;

use super::rows::{MoveRow, ReachedRow};
use super::{readings, rows};
use crate::catalog::{Catalog, Move, MoveKind, Role};
use crate::query::{
    Heading, QueryError, found_alike, moves_at, moves_of, reachable, role, same_role,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::role::{RoleRow, TitleRow};
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::disputes;
use crate::report::survey::{AnswerRow, TaskRow, ZoneRow, answers};
use crate::report::{Report, Said};

/// Where one role leads, or what leads to it.
#[derive(Debug, Serialize)]
pub struct RoutesOf {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    heading: Heading,
    moves: Rows<MoveRow>,
    further: Rows<ReachedRow>,
    role: Rows<RoleRow>,
    titles: Rows<TitleRow>,
    related: Rows<MoveRow>,
    tasks: Rows<TaskRow>,
    zones: Rows<ZoneRow>,
    survey: Rows<AnswerRow>,
}

/// Tells where a role leads or what leads to it, by moves of some kinds.
///
/// # Errors
/// When no role has the name, or several may be meant.
pub fn routes_of(
    catalog: &Catalog,
    name: &str,
    heading: Heading,
    kinds: &[MoveKind],
) -> Result<RoutesOf, QueryError> {
    let found = role(catalog, name)?;
    let role = same_role(catalog, found.role);
    let named = moves_of(catalog, kinds);
    let direct = moves_at(catalog, &named, role, heading);
    let further = further(catalog, &named, role, heading);
    let answer = match heading {
        Heading::Onward => onward(catalog, role, &direct, further.len(), kinds),
        Heading::Back => back(role, &direct, kinds),
    };
    let alike = if kinds.is_empty() { found_alike(catalog, role) } else { Vec::new() };
    let (layout, shown) = looks(kinds, heading);
    let titles: Vec<TitleRow> = TitleRow::all(found.role);
    let tasks = catalog.tasks().keeping(|task| task.role == found.role.id);
    let tasks = tasks.map(|task| TaskRow::new(catalog, task));
    let survey = catalog.survey().keeping(|answer| answer.role == found.role.id);
    let disputed = catalog.conflicts().keeping(|conflict| conflict.roles.contains(&role.id));
    let next = direct
        .last()
        .map(|step| command(["routes", "--from", step.from.as_str(), "--to", step.to.as_str()]));
    Ok(RoutesOf {
        said: Said::from(answer)
            .noting(readings(&found, role))
            .noting(disputes(disputed))
            // Without the filter the way may be another one.
            .hinting(next.filter(|_| kinds.is_empty())),
        heading,
        moves: Rows::new("moves", layout, rows(catalog, &direct)).showing(&shown),
        further: Rows::new("further", Layout::Table, further).under(line!["Further on"]),
        role: Rows::new("role", Layout::Record, vec![RoleRow::new(catalog, found.role)])
            .under(line!["The role"]),
        titles: Rows::new("titles", Layout::Table, titles)
            .under(line!["Some of the titles that O*NET lists under it; csv and json hold all"])
            .glimpsed(TITLES),
        tasks: Rows::new("tasks", Layout::Table, tasks.collect())
            .showing(&["task", "rating", "asked", "date", "sources"])
            .under(line!["What people in it do, by O*NET"]),
        zones: Rows::new("zones", Layout::Table, ZoneRow::new(found.role).into_iter().collect())
            .under(line!["How much preparation it takes, by O*NET"]),
        survey: answers(catalog, survey),
        related: related(catalog, &alike),
    })
}

/// The columns that people see of what is found alike; where it begins only where that differs.
const ALIKE: [&str; 5] = ["from", "to", "rank", "tier", "sources"];

/// How many of what is found alike people see.
const NEAREST: usize = 10;

/// How many titles people see.
const TITLES: usize = 12;

/// How moves are laid out, and which columns people see.
fn looks(kinds: &[MoveKind], heading: Heading) -> (Layout, Vec<&'static str>) {
    match (kinds, heading) {
        ([MoveKind::Related], _) => (Layout::Table, ALIKE.to_vec()),
        (_, Heading::Onward) => (Layout::Record, MoveRow::in_full(&["to"])),
        (_, Heading::Back) => (Layout::Record, MoveRow::in_full(&["from"])),
    }
}

fn onward(
    catalog: &Catalog,
    role: &Role,
    direct: &[&Move],
    further: usize,
    kinds: &[MoveKind],
) -> Line {
    if direct.is_empty() {
        return none(line![" from ", &role.title], kinds);
    }
    let mut answer = match kinds {
        [MoveKind::Related] => line!["Found alike to ", &role.title, ": "],
        _ => line!["From ", &role.title, ": "],
    };
    for (number, step) in direct.iter().take(NAMED).enumerate() {
        let between = if number == 0 { "" } else { ", " };
        let to = &catalog.roles().get(&step.to).title;
        answer = answer.then(line![between, to]);
        if let Some(years) = &step.years {
            answer = answer.then(line![" (", Cell::Years(years.span), " years)"]);
        }
    }
    if let Some(more) = direct.len().checked_sub(NAMED).filter(|more| *more > 0) {
        answer = answer.then(line![", and ", Cell::Count(more as u64), " more"]);
    }
    match further {
        0 => answer,
        _ => answer.then(line!["; further on "]).then(Line::counted(
            further,
            "more role",
            "more roles",
        )),
    }
}

/// How many roles the first line names.
const NAMED: usize = 4;

/// That nothing leads from or to a role, by the kinds of moves that were asked for.
fn none(end: Line, kinds: &[MoveKind]) -> Line {
    let of_kind = match kinds {
        [] => line!["No source names a move"],
        _ => line![
            "No source names a move of kind ",
            Cell::list(kinds.iter().map(|kind| kind.word()))
        ],
    };
    let others = match kinds {
        [] => Line::default(),
        _ => line!["; without --kind there may be others"],
    };
    of_kind.then(end).then(others)
}

fn back(role: &Role, direct: &[&Move], kinds: &[MoveKind]) -> Line {
    match direct.len() {
        0 => none(line![" to ", &role.title], kinds),
        count => Line::counted(count, "move leads to ", "moves lead to ").then(line![&role.title]),
    }
}

/// What is found alike, as a table.
fn related(catalog: &Catalog, alike: &[&Move]) -> Rows<MoveRow> {
    let several = alike.iter().any(|step| step.from != alike[0].from);
    Rows::new("related", Layout::Table, rows(catalog, alike))
        .showing(if several { &ALIKE } else { &ALIKE[1..] })
        .under(line![
            "The nearest that O*NET finds alike, which nobody calls a move; csv and json hold all"
        ])
        .glimpsed(NEAREST)
}

/// The roles that can be reached by more than one move.
fn further(catalog: &Catalog, named: &[&Move], role: &Role, heading: Heading) -> Vec<ReachedRow> {
    let reached = match heading {
        Heading::Back => Vec::new(),
        Heading::Onward => reachable(catalog, named, role),
    };
    let further = reached.iter().filter(|reached| reached.route.moves.len() > 1);
    further.map(|reached| ReachedRow::new(catalog, reached)).collect()
}

impl Report for RoutesOf {
    fn name(&self) -> &'static str {
        match self.heading {
            Heading::Onward => "routes-from",
            Heading::Back => "routes-to",
        }
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![
            &mut self.moves,
            &mut self.further,
            &mut self.role,
            &mut self.zones,
            &mut self.survey,
            &mut self.tasks,
            &mut self.related,
            &mut self.titles,
        ]
    }
}
