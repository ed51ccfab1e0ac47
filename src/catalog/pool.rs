//! The texts of a stored catalog: one string in which each stands once, and is known by its place. Knows not what they say.
//!
//! So the binary holds each text once, and lends it without looking at it: that it is UTF-8 the compiler has found.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Where a text begins, and how many bytes it has.
type Place = (u32, u32);

#[derive(Default)]
struct Pool {
    text: String,
    places: BTreeMap<&'static str, Place>,
}

thread_local! {
    /// What is being stored.
    static FILLED: RefCell<Pool> = RefCell::default();
}

/// What was stored.
static LENT: OnceLock<&'static str> = OnceLock::new();

/// The place of a text, which is put into the pool if it is not there yet.
pub(super) fn place(text: &'static str) -> Place {
    FILLED.with_borrow_mut(|pool| {
        let Pool { text: all, places } = pool;
        *places.entry(text).or_insert_with(|| {
            let place = (all.len() as u32, text.len() as u32);
            all.push_str(text);
            place
        })
    })
}

/// Everything that was put into the pool; it is empty again then.
pub(super) fn filled() -> String {
    FILLED.take().text
}

/// Lends texts from this pool. There is one in a program: the first that is given stays.
pub(super) fn lend(texts: &'static str) {
    LENT.get_or_init(|| texts);
}

/// The text of a place.
pub(super) fn lent((start, length): Place) -> Option<&'static str> {
    let start = start as usize;
    LENT.get()?.get(start..start + length as usize)
}
