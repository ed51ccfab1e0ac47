//! Rules on the files as text: shape, keys, empty strings, control characters. Knows no noun.

use super::Findings;
use crate::catalog::printable::is_printable;
use crate::dataset::raw::Raw;
use crate::dataset::texts;
use crate::intake::TOML_DEPTH;

pub(super) fn unreadable_file(raw: &Raw, findings: &mut Findings) {
    for malformed in &raw.malformed {
        let said = malformed.message.trim().replace('\n', ", ");
        let (message, hint) = match said.contains("recursion") {
            true => {
                let deep =
                    format!("tables and lists stand more than {TOML_DEPTH} deep in each other");
                (deep, "docs/input.md lists all limits")
            }
            false => (said, "docs/dataset.md shows what each file holds"),
        };
        findings.report(malformed.file, malformed.span.clone(), message, hint);
    }
}

pub(super) fn unknown_key(raw: &Raw, findings: &mut Findings) {
    for unknown in &raw.unknown_keys {
        let message = format!("`{}` is no key of this table", unknown.key);
        let hint = "docs/dataset.md lists the keys; correct it or take it out";
        findings.report(unknown.file, unknown.span.clone(), message, hint);
    }
}

pub(super) fn empty_text(raw: &Raw, findings: &mut Findings) {
    for (file, span, text) in texts(raw) {
        if text.trim().is_empty() {
            let hint = "write what belongs here, or take the key out";
            findings.report(file, span, "this text is empty".to_owned(), hint);
        }
    }
}

pub(super) fn control_character(raw: &Raw, findings: &mut Findings) {
    for (file, span, text) in texts(raw) {
        if let Some(found) = text.chars().find(|c| !is_printable(*c)) {
            let message =
                format!("this text holds the control character {}", found.escape_unicode());
            findings.report(file, span, message, "take it out, and put the text on one line");
        }
    }
}

pub(super) fn incomplete(raw: &Raw, findings: &mut Findings) {
    // Where a file could not be read, what is missing says nothing.
    if !raw.malformed.is_empty() {
        return;
    }
    let needed = [
        ("dataset.toml", raw.about.is_none()),
        ("[[levels]]", raw.levels.is_empty()),
        ("[[phases]]", raw.phases.is_empty()),
        ("[[vintages]]", raw.vintages.is_empty()),
        ("[[occupations]]", raw.occupations.is_empty()),
    ];
    let missing: Vec<&str> =
        needed.iter().filter(|(_, missing)| *missing).map(|(what, _)| *what).collect();
    if !missing.is_empty() {
        let message = format!("the dataset has no {}", missing.join(", no "));
        let hint = "add it as docs/dataset.md shows; to add to our dataset instead, \
                    read both: --dataset builtin --dataset DIR";
        findings.report(0, 0..0, message, hint);
    }
    let Some(about) = &raw.about else { return };
    let basis = about.entry.default_occupation.get_ref();
    let mut wages = raw.market.national_wages.iter().map(|placed| &placed.entry);
    if !wages.any(|of| of.occupation.get_ref() == basis && !of.wages.rows.is_empty()) {
        let message = format!("the dataset has no wages of its default occupation `{basis}`");
        let span = about.entry.default_occupation.span();
        findings.report(about.file, span, message, format!("add wages/{basis}.toml"));
    }
}
