//! The lists of places and sectors that wage rows point at: `areas.toml` and `industries.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::files::{self, Texts, not_ours, quoted};
use crate::oews::{Area, AreaKind, Population, WageRow};

/// The places by code.
pub struct Areas {
    path: PathBuf,
    by_code: BTreeMap<String, Area>,
}

/// The sectors: titles by code.
pub struct Industries {
    path: PathBuf,
    titles: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAreas {
    areas: Vec<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIndustries {
    industries: Vec<[String; 2]>,
}

impl Areas {
    /// Reads the places that are known already.
    pub fn read(path: &Path) -> Result<Self> {
        let raw: RawAreas = earlier(path)?;
        let mut by_code = BTreeMap::new();
        for row in raw.areas {
            let area = area(&row).with_context(|| not_ours(path))?;
            by_code.insert(area.code.clone(), area);
        }
        Ok(Self { path: path.to_owned(), by_code })
    }

    /// Adds the places of rows; of several titles, that of the newest vintage stays.
    pub fn with(mut self, rows: &[WageRow]) -> Self {
        for row in by_vintage(rows) {
            if let Population::Place(area) = &row.population {
                self.by_code.insert(area.code.clone(), area.clone());
            }
        }
        self
    }

    /// Finds out what kind of place a code stands for.
    pub fn kind(&self, code: &str) -> Option<AreaKind> {
        self.by_code.get(code).map(|area| area.kind)
    }

    /// Writes the list, unless it is empty.
    pub fn render(&self) -> Texts {
        let mut areas: Vec<&Area> = self.by_code.values().collect();
        areas.sort_by_key(|area| area.kind);
        let lines = areas.into_iter().map(|area| {
            let states: String =
                area.states.iter().map(|state| format!(", {}", quoted(state))).collect();
            let (code, title) = (quoted(&area.code), quoted(&area.title));
            format!("  [{code}, \"{}\", {title}{states}],\n", area.kind.word())
        });
        let about = "Places that OEWS publishes wages for: code, kind, title, then the states that it lies in \
                     (by postal code).";
        list(&self.path, about, "areas", lines.collect())
    }
}

impl Industries {
    /// Reads the sectors that are known already.
    pub fn read(path: &Path) -> Result<Self> {
        let raw: RawIndustries = earlier(path)?;
        let titles = raw.industries.into_iter().map(|[code, title]| (code, title)).collect();
        Ok(Self { path: path.to_owned(), titles })
    }

    /// Adds the sectors of rows; of several titles, that of the newest vintage stays.
    pub fn with(mut self, rows: &[WageRow]) -> Self {
        for row in by_vintage(rows) {
            if let Population::Industry { code, title } = &row.population {
                self.titles.insert(code.clone(), title.clone());
            }
        }
        self
    }

    /// Writes the list, unless it is empty.
    pub fn render(&self) -> Texts {
        let lines = self
            .titles
            .iter()
            .map(|(code, title)| format!("  [{}, {}],\n", quoted(code), quoted(title)));
        let about = "Sectors that OEWS publishes wages for, by NAICS code.";
        list(&self.path, about, "industries", lines.collect())
    }
}

fn earlier<T: Default + serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    match files::read(path)? {
        Some(text) => files::parse(path, &text),
        None => Ok(T::default()),
    }
}

fn area(row: &[String]) -> Option<Area> {
    let [code, word, title, states @ ..] = row else { return None };
    let kind = AreaKind::ALL.into_iter().find(|kind| kind.word() == word)?;
    Some(Area { kind, code: code.clone(), title: title.clone(), states: states.to_vec() })
}

fn by_vintage(rows: &[WageRow]) -> Vec<&WageRow> {
    let mut sorted: Vec<&WageRow> = rows.iter().collect();
    sorted.sort_by_key(|row| row.vintage);
    sorted
}

fn list(path: &Path, about: &str, name: &str, lines: String) -> Texts {
    let text =
        format!("# {about}\n# Written by `cargo run --example bls`.\n{name} = [\n{lines}]\n");
    let text = (!lines.is_empty()).then_some((path.to_owned(), text));
    text.into_iter().collect()
}
