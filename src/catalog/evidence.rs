//! What shows a skill, and what may stand for what. Knows nobody's skills.

use serde::{Deserialize, Serialize};

use super::certification::CertificationId;
use super::level::LevelId;
use super::part::Part;
use super::phase::PhaseId;
use super::skill::{Covers, SkillId};
use super::source::Citation;
use super::statement::Statement;
use super::text::Text;
pub use crate::dataset::raw::Cost;

impl Cost {
    /// The word for it, as it is written.
    pub fn word(self) -> &'static str {
        match self {
            Cost::AtWork => "at-work",
            Cost::OwnTime => "own-time",
            Cost::Study => "study",
            Cost::Certificate => "certificate",
            Cost::Position => "position",
        }
    }

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Cost::AtWork => "at work",
            Cost::OwnTime => "own time",
            Cost::Study => "a course",
            Cost::Certificate => "an exam",
            Cost::Position => "another job",
        }
    }
}

/// Something that shows skills.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Evidence {
    /// What to do, as an imperative.
    pub text: Text,
    /// What it costs.
    pub cost: Cost,
    /// The skills that it shows, each with who says so.
    pub shows: Vec<Covers>,
    /// Who names it.
    pub sources: Part<Vec<Citation>>,
}

/// Skills or certificates of which one is enough where they are asked for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Alternatives {
    /// The phase in which that is said.
    pub phase: Option<PhaseId>,
    /// The level of which that is said.
    pub level: Option<LevelId>,
    /// The skills, where it is about such.
    pub skills: Vec<SkillId>,
    /// The certificates, where it is about such.
    pub certifications: Vec<CertificationId>,
    /// What is said.
    pub statement: Statement,
}
