//! Parts of a catalog: each is there, or stored as bytes and decoded when it is first asked for. Knows no noun.

use std::cell::OnceCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

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
pub(super) fn encode(value: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(value)
}

impl<T: Serialize + Deserialize<'static>> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&encode(&**self).map_err(ser::Error::custom)?)
    }
}

/// Lent from what is stored; nothing is decoded yet.
impl<'de: 'static, T> Deserialize<'de> for Part<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Lent(PhantomData))
    }
}

struct Lent<T>(PhantomData<T>);

impl<'de: 'static, T> Visitor<'de> for Lent<T> {
    type Value = Part<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the bytes of a part of a catalog")
    }

    fn visit_borrowed_bytes<E: Error>(self, stored: &'de [u8]) -> Result<Part<T>, E> {
        Ok(Part { stored, ready: OnceCell::new() })
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Part<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}
