//! The title of a posting, and the level that its words tell. Knows no sentence below the headline.

use std::ops::Range;

use super::hits::Hit;
use super::text::Text;
use crate::catalog::cue::Cue;
use crate::catalog::{Term, TermKind};

/// How long a headline may be, in bytes.
const HEADLINE: usize = 130;

/// How many words a headline that ends like a sentence may have.
const SHORT: usize = 10;

/// How far into a line a title may stand, in bytes, where the line is more than a title.
const NEAR: usize = 600;

/// Where the title stands: behind a label, in a line that names a job, or else in the first line that is no heading.
pub(super) fn title(text: &Text, cues: &[Hit<Cue>]) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    let mut since = 0;
    for place in lines(text).take(LINES) {
        let value = labelled(text, &place).filter(|value| is_plausible(text, value, cues));
        if let (Some(value), None) = (value, &first) {
            return Some(value);
        }
        let headline = is_headline(text, &place) && is_plausible(text, &place, cues);
        match &first {
            None if headline => first = Some(place),
            None if !is_headline(text, &place) => first = inside(text, &place),
            Some(known) if names_job(text, known) || since == BELOW => break,
            Some(_)
                if headline
                    && names_job(text, &place)
                    && !text.shown[place.clone()].contains(':') =>
            {
                return Some(place);
            }
            _ => (),
        }
        since += usize::from(first.is_some());
    }
    first
}

/// Labels of what is no title.
const OTHERS: [&str; 10] = [
    "company",
    "company name",
    "employer",
    "organisation",
    "organization",
    "client",
    "department",
    "team",
    "job id",
    "reference",
];

/// How many lines are looked at for a title.
const LINES: usize = 60;

/// How many lines below a line that names no job may hold the title: a company's name may come first.
const BELOW: usize = 4;

/// Every line that is not empty, without what is around it.
fn lines(text: &Text) -> impl Iterator<Item = Range<usize>> {
    text.lines().map(|place| trimmed(&text.shown, place)).filter(|place| !place.is_empty())
}

/// Whether a line may be a title: no heading, no address, no key of a file's head.
fn is_plausible(text: &Text, place: &Range<usize>, cues: &[Hit<Cue>]) -> bool {
    let line = &text.folded[place.clone()];
    let first = cues.partition_point(|hit| hit.start < place.start);
    let heading = cues[first..].iter().take_while(|hit| hit.start == place.start).any(|hit| {
        let behind = text.folded[hit.end.min(place.end)..place.end].trim_start();
        matches!(hit.of, Cue::Part(_) | Cue::Pay)
            && (behind.starts_with(':') || behind.trim_matches([':', ' ', '?']).is_empty())
    });
    let key = line.split_once(':').is_some_and(|(key, _)| {
        let shown = &text.shown[place.start..place.start + key.len()];
        shown.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') || OTHERS.contains(&key)
    });
    !heading && !key && !line.contains("://") && !line.ends_with('?') && !line.starts_with("join ")
}

/// Whether a line holds a word that titles of jobs end with.
fn names_job(text: &Text, place: &Range<usize>) -> bool {
    let words = text.folded[place.clone()].split(|c: char| !c.is_alphanumeric());
    words.map(|word| word.strip_suffix('s').unwrap_or(word)).any(is_head)
}

/// A stretch without spaces and marks around it.
fn trimmed(shown: &str, place: Range<usize>) -> Range<usize> {
    let line = &shown[place.clone()];
    let bare = line.trim_start_matches(|c: char| c.is_whitespace() || "#*_`>|=-\"'".contains(c));
    let start = place.start + line.len() - bare.len();
    let kept = bare.trim_end_matches(|c: char| c.is_whitespace() || "#*_`|=:\"'".contains(c));
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

/// The words that titles of jobs end with, in the order of the alphabet.
const HEADS: [&str; 60] = [
    "accountant",
    "administrator",
    "adviser",
    "advisor",
    "agent",
    "analyst",
    "architect",
    "assistant",
    "associate",
    "attendant",
    "barista",
    "chef",
    "chief",
    "clerk",
    "coach",
    "consultant",
    "controller",
    "cook",
    "coordinator",
    "designer",
    "developer",
    "director",
    "driver",
    "electrician",
    "engineer",
    "executive",
    "expert",
    "head",
    "helper",
    "intern",
    "lead",
    "leiter",
    "manager",
    "master",
    "mechanic",
    "mover",
    "nurse",
    "officer",
    "operator",
    "owner",
    "planner",
    "president",
    "principal",
    "programmer",
    "projektleiter",
    "recruiter",
    "representative",
    "scheduler",
    "scientist",
    "specialist",
    "strategist",
    "supervisor",
    "teacher",
    "technician",
    "tester",
    "therapist",
    "trainer",
    "vp",
    "worker",
    "writer",
];

/// Whether a word is one with which titles of jobs end.
fn is_head(word: &str) -> bool {
    HEADS.binary_search(&word).is_ok()
}

/// In a text without a headline, the words with capitals around the first word that names a job.
fn inside(text: &Text, line: &Range<usize>) -> Option<Range<usize>> {
    let shown = &text.shown[line.clone()];
    let shown = &shown[..shown.floor_char_boundary(NEAR)];
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in shown.split_inclusive([' ', '\n']) {
        let start = word.as_ptr() as usize - shown.as_ptr() as usize;
        words.push((start, word));
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let head = words.iter().position(|(_, word)| {
        word.starts_with(|c: char| c.is_uppercase() || c == '(') && is_head(&bare(word))
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
        .filter(|place| !place.is_empty())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_titles_are_in_order() {
        assert!(HEADS.is_sorted());
    }
}
