//! The title of a posting, and the level that its words tell. Knows no sentence below the headline.

use std::ops::Range;

use super::lexicon::Hit;
use super::text::Text;
use crate::catalog::{Term, TermKind};

/// How long a headline may be, in bytes.
const HEADLINE: usize = 130;

/// How many words a headline that ends like a sentence may have.
const SHORT: usize = 10;

/// How far into a text a title may stand, where no line is one.
const NEAR: usize = 600;

/// Where the title stands.
pub(super) fn title(text: &Text) -> Option<Range<usize>> {
    let mut start = 0;
    let mut first: Option<Range<usize>> = None;
    for line in text.shown.split_inclusive('\n') {
        let place = trimmed(&text.shown, start..start + line.len());
        start += line.len();
        if let Some(labelled) = labelled(text, &place) {
            // A label is the surest, unless a headline has come before it.
            return Some(first.filter(|first| is_headline(text, first)).unwrap_or(labelled));
        }
        if first.is_none() && !place.is_empty() {
            first = Some(place);
        }
        if start > NEAR {
            break;
        }
    }
    let first = first?;
    if is_headline(text, &first) { Some(first) } else { inside(text, &first) }
}

/// A stretch without spaces and marks around it.
fn trimmed(shown: &str, place: Range<usize>) -> Range<usize> {
    let line = &shown[place.clone()];
    let bare = line.trim_start_matches(|c: char| c.is_whitespace() || "#*_`>|=-".contains(c));
    let start = place.start + line.len() - bare.len();
    let kept = bare.trim_end_matches(|c: char| c.is_whitespace() || "#*_`|=:".contains(c));
    start..start + kept.len()
}

fn is_headline(text: &Text, place: &Range<usize>) -> bool {
    let line = &text.shown[place.clone()];
    line.len() <= HEADLINE && (!line.ends_with('.') || line.split(' ').count() <= SHORT)
}

const LABELS: [&str; 12] = [
    "job title",
    "position title",
    "title",
    "position",
    "role",
    "job",
    "role title",
    "job role",
    "vacancy",
    "working title",
    "classification",
    "stellenbezeichnung",
];

/// What stands behind a label such as `Job Title:`.
fn labelled(text: &Text, place: &Range<usize>) -> Option<Range<usize>> {
    let line = &text.folded[place.clone()];
    let (label, rest) = line.split_once(':')?;
    let named = LABELS.contains(&label.trim_matches(|c: char| !c.is_alphanumeric()));
    let value = trimmed(&text.shown, place.end - rest.len()..place.end);
    (named && !value.is_empty() && value.len() <= HEADLINE).then_some(value)
}

/// The words that titles of jobs end with.
const HEADS: [&str; 24] = [
    "manager",
    "coordinator",
    "director",
    "master",
    "lead",
    "owner",
    "engineer",
    "analyst",
    "consultant",
    "specialist",
    "administrator",
    "architect",
    "developer",
    "nurse",
    "driver",
    "assistant",
    "associate",
    "officer",
    "head",
    "scheduler",
    "planner",
    "operator",
    "intern",
    "supervisor",
];

/// In a text without a headline, the words with capitals around the first word that names a job.
fn inside(text: &Text, line: &Range<usize>) -> Option<Range<usize>> {
    let reach = text.shown[line.clone()]
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at < NEAR)
        .last()?;
    let shown = &text.shown[line.start..line.start + reach];
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in shown.split_inclusive([' ', '\n']) {
        let start = word.as_ptr() as usize - shown.as_ptr() as usize;
        words.push((start, word));
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let head = words.iter().position(|(_, word)| {
        word.starts_with(|c: char| c.is_uppercase() || c == '(')
            && HEADS.contains(&bare(word).as_str())
    })?;
    let capital = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || "(/&-".contains(c))
            || matches!(word.trim(), "of" | "and" | "-" | "&")
    };
    let first = words[..head]
        .iter()
        .rposition(|(_, word)| !capital(word) || word.trim_end().ends_with(['.', ':', ',', '!']))
        .map_or(0, |before| before + 1);
    let mut last = head;
    // What follows in capitals still belongs to it: `Director of Engineering`, `Manager III`.
    while let Some((_, word)) = words.get(last + 1) {
        let stops = words[last].1.trim_end().ends_with([',', '.', ':', '!']);
        let joins = matches!(word.trim(), "of" | "&")
            || matches!(bare(word).as_str(), "i" | "ii" | "iii" | "iv");
        if stops || !(joins || matches!(words[last].1.trim(), "of" | "&") && capital(word)) {
            break;
        }
        last += 1;
    }
    let end = words[last].0 + words[last].1.len();
    Some(trimmed(&text.shown, line.start + words[first].0..line.start + end))
        .filter(|place| !place.is_empty())
        .map(|place| {
            place.start
                ..place.start
                    + text.shown[place].trim_end_matches([',', '.', '!', ')', '-', ' ']).len()
        })
}

/// The level that the words of a title tell, the highest first.
pub(super) fn level_of<'a>(
    terms: &'a [Term],
    hits: &[Hit<usize>],
    title: &Range<usize>,
) -> Option<&'a Term> {
    let inside = hits.iter().filter(|hit| hit.start >= title.start && hit.end <= title.end);
    let levels = inside.map(|hit| &terms[hit.of]).filter(|term| term.kind == TermKind::Level);
    // Terms stand lowest level first, as the file lists them.
    levels.max_by_key(|term| terms.iter().position(|known| known.id == term.id))
}
