//! Everything that mentions some words, best first. Knows where a text is shown, not by which command.

mod gathering;

use std::collections::BTreeMap;

use memchr::{memchr_iter, memchr2_iter};

use super::lookup::NO_SLIP;
use crate::catalog::*;
use gathering::Gathering;

/// The noun under which a text is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// One level in full.
    Level(LevelId),
    /// One phase: its skills, notes and steps.
    Phase(PhaseId),
    /// One skill.
    Skill(SkillId),
    /// One certificate.
    Certification(CertificationId),
    /// One topic of the guide.
    Topic(TopicId),
    /// One conflict.
    Conflict(ConflictId),
    /// One occupation's wages.
    Occupation(OccupationId),
    /// The wages, beside which guides' medians and means stand.
    Pay,
    /// The pay at a percentile, beside which guides' figures stand.
    PayAt(Percentile),
    /// One place's wages.
    Place(AreaId),
    /// One industry's wages.
    Industry(IndustryId),
    /// One source.
    Source(SourceId),
    /// One role: what it is, where it leads, what O*NET says of it.
    Role(RoleId),
    /// One published ladder.
    Ladder(LadderId),
    /// One level of a published ladder.
    Rung(LadderId, RungId),
}

/// A text of the catalog, or the name of an entry with what it is about.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The word for what it is.
    pub kind: &'static str,
    /// The title of what it belongs to.
    pub title: &'a str,
    /// All names, where the entry stands for its noun as a whole.
    pub names: Vec<&'a str>,
    /// What is said.
    pub text: &'a str,
    /// Who says it.
    pub sources: Vec<&'a Citation>,
    /// Where it is shown.
    pub target: Target,
}

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

/// Every name and every text that rests on a source, nouns in reading order.
pub fn entries(catalog: &Catalog) -> Vec<Entry<'_>> {
    Gathering::of(catalog).0
}

/// Every text that rests on a source, directly or as the reference of another.
pub fn cited_in<'a>(catalog: &'a Catalog, source: &Source) -> Vec<Entry<'a>> {
    let cited = entries(catalog).into_iter();
    cited.filter(|entry| behind(catalog, entry).contains(&&source.id)).collect()
}

/// How many texts rest on each source, directly or as the reference of another.
pub fn cited_counts(catalog: &Catalog) -> BTreeMap<&SourceId, usize> {
    let mut counts = BTreeMap::new();
    for source in entries(catalog).iter().flat_map(|entry| behind(catalog, entry)) {
        *counts.entry(source).or_default() += 1;
    }
    counts
}

/// The sources that an entry rests on, each once.
fn behind<'a>(catalog: &'a Catalog, entry: &Entry<'a>) -> Vec<&'a SourceId> {
    let cited = entry.sources.iter().flat_map(|citation| catalog.behind(citation));
    let mut sources: Vec<&SourceId> = cited.collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// The entries that mention all words, best first; without any, the titles of the nearest names.
pub fn search<'a>(catalog: &'a Catalog, words: &str) -> (Vec<Entry<'a>>, Vec<&'a str>) {
    let wanted = tokens(words);
    let mut gathering = Gathering::of(catalog);
    gathering.settings(catalog);
    let all = gathering.0;
    let fitting = all.iter().filter_map(|entry| Some((fit(entry, words, &wanted)?, entry)));
    let mut found: Vec<(Match, &Entry<'a>)> = fitting.collect();
    found.sort_by_key(|(fit, _)| *fit);
    let near = if found.is_empty() { nearest(&all, words) } else { Vec::new() };
    (found.into_iter().map(|(_, entry)| entry.clone()).collect(), near)
}

fn fit(entry: &Entry<'_>, words: &str, wanted: &[String]) -> Option<Match> {
    let texts = entry.names.iter().chain([&entry.title, &entry.text]);
    if wanted.is_empty()
        || !wanted.iter().all(|word| texts.clone().any(|text| may_hold(text, word)))
    {
        return None;
    }
    let whole = fold(words);
    let mut names = entry.names.iter();
    if names.by_ref().take(2).any(|name| is_named(name, &whole)) {
        return Some(Match::Title);
    }
    if names.any(|name| is_named(name, &whole)) {
        return Some(Match::Alias);
    }
    if entry.names.iter().any(|name| holds_all(&tokens(name), wanted)) {
        return Some(Match::Name);
    }
    let text = tokens(entry.text);
    if text
        .windows(wanted.len())
        .any(|window| window.iter().zip(wanted).all(|(token, word)| begins(token, word)))
    {
        return Some(Match::Phrase);
    }
    let mut heading = tokens(entry.title);
    heading.extend(text);
    holds_all(&heading, wanted).then_some(Match::Text)
}

/// Words in lower case; `c++`, `c#`, `p&l` and `4.5%` stay whole.
fn tokens(text: &str) -> Vec<String> {
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '&' | '.' | ',' | '%' | '$');
    let lower = unaccented(text);
    let words = lower.split(|c: char| !inside(c)).map(|word| word.trim_end_matches(['.', ',']));
    words.filter(|word| !word.is_empty()).map(|word| word.replace(',', "")).collect()
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
    !text.is_ascii() || holds(text.as_bytes(), word.as_bytes()) || joined()
}

/// Whether a word in lower case stands in a text, in any case.
fn holds(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    memchr2_iter(*first, first.to_ascii_uppercase(), text).any(|at| {
        text[at..].get(..word.len()).is_some_and(|stretch| stretch.eq_ignore_ascii_case(word))
    })
}

fn holds_all(tokens: &[String], wanted: &[String]) -> bool {
    wanted.iter().all(|word| tokens.iter().any(|token| begins(token, word)))
}

/// A word matches the beginning of another; a single letter only itself.
fn begins(token: &str, word: &str) -> bool {
    let (token, word) = (bare(token), bare(word));
    token == word || (word.chars().count() > 1 && token.starts_with(word))
}

/// A word without the signs before it.
fn bare(word: &str) -> &str {
    word.trim_start_matches(['.', '$'])
}

fn nearest<'a>(entries: &[Entry<'a>], words: &str) -> Vec<&'a str> {
    let wanted = fold(words);
    if wanted.len() > NO_SLIP {
        return Vec::new();
    }
    let named = entries.iter().flat_map(|entry| entry.names.iter().map(move |name| (name, entry)));
    let mut scored: Vec<(f64, &'a str)> = named
        .map(|(name, entry)| (strsim::jaro_winkler(&wanted, &fold(name)), entry.title))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut titles: Vec<&'a str> = Vec::new();
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
    fn a_text_that_holds_a_word_may_hold_it() {
        for (text, word) in [
            ("earns $136,550", "136550"),
            ("uses .NET", "net"),
            ("Résumé", "resume"),
            ("CI/CD", "cd"),
            ("Risk management", "risk"),
        ] {
            assert!(holds_all(&tokens(text), &tokens(word)) && may_hold(text, word), "{text}");
        }
        assert!(!may_hold("Risk, budget and scope", "jira"));
    }

    #[test]
    fn words_with_signs_stay_whole_and_single_letters_match_only_themselves() {
        assert_eq!(tokens("C++, CI/CD and 4.5%."), ["c++", "ci", "cd", "and", "4.5%"]);
        assert_eq!(tokens("$136,550"), ["$136550"]);
        assert!(begins("risks", "risk") && begins("$136550", "136550") && begins("c", "c"));
        assert!(!begins("cloud", "c") && !begins("risk", "risks"));
    }
}
