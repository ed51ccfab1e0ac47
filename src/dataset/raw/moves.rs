//! Moves from one role to another as they are written. Knows no meaning.

use serde::{Deserialize, Serialize};

use super::{Spanned, Statement, Text, Years};

/// What kind of move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    /// A way in.
    Entry,
    /// A way up.
    Promotion,
    /// A way across.
    Lateral,
    /// A way out.
    Pivot,
    /// No move that anybody names: a source finds the two alike. Comes from `[related]` alone.
    #[cfg_attr(test, schemars(skip))]
    Related,
}

/// A move from one role to another.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Move {
    /// Its id; lets a layer replace it.
    pub id: Text,
    /// A role's id.
    pub from: Text,
    /// A role's id; the same one only with `settings`.
    pub to: Text,
    /// What kind it is.
    pub kind: MoveKind,
    /// In which surroundings one has a role before and after.
    pub settings: Option<Settings>,
    /// How long it takes.
    pub years: Option<MoveYears>,
    /// The ids of the skills that it takes.
    #[serde(default)]
    pub skills: Vec<Text>,
    /// The ids of the certificates that help.
    #[serde(default)]
    pub certifications: Vec<Text>,
    /// What else it takes, evidence above all.
    #[serde(default)]
    pub takes: Vec<Statement>,
    /// Why it suits.
    #[serde(default)]
    pub suits: Vec<Statement>,
    /// What it costs.
    #[serde(default)]
    pub costs: Vec<Statement>,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
    /// Who names the move.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// Two surroundings of a role.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Settings {
    /// Before the move.
    pub from: Text,
    /// After it.
    pub to: Text,
}

/// How long a move takes, as published.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MoveYears {
    /// The years.
    pub span: Spanned<Years>,
    /// From when on they are counted.
    #[serde(default)]
    pub counted: Counted,
    /// What they count.
    pub text: Text,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// From when on the years of a move are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// In the role before.
    #[default]
    InRole,
    /// From the start of a career, whatever came before.
    FromStart,
}

/// Roles that a source finds alike.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Related {
    /// Citations.
    pub sources: Vec<Text>,
    /// One pair a row.
    pub rows: Vec<RelatedRow>,
}

/// From role, to role, the rank that the source gives, and its tier.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RelatedRow(pub Text, pub Text, pub u32, pub Text);
