//! Places by name: code, postal code, title, alias, beginning, city; and the nearest names. Knows no wages.

use super::error::QueryError;
use super::lookup::{NO_SLIP, strip_kind};
use crate::catalog::{
    Area, AreaKind, Catalog, Collection, Kind, Noun, Text, differs_at_once, fold, unaccented,
};

/// A place and how its name was understood.
#[derive(Debug, Clone, Copy)]
pub struct FoundPlace<'a> {
    /// The place.
    pub area: &'a Area,
    /// The name of ours that led to it, where one did.
    pub alias: Option<Text>,
    /// Another place of which one may have thought, since it holds a city of that name.
    pub other: Option<&'a Area>,
}

/// Finds the place that a name stands for.
///
/// # Errors
/// `Unknown` with the nearest titles, or `Ambiguous` with all places that the name fits.
pub fn place<'a>(catalog: &'a Catalog, given: &str) -> Result<FoundPlace<'a>, QueryError> {
    let areas = catalog.areas();
    let name = strip_kind(given, Kind::Place.word());
    let wanted = fold_place(name);
    let code = name.trim().replace('.', "");
    let is_code = |postal: &str| postal.eq_ignore_ascii_case(&code);
    if let Some(area) = areas.named(&fold(&code)).into_iter().find(|area| area.id.as_str() == code)
    {
        return Ok(FoundPlace { area, alias: None, other: None });
    }
    let lies_in = |area: &Area| area.states.iter().any(is_code);
    let name = Name(&wanted);
    let likely: Vec<&Area> = areas.keeping(|area| lies_in(area) || name.may_be_of(area)).collect();
    let inside: Vec<&Area> = likely.iter().copied().filter(|area| lies_in(area)).collect();
    if let Some(area) = inside.iter().find(|area| area.postal_code().is_some_and(is_code)) {
        let other = likely.iter().copied().find(|area| name.is_also_of(area));
        return Ok(FoundPlace { area, alias: None, other });
    }
    // A territory has no row of its own, but areas that lie in it.
    if !inside.is_empty() {
        return one(&inside, given);
    }
    by_name(areas, given, name, &likely)
}

/// A name of a place, folded.
#[derive(Clone, Copy)]
struct Name<'n>(&'n str);

impl Name<'_> {
    /// Whether it leads to an area in any way.
    fn may_be_of(self, area: &Area) -> bool {
        let named = self.begins(area) || holds_city(area, self.0);
        named || self.alias(area).is_some() || self.is_also_of(area)
    }

    /// Whether the title of an area begins so.
    fn begins(self, area: &Area) -> bool {
        let may = !self.0.is_empty() && !differs_at_once(&area.title, self.0);
        may && fold_place(&area.title).starts_with(self.0)
    }

    /// The name of ours for an area that it is.
    fn alias(self, area: &Area) -> Option<Text> {
        area.aliases().iter().find(|name| is_place(name, self.0)).copied()
    }

    /// Whether it may mean an area, though it means another one first.
    fn is_also_of(self, area: &Area) -> bool {
        area.also().iter().any(|name| is_place(name, self.0))
    }
}

/// Finds a place by title, alias, beginning of a title, or city, in that order, among those to which the name may lead.
fn by_name<'a>(
    areas: &'a Collection<Area>,
    given: &str,
    name: Name<'_>,
    likely: &[&'a Area],
) -> Result<FoundPlace<'a>, QueryError> {
    let Name(wanted) = name;
    let likely = || likely.iter().copied();
    let begun: Vec<&Area> = likely().filter(|area| name.begins(area)).collect();
    let named: Vec<&Area> = likely().filter(|area| holds_city(area, wanted)).collect();
    let beside = |area: &'a Area| {
        let other = named.iter().copied().find(|other| other.id != area.id);
        let other = other.or_else(|| likely().find(|area| name.is_also_of(area)));
        FoundPlace { area, alias: None, other }
    };
    if let Some(area) = begun.iter().find(|area| fold_place(&area.title) == wanted) {
        return Ok(beside(area));
    }
    if let Some((area, alias)) = likely().find_map(|area| Some((area, name.alias(area)?))) {
        return Ok(FoundPlace { area, alias: Some(alias), other: None });
    }
    match (begun.as_slice(), named.as_slice()) {
        ([area], _) | (_, [area]) => Ok(beside(area)),
        ([], []) if areas.is_empty() => Err(QueryError::NoneOf(Kind::Place)),
        ([], []) => one(&in_state(areas, wanted), given).map_err(|error| match error {
            QueryError::Unknown { kind, given, .. } => {
                QueryError::Unknown { kind, given, near: nearest(areas.iter(), wanted) }
            }
            error => error,
        }),
        (several, []) | (_, several) => one(several, given),
    }
}

/// The only one of some places.
fn one<'a>(fitting: &[&'a Area], given: &str) -> Result<FoundPlace<'a>, QueryError> {
    match fitting {
        [] => {
            let (kind, given) = (Kind::Place, given.to_owned());
            Err(QueryError::Unknown { kind, given, near: Vec::new() })
        }
        [area] => Ok(FoundPlace { area, alias: None, other: None }),
        several => Err(ambiguous(given, several)),
    }
}

