//! Industries that wages are published for. Knows no wages.

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::text::Text;

/// An industry's id: its code.
pub type IndustryId = Id<Industry>;

/// A sector of the economy.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Industry {
    /// Its code.
    pub id: IndustryId,
    /// Its title.
    pub title: Text,
    /// What people call it; these names are ours.
    pub aliases: Vec<Text>,
}

noun!(Industry, Industry);
