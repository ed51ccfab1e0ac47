//! The sentences and bullets of a posting, and the part of it that each belongs to. Knows cues, not terms.

use std::mem::take;
use std::ops::Range;

use super::heading::{PART, SMALL, heading, told};
use super::hits::Hit;
use super::marks::marks;
use super::text::Text;
use crate::catalog::cue::{Cue, Kinds, Part};

/// A sentence or a bullet.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Where it stands.
    pub(super) place: Range<usize>,
    /// The part that it belongs to.
    pub(super) part: Part,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// Its cues, by their numbers.
    pub(super) cues: Range<usize>,
    /// The kinds of them.
    pub(super) kinds: Kinds,
    /// The digits in it, by their numbers.
    pub(super) digits: Range<usize>,
}

/// What a text is cut into.
pub(super) struct Sentences {
    /// All of it, in order; nothing is left out.
    pub(super) all: Vec<Sentence>,
    /// Where digits stand.
    pub(super) digits: Vec<usize>,
}

impl Sentence {
    /// Whether it opens as a company does that tells of itself.
    pub(super) fn opens_as_company(&self, text: &Text) -> bool {
        let words =
            text.folded[self.place.clone()].trim_start_matches(|c: char| !c.is_alphabetic());
        OWN.iter().any(|own| words.starts_with(own)) && !words.starts_with("at least")
    }

    /// Its cues, of all.
    pub(super) fn of<'c>(&self, cues: &'c [Hit<Cue>]) -> &'c [Hit<Cue>] {
        &cues[self.cues.clone()]
    }
}

/// How a company begins to tell of itself.
const OWN: [&str; 6] = ["we ", "we're ", "we've ", "our ", "at ", "with over "];

/// About how long a sentence is, in bytes.
const A_SENTENCE: usize = 64;

/// Cuts a text into sentences and bullets, and tells the part of each by the headings before it.
pub(super) fn sentences(text: &Text, cues: &[Hit<Cue>]) -> Sentences {
    let mut reading = Reading {
        text,
        cues,
        taken: 0,
        start: 0,
        part: Part::Opening,
        signs: Vec::with_capacity(SOME),
        digits: Vec::with_capacity(SOME),
        counted: 0,
        ends: Vec::with_capacity(SOME),
        all: Vec::with_capacity(text.shown.len() / A_SENTENCE),
    };
    let bytes = text.shown.as_bytes();
    let asked = |last: u8, next: u8| {
        let sign = b".!?*;-".iter().fold(false, |any, sign| any | (last == *sign));
        let ends = (next == b' ') | next.is_ascii_uppercase();
        (last == b'\n') | sign & ends | next.is_ascii_digit()
    };
    for places in marks(bytes, asked) {
        for place in places {
            let digit = bytes[place].is_ascii_digit();
            match place.checked_sub(1) {
                Some(last) if bytes[last] == b'\n' => reading.line(place),
                Some(last) if !digit => reading.signs.push(last),
                _ => (),
            }
            if digit {
                reading.digits.push(place);
            }
        }
    }
    if reading.start < bytes.len() {
        reading.line(bytes.len());
    }
    Sentences { all: reading.all, digits: reading.digits }
}

/// More signs than most lines have, and digits than most texts.
const SOME: usize = 64;

/// A text that is read line by line.
struct Reading<'t> {
    text: &'t Text,
    cues: &'t [Hit<Cue>],
    /// How many of the cues stand in the lines before.
    taken: usize,
    /// Where the line begins.
    start: usize,
    /// The part that was told before it.
    part: Part,
    /// Where signs stand in it with which a sentence may end.
    signs: Vec<usize>,
    /// Where digits stand in the text, and how many of them in the sentences before.
    digits: Vec<usize>,
    counted: usize,
    /// Where its sentences end.
    ends: Vec<usize>,
    all: Vec<Sentence>,
}

