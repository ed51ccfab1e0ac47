//! Names: by id, title, alias, or unambiguous beginning, in that order. Knows no particular noun.

use super::error::QueryError;
use crate::catalog::{Collection, Noun, fold};

/// Finds the entry that a name stands for; `kind:name` is understood too.
///
/// # Errors
/// `Unknown` with the nearest ids, or `Ambiguous` with all that begin so.
pub fn lookup<'a, T: Noun>(entries: &'a Collection<T>, given: &str) -> Result<&'a T, QueryError> {
    let wanted = fold(strip_kind(given, T::KIND.word()));
    let exact: [fn(&T, &str) -> bool; 3] = [
        |entry, wanted| fold(entry.id().as_str()) == wanted,
        |entry, wanted| fold(entry.title()) == wanted,
        |entry, wanted| entry.aliases().iter().any(|alias| fold(alias) == wanted),
    ];
    for matches in exact {
        if let Some(entry) = entries.iter().find(|entry| matches(entry, &wanted)) {
            return Ok(entry);
        }
    }
    let begins = |entry: &&T| {
        let own = [entry.id().as_str(), entry.title()].map(fold);
        // Of another name the words that were typed have to be whole: `ai` is not `airlines`.
        let other = entry.aliases().iter().map(|alias| fold(alias) + " ");
        !wanted.is_empty()
            && (own.iter().any(|name| name.starts_with(&wanted))
                || other.into_iter().any(|name| name.starts_with(&format!("{wanted} "))))
    };
    let candidates: Vec<&T> = entries.iter().filter(begins).collect();
    match candidates.as_slice() {
        [only] => Ok(only),
        [] => Err(QueryError::Unknown {
            kind: T::KIND,
            given: given.to_owned(),
            near: nearest(entries, &wanted),
        }),
        several => Err(QueryError::Ambiguous {
            kind: T::KIND,
            given: given.to_owned(),
            candidates: several
                .iter()
                .map(|entry| (entry.id().as_str().to_owned(), entry.title().to_owned()))
                .collect(),
        }),
    }
}

/// A name without `kind:` before it.
pub(super) fn strip_kind<'a>(given: &'a str, kind: &str) -> &'a str {
    match given.split_once(':') {
        Some((prefix, name)) if fold(prefix) == kind => name,
        _ => given,
    }
}

/// Every name of an entry, folded.
fn names<T: Noun>(entry: &T) -> impl Iterator<Item = String> {
    let aliases = entry.aliases().iter().map(|alias| fold(alias));
    [fold(entry.id().as_str()), fold(entry.title())].into_iter().chain(aliases)
}

/// How alike two names have to be for one to be suggested for the other.
const ALIKE: f64 = 0.75;

/// How many alike names are suggested at most.
const NEAREST: usize = 3;

/// How many entries are few enough to name them all.
const HANDFUL: usize = 6;

/// What to type for the entries that are most alike, best first.
fn nearest<T: Noun>(entries: &Collection<T>, wanted: &str) -> Vec<String> {
    let mut scored: Vec<(f64, &T)> = entries
        .iter()
        .map(|entry| (names(entry).map(|name| likeness(wanted, &name)).fold(0.0, f64::max), entry))
        .collect();
    // Where nothing is alike, a handful is worth naming whole.
    let handful = scored.len() <= HANDFUL && scored.iter().all(|(likeness, _)| *likeness < ALIKE);
    if !handful {
        scored.retain(|(likeness, _)| *likeness >= ALIKE);
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.truncate(NEAREST);
    }
    scored.into_iter().map(|(_, entry)| telling_name(entry).to_owned()).collect()
}

/// The id of an entry, or its title where the id is a number.
fn telling_name<T: Noun>(entry: &T) -> &str {
    let id = entry.id().as_str();
    if id.starts_with(|first: char| first.is_ascii_digit()) { entry.title() } else { id }
}

/// How alike two folded names are, from 0 to 1; a word of the second counts nearly as much as the whole.
fn likeness(wanted: &str, name: &str) -> f64 {
    let words = name.split(' ').map(|word| strsim::jaro_winkler(wanted, word) * 0.95);
    words.fold(strsim::jaro_winkler(wanted, name), f64::max)
}
