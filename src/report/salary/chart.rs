//! The pay of a cut as a strip of a chart. Knows no sign and no width.

use crate::catalog::{Band, Percentile, Usd, Wage};
use crate::query::{Cut, Pay, Point, points, why_missing};
use crate::report::Strip;
use crate::report::cell::Line;

/// Everything that is known of a cut's pay, with what is marked on it.
pub(in crate::report) fn strip(cut: &Cut<'_>, label: Line, marks: Vec<Usd>) -> Strip {
    Strip {
        label,
        points: points(cut.row),
        at_least: cut.row.percentiles.iter().find_map(|wage| match wage {
            Wage::AtLeast(floor) => Some(*floor),
            Wage::Published(_) | Wage::Missing(_) => None,
        }),
        marks,
        reason: why_missing(cut.row, Percentile::MEDIAN),
    }
}

/// What is known of a cut's pay from the lower to the upper end of a band.
pub(in crate::report) fn band_strip(cut: &Cut<'_>, label: Line, band: Band) -> Strip {
    let (low, high) = cut.pay_in(band);
    let point = |pay: &Pay, percentile| pay.usd().map(|usd| Point { percentile, usd });
    let ends = [point(&low, band.from.number()), point(&high, band.to.number())];
    Strip {
        label,
        points: ends.into_iter().flatten().collect(),
        at_least: match high {
            Pay::AtLeast(floor) => Some(floor),
            _ => None,
        },
        marks: Vec::new(),
        reason: why_missing(cut.row, Percentile::MEDIAN),
    }
}

/// The figures at both ends of a band, as far as they are known.
pub(in crate::report) fn ends(cut: &Cut<'_>, band: Band) -> Vec<Usd> {
    let (low, high) = cut.pay_in(band);
    low.usd().into_iter().chain(high.usd()).collect()
}