impl Reading<'_> {
    /// Takes in a line that ends before a place.
    fn line(&mut self, end: usize) {
        let line = self.start..end;
        let (cues, kinds) = self.up_to(self.taken, end);
        let before = self.part;
        let heading = heading(self.text, &line, &self.cues[cues.clone()], kinds);
        match heading {
            Some(begun) => {
                self.part = begun.unwrap_or(self.part);
                self.push(line, true, cues.clone(), kinds);
            }
            None => self.cut(&line, cues.clone(), kinds),
        }
        // `Salary: $120k` on a line of its own tells of that line, and not of those below it.
        if heading.is_none()
            && end - self.start <= LONG
            && matches!(self.part, Part::Benefits | Part::Company | Part::Terms)
        {
            self.part = before;
        }
        (self.start, self.taken) = (end, cues.end);
        self.signs.clear();
    }

    /// Takes in the sentences of a line.
    fn cut(&mut self, line: &Range<usize>, cues: Range<usize>, kinds: Kinds) {
        let mut ends = take(&mut self.ends);
        cut(self.text, line, &self.signs, &mut ends);
        if kinds.any(PART) {
            cut_inside(self.text, line, &self.cues[cues.clone()], &mut ends);
        }
        let (mut first, mut start) = (cues.start, line.start);
        for end in ends.drain(..) {
            let whole = start == line.start && end == line.end;
            let (cues, kinds) = if whole { (cues.clone(), kinds) } else { self.up_to(first, end) };
            first = cues.end;
            if kinds.any(PART) {
                let begun = begun(self.text, line, &(start..end), &self.cues[cues.clone()]);
                self.part = begun.unwrap_or(self.part);
            }
            self.push(start..end, false, cues, kinds);
            start = end;
        }
        self.ends = ends;
    }

    /// The cues from a number on that begin before a place, and the kinds of them.
    fn up_to(&self, from: usize, place: usize) -> (Range<usize>, Kinds) {
        let (mut to, mut kinds) = (from, Kinds::default());
        while let Some(hit) = self.cues.get(to).filter(|hit| hit.start < place) {
            kinds = kinds.and(hit.of);
            to += 1;
        }
        (from..to, kinds)
    }

    fn push(&mut self, place: Range<usize>, heading: bool, cues: Range<usize>, kinds: Kinds) {
        let before = self.counted;
        while self.digits.get(self.counted).is_some_and(|digit| *digit < place.end) {
            self.counted += 1;
        }
        let digits = before..self.counted;
        self.all.push(Sentence { place, part: self.part, heading, cues, kinds, digits });
    }
}

/// Finds where the sentences of a line end, the last one with it: with some of its signs, or where they get too long.
fn cut(text: &Text, line: &Range<usize>, signs: &[usize], ends: &mut Vec<usize>) {
    let bytes = text.shown.as_bytes();
    let mut begun = line.start;
    let mut end = |end: usize| {
        // What never ends is cut somewhere, so that no sentence takes more than a certain time.
        while let Some(at) = (begun + LONGEST + 1..end - 1).find(|at| {
            let between = bytes[*at].is_ascii() && !bytes[*at].is_ascii_alphanumeric();
            between || at - begun > 2 * LONGEST && text.shown.is_char_boundary(at + 1)
        }) {
            begun = at + 1;
            ends.push(begun);
        }
        begun = end;
        ends.push(end);
    };
    signs.iter().filter(|at| stops(bytes, line, **at)).for_each(|at| end(at + 1));
    end(line.end);
}

/// Adds where a heading stands inside a line.
fn cut_inside(text: &Text, line: &Range<usize>, cues: &[Hit<Cue>], ends: &mut Vec<usize>) {
    let headings = cues.iter().filter(|hit| is_inline(text, line, hit)).map(|hit| hit.start);
    ends.extend(headings.filter(|start| *start > line.start));
    ends.sort_unstable();
    ends.dedup();
}

