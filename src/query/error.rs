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
    /// Things of several kinds have this name.
    AmbiguousKind {
        /// The name as given.
        given: String,
        /// What to type for each, and its title.
        candidates: Vec<(String, String)>,
    },
    /// Things of two kinds are to be compared.
    NotAlike {
        /// The first, with its kind.
        first: (String, Kind),
        /// One of another kind.
        other: (String, Kind),
    },
    /// No wages of an occupation are held.
    NotHeld {
        /// The occupation's title.
        occupation: String,
        /// The place or industry that was asked for, where one was.
        setting: Option<String>,
        /// The vintage that was asked for, where one was.
        vintage: Option<String>,
        /// The years of the vintages that are held.
        held: Vec<u32>,
    },
    /// No wages by place are held of an occupation.
    NotByPlace {
        /// Its title.
        occupation: String,
    },
    /// Nothing is projected for an occupation.
    NotProjected {
        /// Its title.
        occupation: String,
    },
    /// The dataset holds no projections.
    NothingProjected,
    /// Nobody publishes the wages of an industry in a place.
    IndustryInPlace,
    /// Several places are compared for one occupation.
    SeveralOccupations,
    /// The dataset has no entry of a kind.
    NoneOf(Kind),
}
