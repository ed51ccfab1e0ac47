//! What of the lexicon stands in a posting, and where. Knows no sentence.

use std::ops::Range;

use super::marks::{BLOCK, Marks};
use super::text::Text;
use super::word::{end_of_word, goes_on, is_start, starts};
use crate::catalog::cue::Cue;
use crate::catalog::lexicon::{APART, Ending, Lexicon, Meaning, SpelledPart, Use};
use crate::catalog::phrases::{NOTED, Noted, Signs, Standing};

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

/// How many places are looked up together, but for the last ones; a block more may come with the one that makes it so many.
const TOGETHER: usize = NOTED - BLOCK;

/// In about how many bytes something is found.
const A_HIT: usize = 16;

/// Finds everything that a lexicon holds in a text.
pub(super) fn find(lexicon: &Lexicon, text: &Text) -> Found {
    let mut search = Search::new(lexicon, text);
    match lexicon.phrases().signs() {
        Signs::Few(signs) => {
            let any = |byte| signs.iter().fold(false, |any, sign| any | (byte == *sign));
            search.look_through(starts(text, any));
        }
        Signs::Many => search.look_through(starts(text, |byte| byte.is_ascii_punctuation())),
    }
    search.found()
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
    lexicon: &'t Lexicon,
    text: &'t Text,
    terms: Vec<Hit<usize>>,
    cues: Vec<Hit<Cue>>,
    /// Terms that are spelled in several parts.
    joined: Vec<Hit<usize>>,
    /// For each of their beginnings.
    begun: Vec<Begun>,
    /// Up to where one that has begun may go on.
    reach: usize,
}

impl<'t> Search<'t> {
    fn new(lexicon: &'t Lexicon, text: &'t Text) -> Search<'t> {
        let some = text.shown.len() / A_HIT;
        Search {
            lexicon,
            text,
            terms: Vec::with_capacity(some),
            cues: Vec::with_capacity(some),
            joined: Vec::new(),
            begun: vec![Begun::default(); lexicon.beginnings()],
            reach: 0,
        }
    }

    /// Looks for phrases where words may begin.
    fn look_through(&mut self, starts: impl Iterator<Item = Marks>) {
        let (phrases, folded) = (self.lexicon.phrases(), self.text.folded.as_bytes());
        let plain = self.text.shown.is_ascii();
        let mut noted = Noted::default();
        for places in starts {
            for place in places {
                if plain || is_start(self.text, place) {
                    phrases.note(folded, place, &mut noted);
                }
            }
            if noted.count() >= TOGETHER {
                self.look_up(&mut noted);
            }
        }
        self.look_up(&mut noted);
    }

    /// Looks up where phrases are likely, and takes in those that stand there.
    fn look_up(&mut self, noted: &mut Noted) {
        let (text, phrases) = (self.text, self.lexicon.phrases());
        let word_ends = |place: usize| !goes_on(text.shown.as_bytes(), place);
        phrases.find(text.folded.as_bytes(), noted, word_ends, |standing| self.take_in(standing));
    }

    /// Takes in what a phrase means where it stands.
    fn take_in(&mut self, standing: &Standing) {
        let place = standing.place();
        let mut known = None;
        for meaning in self.lexicon.meanings(standing.to()) {
            // Those that stand behind others come last, and most stand behind none.
            if meaning.part.part > 0 && place.start > self.reach {
                break;
            }
            let Some(begin) = self.beginning(meaning.part, place.start) else { continue };
            let form = meaning.form;
            let end = match known {
                Some((same, end)) if same == form => end,
                _ => {
                    let exactly = self.lexicon.exactly(form, place.len());
                    ending(self.text, place.clone(), form.ending, exactly)
                }
            };
            known = Some((form, end));
            if let Some(end) = end {
                self.add(&meaning, begin, end);
            }
        }
    }

    /// Where a spelling begins of which a part stands at a place, if it does: parts stand close behind those before them, in
    /// one sentence.
    fn beginning(&self, of: SpelledPart, start: usize) -> Option<usize> {
        if of.part == 0 {
            return Some(start);
        }
        let begun = self.begun.get(of.beginning as usize).filter(|begun| begun.parts == of.part)?;
        let between = self.text.shown.as_bytes().get(begun.end..start)?;
        let close = between.len() <= usize::from(of.apart) && !ends_sentence(between);
        close.then_some(begun.start)
    }

    fn add(&mut self, meaning: &Meaning, start: usize, end: usize) {
        match meaning.stands_for() {
            Use::Cue(of) => self.cues.push(Hit { start, end, of }),
            Use::Term(of) => self.terms.push(Hit { start, end, of: of as usize }),
            Use::Last(of) => self.joined.push(Hit { start, end, of: of as usize }),
            Use::Part => {
                let SpelledPart { beginning, part, .. } = meaning.part;
                self.begun[beginning as usize] = Begun { parts: part + 1, start, end };
                self.reach = self.reach.max(end + usize::from(APART));
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
    if let Some(first) = text.as_bytes().first_chunk()
        && let plain @ ..EIGHT = plain_letters(*first)
        && first[plain].is_ascii()
    {
        return plain;
    }
    let text = &text[..text.floor_char_boundary(LONGEST_ENDING)];
    text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len())
}

const EIGHT: usize = size_of::<u64>();

/// How many letters of ASCII eight bytes begin with, compared at once.
fn plain_letters(bytes: [u8; EIGHT]) -> usize {
    const EACH: u64 = u64::MAX / 0xff;
    const HIGH: u64 = 0x80 * EACH;
    let bytes = u64::from_le_bytes(bytes);
    let small = (bytes | (0x20 * EACH)) & !HIGH;
    let from_a = small + (0x80 - b'a' as u64) * EACH;
    let beyond_z = small + (0x7f - b'z' as u64) * EACH;
    let others = !(from_a & !beyond_z & !bytes) & HIGH;
    (others.trailing_zeros() / u8::BITS) as usize
}

/// Whether a sentence or a bullet ends in a stretch of text.
fn ends_sentence(between: &[u8]) -> bool {
    between.iter().any(|byte| matches!(byte, b'\n' | b';' | b'*'))
        || between.windows(2).any(|two| two == b". ")
}
