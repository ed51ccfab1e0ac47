//! The ladder as it is written: tracks, levels, phases, roles. Knows no meaning.

use serde::Deserialize;

use super::{Spanned, Statement, Step, Text, Zone};

/// Whole years, as published; no `to` means open.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Years {
    /// First year.
    pub from: u32,
    /// Last year.
    pub to: Option<u32>,
}

/// Two percentiles of the default occupation.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Percentiles {
    /// The lower one.
    pub from: f64,
    /// The upper one.
    pub to: f64,
}

/// A branch of the ladder.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Track {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// The first level that has it.
    pub opens: Text,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// A pay stage.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Level {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Its years.
    pub years: Spanned<Years>,
    /// Its band of pay.
    pub percentiles: Spanned<Percentiles>,
    /// Who says the years and the band.
    #[serde(default)]
    pub sources: Vec<Text>,
    /// What changes, in a few words.
    pub change: Statement,
    /// How large the work is.
    #[serde(default)]
    pub scope: Vec<Statement>,
    /// What one does.
    #[serde(default)]
    pub duties: Vec<Statement>,
    /// What gets one promoted from here.
    #[serde(default)]
    pub promotion: Vec<Statement>,
    /// What to do here, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// A stage of learning.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Phase {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Its years.
    pub years: Spanned<Years>,
    /// Who says so.
    #[serde(default)]
    pub sources: Vec<Text>,
    /// What sources say of it as a whole.
    #[serde(default)]
    pub notes: Vec<Statement>,
    /// What to do in it, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// A job title.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Role {
    /// Its id.
    pub id: Text,
    /// The title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// A level's id.
    pub level: Option<Text>,
    /// A track's id.
    pub track: Option<Text>,
    /// A topic's id.
    pub topic: Option<Text>,
    /// The id of the role that this is another title of.
    pub same_as: Option<Text>,
    /// O*NET's code, where it is one of its occupations.
    pub onet: Option<Text>,
    /// The id of the occupation under which its wages are published.
    pub occupation: Option<Text>,
    /// How much preparation it takes.
    pub zone: Option<Zone>,
    /// Titles that lead here; other roles may have them too.
    #[serde(default)]
    pub listed_as: Vec<Text>,
    /// What sources say of it.
    #[serde(default)]
    pub about: Vec<Statement>,
}

/// A ladder that an employer published.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ladder {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// What is to know of it.
    #[serde(default)]
    pub about: Vec<Statement>,
    /// Its levels, lowest first.
    #[serde(default)]
    pub levels: Vec<Rung>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// A level of a published ladder, in that ladder's terms.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rung {
    /// Its id within the ladder.
    pub id: Text,
    /// The title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// The grade or level that the employer gives it.
    pub grade: Option<Text>,
    /// The fewest years that are asked for.
    pub years: Option<u32>,
    /// How large the work is.
    #[serde(default)]
    pub scope: Vec<Statement>,
    /// How far ahead one plans.
    pub horizon: Option<Statement>,
    /// Who is reached.
    pub reach: Option<Statement>,
    /// What it asks for beside years.
    #[serde(default)]
    pub asks: Vec<Statement>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}
