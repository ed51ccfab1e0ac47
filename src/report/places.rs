//! `places`: where an occupation is paid most. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::CommandLine;
use super::salary::{Head, WAGE_ONLY, estimated, headed_columns, in_words};
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::{Report, Said};
use crate::catalog::{
    AreaKind, Catalog, Citation, PUBLISHED_PERCENTILES, Percentile, States, Text,
};
use crate::query::{
    Basis, Pay, QueryError, RankedPlace, Ranking, RankingFilter, ranking, why_missing,
};

/// A place with what is paid there.
#[derive(Debug, Serialize)]
struct PlaceRow {
    rank: Option<usize>,
    #[serde(flatten)]
    head: Head,
    states: States,
    employment: Option<u64>,
    employment_missing: Option<Text>,
    pay: Pay,
    basis: Basis,
    against_nation: Option<f64>,
    sources: [Citation; 1],
}

impl From<&RankedPlace<'_>> for PlaceRow {
    fn from(place: &RankedPlace<'_>) -> Self {
        let cut = &place.cut;
        PlaceRow {
            rank: place.rank,
            head: Head::from(cut),
            states: cut.setting.area().map(|area| area.states).unwrap_or_default(),
            employment: cut.row.employment.jobs(),
            employment_missing: cut.row.employment.reason(),
            basis: place.pay.basis(),
            pay: place.pay.clone(),
            against_nation: place.against_nation,
            sources: [cut.citation()],
        }
    }
}

