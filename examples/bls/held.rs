//! What the dataset holds: the occupations and vintages that `occupations.toml` names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::files;

/// The occupations and vintages whose rows are taken.
pub struct Held {
    /// Codes, such as `11-9199`.
    pub occupations: BTreeSet<String>,
    /// Years, each with the floor of its top-coded wages if it has one.
    pub vintages: BTreeMap<u16, Option<u64>>,
}

#[derive(Deserialize)]
struct Raw {
    vintages: Vec<RawVintage>,
    occupations: Vec<RawOccupation>,
}

#[derive(Deserialize)]
struct RawVintage {
    year: u16,
    top_code: Option<u64>,
}

#[derive(Deserialize)]
struct RawOccupation {
    id: String,
}

/// Reads `occupations.toml`.
pub fn read(path: &Path) -> Result<Held> {
    let Some(text) = files::read(path)? else {
        bail!("{}: not found; the last argument is the dataset's folder", path.display());
    };
    let raw: Raw = toml::from_str(&text)
        .with_context(|| format!("{}: give every vintage and occupation", path.display()))?;
    for occupation in &raw.occupations {
        let fine = is_code(&occupation.id);
        ensure!(fine, "{}: `{}` is no code like 11-9199", path.display(), occupation.id);
    }
    Ok(Held {
        occupations: raw.occupations.into_iter().map(|occupation| occupation.id).collect(),
        vintages: raw
            .vintages
            .into_iter()
            .map(|vintage| (vintage.year, vintage.top_code))
            .collect(),
    })
}

/// Whether a text is a code of the Standard Occupational Classification, which files can be named after.
fn is_code(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    text.len() == 7
        && text.split_once('-').is_some_and(|(group, rest)| {
            group.len() == 2 && rest.len() == 4 && digits(group) && digits(rest)
        })
}
