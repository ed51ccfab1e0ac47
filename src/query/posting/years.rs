//! How many years of experience a posting asks for. Knows numbers and cues, not careers.

use serde::Serialize;

use super::hits::Hit;
use super::number::{self, Number, is_the_most};
use super::sentence::Sentence;
use super::strength::{Strength, is_unneeded, strength};
use super::text::Text;
use crate::catalog::cue::{Cue, Kinds, Part};

/// Years of experience that a posting asks for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AskedYears {
    /// The fewest.
    #[serde(serialize_with = "number::plain")]
    pub from: f64,
    /// The most, where it names them.
    #[serde(serialize_with = "number::plain_or_none")]
    pub to: Option<f64>,
    /// The line in which they stand, from 1.
    pub line: usize,
}

/// A statement of years, with what ranks it.
struct Candidate {
    asked: AskedYears,
    /// Whether it is only wished for, need not be, or stands in place of something else.
    weak: bool,
}

/// The main years: the most that is required, before what is wished for.
pub(super) fn years(text: &Text, sentences: &[Sentence], cues: &[Hit<Cue>]) -> Option<AskedYears> {
    let mut all = Vec::new();
    for sentence in sentences.iter().filter(|sentence| sentence.kinds.any(COUNTED)) {
        if matches!(sentence.part, Part::Company | Part::Benefits) && !sentence.heading {
            continue;
        }
        let cues = sentence.of(cues);
        let counted = cues.iter().filter(|hit| matches!(hit.of, Cue::Year | Cue::Month));
        for unit in counted {
            all.extend(candidate(text, sentence, cues, unit));
        }
    }
    let best = all.iter().filter(|one| !one.weak).max_by(|a, b| larger(a, b));
    best.or_else(|| all.iter().max_by(|a, b| larger(a, b))).map(|one| one.asked)
}

/// The kinds of cues that are counted.
const COUNTED: Kinds = Kinds::of(&[Cue::Year, Cue::Month]);

/// The larger of two; of equal ones the earlier.
fn larger(a: &Candidate, b: &Candidate) -> std::cmp::Ordering {
    a.asked.from.total_cmp(&b.asked.from).then_with(|| b.asked.line.cmp(&a.asked.line))
}

fn candidate(
    text: &Text,
    sentence: &Sentence,
    cues: &[Hit<Cue>],
    unit: &Hit<Cue>,
) -> Option<Candidate> {
    let (least, most) = span(&text.folded, sentence.place.start, unit.start)?;
    let factor = if unit.of == Cue::Month { 12.0 } else { 1.0 };
    let round = |value: f64| (value / factor * 100.0).round() / 100.0;
    let (from, to) = match most {
        None if is_the_most(&text.folded[sentence.place.start..least.start]) => {
            (0.0, Some(round(least.value)))
        }
        _ => (round(least.value), most.map(|most| round(most.value))),
    };
    if from > MOST || to.is_some_and(|to| to > MOST || to < from) {
        return None;
    }
    let place = least.start..unit.end;
    let substitutes = sentence.kinds.any(Kinds::of(&[Cue::Substitute]));
    if substitutes || !is_experience(text, sentence, cues, &place) {
        return None;
    }
    let near = |cue: Cue, reach: usize| {
        cues.iter().any(|hit| {
            hit.of == cue && hit.start < place.end + reach && hit.end + reach > place.start
        })
    };
    let asked = strength(text, sentence, cues, place.clone());
    let unneeded = is_unneeded(text, sentence, cues, &place);
    if unneeded && asked.is_none() {
        return None;
    }
    let weak = near(Cue::Instead, 60) || asked == Some(Strength::Preferred) || unneeded;
    let line = text.line_at(least.start);
    Some(Candidate { asked: AskedYears { from, to, line }, weak })
}

/// More than that is no experience.
const MOST: f64 = 30.0;

