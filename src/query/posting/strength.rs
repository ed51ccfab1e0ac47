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
    let beside = |hit: &Hit<Cue>| {
        near.iter().any(|other| {
            other.of == Cue::Besides && other.start <= hit.start && hit.end <= other.end
        })
    };
    let denied = near.iter().any(|hit| {
        hit.of == Cue::Denied
            && hit.end <= place.start
            && place.start - hit.end <= CLOSE
            && !beside(hit)
    });
    let nearest = near
        .iter()
        .filter(|hit| match hit.of {
            Cue::Wished | Cue::Needed | Cue::Unneeded => true,
            Cue::Refused => hit.start >= place.end,
            _ => false,
        })
        .min_by_key(|hit| (apart(hit), hit.of == Cue::Needed));
    // `Preferred but not required` wishes; what is not required otherwise does not count.
    let wished = |unneeded: &Hit<Cue>| {
        let behind = |hit: &Hit<Cue>| hit.start >= place.end;
        let beside = |hit: &&Hit<Cue>| behind(hit) == behind(unneeded);
        sentence.part == Part::Wishes || near.iter().filter(beside).any(|hit| hit.of == Cue::Wished)
    };
    match nearest.map(|hit| (hit.of, hit)) {
        Some((Cue::Wished, _)) => Some(Strength::Preferred),
        Some((Cue::Unneeded, hit)) => wished(hit).then_some(Strength::Preferred),
        Some((Cue::Refused, _)) => None,
        _ if denied => None,
        Some(_) => Some(Strength::Required),
        None => Some(by_part(sentence.part)),
    }
}

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
