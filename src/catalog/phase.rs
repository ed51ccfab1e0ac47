//! The second clock: when skills and certificates come. Knows nothing of levels.

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::mentioned::Mentioned;
use super::part::Part;
use super::source::Citation;
use super::statement::{Statement, Step};
use super::text::Text;
use super::units::YearSpan;

/// A phase's id.
pub type PhaseId = Id<Phase>;

/// A stage of learning.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Its years, as published.
    pub years: YearSpan,
    /// Who says so.
    pub sources: Part<Vec<Citation>>,
    /// What sources say of it as a whole.
    pub notes: Vec<Statement>,
    /// What to do in it, in order.
    pub steps: Vec<Step>,
    /// What is said to belong to it.
    pub mentioned: Part<Mentioned>,
}

noun!(Phase, Phase);
