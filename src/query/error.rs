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
    /// Nobody published this cut of the wages.
    NotPublished {
        /// The occupation's title.
        occupation: String,
    },
}
