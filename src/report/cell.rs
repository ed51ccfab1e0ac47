//! A value on its way to a reader: typed, never text that is already put together. Knows no format.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::catalog::{Citation, Date, Month, Text, Usd, YearSpan};
use crate::query::{Basis, Elapsed, Pay, Point, PostedPay, Standing, Status};

/// Words of the program or of a catalog, or others.
type Words = Cow<'static, str>;

/// Puts words and cells into a `Line`.
macro_rules! line {
    ($($piece:expr),* $(,)?) => {
        $crate::report::cell::Line(vec![$($crate::report::cell::Piece::from($piece)),*])
    };
}
pub(super) use line;

/// One value of a table, a line or a note.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing to show.
    Empty,
    /// Words.
    Text(Words),
    /// A count of people, jobs or things.
    Count(u64),
    /// A percentage, 4.5 for 4.5%.
    Percent(f64),
    /// How much more or less, in percent; below zero for less.
    Difference(f64),
    /// A change of a count; below zero for fewer.
    Change(i64),
    /// A percentile, 75 for the 75th.
    Percentile(f64),
    /// An amount of dollars a year.
    Money(Usd),
    /// What is paid.
    Pay(Pay),
    /// Which percentile a pay is.
    Standing(Standing),
    /// Where a figure comes from.
    Basis(Basis),
    /// What stands beside such a figure.
    Mark(Basis),
    /// The published points on both sides.
    Between(Vec<Point>),
    /// A span of years.
    Years(YearSpan),
    /// A number of years, 2.5 for two and a half.
    YearsIn(f64),
    /// How many years several moves take.
    Elapsed(Elapsed),
    /// A number that is no whole one.
    Number(f64),
    /// What a posting pays.
    Posted(PostedPay),
    /// The line of a text.
    LineNumber(usize),
    /// A calendar year.
    Year(u32),
    /// A year by which something is due.
    ByYear(u32),
    /// A month.
    Month(Month),
    /// A date.
    Date(Date),
    /// Behind, now, next or later.
    Status(Status),
    /// An address.
    Link(Words),
    /// A command line, without the program's name.
    Command(Vec<String>),
    /// Who says so.
    Cited(Vec<Citation>),
    /// Several values.
    List(Vec<Cell>),
    /// Several values, of which people see the first few.
    Brief(Vec<Cell>),
    /// Several statements.
    Sentences(Vec<Line>),
    /// Something that we inferred, and from what.
    Inferred(Words),
}

impl Cell {
    /// Words.
    pub fn text(words: impl Into<Words>) -> Cell {
        Cell::Text(words.into())
    }

    /// Words, or nothing.
    pub fn maybe(words: Option<impl Into<Words>>) -> Cell {
        words.map_or(Cell::Empty, Cell::text)
    }

    /// Several words.
    pub fn list(items: impl IntoIterator<Item = impl Into<Words>>) -> Cell {
        Cell::List(items.into_iter().map(Cell::text).collect())
    }

    /// Several words, of which people see the first few.
    pub fn brief(items: impl IntoIterator<Item = impl Into<Words>>) -> Cell {
        Cell::Brief(items.into_iter().map(Cell::text).collect())
    }

    /// An address.
    pub fn link(address: impl Into<Words>) -> Cell {
        Cell::Link(address.into())
    }

    /// Something that we inferred, and from what.
    pub fn inferred(from: impl Into<Words>) -> Cell {
        Cell::Inferred(from.into())
    }

    /// Several statements.
    pub fn sentences(items: impl IntoIterator<Item = Line>) -> Cell {
        Cell::Sentences(items.into_iter().collect())
    }

