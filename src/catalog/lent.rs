//! What is stored as it is used: bytes and tables of numbers, read where they lie. Knows not what they say.

use std::fmt;
use std::ops::Range;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes of what is stored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lent(pub(super) &'static [u8]);

impl Serialize for Lent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Lent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Lending;

        impl<'de: 'static> Visitor<'de> for Lending {
            type Value = Lent;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("bytes of a stored catalog")
            }

            fn visit_borrowed_bytes<E: Error>(self, stored: &'de [u8]) -> Result<Lent, E> {
                Ok(Lent(stored))
            }
        }

        deserializer.deserialize_bytes(Lending)
    }
}

/// Rows of numbers, stored as they are read.
#[derive(Clone, Copy)]
pub(super) struct Table<const COLUMNS: usize>(&'static [[Number; COLUMNS]]);

/// A number as it is stored.
pub(super) type Number = [u8; size_of::<u32>()];

impl<const COLUMNS: usize> Table<COLUMNS> {
    pub(super) fn of(rows: &[[u32; COLUMNS]]) -> Self {
        Table(rows.iter().map(|row| row.map(u32::to_le_bytes)).collect::<Vec<_>>().leak())
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The row of a number.
    ///
    /// # Panics
    /// Where there is none.
    pub(super) fn at(&self, row: usize) -> [u32; COLUMNS] {
        numbers(self.0[row])
    }

    /// The rows of some numbers.
    ///
    /// # Panics
    /// Where there are not so many.
    pub(super) fn rows(
        &self,
        rows: Range<usize>,
    ) -> impl Iterator<Item = [u32; COLUMNS]> + use<COLUMNS> {
        self.0[rows].iter().map(|row| numbers(*row))
    }

    /// All rows but perhaps the last one, two by two, as they are stored.
    pub(super) fn twos(&self) -> &'static [[[Number; COLUMNS]; 2]] {
        self.0.as_chunks().0
    }
}

/// A row as it is read.
#[inline]
pub(super) fn numbers<const COLUMNS: usize>(stored: [Number; COLUMNS]) -> [u32; COLUMNS] {
    stored.map(u32::from_le_bytes)
}

impl<const COLUMNS: usize> fmt::Debug for Table<COLUMNS> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} rows", self.len())
    }
}

impl<const COLUMNS: usize> Serialize for Table<COLUMNS> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Lent(self.0.as_flattened().as_flattened()).serialize(serializer)
    }
}

impl<'de: 'static, const COLUMNS: usize> Deserialize<'de> for Table<COLUMNS> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Lent(stored) = Lent::deserialize(deserializer)?;
        let (numbers, _) = stored.as_chunks();
        Ok(Table(numbers.as_chunks().0))
    }
}

/// So many bytes, stored as they are read.
#[derive(Clone, Copy)]
pub(super) struct Bytes<const COUNT: usize>(&'static [u8; COUNT]);

impl<const COUNT: usize> Bytes<COUNT> {
    pub(super) fn of(bytes: Box<[u8; COUNT]>) -> Self {
        Bytes(Box::leak(bytes))
    }

    /// All of them.
    pub(super) fn all(&self) -> &'static [u8; COUNT] {
        self.0
    }
}

impl<const COUNT: usize> fmt::Debug for Bytes<COUNT> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{COUNT} bytes")
    }
}

impl<const COUNT: usize> Serialize for Bytes<COUNT> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Lent(self.0).serialize(serializer)
    }
}

impl<'de: 'static, const COUNT: usize> Deserialize<'de> for Bytes<COUNT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Lent(stored) = Lent::deserialize(deserializer)?;
        stored.try_into().map(Bytes).map_err(D::Error::custom)
    }
}
