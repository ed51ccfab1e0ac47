//! Where one role leads, or what leads to it, and what O*NET found of it. Knows no format.

use serde::Serialize;

use super::rows::{MoveRow, ReachedRow};
use super::{readings, rows};
use crate::catalog::{Catalog, Move, MoveKind, Role};
use crate::query::{QueryError, filed_under, moves_of, reachable, role, same_role};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::role::{RoleRow, TitleRow};
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::statements::disputes;
use crate::report::survey::{AnswerRow, TaskRow, ZoneRow, answers};
use crate::report::{Report, Said};

/// Which way one looks from a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To what it leads to.
    Onward,
    /// To what leads to it.
    Back,
}

/// Where one role leads, or what leads to it.
#[derive(Debug, Serialize)]
pub struct RoutesOf {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    direction: Direction,
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
    direction: Direction,
    kinds: &[MoveKind],
) -> Result<RoutesOf, QueryError> {
    let found = role(catalog, name)?;
    let role = same_role(catalog, found.role);
    let named = moves_of(catalog, kinds);
    let filed = filed_under(catalog, role);
    let direct = direct(&named, role, &filed, direction);
    let further = further(catalog, &named, role, direction);
    let answer = match direction {
        Direction::Onward => onward(role, &direct, further.len()),
        Direction::Back => back(role, &direct),
    };
    let alike = if kinds.is_empty() { found_alike(catalog, &filed) } else { Vec::new() };
    let shown: &[&str] = match direction {
        Direction::Onward => &ONWARD,
        Direction::Back => &BACK,
    };
    let titles: Vec<TitleRow> = TitleRow::all(found.role);
    let tasks = catalog.tasks().iter().filter(|task| task.role == found.role.id);
    let tasks = tasks.map(|task| TaskRow::new(catalog, task));
    let survey = catalog.survey().iter().filter(|answer| answer.role == found.role.id);
    let disputed = catalog.conflicts().iter().filter(|conflict| conflict.roles.contains(&role.id));
    let next = direct
        .last()
        .map(|step| command(["routes", "--from", step.from.as_str(), "--to", step.to.as_str()]));
    Ok(RoutesOf {
        said: Said::from(answer)
            .noting(readings(&found, role))
            .noting(disputes(disputed))
            .hinting(next),
        direction,
        moves: Rows::new("moves", Layout::Record, rows(catalog, &direct)).showing(shown),
        further: Rows::new("further", Layout::Table, further).under(line!["Further on"]),
        role: Rows::new("role", Layout::Record, vec![RoleRow::new(catalog, found.role)])
            .under(line!["The role"]),
        titles: Rows::new("titles", Layout::Table, titles)
            .under(line!["Some of the titles that O*NET lists under it"])
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

/// The columns that people see of the moves onward.
const ONWARD: [&str; 10] = [
    "to",
    "kind",
    "years_said",
    "skills",
    "certifications",
    "takes",
    "suits",
    "costs",
    "inferred",
    "sources",
];

/// The columns that people see of the moves to a role.
const BACK: [&str; 10] = [
    "from",
    "kind",
    "years_said",
    "skills",
    "certifications",
    "takes",
    "suits",
    "costs",
    "inferred",
    "sources",
];

fn onward(role: &Role, direct: &[&Move], further: usize) -> Line {
    if direct.is_empty() {
        return line!["No source names a move from ", &role.title];
    }
    let count = Cell::Count(direct.len() as u64);
    let moves = if direct.len() == 1 { " move" } else { " moves" };
    let answer = line![&role.title, " leads on by ", count, moves];
    match further {
        0 => answer,
        1 => answer.then(line!["; 1 more role is further on"]),
        _ => answer.then(line!["; ", Cell::Count(further as u64), " more roles are further on"]),
    }
}

fn back(role: &Role, direct: &[&Move]) -> Line {
    match direct.len() {
        0 => line!["No source names a move to ", &role.title],
        1 => line!["1 move leads to ", &role.title],
        count => line![Cell::Count(count as u64), " moves lead to ", &role.title],
    }
}

/// The moves from a role or to it; what is found alike is told of the occupations that it is filed under.
fn direct<'a>(
    named: &[&'a Move],
    role: &Role,
    filed: &[&Role],
    direction: Direction,
) -> Vec<&'a Move> {
    let touches = |step: &&&Move| {
        let end = match direction {
            Direction::Onward => &step.from,
            Direction::Back => &step.to,
        };
        match step.kind {
            MoveKind::Related => filed.iter().any(|filed| filed.id == *end),
            _ => role.id == *end,
        }
    };
    named.iter().filter(touches).copied().collect()
}

/// What is found alike, as a table.
fn related(catalog: &Catalog, alike: &[&Move]) -> Rows<MoveRow> {
    let several = alike.iter().any(|step| step.from != alike[0].from);
    Rows::new("related", Layout::Table, rows(catalog, alike))
        .showing(if several { &ALIKE } else { &ALIKE[1..] })
        .under(line!["The nearest that O*NET finds alike, which nobody calls a move"])
        .glimpsed(NEAREST)
}

/// The roles that can be reached by more than one move.
fn further(
    catalog: &Catalog,
    named: &[&Move],
    role: &Role,
    direction: Direction,
) -> Vec<ReachedRow> {
    let reached = match direction {
        Direction::Back => Vec::new(),
        Direction::Onward => reachable(catalog, named, role),
    };
    let further = reached.iter().filter(|reached| reached.route.moves.len() > 1);
    further.map(|reached| ReachedRow::new(catalog, reached)).collect()
}

/// What O*NET finds alike to the occupations that a role is filed under, by rank.
fn found_alike<'a>(catalog: &'a Catalog, filed: &[&Role]) -> Vec<&'a Move> {
    let related = moves_of(catalog, &[MoveKind::Related]);
    let of_filed = related.into_iter().filter(|step| filed.iter().any(|role| role.id == step.from));
    let mut alike: Vec<&Move> = of_filed.collect();
    alike.sort_by_key(|step| step.rank.as_ref().map(|(rank, _)| *rank));
    alike
}

impl Report for RoutesOf {
    fn name(&self) -> &'static str {
        match self.direction {
            Direction::Onward => "routes-from",
            Direction::Back => "routes-to",
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
