//! Moves from one role to another. Knows who names a move, not which of them make up a route.

use serde::{Deserialize, Serialize};

use super::certification::CertificationId;
use super::part::Part;
use super::role::RoleId;
use super::skill::SkillId;
use super::source::Citation;
use super::statement::Statement;
use super::text::Text;
use super::units::YearSpan;
pub use crate::dataset::raw::{Counted, MoveKind};

impl MoveKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [MoveKind; 5] = [
        MoveKind::Entry,
        MoveKind::Promotion,
        MoveKind::Lateral,
        MoveKind::Pivot,
        MoveKind::Related,
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            MoveKind::Entry => "entry",
            MoveKind::Promotion => "promotion",
            MoveKind::Lateral => "lateral",
            MoveKind::Pivot => "pivot",
            MoveKind::Related => "related",
        }
    }
}

/// A move from one role to another, or to the same one in other surroundings.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Move {
    /// Where it begins.
    pub from: RoleId,
    /// Where it leads.
    pub to: RoleId,
    /// What kind it is.
    pub kind: MoveKind,
    /// The surroundings before and after, where they are what changes.
    pub settings: Option<(Text, Text)>,
    /// How long it takes, as published.
    pub years: Option<MoveYears>,
    /// How alike the source finds the two: its rank, 1 for the most alike, and its tier.
    pub rank: Option<(u32, Text)>,
    /// The skills that it takes.
    pub skills: Vec<SkillId>,
    /// The certificates that help.
    pub certifications: Vec<CertificationId>,
    /// What else it takes, evidence above all.
    pub takes: Vec<Statement>,
    /// Why it suits.
    pub suits: Vec<Statement>,
    /// What it costs.
    pub costs: Vec<Statement>,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
    /// Who names the move.
    pub sources: Part<Vec<Citation>>,
}

impl Move {
    /// Everything said of it.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.years
            .iter()
            .map(|years| &years.said)
            .chain(&self.takes)
            .chain(&self.suits)
            .chain(&self.costs)
    }
}

/// How long a move takes, as published.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct MoveYears {
    /// The years.
    pub span: YearSpan,
    /// From when on they are counted.
    pub counted: Counted,
    /// What they count, and who says so.
    pub said: Statement,
}

impl Counted {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Counted::InRole => "in-role",
            Counted::FromStart => "from-start",
        }
    }
}
