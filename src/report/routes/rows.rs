//! The rows of routes: moves, roles further on, ways in short. Answers no question itself.

use serde::Serialize;

use crate::catalog::{
    Catalog, Citation, Counted, Move, MoveKind, Role, RoleId, Text, YearSpan, distinct,
};
use crate::query::{Elapsed, Reached, Route};
use crate::report::cell::{Cell, line};
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

pub(super) fn names(of: &[Text]) -> Cell {
    Cell::list(of.iter().copied())
}

pub(super) fn counted(from: Option<Counted>) -> Cell {
    Cell::maybe(from.map(Counted::word))
}

/// A role at an end of a move, with its surroundings where these are what changes.
#[derive(Debug, Clone, Serialize)]
pub(super) struct End {
    id: RoleId,
    title: Text,
    setting: Option<Text>,
}

impl End {
    pub(super) fn new(catalog: &Catalog, id: &RoleId, setting: Option<&Text>) -> Self {
        let title = catalog.roles().get(id).title;
        End { id: *id, title, setting: setting.copied() }
    }

    pub(super) fn cell(&self) -> Cell {
        match &self.setting {
            None => Cell::text(self.title.as_str()),
            Some(setting) => Cell::sentences([line![&self.title, ", in ", setting]]),
        }
    }
}

/// One move.
#[derive(Debug, Serialize)]
pub struct MoveRow {
    kind: MoveKind,
    from_id: RoleId,
    to_id: RoleId,
    from: End,
    to: End,
    years: Option<YearSpan>,
    counted: Option<Counted>,
    years_said: Option<StatementRow>,
    rank: Option<u32>,
    tier: Option<Text>,
    skills: Vec<Text>,
    certifications: Vec<Text>,
    takes: Vec<StatementRow>,
    suits: Vec<StatementRow>,
    costs: Vec<StatementRow>,
    inferred: Option<Text>,
    sources: Vec<Citation>,
}

impl MoveRow {
    /// A move with the titles of what it names.
    pub fn new(catalog: &Catalog, of: &Move) -> Self {
        let settings = of.settings.as_ref();
        let cited = of.statements().flat_map(|said| said.sources.to_vec());
        MoveRow {
            kind: of.kind,
            from_id: of.from,
            to_id: of.to,
            from: End::new(catalog, &of.from, settings.map(|(before, _)| before)),
            to: End::new(catalog, &of.to, settings.map(|(_, after)| after)),
            years: of.years.as_ref().map(|years| years.span),
            counted: of.years.as_ref().map(|years| years.counted),
            years_said: of.years.as_ref().map(|years| StatementRow::from(&years.said)),
            rank: of.rank.as_ref().map(|(rank, _)| *rank),
            tier: of.rank.as_ref().map(|(_, tier)| *tier),
            skills: skills(catalog, of),
            certifications: certifications(catalog, of),
            takes: StatementRow::all(&of.takes),
            suits: StatementRow::all(&of.suits),
            costs: StatementRow::all(&of.costs),
            inferred: of.inferred,
            sources: distinct(of.sources.iter().cloned().chain(cited)),
        }
    }

    fn years_cell(&self) -> Cell {
        match (&self.years, &self.years_said) {
            (Some(years), Some(said)) => {
                Cell::sentences([line![Cell::Years(*years), " years "].then(said.line())])
            }
            _ => Cell::Empty,
        }
    }
}

pub(super) fn skills(catalog: &Catalog, of: &Move) -> Vec<Text> {
    of.skills.iter().map(|id| catalog.skills().get(id).title).collect()
}

pub(super) fn certifications(catalog: &Catalog, of: &Move) -> Vec<Text> {
    let certifications = of.certifications.iter();
    certifications.map(|id| catalog.certifications().get(id).short_name().into()).collect()
}

