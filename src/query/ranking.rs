//! Places in the order of what is paid there, each beside the nation. Knows no format.

use std::cmp::Reverse;

use super::error::QueryError;
use super::lookup::lookup;
use super::percentile::Pay;
use super::place::{FoundPlace, state};
use super::wages::{Cut, Setting, VintageChoice, beside, chosen};
use crate::catalog::{AreaKind, Catalog, Kind, Occupation, Percentile};

/// Which places are ranked.
#[derive(Debug, Clone)]
pub struct RankingFilter {
    /// Of which kind.
    pub kind: AreaKind,
    /// In which state, by name or postal code.
    pub state: Option<String>,
    /// With how many jobs at least.
    pub min_jobs: Option<u64>,
}

/// A place in the ranking.
#[derive(Debug)]
pub struct RankedPlace<'a> {
    /// Its number from the top; none where only a bound is known, or nothing. Equal pay, equal number.
    pub rank: Option<usize>,
    /// Its wages; without figures where none were published.
    pub cut: Cut<'a>,
    /// What is paid at the percentile.
    pub pay: Pay,
    /// How much more or less that is than in the nation, in percent.
    pub against_nation: Option<f64>,
}

/// Places in the order of what is paid there.
#[derive(Debug)]
pub struct Ranking<'a> {
    /// Whose pay.
    pub occupation: &'a Occupation,
    /// The postal code of the state whose places are ranked, where one was named.
    pub state: Option<String>,
    /// The nation's wages of the same vintage.
    pub nation: Option<Cut<'a>>,
    /// The places, the best paid first, then those without a figure.
    pub places: Vec<RankedPlace<'a>>,
    /// How many places were left out because their jobs are not known.
    pub jobs_unknown: usize,
}

/// Ranks the places of a kind by what an occupation, or the default one, is paid there at a percentile.
///
/// # Errors
/// When there is no such occupation or state, or no wages by place are held of the occupation.
pub fn ranking<'a>(
    catalog: &'a Catalog,
    occupation: Option<&str>,
    percentile: Percentile,
    filter: &RankingFilter,
) -> Result<Ranking<'a>, QueryError> {
    let occupation = match occupation {
        Some(name) => lookup(catalog.occupations(), name)?,
        None => catalog.occupations().get(&catalog.about().default_occupation),
    };
    if catalog.areas().is_empty() {
        return Err(QueryError::NoneOf(Kind::Place));
    }
    if catalog.by_place(&occupation.id).newest().is_none() {
        return Err(QueryError::NotByPlace { occupation: occupation.title.to_string() });
    }
    let state = filter.state.as_deref().map(|name| state(catalog, name)).transpose()?;
    let mut ranking =
        Ranking { occupation, state, nation: None, places: Vec::new(), jobs_unknown: 0 };
    let mut newest: Option<Cut<'a>> = None;
    for area in catalog.areas().keeping(|area| area.kind == filter.kind) {
        let lies_in = |code: &String| area.states.iter().any(|state| state == code);
        if !ranking.state.as_ref().is_none_or(lies_in) {
            continue;
        }
        let setting = Setting::Place(FoundPlace { area, alias: None, other: None });
        for cut in chosen(catalog, occupation, setting, &VintageChoice::Newest)? {
            newest = newest.into_iter().chain([cut]).max_by_key(|cut| cut.vintage.year);
            ranking.add(cut, percentile, filter.min_jobs);
        }
    }
    ranking.nation = newest.and_then(|cut| beside(catalog, &cut));
    ranking.compare(percentile);
    ranking.number();
    Ok(ranking)
}

impl<'a> Ranking<'a> {
    /// Takes in a place, unless it has too few jobs.
    fn add(&mut self, cut: Cut<'a>, percentile: Percentile, min_jobs: Option<u64>) {
        match (min_jobs, cut.row.employment.jobs()) {
            (Some(_), None) => self.jobs_unknown += 1,
            (Some(least), Some(jobs)) if jobs < least => (),
            _ => {
                let pay = cut.pay_at(percentile);
                self.places.push(RankedPlace { rank: None, cut, pay, against_nation: None });
            }
        }
    }

    /// Sets what is paid in the places beside what is paid in the nation.
    fn compare(&mut self, percentile: Percentile) {
        let national = self.nation.and_then(|cut| cut.pay_at(percentile).usd());
        for place in &mut self.places {
            place.against_nation = place.pay.usd().zip(national).map(|(here, there)| {
                (here.dollars() / there.dollars() * 1000.0 - 1000.0).round() / 10.0
            });
        }
    }

    /// Puts the places in order and numbers those with a figure.
    fn number(&mut self) {
        let dollars = |pay: &Pay| pay.usd().map(|usd| usd.dollars());
        // Amounts are not below zero, and so in the order of their bits.
        self.places.sort_by_cached_key(|place| Reverse(dollars(&place.pay).map(f64::to_bits)));
        let mut before: Option<(usize, f64)> = None;
        for (index, place) in self.places.iter_mut().enumerate() {
            let Some(pay) = dollars(&place.pay) else { break };
            let rank = match before {
                Some((rank, equal)) if equal == pay => rank,
                _ => index + 1,
            };
            place.rank = Some(rank);
            before = Some((rank, pay));
        }
    }
}
