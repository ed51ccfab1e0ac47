//! A cell as people read it: `$186,300`, `75th`, `3–7`. Knows words and signs, not where they go.

use std::borrow::Cow;
use std::fmt::Display;

use super::{Charset, ascii};
use crate::report::Footnote;
use crate::report::cell::{Cell, Line, Piece};
use crate::report::units::{
    Basis, Citation, Pay, PayBound, PayPeriod, Point, PostedPay, Standing, Status, is_printable,
};

/// Who reads: an eye that scans columns, or an ear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Short, with signs.
    Compact,
    /// Whole words, no signs.
    Spoken,
}

/// How cells are put into words.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// Who reads.
    pub tone: Tone,
    /// The numbered sources.
    pub footnotes: &'a [Footnote],
    /// The signs that may be used.
    pub charset: Charset,
}

impl<'a> Voice<'a> {
    /// For the eye.
    pub fn compact(footnotes: &'a [Footnote]) -> Self {
        Voice { tone: Tone::Compact, footnotes, charset: Charset::Unicode }
    }

    /// For the ear.
    pub fn spoken(footnotes: &'a [Footnote]) -> Self {
        Voice { tone: Tone::Spoken, footnotes, charset: Charset::Unicode }
    }

    /// The same, in some signs.
    pub fn with(self, charset: Charset) -> Self {
        Voice { charset, ..self }
    }