/// The places of a city or a name of ours, where the state stands behind it: `austin texas`, `brooklyn ny`.
fn in_state<'a>(areas: &'a Collection<Area>, wanted: &str) -> Vec<&'a Area> {
    let states = areas.iter().filter(|area| area.kind == AreaKind::State);
    let split = states.filter_map(|state| {
        let code = state.postal_code()?;
        let names = [fold_place(&state.title), fold_place(code)];
        let before = names.iter().find_map(|name| wanted.strip_suffix(name.as_str()))?;
        Some((before.strip_suffix(' ')?, code))
    });
    let fitting = split.flat_map(|(name, code)| {
        areas.iter().filter(move |area| {
            let here =
                area.kind != AreaKind::State && area.states.iter().any(|state| state == code);
            let mut names = area.aliases().iter().chain(area.also());
            here && (holds_city(area, name) || names.any(|alias| is_place(alias, name)))
        })
    });
    fitting.collect()
}

/// Finds the postal code of a state, or of a territory that has none but its code, by title, code or beginning.
///
/// # Errors
/// `Unknown` with the nearest titles.
pub fn state(catalog: &Catalog, given: &str) -> Result<String, QueryError> {
    let areas = catalog.areas();
    let code = given.trim().replace('.', "").to_uppercase();
    if areas.iter().any(|area| area.states.iter().any(|state| *state == *code)) {
        return Ok(code);
    }
    let wanted = fold_place(given);
    let states = || areas.iter().filter(|area| area.kind == AreaKind::State);
    let begun = states().filter(|state| fold_place(&state.title).starts_with(&wanted));
    let begun: Vec<&Area> = begun.filter(|_| !wanted.is_empty()).collect();
    let exact = begun.iter().find(|state| fold_place(&state.title) == wanted);
    match (exact, begun.as_slice()) {
        (Some(state), _) | (None, [state]) => {
            Ok(state.postal_code().unwrap_or_default().to_owned())
        }
        (None, []) => Err(QueryError::Unknown {
            kind: Kind::State,
            given: given.to_owned(),
            near: nearest(states(), &wanted),
        }),
        (None, several) => Err(ambiguous(given, several)),
    }
}

/// The one metropolitan area in whose title a city of a state stands; no beginnings, no names of ours.
pub fn place_in<'a>(catalog: &'a Catalog, city: &str, region: &str) -> Option<&'a Area> {
    let areas = catalog.areas();
    let region = fold_place(region);
    let state = areas.iter().filter(|area| area.kind == AreaKind::State).find_map(|state| {
        let code = state.postal_code()?;
        [fold_place(&state.title), fold_place(code)].contains(&region).then_some(code)
    })?;
    let city = fold_place(city);
    let mut here = areas.iter().filter(|area| {
        let inside = area.states.iter().any(|code| code == state);
        inside && area.kind == AreaKind::Metro && area.cities().any(|name| is_place(name, &city))
    });
    let found = here.next();
    found.filter(|_| here.next().is_none())
}

fn ambiguous(given: &str, several: &[&Area]) -> QueryError {
    let candidate = |area: &&Area| (area.id.as_str().to_owned(), area.title.to_string());
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
            other => folded.extend(other.chars().filter(|sign| !matches!(sign, '.' | '\'' | '’'))),
        }
    }
    folded
}

/// Whether a name of a place is, as these are compared, one that is folded.
fn is_place(name: &str, wanted: &str) -> bool {
    !differs_at_once(name, wanted) && fold_place(name) == wanted
}

/// Whether a city of an area is, alone or with a state behind it, one that is folded.
fn holds_city(area: &Area, wanted: &str) -> bool {
    let like = area.cities().filter(|city| !differs_at_once(city, wanted));
    let begun = like.filter(|city| wanted.starts_with(&*fold_place(city)));
    begun.flat_map(|city| city_names(area, city)).any(|name| name == wanted)
}

/// A city of an area, folded, alone and with a state behind it.
fn city_names(area: &Area, city: &str) -> impl Iterator<Item = String> {
    let city = fold_place(city);
    let with_state: Vec<String> =
        area.states.iter().map(|state| format!("{city} {}", fold(state))).collect();
    std::iter::once(city).chain(with_state)
}

/// How many alike places are suggested at most.
const NEAREST: usize = 3;

/// What to type for the places whose names are nearest to what was typed, best first.
fn nearest<'a>(areas: impl Iterator<Item = &'a Area>, wanted: &str) -> Vec<String> {
    if wanted.len() > NO_SLIP {
        return Vec::new();
    }
    let slips = |name: &str| strsim::osa_distance(wanted, name);
    // A short name has few letters to be wrong in.
    let allowed = match wanted.chars().count() {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let mut scored: Vec<(usize, &str)> = areas
        .filter_map(|area| {
            let cities = area.cities().flat_map(|city| city_names(area, city));
            let title = std::iter::once(fold_place(&area.title)).chain(cities);
            let by_title = title.map(|name| slips(&name)).min()?;
            let by_alias = area.aliases().iter().map(|alias| (slips(&fold_place(alias)), alias));
            // A name of ours is suggested by itself: its title would not say why.
            Some(match by_alias.min_by_key(|(slips, _)| *slips) {
                Some((slips, alias)) if slips < by_title => (slips, alias.as_str()),
                _ => (by_title, area.title.as_str()),
            })
        })
        .filter(|(slips, _)| *slips <= allowed)
        .collect();
    scored.sort_by_key(|(slips, _)| *slips);
    scored.into_iter().take(NEAREST).map(|(_, name)| name.to_owned()).collect()
}
