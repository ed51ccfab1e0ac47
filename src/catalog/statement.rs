//! What sources say, one thing at a time: statements, mentions, steps. Knows not what they are about.

use serde::{Deserialize, Serialize};

use super::level::{Level, LevelId, TrackId};
use super::part::Part;
use super::phase::{Phase, PhaseId};
use super::source::Citation;
use super::text::Text;

/// One thing that sources say, in our own words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Statement {
    /// The words.
    pub text: Text,
    /// What we inferred, and from what, where the source does not say it itself.
    pub inferred: Option<Text>,
    /// Who says it.
    pub sources: Part<Vec<Citation>>,
}

/// What a source says of a skill or certificate, tied to a clock where the source ties it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Mention {
    /// The phase that it belongs to.
    pub phase: Option<PhaseId>,
    /// The level that it belongs to.
    pub level: Option<LevelId>,
    /// The track that it belongs to.
    pub track: Option<TrackId>,
    /// Of whom it is said, where not of everybody: `who work in fintech`.
    pub only: Option<Text>,
    /// Whether the source calls it required, not recommended.
    pub required: bool,
    /// What is said.
    pub statement: Statement,
}

impl Mention {
    /// Whether a source ties it to this phase.
    pub fn is_in(&self, phase: &Phase) -> bool {
        self.phase.as_ref() == Some(&phase.id)
    }

    /// Whether a source ties it to this level.
    pub fn is_at(&self, level: &Level) -> bool {
        self.level.as_ref() == Some(&level.id)
    }
}

/// Whether something that belongs to a track, or to none, is shown to those who follow one, or none.
pub fn fits_track(of: Option<&TrackId>, followed: Option<&TrackId>) -> bool {
    of.is_none() || followed.is_none() || of == followed
}

/// Something to do next.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Step {
    /// What to do.
    pub text: Text,
    /// Why.
    pub reason: Text,
    /// The year by which a source wants it done.
    pub by: Option<u32>,
    /// The track that it belongs to.
    pub track: Option<TrackId>,
    /// Who says it.
    pub sources: Part<Vec<Citation>>,
}
