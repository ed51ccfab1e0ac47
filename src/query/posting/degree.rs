//! The degree that a posting asks for. Knows cues, not what a degree is worth.

use serde::Serialize;

use super::hits::Hit;
use super::sentence::Sentence;
use super::strength::{Strength, strength};
use super::text::Text;
use crate::catalog::cue::{Cue, Degree, Kinds, Part};

/// The lowest degree that satisfies a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct AskedDegree {
    /// Which.
    pub degree: PostedDegree,
    /// Whether it has to be.
    pub strength: Strength,
    /// The line in which it stands, from 1.
    pub line: usize,
}

/// A degree from a bachelor's up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PostedDegree {
    /// A bachelor's.
    Bachelor,
    /// A master's or more.
    Master,
}

impl PostedDegree {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            PostedDegree::Bachelor => "bachelor",
            PostedDegree::Master => "master",
        }
    }

    /// The words for it in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            PostedDegree::Bachelor => "a bachelor's degree",
            PostedDegree::Master => "a master's degree",
        }
    }
}

/// The kind of cues that tell a degree.
const DEGREE: Kinds = Kinds::of(&[Cue::Degree(Degree::Lower)]);

/// The lowest degree that is asked for; none where less than a bachelor's will do.
pub(super) fn degree(
    text: &Text,
    sentences: &[Sentence],
    cues: &[Hit<Cue>],
) -> Option<AskedDegree> {
    let mut all: Vec<(Degree, AskedDegree)> = Vec::new();
    let mut lower = false;
    let asking = sentences.iter().filter(|sentence| {
        sentence.kinds.any(DEGREE) && !matches!(sentence.part, Part::Benefits | Part::Company)
    });
    for sentence in asking {
        let cues = sentence.of(cues);
        for hit in cues {
            let Cue::Degree(degree) = hit.of else { continue };
            // The `degree in` of a master's degree is no other one.
            let inside = |other: &Hit<Cue>| {
                matches!(other.of, Cue::Degree(of) if of != degree)
                    && (other.start..other.end).contains(&hit.start)
            };
            if degree == Degree::Bachelor && cues.iter().any(inside) {
                continue;
            }
            if is_instead(text, cues, hit.end) {
                continue;
            }
            let strength = strength(text, sentence, cues, hit.start..hit.end);
            let Some(strength) = strength.map(Strength::asked) else { continue };
            let line = text.line_at(hit.start);
            let posted = match degree {
                Degree::Lower => {
                    let refused = sentence.kinds.any(Kinds::of(&[Cue::Denied]));
                    // It may stand beside a bachelor's that is only wished for, or instead of it.
                    lower |= strength == Strength::Required && !refused;
                    continue;
                }
                Degree::Bachelor => PostedDegree::Bachelor,
                Degree::Higher => PostedDegree::Master,
            };
            all.push((degree, AskedDegree { degree: posted, strength, line }));
        }
    }
    let required = all.iter().filter(|(_, asked)| asked.strength == Strength::Required);
    let lowest = required.min_by_key(|(degree, asked)| (*degree, asked.line));
    match lowest {
        Some((_, asked)) => (!lower).then_some(*asked),
        None => {
            all.iter().min_by_key(|(degree, asked)| (*degree, asked.line)).map(|(_, asked)| *asked)
        }
    }
}

/// Whether a degree that ends at a place is one that may stand in place of something else: `may be substituted for`.
fn is_instead(text: &Text, cues: &[Hit<Cue>], end: usize) -> bool {
    let mut behind = cues.iter().filter(|hit| hit.of == Cue::Substitute && hit.start >= end);
    behind.any(|hit| {
        let between = text.folded[end..hit.start].trim();
        let between = between.strip_prefix("degree").unwrap_or(between).trim_start();
        between.is_empty() || ["may be", "can be", "could be", "will be"].contains(&between)
    })
}
