//! Every phrase that is looked for, and what was found of them. Knows no sentence.

use std::borrow::Cow;
use std::ops::Range;

use super::cue::{CUES, Cue};
use super::text::{Text, fold};
use super::tree::Tree;
use super::word::{Starts, ends_word, goes_on};
use crate::catalog::{Catalog, Noun, SkillKind, Term, TermKind, TermOf};

/// What a phrase stands for.
#[derive(Debug, Clone, Copy)]
enum Use {
    /// A term, by its number.
    Term(usize),
    /// A part of a spelling that has several.
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
    stands_for: Vec<Use>,
}

/// A way to write a term in several parts.
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
pub(super) struct Lexicon<'a> {
    tree: Tree,
    /// Where a phrase of the tree may begin.
    starts: Starts,
    /// What each phrase of the tree may be.
    phrases: Vec<Vec<Phrase>>,
    /// Whether each phrase of the tree may be one whose last word may go on.
    open: Vec<bool>,
    spellings: Vec<Spelling>,
    pub(super) terms: Cow<'a, [Term]>,
}

/// In about how many bytes a phrase is found.
const A_HIT: usize = 16;

/// How far apart the parts of a spelling may stand, in bytes.
const APART: usize = 60;

/// How far apart they stand where one follows the other.
const NEXT: usize = 1;

impl<'a> Lexicon<'a> {
    /// The phrases of a dataset's terms, or else the names of its skills and certificates; and all cues.
    pub(super) fn new(catalog: &'a Catalog) -> Lexicon<'a> {
        let terms = terms(catalog);
        let mut found: Vec<(String, Phrase)> = Vec::new();
        let mut look_for = |written: &str, stands_for: Use| {
            let (bare, ending) = match written.strip_suffix('*') {
                Some(bare) => (bare, Ending::Open),
                None => (written, Ending::Whole),
            };
            let exactly = (bare.chars().any(char::is_uppercase)).then(|| bare.replace('-', " "));
            let folded = fold(bare);
            if !folded.trim().is_empty() {
                found.push((folded, Phrase { ending, exactly, stands_for: vec![stands_for] }));
            }
        };
        let mut spellings = Vec::new();
        for (term, spelling) in written(&terms) {
            let parts = parts(spelling);
            if let [(text, _)] = parts[..] {
                look_for(text, Use::Term(term));
                continue;
            }
            for (part, (text, _)) in parts.iter().enumerate() {
                look_for(text, Use::Part { spelling: spellings.len(), part });
            }
            let apart = parts.iter().map(|(_, apart)| *apart).collect();
            spellings.push(Spelling { term, apart });
        }
        for (cue, phrases) in CUES {
            phrases.iter().for_each(|phrase| look_for(phrase, Use::Cue(*cue)));
        }
        let (texts, phrases) = by_text(found);
        let starts = Starts::new(texts.iter().map(String::as_str));
        let is_open = |phrases: &Vec<Phrase>| phrases.iter().any(|one| one.ending == Ending::Open);
        let open = phrases.iter().map(is_open).collect();
        Lexicon { tree: Tree::new(texts), starts, phrases, open, spellings, terms }
    }

    /// Finds every phrase in a text.
    pub(super) fn find(&self, text: &Text) -> Found {
        let mut hits: Vec<Hit<&Phrase>> = Vec::with_capacity(text.shown.len() / A_HIT);
        self.starts.each(text, |start| {
            let first = hits.len();
            self.tree.each(&text.folded.as_bytes()[start..], |number, length| {
                let end = start + length;
                if !self.open[number] && goes_on(text, end) {
                    return;
                }
                hits.extend(self.phrases[number].iter().filter_map(|one| one.at(text, start, end)));
            });
            if hits.len() - first > 1 {
                hits[first..].sort_by_key(|hit| hit.end);
            }
        });
        self.told(text, &hits)
    }

    /// What phrases stand for, which are given by their places.
    fn told(&self, text: &Text, hits: &[Hit<&Phrase>]) -> Found {
        let mut found = Found {
            terms: Vec::with_capacity(hits.len() / 2),
            cues: Vec::with_capacity(hits.len()),
        };
        let mut joined = Vec::new();
        let mut begun = vec![None; self.spellings.len()];
        for hit in hits {
            let Hit { start, end, of: phrase } = *hit;
            for stands_for in &phrase.stands_for {
                match *stands_for {
                    Use::Cue(of) => found.cues.push(Hit { start, end, of }),
                    Use::Term(of) => found.terms.push(Hit { start, end, of }),
                    Use::Part { spelling, part } => {
                        let spelled = &self.spellings[spelling];
                        joined.extend(spelled.join(text, &mut begun[spelling], part, start..end));
                    }
                }
            }
        }
        // Where two stand at one place, the one of several parts comes last.
        found.terms.append(&mut joined);
        found.terms.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        found
    }
}

/// Each text once, in order, with the phrases that it may be.
fn by_text(mut found: Vec<(String, Phrase)>) -> (Vec<String>, Vec<Vec<Phrase>>) {
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut texts: Vec<String> = Vec::with_capacity(found.len());
    let mut phrases: Vec<Vec<Phrase>> = Vec::with_capacity(found.len());
    for (text, phrase) in found {
        match phrases.last_mut().filter(|_| texts.last() == Some(&text)) {
            Some(known) => phrase.beside(known),
            None => {
                texts.push(text);
                phrases.push(vec![phrase]);
            }
        }
    }
    (texts, phrases)
}

/// How far a spelling of several parts has been found.
#[derive(Debug, Clone, Copy)]
struct Begun {
    /// Its last part.
    part: usize,
    start: usize,
    end: usize,
}

impl Spelling {
    /// Takes in a part that stands at a place; gives the whole once its last part stands close to those before it, in one
    /// sentence.
    fn join(
        &self,
        text: &Text,
        begun: &mut Option<Begun>,
        part: usize,
        place: Range<usize>,
    ) -> Option<Hit<usize>> {
        let start = match part {
            0 => place.start,
            _ => {
                let before = begun.filter(|before| {
                    before.part + 1 == part
                        && place.start >= before.end
                        && place.start - before.end <= self.apart[part]
                        && !ends_sentence(&text.shown[before.end..place.start])
                });
                before?.start
            }
        };
        if part + 1 == self.apart.len() {
            return Some(Hit { start, end: place.end, of: self.term });
        }
        *begun = Some(Begun { part, start, end: place.end });
        None
    }
}

/// Every spelling of some terms, each with the number of its term.
fn written(terms: &[Term]) -> impl Iterator<Item = (usize, &str)> {
    terms
        .iter()
        .enumerate()
        .flat_map(|(number, term)| term.spellings.iter().map(move |spelling| (number, &**spelling)))
}

/// The parts of a spelling, each with how far behind the one before it may stand: ` .. ` leaves room for a few words, and
/// after a word of any ending the next one follows.
fn parts(written: &str) -> Vec<(&str, usize)> {
    if !written.contains(' ') {
        return vec![(written, APART)];
    }
    let mut parts = Vec::new();
    for chunk in written.split(" .. ") {
        for (number, part) in chunk.split_inclusive("* ").enumerate() {
            parts.push((part.trim_end(), if number == 0 { APART } else { NEXT }));
        }
    }
    parts
}

impl Phrase {
    /// Joins others of the same text; where the last one is written alike, both stand for what each did.
    fn beside(mut self, others: &mut Vec<Phrase>) {
        match others.last_mut() {
            Some(last) if (last.ending, &last.exactly) == (self.ending, &self.exactly) => {
                last.stands_for.append(&mut self.stands_for);
            }
            _ => others.push(self),
        }
    }

