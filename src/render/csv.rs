//! Comma-separated values of one sheet: plain numbers, a header of keys. Knows nothing of how people read.

use std::io::{self, Write};

use super::human::{clean, command_text};
use crate::report::Document;
use crate::report::cell::{Cell, Line, Piece};
use crate::report::units::{Pay, Standing};

pub(super) fn write(document: &Document<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Some(sheet) = document.sheets.get(document.addressed) else {
        return Ok(());
    };
    table(sheet.heads.iter().map(|head| head.key), sheet.rows.iter().map(|row| &row.cells), out)
}

/// Writes rows under a header.
pub(super) fn table<'a>(
    heads: impl Iterator<Item = &'a str>,
    rows: impl Iterator<Item = impl std::borrow::Borrow<Vec<Cell>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(heads)?;
    for row in rows {
        writer.write_record(row.borrow().iter().map(field))?;
    }
    writer.flush()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Link(text) | Cell::Inferred(text) => guarded(clean(text)),
        Cell::Count(count) => count.to_string(),
        Cell::Percentile(number)
        | Cell::YearsIn(number)
        | Cell::Number(number)
        | Cell::Percent(number)
        | Cell::Difference(number) => number.to_string(),
        Cell::Change(change) => change.to_string(),
        Cell::Money(usd) => usd.rounded().to_string(),
        Cell::Pay(pay) => pay_field(pay),
        Cell::Standing(standing) => standing_field(*standing),
        Cell::Basis(basis) | Cell::Mark(basis) => basis.word().to_owned(),
        Cell::Between(points) => {
            let points = points.iter().map(|p| format!("P{} {}", p.percentile, p.usd.rounded()));
            points.collect::<Vec<_>>().join("; ")
        }
        Cell::Years(span) => match span.to {
            // Not `3-7`, which a spreadsheet takes for a date.
            Some(to) => format!("{} to {to}", span.from),
            None => format!("{}+", span.from),
        },
        Cell::Elapsed(elapsed) if !elapsed.is_known() => String::new(),
        Cell::Elapsed(elapsed) => match elapsed.most() {
            Some(to) => format!("{} to {to}", elapsed.from),
            None => format!("{}+", elapsed.from),
        },
        Cell::Posted(pay) => match pay.high {
            Some(high) => format!("{} to {high}", pay.low),
            None => pay.low.to_string(),
        },
        Cell::LineNumber(line) => line.to_string(),
        Cell::ByYear(year) | Cell::Year(year) => year.to_string(),
        Cell::Month(month) => month.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Status(status) => status.word().to_owned(),
        Cell::Command(words) => command_text(words),
        Cell::Cited(citations) => {
            let cited: Vec<String> = citations.iter().map(ToString::to_string).collect();
            guarded(cited.join("; "))
        }
        Cell::Sentences(lines) => guarded(lines.iter().map(line).collect::<Vec<_>>().join("; ")),
        Cell::List(items) | Cell::Brief(items) => {
            guarded(items.iter().map(field).collect::<Vec<_>>().join("; "))
        }
    }
}

/// A line with its values as they stand in cells of their own.
fn line(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece {
        Piece::Words(words) => (*words).to_owned(),
        Piece::Value(Cell::Cited(citations)) => format!("[{}]", field(&Cell::cited(citations))),
        Piece::Value(cell) => field(cell),
    });
    pieces.collect()
}

fn pay_field(pay: &Pay) -> String {
    match pay {
        Pay::Published(usd) | Pay::Estimate(usd) => usd.rounded().to_string(),
        Pay::Above(point) => format!(">{}", point.usd.rounded()),
        Pay::Below(point) => format!("<{}", point.usd.rounded()),
        Pay::AtLeast(usd) => format!(">={}", usd.rounded()),
        Pay::Missing(_) => String::new(),
    }
}

fn standing_field(standing: Standing) -> String {
    match standing {
        Standing::Published(percentile) => percentile.to_string(),
        Standing::Estimate(percentile) => format!("{percentile:.1}"),
        Standing::Tie { from, to } => format!("{from}-{to}"),
        Standing::Above(percentile) => format!(">{percentile}"),
        Standing::Below(percentile) => format!("<{percentile}"),
        Standing::Missing => String::new(),
    }
}

/// Text that a spreadsheet would take for a formula gets an apostrophe in front.
fn guarded(text: String) -> String {
    // Some programs pass over spaces, and over signs that nobody sees, before they look.
    let first = text.chars().find(|sign| {
        !sign.is_whitespace() && !matches!(sign, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}')
    });
    match first {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_starts_a_formula_is_guarded() {
        for text in ["=1+1", "+1", "-1", "@x", " =1", "\u{200b}=1", "＝1"] {
            assert_eq!(field(&Cell::text(text)), format!("'{text}"));
        }
        assert_eq!(field(&Cell::YearsIn(2.5)), "2.5");
    }
}
