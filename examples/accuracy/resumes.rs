//! How well résumés are read: measured against labels that people made. Knows no posting.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use tpm_path::catalog::{Catalog, Date};
use tpm_path::profile::resume;
use tpm_path::query::{Imported, imported};

/// The day as of which the labels count years.
const AS_OF: &str = "2026-11-21";

/// What of a résumé is measured, by the label's name.
pub const MEASURES: [&str; 7] = [
    "importable",
    "jobs",
    "first_job_start",
    "years_experience_total",
    "latest_title",
    "certificates",
    "skill_names_count",
];

/// How often one thing was read as its labels say.
#[derive(Debug, Default, Clone, Copy)]
pub struct Score {
    /// How many were read right.
    pub right: usize,
    /// How many there are.
    pub of: usize,
}

/// How well the résumés of a folder were read.
#[derive(Debug, Default)]
pub struct Measured {
    /// How many there are.
    pub files: usize,
    /// A score for each of `MEASURES`, in their order.
    pub scores: [Score; MEASURES.len()],
    /// What was read in another way than labelled: `03.json: years_experience_total 2.8, not 3.1`.
    pub misses: Vec<String>,
}

/// Reads every résumé that `labels.jsonl` of a folder names, and compares.
pub fn measure(folder: &Path) -> Result<Measured> {
    let catalog = Catalog::builtin();
    let today: Date = AS_OF.parse().ok().context("the day is no date")?;
    let path = folder.join("labels.jsonl");
    let labels = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut measured = Measured::default();
    for line in labels.lines().filter(|line| !line.trim().is_empty()) {
        let label: Value = serde_json::from_str(line)?;
        let file = label["file"].as_str().context("a label names no file")?;
        let bytes = std::fs::read(folder.join(file)).with_context(|| file.to_owned())?;
        measured.files += 1;
        let read = resume::read(&bytes).ok();
        let importable = label["importable"].as_bool().unwrap_or_default();
        let expected = if importable { &label } else { &label["if_imported"] };
        let free = label.get("importable_ok").is_some();
        let same = free || read.is_some() == importable;
        measured.note(file, 0, same, &Value::from(read.is_some()), &Value::from(importable));
        let Some(read) = read else { continue };
        let answer = imported(&catalog, &read, today);
        let names = read.skills.iter().filter(|skill| skill.name.is_some()).count();
        for (index, found) in found(&answer, names, today).into_iter().enumerate() {
            let name = MEASURES[index + 1];
            if let Some(wanted) = expected.get(name) {
                let accepted = accepts(expected, name, wanted, &found);
                measured.note(file, index + 1, accepted, &found, wanted);
            }
        }
    }
    Ok(measured)
}

impl Measured {
    fn note(&mut self, file: &str, index: usize, right: bool, found: &Value, wanted: &Value) {
        self.scores[index].of += 1;
        self.scores[index].right += usize::from(right);
        if !right {
            self.misses.push(format!("{file}: {} {found}, not {wanted}", MEASURES[index]));
        }
    }
}

/// What was read, in the order of `MEASURES` after the first.
fn found(answer: &Imported<'_>, names: usize, today: Date) -> [Value; MEASURES.len() - 1] {
    let begun = answer.jobs.iter().filter_map(|job| {
        let stint = job.stint.filter(|stint| stint.days(today).is_ok())?;
        Some((stint.start.first_day(), job.start.clone()))
    });
    let first = begun.min().and_then(|(_, start)| start);
    let given: Vec<&str> = answer.certificates.iter().map(|held| held.given.as_str()).collect();
    [
        Value::from(answer.jobs.len()),
        Value::from(first),
        Value::from(answer.years.map(|years| years.number())),
        Value::from(answer.title.clone()),
        Value::from(given),
        Value::from(names),
    ]
}

/// Whether a label accepts what was read: as it is, within its tolerance, or as one of its other values.
fn accepts(label: &Value, name: &str, wanted: &Value, found: &Value) -> bool {
    let (others, tolerance) = match name {
        "years_experience_total" => ("years_ok".to_owned(), label["years_tol"].as_f64()),
        "first_job_start" => ("first_job_start_iso".to_owned(), None),
        name => (format!("{name}_ok"), None),
    };
    let others = match &label[&others] {
        Value::Array(others) => others.clone(),
        Value::Null => Vec::new(),
        other => vec![other.clone()],
    };
    let near = |wanted: &Value| match (wanted.as_f64(), found.as_f64()) {
        (Some(wanted), Some(found)) => (wanted - found).abs() <= tolerance.unwrap_or(0.0) + 1e-9,
        _ => wanted == found,
    };
    std::iter::once(wanted).chain(&others).any(near)
}
