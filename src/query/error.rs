//! What can be wrong with a question. Knows no words for it beyond the names that were given.

use crate::catalog::Kind;

/// A question that has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// No entry has this name.
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// The name as given.
        given: String,
        /// The ids of the nearest entries, best first.
        near: Vec<String>,
    },
    /// Several entries begin with this name.
    Ambiguous {
        /// What was looked for.
        kind: Kind,
        /// The name as given.
        given: String,
        /// The ids and titles of those entries.
        candidates: Vec<(String, String)>,
    },
    /// No wages of an occupation are held.
    NotPublished {
        /// The occupation's title.
        occupation: String,
        /// The vintage that was asked for, where one was.
        vintage: Option<String>,
    },
    /// The dataset has no entry of a kind.
    NoneOf(Kind),
}
