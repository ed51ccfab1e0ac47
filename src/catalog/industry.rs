//! Industries that wages are published for. Knows no wages.

use super::id::{Id, noun};

/// An industry's id: its code.
pub type IndustryId = Id<Industry>;

/// A sector of the economy.
#[derive(Debug)]
pub struct Industry {
    /// Its code.
    pub id: IndustryId,
    /// Its title.
    pub title: String,
    /// What people call it; these names are ours.
    pub aliases: Vec<String>,
}

noun!(Industry, Industry);
