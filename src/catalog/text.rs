//! Text of a catalog, which lives as long as the program. Knows no noun.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::pool;

/// A piece of text that is as cheap to copy as a number; used as a `str`.
///
/// It is lent from what the binary holds, or was read from a file and is never freed: a catalog lives as long as its process.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(&'static str);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &'static str {
        self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Text(Box::leak(text.into_boxed_str()))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Text(text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.to_owned()
    }
}

impl From<Text> for Cow<'static, str> {
    fn from(text: Text) -> Self {
        Cow::Borrowed(text.0)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self)
    }
}

/// For people and programs the text; in a stored catalog its place in the pool.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(self),
            false => pool::place_of_text(self.0).serialize(serializer),
        }
    }
}

/// Lent from the pool of a stored catalog; nothing is copied.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let place = Deserialize::deserialize(deserializer)?;
        pool::text(place).map(Text).ok_or_else(|| D::Error::custom("no text stands there"))
    }
}
