//! Everything else that sources say, by topic, and where they disagree. Knows no numbers.

use serde::{Deserialize, Serialize};

use super::certification::CertificationId;
use super::id::{Id, noun};
use super::part::Part;
use super::role::RoleId;
use super::source::Citation;
use super::statement::Statement;
use super::text::Text;
use super::wage::OccupationId;
pub use crate::dataset::raw::{Official, Surveyed};

/// A topic's id.
pub type TopicId = Id<Topic>;

/// A conflict's id.
pub type ConflictId = Id<Conflict>;

/// A topic of the guide.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// What it answers.
    pub about: Text,
    /// What surveys say of it.
    pub shows: Vec<Surveyed>,
}

noun!(Topic, Topic);

/// A fact under a topic.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Fact {
    /// The topic.
    pub topic: TopicId,
    /// The question that it answers, where the source asks it.
    pub question: Option<Text>,
    /// What is said.
    pub statement: Statement,
}

/// A question on which sources disagree.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Conflict {
    /// Its id.
    pub id: ConflictId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// The question.
    pub question: Text,
    /// The topics of the guide that it touches.
    pub topics: Vec<TopicId>,
    /// The certificates that it touches.
    pub certifications: Vec<CertificationId>,
    /// The job titles that it touches.
    pub roles: Vec<RoleId>,
    /// Who says what.
    pub positions: Vec<Position>,
    /// Our reading of why they differ.
    pub why: Text,
    /// What official data can't tell about it.
    pub untested: Option<Text>,
    /// Which official figures bear on it.
    pub official: Vec<Official>,
    /// Whose figures; the usual occupations where none is named.
    pub occupations: Vec<OccupationId>,
    /// The codes of the places whose figures are shown.
    pub places: Vec<Text>,
    /// The codes of the industries whose figures are shown.
    pub industries: Vec<Text>,
}

noun!(Conflict, Conflict);

/// What one side says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Position {
    /// The figure or stance.
    pub claim: Text,
    /// What it counts or rests on.
    pub detail: Option<Text>,
    /// Who says it.
    pub sources: Part<Vec<Citation>>,
}
