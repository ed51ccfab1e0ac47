//! Skills and tools. Knows what sources say of each, not who has it.

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::part::Part;
use super::role::RoleId;
use super::source::{Citation, SourceId, distinct_sources};
use super::statement::{Mention, Statement};
use super::text::Text;

/// A skill's id.
pub type SkillId = Id<Skill>;

/// Whether it is an ability or a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Skill or tool.
    pub kind: SkillKind,
    /// What sources say of it.
    pub mentions: Vec<Mention>,
    /// What a tool is used for.
    pub used_for: Vec<Covers>,
    /// The occupations in which it is found, of a tool.
    pub technology: Part<Vec<Technology>>,
}

noun!(Skill, Skill);

/// A skill that a certificate covers or a tool is used for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Covers {
    /// The skill.
    pub skill: SkillId,
    /// What is said.
    pub statement: Statement,
}

/// A tool as it is found in an occupation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Technology {
    /// What the source calls it.
    pub name: Text,
    /// The occupation.
    pub role: RoleId,
    /// The class that the source puts it in.
    pub class: Text,
    /// The skill that the class serves, in our reading.
    pub serves: Option<SkillId>,
    /// Whether employers often ask for it, in any occupation.
    pub hot: bool,
    /// Whether they often ask for it in this occupation.
    pub in_demand: bool,
    /// Who says so.
    pub sources: Part<Vec<Citation>>,
}

impl Skill {
    /// Every citation of everything said of it.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        let mentions = self.mentions.iter().map(|mention| &mention.statement);
        let said = mentions.chain(self.used_for.iter().map(|covers| &covers.statement));
        let found = self.technology.iter().flat_map(|technology| &technology.sources);
        said.flat_map(|statement| &statement.sources).chain(found)
    }

    /// The skills that a tool serves, each once.
    pub fn serves(&self) -> Vec<SkillId> {
        let said = self.used_for.iter().map(|covers| covers.skill);
        let classed = self.technology.iter().filter_map(|technology| technology.serves);
        let mut served: Vec<SkillId> = said.chain(classed).collect();
        served.sort();
        served.dedup();
        served
    }

    /// The sources that name it, each once.
    pub fn named_by(&self) -> Vec<SourceId> {
        distinct_sources(self.citations())
    }
}
