//! `label: value` lines for screen readers, pipes and mail: no boxes, no signs. Knows no width.

use std::io::{self, Write};

use super::human::Voice;
use super::{Charset, Notes, Style, ascii};
use crate::report::Document;
use crate::report::sheet::{Layout, Sheet};

pub(super) fn write(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let voice = Voice::spoken(&document.footnotes).with(style.charset);
    let mut lines = vec![voice.line(&document.answer)];
    for sheet in &document.readable {
        lines.push(String::new());
        let heading = voice.line(&sheet.heading);
        if !heading.is_empty() {
            lines.push(format!("{heading}:"));
        }
        records(sheet, &voice, &mut lines);
    }
    if style.notes == Notes::Shown && !document.notes.is_empty() {
        lines.push(String::new());
        lines.extend(document.notes.iter().map(|note| format!("Note: {}", voice.line(note))));
    }
    if !document.footnotes.is_empty() {
        lines.push(String::new());
        let sources = document.footnotes.iter();
        lines.extend(sources.map(|note| format!("Source: {}", voice.line(&note.full))));
    }
    for line in lines {
        match style.charset {
            Charset::Unicode => writeln!(out, "{line}")?,
            Charset::Ascii => writeln!(out, "{}", ascii(&line))?,
        }
    }
    Ok(())
}

fn records(sheet: &Sheet, voice: &Voice<'_>, lines: &mut Vec<String>) {
    for (index, row) in sheet.rows.iter().enumerate() {
        if index > 0 && !matches!(sheet.layout, Layout::List | Layout::Pairs) {
            lines.push(String::new());
        }
        let numbered = |title: &str| match sheet.layout {
            Layout::Checklist if title == sheet.heads[0].title => format!("{title} {}", index + 1),
            _ => title.to_owned(),
        };
        let filled = sheet.heads.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        lines.extend(
            filled.map(|(head, cell)| format!("{}: {}", numbered(&head.title), voice.cell(cell))),
        );
    }
}
