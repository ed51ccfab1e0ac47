//! Job titles. Knows where a source puts a title, not what it pays.

use serde::{Deserialize, Serialize};

use super::fact::TopicId;
use super::id::{Id, noun};
use super::level::{LevelId, TrackId};
use super::part::Part;
use super::source::Citation;
use super::statement::Statement;
use super::text::Text;
use super::units::Date;
use super::wage::OccupationId;

/// A role's id.
pub type RoleId = Id<Role>;

/// A job title.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// The title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// The level at which a source puts it.
    pub level: Option<LevelId>,
    /// The track to which it belongs.
    pub track: Option<TrackId>,
    /// The topic of the guide that tells about it.
    pub topic: Option<TopicId>,
    /// The role that this is another title of.
    pub same_as: Option<RoleId>,
    /// O*NET's code, where it is one of its occupations.
    pub onet: Option<Text>,
    /// The occupation under which its wages are published.
    pub occupation: Option<OccupationId>,
    /// How much preparation it takes.
    pub zone: Option<Zone>,
    /// Titles that lead here; other roles may have them too.
    pub listed_as: Part<Vec<Text>>,
    /// What sources say of it.
    pub about: Part<Vec<Statement>>,
}

/// How much preparation an occupation takes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Zone {
    /// Its number, 1 to 5.
    pub number: u32,
    /// Its name.
    pub title: Text,
    /// When it was found.
    pub date: Date,
}

noun!(Role, Role);

impl Role {
    /// Every citation of what is said of it.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.about.iter().flat_map(|said| &said.sources)
    }
}
