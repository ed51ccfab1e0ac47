//! Every phrase that is looked for, in one automaton, and what was found of them. Knows no sentence.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::cue::{CUES, Cue};
use super::text::Text;
use crate::catalog::{Catalog, Noun, SkillKind, Term, TermKind, TermOf};

/// What a phrase stands for.
#[derive(Debug, Clone, Copy)]
enum Use {
    /// A part of a spelling of a term.
    Part { spelling: usize, part: usize },
    /// A cue.
    Cue(Cue),
}

/// How a phrase may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With its last word, or its plural.
    Whole,
    /// With any ending of its last word.
    Open,
}

/// A phrase that is looked for.
#[derive(Debug)]
struct Phrase {
    ending: Ending,
    /// As it has to be written, where capitals count.
    exactly: Option<String>,
    stands_for: Use,
}

/// A way to write a term.
#[derive(Debug)]
struct Spelling {
    term: usize,
    /// For each part, how far behind the one before it may stand, in bytes.
    apart: Vec<usize>,
}

/// Something found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit<T> {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it is.
    pub(super) of: T,
}

/// What was found in a text, each list by place.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Terms, by their number; longest first where several begin at one place.
    pub(super) terms: Vec<Hit<usize>>,
    /// Cues.
    pub(super) cues: Vec<Hit<Cue>>,
}

/// Every phrase that is looked for.
#[derive(Debug)]
pub(super) struct Lexicon {
    automaton: AhoCorasick,
    /// What each pattern of the automaton may be.
    phrases: Vec<Vec<Phrase>>,
    spellings: Vec<Spelling>,
    pub(super) terms: Vec<Term>,
}

/// How far apart the parts of a spelling may stand, in bytes.
const APART: usize = 60;

/// How far apart they stand where one follows the other.
const NEXT: usize = 1;

impl Lexicon {
    /// The phrases of a dataset's terms, or else the names of its skills and certificates; and all cues.
    pub(super) fn new(catalog: &Catalog, pace: Pace) -> Result<Lexicon, aho_corasick::BuildError> {
        let terms = terms(catalog);
        let mut by_pattern: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        let mut look_for = |written: &str, stands_for: Use| {
            let (bare, ending) = match written.strip_suffix('*') {
                Some(bare) => (bare, Ending::Open),
                None => (written, Ending::Whole),
            };
            let folded = bare.to_lowercase().replace('-', " ");
            let exactly = (bare.chars().any(char::is_uppercase)).then(|| bare.replace('-', " "));
            if !folded.trim().is_empty() {
                by_pattern.entry(folded).or_default().push(Phrase { ending, exactly, stands_for });
            }
        };
        let mut spellings = Vec::new();
        for (number, term) in terms.iter().enumerate() {
            for written in &term.spellings {
                let parts = parts(written);
                for (part, (text, _)) in parts.iter().enumerate() {
                    look_for(text, Use::Part { spelling: spellings.len(), part });
                }
                let apart = parts.iter().map(|(_, apart)| *apart).collect();
                spellings.push(Spelling { term: number, apart });
            }
        }
        for (cue, phrases) in CUES {
            phrases.iter().for_each(|phrase| look_for(phrase, Use::Cue(*cue)));
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(match pace {
                Pace::Once => AhoCorasickKind::ContiguousNFA,
                Pace::Often => AhoCorasickKind::DFA,
            }))
            .build(by_pattern.keys())?;
        Ok(Lexicon { automaton, phrases: by_pattern.into_values().collect(), spellings, terms })
    }

    /// Finds every phrase in a text.
    pub(super) fn find(&self, text: &Text) -> Found {
        let mut found = Found::default();
        let mut parts: Vec<Hit<(usize, usize)>> = Vec::new();
        for hit in self.automaton.find_overlapping_iter(&text.folded) {
            let (start, end) = (hit.start(), hit.end());
            if !begins_word(text, start) {
                continue;
            }
            for phrase in &self.phrases[hit.pattern().as_usize()] {
                if !phrase.fits(text, start, end) {
                    continue;
                }
                let end = match phrase.ending {
                    Ending::Whole if text.shown[end..].starts_with('s') => end + 1,
                    Ending::Whole => end,
                    Ending::Open => end + letters(&text.shown[end..]),
                };
                match phrase.stands_for {
                    Use::Cue(of) => found.cues.push(Hit { start, end, of }),
                    Use::Part { spelling, part } => {
                        parts.push(Hit { start, end, of: (spelling, part) });
                    }
                }
            }
        }
        found.cues.sort_by_key(|hit| (hit.start, hit.end));
        found.terms = self.joined(text, parts);
        found
    }

