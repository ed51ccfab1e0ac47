//! `places`: where an occupation is paid most. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::{CommandLine, command};
use super::salary::{Head, WAGE_ONLY, headed_columns};
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::{Report, Said};
use crate::catalog::{AreaKind, Catalog, Citation, Percentile};
use crate::query::{Basis, Pay, QueryError, RankedPlace, Ranking, RankingFilter, ranking};

/// A place with what is paid there.
#[derive(Debug, Serialize)]
struct PlaceRow {
    rank: Option<usize>,
    #[serde(flatten)]
    head: Head,
    states: Vec<String>,
    employment: Option<u64>,
    employment_missing: Option<String>,
    pay: Pay,
    basis: Basis,
    against_nation: Option<f64>,
    sources: Vec<Citation>,
}

impl From<&RankedPlace<'_>> for PlaceRow {
    fn from(place: &RankedPlace<'_>) -> Self {
        let cut = &place.cut;
        PlaceRow {
            rank: place.rank,
            head: Head::from(cut),
            states: cut.setting.area().map_or_else(Vec::new, |area| area.states.clone()),
            employment: cut.row.employment.jobs(),
            employment_missing: cut.row.employment.reason().map(str::to_owned),
            basis: place.pay.basis(),
            pay: place.pay.clone(),
            against_nation: place.against_nation,
            sources: vec![cut.citation()],
        }
    }
}

