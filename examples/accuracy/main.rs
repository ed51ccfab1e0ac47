//! Measures what is read of job postings against hand-made labels: `accuracy DIR [--faults]`.
//!
//! DIR holds `postings/labels.jsonl` beside the postings. Fails where precision or recall of a field is too low.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for those who work on the project"
)]

mod postings;
mod score;

use std::path::Path;

use anyhow::{Context, Result};
use tpm_path::catalog::Catalog;
use tpm_path::dataset::{self, Extent, Layer};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().context("name the folder that holds `postings`")?;
    let catalog = Catalog::assemble(dataset::open(&[Layer::Builtin], Extent::Postings)?)?;
    let scores = postings::measure(&catalog, &Path::new(folder).join("postings"))?;
    let mut low = Vec::new();
    println!("{:14} precision  recall", "");
    for ((field, least), score) in postings::FIELDS.iter().zip(&scores) {
        println!("{field:14} {:9.2} {:7.2}", score.precision(), score.recall());
        if arguments.iter().any(|argument| argument == "--faults") {
            print!("{}", score.faults());
        }
        if score.precision() < *least || score.recall() < *least {
            low.push(*field);
        }
    }
    anyhow::ensure!(low.is_empty(), "too low: {}", low.join(", "));
    Ok(())
}