    /// Who says so.
    pub fn cited(citations: &[Citation]) -> Cell {
        Cell::Cited(citations.to_vec())
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.is_empty(),
            Cell::List(items) | Cell::Brief(items) => items.iter().all(Cell::is_empty),
            Cell::Cited(citations) => citations.is_empty(),
            Cell::Sentences(items) => items.is_empty(),
            Cell::Between(points) => points.is_empty(),
            Cell::Elapsed(elapsed) => !elapsed.is_known(),
            _ => false,
        }
    }

    /// Whether there is no value, be it said why or not; such cells are sorted last.
    pub fn is_missing(&self) -> bool {
        let missing = matches!(
            self,
            Cell::Pay(Pay::Missing(_)) | Cell::Standing(Standing::Missing) | Cell::Empty
        );
        missing || self.is_empty()
    }

    /// Every citation inside.
    pub fn citations(&self) -> Vec<&Citation> {
        match self {
            Cell::Cited(citations) => citations.iter().collect(),
            Cell::List(items) | Cell::Brief(items) => {
                items.iter().flat_map(Cell::citations).collect()
            }
            Cell::Sentences(lines) => lines.iter().flat_map(Line::citations).collect(),
            _ => Vec::new(),
        }
    }

    /// The order of two cells of a column; missing ones are told apart by `is_missing`.
    pub fn order(&self, other: &Cell) -> Ordering {
        match (self.number(), other.number()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => self.words().cmp(&other.words()),
        }
    }

    /// The number that a cell is sorted by.
    fn number(&self) -> Option<f64> {
        match self {
            Cell::Count(count) => Some(*count as f64),
            Cell::Percentile(number)
            | Cell::Number(number)
            | Cell::YearsIn(number)
            | Cell::Percent(number)
            | Cell::Difference(number) => Some(*number),
            Cell::Change(change) => Some(*change as f64),
            Cell::Money(usd) => Some(usd.dollars()),
            Cell::Pay(pay) => pay.usd().or(pay.bound()).map(|usd| usd.dollars()),
            Cell::Standing(standing) => match *standing {
                Standing::Published(p) | Standing::Estimate(p) => Some(p),
                Standing::Tie { from, .. } => Some(from),
                Standing::Above(p) | Standing::Below(p) => Some(p),
                Standing::Missing => None,
            },
            Cell::Between(points) => points.first().map(|point| point.usd.dollars()),
            Cell::Years(span) => Some(f64::from(span.from)),
            Cell::Elapsed(elapsed) => Some(f64::from(elapsed.from)),
            Cell::Posted(pay) => Some(pay.low),
            Cell::LineNumber(line) => Some(*line as f64),
            Cell::ByYear(year) | Cell::Year(year) => Some(f64::from(*year)),
            Cell::Status(status) => Some(f64::from(*status as u8)),
            Cell::Basis(basis) => Some(f64::from(*basis as u8)),
            // A grade such as `10` comes after `9`.
            Cell::Text(text) => text.parse::<u32>().ok().map(f64::from),
            _ => None,
        }
    }

    /// The words that a cell is sorted by.
    fn words(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Link(text) | Cell::Inferred(text) => text.to_lowercase(),
            Cell::Month(month) => month.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Command(words) => words.join(" "),
            Cell::Sentences(lines) => lines.iter().map(Line::words).collect(),
            Cell::Cited(citations) => {
                let cited: Vec<String> = citations.iter().map(Citation::to_string).collect();
                cited.join(" ")
            }
            Cell::List(items) | Cell::Brief(items) => {
                let words: Vec<String> = items.iter().map(Cell::words).collect();
                words.join(" ")
            }
            _ => String::new(),
        }
    }
}

/// A line of words and values, still no text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line(pub Vec<Piece>);

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Our own words.
    Words(&'static str),
    /// A value.
    Value(Cell),
}

impl From<&'static str> for Piece {
    fn from(words: &'static str) -> Self {
        Piece::Words(words)
    }
}

impl From<Cell> for Piece {
    fn from(cell: Cell) -> Self {
        Piece::Value(cell)
    }
}

impl From<&String> for Piece {
    fn from(text: &String) -> Self {
        Piece::Value(Cell::text(text.clone()))
    }
}

impl From<&Text> for Piece {
    fn from(text: &Text) -> Self {
        Piece::Value(Cell::text(*text))
    }
}

impl Line {
    /// Adds pieces at the end.
    pub fn then(mut self, more: Line) -> Line {
        self.0.extend(more.0);
        self
    }

    /// Lines one after the other, with words between them.
    pub fn joined(lines: impl IntoIterator<Item = Line>, between: &'static str) -> Line {
        let mut all = Line::default();
        for (number, line) in lines.into_iter().enumerate() {
            all = if number == 0 { line } else { all.then(between.into()).then(line) };
        }
        all
    }

    /// A number of things, before what one or several of them are called: `1 level`, `4 levels`.
    pub fn counted(number: usize, one: &'static str, several: &'static str) -> Line {
        line![Cell::Count(number as u64), " ", if number == 1 { one } else { several }]
    }

    /// A number of years: `1 year`, `2.5 years`.
    pub fn years(number: f64) -> Line {
        line![Cell::YearsIn(number), if number == 1.0 { " year" } else { " years" }]
    }

    /// The words that it is sorted by.
    fn words(&self) -> String {
        let words = self.0.iter().map(|piece| match piece {
            Piece::Words(words) => (*words).to_owned(),
            Piece::Value(cell) => cell.words(),
        });
        words.collect()
    }

    /// Every citation inside.
    pub fn citations(&self) -> Vec<&Citation> {
        let values = self.0.iter().filter_map(|piece| match piece {
            Piece::Value(cell) => Some(cell.citations()),
            Piece::Words(_) => None,
        });
        values.flatten().collect()
    }
}

impl From<&'static str> for Line {
    fn from(words: &'static str) -> Self {
        Line(vec![Piece::Words(words)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_ordered_by_value_not_by_how_they_look() {
        let pay = |dollars| Cell::Pay(Pay::Published(Usd::whole(dollars)));
        assert_eq!(pay(95_000).order(&pay(102_000)), Ordering::Less);
        assert_eq!(Cell::Count(9).order(&Cell::Count(10)), Ordering::Less);
        assert_eq!(Cell::text("agile").order(&Cell::text("Budgeting")), Ordering::Less);
    }
}
