//! Ids that prove that their noun exists, and the collections that hand them out. Knows no particular noun.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::name::fold;
use super::part::{Iter, Parts};
use super::register::{Leads, Register, lead};
use super::text::Text;

/// The id of an entry of a catalog; only assembly makes one, so its entry is there.
pub struct Id<T> {
    index: u32,
    name: Text,
    noun: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id as people type it.
    pub fn as_str(&self) -> &'static str {
        self.name.as_str()
    }

    /// The same as text.
    pub fn name(&self) -> Text {
        self.name
    }

    /// The number of its entry in the collection.
    pub(super) fn index(&self) -> usize {
        self.index as usize
    }
}

impl<T> Copy for Id<T> {}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(&self.name),
            false => (self.index, self.name).serialize(serializer),
        }
    }
}

/// As it is stored, with its number; what people write is looked up instead.
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (index, name) = Deserialize::deserialize(deserializer)?;
        Ok(Id { index, name, noun: PhantomData })
    }
}

/// What kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A pay stage.
    Level,
    /// A branch of the ladder.
    Track,
    /// A stage of learning.
    Phase,
    /// A job title.
    Role,
    /// A skill or tool.
    Skill,
    /// A certificate.
    Certification,
    /// A published ladder.
    Ladder,
    /// A topic of the guide.
    Topic,
    /// A question on which sources disagree.
    Conflict,
    /// A population that wages are published for.
    Occupation,
    /// Who is cited.
    Source,
    /// A release of wages.
    Vintage,
    /// A place that wages are published for.
    Place,
    /// A place that is a state.
    State,
    /// An industry that wages are published for.
    Industry,
    /// A level, role, occupation or certificate.
    Subject,
}

impl Kind {
    /// The word for it, as in `level:principal`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Level => "level",
            Kind::Track => "track",
            Kind::Phase => "phase",
            Kind::Role => "role",
            Kind::Skill => "skill",
            Kind::Certification => "certificate",
            Kind::Ladder => "ladder",
            Kind::Topic => "topic",
            Kind::Conflict => "conflict",
            Kind::Occupation => "occupation",
            Kind::Source => "source",
            Kind::Vintage => "vintage",
            Kind::Place => "place",
            Kind::State => "state",
            Kind::Industry => "industry",
            Kind::Subject => "level, role, occupation or certificate",
        }
    }
}

/// Something with an id, a title and other names.
pub trait Noun: Deserialize<'static> {
    /// What kind of thing it is.
    const KIND: Kind;

    /// Its id.
    fn id(&self) -> &Id<Self>;

    /// Its title.
    fn title(&self) -> &'static str;

    /// Other names.
    fn aliases(&self) -> &[Text];

    /// Its id, its title and its other names.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        let own = [self.id().as_str(), self.title()];
        own.into_iter().chain(self.aliases().iter().map(Text::as_str))
    }
}

/// Implements `Noun` for structs with the fields `id`, `title` and `aliases`.
macro_rules! noun {
    ($noun:ty, $kind:ident) => {
        impl crate::catalog::id::Noun for $noun {
            const KIND: crate::catalog::id::Kind = crate::catalog::id::Kind::$kind;

            fn id(&self) -> &crate::catalog::id::Id<Self> {
                &self.id
            }

            fn title(&self) -> &'static str {
                self.title.as_str()
            }

            fn aliases(&self) -> &[crate::catalog::text::Text] {
                &self.aliases
            }
        }
    };
}
pub(super) use noun;

/// All entries of a noun, in the dataset's order; each is decoded when it is first asked for.
pub struct Collection<T> {
    entries: Parts<T>,
    /// What each name leads to, as names are compared.
    names: OnceCell<Register>,
}

impl<T> Collection<T> {
    pub(super) fn new(entries: Vec<T>) -> Self {
        Collection { entries: entries.into_iter().collect(), names: OnceCell::new() }
    }
}

impl<T: Deserialize<'static>> Collection<T> {
    /// The entry of an id.
    ///
    /// # Panics
    /// On the id of another catalog.
    #[expect(clippy::expect_used, reason = "only assembly makes ids, each for an entry")]
    pub fn get(&self, id: &Id<T>) -> &T {
        self.entries.at(id.index()).expect("an id has an entry")
    }
}

impl<T: Noun> Collection<T> {
    /// The entries of which a name is, as names are compared, the one that `fold` has given.
    pub fn named(&self, wanted: &str) -> Vec<&T> {
        self.names().at(wanted).filter_map(|number| self.entries.at(number)).collect()
    }

    /// Those of a stored collection were gathered by the build.
    fn names(&self) -> &Register {
        self.names.get_or_init(|| {
            let mut names = Leads::new();
            for (number, entry) in self.entries.iter().enumerate() {
                entry.names().for_each(|name| lead(&mut names, &fold(name), number));
            }
            Register::new(&names)
        })
    }
}

/// For people and programs a list; stored with where its names lead.
impl<T: Noun + Serialize> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return self.entries.serialize(serializer);
        }
        (&self.entries, self.names()).serialize(serializer)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (entries, names): (_, Register) = Deserialize::deserialize(deserializer)?;
        Ok(Collection { entries, names: OnceCell::from(names) })
    }
}

impl<T> Deref for Collection<T> {
    type Target = Parts<T>;

    fn deref(&self) -> &Parts<T> {
        &self.entries
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Collection<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries.fmt(formatter)
    }
}

impl<'a, T: Deserialize<'static>> IntoIterator for &'a Collection<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The ids of a noun, made before its entries so that these can point at each other.
#[derive(Debug)]
pub(super) struct Ids<T> {
    ids: Vec<Id<T>>,
    by_name: BTreeMap<Text, usize>,
}

impl<T> Ids<T> {
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let numbered = names.enumerate();
        let ids: Vec<Id<T>> = numbered
            .map(|(index, name)| Id {
                index: index as u32,
                name: Text::from(name.to_owned()),
                noun: PhantomData,
            })
            .collect();
        // Of a name that stands twice, which the rules forbid, the first is meant.
        let named = ids.iter().rev().map(|id| (id.name, id.index()));
        let named: Vec<(Text, usize)> = named.collect();
        Ids { by_name: named.into_iter().collect(), ids }
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Id<T>> {
        self.ids.iter()
    }

    pub(super) fn at(&self, index: usize) -> Id<T> {
        self.ids[index]
    }

    pub(super) fn named(&self, name: &str) -> Option<Id<T>> {
        self.by_name.get(name).map(|index| self.ids[*index])
    }
}
