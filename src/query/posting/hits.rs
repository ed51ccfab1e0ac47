//! What of the lexicon stands in a posting, and where. Knows no sentence.

use std::ops::Range;

use super::text::Text;
use super::word::{STRETCH, Starts, end_of_word};
use crate::catalog::cue::Cue;
use crate::catalog::lexicon::{Ending, Lexicon, Meaning, SpelledPart, Use};
use crate::catalog::phrases::{Chunk, Lengths};

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

/// Finds what a lexicon holds.
#[derive(Debug)]
pub(super) struct Finder {
    lexicon: Lexicon,
    /// Where a phrase may begin.
    starts: Starts,
}

/// In about how many bytes something is found.
const A_HIT: usize = 16;

impl Finder {
    pub(super) fn new(lexicon: Lexicon) -> Finder {
        Finder { lexicon, starts: Starts::new(lexicon.phrases().first_bytes()) }
    }

    /// Finds every phrase in a text.
    pub(super) fn find(&self, text: &Text) -> Found {
        let some = text.shown.len() / A_HIT;
        let mut search = Search {
            text,
            terms: Vec::with_capacity(some),
            cues: Vec::with_capacity(some),
            joined: Vec::new(),
            begun: vec![Begun::default(); self.lexicon.beginnings()],
        };
        let mut likely = [(0, Chunk::NONE, Lengths::NONE); STRETCH];
        self.starts.each(text, |places| {
            // At half of the places nothing begins; a processor finds out fastest while it has nothing else to decide.
            let mut count = 0;
            for start in places {
                let first = Chunk::at(text.folded.as_bytes(), *start);
                let lengths = self.lexicon.phrases().lengths(first);
                likely[count] = (*start, first, lengths);
                count += usize::from(lengths != Lengths::NONE);
            }
            for (start, first, lengths) in &likely[..count] {
                self.each_at(*start, *first, *lengths, text, &mut search);
            }
        });
        search.found()
    }

    /// Takes in what begins at a place.
    fn each_at(
        &self,
        start: usize,
        first: Chunk,
        lengths: Lengths,
        text: &Text,
        search: &mut Search<'_>,
    ) {
        let folded = &text.folded.as_bytes()[start..];
        self.lexicon.phrases().each(folded, first, lengths, |length, range| {
            let end = start + length;
            let mut known = None;
            for Meaning { form, stands_for } in self.lexicon.meanings(range) {
                // Most last parts stand behind no others, which is told sooner than where they end.
                let Some(begin) = search.beginning(stands_for, start) else { continue };
                let stands = match known {
                    Some((same, end)) if same == form => end,
                    _ => ending(text, start..end, form.ending, self.lexicon.exactly(form, length)),
                };
                known = Some((form, stands));
                if let Some(end) = stands {
                    search.take_in(begin..end, stands_for);
                }
            }
        });
    }
}

/// How far a spelling of several parts has been found.
#[derive(Debug, Clone, Copy, Default)]
struct Begun {
    /// How many of its parts.
    parts: u8,
    start: usize,
    end: usize,
}

/// What was found in a text up to a place.
struct Search<'t> {
    text: &'t Text,
    terms: Vec<Hit<usize>>,
    cues: Vec<Hit<Cue>>,
    /// Terms that are spelled in several parts.
    joined: Vec<Hit<usize>>,
    /// For each of their beginnings.
    begun: Vec<Begun>,
}

impl Search<'_> {
    /// Where what something stands for begins, if it stands at a place: parts stand close behind those before them, in one
    /// sentence.
    #[inline]
    fn beginning(&self, stands_for: Use, start: usize) -> Option<usize> {
        let (Use::Part(of) | Use::Last(of, _)) = stands_for else { return Some(start) };
        let begun = match of.part {
            0 => return Some(start),
            part => self.begun.get(of.beginning as usize).filter(|begun| begun.parts == part)?,
        };
        let between = self.text.shown.get(begun.end..start)?;
        let close = between.len() <= usize::from(of.apart) && !ends_sentence(between);
        close.then_some(begun.start)
    }

    /// Takes in what something stands for, from where that begins.
    fn take_in(&mut self, place: Range<usize>, stands_for: Use) {
        let Range { start, end } = place;
        match stands_for {
            Use::Cue(of) => self.cues.push(Hit { start, end, of }),
            Use::Term(of) => self.terms.push(Hit { start, end, of: of as usize }),
            Use::Last(_, of) => self.joined.push(Hit { start, end, of: of as usize }),
            Use::Part(SpelledPart { beginning, part, .. }) => {
                self.begun[beginning as usize] = Begun { parts: part + 1, start, end };
            }
        }
    }

    fn found(mut self) -> Found {
        // Where two stand at one place, the one of several parts comes last.
        self.terms.append(&mut self.joined);
        self.terms.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        self.cues.sort_by_key(|hit| (hit.start, hit.end));
        Found { terms: self.terms, cues: self.cues }
    }
}

/// Where a phrase ends that stands at a place, with the ending that its last word has there; `None` where it is written
/// otherwise.
fn ending(
    text: &Text,
    Range { start, end }: Range<usize>,
    ending: Ending,
    exactly: Option<&str>,
) -> Option<usize> {
    if let Some(exactly) = exactly {
        let written = text.shown.as_bytes()[start..end].iter();
        let mut both = written.zip(exactly.bytes());
        if !both.all(|(a, b)| *a == b || *a == b'-' && b == b' ') {
            return None;
        }
    }
    match ending {
        Ending::Open => Some(end + letters(&text.shown[end..])),
        Ending::Whole => end_of_word(text, start, end, exactly.is_some()),
    }
}

/// How many bytes an ending may have that goes on like a word.
const LONGEST_ENDING: usize = 40;

/// How many bytes of letters a text begins with, up to as many as an ending may have.
fn letters(text: &str) -> usize {
    let text = &text[..text.floor_char_boundary(LONGEST_ENDING)];
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    match text.as_bytes().get(plain) {
        Some(0x80..) => text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len()),
        _ => plain,
    }
}

/// Whether a sentence or a bullet ends in a stretch of text.
fn ends_sentence(between: &str) -> bool {
    let bytes = between.as_bytes();
    bytes.iter().any(|byte| matches!(byte, b'\n' | b';' | b'*'))
        || bytes.windows(2).any(|two| two == b". ")
}