impl Tabular for MoveRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("kind", "Kind", |row| Cell::text(row.kind.word())),
        Column::data(Align::Left, "from_id", "From, id", |row| Cell::text(row.from_id.as_str())),
        Column::data(Align::Left, "to_id", "To, id", |row| Cell::text(row.to_id.as_str())),
        Column::words("from", "From", |row| row.from.cell()),
        Column::words("to", "To", |row| row.to.cell()),
        Column::words("years", "Years", |row| row.years.map_or(Cell::Empty, Cell::Years)),
        Column::data(Align::Left, "counted", "Counted", |row| counted(row.counted)),
        Column::words("years_said", "How long", MoveRow::years_cell),
        Column::number("rank", "Rank", |row| {
            row.rank.map_or(Cell::Empty, |rank| Cell::Count(u64::from(rank)))
        }),
        Column::words("tier", "Tier", |row| Cell::maybe(row.tier)),
        Column::words("skills", "Skills it takes", |row| names(&row.skills)),
        Column::words("certifications", "Certificates", |row| names(&row.certifications)),
        Column::words("takes", "What it takes", |row| StatementRow::cell(&row.takes)),
        Column::words("suits", "Why it suits", |row| StatementRow::cell(&row.suits)),
        Column::words("costs", "What it costs", |row| StatementRow::cell(&row.costs)),
        Column::words("inferred", "Note", |row| row.inferred.map_or(Cell::Empty, Cell::inferred)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

impl MoveRow {
    /// The columns that people see of a move in full, behind the ends that they don't know yet.
    pub fn in_full(ends: &[&'static str]) -> Vec<&'static str> {
        const TOLD: [&str; 9] = [
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
        [ends, &TOLD].concat()
    }
}

/// A role that can be reached.
#[derive(Debug, Serialize)]
pub(super) struct ReachedRow {
    id: RoleId,
    role: Text,
    level: Option<Text>,
    moves: usize,
    years: Elapsed,
    by_way_of: Vec<Text>,
    sources: Vec<Citation>,
}

impl ReachedRow {
    pub(super) fn new(catalog: &Catalog, reached: &Reached<'_>) -> Self {
        ReachedRow {
            id: reached.role.id,
            role: reached.role.title,
            level: level_title(catalog, reached.role),
            moves: reached.route.moves.len(),
            years: reached.route.elapsed,
            by_way_of: stops_between(catalog, &reached.route),
            sources: cited(&reached.route),
        }
    }

    /// The role's title.
    pub(super) fn role(&self) -> Text {
        self.role
    }
}

fn level_title(catalog: &Catalog, role: &Role) -> Option<Text> {
    role.level.as_ref().map(|level| catalog.levels().get(level).title)
}

/// The titles of the roles between the first and the last.
pub(super) fn stops_between(catalog: &Catalog, route: &Route<'_>) -> Vec<Text> {
    let before_last = route.moves.split_last().map_or(&[][..], |(_, before)| before);
    before_last.iter().map(|step| catalog.roles().get(&step.to).title).collect()
}

fn cited(route: &Route<'_>) -> Vec<Citation> {
    distinct(route.moves.iter().flat_map(|step| step.sources.to_vec()))
}

impl Tabular for ReachedRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("level", "Level", |row| Cell::maybe(row.level)),
        Column::number("moves", "Moves", |row| Cell::Count(row.moves as u64)),
        Column::words("years", "Years", |row| Cell::Elapsed(row.years)),
        Column::words("by_way_of", "By way of", |row| names(&row.by_way_of)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// One way, in short.
#[derive(Debug, Serialize)]
pub(super) struct RouteRow {
    route: usize,
    to: Option<End>,
    moves: usize,
    years: Elapsed,
    by_way_of: Vec<Text>,
    sources: Vec<Citation>,
}

impl RouteRow {
    pub(super) fn new(catalog: &Catalog, number: usize, route: &Route<'_>) -> Self {
        let last = route.moves.last();
        let settings = last.and_then(|step| Some((step, &step.settings.as_ref()?.1)));
        RouteRow {
            route: number,
            to: settings.map(|(step, setting)| End::new(catalog, &step.to, Some(setting))),
            moves: route.moves.len(),
            years: route.elapsed,
            by_way_of: stops_between(catalog, route),
            sources: cited(route),
        }
    }
}

impl Tabular for RouteRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("route", "Route", |row| Cell::Count(row.route as u64)),
        Column::words("to", "To", |row| row.to.as_ref().map_or(Cell::Empty, End::cell)),
        Column::number("moves", "Moves", |row| Cell::Count(row.moves as u64)),
        Column::words("years", "Years", |row| Cell::Elapsed(row.years)),
        Column::words("by_way_of", "By way of", |row| names(&row.by_way_of)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
