//! Whether an only amount is the most or the least, and what comes to it. Knows no amount.

use serde::Serialize;

use super::number::is_the_most;

/// On which side of the only amount pay lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PayBound {
    /// It is that or less.
    AtMost,
    /// It is that or more.
    AtLeast,
}

impl PayBound {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            PayBound::AtMost => "at-most",
            PayBound::AtLeast => "at-least",
        }
    }

    /// What is said before the amount.
    pub fn before(self) -> &'static str {
        match self {
            PayBound::AtMost => "up to ",
            PayBound::AtLeast => "from ",
        }
    }

    /// What the words around an only amount tell of it.
    pub(super) fn told(before: &str, after: &str) -> Option<PayBound> {
        let before = before.trim_ascii_end();
        if is_the_most(before) {
            return Some(PayBound::AtMost);
        }
        let least = LEAST_BEFORE.iter().any(|words| before.ends_with(words))
            || LEAST_AFTER.iter().any(|words| after.trim_ascii_start().starts_with(words))
                && !is_added(after);
        least.then_some(PayBound::AtLeast)
    }
}

/// Words before an amount that is the least.
const LEAST_BEFORE: [&str; 6] =
    ["from", "starting at", "starts at", "at least", "minimum of", "no less than"];

/// Words behind one.
const LEAST_AFTER: [&str; 4] = ["+", "or more", "and up", "and above"];

/// Whether what stands behind an amount comes to it: `$130k + bonus`.
pub(super) fn is_added(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', ',']);
    ["+ ", "plus ", "& "].iter().any(|word| behind.starts_with(word))
}
