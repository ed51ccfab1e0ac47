//! The way between two roles: its moves, how long they take, what is paid at each stop. Knows no format.

use serde::Serialize;

use super::readings;
use super::rows::{ReachedRow, RouteRow, stops_between};
use super::stop::StopRow;
use crate::catalog::{Catalog, MoveKind, Role};
use crate::query::{
    Elapsed, FoundRole, QueryError, Route, moves_of, reachable_instead, role, routes, same_role,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Layout, Rows, Table};
use crate::report::{Report, Said, salary};

/// The ways between two roles, or what can be reached instead.
#[derive(Debug, Serialize)]
pub struct Between {
    #[serde(skip)]
    said: Said,
    stops: Rows<StopRow>,
    routes: Rows<RouteRow>,
    reachable: Rows<ReachedRow>,
}

/// Finds the best ways from one role to another by moves of some kinds: fewest moves, then years.
///
/// # Errors
/// When no role has a name, or several may be meant.
pub fn between(
    catalog: &Catalog,
    [from, to]: [&str; 2],
    kinds: &[MoveKind],
) -> Result<Between, QueryError> {
    let named = [role(catalog, from)?, role(catalog, to)?];
    let [from, to] = named.map(|found| same_role(catalog, found.role));
    let moves = moves_of(catalog, kinds);
    let found = routes(catalog, &moves, from, to);
    let mut stops = Vec::new();
    for (index, route) in found.iter().enumerate() {
        let setting = route.moves.first().and_then(|step| step.settings.as_ref());
        stops.push(StopRow::start(catalog, index + 1, from, setting.map(|(before, _)| before))?);
        for step in &route.moves {
            stops.push(StopRow::after(catalog, index + 1, step)?);
        }
    }
    let descends = found.first().is_some_and(|best| best.descends(catalog));
    let by_level = stops.iter().any(StopRow::has_level_skills);
    let rows = found.iter().enumerate();
    let rows: Vec<RouteRow> =
        rows.map(|(index, route)| RouteRow::new(catalog, index + 1, route)).collect();
    let instead = match found.is_empty() {
        true if from.id != to.id => reachable_instead(catalog, &moves, from, to),
        _ => Vec::new(),
    };
    let instead: Vec<ReachedRow> =
        instead.iter().map(|reached| ReachedRow::new(catalog, reached)).collect();
    let answer = match found.first() {
        Some(best) => said(catalog, [from, to], best),
        None if from.id == to.id => line!["Both are the same role: ", &from.title],
        None => none(from, to, &instead, kinds),
    };
    let notes = named.iter().zip([from, to]).flat_map(|(found, role)| readings(found, role));
    let mut said = Said::from(answer).noting(notes.collect::<Vec<_>>());
    if !found.is_empty() {
        said = said
            .noting([salary::WAGE_ONLY, OTHERS_PAY])
            .noting(by_level.then_some(LEVEL_SKILLS))
            .noting(descends.then_some(DOWN));
    }
    Ok(Between {
        said: said.hinting((from.id != to.id).then(|| compared(&named))),
        stops: Rows::new("stops", Layout::Record, stops)
            .showing(&STOPS)
            .hiding(|stop| stop.route() > 1),
        // One way is told by the first line.
        routes: Rows::new("routes", Layout::Table, rows)
            .under(line!["The ways, best first"])
            .glimpsed(if found.len() > 1 { found.len() } else { 0 }),
        reachable: Rows::new("reachable", Layout::Table, instead)
            .under(line!["What can be reached instead"]),
    })
}

/// The columns that people see of a stop; they see those of the best route.
const STOPS: [&str; 11] = [
    "role",
    "kind",
    "years_said",
    "level",
    "level_years",
    "pay",
    "skills",
    "level_skills",
    "certifications",
    "takes",
    "sources",
];

/// What `new at its level` means.
const LEVEL_SKILLS: &str = "new at its level: what our ladder asks for at the level of this stop \
                            and not at the one before; nobody says it of the move itself";

/// That the pay of roles is not one ladder of pay.
pub const OTHERS_PAY: &str = "pay is that of the occupation and percentiles named beside it: other people, so a difference \
                              is no rise or fall";

/// What a step to a lower level is.
const DOWN: &str = "the way leads down our ladder at one of its moves: sources name each of them, and nobody \
                    the whole";

fn compared(named: &[FoundRole<'_>; 2]) -> Vec<String> {
    let [from, to] = named.map(|found| found.role.id.as_str());
    command(["compare", from, to])
}

fn said(catalog: &Catalog, [from, to]: [&Role; 2], best: &Route<'_>) -> Line {
    let count = best.moves.len() as u64;
    let moves = if count == 1 { " move" } else { " moves" };
    let mut answer = line![&from.title, " to ", &to.title, ": ", Cell::Count(count), moves];
    let between = stops_between(catalog, best);
    if !between.is_empty() {
        let titles = Cell::list(between.iter().copied());
        answer = answer.then(line![", by way of ", titles]);
    }
    answer = answer.then(how_long(best.elapsed));
    match to.level.as_ref().map(|level| catalog.levels().get(level)) {
        Some(level) if best.elapsed.most().is_none() => answer.then(line![
            "; its level, ",
            &level.title,
            ", is that of years ",
            Cell::Years(level.years)
        ]),
        _ => answer,
    }
}

fn how_long(elapsed: Elapsed) -> Line {
    let unknown = match elapsed.unknown {
        0 => Line::default(),
        _ => line![", since for some moves no source says"],
    };
    let unit = if elapsed.from == 1 { " year" } else { " years" };
    match (elapsed.is_known(), elapsed.most()) {
        (false, _) => line!["; no source says how long it takes"],
        (true, Some(_)) => line!["; ", Cell::Elapsed(elapsed), " years"],
        (true, None) => line!["; ", Cell::Elapsed(elapsed), unit].then(unknown),
    }
}

fn none(from: &Role, to: &Role, instead: &[ReachedRow], kinds: &[MoveKind]) -> Line {
    let way = match kinds {
        [] => line!["No route: no source names a way from "],
        _ => line![
            "No route by moves of kind ",
            Cell::list(kinds.iter().map(|kind| kind.word())),
            " from "
        ],
    };
    let answer = way.then(line![&from.title, " to ", &to.title]);
    if instead.is_empty() {
        return answer.then(line![", nor any other such move from there"]);
    }
    let nearest = Cell::list(instead.iter().take(NEAREST).map(ReachedRow::role));
    answer.then(line!["; the nearest that can be reached: ", nearest])
}

/// How many roles the first line names where there is no way.
const NEAREST: usize = 3;

impl Report for Between {
    fn name(&self) -> &'static str {
        "routes-between"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.stops, &mut self.routes, &mut self.reachable]
    }
}
