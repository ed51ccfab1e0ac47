//! Skills and tools. Knows what sources say of each, not who has it.

use serde::Serialize;

use super::id::{Id, noun};
use super::source::{Citation, SourceId, distinct_sources};
use super::statement::Mention;

/// A skill's id.
pub type SkillId = Id<Skill>;

/// Whether it is an ability or a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkillKind {
    /// An ability, method or concept.
    Skill,
    /// A product, platform or language.
    Tool,
}

impl SkillKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            SkillKind::Skill => "skill",
            SkillKind::Tool => "tool",
        }
    }
}

/// A skill or tool.
#[derive(Debug)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its title.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Skill or tool.
    pub kind: SkillKind,
    /// What sources say of it.
    pub mentions: Vec<Mention>,
}

noun!(Skill, Skill);

impl Skill {
    /// Every citation of every mention.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.mentions.iter().flat_map(|mention| &mention.statement.sources)
    }

    /// The sources that name it, each once.
    pub fn named_by(&self) -> Vec<SourceId> {
        distinct_sources(self.citations())
    }
}
