//! Skills and certificates as they are written. Knows no meaning.

use serde::{Deserialize, Serialize};

use super::{Mention, Spanned, Statement, Text, Years};

/// Whether a skill is an ability or a product.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SkillKind {
    /// An ability, method or concept.
    Skill,
    /// A product, platform or language.
    Tool,
}

/// A skill or tool.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Skill {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Skill or tool.
    pub kind: SkillKind,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// What sources say of it.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// What a tool is used for.
    #[serde(default)]
    pub used_for: Vec<Covers>,
}

/// A certificate.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Certification {
    /// Its id.
    pub id: Text,
    /// Its full name.
    pub title: Text,
    /// Its abbreviation.
    pub short: Option<Text>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Who issues it.
    pub issuer: Option<Statement>,
    /// A span of experience of its own.
    pub years: Option<Spanned<Years>>,
    /// What sources say of it.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// What one needs in order to sit it.
    #[serde(default)]
    pub asks: Vec<Statement>,
    /// Its exam.
    #[serde(default)]
    pub exam: Vec<Statement>,
    /// How it is renewed.
    #[serde(default)]
    pub renewal: Vec<Statement>,
    /// What it costs.
    #[serde(default)]
    pub fees: Vec<Statement>,
    /// Who may sit it: alternatives.
    #[serde(default)]
    pub ways: Vec<Way>,
    /// The skills that it covers.
    #[serde(default)]
    pub covers: Vec<Covers>,
}

/// A skill that a certificate covers or a tool is used for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Covers {
    /// A skill's id.
    pub skill: Text,
    /// In our own words.
    pub text: Text,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// How far one has to have studied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Education {
    /// A high school diploma or the like.
    SecondaryDiploma,
    /// A bachelor's degree or the like.
    FourYearDegree,
    /// A degree from a programme that the issuer accredits.
    AccreditedDegree,
}

/// One of the ways to be let in to a certificate.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Way {
    /// The education that it asks for.
    pub education: Option<Education>,
    /// The experience that it asks for.
    #[serde(default)]
    pub experience: Vec<Experience>,
    /// The training that it asks for.
    #[serde(default)]
    pub training: Vec<Training>,
    /// Certificates of which it asks for one.
    #[serde(default)]
    pub holds: Vec<Text>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// Experience that a way asks for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Experience {
    /// For how long.
    pub months: u32,
    /// Of what.
    pub of: Text,
    /// In the last so many years.
    pub within: Option<u32>,
    /// Whether years of this career count as it, in our reading.
    #[serde(default)]
    pub career: bool,
    /// Certificates of which one replaces it.
    #[serde(default)]
    pub or: Vec<Text>,
}

/// Training that a way asks for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Training {
    /// For how long.
    pub hours: Option<u32>,
    /// Of what.
    pub of: Text,
    /// Certificates of which one replaces it.
    #[serde(default)]
    pub or: Vec<Text>,
}
