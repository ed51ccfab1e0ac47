//! Names: by id, title, alias, or unambiguous beginning, in that order. Knows no particular noun.

use super::error::QueryError;
use crate::catalog::{Collection, Noun, begins_with, begins_with_words, fold, is_named};

/// Finds the entry that a name stands for; `kind:name` is understood too.
///
/// # Errors
/// `Unknown` with the nearest ids, or `Ambiguous` with all that begin so.
pub fn lookup<'a, T: Noun>(entries: &'a Collection<T>, given: &str) -> Result<&'a T, QueryError> {
    let name = strip_kind(given, T::KIND.word());
    match exactly(entries, name) {
        Some(entry) => Ok(entry),
        None => only(entries, given, beginning(entries, name)),
    }
}

/// The entry whose whole name this is; `kind:name` is understood too.
pub(super) fn named_so<'a, T: Noun>(entries: &'a Collection<T>, given: &str) -> Option<&'a T> {
    exactly(entries, strip_kind(given, T::KIND.word()))
}

/// The entry whose id, title or alias a name is, in that order.
pub(super) fn exactly<'a, T: Noun>(entries: &'a Collection<T>, name: &str) -> Option<&'a T> {
    ranked(entries, name).map(|(_, entry)| entry)
}

/// The same, with how well the name fits: 0 as an id, 1 as a title, 2 as an alias.
pub(super) fn ranked<'a, T: Noun>(
    entries: &'a Collection<T>,
    name: &str,
) -> Option<(usize, &'a T)> {
    let wanted = fold(name);
    let rank = |entry: &T| match entry.names().position(|name| is_named(name, &wanted))? {
        rank @ (0 | 1) => Some(rank),
        _ => Some(2),
    };
    let named = entries.named(&wanted).into_iter();
    named.filter_map(|entry| Some((rank(entry)?, entry))).min_by_key(|(rank, _)| *rank)
}

/// The entries of which a name is the beginning.
pub(super) fn beginning<'a, T: Noun>(entries: &'a Collection<T>, name: &str) -> Vec<&'a T> {
    let wanted = fold(name);
    let begins = |entry: &T| {
        let own = [entry.id().as_str(), entry.title()];
        !wanted.is_empty()
            && (own.iter().any(|name| begins_with(name, &wanted))
                || entry.aliases().iter().any(|alias| begins_with_words(alias, &wanted)))
    };
    entries.keeping(begins).collect()
}

/// The other entries of whose names this one's title is the beginning: `TOGAF` of `TOGAF EA Foundation`.
pub fn siblings<'a, T: Noun>(entries: &'a Collection<T>, of: &T) -> Vec<&'a T> {
    let wanted = fold(of.title());
    let begins = |other: &T| {
        let mut names = other.names().skip(1);
        other.id() != of.id() && names.any(|name| begins_with_words(name, &wanted))
    };
    entries.keeping(begins).collect()
}

/// The one entry that a name may stand for.
pub(super) fn only<'a, T: Noun>(
    entries: &'a Collection<T>,
    given: &str,
    candidates: Vec<&'a T>,
) -> Result<&'a T, QueryError> {
    match candidates.as_slice() {
        [only] => Ok(only),
        [] => Err(QueryError::Unknown {
            kind: T::KIND,
            given: given.to_owned(),
            near: nearest(entries, &fold(strip_kind(given, T::KIND.word()))),
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
        Some((prefix, name)) if is_named(prefix, kind) => name,
        _ => given,
    }
}

/// How alike two names have to be for one to be suggested for the other.
const ALIKE: f64 = 0.75;

/// How much less alike than the best a name is not suggested any more.
const MUCH_LESS: f64 = 0.1;

/// How many alike names are suggested at most.
const NEAREST: usize = 3;

/// How many entries are few enough to name them all.
const HANDFUL: usize = 6;

/// What to type for the entries that are most alike, best first.
fn nearest<T: Noun>(entries: &Collection<T>, wanted: &str) -> Vec<String> {
    let scored = entries.iter().map(|entry| {
        let alike = entry.names().map(|name| likeness(wanted, &fold(name))).fold(0.0, f64::max);
        (alike, telling_name(entry))
    });
    most_alike(scored.collect())
}

/// The names that are most alike, best first.
fn most_alike(mut scored: Vec<(f64, &str)>) -> Vec<String> {
    // Where nothing is alike, a handful is worth naming whole.
    let handful = scored.len() <= HANDFUL && scored.iter().all(|(likeness, _)| *likeness < ALIKE);
    if !handful {
        scored.retain(|(likeness, _)| *likeness >= ALIKE);
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.truncate(NEAREST);
        let best = scored.first().map_or(0.0, |(likeness, _)| *likeness);
        scored.retain(|(likeness, _)| best - likeness < MUCH_LESS);
    }
    scored.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// The id of an entry, or its title where the id is a number.
fn telling_name<T: Noun>(entry: &T) -> &str {
    let id = entry.id().as_str();
    if id.starts_with(|first: char| first.is_ascii_digit()) { entry.title() } else { id }
}

/// From which length on, in bytes, nothing is taken for a slip of the pen; comparing takes time that grows with the square.
pub(super) const NO_SLIP: usize = 200;

/// How alike two folded names are, from 0 to 1; a word of the second counts nearly as much as the whole.
fn likeness(wanted: &str, name: &str) -> f64 {
    if wanted.len() > NO_SLIP {
        return 0.0;
    }
    let words = name.split(' ').map(|word| strsim::jaro_winkler(wanted, word) * 0.95);
    words.fold(strsim::jaro_winkler(wanted, name), f64::max)
}
