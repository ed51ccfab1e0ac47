//! What job postings name, and how they write it. Knows no posting.

use serde::{Deserialize, Serialize};

use super::certification::CertificationId;
use super::level::LevelId;
use super::part::Part;
use super::skill::SkillId;
use super::text::Text;
pub use crate::dataset::raw::TermKind;

/// Something that postings name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Term {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub kind: TermKind,
    /// Its title.
    pub title: Text,
    /// The entry that it stands for, where the dataset has it.
    pub of: Option<TermOf>,
    /// The ids of terms that say the same more exactly: beside one of them it does not count.
    pub unless: Vec<Text>,
    /// How it is written: lower case for any case, capitals for exactly so; `*` for any ending of a word, ` .. ` for
    /// a few words between.
    pub spellings: Part<Vec<Text>>,
}

impl TermKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            TermKind::Level => "level",
            TermKind::Skill => "skill",
            TermKind::Quality => "quality",
            TermKind::Tool => "tool",
            TermKind::Technology => "technology",
            TermKind::Certificate => "certificate",
        }
    }

    /// Whether it counts as asked for of the work: what anybody should be, and what languages a product is written in, do not.
    pub fn counts(self) -> bool {
        matches!(self, TermKind::Certificate | TermKind::Tool | TermKind::Skill)
    }
}

/// The entry that a term stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum TermOf {
    /// A skill or tool.
    Skill(SkillId),
    /// A certificate.
    Certification(CertificationId),
    /// A level.
    Level(LevelId),
}
