//! Job titles. Knows where a source puts a title, not what it pays.

use super::fact::TopicId;
use super::id::{Id, noun};
use super::level::{LevelId, TrackId};
use super::statement::Statement;

/// A role's id.
pub type RoleId = Id<Role>;

/// A job title.
#[derive(Debug)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// The title.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The level at which a source puts it.
    pub level: Option<LevelId>,
    /// The track to which it belongs.
    pub track: Option<TrackId>,
    /// The topic of the guide that tells about it.
    pub topic: Option<TopicId>,
    /// What sources say of it.
    pub about: Vec<Statement>,
}

noun!(Role, Role);
