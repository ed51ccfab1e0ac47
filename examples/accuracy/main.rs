//! Measures what is read of job postings and résumés against hand-made labels: `accuracy DIR [--faults]`.
//!
//! DIR holds `postings/` and `resumes/`, or one of them, each with its `labels.jsonl`. Fails where a share is too low.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for those who work on the project"
)]

mod postings;
mod resumes;
mod score;

use std::path::Path;

use anyhow::{Context, Result};
use tpm_path::catalog::Catalog;

/// Of résumés, the least share of labels that has to be met.
const LEAST: f64 = 0.9;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().context("name the folder that holds `postings` or `resumes`")?;
    let faults = arguments.iter().any(|argument| argument == "--faults");
    let [postings, resumes] = ["postings", "resumes"].map(|inside| Path::new(folder).join(inside));
    let mut low = Vec::new();
    if postings.is_dir() {
        low.extend(of_postings(&postings, faults)?);
    }
    if resumes.is_dir() {
        low.extend(of_resumes(&resumes, faults)?);
    }
    anyhow::ensure!(postings.is_dir() || resumes.is_dir(), "there is neither of them in it");
    anyhow::ensure!(low.is_empty(), "too low: {}", low.join(", "));
    Ok(())
}

/// Prints precision and recall of each field; gives the fields that are too low.
fn of_postings(folder: &Path, faults: bool) -> Result<Vec<&'static str>> {
    let catalog = Catalog::builtin();
    let scores = postings::measure(&catalog, folder)?;
    println!("{:24} precision  recall", "postings");
    let mut low = Vec::new();
    for ((field, least), score) in postings::FIELDS.iter().zip(&scores) {
        println!("{field:24} {:9.2} {:7.2}", score.precision(), score.recall());
        if faults {
            print!("{}", score.faults());
        }
        if score.precision() < *least || score.recall() < *least {
            low.push(*field);
        }
    }
    Ok(low)
}

/// Prints how often each thing was read as its labels say; gives those that are too low.
fn of_resumes(folder: &Path, faults: bool) -> Result<Vec<&'static str>> {
    let measured = resumes::measure(folder)?;
    println!("{:24} {:>9}", "résumés", "as labelled");
    let mut low = Vec::new();
    for (name, score) in resumes::MEASURES.iter().zip(&measured.scores) {
        println!("{name:24} {:>5} of {}", score.right, score.of);
        if (score.right as f64) < LEAST * score.of as f64 {
            low.push(*name);
        }
    }
    if faults {
        measured.misses.iter().for_each(|miss| println!("  {miss}"));
    }
    Ok(low)
}
