//! Parts of a catalog: each is there, or stored as bytes and decoded when it is first asked for. Knows no noun.

use std::cell::OnceCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use super::lent::Lent;

pub(super) use postcard::Error as NotStored;

/// A part of a catalog; used as what it holds.
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
    /// What a part begins with, read alone; `None` where it is decoded already.
    pub(super) fn beginning<F: Deserialize<'static>>(&self) -> Option<F> {
        let stored = Some(self.stored).filter(|_| self.ready.get().is_none())?;
        postcard::take_from_bytes(stored).ok().map(|(first, _)| first)
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
        serializer.serialize_bytes(&encode(&**self).map_err(ser::Error::custom)?)
    }
}

/// Nothing is decoded yet.
impl<'de: 'static, T> Deserialize<'de> for Part<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Lent(stored) = Lent::deserialize(deserializer)?;
        Ok(Part { stored, ready: OnceCell::new() })
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Part<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
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