impl Tabular for PlaceRow {
    const COLUMNS: &'static [Column<Self>] = headed_columns![
        [Column::number("rank", "Rank", |row| {
            row.rank.map_or(Cell::Empty, |rank| Cell::Count(rank as u64))
        })],
        Column::data(Align::Left, "states", "States", |row| {
            Cell::list(row.states.iter().map(String::as_str))
        }),
        Column::number("employment", "Jobs", |row| {
            row.employment.map_or(Cell::Empty, Cell::Count)
        }),
        Column::data(Align::Left, "employment_missing", "Why no jobs", |row| {
            Cell::maybe(row.employment_missing.as_deref())
        }),
        Column::number("pay", "Pay", |row| Cell::Pay(row.pay.clone())),
        Column::data(Align::Left, "basis", "Basis", |row| Cell::Basis(row.basis)),
        Column::number("against_nation", "Against the US", |row| {
            row.against_nation.map_or(Cell::Empty, Cell::Difference)
        }),
        Column::data(Align::Left, "sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What is asked of the places.
#[derive(Debug)]
pub struct Question {
    /// The occupation, by code or name; the default one without it.
    pub occupation: Option<String>,
    /// The percentile whose pay ranks them.
    pub percentile: Percentile,
    /// Which places are ranked.
    pub filter: RankingFilter,
    /// How many are shown.
    pub top: usize,
}

impl Question {
    /// The same question, showing so many.
    fn command(&self, top: usize) -> CommandLine {
        let filter = &self.filter;
        let percentile = self.percentile.number().to_string();
        let options = [
            ("--percentile", (self.percentile != Percentile::MEDIAN).then_some(percentile)),
            ("--occupation", self.occupation.clone()),
            ("--by", (filter.kind != AreaKind::Metro).then(|| filter.kind.word().to_owned())),
            ("--state", filter.state.clone()),
            ("--min-jobs", filter.min_jobs.map(|jobs| jobs.to_string())),
            ("--top", Some(top.to_string())),
        ];
        let given = options.into_iter().filter_map(|(name, value)| Some([name.to_owned(), value?]));
        std::iter::once("places".to_owned()).chain(given.flatten()).collect()
    }
}

/// Where an occupation is paid most.
#[derive(Debug, Serialize)]
pub struct Places {
    #[serde(skip)]
    said: Said,
    percentile: Percentile,
    nation: Option<Pay>,
    ranked: usize,
    places: Rows<PlaceRow>,
}

/// Ranks places by what an occupation is paid there at a percentile.
///
/// # Errors
/// When there is no such occupation or state, or no wages by place are held of the occupation.
pub fn places(catalog: &Catalog, question: &Question) -> Result<Places, QueryError> {
    let percentile = question.percentile;
    let ranking = ranking(catalog, question.occupation.as_deref(), percentile, &question.filter)?;
    let rows: Vec<PlaceRow> = ranking.places.iter().map(PlaceRow::from).collect();
    let said = Said::from(answer(catalog, &ranking, percentile, &question.filter))
        .noting(notes(&ranking, question))
        .hinting([
            command(["places", "--sort", "employment:desc"]),
            command(["places", "--min-jobs", "1000"]),
        ]);
    Ok(Places {
        said,
        percentile,
        nation: ranking.nation.map(|cut| cut.pay_at(percentile)),
        ranked: rows.iter().filter(|row| row.rank.is_some()).count(),
        places: Rows::new("places", Layout::Table, rows)
            .showing(&["rank", "place", "employment", "pay", "against_nation"])
            .limited(question.top),
    })
}

fn answer(
    catalog: &Catalog,
    ranking: &Ranking<'_>,
    percentile: Percentile,
    filter: &RankingFilter,
) -> Line {
    let inside = match ranking.state {
        Some(state) => line![filter.kind.plural(), " in ", &state.title],
        None => line![filter.kind.plural()],
    };
    let named = |place: &RankedPlace<'_>| {
        place.cut.setting.area().map_or_else(String::new, |area| area.title.clone())
    };
    let Some(best) = ranking.places.first().filter(|best| best.rank.is_some()) else {
        return line![
            "No figure at the ",
            Cell::Percentile(percentile.number()),
            " percentile for "
        ]
        .then(inside);
    };
    let what = match percentile == Percentile::MEDIAN {
        true => line!["Highest median pay"],
        false => line!["Highest ", Cell::Percentile(percentile.number()), " percentile pay"],
    };
    let source = &catalog.sources().get(&best.cut.vintage.source).title;
    let jobs = |place: &&RankedPlace<'_>| place.cut.row.employment.jobs();
    let most = ranking.places.iter().filter(|place| jobs(place).is_some()).max_by_key(jobs);
    let most = most.and_then(|place| {
        let jobs = place.cut.row.employment.jobs()?;
        Some(line!["; most jobs, ", Cell::Count(jobs), ", in ", &named(place)])
    });
    what.then(line![" of ", Cell::Count(ranking.places.len() as u64), " "])
        .then(inside)
        .then(line![": ", Cell::Pay(best.pay.clone()), " a year in ", &named(best)])
        .then(most.unwrap_or_default())
        .then(line![" (", &ranking.occupation.title, "; ", source, ")"])
}

fn notes(ranking: &Ranking<'_>, question: &Question) -> Vec<Line> {
    let mut notes = Vec::new();
    let all = ranking.places.len();
    if all > question.top {
        let (shown, all) = (Cell::Count(question.top as u64), Cell::Command(question.command(all)));
        notes.push(line!["the first ", shown, " are shown; ", all, " shows all"]);
    }
    let unranked = ranking.places.iter().filter(|place| place.rank.is_none()).count();
    if unranked > 0 {
        notes.push(line![
            Cell::Count(unranked as u64),
            " without a figure at this percentile come last, unranked"
        ]);
    }
    if ranking.jobs_unknown > 0 {
        notes.push(line![
            Cell::Count(ranking.jobs_unknown as u64),
            " were left out because their number of jobs is not known"
        ]);
    }
    if let Some(nation) = ranking.nation {
        let pay = Cell::Pay(nation.pay_at(question.percentile));
        notes.push(line!["in the US: ", pay, " ", Cell::cited(&[nation.citation()])]);
    }
    notes.push(WAGE_ONLY.into());
    notes.push("what living costs there is not in these figures".into());
    if ranking.places.iter().any(|place| place.pay.basis() == Basis::Estimate) {
        notes.push(line![
            Cell::Mark(Basis::Estimate),
            ": worked out, log-normal between two published points"
        ]);
    }
    notes
}

impl Report for Places {
    fn name(&self) -> &'static str {
        "places"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.places]
    }
}
