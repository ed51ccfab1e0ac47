//! Rules on the files as text: shape, keys, empty strings, control characters. Knows no noun.

use std::collections::BTreeSet;

use super::Findings;
use super::reference::nearest;
use crate::catalog::printable::is_printable;
use crate::dataset::raw::{FileIndex, OddKeys, Raw, missing_field};
use crate::intake::TOML_DEPTH;

pub(super) fn unreadable_file(raw: &Raw, findings: &mut Findings) {
    // That a key is missing is a finding of its own.
    let lacking: BTreeSet<(FileIndex, usize, &str)> = raw
        .odd_keys
        .iter()
        .flat_map(|odd| odd.missing.iter().map(|key| (odd.file, odd.span.start, *key)))
        .collect();
    for malformed in &raw.malformed {
        let (file, span) = (malformed.file, malformed.span.clone());
        let missing = missing_field(&malformed.message);
        if missing.is_none_or(|key| !lacking.contains(&(file, span.start, key))) {
            let (message, hint) = advice(malformed.message.trim());
            findings.report(file, span, message, hint);
        }
    }
}

/// What the reader expects, in its words and in ours.
const EXPECTED: &[(&str, &str)] = &[
    ("a borrowed string", "text in quotation marks"),
    ("a string", "text in quotation marks"),
    ("a sequence", "a list in brackets: [\"…\"]"),
    ("a boolean", "true or false"),
    ("u32", "a whole number from 0 to 4294967295"),
    ("u64", "a whole number, zero or more"),
    ("i64", "a whole number"),
    ("f64", "a number"),
    ("a map", A_TABLE),
    ("struct ", A_TABLE),
];

/// What stands in place of a value with several parts.
const A_TABLE: &str = "a table in braces, { … }, as docs/dataset.md shows";

/// What the reader says of a file, in words for people, and what to do.
fn advice(message: &str) -> (String, String) {
    let said = message.replace('\n', ", ");
    if said.contains("recursion") {
        let deep = format!("tables and lists stand more than {TOML_DEPTH} deep in each other");
        return (deep, "docs/input.md lists all limits".to_owned());
    }
    if let Some(field) = missing_field(&said) {
        return missing(&[field]);
    }
    if let Some((given, known)) = unknown_variant(&said) {
        let known: BTreeSet<&str> = known.split('`').skip(1).step_by(2).collect();
        let listed: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
        let message = format!("`{given}` is none of {}", listed.join(", "));
        let near = nearest(given, &known);
        let hint = if near.starts_with("did") { near } else { "write one of these".to_owned() };
        return (message, hint);
    }
    if let Some((given, expected)) = said.split_once(", expected ") {
        let in_ours = EXPECTED.iter().find(|(theirs, _)| expected.starts_with(theirs));
        if let Some((_, ours)) = in_ours {
            let given = given.trim_start_matches("invalid type: ");
            let given = given.trim_start_matches("invalid value: ").replace('`', "");
            if given == "map" && expected.starts_with("a sequence") {
                let message = "one table stands in place of a list of them".to_owned();
                return (message, "write its header in double brackets: [[…]]".to_owned());
            }
            let given = if given == "map" { "a table" } else { &given };
            return (format!("{given} does not belong here"), format!("write {ours}"));
        }
    }
    let known = SYNTAX.iter().find(|(part, _)| said.contains(part));
    let hint = known.map_or("docs/dataset.md shows how it is written", |(_, hint)| hint);
    (said, hint.to_owned())
}

/// What to do about text that is no TOML, by a part of what the reader says.
const SYNTAX: &[(&str, &str)] = &[
    ("not UTF-8", "save the file as UTF-8"),
    ("cannot be read", "put a file there that you may read, or take this one away"),
    ("duplicate key", "a key stands once in a table: take one of them out"),
    ("wanted string", "write one of the words that docs/dataset.md lists, in quotation marks"),
    ("basic string", "end the text with a quotation mark, on the same line"),
    ("must be quoted", "put the text in quotation marks"),
    ("comma", "put a comma before this, or close the bracket above"),
    ("key with no value", "write key = value"),
];

