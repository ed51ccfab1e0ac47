//! `postings.toml` as it is written: how job postings spell things. Knows no meaning.

use serde::Deserialize;

use super::Text;

/// `[[terms]]`: something that postings name, with the ways in which they write it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// Its id.
    pub id: Text,
    /// The id of the skill, certificate or level that it stands for, where that is another one.
    pub of: Option<Text>,
    /// Its title; without one it is the title of the entry that it stands for.
    pub title: Option<Text>,
    /// The ids of terms that say the same more exactly: beside one of them it does not count.
    #[serde(default)]
    pub unless: Vec<Text>,
    /// How it is written.
    #[serde(default)]
    pub spellings: Vec<Text>,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TermKind {
    /// A word of a headline that tells the level.
    Level,
    /// An ability, method or concept of the work.
    Skill,
    /// A trait of a person.
    Quality,
    /// A product that one works with.
    Tool,
    /// A language, framework, database or platform.
    Technology,
    /// A certificate.
    Certificate,
}
