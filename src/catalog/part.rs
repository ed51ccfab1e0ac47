//! Parts of a catalog: each is there, or stored as bytes and decoded when it is first asked for. Knows no noun.

use std::cell::OnceCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::{iter, slice};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use super::lent::Lent;
use super::pool;

pub(super) use postcard::Error as NotStored;

/// A part of a catalog; used as what it holds. It is stored as its place.
pub struct Part<T> {
    stored: &'static [u8],
    /// Boxed, since many parts are never asked for.
    ready: OnceCell<Box<T>>,
}

impl<T> From<T> for Part<T> {
    fn from(ready: T) -> Self {
        Part { stored: &[], ready: OnceCell::from(Box::new(ready)) }
    }
}

impl<T: Deserialize<'static>> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.ready.get_or_init(|| Box::new(decode(self.stored)))
    }
}

impl<T> Part<T> {
    /// What it holds if that fits; else nothing of it is kept, so that what is passed over takes no memory.
    fn keep(&self, fits: impl Fn(&T) -> bool) -> Option<&T>
    where
        T: Deserialize<'static>,
    {
        if let Some(ready) = self.ready.get() {
            return Some(&**ready).filter(|ready| fits(ready));
        }
        let passing = Some(decode(self.stored)).filter(|passing| fits(passing))?;
        Some(self.ready.get_or_init(|| Box::new(passing)))
    }
}

impl<'a, T: Deserialize<'static>> IntoIterator for &'a Part<T>
where
    &'a T: IntoIterator,
{
    type Item = <&'a T as IntoIterator>::Item;
    type IntoIter = <&'a T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

/// Gives what `encode` has stored.
///
/// # Panics
/// On bytes of any other origin. Those of our own dataset are written by the build from the same types.
#[expect(clippy::expect_used, reason = "the build has written these bytes from the same types")]
pub(super) fn decode<T: Deserialize<'static>>(stored: &'static [u8]) -> T {
    postcard::from_bytes(stored).expect("a stored catalog is decoded by the build that encoded it")
}

/// Stores a value.
///
/// # Errors
/// When it holds what cannot be stored; nothing in a catalog is of that kind.
pub(super) fn encode(value: &impl Serialize) -> Result<Vec<u8>, NotStored> {
    postcard::to_allocvec(value)
}

impl<T: Serialize + Deserialize<'static>> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return (**self).serialize(serializer);
        }
        pool::place_of_part(&encode(&**self).map_err(ser::Error::custom)?).serialize(serializer)
    }
}

/// Nothing is decoded yet.
impl<'de: 'static, T> Deserialize<'de> for Part<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = pool::part(Deserialize::deserialize(deserializer)?);
        let stored = stored.ok_or_else(|| D::Error::custom("no part stands there"))?;
        Ok(Part { stored, ready: OnceCell::new() })
    }
}

impl<T: Clone> Clone for Part<T> {
    fn clone(&self) -> Self {
        Part { stored: self.stored, ready: self.ready.clone() }
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Part<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

/// Values in their order, each decoded when it is first asked for. They stand on shelves, so that who asks for one does not go past
/// all others.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Parts<T>(Vec<Part<Vec<Part<T>>>>);

/// How many values stand on a shelf.
const SHELF: usize = 32;

/// The values in order.
pub type Iter<'a, T> = iter::Map<OnShelves<'a, T>, fn(&'a Part<T>) -> &'a T>;

/// The parts of all shelves.
type OnShelves<'a, T> = iter::FlatMap<
    slice::Iter<'a, Part<Vec<Part<T>>>>,
    slice::Iter<'a, Part<T>>,
    fn(&'a Part<Vec<Part<T>>>) -> slice::Iter<'a, Part<T>>,
>;

impl<T> FromIterator<T> for Parts<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut parts = values.into_iter().map(Part::from).peekable();
        let mut shelves = Vec::new();
        while parts.peek().is_some() {
            shelves.push(parts.by_ref().take(SHELF).collect::<Vec<_>>().into());
        }
        Parts(shelves)
    }
}

impl<T> From<Vec<T>> for Part<Parts<T>> {
    fn from(values: Vec<T>) -> Self {
        values.into_iter().collect::<Parts<T>>().into()
    }
}

impl<T: Deserialize<'static>> Parts<T> {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.last().map_or(0, |last| (self.0.len() - 1) * SHELF + last.len())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a number.
    pub(super) fn at(&self, number: usize) -> Option<&T> {
        self.0.get(number / SHELF)?.get(number % SHELF).map(|part| &**part)
    }

    /// The values in order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.parts().map(|part| part)
    }

    /// Those values that fit; nothing of the others is kept.
    pub fn keeping(&self, fits: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
        self.parts().filter_map(move |part| part.keep(&fits))
    }

    fn parts(&self) -> OnShelves<'_, T> {
        self.0.iter().flat_map(|shelf| shelf.iter())
    }
}

impl<'a, T: Deserialize<'static>> IntoIterator for &'a Parts<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// For people and programs a list.
impl<T: Serialize + Deserialize<'static>> Serialize for Parts<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_seq(self),
            false => self.0.serialize(serializer),
        }
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Parts<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self).finish()
    }
}

/// Values that are stored so that each is decoded alone, as often as it is asked for.
#[derive(Debug)]
pub(super) struct Records<T> {
    /// The numbers of the bytes at which the records end, after that the records.
    stored: &'static [u8],
    count: usize,
    kind: PhantomData<fn() -> T>,
}

/// How many bytes tell where a record ends.
const END: usize = size_of::<u32>();

impl<T: Serialize + Deserialize<'static>> Records<T> {
    /// Stores some values.
    ///
    /// # Errors
    /// When one holds what cannot be stored; nothing in a catalog is of that kind.
    pub(super) fn of(values: &[T]) -> Result<Self, NotStored> {
        let (mut ends, mut records) = (Vec::new(), Vec::new());
        for value in values {
            records.extend(encode(value)?);
            ends.extend((records.len() as u32).to_le_bytes());
        }
        ends.extend(records);
        Ok(Records { stored: ends.leak(), count: values.len(), kind: PhantomData })
    }

    /// The value of a number.
    ///
    /// # Panics
    /// Where there is none.
    pub(super) fn at(&self, number: usize) -> T {
        let (ends, records) = self.stored.split_at(self.count * END);
        let (ends, _) = ends.as_chunks();
        let end = |number: usize| u32::from_le_bytes(ends[number]) as usize;
        decode(&records[number.checked_sub(1).map_or(0, end)..end(number)])
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = T> {
        (0..self.count).map(|number| self.at(number))
    }
}

impl<T> Serialize for Records<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.count, Lent(self.stored)).serialize(serializer)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (count, Lent(stored)) = Deserialize::deserialize(deserializer)?;
        Ok(Records { stored, count, kind: PhantomData })
    }
}