impl Tabular for PlaceRow {
    const COLUMNS: &'static [Column<Self>] = headed_columns![
        [Column::number("rank", "Rank", |row| {
            row.rank.map_or(Cell::Empty, |rank| Cell::Count(rank as u64))
        })],
        Column::data(Align::Left, "states", "States", |row| { Cell::list(row.states.iter()) }),
        Column::number("employment", "Jobs", |row| {
            row.employment.map_or(Cell::Empty, Cell::Count)
        }),
        Column::data(Align::Left, "employment_missing", "Why no jobs", |row| {
            Cell::maybe(row.employment_missing)
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
#[derive(Debug, Clone)]
pub struct Question {
    /// The occupation, by code or name; the default one without it.
    pub occupation: Option<String>,
    /// The percentile whose pay ranks them.
    pub percentile: Percentile,
    /// Which places are ranked.
    pub filter: RankingFilter,
    /// How many are shown; without it people see the first, programs all.
    pub top: Option<usize>,
}

/// How many places people see who asked for no number.
const GLIMPSE: usize = 20;

/// Fewer jobs than that are few.
const FEW: u64 = 1_000;

impl Question {
    /// The question as one would type it.
    fn command(&self) -> CommandLine {
        let filter = &self.filter;
        let percentile = self.percentile.number().to_string();
        let options = [
            ("--percentile", (self.percentile != Percentile::MEDIAN).then_some(percentile)),
            ("--occupation", self.occupation.clone()),
            ("--by", (filter.kind != AreaKind::Metro).then(|| filter.kind.word().into())),
            ("--state", filter.state.clone()),
            ("--min-jobs", filter.min_jobs.map(|jobs| jobs.to_string())),
            ("--top", self.top.map(|top| top.to_string())),
        ];
        let given = options.into_iter().filter_map(|(name, value)| Some([name.into(), value?]));
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
    // Where nothing at all is known, a list of places would say nothing.
    let known = ranking.places.iter().any(|place| place.pay.basis() != Basis::Missing);
    let listed = if known { ranking.places.as_slice() } else { &[] };
    let rows: Vec<PlaceRow> = listed.iter().map(PlaceRow::from).collect();
    let said = Said::from(answer(catalog, &ranking, question))
        .noting(notes(&ranking, question))
        .hinting([by_jobs(question)]);
    let places = Rows::new("places", Layout::Table, rows).showing(&[
        "rank",
        "place",
        "employment",
        "pay",
        "against_nation",
    ]);
    Ok(Places {
        said,
        percentile,
        nation: ranking.nation.map(|cut| cut.pay_at(percentile)),
        ranked: ranked(&ranking).count(),
        places: match question.top {
            Some(top) => places.limited(top),
            None => places.glimpsed(GLIMPSE),
        },
    })
}

/// The command that ranks the same places by jobs.
fn by_jobs(question: &Question) -> CommandLine {
    let mut command = question.command();
    command.extend(["--sort", "employment:desc"].map(str::to_owned));
    command
}

/// The places with a figure, the best paid first.
fn ranked<'a>(ranking: &'a Ranking<'_>) -> impl Iterator<Item = &'a RankedPlace<'a>> {
    ranking.places.iter().filter(|place| place.rank.is_some())
}

/// Which places are asked about, in words.
fn asked(question: &Question, ranking: &Ranking<'_>) -> Line {
    let filter = &question.filter;
    let kind = line![filter.kind.plural()];
    let inside = ranking.state.as_ref().map(|code| line![" in ", code]);
    let least = filter.min_jobs.map(|jobs| line![" with ", Cell::Count(jobs), " jobs or more"]);
    kind.then(inside.unwrap_or_default()).then(least.unwrap_or_default())
}

fn title(place: &RankedPlace<'_>) -> Text {
    place.cut.setting.area().map_or_else(Text::default, |area| area.title)
}

fn answer(catalog: &Catalog, ranking: &Ranking<'_>, question: &Question) -> Line {
    let places = asked(question, ranking);
    let percentile = question.percentile;
    let what = match percentile == Percentile::MEDIAN {
        true => line!["median pay"],
        false => line![Cell::Percentile(percentile.number()), " percentile pay"],
    };
    let of = line![" (", &ranking.occupation.title, ")"];
    let Some(best) = ranked(ranking).next() else {
        return match ranking.places.is_empty() {
            true => line!["No "].then(places).then(of),
            false => line!["No figure for "].then(what).then(line![" in "]).then(places).then(of),
        };
    };
    let source = &catalog.sources().get(&best.cut.vintage.source).title;
    let known =
        ranking.places.iter().filter_map(|place| Some((place.cut.row.employment.jobs()?, place)));
    let most = known
        .max_by_key(|(jobs, _)| *jobs)
        .map(|(jobs, place)| line!["; most jobs: ", &title(place), " ", Cell::Count(jobs)]);
    line!["Highest "]
        .then(what)
        .then(line![", "])
        .then(places)
        .then(line![": ", &title(best), " "])
        .then(in_words::pay(best.pay.clone()))
        .then(most.unwrap_or_default())
        .then(line![" (", &ranking.occupation.title, "; ", source, ")"])
}

fn notes(ranking: &Ranking<'_>, question: &Question) -> Vec<Line> {
    let mut notes = Vec::new();
    let all = ranking.places.len();
    let known = ranking.places.iter().any(|place| place.pay.basis() != Basis::Missing);
    if !known {
        let other = |kind: &AreaKind| *kind != question.filter.kind;
        let commands = AreaKind::ALL.into_iter().filter(other).map(|kind| {
            let mut instead = question.clone();
            instead.filter.kind = kind;
            Cell::Command(instead.command())
        });
        notes.push(line!["other places: ", Cell::List(commands.collect())]);
    }
    if known && question.top.is_none() && all > GLIMPSE {
        let command = Cell::Command(Question { top: Some(all), ..question.clone() }.command());
        notes.push(line!["shown: ", Cell::Count(GLIMPSE as u64), "; all: ", command]);
    }
    notes.extend(unranked(ranking, question.percentile));
    let few = |place: &RankedPlace<'_>| place.cut.row.employment.jobs().is_some_and(|n| n < FEW);
    if question.filter.min_jobs.is_none() && ranked(ranking).take(GLIMPSE).any(few) {
        let mut without = question.clone();
        without.filter.min_jobs = Some(FEW);
        let command = Cell::Command(without.command());
        notes.push(line!["places with few jobs lead easily; without them: ", command]);
    }
    let unknown = ranking.places.iter().filter(|p| p.cut.row.employment.jobs().is_none()).count();
    if unknown + ranking.jobs_unknown > 0 {
        let out = if ranking.jobs_unknown > 0 { ", and so left out" } else { "" };
        let count = Cell::Count((unknown + ranking.jobs_unknown) as u64);
        notes.push(line!["number of jobs not known, ", count, out]);
    }
    if let Some(nation) = ranking.nation {
        let pay = Cell::Pay(nation.pay_at(question.percentile));
        notes.push(line!["in the US: ", pay, " ", Cell::cited(&[nation.citation()])]);
    }
    notes.push(WAGE_ONLY.into());
    notes.push("what living costs there is not in these figures".into());
    if ranking.places.iter().any(|place| place.pay.basis() == Basis::Estimate) {
        notes.push(estimated());
    }
    notes
}

/// How many places have no figure, by why not.
fn unranked(ranking: &Ranking<'_>, percentile: Percentile) -> Vec<Line> {
    let [lowest, .., highest] = PUBLISHED_PERCENTILES;
    let outside = !(lowest..=highest).contains(&percentile.number());
    let mut reasons: Vec<(Text, u64)> = Vec::new();
    for place in ranking.places.iter().filter(|place| place.rank.is_none()) {
        let reason = match &place.pay {
            Pay::Missing(reason) => *reason,
            _ if outside => "only a bound, since nothing is published out there".into(),
            _ => why_missing(place.cut.row, percentile).unwrap_or("top-coded".into()),
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => reasons.push((reason, 1)),
        }
    }
    let notes = reasons.into_iter().map(|(reason, count)| {
        line!["without a figure, ", Cell::Count(count), ": ", &reason.to_owned()]
    });
    notes.collect()
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
