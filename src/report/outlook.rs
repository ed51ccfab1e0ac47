//! `outlook`: growth, openings and what is typical at entry, industries, and what the guides claim of them. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::{CommandLine, command};
use super::conflicts::official;
use super::salary::WageRow;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::statements::StatementRow;
use super::{Report, Said};
use crate::catalog::{
    Catalog, Citation, Conflict, ConflictId, Occupation, OccupationId, Official, Projection, Text,
    distinct,
};
use crate::query::{OccupationChoice, QueryError, by_industry, projected};

/// What is projected for an occupation.
#[derive(Debug, Serialize)]
struct ProjectionRow {
    code: OccupationId,
    occupation: Text,
    from: u32,
    to: u32,
    growth: f64,
    change: i64,
    openings: u64,
    employment: u64,
    projected_employment: u64,
    self_employed: f64,
    exit_rate: f64,
    transfer_rate: f64,
    separation_rate: f64,
    separations: u64,
    sources: Vec<Citation>,
}

impl From<&(&Occupation, &Projection)> for ProjectionRow {
    fn from((occupation, projection): &(&Occupation, &Projection)) -> Self {
        ProjectionRow {
            code: occupation.id,
            occupation: occupation.title,
            from: projection.from,
            to: projection.to,
            growth: projection.growth,
            change: projection.change,
            openings: projection.openings,
            employment: projection.employment,
            projected_employment: projection.projected_employment,
            self_employed: projection.self_employed,
            exit_rate: projection.exit_rate,
            transfer_rate: projection.transfer_rate,
            separation_rate: projection.separation_rate,
            separations: projection.separations,
            sources: projection.sources.to_vec(),
        }
    }
}