    /// The phrase as it stands between two places, with the ending that its last word has there.
    fn at(&self, text: &Text, start: usize, end: usize) -> Option<Hit<&Phrase>> {
        let end = match self.ending {
            _ if !self.fits(text, start, end) => return None,
            Ending::Whole if text.shown.as_bytes().get(end) == Some(&b's') => end + 1,
            Ending::Whole => end,
            Ending::Open => end + letters(&text.shown[end..]),
        };
        Some(Hit { start, end, of: self })
    }

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
fn terms(catalog: &Catalog) -> Cow<'_, [Term]> {
    if !catalog.terms().is_empty() {
        return catalog.terms().into();
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
        named(skill, kind, TermOf::Skill(skill.id))
    });
    let certificates = catalog.certifications().iter().map(|certification| {
        let of = TermOf::Certification(certification.id);
        named(certification, TermKind::Certificate, of)
    });
    let levels = catalog.levels().iter();
    let levels = levels.map(|level| named(level, TermKind::Level, TermOf::Level(level.id)));
    skills.chain(certificates).chain(levels).collect()
}

/// How many bytes of letters a text begins with.
fn letters(text: &str) -> usize {
    text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len())
}

/// Whether a sentence or a bullet ends in a stretch of text.
fn ends_sentence(between: &str) -> bool {
    let bytes = between.as_bytes();
    bytes.iter().any(|byte| matches!(byte, b'\n' | b';' | b'*'))
        || bytes.windows(2).any(|two| two == b". ")
}
