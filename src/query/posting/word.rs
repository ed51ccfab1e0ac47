//! Where words begin and end in a text. Knows no word.

use super::marks::{Marks, marks};
use super::text::Text;
use crate::catalog::phrases::Signs;

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

/// Where words may begin in a text, and some signs, as far as two bytes tell: what is beyond ASCII does so only as a whole
/// letter, which `is_start` knows.
pub(super) fn starts(text: &Text, signs: Signs) -> impl Iterator<Item = Marks> {
    marks(text.shown.as_bytes(), move |before: u8, first: u8| {
        let turns = before.is_ascii_lowercase() & first.is_ascii_uppercase()
            | before.is_ascii_digit() & first.is_ascii_alphabetic();
        let begins = turns | !before.is_ascii_alphanumeric();
        first.is_ascii_alphanumeric() & begins | !first.is_ascii() | signs.may_begin(first)
    })
}

/// Whether a word or sign begins where it may.
pub(super) fn is_start(text: &Text, place: usize) -> bool {
    let bytes = text.shown.as_bytes();
    let before = place.checked_sub(1).map_or(b' ', |before| bytes[before]);
    (before | bytes[place]).is_ascii()
        || text.shown.is_char_boundary(place) && begins_word(text, place)
}

/// Whether a word surely goes on at a place: with a letter or digit that neither makes a plural nor begins another word.
#[inline]
pub(super) fn goes_on(text: &[u8], place: usize) -> bool {
    let byte = |at: usize| text.get(at).copied().unwrap_or(b' ');
    let (last, next) = (byte(place - 1), byte(place));
    let turns = last.is_ascii_lowercase() & !next.is_ascii_lowercase();
    last.is_ascii_alphanumeric() & next.is_ascii_alphanumeric() & !turns & (next != b's')
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
        Some(next) if end - start == 1 => !next.is_alphanumeric() && !"+#&-'./$".contains(next),
        Some(next) => {
            !next.is_alphanumeric()
                || !last.is_alphanumeric()
                || (last.is_lowercase() && next.is_uppercase())
                || (last.is_lowercase() && next.is_ascii_digit() && end - start > 4)
        }
    };
    ends(next) || (!exact && end - start > 3 && next == Some('s') && ends(after.next()))
}
