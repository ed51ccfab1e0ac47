//! Places by name: code, postal code, title, alias, beginning, city; and the nearest names. Knows no wages.

use super::error::QueryError;
use crate::catalog::{Area, Catalog, Kind, Noun, fold, unaccented};

/// A place and how its name was understood.
#[derive(Debug, Clone, Copy)]
pub struct FoundPlace<'a> {
    /// The place.
    pub area: &'a Area,
    /// The name of ours that led to it, where one did.
    pub alias: Option<&'a str>,
    /// Another place of which one may have thought, since it holds a city of that name.
    pub other: Option<&'a Area>,
}

/// Finds the place that a name stands for.
///
/// # Errors
/// `Unknown` with the nearest titles, or `Ambiguous` with all places that the name fits.
pub fn place<'a>(catalog: &'a Catalog, given: &str) -> Result<FoundPlace<'a>, QueryError> {
    let areas = catalog.areas()?;
    let found = |area| FoundPlace { area, alias: None, other: None };
    let code = given.trim();
    if let Some(area) = areas.iter().find(|area| area.id.as_str() == code) {
        return Ok(found(area));
    }
    let is_postal = |postal: &str| postal.eq_ignore_ascii_case(code);
    if let Some(area) = areas.iter().find(|area| area.postal_code().is_some_and(is_postal)) {
        return Ok(found(area));
    }
    // A territory has no row of its own, but areas that lie in it.
    let inside: Vec<&Area> =
        areas.iter().filter(|area| area.states.iter().any(|state| is_postal(state))).collect();
    match inside.as_slice() {
        [] => (),
        [area] => return Ok(found(area)),
        several => return Err(ambiguous(given, several)),
    }
    let wanted = fold_place(given);
    let titles: Vec<(String, &Area)> =
        areas.iter().map(|area| (fold_place(&area.title), area)).collect();
    let begun: Vec<&Area> = titles
        .iter()
        .filter(|(title, _)| !wanted.is_empty() && title.starts_with(&wanted))
        .map(|(_, area)| *area)
        .collect();
    let named: Vec<&Area> =
        areas.iter().filter(|area| cities(area).any(|city| city == wanted)).collect();
    let besides = |area: &Area| named.iter().find(|other| other.id != area.id).copied();
    if let Some((_, area)) = titles.iter().find(|(title, _)| *title == wanted) {
        return Ok(FoundPlace { area, alias: None, other: besides(area) });
    }
    let alias = |name: &&String| fold_place(name) == wanted;
    if let Some((area, alias)) =
        areas.iter().find_map(|area| Some((area, area.aliases.iter().find(alias)?)))
    {
        return Ok(FoundPlace { area, alias: Some(alias), other: None });
    }
    match (begun.as_slice(), named.as_slice()) {
        ([area], _) => Ok(FoundPlace { area, alias: None, other: besides(area) }),
        (_, [area]) => Ok(found(area)),
        ([], []) => by_beginning_of_alias(areas.iter(), given, &wanted).map(found),
        (several, []) | (_, several) => Err(ambiguous(given, several)),
    }
}

/// The only place of which a name of ours begins so.
fn by_beginning_of_alias<'a>(
    areas: impl Iterator<Item = &'a Area> + Clone,
    given: &str,
    wanted: &str,
) -> Result<&'a Area, QueryError> {
    let begins = |name: &String| !wanted.is_empty() && fold_place(name).starts_with(wanted);
    let candidates: Vec<&Area> =
        areas.clone().filter(|area| area.aliases.iter().any(begins)).collect();
    match candidates.as_slice() {
        [area] => Ok(area),
        [] => Err(QueryError::Unknown {
            kind: Kind::Place,
            given: given.to_owned(),
            near: nearest(areas, wanted),
        }),
        several => Err(ambiguous(given, several)),
    }
}

fn ambiguous(given: &str, several: &[&Area]) -> QueryError {
    let candidate = |area: &&Area| (area.id.as_str().to_owned(), area.title.clone());
    QueryError::Ambiguous {
        kind: Kind::Place,
        given: given.to_owned(),
        candidates: several.iter().map(candidate).collect(),
    }
}

/// A name as names of places are compared: without signs, `saint` as `st`, `fort` as `ft`, `mount` as `mt`.
fn fold_place(name: &str) -> String {
    let plain = unaccented(name);
    let mut folded = String::with_capacity(plain.len());
    let words = plain.split(|sign: char| sign.is_whitespace() || "-_/,".contains(sign));
    for word in words.filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        match word {
            "saint" => folded.push_str("st"),
            "fort" => folded.push_str("ft"),
            "mount" => folded.push_str("mt"),
            other => folded.extend(other.chars().filter(|sign| !matches!(sign, '.' | '\''))),
        }
    }
    folded
}

/// The cities of an area, each alone and with a state behind it.
fn cities(area: &Area) -> impl Iterator<Item = String> {
    area.cities().map(fold_place).flat_map(|city| {
        let with_state: Vec<String> =
            area.states.iter().map(|state| format!("{city} {}", fold(state))).collect();
        std::iter::once(city).chain(with_state)
    })
}

/// How many alike places are suggested at most.
const NEAREST: usize = 3;

/// The titles of the places whose names are nearest to what was typed, best first.
fn nearest<'a>(areas: impl Iterator<Item = &'a Area>, wanted: &str) -> Vec<String> {
    let slips = |name: &str| strsim::osa_distance(wanted, name);
    // A short name has few letters to be wrong in.
    let allowed = match wanted.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    let mut scored: Vec<(usize, &Area)> = areas
        .filter_map(|area| {
            let titles = std::iter::once(area.title()).chain(area.aliases().iter().map(|a| &**a));
            let least =
                titles.map(fold_place).chain(cities(area)).map(|name| slips(&name)).min()?;
            (least <= allowed).then_some((least, area))
        })
        .collect();
    scored.sort_by_key(|(slips, _)| *slips);
    scored.into_iter().take(NEAREST).map(|(_, area)| area.title.clone()).collect()
}
