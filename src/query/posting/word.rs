//! Where words begin and end in a text. Knows no word.

use super::marks::{Marks, marks};
use super::text::Text;

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
pub(super) fn starts(text: &Text, sign: impl Fn(u8) -> bool) -> impl Iterator<Item = Marks> {
    // In as few comparisons as can be, for they are made at every byte.
    let letter = |byte: u8| (byte | CASE).wrapping_sub(b'a') < 26;
    let digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
    marks(text.shown.as_bytes(), move |before: u8, first: u8| {
        let turns = before & !first & CASE != 0;
        let of_letter = letter(first) & (turns | !letter(before));
        let of_digit = digit(first) & !(digit(before) | letter(before));
        of_letter | of_digit | !first.is_ascii() | sign(first)
    })
}

/// What a small letter has that its capital has not.
const CASE: u8 = b'a' - b'A';

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
    let two = text.get(place - 1..).and_then(<[u8]>::first_chunk);
    two.is_some_and(|two: &[u8; 2]| {
        let [(last, _), (_, next)] = two.map(|byte| JOINING[usize::from(byte)]);
        last & next != 0
    })
}

/// What a word may go on behind, as a bit: a small letter, or else a capital or digit.
const SMALL: u8 = 1;
const LARGE: u8 = 2;

/// Which of these each byte is, and behind which of them a word goes on with it.
const JOINING: [(u8, u8); 256] = {
    let mut joining = [(0, 0); 256];
    let mut byte = 0;
    while byte < 256 {
        joining[byte] = match KINDS[byte] {
            Kind::Small if byte == b's' as usize => (SMALL, 0),
            Kind::Small => (SMALL, SMALL | LARGE),
            Kind::Capital | Kind::Digit => (LARGE, LARGE),
            Kind::Sign | Kind::Beyond => (0, 0),
        };
        byte += 1;
    }
    joining
};

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
