//! A text of the catalog, or the name of a noun, with what it is of and where it is shown. Knows no command.

use serde::{Deserialize, Serialize};

use super::{
    AreaId, CertificationId, Citation, ConflictId, IndustryId, LadderId, LevelId, OccupationId,
    Percentile, PhaseId, RoleId, RungId, SkillId, SourceId, Text, TopicId,
};

/// The noun under which a text is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Target {
    /// One level in full.
    Level(LevelId),
    /// One phase: its skills, notes and steps.
    Phase(PhaseId),
    /// One skill.
    Skill(SkillId),
    /// One certificate.
    Certification(CertificationId),
    /// One topic of the guide.
    Topic(TopicId),
    /// One conflict.
    Conflict(ConflictId),
    /// One occupation's wages.
    Occupation(OccupationId),
    /// The wages, beside which guides' medians and means stand.
    Pay,
    /// The pay at a percentile, beside which guides' figures stand.
    PayAt(Percentile),
    /// One place's wages.
    Place(AreaId),
    /// One industry's wages.
    Industry(IndustryId),
    /// One source.
    Source(SourceId),
    /// One role: what it is, where it leads, what O*NET says of it.
    Role(RoleId),
    /// One published ladder.
    Ladder(LadderId),
    /// One level of a published ladder.
    Rung(LadderId, RungId),
}

/// A text of the catalog, or the name of an entry with what it is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Entry {
    /// The word for what it is.
    pub kind: Text,
    /// The title of what it belongs to.
    pub title: Text,
    /// All names, where the entry stands for its noun as a whole: its id, its title, then others.
    pub names: Vec<Text>,
    /// What is said.
    pub text: Text,
    /// Who says it.
    pub sources: Vec<Citation>,
    /// Where it is shown.
    pub target: Target,
}
