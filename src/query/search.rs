//! Everything that mentions some words, best first. Knows where a text is shown, not by which command.

use std::borrow::Cow;

use memchr::{memchr_iter, memchr2_iter};

use super::lookup::NO_SLIP;
use crate::catalog::{Catalog, Entry, Text, bare, begins_word, fold, is_named, unaccented, words};

/// How well an entry fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// The words are its title or id.
    Title,
    /// The words are another of its names.
    Alias,
    /// All words stand in one of its names.
    Name,
    /// The words stand in its text side by side.
    Phrase,
    /// All words stand in its text.
    Text,
}

/// The entries that mention all words, best first; without any, the titles of the nearest names.
pub fn search(catalog: &Catalog, given: &str) -> (Vec<Entry>, Vec<Text>) {
    let lower = unaccented(given);
    let wanted: Vec<Cow<'_, str>> = words(&lower).collect();
    let whole = fold(given);
    let holding = catalog.entries_holding(&wanted).into_iter();
    let mut found: Vec<(Match, Entry)> =
        holding.filter_map(|entry| Some((fit(&entry, &whole, &wanted)?, entry))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    let near = if found.is_empty() { nearest(&catalog.entries(), &whole) } else { Vec::new() };
    (found.into_iter().map(|(_, entry)| entry).collect(), near)
}

fn fit(entry: &Entry, whole: &str, wanted: &[Cow<'_, str>]) -> Option<Match> {
    let texts = entry.names.iter().chain([&entry.title, &entry.text]);
    if wanted.is_empty()
        || !wanted.iter().all(|word| texts.clone().any(|text| may_hold(text, word)))
    {
        return None;
    }
    let mut names = entry.names.iter();
    if names.by_ref().take(2).any(|name| is_named(name, whole)) {
        return Some(Match::Title);
    }
    if names.any(|name| is_named(name, whole)) {
        return Some(Match::Alias);
    }
    if entry.names.iter().any(|name| wanted.iter().all(|word| holds(name, word))) {
        return Some(Match::Name);
    }
    if wanted.iter().all(|word| may_hold(&entry.text, word))
        && stand_side_by_side(words(&unaccented(&entry.text)), wanted)
    {
        return Some(Match::Phrase);
    }
    let texts = [&entry.title, &entry.text];
    let all_stand = wanted.iter().all(|word| texts.iter().any(|text| holds(text, word)));
    all_stand.then_some(Match::Text)
}

/// Whether some words stand in a text one after the other.
fn stand_side_by_side<'t>(
    mut told: impl Iterator<Item = Cow<'t, str>> + Clone,
    wanted: &[Cow<'_, str>],
) -> bool {
    let Some((first, others)) = wanted.split_first() else { return false };
    while let Some(token) = told.next() {
        let mut next = told.clone();
        let follows =
            |word: &Cow<'_, str>| next.next().is_some_and(|token| begins_word(&token, word));
        if begins_word(&token, first) && others.iter().all(follows) {
            return true;
        }
    }
    false
}

/// Whether a word may be among the tokens of a text, told without taking it apart, since most texts do not hold it.
fn may_hold(text: &str, word: &str) -> bool {
    let word = bare(word);
    // A number is one word with its commas and without them.
    let joined = || {
        word.bytes().any(|byte| byte.is_ascii_digit())
            && memchr_iter(b',', text.as_bytes())
                .any(|at| text.as_bytes().get(at + 1) != Some(&b' '))
    };
    !text.is_ascii() || stands(text.as_bytes(), word.as_bytes()) || joined()
}

/// Whether a word in lower case stands in a text, in any case.
fn stands(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    memchr2_iter(*first, first.to_ascii_uppercase(), text).any(|at| {
        text[at..].get(..word.len()).is_some_and(|stretch| stretch.eq_ignore_ascii_case(word))
    })
}

/// Whether a word, or one that it begins, is among those of a text.
fn holds(text: &str, word: &str) -> bool {
    may_hold(text, word) && words(&unaccented(text)).any(|token| begins_word(&token, word))
}

fn nearest(entries: &[Entry], wanted: &str) -> Vec<Text> {
    if wanted.len() > NO_SLIP {
        return Vec::new();
    }
    let named = entries.iter().flat_map(|entry| entry.names.iter().map(move |name| (name, entry)));
    let mut scored: Vec<(f64, Text)> = named
        .map(|(name, entry)| (strsim::jaro_winkler(wanted, &fold(name)), entry.title))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut titles: Vec<Text> = Vec::new();
    for (_, title) in scored {
        if !titles.contains(&title) && titles.len() < 3 {
            titles.push(title);
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_its_words() {
        for (text, word) in [
            ("earns $136,550", "136550"),
            ("uses .NET", "net"),
            ("Résumé", "resume"),
            ("CI/CD", "cd"),
            ("Jira,Confluence", "confluence"),
            ("Risk management", "risk"),
        ] {
            assert!(holds(text, word), "{text}");
        }
        assert!(!may_hold("Risk, budget and scope", "jira"));
    }
}
