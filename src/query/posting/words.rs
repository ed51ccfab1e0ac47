//! Words of a posting, kept where they stand: many are taken from one text. Knows not what they say.

use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

use serde::{Serialize, Serializer};

use super::text::Text;

/// Some words of a posting.
#[derive(Clone)]
pub struct Words {
    text: Rc<Text>,
    place: Range<usize>,
}

impl Words {
    pub(super) fn of(text: &Rc<Text>, place: Range<usize>) -> Words {
        Words { text: Rc::clone(text), place }
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text.shown[self.place.clone()]
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}
