//! Places that wages are published for. Knows no wages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::text::Text;

/// A place's id: its code.
pub type AreaId = Id<Area>;

/// A state, a metropolitan area, or an area outside all of these.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Area {
    /// Its code.
    pub id: AreaId,
    /// What kind of place it is.
    pub kind: AreaKind,
    /// Its title.
    pub title: Text,
    /// The postal codes of the states that it lies in; a state's own.
    pub states: Vec<Text>,
    /// What people call it; these names are ours.
    pub aliases: Vec<Text>,
    /// Names that mean another place first, beside which this one is named.
    pub also: Vec<Text>,
    /// What to know where one of these names was used.
    pub notes: BTreeMap<Text, Text>,
}

noun!(Area, Place);

impl Area {
    /// The postal code of a state.
    pub fn postal_code(&self) -> Option<&str> {
        match self.kind {
            AreaKind::State => self.states.first().map(Text::as_str),
            AreaKind::Metro | AreaKind::Nonmetro => None,
        }
    }

    /// The cities that the title of a metropolitan area names, largest first.
    pub fn cities(&self) -> impl Iterator<Item = &str> {
        let named = match self.kind {
            AreaKind::Metro => self.title.rsplit_once(", ").map(|(cities, _)| cities),
            AreaKind::State | AreaKind::Nonmetro => None,
        };
        named
            .into_iter()
            .flat_map(|cities| cities.split(['-', '/']))
            .filter(|city| !city.is_empty())
    }
}

/// What kind of place an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AreaKind {
    /// A state.
    State,
    /// A metropolitan area.
    Metro,
    /// An area outside all metropolitan ones.
    Nonmetro,
}

impl AreaKind {
    /// Every kind.
    pub const ALL: [AreaKind; 3] = [AreaKind::State, AreaKind::Metro, AreaKind::Nonmetro];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            AreaKind::State => "state",
            AreaKind::Metro => "metro",
            AreaKind::Nonmetro => "nonmetro",
        }
    }

    /// The words for several.
    pub fn plural(self) -> &'static str {
        match self {
            AreaKind::State => "states",
            AreaKind::Metro => "metropolitan areas",
            AreaKind::Nonmetro => "nonmetropolitan areas",
        }
    }
}
