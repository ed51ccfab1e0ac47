//! The rows of routes: moves, roles further on, ways and their stops. Answers no question itself.

use serde::Serialize;

use crate::catalog::{
    Catalog, Certification, Citation, Counted, Level, Move, MoveKind, Role, RoleId, Skill,
    YearSpan, distinct,
};
use crate::query::{
    Asked, Elapsed, QueryError, Reached, Route, asked_certifications, asked_skills,
};
use crate::report::cell::{Cell, line};
use crate::report::role::RolePayRow;
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

fn names(of: &[String]) -> Cell {
    Cell::list(of.iter().map(String::as_str))
}

fn counted(from: Option<Counted>) -> Cell {
    Cell::maybe(from.map(Counted::words))
}

fn said(of: &[StatementRow]) -> Cell {
    Cell::sentences(of.iter().map(StatementRow::line))
}

/// A role at an end of a move, with its surroundings where these are what changes.
#[derive(Debug, Clone, Serialize)]
struct End {
    id: RoleId,
    title: String,
    setting: Option<String>,
}

impl End {
    fn new(catalog: &Catalog, id: &RoleId, setting: Option<&String>) -> Self {
        let title = catalog.roles().get(id).title.clone();
        End { id: id.clone(), title, setting: setting.cloned() }
    }

