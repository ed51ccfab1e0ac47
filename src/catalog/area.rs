//! Places that wages are published for. Knows no wages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use super::id::{Id, Kind, Noun};
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
    pub states: States,
    /// What people call it, where they call it anything else; most places have no such names.
    pub(super) called: Option<Box<PlaceNames>>,
}

/// What people call a place; these names are ours.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct PlaceNames {
    /// Names that mean it.
    pub(super) aliases: Vec<Text>,
    /// Names that mean another place first, beside which this one is named.
    pub(super) also: Vec<Text>,
    /// What to know where one of these names was used.
    pub(super) notes: BTreeMap<Text, Text>,
}

/// Postal codes of states, in one text, since most places lie in one state.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct States(Text);

/// Between two codes; no text of a dataset holds it.
const BETWEEN: char = '\u{1f}';

impl States {
    pub(super) fn new(codes: &[&str]) -> Self {
        States(codes.join(BETWEEN.encode_utf8(&mut [0; 4])).into())
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.0.as_str().split(BETWEEN).filter(|code| !code.is_empty())
    }
}

/// For people and programs a list.
impl Serialize for States {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_seq(self.iter()),
            false => self.0.serialize(serializer),
        }
    }
}

impl Noun for Area {
    const KIND: Kind = Kind::Place;

    fn id(&self) -> &AreaId {
        &self.id
    }

    fn title(&self) -> &'static str {
        self.title.as_str()
    }

    fn aliases(&self) -> &[Text] {
        self.called.as_ref().map_or(&[], |names| &names.aliases)
    }
}

impl Area {
    /// Names that mean another place first, beside which this one is named.
    pub fn also(&self) -> &[Text] {
        self.called.as_ref().map_or(&[], |names| &names.also)
    }

    /// What to know where one of its names was used.
    pub fn note(&self, name: &Text) -> Option<Text> {
        self.called.as_ref()?.notes.get(name).copied()
    }

    /// The postal code of a state.
    pub fn postal_code(&self) -> Option<&'static str> {
        match self.kind {
            AreaKind::State => self.states.iter().next(),
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
