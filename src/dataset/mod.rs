//! Where it comes from: reads TOML files and merges layers. Knows neither the career nor what makes data right.

pub mod diagnostic;
mod difference;
mod entries;
mod files;
mod flat;
mod layers;
mod nouns;
pub mod raw;
mod reading;
mod salvage;
pub mod schema;
mod shape;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use difference::{Change, Difference, Said, differences};
pub use entries::{Entry, Scalar, entries};
pub use files::{File, Layer, minimal, read};
pub use flat::{Flat, flat};
pub use nouns::{NOUNS, Noun};
use raw::{Raw, Span};

/// The arrays that a file may hold; by habit each stands in the file of its name.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
struct Document {
    sources: Vec<raw::Source>,
    tracks: Vec<raw::Track>,
    levels: Vec<raw::Level>,
    phases: Vec<raw::Phase>,
    roles: Vec<raw::Role>,
    skills: Vec<raw::Skill>,
    certifications: Vec<raw::Certification>,
    alternatives: Vec<raw::Alternatives>,
    evidence: Vec<raw::Evidence>,
    ladders: Vec<raw::Ladder>,
    moves: Vec<raw::Move>,
    related: Option<raw::Related>,
    technology: Option<raw::Technology>,
    survey: Option<raw::Survey>,
    tasks: Vec<raw::Task>,
    topics: Vec<raw::Topic>,
    facts: Vec<raw::Fact>,
    conflicts: Vec<raw::Conflict>,
    vintages: Vec<raw::Vintage>,
    occupations: Vec<raw::Occupation>,
    quotes: Vec<raw::Quote>,
    areas: Vec<raw::Area>,
    place_names: Vec<raw::PlaceNames>,
    industries: Vec<raw::Industry>,
    industry_names: Vec<raw::IndustryNames>,
    projections: Vec<raw::Projection>,
    terms: Vec<raw::Term>,
}

/// Reads the layers and merges them: a later entry replaces an earlier layer's entry of the same id, others are added.
///
/// Files that cannot be read, text that is no TOML or of another shape, and unknown keys are kept in the result for the rules to
/// report.
///
/// # Errors
/// Says which folder could not be read.
pub fn load(layers: &[Layer]) -> anyhow::Result<Raw> {
    let mut raw = Raw::default();
    for layer in layers {
        let first = raw.files.len();
        for read in files::each(layer)? {
            match read {
                Ok(file) => raw.add(file, first),
                Err(unread) => raw.add_unread(unread),
            }
        }
    }
    Ok(raw)
}

/// Which folder of `wages/` a file stands in (the nation's in none of them), and which occupation it is named after; `None`
/// for any other file.
fn wages_file(name: &str) -> Option<(&str, &str)> {
    const TABLES: [&str; 6] =
        ["occupations", "quotes", "areas", "industries", "names", "projections"];
    let inside = name.strip_prefix("wages/")?.strip_suffix(".toml")?;
    match inside.split_once('/') {
        None => (!TABLES.contains(&inside)).then_some(("", inside)),
        Some((folder @ ("industries" | "places"), occupation)) => Some((folder, occupation)),
        Some(_) => None,
    }
}

/// Where each cell of each row stands in a file of wages; nothing of a file that holds none.
pub fn cells(file: &File) -> Vec<Vec<Span>> {
    let Ok(table) = DeTable::parse(&file.text) else { return Vec::new() };
    let rows = table.get_ref().get("rows").and_then(|rows| rows.get_ref().as_array());
    let spans = |row: &Spanned<DeValue<'_>>| {
        row.get_ref().as_array().into_iter().flatten().map(Spanned::span).collect()
    };
    rows.into_iter().flatten().map(spans).collect()
}