    fn cell(&self) -> Cell {
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
    tier: Option<String>,
    skills: Vec<String>,
    certifications: Vec<String>,
    takes: Vec<StatementRow>,
    suits: Vec<StatementRow>,
    costs: Vec<StatementRow>,
    inferred: Option<String>,
    sources: Vec<Citation>,
}

impl MoveRow {
    /// A move with the titles of what it names.
    pub fn new(catalog: &Catalog, of: &Move) -> Self {
        let rows =
            |said: &[crate::catalog::Statement]| said.iter().map(StatementRow::from).collect();
        let settings = of.settings.as_ref();
        let cited = of.statements().flat_map(|said| said.sources.clone());
        MoveRow {
            kind: of.kind,
            from_id: of.from.clone(),
            to_id: of.to.clone(),
            from: End::new(catalog, &of.from, settings.map(|(before, _)| before)),
            to: End::new(catalog, &of.to, settings.map(|(_, after)| after)),
            years: of.years.as_ref().map(|years| years.span),
            counted: of.years.as_ref().map(|years| years.counted),
            years_said: of.years.as_ref().map(|years| StatementRow::from(&years.said)),
            rank: of.rank.as_ref().map(|(rank, _)| *rank),
            tier: of.rank.as_ref().map(|(_, tier)| tier.clone()),
            skills: skills(catalog, of),
            certifications: certifications(catalog, of),
            takes: rows(&of.takes),
            suits: rows(&of.suits),
            costs: rows(&of.costs),
            inferred: of.inferred.clone(),
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

fn skills(catalog: &Catalog, of: &Move) -> Vec<String> {
    of.skills.iter().map(|id| catalog.skills().get(id).title.clone()).collect()
}

fn certifications(catalog: &Catalog, of: &Move) -> Vec<String> {
    let certifications = of.certifications.iter();
    certifications.map(|id| catalog.certifications().get(id).short_name().to_owned()).collect()
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
        Column::words("tier", "Tier", |row| Cell::maybe(row.tier.as_deref())),
        Column::words("skills", "Skills it takes", |row| names(&row.skills)),
        Column::words("certifications", "Certificates", |row| names(&row.certifications)),
        Column::words("takes", "What it takes", |row| said(&row.takes)),
        Column::words("suits", "Why it suits", |row| said(&row.suits)),
        Column::words("costs", "What it costs", |row| said(&row.costs)),
        Column::words("inferred", "Note", |row| {
            row.inferred.clone().map_or(Cell::Empty, Cell::Inferred)
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// A role that can be reached.
#[derive(Debug, Serialize)]
pub(super) struct ReachedRow {
    id: RoleId,
    role: String,
    level: Option<String>,
    moves: usize,
    years: Elapsed,
    by_way_of: Vec<String>,
    sources: Vec<Citation>,
}

impl ReachedRow {
    pub(super) fn new(catalog: &Catalog, reached: &Reached<'_>) -> Self {
        ReachedRow {
            id: reached.role.id.clone(),
            role: reached.role.title.clone(),
            level: level_title(catalog, reached.role),
            moves: reached.route.moves.len(),
            years: reached.route.elapsed,
            by_way_of: stops_between(catalog, &reached.route),
            sources: cited(&reached.route),
        }
    }
}

impl ReachedRow {
    /// The role's title.
    pub(super) fn role(&self) -> &str {
        &self.role
    }
}

fn level_title(catalog: &Catalog, role: &Role) -> Option<String> {
    role.level.as_ref().map(|level| catalog.levels().get(level).title.clone())
}

/// The titles of the roles between the first and the last.
pub(super) fn stops_between(catalog: &Catalog, route: &Route<'_>) -> Vec<String> {
    let before_last = route.moves.split_last().map_or(&[][..], |(_, before)| before);
    before_last.iter().map(|step| catalog.roles().get(&step.to).title.clone()).collect()
}

fn cited(route: &Route<'_>) -> Vec<Citation> {
    distinct(route.moves.iter().flat_map(|step| step.sources.clone()))
}

impl Tabular for ReachedRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("level", "Level", |row| Cell::maybe(row.level.as_deref())),
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
    by_way_of: Vec<String>,
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

/// A stop on a way, with the move that leads to it.
#[derive(Debug, Serialize)]
pub(super) struct StopRow {
    route: usize,
    id: RoleId,
    role: End,
    level: Option<String>,
    level_years: Option<YearSpan>,
    pay: Vec<RolePayRow>,
    kind: Option<MoveKind>,
    years: Option<YearSpan>,
    counted: Option<Counted>,
    years_said: Option<StatementRow>,
    skills: Vec<String>,
    level_skills: Vec<String>,
    certifications: Vec<String>,
    level_certifications: Vec<String>,
    takes: Vec<StatementRow>,
    inferred: Option<String>,
    sources: Vec<Citation>,
}

impl StopRow {
    /// The role where a way begins.
    pub(super) fn start(
        catalog: &Catalog,
        route: usize,
        role: &Role,
        setting: Option<&String>,
    ) -> Result<Self, QueryError> {
        let level = role.level.as_ref().map(|id| catalog.levels().get(id));
        let pay = RolePayRow::of(catalog, role)?;
        let paid = pay.iter().flat_map(|pay| pay.sources().to_vec());
        let told = role.about.iter().flat_map(|said| said.sources.clone());
        Ok(StopRow {
            route,
            id: role.id.clone(),
            role: End::new(catalog, &role.id, setting),
            level: level.map(|level| level.title.clone()),
            level_years: level.map(|level| level.years),
            kind: None,
            years: None,
            counted: None,
            years_said: None,
            skills: Vec::new(),
            level_skills: Vec::new(),
            certifications: Vec::new(),
            level_certifications: Vec::new(),
            takes: Vec::new(),
            inferred: None,
            sources: distinct(told.chain(paid)),
            pay,
        })
    }

    /// The role to which a move leads.
    pub(super) fn after(catalog: &Catalog, route: usize, step: &Move) -> Result<Self, QueryError> {
        let (from, to) = (catalog.roles().get(&step.from), catalog.roles().get(&step.to));
        let stop = StopRow::start(catalog, route, to, step.settings.as_ref().map(|(_, to)| to))?;
        let (level_skills, asked) = named(new_skills(catalog, from, to));
        let (level_certifications, let_in) = named(new_certifications(catalog, from, to));
        let asked = asked.into_iter().chain(let_in);
        let said = step.years.iter().map(|years| &years.said).chain(&step.takes);
        let said = said.flat_map(|said| said.sources.clone());
        Ok(StopRow {
            kind: Some(step.kind),
            years: step.years.as_ref().map(|years| years.span),
            counted: step.years.as_ref().map(|years| years.counted),
            years_said: step.years.as_ref().map(|years| StatementRow::from(&years.said)),
            skills: skills(catalog, step),
            level_skills,
            certifications: certifications(catalog, step),
            level_certifications,
            takes: step.takes.iter().map(StatementRow::from).collect(),
            inferred: step.inferred.clone(),
            sources: distinct(
                step.sources.iter().cloned().chain(said).chain(stop.sources).chain(asked),
            ),
            ..stop
        })
    }

    /// The number of the route that it is on.
    pub(super) fn route(&self) -> usize {
        self.route
    }

    /// Whether its level asks for something that the one before does not.
    pub(super) fn has_level_skills(&self) -> bool {
        !self.level_skills.is_empty()
    }

    fn how_long(&self) -> Cell {
        match (&self.kind, &self.years, &self.years_said) {
            (None, ..) => Cell::Empty,
            (_, Some(years), Some(said)) => {
                Cell::sentences([line![Cell::Years(*years), " years "].then(said.line())])
            }
            _ => Cell::text("no source says"),
        }
    }
}

/// Something that a level asks for, and who says so.
type AskedFor = (String, Vec<Citation>);

/// Names, and everybody who says so.
fn named(asked: Vec<AskedFor>) -> (Vec<String>, Vec<Citation>) {
    let (names, sources): (Vec<String>, Vec<Vec<Citation>>) = asked.into_iter().unzip();
    (names, sources.concat())
}

/// What the level of one role asks for that the level of another does not.
fn new_at_level(
    catalog: &Catalog,
    [from, to]: [&Role; 2],
    asked: impl Fn(&Role, &Level) -> Vec<AskedFor>,
) -> Vec<AskedFor> {
    let at =
        |role: &Role| role.level.as_ref().map(|level| asked(role, catalog.levels().get(level)));
    match (at(from), at(to)) {
        (Some(before), Some(mut after)) => {
            after.retain(|(name, _)| before.iter().all(|(known, _)| known != name));
            after
        }
        _ => Vec::new(),
    }
}

fn new_skills(catalog: &Catalog, from: &Role, to: &Role) -> Vec<AskedFor> {
    new_at_level(catalog, [from, to], |role, level| {
        let asked = asked_skills(catalog, level, role.track.as_ref()).into_iter();
        let named = |asked: Asked<'_, Skill>| {
            (asked.of.title.clone(), asked.mention.statement.sources.clone())
        };
        asked.map(named).collect()
    })
}

fn new_certifications(catalog: &Catalog, from: &Role, to: &Role) -> Vec<AskedFor> {
    new_at_level(catalog, [from, to], |role, level| {
        let asked = asked_certifications(catalog, level, role.track.as_ref()).into_iter();
        let named = |asked: Asked<'_, Certification>| {
            (asked.of.short_name().to_owned(), asked.mention.statement.sources.clone())
        };
        asked.map(named).collect()
    })
}

fn brief(of: &[String]) -> Cell {
    Cell::brief(of.iter().map(String::as_str))
}

impl Tabular for StopRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Right, "route", "Route", |row| Cell::Count(row.route as u64)),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("role", "Role", |row| row.role.cell()),
        Column::words("kind", "Reached by", |row| Cell::maybe(row.kind.map(MoveKind::word))),
        Column::data(Align::Left, "years", "Years", |row| {
            row.years.map_or(Cell::Empty, Cell::Years)
        }),
        Column::data(Align::Left, "counted", "Counted", |row| counted(row.counted)),
        Column::words("years_said", "How long", StopRow::how_long),
        Column::words("level", "Level", |row| Cell::maybe(row.level.as_deref())),
        Column::words("level_years", "Level's years", |row| {
            row.level_years.map_or(Cell::Empty, Cell::Years)
        }),
        Column::words("pay", "Pay", |row| RolePayRow::cell(&row.pay)),
        Column::words("skills", "Skills it takes", |row| names(&row.skills)),
        Column::words("level_skills", "New at its level", |row| brief(&row.level_skills)),
        Column::words("certifications", "Certificates", |row| names(&row.certifications)),
        Column::words("level_certifications", "New at its level", |row| {
            brief(&row.level_certifications)
        }),
        Column::words("takes", "What it takes", |row| said(&row.takes)),
        Column::words("inferred", "Note", |row| {
            row.inferred.clone().map_or(Cell::Empty, Cell::Inferred)
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
