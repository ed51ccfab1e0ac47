//! RULES: every check on the data, a list of named functions over the raw files. Knows nothing of how findings are shown.

mod inventory;
mod learning;
mod moves;
mod number;
mod reference;
mod source;
mod text;
mod wages;

use std::collections::BTreeMap;

use crate::dataset::cells;
use crate::dataset::diagnostic::Finding;
use crate::dataset::raw::{FileIndex, Raw, Span};
use crate::intake::FINDINGS;

pub use crate::dataset::diagnostic::Severity;

/// A named check.
pub struct Rule {
    /// Its name, in kebab-case.
    pub name: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// What it asks for, in a few words.
    pub asks: &'static str,
    run: fn(&Raw, &mut Findings),
}

const fn rule(name: &'static str, asks: &'static str, run: fn(&Raw, &mut Findings)) -> Rule {
    Rule { name, severity: Severity::Error, asks, run }
}

/// Every check, in the order in which they run.
pub const RULES: &[Rule] = &[
    rule("unreadable-file", "every file is TOML of the documented shape", text::unreadable_file),
    rule("unknown-key", "every key is one that the schema knows", text::unknown_key),
    rule("missing-key", "every table has the keys that the schema asks for", text::missing_key),
    rule("empty-text", "no text is empty", text::empty_text),
    rule("control-character", "no text holds control characters", text::control_character),
    rule("incomplete-dataset", "the files that every command needs are there", text::incomplete),
    rule("missing-source", "every value has a source", source::missing_source),
    rule("undated-source", "every source has a date, or the day it was read", source::undated),
    rule("missing-licence", "every source has a licence statement", source::missing_licence),
    rule("duplicate-id", "an id stands once in its noun", reference::duplicate_id),
    rule("duplicate-alias", "a name belongs to one entry of its noun", reference::duplicate_alias),
    rule("unknown-reference", "every id that is pointed at exists", reference::unknown_reference),
    rule("unspelt-term", "a term of postings has a spelling", learning::unspelt_term),
    rule("single-position", "a conflict has two positions or more", reference::single_position),
    rule(
        "single-alternative",
        "alternatives are two or more of a kind",
        learning::single_alternative,
    ),
    rule("idle-evidence", "evidence shows a skill", learning::idle_evidence),
    rule("broken-span", "spans of years run forward and meet", number::broken_span),
    rule("falling-percentiles", "wages never fall as the percentile rises", wages::falling),
    rule("money-without-unit", "money has a currency and a period", number::money_without_unit),
    rule("top-coded-number", "a top-coded wage is an at-least value", wages::top_coded_number),
    rule(
        "malformed-value",
        "dates, citations, bands and wages are written as such",
        number::malformed,
    ),
];

/// What the rules found so far.
pub struct Findings {
    rule: &'static str,
    severity: Severity,
    found: Vec<Finding>,
    /// Where cells stand in files of wages, which are read once more for it.
    cells: BTreeMap<FileIndex, Vec<Vec<Span>>>,
}

impl Findings {
    /// Whether there are so many that no one will read where exactly the next one is.
    fn is_full(&self) -> bool {
        self.found.len() >= FINDINGS
    }

    /// Where the cell of a row stands in a file of wages; the beginning of the file where it holds none such.
    fn cell(&mut self, raw: &Raw, file: FileIndex, row: usize, cell: usize) -> Span {
        let rows = self.cells.entry(file).or_insert_with(|| cells(&raw.files[file]));
        rows.get(row).and_then(|row| row.get(cell)).cloned().unwrap_or_default()
    }

    fn report(&mut self, file: FileIndex, span: Span, message: String, hint: impl Into<String>) {
        self.found.push(Finding {
            file,
            start: span.start,
            end: span.end,
            rule: self.rule,
            severity: self.severity,
            // A text that these name may have several lines.
            message: message.replace('\n', " "),
            hint: Some(hint.into().replace('\n', " ")),
        });
    }
}

/// Asks every rule; gives the findings sorted by place.
pub fn check(raw: &Raw) -> Vec<Finding> {
    let mut findings =
        Findings { rule: "", severity: Severity::Error, found: Vec::new(), cells: BTreeMap::new() };
    for rule in RULES {
        findings.rule = rule.name;
        findings.severity = rule.severity;
        (rule.run)(raw, &mut findings);
    }
    findings.found.sort();
    findings.found.dedup();
    listed(findings.found)
}

/// As many findings as somebody may read, and how many more there are.
fn listed(mut found: Vec<Finding>) -> Vec<Finding> {
    let more = found.len().saturating_sub(FINDINGS);
    if let (Some(first), 1..) = (found.get(FINDINGS).cloned(), more) {
        found.truncate(FINDINGS);
        let worst = found.iter().map(|finding| finding.severity).min();
        found.push(Finding {
            severity: worst.unwrap_or(first.severity),
            message: format!("{more} more findings, of which this is the first, are not listed"),
            hint: Some("correct the others first".to_owned()),
            ..first
        });
    }
    found
}
