//! Turns CSV files of O*NET 30.1 into the TOML files of a dataset's `onet` folder.
//!
//! ```text
//! cargo run --example onet -- DIR DATASET_DIR
//! cargo run --example onet -- onet-30.1-csv data
//! ```
//!
//! **Reads** from `DIR` the files `NAME_v30_1.csv` of `occupation_data`, `related_occupations`, `job_zones`,
//! `ref_job_zone_reference`, `alternate_titles`, `sample_of_reported_titles`, `technology_skills` and
//! `education_training_and_experience`; and from `DATASET_DIR` which names and occupations there are already: `roles.toml`,
//! `skills.toml` and `wages/occupations.toml`.
//!
//! **Writes** in `DATASET_DIR/onet`
//!
//! - `roles.toml`: the occupations and those that O*NET relates to them, and how it ranks these;
//! - `technology.toml`: the tools of three occupations that are hot or in demand; `tools.rs` says what we call them. The name
//!   "Project management software", which O*NET lists as in demand, is no product and is left out;
//! - `survey.toml`: what preparation the people asked think necessary, answers that somebody gave.
//!
//! `onet/tasks.toml` is written by hand, because its sentences are our own. Nothing is written before everything was read
//! without an error, and running it twice changes nothing.
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a program of its own: it reads and replaces dataset files and says what it did"
)]

mod files;
mod held;
#[path = "../shared/replace.rs"]
mod replace;
mod roles;
mod survey;
mod table;
mod technology;
mod titles;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, ensure};
use clap::Parser;

/// The release, as files and sources name it.
const RELEASE: &str = "30-1";

/// Whose technology and surveys are taken.
const OCCUPATIONS: [&str; 3] = ["15-1299.09", "13-1082.00", "11-3021.00"];

/// Turns CSV files of O*NET into the TOML files of a dataset's `onet` folder.
#[derive(Parser)]
struct Arguments {
    /// The folder of O*NET's CSV files
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The dataset's folder
    #[arg(value_name = "DATASET_DIR")]
    dataset: PathBuf,
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

/// Reads everything, then replaces the files, and says what it did.
fn run(Arguments { folder, dataset }: &Arguments) -> Result<()> {
    let (roles, ids) = roles::text(folder, dataset)?;
    for code in OCCUPATIONS {
        let shown = folder.display();
        ensure!(ids.contains_key(code), "{shown}: occupation_data lacks {code}; add it");
    }
    let technology = technology::text(folder, dataset, &ids)?;
    let survey = survey::text(folder, &ids)?;
    let texts = [("roles.toml", roles), ("technology.toml", technology), ("survey.toml", survey)];
    let written = files::write(&dataset.join("onet"), &texts)?;
    eprintln!("{} occupations", ids.len());
    eprintln!("{written} files written, {} were as they should be", texts.len() - written);
    Ok(())
}
