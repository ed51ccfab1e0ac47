//! Aligned columns for a terminal; below 60 columns, short records. The only file that knows comfy-table.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Paint};
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle,
};
use textwrap::{Options, wrap};
use unicode_width::UnicodeWidthStr;

use super::human::Voice;
use super::{Charset, Colour, Notes, Style, ascii, timeline};
use crate::report::Document;
use crate::report::sheet::{Align, Layout, Sheet};

/// Below this width a row becomes a record.
const NARROW: usize = 60;

const ANSWER: Paint = Paint::new().bold();
const HEADING: Paint = Paint::new().underline();
const QUIET: Paint = Paint::new().dimmed();
const YOURS: Paint = AnsiColor::Cyan.on_default().bold();

/// A finished line and how it is painted.
type Painted = (Paint, String);

pub(super) fn write(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let page = Page { voice: Voice::compact(&document.footnotes), width: style.width };
    let mut lines = page.wrapped(ANSWER, &page.voice.line(&document.answer), "", "");
    if let Some(timeline) = &document.timeline
        && style.width >= NARROW
    {
        let drawn = timeline::draw(timeline, style.width);
        lines.extend(separated(drawn.into_iter().map(|(paint, line)| (paint, line)).collect()));
    }
    for sheet in document.sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
        lines.extend(separated(page.sheet(sheet)));
    }
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
            Colour::On if !line.is_empty() => writeln!(out, "{paint}{line}{paint:#}")?,
            _ => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

/// The lines after an empty one, if there are any.
fn separated(lines: Vec<Painted>) -> Vec<Painted> {
    let gap = (!lines.is_empty()).then(|| (Paint::new(), String::new()));
    gap.into_iter().chain(lines).collect()
}

struct Page<'a> {
    voice: Voice<'a>,
    width: usize,
}

impl Page<'_> {
    fn wrapped(&self, paint: Paint, text: &str, first: &str, rest: &str) -> Vec<Painted> {
        let options = Options::new(self.width).initial_indent(first).subsequent_indent(rest);
        wrap(text, options).into_iter().map(|line| (paint, line.into_owned())).collect()
    }

    fn sheet(&self, sheet: &Sheet) -> Vec<Painted> {
        let mut sheet = sheet.clone();
        sheet.keep_readable();
        let heading = self.voice.line(&sheet.heading);
        let mut lines = Vec::new();
        if !heading.is_empty() {
            lines.extend(self.wrapped(HEADING, &heading, "", ""));
        }
        lines.extend(match (self.width < NARROW, sheet.layout) {
            (_, Layout::Record) => self.record(&sheet),
            (true, Layout::Table) => self.stacked(&sheet),
            (true, Layout::List | Layout::Checklist) => self.items(&sheet),
            (false, _) => self.table(&sheet),
        });
        lines
    }

    /// One `Title  value` line for each column.
    fn record(&self, sheet: &Sheet) -> Vec<Painted> {
        let widest = sheet.heads.iter().map(|head| head.title.width()).max().unwrap_or(0);
        let mut lines = Vec::new();
        for row in &sheet.rows {
            for (head, cell) in sheet.heads.iter().zip(&row.cells).filter(|(_, c)| !c.is_empty()) {
                let value = self.voice.cell(cell);
                if self.width < NARROW {
                    let text = format!("{}: {value}", head.title);
                    lines.extend(self.wrapped(Paint::new(), &text, "", "  "));
                } else {
                    let gap = " ".repeat(widest - head.title.width() + 2);
                    let first = format!("  {}{gap}", head.title);
                    let rest = " ".repeat(widest + 4);
                    lines.extend(self.wrapped(Paint::new(), &value, &first, &rest));
                }
            }
        }
        lines
    }

    /// Each row as `Title: value` lines.
    fn stacked(&self, sheet: &Sheet) -> Vec<Painted> {
        let mut lines = Vec::new();
        for (index, row) in sheet.rows.iter().enumerate() {
            if index > 0 {
                lines.push((Paint::new(), String::new()));
            }
            let paint = if row.yours { YOURS } else { Paint::new() };
            for (head, cell) in sheet.heads.iter().zip(&row.cells).filter(|(_, c)| !c.is_empty()) {
                let value = self.voice.cell(cell);
                let label = if head.title.is_empty() { String::new() } else { format!("{}: ", head.title) };
                lines.extend(self.wrapped(paint, &format!("{label}{value}"), "", "  "));
            }
        }
        lines
    }

    /// Each row as one item.
    fn items(&self, sheet: &Sheet) -> Vec<Painted> {
        let items = sheet.rows.iter().flat_map(|row| {
            let cells = row.cells.iter().filter(|cell| !cell.is_empty());
            let cells: Vec<String> = cells.map(|cell| self.voice.cell(cell)).collect();
            self.wrapped(Paint::new(), &cells.join("  "), "• ", "  ")
        });
        items.collect()
    }

    fn table(&self, sheet: &Sheet) -> Vec<Painted> {
        let headed = sheet.layout == Layout::Table;
        let mut table = Table::new();
        table.load_style(SEPARATED).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(self.width - MARGIN.len()).unwrap_or(u16::MAX));
        if headed {
            table.set_header(sheet.heads.iter().map(|head| head.title.as_str()));
        }
        for row in &sheet.rows {
            table.add_row(row.cells.iter().map(|cell| match self.voice.cell(cell) {
                text if text.is_empty() && headed => "–".to_owned(),
                text => text,
            }));
        }
        for (head, column) in sheet.heads.iter().zip(table.column_iter_mut()) {
            column.set_padding((0, 2));
            if head.align == Align::Right {
                column.set_cell_alignment(CellAlignment::Right);
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        let mut row = 0;
        let mut lines = Vec::new();
        for line in table.lines() {
            if line.contains(SEPARATOR) {
                row += 1;
                continue;
            }
            let paint = match (headed, row) {
                (true, 0) => QUIET,
                _ if sheet.rows.get(row - usize::from(headed)).is_some_and(|r| r.yours) => YOURS,
                _ => Paint::new(),
            };
            lines.push((paint, format!("{MARGIN}{}", line.trim_end())));
        }
        lines
    }

    fn notes(&self, document: &Document<'_>) -> Vec<Painted> {
        let notes = document.notes.iter().enumerate().flat_map(|(index, note)| {
            let first = format!("  ({}) ", index + 1);
            let rest = " ".repeat(first.len());
            self.wrapped(QUIET, &self.voice.line(note), &first, &rest)
        });
        notes.collect()
    }

    fn sources(&self, document: &Document<'_>) -> Vec<Painted> {
        let sources = document.footnotes.iter().enumerate().flat_map(|(index, note)| {
            let first = format!("  [{}] ", index + 1);
            let rest = " ".repeat(first.len());
            self.wrapped(QUIET, &self.voice.line(&note.full), &first, &rest)
        });
        sources.collect()
    }
}

const MARGIN: &str = "  ";

/// Drawn between rows so that lines can be told apart by row; never printed.
const SEPARATOR: char = '\u{e000}';

const SEPARATED: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill(SEPARATOR))
    .row_separator(LineStyle::none().fill(SEPARATOR));
