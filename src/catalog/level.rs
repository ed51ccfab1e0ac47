//! The ladder: levels and the tracks that open on it. Knows nothing of phases.

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::mentioned::Mentioned;
use super::part::Part;
use super::role::RoleId;
use super::source::Citation;
use super::statement::{Statement, Step};
use super::text::Text;
use super::units::{Percentile, YearSpan};

/// A level's id.
pub type LevelId = Id<Level>;

/// A track's id.
pub type TrackId = Id<Track>;

/// A pay stage.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Its years, as published.
    pub years: YearSpan,
    /// The percentiles of the default occupation between which it is paid.
    pub band: Band,
    /// Who says the years and the band.
    pub sources: Part<Vec<Citation>>,
    /// What changes, in a few words.
    pub change: Statement,
    /// How large the work is.
    pub scope: Vec<Statement>,
    /// What one does.
    pub duties: Vec<Statement>,
    /// What gets one promoted from here.
    pub promotion: Vec<Statement>,
    /// What to do here, in order.
    pub steps: Vec<Step>,
    /// What is said to belong to it.
    pub mentioned: Part<Mentioned>,
    /// The job titles that a source puts at it.
    pub roles: Part<Vec<RoleId>>,
}

noun!(Level, Level);

/// Two percentiles, the lower first.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Band {
    /// The lower one.
    pub from: Percentile,
    /// The upper one.
    pub to: Percentile,
}

/// A branch of the ladder.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// The first level that has it.
    pub opens: LevelId,
    /// Who says so.
    pub sources: Part<Vec<Citation>>,
}

noun!(Track, Track);
