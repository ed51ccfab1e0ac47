//! The pay of several cuts as strips of one chart. Knows no sign and no width.

use super::{Pair, in_words};
use crate::catalog::{Usd, Wage};
use crate::query::{Cut, Pay, points};
use crate::report::cell::Line;
use crate::report::{Chart, Strip};

/// A strip for each cut, with what is marked on it.
pub(super) fn strips(
    pairs: &[Pair<'_>],
    marks: impl Fn(&Cut<'_>) -> Vec<Usd>,
    mark: Option<Line>,
) -> Chart {
    let cuts: Vec<Cut<'_>> = pairs.iter().map(|pair| pair.cut).collect();
    let strips = cuts.iter().map(|cut| Strip {
        label: in_words::apart(cut, &cuts),
        marks: marks(cut),
        ..strip(cut)
    });
    Chart { strips: strips.collect(), mark }
}

/// What is known of a cut's pay.
pub(in crate::report) fn strip(cut: &Cut<'_>) -> Strip {
    let wages = || cut.row.percentiles.iter();
    Strip {
        label: Line::default(),
        points: points(cut.row),
        at_least: wages().find_map(|wage| match wage {
            Wage::AtLeast(floor) => Some(*floor),
            Wage::Published(_) | Wage::Missing(_) => None,
        }),
        marks: Vec::new(),
        reason: wages().find_map(|wage| match Pay::from(wage) {
            Pay::Missing(reason) => Some(reason),
            _ => None,
        }),
    }
}
