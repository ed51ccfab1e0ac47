//! The whole answer for programs: one envelope around the report. Knows no column and no width.

use std::io::{self, Write};

use serde::Serialize;

use super::human::Voice;
use super::{Notes, Style};
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
    serde_json::to_writer_pretty(&mut *out, &envelope)?;
    writeln!(out)
}
