//! Signs and codes of currencies beside an amount. Knows no amount.

use std::ops::Range;

/// A currency as it was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Currency {
    pub(super) code: &'static str,
    /// Whether more says so than a dollar sign, which several currencies have.
    pub(super) sure: bool,
}

/// The signs and codes of currencies.
const CURRENCIES: [(&str, &str); 23] = [
    ("us$", "USD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("a$", "AUD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    (DOLLARS, "USD"),
    ("usd", "USD"),
    ("cad", "CAD"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("hkd", "HKD"),
    ("sgd", "SGD"),
    ("mxn", "MXN"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("€", "EUR"),
    ("eur", "EUR"),
    ("₹", "INR"),
    ("inr", "INR"),
    ("rs.", "INR"),
    ("chf", "CHF"),
];

/// The currency whose sign or code stands at the end of a stretch, and where; in `CAD $` the code says which dollars.
pub(super) fn currency_before(text: &str, stretch: Range<usize>) -> Option<(Currency, usize)> {
    let (sign, code, left) = sign_before(&text[stretch.clone()])?;
    let (sure, code, left) = match sign_before(left).filter(|_| sign == DOLLARS) {
        Some((_, code, left)) => (true, code, left),
        None => (sign != DOLLARS, code, left),
    };
    Some((Currency { code, sure }, stretch.start + left.len()))
}

/// The sign or code that ends a text, the code that it stands for, and what stands before it.
fn sign_before(text: &str) -> Option<(&'static str, &'static str, &str)> {
    let text = text.trim_end_matches(FILLERS);
    let last = text.as_bytes().last()?;
    let mut likely = CURRENCIES.iter().filter(|(sign, _)| sign.as_bytes().last() == Some(last));
    likely.find_map(|(sign, code)| {
        let left = text.strip_suffix(sign)?;
        let glued = sign.starts_with(|c: char| c.is_ascii_alphabetic())
            && left.ends_with(|c: char| c.is_ascii_alphabetic());
        (!glued).then_some((*sign, *code, left))
    })
}

/// The currency whose sign or code begins a text.
pub(super) fn currency_after(text: &str) -> Option<Currency> {
    let first = text.as_bytes().first()?;
    let mut likely = CURRENCIES.iter().filter(|(sign, _)| sign.as_bytes().first() == Some(first));
    let (sign, code) = likely.find(|(sign, _)| {
        text.strip_prefix(sign).is_some_and(|rest| {
            let letters = |part: Option<char>| part.is_some_and(|c| c.is_ascii_alphabetic());
            !(letters(sign.chars().next_back()) && letters(rest.chars().next()))
        })
    })?;
    Some(Currency { code, sure: *sign != DOLLARS })
}

/// The sign of several currencies.
const DOLLARS: &str = "$";

/// What may stand between a currency and its amount.
const FILLERS: [char; 3] = [' ', '=', ':'];
