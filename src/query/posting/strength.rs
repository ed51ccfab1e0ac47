//! Whether a posting requires what it names, or would like it. Knows cues, not what is named.

use std::ops::Range;

use serde::Serialize;

use super::hits::Hit;
use super::sentence::Sentence;
use super::text::Text;
use crate::catalog::cue::{Cue, Kinds, Part};

/// How much a posting asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// It has to be.
    Required,
    /// It is wished for.
    Preferred,
    /// It is named among what one does, and no more.
    Named,
}

impl Strength {
    /// The same of a degree or certificate, which nobody names without asking for it.
    pub(super) fn asked(self) -> Strength {
        if self == Strength::Named { Strength::Required } else { self }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Strength::Required => "required",
            Strength::Preferred => "preferred",
            Strength::Named => "named",
        }
    }
}

/// How far from what is named a cue may stand, in bytes.
const REACH: usize = 240;

/// How much further away a cue counts for standing before what is named.
const BEFORE: usize = 6;

/// How much further away a cue counts for each comma between.
const COMMA: usize = 40;

/// How far from what is named a denial may stand, in bytes.
const CLOSE: usize = 18;

/// As long as a cue is that others stand in, in bytes.
const LONGEST: usize = 32;

/// How much a sentence asks for what it names at a place; `None` where it denies it.
pub(super) fn strength(
    text: &Text,
    sentence: &Sentence,
    cues: &[Hit<Cue>],
    place: Range<usize>,
) -> Option<Strength> {
    if !sentence.kinds.any(TELLING) {
        return Some(by_part(sentence.part));
    }
    // Cues stand by their places, so those in reach stand together.
    let first = cues.partition_point(|hit| hit.start + REACH < place.start);
    let near = &cues[first..];
    let near = &near[..near.partition_point(|hit| hit.start <= place.end + REACH)];
    let apart = |hit: &Hit<Cue>| {
        let (distance, between) = match hit.start >= place.end {
            true => (hit.start - place.end, place.end..hit.start),
            false => {
                let gap = hit.end.min(place.start)..place.start;
                (gap.len() + BEFORE, gap)
            }
        };
        distance + text.commas_in(between) * COMMA
    };
    let within = |hit: &Hit<Cue>, cues: &[Cue]| {
        let first = near.partition_point(|other| other.start + LONGEST < hit.start);
        let mut around = near[first..].iter().take_while(|other| other.start <= hit.start);
        around.any(|other| cues.contains(&other.of) && hit.end <= other.end)
    };
    let denied = near.iter().any(|hit| {
        hit.of == Cue::Denied
            && hit.end <= place.start
            && place.start - hit.end <= CLOSE
            && !within(hit, &[Cue::Besides, Cue::Unneeded])
    });
    let told = |hit: &Hit<Cue>| match hit.of {
        Cue::Wished => Some(Told::Wished),
        Cue::Needed if !within(hit, &[Cue::Unneeded]) => Some(Told::Needed),
        Cue::Refused if hit.start >= place.end => Some(Told::Refused),
        Cue::Unneeded => unneeded(text, sentence, near, &place, hit),
        _ => None,
    };
    let nearest = near
        .iter()
        .filter_map(|hit| told(hit).map(|told| (told, apart(hit))))
        .min_by_key(|(told, apart)| (*apart, *told == Told::Needed));
    match nearest.map(|(told, _)| told) {
        Some(Told::Wished) => Some(Strength::Preferred),
        Some(Told::Refused) => None,
        _ if denied => None,
        Some(Told::Needed) => Some(Strength::Required),
        None => Some(by_part(sentence.part)),
    }
}

/// What a cue tells of something beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Wished,
    Needed,
    Refused,
}

/// Whether a sentence says of what it names at a place that it need not be, and does not wish for it either.
pub(super) fn is_unneeded(
    text: &Text,
    sentence: &Sentence,
    cues: &[Hit<Cue>],
    place: &Range<usize>,
) -> bool {
    let mut all = cues.iter().filter(|hit| hit.of == Cue::Unneeded);
    all.any(|hit| unneeded(text, sentence, cues, place, hit) == Some(Told::Refused))
}

/// What `not required` and the like tell of what stands before them in the same clause; `None` where they speak of something
/// else. `Preferred but not required` wishes, and nobody says so of what is of no use: `good but not required`.
fn unneeded(
    text: &Text,
    sentence: &Sentence,
    cues: &[Hit<Cue>],
    place: &Range<usize>,
    hit: &Hit<Cue>,
) -> Option<Told> {
    let between = text.folded.get(place.end..hit.start)?.trim_end_matches([' ', '(']);
    if between.ends_with(',') || YET.iter().any(|word| between.ends_with(word)) {
        return Some(Told::Wished);
    }
    if between.len() > CLAUSE || between.contains(CLAUSES) {
        return None;
    }
    let wishes = |other: &Hit<Cue>| {
        if let Some(since) = text.folded.get(other.end..place.start) {
            return !since.contains(CLAUSES);
        }
        let Some(then) = text.folded.get(hit.end..other.start) else { return true };
        let then = then.trim_matches([' ', ',', '(']);
        then.is_empty() || then.len() <= CLOSE && YET.iter().any(|word| then.starts_with(word))
    };
    let wished = sentence.part == Part::Wishes
        || cues.iter().any(|other| other.of == Cue::Wished && wishes(other));
    Some(if wished { Told::Wished } else { Told::Refused })
}

/// How far behind something the end of its clause may stand, in bytes.
const CLAUSE: usize = 40;

/// What ends a clause.
const CLAUSES: [char; 4] = [',', ';', ':', '('];

/// What joins two clauses of which the second takes something back.
const YET: [&str; 4] = ["but", "though", "although", "yet"];

/// The kinds of cues that tell how much a sentence asks for something.
const TELLING: Kinds =
    Kinds::of(&[Cue::Wished, Cue::Unneeded, Cue::Needed, Cue::Refused, Cue::Denied]);

/// How much is asked for what is named in a part.
fn by_part(part: Part) -> Strength {
    match part {
        Part::Wishes => Strength::Preferred,
        Part::Requirements => Strength::Required,
        Part::Opening | Part::Duties | Part::Benefits | Part::Company | Part::Terms => {
            Strength::Named
        }
    }
}
