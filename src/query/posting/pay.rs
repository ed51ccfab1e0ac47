//! What a posting says it pays. Knows amounts and cues, not what others pay.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use super::bound::{PayBound, is_added};
use super::currency::{Currency, currency_after, currency_before};
use super::hits::Hit;
use super::number;
use super::sentence::{Sentence, Sentences};
use super::text::Text;
use crate::catalog::cue::{Cue, Kinds, Part};

/// What a posting says it pays.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PostedPay {
    /// The lower end, or the only amount.
    #[serde(serialize_with = "number::plain")]
    pub low: f64,
    /// The upper end.
    #[serde(serialize_with = "number::plain_or_none")]
    pub high: Option<f64>,
    /// What is not known of the only amount's other side, if it is said.
    pub bound: Option<PayBound>,
    /// For how long.
    pub period: PayPeriod,
    /// The currency's code, where it is said.
    pub currency: Option<&'static str>,
    /// The line in which it stands, from 1.
    pub line: usize,
}

/// For how long pay is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PayPeriod {
    /// A year.
    Year,
    /// An hour.
    Hour,
}

impl PayPeriod {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            PayPeriod::Year => "year",
            PayPeriod::Hour => "hour",
        }
    }
}

/// An amount as it stands in a text.
#[derive(Debug, Clone, Copy)]
struct Amount {
    value: f64,
    /// Whether it was written as thousands.
    thousands: bool,
    currency: Option<Currency>,
    start: usize,
    end: usize,
}

impl Amount {
    /// The amount, in thousands where the range that it belongs to is: `60-70k`.
    fn scaled(self, thousands: bool) -> f64 {
        let small = thousands && !self.thousands && self.value < 1000.0;
        if small { self.value * 1000.0 } else { self.value }
    }
}

/// The first pay that a posting names; what most looks like pay comes before what less does.
pub(super) fn pay(text: &Text, sentences: &Sentences, cues: &[Hit<Cue>]) -> Option<PostedPay> {
    let Sentences { all, digits } = sentences;
    let mut best: Option<(u32, PostedPay)> = None;
    let mut headed = 0;
    for (number, sentence) in all.iter().enumerate() {
        if sentence.heading {
            headed = number;
        }
        if sentence.digits.is_empty() {
            continue;
        }
        // A heading such as `Pay range` speaks for the few lines below it.
        let above = &all[headed.max(number.saturating_sub(3))..number];
        let near = Near {
            sentence,
            digits: &digits[sentence.digits.clone()],
            cues: sentence.of(cues),
            above: above.iter().any(|before| before.kinds.any(Kinds::of(&[Cue::Pay]))),
        };
        for (rank, found) in ranges(text, &near) {
            if best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, found));
            }
        }
    }
    best.map(|(_, pay)| pay)
}

/// A sentence in which pay may stand.
struct Near<'s> {
    sentence: &'s Sentence,
    /// Where digits stand in it.
    digits: &'s [usize],
    cues: &'s [Hit<Cue>],
    /// Whether the heading above speaks of pay, or what stands between.
    above: bool,
}

impl Near<'_> {
    /// Whether a cue stands so far before a place, or so far behind it.
    fn has(&self, cue: Cue, place: &Range<usize>, before: usize, behind: usize) -> bool {
        self.sentence.kinds.any(Kinds::of(&[cue]))
            && self.cues.iter().any(|hit| {
                let back = hit.end <= place.start && hit.end + before >= place.start;
                hit.of == cue && (back || hit.start >= place.end && hit.start <= place.end + behind)
            })
    }
}

/// Every range or amount of a sentence that may be pay, with how much it looks like it.
fn ranges(text: &Text, near: &Near<'_>) -> Vec<(u32, PostedPay)> {
    let amounts = amounts(&text.folded, near);
    let mut found = Vec::new();
    let mut skip = 0;
    for (index, first) in amounts.iter().enumerate() {
        if index < skip {
            continue;
        }
        let second = amounts.get(index + 1).filter(|second| joined(&text.folded, first, second));
        skip = index + if second.is_some() { 2 } else { 1 };
        found.extend(weighed(text, near, (*first, second.copied())));
    }
    found
}