    /// The terms whose parts stand close to each other, in one sentence.
    fn joined(&self, text: &Text, mut parts: Vec<Hit<(usize, usize)>>) -> Vec<Hit<usize>> {
        parts.sort_by_key(|hit| (hit.start, hit.end));
        let mut begun: BTreeMap<usize, (usize, usize, usize)> = BTreeMap::new();
        let mut terms = Vec::new();
        for hit in parts {
            let (number, part) = hit.of;
            let spelling = &self.spellings[number];
            let before = match part {
                0 => Some(hit.start),
                _ => begun.get(&number).and_then(|&(known, start, end)| {
                    let close = known + 1 == part
                        && hit.start >= end
                        && hit.start - end <= spelling.apart[part]
                        && !ends_sentence(&text.shown[end..hit.start]);
                    close.then_some(start)
                }),
            };
            let Some(start) = before else { continue };
            if part + 1 == spelling.apart.len() {
                terms.push(Hit { start, end: hit.end, of: spelling.term });
            } else {
                begun.insert(number, (part, start, hit.end));
            }
        }
        terms.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        terms
    }
}

/// The parts of a spelling, each with how far behind the one before it may stand: ` .. ` leaves room for a few words, and
/// after a word of any ending the next one follows.
fn parts(written: &str) -> Vec<(&str, usize)> {
    let mut parts = Vec::new();
    for chunk in written.split(" .. ") {
        for (number, part) in chunk.split_inclusive("* ").enumerate() {
            parts.push((part.trim_end(), if number == 0 { APART } else { NEXT }));
        }
    }
    parts
}

/// How often a lexicon is used: what costs to build is worth it for many texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// For a few texts.
    Once,
    /// For a stream of them.
    Often,
}

impl Phrase {
    fn fits(&self, text: &Text, start: usize, end: usize) -> bool {
        if let Some(exactly) = &self.exactly {
            let written = text.shown[start..end].bytes();
            let same = written.zip(exactly.bytes()).all(|(a, b)| a == b || a == b'-' && b == b' ');
            if !same {
                return false;
            }
        }
        match self.ending {
            Ending::Open => true,
            Ending::Whole => ends_word(text, start, end, self.exactly.is_some()),
        }
    }
}

/// The terms of a dataset; without any, its skills, tools and certificates by their own names.
fn terms(catalog: &Catalog) -> Vec<Term> {
    if !catalog.terms().is_empty() {
        return catalog.terms().to_vec();
    }
    fn named<T: Noun>(entry: &T, kind: TermKind, of: TermOf) -> Term {
        let names = [entry.id().as_str(), entry.title()].into_iter();
        let all = names.chain(entry.aliases().iter().map(|alias| &**alias));
        let spellings = all.map(|name| name.to_lowercase().into()).collect();
        let (id, title) = (entry.id().as_str().into(), entry.title().into());
        Term { id, kind, title, of: Some(of), unless: Vec::new(), spellings }
    }
    let skills = catalog.skills().iter().map(|skill| {
        let kind = match skill.kind {
            SkillKind::Skill => TermKind::Skill,
            SkillKind::Tool => TermKind::Tool,
        };
        named(skill, kind, TermOf::Skill(skill.id.clone()))
    });
    let certificates = catalog.certifications().iter().map(|certification| {
        let of = TermOf::Certification(certification.id.clone());
        named(certification, TermKind::Certificate, of)
    });
    let levels = catalog.levels().iter();
    let levels = levels.map(|level| named(level, TermKind::Level, TermOf::Level(level.id.clone())));
    skills.chain(certificates).chain(levels).collect()
}

/// How many bytes of letters a text begins with.
fn letters(text: &str) -> usize {
    text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len())
}

/// Whether a sentence or a bullet ends in a stretch of text.
fn ends_sentence(between: &str) -> bool {
    between.contains(['\n', ';', '*']) || between.contains(". ")
}

/// Whether a word may begin there; in texts that lost their line breaks, also where a capital follows a small letter.
fn begins_word(text: &Text, start: usize) -> bool {
    let Some(before) = text.shown[..start].chars().next_back() else { return true };
    let first = text.shown[start..].chars().next().unwrap_or(' ');
    !first.is_alphanumeric()
        || !before.is_alphanumeric()
        || (before.is_lowercase() && first.is_uppercase())
        || (before.is_ascii_digit() && first.is_alphabetic())
}

/// Whether a word may end there, be it as a plural.
fn ends_word(text: &Text, start: usize, end: usize, exact: bool) -> bool {
    let last = text.shown[start..end].chars().next_back().unwrap_or(' ');
    let mut after = text.shown[end..].chars();
    let next = after.next();
    let ends = |next: Option<char>| match next {
        None => true,
        // `C` is neither `C++` nor `C#`, nor the first letter of `C-suite` or `R&D`.
        Some(next) if end - start == 1 => !next.is_alphanumeric() && !"+#&-'./".contains(next),
        Some(next) => {
            !next.is_alphanumeric()
                || !last.is_alphanumeric()
                || (last.is_lowercase() && next.is_uppercase())
                || (last.is_lowercase() && next.is_ascii_digit() && end - start > 4)
        }
    };
    ends(next) || (!exact && end - start > 3 && next == Some('s') && ends(after.next()))
}
