//! Aligned columns for a terminal; where they do not fit, short records.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Paint};

use super::human::{Tone, Voice};
use super::layout::{self, GAP, Lines, columns, width};
use super::timeline::Row;
use super::{Charset, Colour, Notes, Style, ascii, chart, timeline};
use crate::report::Document;
use crate::report::cell::{Cell, Piece};
use crate::report::sheet::{Align, Head, Layout, Sheet, SheetRow};

/// Below this width a row becomes a record.
const NARROW: usize = 60;

/// What stands in place of a chart where there is no room for one.
const NO_CHART: &str = "(a chart needs 60 columns)";

const MARGIN: &str = "  ";

const PLAIN: Paint = Paint::new();
const ANSWER: Paint = Paint::new().bold();
const HEADING: Paint = Paint::new().bold();
const QUIET: Paint = Paint::new().dimmed();
const YOURS: Paint = AnsiColor::Cyan.on_default().bold();

/// A finished line and how it is painted.
type Painted = (Paint, String);

pub(super) fn write(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let page = Page { voice: Voice::compact(&document.footnotes), width: style.width };
    let answer = page.voice.line(&document.answer);
    let mut lines = match document.answer.0.as_slice() {
        // A path that is broken cannot be used.
        [Piece::Value(Cell::Link(_))] => vec![(ANSWER, answer)],
        _ => page.wrapped(ANSWER, &answer, "", ""),
    };
    if let Some(timeline) = document.timeline.as_ref().filter(|_| style.width >= NARROW) {
        lines.extend(picture(timeline::draw(timeline, style.width - MARGIN.len()), MARGIN));
    }
    if let Some(chart) = &document.chart {
        lines.extend(match style.width < NARROW {
            true => separated(page.wrapped(QUIET, NO_CHART, "", "")),
            false => picture(chart::draw(chart, &page.voice, style.width), ""),
        });
    }
    lines.extend(document.readable.iter().flat_map(|sheet| separated(page.sheet(sheet))));
    if style.notes == Notes::Shown {
        lines.extend(separated(page.notes(document)));
    }
    lines.extend(separated(page.sources(document)));
    for (paint, line) in lines {
        let line = match style.charset {
            Charset::Unicode => line,
            Charset::Ascii => ascii(&line),
        };
        match style.colour {
            Colour::On if paint != PLAIN => write!(out, "{paint}{line}{paint:#}")?,
            _ => out.write_all(line.as_bytes())?,
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The lines after an empty one, if there are any.
fn separated(lines: Vec<Painted>) -> Vec<Painted> {
    let gap = (!lines.is_empty()).then(|| (PLAIN, String::new()));
    gap.into_iter().chain(lines).collect()
}

/// The lines of a picture, painted.
fn picture(rows: Vec<Row>, margin: &str) -> Vec<Painted> {
    let painted = rows.into_iter().map(|row| {
        let paint = if row.yours { YOURS } else { PLAIN };
        (paint, format!("{margin}{}", row.text))
    });
    separated(painted.collect())
}

struct Page<'a> {
    voice: Voice<'a>,
    width: usize,
}

impl Page<'_> {
    fn wrapped(&self, paint: Paint, text: &str, first: &str, rest: &str) -> Vec<Painted> {
        // Nothing takes more columns than bytes.
        let fits = |words: &str| words.len() + first.len().max(rest.len()) <= self.width;
        let tidy = !text.is_empty() && text.trim() == text && !text.contains('\n');
        if tidy && fits(text) {
            return vec![(paint, format!("{first}{text}"))];
        }
        let lines = Lines {
            first,
            rest,
            width: self.width,
            // An address that is broken cannot be followed.
            breaks_words: !text.contains("://") && !text.split(' ').all(fits),
        };
        lines.of(text).into_iter().map(|line| (paint, line)).collect()
    }

    fn sheet(&self, sheet: &Sheet) -> Vec<Painted> {
        let heading = self.voice.line(&sheet.heading);
        let mut lines = match heading.is_empty() {
            true => Vec::new(),
            false => self.wrapped(HEADING, &heading, "", ""),
        };
        lines.extend(match sheet.layout {
            Layout::Record => self.records(sheet),
            Layout::List => self.items(sheet, |_| "• ".to_owned()),
            Layout::Checklist => self.steps(sheet),
            Layout::Table | Layout::Pairs => {
                self.table(sheet).unwrap_or_else(|| self.stacked(sheet))
            }
        });
        lines
    }

    /// The columns of a row that have something to show.
    fn filled<'s>(
        &self,
        sheet: &'s Sheet,
        cells: &'s [Cell],
    ) -> impl Iterator<Item = (&'s Head, Cow<'s, str>)> {
        let filled = sheet.heads.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        // Beside a label there is room for the word behind a sign.
        let spoken = Voice { tone: Tone::Spoken, ..self.voice };
        let shown: Vec<(&Head, Cow<'_, str>)> = filled
            .map(|(head, cell)| match cell {
                Cell::Status(_) => (head, spoken.cell(cell)),
                _ => (head, self.voice.cell(cell)),
            })
            .collect();
        shown.into_iter()
    }

    /// One `Title  value` line for each column.
    fn records(&self, sheet: &Sheet) -> Vec<Painted> {
        if self.width < NARROW {
            return self.stacked(sheet);
        }
        let widest = sheet.heads.iter().map(|head| width(&head.title)).max().unwrap_or(0);
        let rest = " ".repeat(MARGIN.len() + widest + GAP);
        let mut lines = Vec::new();
        for (index, row) in sheet.rows.iter().enumerate() {
            lines.extend((index > 0).then(|| (PLAIN, String::new())));
            for (head, value) in self.filled(sheet, &row.cells) {
                let gap = " ".repeat(widest - width(&head.title) + GAP);
                let first = format!("{MARGIN}{}{gap}", head.title);
                lines.extend(self.wrapped(PLAIN, &value, &first, &rest));
            }
        }
        lines
    }

    /// Each row as `Title: value` lines.
    fn stacked(&self, sheet: &Sheet) -> Vec<Painted> {
        let mut lines = Vec::new();
        for (index, row) in sheet.rows.iter().enumerate() {
            lines.extend((index > 0).then(|| (PLAIN, String::new())));
            let paint = if row.yours { YOURS } else { PLAIN };
            for (head, value) in self.filled(sheet, &row.cells) {
                let labelled = match head.title.is_empty() || sheet.layout == Layout::Pairs {
                    true => value,
                    false => format!("{}: {value}", head.title).into(),
                };
                lines.extend(self.wrapped(paint, &labelled, "", MARGIN));
            }
        }
        lines
    }

    /// Each row as one item.
    fn items(&self, sheet: &Sheet, mark: impl Fn(usize) -> String) -> Vec<Painted> {
        let mut lines = Vec::new();
        for (index, row) in sheet.rows.iter().enumerate() {
            let cells: Vec<Cow<'_, str>> =
                self.filled(sheet, &row.cells).map(|(_, value)| value).collect();
            let first = format!("{MARGIN}{}", mark(index));
            let rest = " ".repeat(width(&first));
            lines.extend(self.wrapped(PLAIN, &cells.join(" "), &first, &rest));
        }
        lines
    }

    /// Each row as a numbered line, with all but its first cell below.
    fn steps(&self, sheet: &Sheet) -> Vec<Painted> {
        let mut lines = Vec::new();
        for (index, row) in sheet.rows.iter().enumerate() {
            let mut cells = self.filled(sheet, &row.cells).map(|(_, value)| value);
            let first = format!("{MARGIN}{}. ", index + 1);
            let rest = " ".repeat(width(&first));
            lines.extend(self.wrapped(PLAIN, &cells.next().unwrap_or_default(), &first, &rest));
            let details = cells.collect::<Vec<_>>().join("; ");
            lines.extend(self.wrapped(QUIET, &details, &rest, &rest));
        }
        lines
    }

    /// The sheet as aligned columns; `None` where a word would have to be broken.
    fn table(&self, sheet: &Sheet) -> Option<Vec<Painted>> {
        let room = self.width.checked_sub(MARGIN.len()).filter(|_| self.width >= NARROW)?;
        let headed = sheet.layout == Layout::Table;
        let titles =
            headed.then(|| sheet.heads.iter().map(|head| head.title.as_str().into()).collect());
        let shown = sheet
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| self.shown(cell, headed)).collect());
        let rows: Vec<layout::Row<'_>> = titles.into_iter().chain(shown).collect();
        let sides: Vec<Align> = sheet.heads.iter().map(|head| head.align).collect();
        let set = columns(&rows, &sides, room)?;
        let paint = |row: &SheetRow| if row.yours { YOURS } else { PLAIN };
        let paints = headed.then_some(QUIET).into_iter().chain(sheet.rows.iter().map(paint));
        let painted = paints.zip(set).flat_map(|(paint, lines)| {
            lines.into_iter().map(move |line| (paint, format!("{MARGIN}{line}")))
        });
        let mut lines: Vec<Painted> = painted.collect();
        lines.extend(self.legend(sheet).map(|legend| (QUIET, format!("{MARGIN}{legend}"))));
        Some(lines)
    }

    /// What the signs of a table stand for, where it has signs.
    fn legend(&self, sheet: &Sheet) -> Option<String> {
        let cells = || sheet.rows.iter().flat_map(|row| &row.cells);
        let spoken = Voice { tone: Tone::Spoken, ..self.voice };
        let mut signs: Vec<String> = Vec::new();
        for cell in cells().filter(|cell| matches!(cell, Cell::Status(_))) {
            let sign = format!("{} {}", self.voice.cell(cell), spoken.cell(cell));
            if !signs.contains(&sign) {
                signs.push(sign);
            }
        }
        (!signs.is_empty()).then(|| signs.join("   "))
    }

    fn shown<'c>(&self, cell: &'c Cell, headed: bool) -> Cow<'c, str> {
        match self.voice.cell(cell) {
            text if text.is_empty() && headed => "–".into(),
            text => text,
        }
    }

    fn notes(&self, document: &Document<'_>) -> Vec<Painted> {
        let notes = document.notes.iter().enumerate().flat_map(|(index, note)| {
            let first = format!("{MARGIN}({}) ", index + 1);
            let rest = " ".repeat(first.len());
            self.wrapped(QUIET, &self.voice.line(note), &first, &rest)
        });
        notes.collect()
    }

    fn sources(&self, document: &Document<'_>) -> Vec<Painted> {
        let sources = document.footnotes.iter().enumerate().flat_map(|(index, note)| {
            let first = format!("{MARGIN}[{}] ", index + 1);
            let rest = " ".repeat(first.len());
            self.wrapped(QUIET, &self.voice.line(&note.full), &first, &rest)
        });
        sources.collect()
    }
}