fn unknown_variant(said: &str) -> Option<(&str, &str)> {
    let (given, known) = said.strip_prefix("unknown variant `")?.split_once("`, expected ")?;
    Some((given, known))
}

/// How alike a key must be to one that is known to be taken for it.
const ALIKE: f64 = 0.8;

/// How many keys a hint lists.
const LISTED: usize = 12;

pub(super) fn unknown_key(raw: &Raw, findings: &mut Findings) {
    for odd in &raw.odd_keys {
        for (span, key) in &odd.unknown {
            let message = format!("`{key}` is no key of this table");
            // Where there are so many, nobody reads which is meant.
            let near = if findings.is_full() { None } else { meant(key, odd) };
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None if odd.keys.known.len() > LISTED => {
                    "take it out; docs/dataset.md shows what a file may hold".to_owned()
                }
                None => {
                    let known: Vec<&str> = odd.keys.known.keys().map(String::as_str).collect();
                    format!("take it out; this table takes {}", known.join(", "))
                }
            };
            findings.report(odd.file, span.clone(), message, hint);
        }
    }
}

pub(super) fn missing_key(raw: &Raw, findings: &mut Findings) {
    for odd in raw.odd_keys.iter().filter(|odd| !odd.missing.is_empty()) {
        // What stands there under a key that is almost its own is a finding already.
        let misspelt: Vec<&str> =
            odd.unknown.iter().filter_map(|(_, key)| meant(key, odd)).collect();
        let fields: Vec<&str> =
            odd.missing.iter().copied().filter(|key| !misspelt.contains(key)).collect();
        if !fields.is_empty() {
            let (message, hint) = missing(&fields);
            findings.report(odd.file, odd.span.clone(), message, hint);
        }
    }
}

/// That some keys are missing, and what to write.
fn missing(fields: &[&str]) -> (String, String) {
    let named: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    let written: Vec<String> = fields.iter().map(|field| format!("{field} = …")).collect();
    let are = if fields.len() == 1 { "is" } else { "are" };
    (
        format!("{} {are} missing here", named.join(", ")),
        format!("add {}, as docs/dataset.md shows", written.join(", ")),
    )
}

/// The key that was probably meant by one that its table does not take.
fn meant(key: &str, odd: &OddKeys) -> Option<&'static str> {
    let small = key.to_lowercase();
    let likeness = |name: &str| {
        // Short keys share few letters even where only one is wrong.
        let slip = name.len() > 2 && strsim::osa_distance(&small, name) <= 1;
        strsim::jaro_winkler(&small, name) + if slip { 1.0 } else { 0.0 }
    };
    let known = odd.keys.known.keys().map(String::as_str);
    let near = known.filter(|name| likeness(name) > ALIKE);
    near.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}

pub(super) fn empty_text(raw: &Raw, findings: &mut Findings) {
    for odd in &raw.odd_texts {
        if odd.text.trim().is_empty() {
            let hint = "write what belongs here, or take the key out";
            findings.report(odd.file, odd.span.clone(), "this text is empty".to_owned(), hint);
        }
    }
}

pub(super) fn control_character(raw: &Raw, findings: &mut Findings) {
    for odd in &raw.odd_texts {
        if let Some(found) = odd.text.chars().find(|c| !is_printable(*c)) {
            let message =
                format!("this text holds the control character {}", found.escape_unicode());
            let span = odd.span.clone();
            findings.report(odd.file, span, message, "take it out, and put the text on one line");
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
        let hint = "`tpm-path dataset init DIR --minimal` writes one that has it; to add to our \
                    dataset instead, read both: --dataset builtin --dataset DIR";
        findings.report(0, 0..0, message, hint);
    }
    let Some(about) = &raw.about else { return };
    let basis = about.entry.default_occupation.get_ref();
    let mut wages = raw.market.national_wages.iter().map(|placed| &placed.entry);
    if !wages.any(|of| of.occupation.get_ref() == basis && !of.wages.rows.is_empty()) {
        let message = format!("the dataset has no wages of its default occupation `{basis}`");
        let span = about.entry.default_occupation.span();
        findings.report(
            about.file,
            span,
            message,
            format!("add wages/{basis}.toml with its rows, or name another default_occupation"),
        );
    }
}
