//! Occupations side by side: pay, jobs, outlook, tasks, tools and titles. Knows no format.

use serde::Serialize;

use super::changes::{Length, Told, aspects, changes, untold};
use super::levels::told;
use super::outlook::OutlookRow;
use super::{Compared, answer, becoming, reading};
use crate::catalog::{Catalog, Citation, Occupation, OccupationId, Text, distinct};
use crate::query::{Feature, Pay, Subject, newest, roles_of};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Layout, Rows, Tabular};
use crate::report::statements::StatementRow;
use crate::report::{Said, salary};

/// An occupation among others.
#[derive(Debug, Serialize)]
pub(super) struct OccupationItem {
    code: OccupationId,
    occupation: Text,
    counts: StatementRow,
    vintage: Option<Text>,
    p10: Option<Pay>,
    p25: Option<Pay>,
    p50: Option<Pay>,
    p75: Option<Pay>,
    p90: Option<Pay>,
    outlook: Option<OutlookRow>,
    employment: Option<u64>,
    growth: Option<f64>,
    openings: Option<u64>,
    education: Option<Text>,
    preparation: Vec<Text>,
    sources: Vec<Citation>,
}

impl OccupationItem {
    fn new(catalog: &Catalog, occupation: &Occupation) -> Self {
        let cut = newest(catalog, occupation);
        let [p10, p25, p50, p75, p90] = match &cut {
            Some(cut) => cut.row.percentiles.each_ref().map(|wage| Some(Pay::from(wage))),
            None => [const { None }; 5],
        };
        let outlook = OutlookRow::of(catalog, occupation);
        let paid = cut.iter().map(|cut| cut.citation());
        let projected = outlook.iter().flat_map(|row| row.sources.clone());
        let said = occupation.counts.sources.iter().cloned();
        let zones = roles_of(catalog, occupation).into_iter().filter_map(|role| {
            let zone = role.zone.as_ref()?;
            Some(zone.title)
        });
        let mut preparation: Vec<Text> = zones.collect();
        preparation.sort();
        preparation.dedup();
        OccupationItem {
            code: occupation.id,
            occupation: occupation.title,
            counts: StatementRow::from(&occupation.counts),
            vintage: cut.as_ref().map(|cut| cut.vintage.title),
            sources: distinct(said.chain(paid).chain(projected)),
            p10,
            p25,
            p50,
            p75,
            p90,
            employment: outlook.as_ref().map(|row| row.employment),
            growth: outlook.as_ref().map(|row| row.growth),
            openings: outlook.as_ref().map(|row| row.openings),
            education: outlook.as_ref().and_then(|row| row.education),
            outlook,
            preparation,
        }
    }
}

fn pay(pay: &Option<Pay>) -> Cell {
    pay.clone().map_or(Cell::Empty, Cell::Pay)
}

impl Tabular for OccupationItem {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::words("counts", "Who is counted", |row| Cell::sentences([row.counts.line()])),
        Column::data(Align::Left, "vintage", "Vintage", |row| Cell::maybe(row.vintage)),
        Column::number("p10", "10th", |row| pay(&row.p10)),
        Column::number("p25", "25th", |row| pay(&row.p25)),
        Column::number("p50", "Median pay", |row| pay(&row.p50)),
        Column::number("p75", "75th", |row| pay(&row.p75)),
        Column::number("p90", "90th", |row| pay(&row.p90)),
        Column::number("employment", "Jobs", |row| row.employment.map_or(Cell::Empty, Cell::Count)),
        Column::number("growth", "Growth", |row| row.growth.map_or(Cell::Empty, Cell::Percent)),
        Column::number("openings", "Openings", |row| row.openings.map_or(Cell::Empty, Cell::Count)),
        Column::words("outlook", "Outlook", |row| {
            Cell::sentences(row.outlook.iter().map(OutlookRow::line))
        }),
        Column::words("education", "At entry", |row| Cell::maybe(row.education)),
        Column::words("preparation", "Preparation", |row| {
            Cell::list(row.preparation.iter().copied())
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What people see of occupations side by side.
const SHOWN: [&str; 12] = [
    "code",
    "occupation",
    "counts",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "outlook",
    "education",
    "preparation",
    "sources",
];

pub(super) fn compared(catalog: &Catalog, found: &[Subject<'_>]) -> Compared<OccupationItem> {
    let named: Vec<&Occupation> = found
        .iter()
        .filter_map(|subject| match subject {
            Subject::Occupation(occupation) => Some(*occupation),
            _ => None,
        })
        .collect();
    let items: Vec<OccupationItem> =
        named.iter().map(|occupation| OccupationItem::new(catalog, occupation)).collect();
    let aspects = aspects(catalog, ASPECTS, &named, found);
    let changes = changes(&aspects);
    let vintages = items.iter().filter_map(|item| item.vintage.as_ref());
    let first = vintages.clone().next().cloned();
    let vintage = first.filter(|first| vintages.clone().all(|other| other == first));
    let vintage = vintage.map(|vintage| line!["pay: US, ", &vintage, "; ", salary::WAGE_ONLY]);
    Compared {
        name: "compare-occupations",
        said: Said::from(answer(found, figures(&items), &changes))
            .noting(vintage)
            .noting((!changes.rows.is_empty()).then_some(TOOLS))
            .noting(reading(found, &changes)),
        changes,
        untold: untold(&aspects),
        items: Rows::new("items", Layout::Record, items).showing(&SHOWN),
        moves: Rows::new("moves", Layout::Record, Vec::new()),
    }
}

/// What becomes of the median and of growth, where every occupation has them.
fn figures(items: &[OccupationItem]) -> [Option<Line>; 2] {
    let medians = items.iter().map(|item| item.p50.clone().map(|pay| line![Cell::Pay(pay)]));
    let growth = items.iter().map(|item| item.growth.map(|growth| line![Cell::Percent(growth)]));
    [becoming("median pay ", medians), becoming("growth ", growth)]
}

/// Which tools are held.
const TOOLS: &str = "tools are those that employers often ask for";

/// The aspects under which occupations are compared.
const ASPECTS: &[(&str, Length, Told<Occupation>)] = &[
    ("tasks", Length::Full, |catalog, occupation| {
        let roles = roles_of(catalog, occupation);
        let tasks = catalog.tasks().keeping(|task| roles.iter().any(|r| r.id == task.role));
        told(tasks.map(|t| &t.statement))
    }),
    ("tools", Length::Brief, |catalog, occupation| {
        let roles = roles_of(catalog, occupation);
        let tools = catalog.skills().iter().filter_map(|skill| {
            let found = skill.technology.iter().find(|t| roles.iter().any(|r| r.id == t.role))?;
            Some(feature(skill.title, &found.sources))
        });
        some(tools.collect())
    }),
    ("titles", Length::Brief, |catalog, occupation| {
        let titles = roles_of(catalog, occupation).into_iter().flat_map(|role| {
            let cited = role.citations().cloned().collect::<Vec<_>>();
            role.listed_as.iter().map(move |title| feature(*title, &cited))
        });
        some(titles.collect())
    }),
];

fn feature(words: Text, sources: &[Citation]) -> Feature {
    Feature { words, inferred: None, sources: sources.to_vec() }
}

fn some(features: Vec<Feature>) -> Option<Vec<Feature>> {
    (!features.is_empty()).then_some(features)
}
