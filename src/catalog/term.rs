//! What job postings name, and how they write it. Knows no posting.

use super::certification::CertificationId;
use super::level::LevelId;
use super::skill::SkillId;
pub use crate::dataset::raw::TermKind;

/// Something that postings name.
#[derive(Debug)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: TermKind,
    /// Its title.
    pub title: String,
    /// The entry that it stands for, where the dataset has it.
    pub of: Option<TermOf>,
    /// The ids of terms that say the same more exactly: beside one of them it does not count.
    pub unless: Vec<String>,
    /// How it is written: lower case for any case, capitals for exactly so; `*` for any ending of a word, ` .. ` for
    /// a few words between.
    pub spellings: Vec<String>,
}

/// The entry that a term stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermOf {
    /// A skill or tool.
    Skill(SkillId),
    /// A certificate.
    Certification(CertificationId),
    /// A level.
    Level(LevelId),
}
