//! Turns CSV files of the U.S. Bureau of Labor Statistics (BLS) into the TOML files of a dataset's `wages` folder.
//!
//! ```text
//! cargo run --example bls -- [--vintage YEAR] FILE.csv … DATASET_DIR
//! cargo run --example bls -- --vintage 2026 national_M2026_dl.csv MSA_M2026_dl.csv data
//! ```
//!
//! **Reads** wages (OEWS: the nation, states, metropolitan and nonmetropolitan areas, sectors) as extracts with a `vintage`
//! column, or as BLS's own workbooks saved as CSV in UTF-8, which name no year and need `--vintage`; and Employment
//! Projections, known by their columns `employment_2024` and `employment_2034`. `DATASET_DIR/wages/occupations.toml` says
//! which occupations and vintages the dataset holds; other rows are skipped and counted.
//!
//! **Writes** `OCCUPATION.toml`, `places/OCCUPATION.toml`, `industries/OCCUPATION.toml`, `areas.toml`, `industries.toml` and
//! `projections.toml`. A row replaces the one of the same vintage and key, others stay; areas and sectors take the title of
//! the newest vintage that is read. Nothing is written before everything was read without an error, and running it twice
//! changes nothing.
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a program of its own: it reads and replaces dataset files and says what it did"
)]

mod cells;
mod files;
mod held;
mod oews;
mod projections;
mod registers;
mod table;
mod wages;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, ensure};
use clap::Parser;

use held::Held;
use oews::{Tally, WageRow};
use projections::Projection;
use table::Table;

/// Turns CSV files of the U.S. Bureau of Labor Statistics into the TOML files of a dataset's `wages` folder.
#[derive(Parser)]
struct Arguments {
    /// The vintage of files that have no column for it
    #[arg(long, value_name = "YEAR")]
    vintage: Option<u16>,
    /// Wages (OEWS) or Employment Projections, as CSV
    #[arg(required = true, value_name = "FILE.csv")]
    files: Vec<PathBuf>,
    /// The dataset's folder; `wages/occupations.toml` in it says what it holds
    #[arg(required = true, value_name = "DATASET_DIR")]
    dataset: PathBuf,
}

/// Everything that the CSV files say about held occupations and vintages.
#[derive(Default)]
struct Input {
    wages: Vec<WageRow>,
    projections: Vec<Projection>,
    tally: Tally,
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

/// Reads all files, lays them over the dataset's, and says what it did.
fn run(arguments: &Arguments) -> Result<()> {
    let folder = arguments.dataset.join("wages");
    let held = held::read(&folder.join("occupations.toml"))?;
    if let Some(year) = arguments.vintage {
        ensure!(
            held.vintages.contains_key(&year),
            "`{}` has no vintage {year}; add it there first",
            folder.join("occupations.toml").display()
        );
    }
    let input = read(arguments, &held)?;

    let areas = registers::Areas::read(&folder.join("areas.toml"))?.with(&input.wages);
    let industries =
        registers::Industries::read(&folder.join("industries.toml"))?.with(&input.wages);
    let mut texts = wages::render(&folder, &input.wages, &areas)?;
    texts.extend(areas.render());
    texts.extend(industries.render());
    texts.extend(projections::render(&folder.join("projections.toml"), &input.projections)?);

    let total = texts.len();
    let written = files::replace(texts)?;
    eprintln!("{}", input.tally.told());
    eprintln!("wrote {written} files, {} were as they should be", total - written);
    Ok(())
}

/// Reads all files, each as what its columns say that it is.
fn read(arguments: &Arguments, held: &Held) -> Result<Input> {
    let mut input = Input::default();
    for path in &arguments.files {
        let mut table = Table::open(path)?;
        if projections::are_in(&table.header) {
            projections::read(&mut table, held, &mut input.projections, &mut input.tally)?;
        } else {
            let rows = oews::read(&mut table, held, arguments.vintage, &mut input.tally)?;
            input.wages.extend(rows);
        }
    }
    Ok(input)
}