    /// A text in the signs that may be used, before anybody measures it.
    fn spelled<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        match self.charset {
            Charset::Ascii if !text.is_ascii() => ascii(&text).into(),
            Charset::Unicode | Charset::Ascii => text,
        }
    }

    /// One of two wordings.
    fn either<'w>(&self, compact: &'w str, spoken: &'w str) -> &'w str {
        match self.tone {
            Tone::Compact => compact,
            Tone::Spoken => spoken,
        }
    }

    /// A cell as text; empty for an empty cell.
    pub fn cell<'c>(&self, cell: &'c Cell) -> Cow<'c, str> {
        self.spelled(match cell {
            Cell::Text(text) | Cell::Link(text) => printable(text),
            _ => self.worded(cell).into(),
        })
    }

    fn worded(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Link(text) => clean(text),
            Cell::Count(count) => grouped(*count),
            Cell::Percent(number) if *number < 0.0 => {
                format!("{}{:.1}%", self.either("−", "minus "), number.abs())
            }
            Cell::Percent(number) => format!("{number:.1}%"),
            Cell::Difference(number) => self.difference(*number),
            Cell::Change(change) => self.change(*change),
            Cell::Percentile(percentile) => ordinal(*percentile),
            Cell::Money(usd) => dollars(usd.rounded()),
            Cell::Pay(pay) => self.pay(pay),
            Cell::Standing(standing) => self.standing(*standing),
            Cell::Basis(basis) => basis.word().to_owned(),
            Cell::Mark(basis) => self.mark(*basis).trim().to_owned(),
            Cell::Between(points) => self.between(points),
            Cell::Years(span) => match span.to {
                Some(to) => self.range(span.from, to),
                None => format!("{}{}", span.from, self.either("+", " and more")),
            },
            Cell::YearsIn(number) | Cell::Number(number) => number.to_string(),
            Cell::Elapsed(elapsed) if !elapsed.is_known() => String::new(),
            Cell::Elapsed(elapsed) => match elapsed.most() {
                Some(to) => self.range(elapsed.from, to),
                None => format!("at least {}", elapsed.from),
            },
            Cell::Posted(pay) => self.posted(pay),
            Cell::LineNumber(line) => format!("line {line}"),
            Cell::Year(year) => year.to_string(),
            Cell::ByYear(year) => format!("by year {year}"),
            Cell::Month(month) => month.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Status(status) => self.status(*status).to_owned(),
            Cell::Command(words) => command_text(words),
            Cell::Cited(citations) => self.cited(citations),
            Cell::List(items) => self.list(items).join(", "),
            Cell::Brief(items) => self.brief(items),
            Cell::Sentences(lines) => {
                lines.iter().map(|line| self.line(line)).collect::<Vec<_>>().join("; ")
            }
            Cell::Inferred(from) => format!("(inferred: {})", clean(from)),
        }
    }

    fn difference(&self, percent: f64) -> String {
        let (sign, word) = if percent < 0.0 { ("−", " less") } else { ("+", " more") };
        format!("{}{:.1}%{}", self.either(sign, ""), percent.abs(), self.either("", word))
    }

    fn change(&self, change: i64) -> String {
        let number = grouped(change.unsigned_abs());
        match change {
            ..0 => format!("{}{number}{}", self.either("−", ""), self.either("", " fewer")),
            _ => number,
        }
    }

    fn pay(&self, pay: &Pay) -> String {
        match pay {
            Pay::Published(usd) => dollars(usd.rounded()),
            Pay::Estimate(usd) => {
                format!("{}{}", dollars(usd.rounded()), self.mark(Basis::Estimate))
            }
            Pay::Above(point) => self.bound("above", point),
            Pay::Below(point) => self.bound("below", point),
            Pay::AtLeast(usd) => {
                format!("{}{}", dollars(usd.rounded()), self.mark(Basis::AtLeast))
            }
            Pay::Missing(reason) => match self.tone {
                Tone::Compact => "–".to_owned(),
                Tone::Spoken => format!("missing, {}", printable(reason)),
            },
        }
    }

    /// What stands behind a figure that is not simply published.
    fn mark(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Estimate => self.either(" e", " (estimate)"),
            Basis::AtLeast => self.either("+", " or more"),
            Basis::Published | Basis::Above | Basis::Below | Basis::Missing => "",
        }
    }

    fn bound(&self, side: &str, point: &Point) -> String {
        let bound = format!("{side} {}", dollars(point.usd.rounded()));
        match self.tone {
            Tone::Compact => bound,
            Tone::Spoken => format!("{bound}, the {} percentile", ordinal(point.percentile)),
        }
    }

    fn standing(&self, standing: Standing) -> String {
        match standing {
            Standing::Published(percentile) => percentile.to_string(),
            Standing::Estimate(percentile) => {
                format!("{percentile:.1}{}", self.mark(Basis::Estimate))
            }
            Standing::Tie { from, to } => self.range(from, to),
            Standing::Above(percentile) => format!("above {percentile}"),
            Standing::Below(percentile) => format!("below {percentile}"),
            Standing::Missing => self.either("–", "missing").to_owned(),
        }
    }

    fn between(&self, points: &[Point]) -> String {
        let shown = points.iter().map(|point| {
            let pay = dollars(point.usd.rounded());
            match self.tone {
                Tone::Compact => format!("P{} {pay}", point.percentile),
                Tone::Spoken => format!("{pay} at the {}", ordinal(point.percentile)),
            }
        });
        shown.collect::<Vec<_>>().join(self.either(", ", " and "))
    }

    fn range(&self, low: impl Display, high: impl Display) -> String {
        format!("{low}{}{high}", self.either("–", " to "))
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Behind => self.either("✓", "behind you"),
            Status::Now => self.either("●", "now"),
            Status::Next => self.either("→", "next"),
            Status::Later => self.either("·", "later"),
        }
    }

    /// `$120,000–$150,000 a year`; other currencies by their codes.
    fn posted(&self, pay: &PostedPay) -> String {
        let amount = |amount: f64| {
            let cents =
                if amount.fract() == 0.0 { "" } else { &format!("{:.2}", amount.fract())[1..] };
            let number = format!("{}{cents}", grouped(amount.trunc() as u64));
            match pay.currency {
                Some("USD") => format!("${number}"),
                Some(code) => format!("{code} {number}"),
                None => number,
            }
        };
        let amounts = match pay.high {
            Some(high) => self.range(amount(pay.low), amount(high)),
            None => amount(pay.low),
        };
        let side = pay.bound.map_or("", PayBound::before);
        let article = if pay.period == PayPeriod::Hour { "an" } else { "a" };
        format!("{side}{amounts} {article} {}", pay.period.word())
    }

    fn list<'c>(&self, items: &'c [Cell]) -> Vec<Cow<'c, str>> {
        items.iter().filter(|item| !item.is_empty()).map(|item| self.cell(item)).collect()
    }

    /// The first few items, and how many more there are.
    fn brief(&self, items: &[Cell]) -> String {
        const SHOWN: usize = 3;
        let mut shown = self.list(items);
        // One item takes no more room than the words for it.
        if shown.len() > SHOWN + 1 {
            let more = shown.len() - SHOWN;
            shown.truncate(SHOWN);
            shown.push(format!("{}{more} more", self.either("+", "and ")).into());
        }
        // Statements hold commas of their own.
        let statements = items.iter().any(|item| matches!(item, Cell::Sentences(_)));
        shown.join(if statements { "; " } else { ", " })
    }

    fn cited(&self, citations: &[Citation]) -> String {
        let place =
            |citation: &Citation| self.footnotes.iter().position(|note| note.citation == *citation);
        let mut places: Vec<usize> = citations.iter().filter_map(place).collect();
        places.sort_unstable();
        match self.tone {
            Tone::Compact => places.iter().map(|index| format!("[{}]", index + 1)).collect(),
            Tone::Spoken => {
                let named = places.iter().map(|index| self.line(&self.footnotes[*index].short));
                named.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// A line as text.
    pub fn line(&self, line: &Line) -> String {
        let pieces = line.0.iter().map(|piece| match piece {
            Piece::Words(words) => self.spelled(Cow::Borrowed(*words)),
            // A name in the middle of a sentence is told apart by brackets.
            Piece::Value(cell @ Cell::Cited(_)) if self.tone == Tone::Spoken => {
                format!("({})", self.cell(cell)).into()
            }
            Piece::Value(cell) => self.cell(cell),
        });
        pieces.collect()
    }
}

/// A command line as one would type it.
pub fn command_text(words: &[String]) -> String {
    let plain = |sign: &u8| sign.is_ascii_alphanumeric() || b"-_./:+,=%".contains(sign);
    let mut text = String::from("tpm-path");
    for word in words {
        match !word.is_empty() && word.as_bytes().iter().all(plain) {
            true => text.extend([" ", word]),
            false => text.extend([" \"", &clean(word), "\""]),
        }
    }
    text
}

/// Text without control characters; each becomes a space.
pub fn clean(text: &str) -> String {
    printable(text).into_owned()
}

fn printable(text: &str) -> Cow<'_, str> {
    // Most text is plain, and lent.
    match text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        true => text.into(),
        false => text.chars().map(|c| if is_printable(c) { c } else { ' ' }).collect(),
    }
}