/// The number or the two before `years`: `5`, `5+`, `5 to 8`, `five (5)`.
fn span(folded: &str, start: usize, unit: usize) -> Option<(Number, Option<Number>)> {
    let before = |place: usize| {
        let cleaned = folded[start..place].trim_end_matches([' ', '+', '\n', '~', '>', '*', '_']);
        let cleaned = ["plus", "or more", "or so", "full"].iter().fold(cleaned, |text, word| {
            text.strip_suffix(word).unwrap_or(text).trim_end_matches([' ', '+'])
        });
        let end = start + cleaned.len();
        // A number in brackets repeats the one before it in words.
        let bare = folded[start..end].strip_suffix(')').map_or(end, |bare| start + bare.len());
        let cleaned = folded[start..bare].trim_end_matches('+');
        number::before(folded, start + cleaned.len()).filter(|number| number.start >= start).map(
            |mut number| {
                let opened = folded[start..number.start].trim_end_matches(' ').strip_suffix('(');
                if let Some(opened) = opened.filter(|_| bare < end) {
                    let word = number::before(folded, start + opened.len());
                    number.start = word
                        .filter(|word| word.value == number.value && word.start >= start)
                        .map_or(start + opened.len(), |word| word.start);
                }
                number
            },
        )
    };
    let last = before(unit)?;
    // Hyphens are folded to spaces: two numbers with nothing but a space between are a span.
    let gap = folded[start..last.start].trim_end();
    let joined = ["to", "and", "or"]
        .iter()
        .find_map(|word| gap.strip_suffix(word).filter(|rest| rest.ends_with([' ', '+', ')'])));
    let spaced = folded[start..last.start].ends_with(' ')
        && gap.ends_with(|c: char| c.is_ascii_digit() || c == '+' || c == ')');
    let first = match joined {
        Some(rest) => before(start + rest.len()),
        None if spaced => before(start + gap.len()),
        None => {
            // `5 years to 8 years` and `5yrs to 8yrs`.
            None
        }
    };
    match first.filter(|first| first.value < last.value) {
        Some(first) => Some((first, Some(last))),
        None => Some((last, None)),
    }
}

/// Whether the years are those of somebody's work.
fn is_experience(
    text: &Text,
    sentence: &Sentence,
    cues: &[Hit<Cue>],
    place: &std::ops::Range<usize>,
) -> bool {
    let near = |cue: Cue, ahead: usize, back: usize| {
        cues.iter().any(|hit| {
            hit.of == cue
                && (hit.start >= place.end && hit.start < place.end + ahead
                    || hit.end <= place.start && hit.end + back > place.start)
        })
    };
    let other = cues.iter().any(|hit| {
        matches!(hit.of, Cue::OtherYears | Cue::Age)
            && (hit.start < place.end + 12 && hit.end + 18 > place.start)
    });
    let aged = near(Cue::Age, 6, 0);
    let worked = near(Cue::Experience, 80, 60) || near(Cue::Work, 80, 60);
    let after = &text.folded[place.end..sentence.place.end.max(place.end)];
    let written = &text.folded[place.clone()];
    let least = written.contains('+') || written.contains("plus") || near(Cue::Needed, 0, 16);
    let asked = matches!(sentence.part, Part::Requirements | Part::Wishes);
    let named = near(Cue::Experience, 90, 50);
    !aged
        && !tells_of_company(text, sentence)
        && !tells_of_others(&text.folded[sentence.place.start.min(place.start)..place.start])
        && (named && (!other || least || after.trim_start().starts_with("of "))
            || !other && (least || worked && asked))
}

/// Whether a company tells of itself, and asks for nothing.
fn tells_of_company(text: &Text, sentence: &Sentence) -> bool {
    let words = &text.folded[sentence.place.clone()];
    (sentence.opens_as_company(text) || sentence.kinds.any(Kinds::of(&[Cue::OfCompany])))
        && !ASKING.iter().any(|word| words.contains(word))
}

/// Whether what stands before years speaks of somebody else: `mentored by a principal with`.
fn tells_of_others(before: &str) -> bool {
    let before = before.trim_ascii_end();
    let mut since = OTHERS.iter().filter_map(|words| Some(before.rsplit_once(words)?.1));
    HAVING.iter().any(|words| before.ends_with(words))
        && since
            .any(|since| !since.contains(',') && !ASKING.iter().any(|word| since.contains(word)))
}

/// Words between somebody and their years.
const HAVING: [&str; 7] =
    ["with", "has", "having", "with over", "has over", "with more than", "has more than"];

/// Words before somebody with whom one works.
const OTHERS: [&str; 12] = [
    "report to",
    "reports to",
    "reporting to",
    "mentored by",
    "coached by",
    "supervised by",
    "managed by",
    "led by",
    "guidance of",
    "support a",
    "assist a",
    "work alongside",
];

/// The words of a sentence that asks for something all the same.
const ASKING: [&str; 10] = [
    "you",
    "candidate",
    "seek",
    "looking for",
    "must",
    "requir",
    "need",
    "minimum",
    "we want",
    "we ask for",
];