/// What the words around an amount tell of it.
struct Around {
    /// It is called pay, here or in the heading above.
    said: bool,
    above: bool,
    /// It is said for how long it is.
    per: bool,
    /// It is called something else.
    other: bool,
    /// It is called the base of what else is paid.
    base: bool,
}

fn weighed(
    text: &Text,
    near: &Near<'_>,
    (first, second): (Amount, Option<Amount>),
) -> Option<(u32, PostedPay)> {
    let place = first.start..second.map_or(first.end, |second| second.end);
    let thousands = first.thousands || second.is_some_and(|second| second.thousands);
    let (low, high) = (first.scaled(thousands), second.map(|second| second.scaled(thousands)));
    let period = period(low, high, thousands)?;
    let has = |cue: Cue, before: usize, behind: usize| near.has(cue, &place, before, behind);
    if has(Cue::OtherPeriod, 8, 12) && !has(Cue::Yearly, 0, 8) {
        return None;
    }
    let sentence = &near.sentence.place;
    // A sign such as `Rs.` may end the sentence before.
    let before = &text.folded[sentence.start.min(place.start)..place.start];
    let behind = &text.folded[place.end..sentence.end.max(place.end)];
    let around = Around {
        said: has(Cue::Pay, 120, 60),
        above: near.above,
        per: match period {
            PayPeriod::Year => has(Cue::Yearly, 60, 30),
            PayPeriod::Hour => has(Cue::Hourly, 30, 14),
        },
        other: has(Cue::OtherMoney, 30, if is_added(behind) { 0 } else { 25 }),
        base: BASE.iter().any(|words| before.trim_end_matches([' ', ':', '(']).ends_with(words)),
    };
    let said = [first.currency, second.and_then(|second| second.currency)].into_iter().flatten();
    let currency =
        said.clone().find(|said| said.sure).or(said.clone().next()).map(|said| said.code);
    let line = text.line_at(place.start);
    let bound = if high.is_some() { None } else { PayBound::told(before, behind) };
    let pay = PostedPay { low, high, bound, period, currency, line };
    let needed = least_rank(&pay, &around, thousands)?;
    let early = pay.high.is_some() && (place.start == 0 || near.sentence.part == Part::Opening);
    let rank = rank(&pay, &around) + u32::from(early);
    (rank >= needed).then_some((rank, pay))
}

/// What the base of pay is called, before its amount.
const BASE: [&str; 5] = ["base", "base pay", "base salary", "base of", "base salary of"];

/// For how long an amount is, by its size; `None` where it is no pay.
fn period(low: f64, high: Option<f64>, thousands: bool) -> Option<PayPeriod> {
    if high.is_some_and(|high| high < low || high > low * 4.0) {
        return None;
    }
    let hourly = low < 400.0 && high.is_none_or(|high| high < 500.0) && !thousands;
    match hourly {
        true => (7.0..400.0).contains(&low).then_some(PayPeriod::Hour),
        false => (12_000.0..3_000_000.0).contains(&low).then_some(PayPeriod::Year),
    }
}

/// How much an amount looks like pay.
fn rank(pay: &PostedPay, around: &Around) -> u32 {
    let rank = 1
        + 8 * u32::from(around.said)
        + 3 * u32::from(around.above)
        + 6 * u32::from(around.per)
        + 7 * u32::from(pay.high.is_some())
        + 2 * u32::from(pay.currency.is_some())
        + 2 * u32::from(around.base);
    rank.saturating_sub(if around.other { 9 } else { 0 })
}

/// How much it has to look like pay in order to be taken for it; `None` where it cannot be.
fn least_rank(pay: &PostedPay, around: &Around, thousands: bool) -> Option<u32> {
    let range = pay.high.is_some();
    match (pay.period, pay.currency) {
        (PayPeriod::Hour, _) if !(around.per || around.said && range) => None,
        (_, None) if thousands && range => Some(8),
        (_, None) if !(around.said && (thousands || around.per || range)) => None,
        _ => Some(9),
    }
}

