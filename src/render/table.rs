//! Aligned columns for a terminal; where they do not fit, short records.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Paint};

use super::human::{Tone, Voice};
use super::layout::{self, Columns, GAP, Lines, width};
use super::timeline::Row;
use super::{Charset, Colour, Notes, Style, ascii, chart, timeline};
use crate::report::Document;
use crate::report::cell::{Cell, Line, Piece};
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

pub(super) fn write(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let voice = Voice::compact(&document.footnotes).with(style.charset);
    let mut page = Page { voice, style, out, gap: false };
    let answer = voice.line(&document.answer);
    match document.answer.0.as_slice() {
        // A path that is broken cannot be used.
        [Piece::Value(Cell::Link(_))] => page.line(ANSWER, &[&answer])?,
        _ => page.wrapped(ANSWER, &answer, "", "")?,
    }
    if let Some(timeline) = document.timeline.as_ref().filter(|_| style.width >= NARROW) {
        page.picture(timeline::draw(timeline, style.width - MARGIN.len()), MARGIN)?;
    }
    if let Some(chart) = &document.chart {
        page.gap = true;
        match style.width < NARROW {
            true => page.wrapped(QUIET, NO_CHART, "", "")?,
            false => page.picture(chart::draw(chart, &voice, style.width), "")?,
        }
    }
    for sheet in &document.readable {
        page.gap = true;
        page.sheet(sheet)?;
    }
    if style.notes == Notes::Shown {
        page.gap = true;
        page.numbered(('(', ')'), document.notes.iter())?;
    }
    page.gap = true;
    page.numbered(('[', ']'), document.footnotes.iter().map(|note| &note.full))
}

/// What is written, line by line.
struct Page<'a> {
    voice: Voice<'a>,
    style: &'a Style,
    out: &'a mut dyn Write,
    /// Whether an empty line comes before the next one.
    gap: bool,
}

impl<'a> Page<'a> {
    /// Writes a line, whose text is given in parts.
    fn line(&mut self, paint: Paint, parts: &[&str]) -> io::Result<()> {
        if std::mem::take(&mut self.gap) {
            self.out.write_all(b"\n")?;
        }
        let painted = self.style.colour == Colour::On && paint != PLAIN;
        if painted {
            write!(self.out, "{paint}")?;
        }
        for part in parts {
            match self.style.charset {
                Charset::Unicode => self.out.write_all(part.as_bytes())?,
                Charset::Ascii => self.out.write_all(ascii(part).as_bytes())?,
            }
        }
        if painted {
            write!(self.out, "{paint:#}")?;
        }
        self.out.write_all(b"\n")
    }

    /// Writes a text in as many lines as it takes.
    fn wrapped(&mut self, paint: Paint, text: &str, first: &str, rest: &str) -> io::Result<()> {
        // Nothing takes more columns than bytes.
        let fits = |words: &str| words.len() + first.len().max(rest.len()) <= self.style.width;
        let tidy = !text.is_empty() && text.trim() == text && !text.contains('\n');
        if tidy && fits(text) {
            return self.line(paint, &[first, text]);
        }
        let lines = Lines {
            first,
            rest,
            width: self.style.width,
            // An address that is broken cannot be followed.
            breaks_words: !text.contains("://") && !text.split(' ').all(fits),
        };
        lines.of(text).try_for_each(|(begin, line)| self.line(paint, &[begin, line]))
    }

