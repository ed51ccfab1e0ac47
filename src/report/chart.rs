//! Strips of pay on one axis of dollars: the values of a picture. Knows no sign and no width.

use super::cell::Line;
use crate::catalog::{Text, Usd};
use crate::query::Point;

/// Strips of pay, one below the other, on one axis of dollars.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The strips, in the order of the answer's rows.
    pub strips: Vec<Strip>,
    /// What the marks stand for, where there are any: `your $150,000`.
    pub mark: Option<Line>,
}

impl Chart {
    pub(super) fn of<'a>(strips: impl Iterator<Item = &'a Strip>, mark: Option<Line>) -> Self {
        Chart { strips: strips.cloned().collect(), mark }
    }
}

/// What is known of one row's pay, from its lowest to its highest percentile.
#[derive(Debug, Clone)]
pub struct Strip {
    /// Whose pay.
    pub label: Line,
    /// The figures, lowest percentile first; between the 25th and the 75th lies the middle half, at the 50th the median.
    pub points: Vec<Point>,
    /// Where the next percentile is top-coded: it is at least this.
    pub at_least: Option<Usd>,
    /// What is marked on it.
    pub marks: Vec<Usd>,
    /// Why nothing is known, where that is so.
    pub reason: Option<Text>,
}
