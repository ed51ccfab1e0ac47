//! A stop on a way: the role, what it is paid, and the move that leads to it. Answers no question itself.

use serde::Serialize;

use super::rows::{End, certifications, counted, names, skills};
use crate::catalog::{
    Catalog, Certification, Citation, Counted, Move, MoveKind, Role, RoleId, Text, YearSpan,
    distinct,
};
use crate::query::{Asked, QueryError, newly_asked_certifications, newly_asked_skills};
use crate::report::cell::{Cell, line};
use crate::report::role::RolePayRow;
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

/// A stop on a way, with the move that leads to it.
#[derive(Debug, Serialize)]
pub(super) struct StopRow {
    route: usize,
    id: RoleId,
    role: End,
    level: Option<Text>,
    level_years: Option<YearSpan>,
    pay: Vec<RolePayRow>,
    kind: Option<MoveKind>,
    years: Option<YearSpan>,
    counted: Option<Counted>,
    years_said: Option<StatementRow>,
    skills: Vec<Text>,
    level_skills: Vec<Text>,
    certifications: Vec<Text>,
    level_certifications: Vec<Text>,
    takes: Vec<StatementRow>,
    inferred: Option<Text>,
    sources: Vec<Citation>,
}

impl StopRow {
    /// The role where a way begins.
    pub(super) fn start(
        catalog: &Catalog,
        route: usize,
        role: &Role,
        setting: Option<&Text>,
    ) -> Result<Self, QueryError> {
        let level = role.level.as_ref().map(|id| catalog.levels().get(id));
        let pay = RolePayRow::of(catalog, role)?;
        let paid = pay.iter().flat_map(|pay| pay.sources().to_vec());
        let told = role.citations().cloned();
        Ok(StopRow {
            route,
            id: role.id,
            role: End::new(catalog, &role.id, setting),
            level: level.map(|level| level.title),
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
        let asked = newly_asked_skills(catalog, from, to);
        let (level_skills, asked) = named(&asked, |skill| skill.title.as_str());
        let let_in = newly_asked_certifications(catalog, from, to);
        let (level_certifications, let_in) = named(&let_in, Certification::short_name);
        let asked = asked.into_iter().chain(let_in);
        let said = step.years.iter().map(|years| &years.said).chain(&step.takes);
        let said = said.flat_map(|said| said.sources.to_vec());
        Ok(StopRow {
            kind: Some(step.kind),
            years: step.years.as_ref().map(|years| years.span),
            counted: step.years.as_ref().map(|years| years.counted),
            years_said: step.years.as_ref().map(|years| StatementRow::from(&years.said)),
            skills: skills(catalog, step),
            level_skills,
            certifications: certifications(catalog, step),
            level_certifications,
            takes: StatementRow::all(&step.takes),
            inferred: step.inferred,
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

/// Names, and everybody who says so.
fn named<T>(asked: &[Asked<'_, T>], name: fn(&T) -> &'static str) -> (Vec<Text>, Vec<Citation>) {
    let names = asked.iter().map(|asked| name(asked.of).into()).collect();
    let sources = asked.iter().flat_map(|asked| asked.mention.statement.sources.to_vec());
    (names, sources.collect())
}

fn brief(of: &[Text]) -> Cell {
    Cell::brief(of.iter().copied())
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
        Column::words("level", "Level", |row| Cell::maybe(row.level)),
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
        Column::words("takes", "What it takes", |row| StatementRow::cell(&row.takes)),
        Column::words("inferred", "Note", |row| row.inferred.map_or(Cell::Empty, Cell::inferred)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
