//! The second clock: when skills and certificates come. Knows nothing of levels.

use super::id::{Id, noun};
use super::source::Citation;
use super::statement::{Statement, Step};
use super::units::YearSpan;

/// A phase's id.
pub type PhaseId = Id<Phase>;

/// A stage of learning.
#[derive(Debug)]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// Its title.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Its years, as published.
    pub years: YearSpan,
    /// Who says so.
    pub sources: Vec<Citation>,
    /// What sources say of it as a whole.
    pub notes: Vec<Statement>,
    /// What to do in it, in order.
    pub steps: Vec<Step>,
}

noun!(Phase, Phase);
