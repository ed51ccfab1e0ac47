//! What shows a skill, and what may stand for what, as they are written. Knows no meaning.

use serde::{Deserialize, Serialize};

use super::{Covers, Text};

/// What something costs, in our own order, cheapest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    /// Done at work: no money, no time of one's own.
    AtWork,
    /// Done beside work: no money.
    OwnTime,
    /// A course or a part of a degree.
    Study,
    /// An exam and what it asks for.
    Certificate,
    /// Another job.
    Position,
}

/// Something that shows skills.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Evidence {
    /// Its id, never shown.
    pub id: Text,
    /// What to do, as an imperative.
    pub text: Text,
    /// What it costs.
    pub cost: Cost,
    /// The skills that it shows, each with who says so.
    #[serde(default)]
    pub shows: Vec<Covers>,
    /// Who names it.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// Skills or certificates of which one is enough where they are asked for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Alternatives {
    /// Its id, never shown.
    pub id: Text,
    /// A phase's id.
    pub phase: Option<Text>,
    /// A level's id.
    pub level: Option<Text>,
    /// The ids of the skills.
    #[serde(default)]
    pub skills: Vec<Text>,
    /// The ids of the certificates.
    #[serde(default)]
    pub certifications: Vec<Text>,
    /// What is said, in our own words.
    pub text: Text,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}
