//! Roles side by side: where they stand, what they are paid, what their levels ask for, and the moves between them. Knows
//! no format.

use serde::Serialize;

use super::changes::{Length, Told, aspects, changes, untold};
use super::levels::{certifications, skills, told};
use super::outlook::OutlookRow;
use super::{Compared, answer, reading};
use crate::catalog::{Catalog, Citation, Level, Role, RoleId, Text, YearSpan, distinct};
use crate::query::{
    Feature, FoundRole, QueryError, Subject, filed_under, moves_among, occupations_of, same_role,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::role::RolePayRow;
use crate::report::routes::{MoveRow, OTHERS_PAY, readings};
use crate::report::sheet::{Align, Column, Layout, Rows, Tabular};
use crate::report::statements::disputes;
use crate::report::{Said, salary};

/// A role among others.
#[derive(Debug, Serialize)]
pub(super) struct RoleItem {
    id: RoleId,
    role: Text,
    level: Option<Text>,
    years: Option<YearSpan>,
    track: Option<Text>,
    filed_under: Vec<Text>,
    pay: Vec<RolePayRow>,
    outlook: Vec<OutlookRow>,
    sources: Vec<Citation>,
}

impl RoleItem {
    fn new(catalog: &Catalog, role: &Role) -> Result<Self, QueryError> {
        let level = level_of(catalog, role);
        let pay = RolePayRow::of(catalog, role)?;
        let occupations = occupations_of(catalog, role).into_iter();
        let outlook: Vec<OutlookRow> =
            occupations.filter_map(|of| OutlookRow::of(catalog, of)).collect();
        let filed = filed_under(catalog, role);
        let said = role.about.iter().chain(filed.iter().flat_map(|filed| &filed.about));
        let cited = said.flat_map(|said| &said.sources);
        let paid = pay.iter().flat_map(RolePayRow::sources);
        let projected = outlook.iter().flat_map(|row| &row.sources);
        Ok(RoleItem {
            id: role.id,
            role: role.title,
            level: level.map(|level| level.title),
            years: level.map(|level| level.years),
            track: role.track.as_ref().map(|track| catalog.tracks().get(track).title),
            filed_under: filed.iter().map(|role| role.title).collect(),
            sources: distinct(cited.chain(paid).chain(projected).cloned()),
            pay,
            outlook,
        })
    }
}

fn level_of<'a>(catalog: &'a Catalog, role: &Role) -> Option<&'a Level> {
    role.level.as_ref().map(|level| catalog.levels().get(level))
}

impl Tabular for RoleItem {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("level", "Level", |row| Cell::maybe(row.level)),
        Column::words("years", "Level's years", |row| row.years.map_or(Cell::Empty, Cell::Years)),
        Column::words("track", "Track", |row| Cell::maybe(row.track)),
        Column::words("pay", "Pay", |row| RolePayRow::cell(&row.pay)),
        Column::words("filed_under", "O*NET files it under", |row| {
            Cell::list(row.filed_under.iter().copied())
        }),
        Column::words("outlook", "Outlook", |row| {
            Cell::sentences(row.outlook.iter().map(OutlookRow::line))
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

pub(super) fn compared(
    catalog: &Catalog,
    found: &[Subject<'_>],
) -> Result<Compared<RoleItem>, QueryError> {
    let named: Vec<FoundRole<'_>> = found
        .iter()
        .filter_map(|subject| match subject {
            Subject::Role(found) => Some(*found),
            _ => None,
        })
        .collect();
    let items: Vec<RoleItem> =
        named.iter().map(|found| RoleItem::new(catalog, found.role)).collect::<Result<_, _>>()?;
    let roles: Vec<&Role> = named.iter().map(|found| found.role).collect();
    let aspects = aspects(catalog, ASPECTS, &roles, found);
    let changes = changes(&aspects);
    let touched = |id: &RoleId| named.iter().any(|found| same_role(catalog, found.role).id == *id);
    let disputed = catalog.conflicts().keeping(|conflict| conflict.roles.iter().any(touched));
    let moves = moves_among(catalog, &roles).into_iter();
    let moves = moves.map(|step| MoveRow::new(catalog, step)).collect();
    let first_two = named.first().zip(named.get(1));
    let route = first_two.map(|(from, to)| {
        command(["routes", "--from", from.role.id.as_str(), "--to", to.role.id.as_str()])
    });
    let surveyed = catalog.tasks().iter().next().is_some();
    Ok(Compared {
        name: "compare-roles",
        said: Said::from(answer(found, [None], &changes))
            .noting([salary::WAGE_ONLY, OTHERS_PAY, BY_LEVEL])
            .noting(surveyed.then_some(BY_OCCUPATION))
            .noting(reading(found, &changes))
            .noting(read_as(catalog, &named))
            .noting(disputes(disputed))
            .hinting(route),
        changes,
        untold: untold(&aspects),
        items: Rows::new("items", Layout::Record, items),
        moves: Rows::new("moves", Layout::Record, moves)
            .showing(&MoveRow::in_full(&["from", "to"]))
            .under(line!["Moves between them"]),
    })
}

/// How names were read, where that is not plain.
fn read_as(catalog: &Catalog, named: &[FoundRole<'_>]) -> Vec<Line> {
    named.iter().flat_map(|found| readings(found, same_role(catalog, found.role))).collect()
}

const BY_LEVEL: &str = "scope, duties, skills and certificates are those of a role's level, where a source puts it on one";

const BY_OCCUPATION: &str = "tasks are those of the occupations that O*NET files a role under";

/// The aspects under which roles are compared.
const ASPECTS: &[(&str, Length, Told<Role>)] = &[
    ("what it is", Length::Full, |_, role| told(&role.about)),
    ("scope", Length::Full, |catalog, role| told(&level_of(catalog, role)?.scope)),
    ("duties", Length::Full, |catalog, role| told(&level_of(catalog, role)?.duties)),
    ("tasks", Length::Brief, tasks),
    ("skills", Length::Full, |catalog, role| {
        skills(catalog, level_of(catalog, role)?, role.track.as_ref())
    }),
    ("certificates", Length::Full, |catalog, role| {
        certifications(catalog, level_of(catalog, role)?, role.track.as_ref())
    }),
];

/// The tasks of the occupations that a role is filed under.
fn tasks(catalog: &Catalog, role: &Role) -> Option<Vec<Feature>> {
    let filed = filed_under(catalog, role);
    let tasks = catalog.tasks().keeping(|task| filed.iter().any(|role| role.id == task.role));
    told(tasks.map(|task| &task.statement))
}
