//! Numbers as people write them in postings: `5`, `five (5)`, `$120,000`, `150K`. Knows not what they count.

use serde::Serializer;

/// Writes 5 as `5` and 2.5 as `2.5`.
pub(super) fn plain<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    match number.fract() == 0.0 {
        true => serializer.serialize_u64(*number as u64),
        false => serializer.serialize_f64(*number),
    }
}

/// The same of a number that may be missing.
pub(super) fn plain_or_none<S: Serializer>(
    number: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => plain(number, serializer),
        None => serializer.serialize_none(),
    }
}

/// A number, and where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) start: usize,
    pub(super) end: usize,
}

const WORDS: [(&str, f64); 19] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("eighteen", 18.0),
    ("twenty", 20.0),
    ("half", 0.5),
];

/// The number that ends just before a place, spaces and signs such as `+` and `(5)` aside.
pub(super) fn before(folded: &str, place: usize) -> Option<Number> {
    let end = folded[..place].trim_end_matches([' ', '\n']).len();
    let text = &folded[..end];
    let digits =
        text.bytes().rev().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let start = end - digits;
    if digits > 0 && text[start..].starts_with(|c: char| c.is_ascii_digit()) {
        let value = text[start..].trim_end_matches('.').parse().ok()?;
        return Some(Number { value, start, end });
    }
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[end - letters..];
    let value = WORDS.iter().find(|(known, _)| *known == word && letters > 2)?.1;
    Some(Number { value, start: end - letters, end })
}

/// Whether what stands before a number makes it the most there may be.
pub(super) fn is_the_most(before: &str) -> bool {
    let before = before.trim_ascii_end();
    let said = |words: &&str| before.ends_with(*words);
    AT_MOST.iter().any(said) && !AT_LEAST.iter().any(said)
}

/// Words before the most.
const AT_MOST: [&str; 8] = [
    "no more than",
    "not more than",
    "less than",
    "fewer than",
    "up to",
    "at most",
    "under",
    "maximum of",
];

/// Words that end as some of those do, before the least.
const AT_LEAST: [&str; 4] = ["no less than", "not less than", "no fewer than", "not fewer than"];