    /// Writes the lines of a picture.
    fn picture(&mut self, rows: Vec<Row>, margin: &str) -> io::Result<()> {
        self.gap = true;
        rows.into_iter().try_for_each(|row| {
            let paint = if row.yours { YOURS } else { PLAIN };
            self.line(paint, &[margin, &row.text])
        })
    }

    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        let heading = self.voice.line(&sheet.heading);
        if !heading.is_empty() {
            self.wrapped(HEADING, &heading, "", "")?;
        }
        match sheet.layout {
            Layout::Record if self.style.width < NARROW => {
                let voice = self.voice;
                self.stacked(sheet, sheet.rows.iter().map(|row| texts(voice, row)))
            }
            Layout::Record => self.records(sheet),
            Layout::List => self.items(sheet),
            Layout::Checklist => self.steps(sheet),
            Layout::Table | Layout::Pairs => self.table(sheet),
        }
    }

    /// The columns of a row that have something to show.
    fn filled<'s>(
        &self,
        sheet: &'s Sheet,
        row: &'s SheetRow,
    ) -> impl Iterator<Item = (&'s Head, Cow<'s, str>)> + use<'s, 'a> {
        with_heads(self.voice, sheet, row, texts(self.voice, row))
    }

    /// One `Title  value` line for each column.
    fn records(&mut self, sheet: &Sheet) -> io::Result<()> {
        let widest = sheet.heads.iter().map(|head| width(&head.title)).max().unwrap_or(0);
        let rest = " ".repeat(MARGIN.len() + widest + GAP);
        for (index, row) in sheet.rows.iter().enumerate() {
            self.gap |= index > 0;
            for (head, value) in self.filled(sheet, row) {
                let gap = " ".repeat(widest - width(&head.title) + GAP);
                let first = format!("{MARGIN}{}{gap}", head.title);
                self.wrapped(PLAIN, &value, &first, &rest)?;
            }
        }
        Ok(())
    }

    /// Each row as `Title: value` lines.
    fn stacked<'s>(
        &mut self,
        sheet: &'s Sheet,
        rows: impl IntoIterator<Item: IntoIterator<Item = Cow<'s, str>>>,
    ) -> io::Result<()> {
        for (index, (row, texts)) in sheet.rows.iter().zip(rows).enumerate() {
            self.gap |= index > 0;
            let paint = if row.yours { YOURS } else { PLAIN };
            for (head, value) in with_heads(self.voice, sheet, row, texts) {
                let labelled = match head.title.is_empty() || sheet.layout == Layout::Pairs {
                    true => value,
                    false => format!("{}: {value}", head.title).into(),
                };
                self.wrapped(paint, &labelled, "", MARGIN)?;
            }
        }
        Ok(())
    }

    /// Each row as one item.
    fn items(&mut self, sheet: &Sheet) -> io::Result<()> {
        let first = format!("{MARGIN}• ");
        let rest = " ".repeat(width(&first));
        for row in &sheet.rows {
            let cells: Vec<Cow<'_, str>> =
                self.filled(sheet, row).map(|(_, value)| value).collect();
            self.wrapped(PLAIN, &cells.join(" "), &first, &rest)?;
        }
        Ok(())
    }

    /// Each row as a numbered line, with all but its first cell below.
    fn steps(&mut self, sheet: &Sheet) -> io::Result<()> {
        for (index, row) in sheet.rows.iter().enumerate() {
            let mut cells = self.filled(sheet, row).map(|(_, value)| value);
            let first = format!("{MARGIN}{}. ", index + 1);
            let rest = " ".repeat(width(&first));
            self.wrapped(PLAIN, &cells.next().unwrap_or_default(), &first, &rest)?;
            let details = cells.collect::<Vec<_>>().join("; ");
            self.wrapped(QUIET, &details, &rest, &rest)?;
        }
        Ok(())
    }

    /// The sheet as aligned columns, or stacked where a word would have to be broken.
    fn table(&mut self, sheet: &Sheet) -> io::Result<()> {
        let room =
            self.style.width.checked_sub(MARGIN.len()).filter(|_| self.style.width >= NARROW);
        let headed = sheet.layout == Layout::Table;
        let titles =
            headed.then(|| sheet.heads.iter().map(|head| head.title.as_str().into()).collect());
        // Under a heading, nothing is shown as such.
        let nothing = if headed { "–" } else { "" };
        let shown = sheet.rows.iter().map(|row| {
            let texts = texts(self.voice, row);
            texts.map(|text| if text.is_empty() { nothing.into() } else { text }).collect()
        });
        let rows: Vec<layout::Row<'_>> = titles.into_iter().chain(shown).collect();
        let sides: Vec<Align> = sheet.heads.iter().map(|head| head.align).collect();
        let Some(columns) = room.and_then(|room| Columns::of(&rows, &sides, room)) else {
            return self.stacked(sheet, rows.into_iter().skip(usize::from(headed)));
        };
        let paint = |row: &SheetRow| if row.yours { YOURS } else { PLAIN };
        let paints = headed.then_some(QUIET).into_iter().chain(sheet.rows.iter().map(paint));
        for (paint, row) in paints.zip(&rows) {
            columns.set(row, |line| self.line(paint, &[MARGIN, line]))?;
        }
        match self.legend(sheet) {
            Some(legend) => self.line(QUIET, &[MARGIN, &legend]),
            None => Ok(()),
        }
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

    /// Notes or sources with their numbers, in signs.
    fn numbered<'n>(
        &mut self,
        (open, close): (char, char),
        lines: impl Iterator<Item = &'n Line>,
    ) -> io::Result<()> {
        for (index, line) in lines.enumerate() {
            let first = format!("{MARGIN}{open}{}{close} ", index + 1);
            let rest = " ".repeat(first.len());
            self.wrapped(QUIET, &self.voice.line(line), &first, &rest)?;
        }
        Ok(())
    }
}

/// The text of each cell of a row.
fn texts<'s>(voice: Voice<'_>, row: &'s SheetRow) -> impl Iterator<Item = Cow<'s, str>> {
    row.cells.iter().map(move |cell| voice.cell(cell))
}

/// The columns of a row that have something to show, each with its text.
fn with_heads<'s>(
    voice: Voice<'_>,
    sheet: &'s Sheet,
    row: &'s SheetRow,
    texts: impl IntoIterator<Item = Cow<'s, str>>,
) -> impl Iterator<Item = (&'s Head, Cow<'s, str>)> {
    // Beside a label there is room for the word behind a sign.
    let spoken = Voice { tone: Tone::Spoken, ..voice };
    let filled = sheet.heads.iter().zip(&row.cells).zip(texts);
    filled.filter(|((_, cell), _)| !cell.is_empty()).map(move |((head, cell), text)| match cell {
        Cell::Status(_) => (head, spoken.cell(cell)),
        _ => (head, text),
    })
}