/// Whether a sentence or a bullet of a line ends with the sign at a place, one of those that `sentences` marks.
fn stops(bytes: &[u8], line: &Range<usize>, at: usize) -> bool {
    let next = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or(b' ');
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    let two_before = at.checked_sub(2).map_or(b' ', |before| bytes[before]);
    match bytes[at] {
        b'.' | b'!' | b'?' => {
            // A glued sentence has a small letter before its stop; `U.S.` and `B.S.` go on.
            let glued =
                next(1).is_ascii_uppercase() && (before.is_ascii_lowercase() || before == b')');
            let spaced = next(1) == b' ' && !next(2).is_ascii_lowercase();
            let short = two_before == b'.'
                || before.is_ascii_uppercase() && !two_before.is_ascii_alphanumeric();
            (glued || spaced) && !short
        }
        b'*' => at > line.start + 2 && next(1) == b' ',
        b';' => next(1) == b' ',
        // A dash before a capital is a bullet in texts that lost their line breaks.
        b'-' => {
            line.len() > LONG
                && next(1) == b' '
                && next(2).is_ascii_uppercase()
                && at > line.start
                && !before.is_ascii_digit()
        }
        _ => false,
    }
}

/// How long a sentence may be, in bytes.
const LONGEST: usize = 1000;

/// From which length on a line is more than a sentence.
const LONG: usize = 300;

/// The part that a sentence begins, where it opens with a heading.
fn begun(
    text: &Text,
    line: &Range<usize>,
    sentence: &Range<usize>,
    cues: &[Hit<Cue>],
) -> Option<Part> {
    let first = sentence.start + text.shown[sentence.clone()].len()
        - text.shown[sentence.clone()].trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let opens = cues.iter().any(|hit| {
        hit.start <= first && matches!(hit.of, Cue::Part(_)) && is_inline(text, line, hit)
    });
    if !opens {
        return None;
    }
    // Up to the colon the words of one heading stand together.
    let colon = text.shown[sentence.clone()].find(':').map_or(40, |colon| colon.min(60));
    told(text, first, cues, |hit| hit.start <= first + colon)
}

/// Whether a cue is a heading inside a line: with a colon soon after it, or glued to what stands before.
fn is_inline(text: &Text, line: &Range<usize>, hit: &Hit<Cue>) -> bool {
    let shown = &text.shown;
    if !matches!(hit.of, Cue::Part(_)) || !shown[hit.start..].starts_with(char::is_uppercase) {
        return false;
    }
    let (before, cue) = (&shown[line.start..hit.start], &shown[hit.start..hit.end]);
    let after = &shown[hit.end..line.end.max(hit.end)];
    // Each is asked for only where it decides: most cues that tell a part stand in a sentence.
    let colon = || {
        let ends = |byte: &u8| matches!(byte, b'.' | b',' | b';' | b'\n' | b':');
        after.as_bytes().iter().take(SOON).find(|byte| ends(byte)) == Some(&b':')
    };
    let opening = || {
        let last = before.trim_end().chars().next_back();
        last.is_none_or(|last| !last.is_alphanumeric() && !",;'-/&(".contains(last))
    };
    let glued = before.chars().next_back().is_some_and(char::is_lowercase);
    let words = || text.folded[hit.start..hit.end].split(' ').count();
    let dashed = || after.trim_start().starts_with("- ") || after.starts_with('-');
    if glued {
        return colon() || words() > 1;
    }
    colon() && (opening() || words() > 1)
        || line.len() > LONG && dashed() && opening()
        || words() > 2 && opening() && starts_capitals(cue)
}

/// How soon a colon follows a heading, in bytes.
const SOON: usize = 30;

/// Whether every word but the small ones begins with a capital.
fn starts_capitals(phrase: &str) -> bool {
    phrase
        .split(' ')
        .all(|word| word.starts_with(|c: char| !c.is_lowercase()) || SMALL.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// However a text goes on, no sentence does: so reading takes time that grows with the text.
    #[test]
    fn no_sentence_is_longer_than_it_may_be() {
        for phrase in [
            "agile ",
            "must,5years,",
            "C",
            "é",
            "no! ",
            "[[",
            "Requirements:x/",
            "\u{2003}",
            "a b\t",
        ] {
            let text = Text::read(phrase.repeat(5_000).as_bytes());
            let sentences = sentences(&text, &[]).all;
            assert!(sentences.iter().all(|one| one.place.len() <= 2 * LONGEST + 8), "{phrase}");
            let whole: usize = sentences.iter().map(|one| one.place.len()).sum();
            assert_eq!(whole, text.shown.len(), "{phrase}");
        }
    }
}
