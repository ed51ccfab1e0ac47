//! The whole answer for programs: one envelope around the report. Knows no column and no width.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::human::Voice;
use super::{Notes, Style};
use crate::report::units::is_printable;
use crate::report::{Document, Report};

/// The version of the envelope; it grows only by additions.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct Envelope<'a, D: Serialize, S: Serialize> {
    format_version: u32,
    report: &'static str,
    dataset: D,
    answer: String,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    from_profile: &'a [&'static str],
    data: &'a dyn Report,
    notes: Vec<String>,
    sources: S,
}

pub(super) fn write(
    document: &Document<'_>,
    report: &mut dyn Report,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let voice = Voice::spoken(&document.footnotes);
    let notes = match style.notes {
        Notes::Shown => document.notes.iter().map(|note| voice.line(note)).collect(),
        Notes::Hidden => Vec::new(),
    };
    let envelope = Envelope {
        format_version: FORMAT_VERSION,
        report: document.name,
        dataset: &document.dataset,
        answer: Voice::compact(&document.footnotes).line(&document.answer),
        from_profile: &document.from_profile,
        data: report,
        notes,
        sources: &document.sources,
    };
    let text = serde_json::to_string_pretty(&envelope)?;
    writeln!(out, "{}", escaped(&text))
}

/// JSON in which what a terminal would act on is written as an escape; such signs stand in strings only.
pub(super) fn escaped(json: &str) -> Cow<'_, str> {
    // Most is plain ASCII, where nothing acts but a control.
    let plain = |all: bool, byte: &u8| all & (matches!(byte, b' '..=b'~') | (*byte == b'\n'));
    let acts = |letter: char| letter != '\n' && !is_printable(letter);
    if json.as_bytes().iter().fold(true, plain) || !json.contains(acts) {
        return json.into();
    }
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        match acts(letter) {
            false => text.push(letter),
            true => {
                let mut units = [0; 2];
                for unit in letter.encode_utf16(&mut units) {
                    text.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_acts_on_is_escaped_and_means_the_same() {
        let text = "a\u{9b}31m\u{202e}b\u{e0001}\u{1b}[2J é\n\u{7f}";
        let json = serde_json::to_string(text).unwrap();
        let safe = escaped(&json);
        assert!(safe.chars().all(is_printable), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), text);
        assert_eq!(escaped("{\n  \"a\": 1\n}"), "{\n  \"a\": 1\n}");
    }
}