impl Tabular for ProjectionRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::data(Align::Right, "from", "From", |row| Cell::Year(row.from)),
        Column::data(Align::Right, "to", "To", |row| Cell::Year(row.to)),
        Column::number("growth", "Growth", |row| Cell::Percent(row.growth)),
        Column::number("change", "New jobs", |row| Cell::Change(row.change)),
        Column::number("openings", "Openings", |row| Cell::Count(row.openings)),
        Column::number("employment", "Jobs", |row| Cell::Count(row.employment)),
        Column::data(Align::Right, "projected_employment", "Jobs then", |row| {
            Cell::Count(row.projected_employment)
        }),
        Column::data(Align::Right, "self_employed", "Self-employed", |row| {
            Cell::Percent(row.self_employed)
        }),
        Column::data(Align::Right, "exit_rate", "Leave work", |row| Cell::Percent(row.exit_rate)),
        Column::data(Align::Right, "transfer_rate", "Change occupation", |row| {
            Cell::Percent(row.transfer_rate)
        }),
        Column::data(Align::Right, "separation_rate", "Leave", |row| {
            Cell::Percent(row.separation_rate)
        }),
        Column::data(Align::Right, "separations", "Leave a year", |row| {
            Cell::Count(row.separations)
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Who is counted as an occupation, and what is typical at entry.
#[derive(Debug, Serialize)]
struct EntryRow {
    code: OccupationId,
    occupation: Text,
    education: Option<Text>,
    experience: Option<Text>,
    training: Option<Text>,
    counts: StatementRow,
    sources: Vec<Citation>,
}

impl From<&(&Occupation, &Projection)> for EntryRow {
    fn from((occupation, projection): &(&Occupation, &Projection)) -> Self {
        EntryRow {
            code: occupation.id,
            occupation: occupation.title,
            education: projection.education,
            experience: projection.experience,
            training: projection.training,
            counts: StatementRow::from(&occupation.counts),
            sources: projection.sources.to_vec(),
        }
    }
}

impl Tabular for EntryRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::words("education", "Education", |row| Cell::maybe(row.education)),
        Column::words("experience", "Experience", |row| Cell::maybe(row.experience)),
        Column::data(Align::Left, "training", "Training on the job", |row| {
            Cell::maybe(row.training)
        }),
        Column::words("counts", "Who is counted", |row| Cell::sentences([row.counts.cited_line()])),
        Column::data(Align::Left, "sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// A question on which the guides' claims can be set against these figures.
#[derive(Debug, Serialize)]
struct ClaimRow {
    id: ConflictId,
    question: Text,
    claims: Vec<Text>,
    #[serde(skip)]
    data: Vec<Line>,
    command: CommandLine,
    sources: Vec<Citation>,
}

impl ClaimRow {
    fn new(catalog: &Catalog, conflict: &Conflict) -> Result<Self, QueryError> {
        Ok(ClaimRow {
            data: official(catalog, conflict)?.said,
            id: conflict.id,
            question: conflict.question,
            claims: conflict.positions.iter().map(|position| position.claim).collect(),
            command: command(["conflicts", conflict.id.as_str()]),
            sources: distinct(conflict.positions.iter().flat_map(|said| said.sources.to_vec())),
        })
    }
}

impl Tabular for ClaimRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("question", "Question", |row| Cell::text(row.question.as_str())),
        Column::words("claims", "Answers", |row| {
            Cell::sentences(row.claims.iter().map(|claim| line![claim]))
        }),
        Column::words("command", "What the data say", |row| {
            let command = line![Cell::Command(row.command.clone())];
            Cell::sentences(row.data.iter().cloned().chain([command]))
        }),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Growth, openings, industries.
#[derive(Debug, Serialize)]
pub struct Outlook {
    #[serde(skip)]
    said: Said,
    projections: Rows<ProjectionRow>,
    entry: Rows<EntryRow>,
    industries: Rows<WageRow>,
    claims: Rows<ClaimRow>,
}

/// Shows what is projected for the chosen occupations beside all occupations, and in which industries the first one works.
///
/// # Errors
/// When there is no such occupation, or nothing is projected for it.
pub fn outlook(catalog: &Catalog, choice: &OccupationChoice) -> Result<Outlook, QueryError> {
    let projected = projected(catalog, choice)?;
    let rows: Vec<ProjectionRow> = projected.iter().map(ProjectionRow::from).collect();
    let entry: Vec<EntryRow> = projected.iter().map(EntryRow::from).collect();
    let cited = distinct(entry.iter().flat_map(|row| row.sources.clone()));
    let first = projected.first().map(|(occupation, _)| *occupation);
    let industries = first.map(|of| by_industry(catalog, of)).unwrap_or_default();
    let heading = industries.first().map_or_else(Line::default, |cut| {
        line!["Industries of ", &cut.occupation.title, ", US, ", &cut.vintage.title]
    });
    let about_it = |conflict: &Conflict| conflict.official.iter().any(|kind| is_outlook(*kind));
    let claims = catalog.conflicts().keeping(about_it);
    let claims = claims.map(|conflict| ClaimRow::new(catalog, conflict));
    let hint = first.map(|of| command(["salary", "--occupation", of.id.as_str()]));
    Ok(Outlook {
        said: Said::from(answer(catalog, &rows)).noting(notes(&rows)).hinting(hint),
        projections: Rows::new("projections", Layout::Table, rows)
            .under(line!["Jobs, new jobs over all years, and openings a year"]),
        entry: Rows::new("entry", Layout::Table, entry)
            .under(line!["Typical at entry ", Cell::cited(&cited)]),
        industries: Rows::new(
            "industries",
            Layout::Table,
            industries.iter().map(|cut| WageRow::new(cut, Line::default())).collect(),
        )
        .under(heading)
        .showing(&["industry", "employment", "p25", "p50", "p75", "sources"]),
        claims: Rows::new("claims", Layout::Table, claims.collect::<Result<_, _>>()?)
            .under(line!["What the guides claim, and what the data say"]),
    })
}

/// Whether official data of this kind are what this report shows.
fn is_outlook(kind: Official) -> bool {
    match kind {
        Official::Growth | Official::Openings | Official::Jobs => true,
        Official::IndustryJobs | Official::IndustryPay => true,
        Official::Medians | Official::Quotes | Official::Places | Official::Experience => false,
    }
}

fn answer(catalog: &Catalog, rows: &[ProjectionRow]) -> Line {
    let Some(first) = rows.first() else { return Line::default() };
    let years = line!["Growth ", Cell::Year(first.from), " to ", Cell::Year(first.to), ": "];
    let own = line![Cell::Percent(first.growth), " for ", &first.occupation];
    let total = catalog.about().total_occupation.as_ref();
    let total = rows.iter().find(|row| Some(&row.code) == total && row.code != first.code);
    let beside = total.map(|row| line![", ", Cell::Percent(row.growth), " for ", &row.occupation]);
    let titles = first.sources.iter().map(|said| catalog.sources().get(&said.source).title);
    let source = line![" (", Cell::list(titles), ")"];
    years.then(own).then(beside.unwrap_or_default()).then(source)
}

fn notes(rows: &[ProjectionRow]) -> Vec<Line> {
    let Some(first) = rows.first() else { return Vec::new() };
    let share = line![
        "projections also count the self-employed, ",
        Cell::Percent(first.self_employed),
        " of ",
        &first.occupation,
        " in ",
        Cell::Year(first.from),
        " ",
        Cell::cited(&first.sources),
        "; the industries' figures count wage and salary jobs only"
    ];
    let openings =
        line!["openings are a year's: growth, and those who leave the occupation or stop working"];
    vec![openings, share]
}

impl Report for Outlook {
    fn name(&self) -> &'static str {
        "outlook"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.projections, &mut self.entry, &mut self.industries, &mut self.claims]
    }
}
