//! Ladders that employers published, each in its own terms. Knows nothing of our levels.

use serde::{Deserialize, Serialize};

use super::id::{Collection, Id, noun};
use super::part::Part;
use super::source::Citation;
use super::statement::Statement;
use super::text::Text;

/// A ladder's id.
pub type LadderId = Id<Ladder>;

/// A ladder that an employer published.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Ladder {
    /// Its id.
    pub id: LadderId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// What is to know of it.
    pub about: Vec<Statement>,
    /// Its levels, lowest first.
    pub rungs: Collection<Rung>,
    /// Who published it.
    pub sources: Part<Vec<Citation>>,
}

noun!(Ladder, Ladder);

/// The id of a level within its ladder.
pub type RungId = Id<Rung>;

/// A level of a published ladder.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Rung {
    /// Its id within the ladder.
    pub id: RungId,
    /// The title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// The grade or level that the employer gives it.
    pub grade: Option<Text>,
    /// The fewest years that are asked for.
    pub years: Option<u32>,
    /// How large the work is.
    pub scope: Vec<Statement>,
    /// How far ahead one plans.
    pub horizon: Option<Statement>,
    /// Who is reached.
    pub reach: Option<Statement>,
    /// What it asks for beside years.
    pub asks: Vec<Statement>,
    /// Who says so.
    pub sources: Part<Vec<Citation>>,
}

noun!(Rung, Level);

impl Rung {
    /// Everything said of it.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.scope.iter().chain(&self.horizon).chain(&self.reach).chain(&self.asks)
    }
}
