//! Turns CSV files of the U.S. Bureau of Labor Statistics (BLS) into the TOML files of a dataset's `wages` folder.
//!
//! ```text
//! cargo run --example bls -- [--vintage YEAR] FILE.csv … DATASET_DIR
//! cargo run --example bls -- --vintage 2026 national_M2026_dl.csv MSA_M2026_dl.csv data
//! ```
//!
//! **Reads** wages (OEWS: the nation, states, metropolitan and nonmetropolitan areas, sectors) as extracts with a `vintage`
//! column, or as BLS's own workbooks saved as CSV in UTF-8, which name no year and need `--vintage`; and Employment
//! Projections, known by columns such as `employment_2024` and `employment_2034`. `DATASET_DIR/wages/occupations.toml` says
//! which occupations and vintages the dataset holds; other rows are skipped and counted.
//!
//! **Writes** `OCCUPATION.toml`, `places/OCCUPATION.toml`, `industries/OCCUPATION.toml`, `areas.toml`, `industries.toml` and
//! `projections.toml`. A row replaces the one of the same vintage and key, others stay; the title that is read last stands.
//! Nothing is written before everything was read without an error, and running it twice changes nothing.
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a program of its own: it reads and replaces dataset files and says what it did"
)]

mod cells;
mod files;
mod oews;
mod projections;
#[path = "../shared/replace.rs"]
mod replace;
mod table;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use serde::Deserialize;

use files::Files;
use table::Table;

/// Turns CSV files of the U.S. Bureau of Labor Statistics into the TOML files of a dataset's `wages` folder.
#[derive(Parser)]
struct Arguments {
    /// The vintage of files that have no column for it
    #[arg(long, value_name = "YEAR")]
    vintage: Option<i64>,
    /// Wages (OEWS) or Employment Projections, as CSV
    #[arg(required = true, value_name = "FILE.csv")]
    files: Vec<PathBuf>,
    /// The dataset's folder; `wages/occupations.toml` in it says what it holds
    #[arg(required = true, value_name = "DATASET_DIR")]
    dataset: PathBuf,
}

/// What the dataset holds, as `occupations.toml` says it.
#[derive(Deserialize)]
struct Held {
    vintages: Vec<Vintage>,
    occupations: Vec<Occupation>,
}

/// A year of wages; at its `top_code`, wages are published as "at least".
#[derive(Deserialize)]
struct Vintage {
    year: i64,
    top_code: Option<i64>,
}

#[derive(Deserialize)]
struct Occupation {
    id: String,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads all CSV files, lays them over the dataset's files, and says what it did.
fn run(arguments: &Arguments) -> Result<()> {
    let folder = arguments.dataset.join("wages");
    let held = Held::read(&folder.join("occupations.toml"), arguments.vintage)?;
    let mut files = Files::default();
    let mut counts = BTreeMap::<&str, usize>::new();
    for path in &arguments.files {
        let table = Table::read(path)?;
        let years = projections::years(&table)?;
        for row in table.rows() {
            let code = row.need("occ_code")?;
            let outcome = if held.occupations.iter().all(|occupation| occupation.id != code) {
                "of other occupations skipped"
            } else if let Some(years) = years {
                projections::take(&row, years, &mut files)?
            } else {
                oews::take(&row, &held.vintages, arguments.vintage, &mut files)?
            };
            *counts.entry(outcome).or_default() += 1;
        }
    }
    let (written, same) = files.write(&folder)?;
    for (outcome, count) in counts {
        eprintln!("{count} rows {outcome}");
    }
    eprintln!("{written} files written, {same} were as they should be");
    Ok(())
}

impl Held {
    /// Reads `occupations.toml`, which has to know a vintage that the command names.
    fn read(path: &Path, vintage: Option<i64>) -> Result<Self> {
        let shown = path.display();
        let text = fs::read_to_string(path)
            .with_context(|| format!("{shown}: give the dataset's folder as the last argument"))?;
        let held: Self = toml::from_str(&text)
            .with_context(|| format!("{shown}: list all vintages and occupations"))?;
        for Occupation { id } in &held.occupations {
            let fine = id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            ensure!(fine, "{shown}: `{id}` is no code; write one like 11-9199");
        }
        if let Some(year) = vintage {
            let known = held.vintages.iter().any(|vintage| vintage.year == year);
            ensure!(known, "{shown}: there is no vintage {year}; add it first");
        }
        Ok(held)
    }
}
