//! Markdown, written by hand so that it escapes everything: tables, lists, checklists. Knows no width.

use std::io::{self, Write};

use super::human::Voice;
use super::{Charset, Notes, Style, ascii};
use crate::report::Document;
use crate::report::sheet::{Align, Layout, Sheet};

pub(super) fn write(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let voice = Voice::compact(&document.footnotes);
    let mut text = format!("**{}**\n", escaped(&voice.line(&document.answer)));
    for sheet in &document.readable {
        text.push('\n');
        let heading = voice.line(&sheet.heading);
        if !heading.is_empty() {
            text.push_str(&format!("## {}\n\n", escaped(&heading)));
        }
        text.push_str(&body(sheet, &voice));
    }
    if style.notes == Notes::Shown && !document.notes.is_empty() {
        text.push('\n');
        for (index, note) in document.notes.iter().enumerate() {
            text.push_str(&format!("{}. {}\n", index + 1, escaped(&voice.line(note))));
        }
    }
    if !document.footnotes.is_empty() {
        text.push_str("\n## Sources\n\n");
        for (index, note) in document.footnotes.iter().enumerate() {
            text.push_str(&format!("- [{}] {}\n", index + 1, escaped(&voice.line(&note.full))));
        }
    }
    match style.charset {
        Charset::Unicode => out.write_all(text.as_bytes()),
        Charset::Ascii => out.write_all(ascii(&text).as_bytes()),
    }
}

fn body(sheet: &Sheet, voice: &Voice<'_>) -> String {
    match sheet.layout {
        Layout::Table => table(sheet, voice),
        Layout::List | Layout::Pairs => items(sheet, voice, "- "),
        Layout::Checklist => items(sheet, voice, "- [ ] "),
        Layout::Record => record(sheet, voice),
    }
}

fn table(sheet: &Sheet, voice: &Voice<'_>) -> String {
    let titles: Vec<String> = sheet.heads.iter().map(|head| escaped(&head.title)).collect();
    let rules: Vec<&str> = sheet
        .heads
        .iter()
        .map(|head| match head.align {
            Align::Left => "---",
            Align::Right => "---:",
        })
        .collect();
    let mut text = format!("| {} |\n| {} |\n", titles.join(" | "), rules.join(" | "));
    for row in &sheet.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| escaped(&voice.cell(cell))).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

fn items(sheet: &Sheet, voice: &Voice<'_>, mark: &str) -> String {
    let mut text = String::new();
    for row in &sheet.rows {
        let cells = row.cells.iter().filter(|cell| !cell.is_empty());
        let cells: Vec<String> = cells.map(|cell| escaped(&voice.cell(cell))).collect();
        text.push_str(&format!("{mark}{}\n", cells.join(" · ")));
    }
    text
}

fn record(sheet: &Sheet, voice: &Voice<'_>) -> String {
    let mut text = String::new();
    for row in &sheet.rows {
        for (head, cell) in sheet.heads.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty())
        {
            text.push_str(&format!(
                "- **{}:** {}\n",
                escaped(&head.title),
                escaped(&voice.cell(cell))
            ));
        }
    }
    text
}

/// Text that Markdown shows as it is, on one line.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (index, sign) in text.chars().enumerate() {
        let marks_up = matches!(sign, '\\' | '|' | '<' | '*' | '_' | '`' | '~');
        let opens_block = index == 0 && matches!(sign, '#' | '>' | '+' | '-');
        let opens_target = sign == '(' && safe.ends_with(']');
        if marks_up || opens_block || opens_target {
            safe.push('\\');
        }
        safe.push(if sign == '\n' { ' ' } else { sign });
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(escaped("a|b <b> *c* `d`"), "a\\|b \\<b> \\*c\\* \\`d\\`");
        assert_eq!(escaped("[x](javascript:1)"), "[x]\\(javascript:1)");
        assert_eq!(escaped("# h"), "\\# h");
    }
}