fn dollars(amount: u64) -> String {
    signed("$", amount)
}

/// 186300 as `186,300`.
fn grouped(number: u64) -> String {
    signed("", number)
}

/// A number in groups of three digits behind a sign.
fn signed(sign: &str, number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(sign.len() + digits.len() + digits.len() / 3);
    let (first, groups) = digits.split_at((digits.len() - 1) % 3 + 1);
    text.extend([sign, first]);
    for start in (0..groups.len()).step_by(3) {
        text.extend([",", &groups[start..start + 3]]);
    }
    text
}

/// 75 as `75th`, 1 as `1st`, 62.5 as `62.5th`.
fn ordinal(number: f64) -> String {
    let whole = number.fract() == 0.0;
    let last_two = number as u64 % 100;
    let ending = match (whole, last_two, last_two % 10) {
        (true, 11..=13, _) => "th",
        (true, _, 1) => "st",
        (true, _, 2) => "nd",
        (true, _, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(186_300), "186,300");
        assert_eq!(grouped(1_066_670), "1,066,670");
        let ordinals = [1.0, 2.0, 3.0, 11.0, 12.0, 21.0, 62.5, 75.0].map(ordinal);
        assert_eq!(ordinals, ["1st", "2nd", "3rd", "11th", "12th", "21st", "62.5th", "75th"]);
    }

    #[test]
    fn control_characters_become_spaces() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\nd"), "a [31mb c d");
    }

    #[test]
    fn a_command_line_is_quoted_where_a_shell_needs_it() {
        let words = ["find", "delivery lead"].map(str::to_owned);
        assert_eq!(command_text(&words), "tpm-path find \"delivery lead\"");
    }
}
