//! Markdown, written by hand so that it escapes everything: tables, lists, checklists. Knows no width.

use std::io::{self, Write};

use super::human::Voice;
use super::{Charset, Notes, Style, ascii};
use crate::report::Document;
use crate::report::sheet::{Align, Layout, Sheet};

pub(super) fn write(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let voice = Voice::compact(&document.footnotes).with(style.charset);
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
    for (place, sign) in text.char_indices() {
        let (before, behind) = (text[..place].trim_start(), &text[place + sign.len_utf8()..]);
        let marks_up = matches!(sign, '\\' | '|' | '<' | '*' | '_' | '`' | '~');
        let opens_block = match sign {
            '#' | '>' | '+' | '-' => before.is_empty(),
            // `1. ` begins a list.
            '.' | ')' => {
                let numbered = !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
                numbered && (behind.is_empty() || behind.starts_with(' '))
            }
            _ => false,
        };
        // The target of a link, or what a link of that name leads to.
        let opens_target = matches!(sign, '(' | ':') && safe.ends_with(']');
        if marks_up || opens_block || opens_target || sign == '&' && is_entity(behind) {
            safe.push('\\');
        }
        safe.push(if sign == '\n' { ' ' } else { sign });
    }
    safe
}

/// Whether what follows `&` makes it stand for another sign.
fn is_entity(behind: &str) -> bool {
    const LONGEST: usize = 33;
    let end = behind.bytes().take(LONGEST).position(|byte| byte == b';');
    let name = end.and_then(|end| behind.get(..end)).unwrap_or_default();
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(escaped("a|b <b> *c* `d`"), "a\\|b \\<b> \\*c\\* \\`d\\`");
        assert_eq!(escaped("[x](javascript:1)"), "[x]\\(javascript:1)");
        assert_eq!(escaped("# h"), "\\# h");
        assert_eq!(escaped("  - h"), "  \\- h");
        assert_eq!(escaped("1. h"), "1\\. h");
        assert_eq!(escaped("[x]: http://y"), "[x]\\: http://y");
        assert_eq!(escaped("R&D &lt;b&gt; &#60;"), "R&D \\&lt;b\\&gt; \\&#60;");
        assert_eq!(escaped("1.5, 2) [1] [2]"), "1.5, 2) [1] [2]");
    }
}