/// Whether two amounts are the ends of one range.
fn joined(folded: &str, first: &Amount, second: &Amount) -> bool {
    let between = &folded[first.end..second.start];
    // With a letter that is in no unit and in no join, nothing is left to try.
    if second.value <= 0.0 || between.bytes().any(|byte| b"jkqvwz".contains(&byte)) {
        return false;
    }
    let mut between = between.to_owned();
    for unit in UNITS {
        if between.contains(unit) {
            between = between.replace(unit, "");
        }
    }
    let words = between.trim_matches(|c: char| c.is_whitespace() || ".,*_".contains(c));
    JOINS.contains(&words)
}

/// What may stand behind the first end of a range.
const UNITS: [&str; 16] = [
    "per year",
    "per hour",
    "per annum",
    "/year",
    "/hour",
    "/yr",
    "/hr",
    "an hour",
    "a year",
    "annually",
    "usd",
    "eur",
    "gbp",
    "cad",
    "€",
    "£",
];

/// What joins the ends of a range; hyphens are spaces here.
const JOINS: [&str; 15] = [
    "",
    "to",
    "and",
    "up to",
    "through",
    "or",
    "~",
    "/",
    "and up to",
    "up",
    "to a maximum of",
    "and can increase to",
    "can go up to",
    "and goes up to",
    "bis",
];

/// Every number of a sentence that may be an amount.
fn amounts(folded: &str, near: &Near<'_>) -> Vec<Amount> {
    let Range { start: mut at, end } = near.sentence.place;
    let text = &folded[..end];
    let bytes = text.as_bytes();
    let mut all: Vec<Amount> = Vec::new();
    for start in near.digits.iter().copied() {
        // It belongs to the number before.
        if start < at {
            continue;
        }
        at = start;
        while at < end && (bytes[at].is_ascii_digit() || is_inside(bytes, at)) {
            at += 1;
        }
        let before = all.last();
        let free = before.map_or(0, |before| before.end);
        let glued = start > 0
            && bytes[start - 1].is_ascii_alphabetic()
            && currency_before(text, free..start).is_none();
        if !glued && let Some(amount) = amount(text, start, at, before) {
            at = amount.end;
            all.push(amount);
        }
    }
    all
}

/// Whether a sign stands inside a number: a comma or a point before digits.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

fn amount(text: &str, start: usize, digits_end: usize, before: Option<&Amount>) -> Option<Amount> {
    let written = &text[start..digits_end];
    let grouped = match written.rsplit_once('.') {
        // `120.000` is a hundred and twenty thousand.
        Some((whole, part)) if part.len() == 3 && !whole.contains(',') => {
            format!("{whole}{part}").into()
        }
        _ if written.contains(',') => written.replace(',', "").into(),
        _ => Cow::Borrowed(written),
    };
    let value: f64 = grouped.parse().ok()?;
    let rest = text[digits_end..].trim_start_matches(' ');
    let spaces = text.len() - digits_end - rest.len();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (factor, unit) = match &rest[..letters] {
        "k" => (1_000.0, letters),
        "lakh" | "lakhs" | "lpa" | "lacs" => (100_000.0, letters),
        "m" | "mm" | "b" | "bn" | "million" | "billion" | "t" | "mn" => return None,
        _ => (1.0, 0),
    };
    if rest[unit..].starts_with('%') || rest.starts_with("(k)") {
        return None;
    }
    let end = if unit > 0 { digits_end + spaces + unit } else { digits_end };
    // What belongs to the amount before it is no sign of this one: `5 lpa$7`.
    let named = currency_before(text, before.map_or(0, |before| before.end)..start);
    let after = currency_after(text[end..].trim_start_matches([' ', '+', '(']));
    let continues =
        before.filter(|before| start - before.end < 24).and_then(|before| before.currency);
    let start = named.map_or(start, |(_, at)| at);
    let currency = match &rest[..letters] {
        "lakh" | "lakhs" | "lpa" | "lacs" => Some(Currency { code: "INR", sure: true }),
        _ => match named.map(|(currency, _)| currency) {
            // `$120,000 CAD`
            Some(named) if !named.sure => after.or(Some(named)),
            named => named.or(after).or(continues),
        },
    };
    Some(Amount { value: value * factor, thousands: factor > 1.0, currency, start, end })
}
