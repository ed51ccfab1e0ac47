//! What a stored catalog is made of: its texts in one string and its parts in one row of bytes, in which each stands once and is
//! known by its place. Knows not what they say.
//!
//! So the binary holds each text once, and lends it without looking at it: that it is UTF-8 the compiler has found. And where a part
//! is can be told without going past those before it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Where something begins, and how many bytes it has.
pub(super) type Place = (u32, u32);

/// What is being stored.
#[derive(Default)]
struct Pool {
    bytes: Vec<u8>,
    places: BTreeMap<Vec<u8>, Place>,
}

thread_local! {
    static TEXTS: RefCell<Pool> = RefCell::default();
    static PARTS: RefCell<Pool> = RefCell::default();
}

impl Pool {
    /// The place of some bytes, which are put into the pool if they are not there yet.
    fn place(&mut self, bytes: &[u8]) -> Place {
        if let Some(place) = self.places.get(bytes) {
            return *place;
        }
        let place = (self.bytes.len() as u32, bytes.len() as u32);
        self.bytes.extend(bytes);
        self.places.insert(bytes.to_vec(), place);
        place
    }
}

/// The place of a text.
pub(super) fn place_of_text(text: &str) -> Place {
    TEXTS.with_borrow_mut(|texts| texts.place(text.as_bytes()))
}

/// The place of a part that is encoded.
pub(super) fn place_of_part(part: &[u8]) -> Place {
    PARTS.with_borrow_mut(|parts| parts.place(part))
}

/// Everything that was put into the pools, parts and texts; they are empty again then.
pub(super) fn filled() -> (Vec<u8>, Vec<u8>) {
    (PARTS.take().bytes, TEXTS.take().bytes)
}

/// What was stored, parts and texts.
static LENT: OnceLock<(&'static [u8], &'static str)> = OnceLock::new();

/// Lends from these pools. There are two in a program: the first that are given stay.
pub(super) fn lend(parts: &'static [u8], texts: &'static str) {
    LENT.get_or_init(|| (parts, texts));
}

fn range((start, length): Place) -> std::ops::Range<usize> {
    let start = start as usize;
    start..start + length as usize
}

/// The text of a place.
pub(super) fn text(place: Place) -> Option<&'static str> {
    LENT.get()?.1.get(range(place))
}

/// The part of a place.
pub(super) fn part(place: Place) -> Option<&'static [u8]> {
    LENT.get()?.0.get(range(place))
}
