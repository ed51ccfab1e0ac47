//! Where words begin and end in a text. Knows no word.

use super::text::Text;
use crate::catalog::lexicon::compared_byte;

/// What a byte is, as far as words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Small,
    Capital,
    Digit,
    Sign,
    /// A part of a letter or sign that is none of ASCII.
    Beyond,
}

/// What each byte is.
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Sign; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => Kind::Small,
            b'A'..=b'Z' => Kind::Capital,
            b'0'..=b'9' => Kind::Digit,
            0x80.. => Kind::Beyond,
            _ => Kind::Sign,
        };
        byte += 1;
    }
    kinds
};

/// Where in a text a phrase may begin, as far as two bytes tell: whether one may begin with a byte after a byte of some kind.
#[derive(Debug)]
pub(super) struct Starts(Box<[[bool; 256]; KINDS_OF_BYTES]>);

impl Starts {
    /// The places where a phrase may begin that begins with one of some bytes, as they are compared.
    pub(super) fn new(first: impl Iterator<Item = u8>) -> Starts {
        let mut begins = [false; 256];
        first.for_each(|byte| begins[usize::from(byte)] = true);
        let mut table = Box::new([[false; 256]; KINDS_OF_BYTES]);
        for before in [Kind::Small, Kind::Capital, Kind::Digit, Kind::Sign, Kind::Beyond] {
            for byte in 0..=u8::MAX {
                table[before as usize][usize::from(byte)] = begins
                    [usize::from(compared_byte(byte))]
                    && may_begin(before, KINDS[usize::from(byte)]);
            }
        }
        Starts(table)
    }

    /// Says the places of one stretch after the other, in order.
    pub(super) fn each(&self, text: &Text, mut say: impl FnMut(&[usize])) {
        let mut places = [0; STRETCH];
        let mut before = Kind::Sign;
        for (number, stretch) in text.shown.as_bytes().chunks(STRETCH).enumerate() {
            // Where words begin is what a processor cannot foresee, so nothing is decided here: each place is noted, and
            // the next one takes its place unless a phrase may begin there.
            let known_by_bytes = before != Kind::Beyond && stretch.is_ascii();
            let mut count = 0;
            for (at, byte) in stretch.iter().enumerate() {
                places[count] = number * STRETCH + at;
                count += usize::from(self.0[before as usize][usize::from(*byte)]);
                before = KINDS[usize::from(*byte)];
            }
            if !known_by_bytes {
                let mut kept = 0;
                for at in 0..count {
                    places[kept] = places[at];
                    kept += usize::from(is_start(text, places[at]));
                }
                count = kept;
            }
            say(&places[..count]);
        }
    }
}

/// How many bytes are looked at before what was found in them is said.
pub(super) const STRETCH: usize = 256;

/// Whether a word may begin at a place that its bytes do not exclude.
fn is_start(text: &Text, start: usize) -> bool {
    let known = |at: Option<usize>| {
        at.and_then(|at| text.shown.as_bytes().get(at)).is_none_or(u8::is_ascii)
    };
    known(Some(start)) && known(start.checked_sub(1)) || begins_word(text, start)
}

/// How many kinds of bytes there are.
const KINDS_OF_BYTES: usize = 5;

/// Whether a word may begin with a byte after another; what is beyond ASCII tells only as a whole letter.
fn may_begin(before: Kind, first: Kind) -> bool {
    let unknown = |kind: Kind| matches!(kind, Kind::Beyond | Kind::Sign);
    let turns = matches!(
        (before, first),
        (Kind::Small, Kind::Capital) | (Kind::Digit, Kind::Small | Kind::Capital)
    );
    unknown(before) || unknown(first) || turns
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

/// Where a word ends that a phrase of some length ends with, be it with a plural; `None` where it goes on.
pub(super) fn end_of_word(text: &Text, start: usize, end: usize, exact: bool) -> Option<usize> {
    let bytes = text.shown.as_bytes();
    let kind = |at: usize| bytes.get(at).map_or(Kind::Sign, |byte| KINDS[usize::from(*byte)]);
    match (kind(end - 1), kind(end)) {
        (_, Kind::Sign) if end - start > 1 => Some(end),
        // Two small letters are of one word, unless the second is all of its plural.
        (Kind::Small, Kind::Small) if bytes[end] != b's' => None,
        _ => ends_word(text, start, end, exact)
            .then(|| end + usize::from(bytes.get(end) == Some(&b's'))),
    }
}

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
