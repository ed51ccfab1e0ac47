//! Pay between published percentiles, and back: log-normal between neighbours, a bound outside. Knows one row of wages at a time.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use statrs::distribution::{Continuous, ContinuousCDF, Normal};

use crate::catalog::{PUBLISHED_PERCENTILES, Percentile, Text, Usd, Wage, WageRow};

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// It was published.
    Published,
    /// It was worked out between two published figures.
    Estimate,
    /// It lies above a published figure; how far is not known.
    Above,
    /// It lies below a published figure; how far is not known.
    Below,
    /// It is top-coded: known only as at least this.
    AtLeast,
    /// There is none.
    Missing,
}

impl Basis {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Basis::Published => "published",
            Basis::Estimate => "estimate",
            Basis::Above => "above",
            Basis::Below => "below",
            Basis::AtLeast => "at-least",
            Basis::Missing => "missing",
        }
    }
}

/// A published wage and its percentile.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// The percentile.
    #[serde(serialize_with = "percentile")]
    pub percentile: f64,
    /// The wage.
    pub usd: Usd,
}

/// Writes 75 as `75`.
fn percentile<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Percentile::new(*number).serialize(serializer)
}

/// What is paid at a percentile.
#[derive(Debug, Clone, PartialEq)]
pub enum Pay {
    /// As published.
    Published(Usd),
    /// Between two published wages.
    Estimate(Usd),
    /// Above this point.
    Above(Point),
    /// Below this point.
    Below(Point),
    /// Top-coded: at least this.
    AtLeast(Usd),
    /// Not there, and why.
    Missing(Text),
}

impl Pay {
    /// Where it comes from.
    pub fn basis(&self) -> Basis {
        match self {
            Pay::Published(_) => Basis::Published,
            Pay::Estimate(_) => Basis::Estimate,
            Pay::Above(_) => Basis::Above,
            Pay::Below(_) => Basis::Below,
            Pay::AtLeast(_) => Basis::AtLeast,
            Pay::Missing(_) => Basis::Missing,
        }
    }

    /// The figure; `None` where only a bound is known.
    pub fn usd(&self) -> Option<Usd> {
        match self {
            Pay::Published(usd) | Pay::Estimate(usd) => Some(*usd),
            _ => None,
        }
    }

    /// The bound, where only that is known.
    pub fn bound(&self) -> Option<Usd> {
        match self {
            Pay::Above(point) | Pay::Below(point) => Some(point.usd),
            Pay::AtLeast(usd) => Some(*usd),
            _ => None,
        }
    }
}

impl From<&Wage> for Pay {
    fn from(wage: &Wage) -> Self {
        match wage {
            Wage::Published(usd) => Pay::Published(*usd),
            Wage::AtLeast(usd) => Pay::AtLeast(*usd),
            Wage::Missing(reason) => Pay::Missing(*reason),
        }
    }
}

impl Serialize for Pay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (at, reason) = match self {
            Pay::Above(point) | Pay::Below(point) => (Percentile::new(point.percentile), None),
            Pay::Missing(reason) => (None, Some(reason)),
            _ => (None, None),
        };
        let mut pay = serializer.serialize_struct("Pay", 5)?;
        pay.serialize_field("usd", &self.usd())?;
        pay.serialize_field("basis", &self.basis())?;
        pay.serialize_field("bound", &self.bound())?;
        pay.serialize_field("bound_percentile", &at)?;
        pay.serialize_field("reason", &reason)?;
        pay.end()
    }
}

/// Which percentile a pay is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// A published one.
    Published(f64),
    /// Between two published ones.
    Estimate(f64),
    /// Two or more published percentiles are paid the same.
    Tie {
        /// The lowest.
        from: f64,
        /// The highest.
        to: f64,
    },
    /// Above this one.
    Above(f64),
    /// Below this one.
    Below(f64),
    /// No percentile was published.
    Missing,
}

impl Standing {
    /// Where it comes from.
    pub fn basis(self) -> Basis {
        match self {
            Standing::Published(_) | Standing::Tie { .. } => Basis::Published,
            Standing::Estimate(_) => Basis::Estimate,
            Standing::Above(_) => Basis::Above,
            Standing::Below(_) => Basis::Below,
            Standing::Missing => Basis::Missing,
        }
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = |number: f64| Percentile::new((number * 10.0).round() / 10.0);
        let (percentile, to, bound) = match *self {
            Standing::Published(p) | Standing::Estimate(p) => (known(p), None, None),
            Standing::Tie { from, to } => (known(from), known(to), None),
            Standing::Above(p) | Standing::Below(p) => (None, None, known(p)),
            Standing::Missing => (None, None, None),
        };
        let mut standing = serializer.serialize_struct("Standing", 4)?;
        standing.serialize_field("percentile", &percentile)?;
        standing.serialize_field("to", &to)?;
        standing.serialize_field("basis", &self.basis())?;
        standing.serialize_field("bound", &bound)?;
        standing.end()
    }
}

/// The published points on both sides of a pay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Surroundings {
    /// The nearest at or below it.
    pub below: Option<Point>,
    /// The nearest at or above it.
    pub above: Option<Point>,
}

/// What is known at each percentile that was published, lowest first.
fn known(row: &WageRow) -> impl DoubleEndedIterator<Item = (f64, &Wage)> {
    let all = PUBLISHED_PERCENTILES.into_iter().zip(&row.percentiles);
    all.filter(|(_, wage)| !matches!(wage, Wage::Missing(_)))
}

/// The published wages of a row, lowest percentile first.
pub fn points(row: &WageRow) -> Vec<Point> {
    let published = known(row).filter_map(|(percentile, wage)| match wage {
        Wage::Published(usd) => Some(Point { percentile, usd: *usd }),
        _ => None,
    });
    published.collect()
}

/// The quantile of the standard normal distribution.
fn z(percentile: f64) -> f64 {
    Normal::standard().inverse_cdf(percentile / 100.0)
}

/// The percentile of a quantile of the standard normal distribution.
fn percentile_of(quantile: f64) -> f64 {
    let normal = Normal::standard();
    let near = normal.cdf(quantile);
    // The library's distribution function is off by up to 2.5e-11; one Newton step on its quantile, which is not, mends that.
    (near + (quantile - normal.inverse_cdf(near)) * normal.pdf(quantile)) * 100.0
}

/// How much larger one wage is than another, as a logarithm; exact for wages that are close.
fn log_ratio(low: Usd, high: Usd) -> f64 {
    libm::log1p((high.dollars() - low.dollars()) / low.dollars())
}

/// Why the figure nearest to a percentile of those that are not there is not; none where all are.
pub fn why_missing(row: &WageRow, percentile: Percentile) -> Option<Text> {
    let away = |published: f64| (published - percentile.number()).abs();
    let missing = PUBLISHED_PERCENTILES.into_iter().zip(&row.percentiles).filter_map(
        |(p, wage)| match wage {
            Wage::Missing(reason) => Some((away(p), *reason)),
            Wage::Published(_) | Wage::AtLeast(_) => None,
        },
    );
    missing.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, reason)| reason)
}

/// What is paid at a percentile: published, between two published wages, or a bound.
pub fn pay_at(row: &WageRow, percentile: Percentile) -> Pay {
    if let Some(wage @ (Wage::Published(_) | Wage::AtLeast(_))) = row.published(percentile) {
        return Pay::from(wage);
    }
    let wanted = percentile.number();
    let below = known(row).rfind(|(p, _)| *p < wanted);
    let above = known(row).find(|(p, _)| *p > wanted);
    match (below, above) {
        (Some((p, Wage::Published(a))), Some((q, Wage::Published(b)))) => {
            let share = (z(wanted) - z(p)) / (z(q) - z(p));
            let above = a.dollars() * libm::expm1(share * log_ratio(*a, *b));
            Usd::new(a.dollars() + above).map_or_else(|| Pay::Published(*a), Pay::Estimate)
        }
        (Some((_, Wage::AtLeast(floor))), _) => Pay::AtLeast(*floor),
        (Some((p, Wage::Published(usd))), _) => Pay::Above(Point { percentile: p, usd: *usd }),
        (None, Some((p, Wage::Published(usd)))) => Pay::Below(Point { percentile: p, usd: *usd }),
        _ => {
            let reason =
                why_missing(row, percentile).unwrap_or("no percentile was published".into());
            Pay::Missing(reason)
        }
    }
}

/// Which percentile a pay is: published, between two published ones, a tie, or a bound.
pub fn standing_of(row: &WageRow, pay: Usd) -> Standing {
    let points = points(row);
    let equal: Vec<f64> =
        points.iter().filter(|point| point.usd == pay).map(|point| point.percentile).collect();
    match equal.as_slice() {
        [] => (),
        [only] => return Standing::Published(*only),
        [from, .., to] => {
            return Standing::Tie { from: *from, to: *to };
        }
    }
    match surroundings(row, pay) {
        Surroundings { below: Some(a), above: Some(b) } => {
            let share = log_ratio(a.usd, pay) / log_ratio(a.usd, b.usd);
            let quantile = z(a.percentile) + share * (z(b.percentile) - z(a.percentile));
            Standing::Estimate(percentile_of(quantile))
        }
        Surroundings { below: Some(a), above: None } => Standing::Above(a.percentile),
        Surroundings { below: None, above: Some(b) } => Standing::Below(b.percentile),
        Surroundings { below: None, above: None } => Standing::Missing,
    }
}

/// The published points next to a pay.
pub fn surroundings(row: &WageRow, pay: Usd) -> Surroundings {
    let points = points(row);
    Surroundings {
        below: points.iter().rfind(|point| point.usd <= pay).copied(),
        above: points.iter().find(|point| point.usd >= pay).copied(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::Employment;

    fn row(wages: [u32; 5]) -> WageRow {
        let percentiles = wages.map(|dollars| Wage::Published(Usd::whole(dollars)));
        WageRow {
            vintage: 2025,
            employment: Employment::Published(1),
            mean: Wage::Missing("".into()),
            percentiles,
        }
    }

    fn at(row: &WageRow, percent: f64) -> Pay {
        pay_at(row, Percentile::new(percent).unwrap())
    }

    const MAY_2024: [u32; 5] = [68860, 100_010, 136_550, 179_190, 227_590];
    const MAY_2025: [u32; 5] = [74300, 102_880, 141_900, 186_300, 238_270];

    #[test]
    fn the_golden_estimates_come_back() {
        for (wages, percent, dollars) in [
            (MAY_2024, 60.0, 151_225),
            (MAY_2024, 80.0, 191_382),
            (MAY_2024, 33.0, 111_450),
            (MAY_2025, 60.0, 157_178),
            (MAY_2025, 80.0, 199_357),
            (MAY_2025, 33.0, 115_053),
        ] {
            let pay = at(&row(wages), percent);
            assert_eq!(pay.basis(), Basis::Estimate);
            assert_eq!(pay.usd().map(Usd::rounded), Some(dollars));
        }
    }

    #[test]
    fn the_golden_percentiles_come_back() {
        for (wages, dollars, percent) in [
            (MAY_2024, 97_221, 23.6),
            (MAY_2024, 150_000, 59.2),
            (MAY_2024, 154_000, 61.7),
            (MAY_2025, 97_221, 21.8),
            (MAY_2025, 150_000, 55.5),
            (MAY_2025, 154_000, 58.0),
            (MAY_2025, 230_000, 88.4),
            ([61580, 78440, 102_320, 133_100, 167_970], 150_000, 83.8),
            ([55940, 79370, 116_580, 157_500, 188_470], 150_000, 71.4),
            ([107_550, 138_060, 175_140, 220_730, 297_510], 150_000, 33.0),
        ] {
            let Standing::Estimate(found) = standing_of(&row(wages), Usd::whole(dollars)) else {
                panic!("{dollars} is between two published wages");
            };
            assert_eq!((found * 10.0).round() / 10.0, percent, "{dollars}");
        }
        assert_eq!(standing_of(&row(MAY_2024), Usd::whole(230_000)), Standing::Above(90.0));
    }

    #[test]
    fn outside_the_published_percentiles_there_is_only_a_bound() {
        let row = row(MAY_2025);
        let point = |percentile, dollars| Point { percentile, usd: Usd::whole(dollars) };
        assert_eq!(at(&row, 95.0), Pay::Above(point(90.0, 238_270)));
        assert_eq!(at(&row, 5.0), Pay::Below(point(10.0, 74300)));
        assert_eq!(standing_of(&row, Usd::whole(300_000)), Standing::Above(90.0));
        assert_eq!(standing_of(&row, Usd::whole(30_000)), Standing::Below(10.0));
    }

    #[test]
    fn next_to_a_top_coded_wage_there_is_only_a_bound() {
        let mut row = row(MAY_2025);
        row.percentiles[4] = Wage::AtLeast(Usd::whole(239_200));
        assert_eq!(at(&row, 90.0), Pay::AtLeast(Usd::whole(239_200)));
        assert_eq!(at(&row, 95.0), Pay::AtLeast(Usd::whole(239_200)));
        assert_eq!(
            at(&row, 80.0),
            Pay::Above(Point { percentile: 75.0, usd: Usd::whole(186_300) })
        );
        assert_eq!(standing_of(&row, Usd::whole(200_000)), Standing::Above(75.0));
    }

    #[test]
    fn what_is_not_published_is_bounded_by_what_is_and_missing_only_without_it() {
        let missing = || Wage::Missing("too few".into());
        let mut row = row(MAY_2025);
        (row.percentiles[0], row.percentiles[4]) = (missing(), missing());
        let point = |percentile, dollars| Point { percentile, usd: Usd::whole(dollars) };
        assert_eq!(at(&row, 10.0), Pay::Below(point(25.0, 102_880)));
        assert_eq!(at(&row, 90.0), Pay::Above(point(75.0, 186_300)));
        row.percentiles =
            [missing(), missing(), Wage::AtLeast(Usd::whole(1)), missing(), missing()];
        assert_eq!(at(&row, 5.0), Pay::Missing("too few".into()));
        let other = || Wage::Missing("not read".into());
        row.percentiles = [other(), missing(), missing(), missing(), other()];
        assert_eq!(at(&row, 60.0), Pay::Missing("too few".into()));
        assert_eq!(at(&row, 95.0), Pay::Missing("not read".into()));
        assert_eq!(standing_of(&row, Usd::whole(1)), Standing::Missing);
    }

    #[test]
    fn pay_at_a_tie_is_a_range_of_percentiles() {
        let row = row([60_000, 90_000, 160_520, 160_520, 170_000]);
        let tie = Standing::Tie { from: 50.0, to: 75.0 };
        assert_eq!(standing_of(&row, Usd::whole(160_520)), tie);
        assert_eq!(at(&row, 60.0).usd().map(Usd::rounded), Some(160_520));
    }

    prop_compose! {
        fn rows()(first in 15_000u32..90_000, rises in prop::array::uniform4(1u32..70_000)) -> WageRow {
            let mut wages = [first; 5];
            for (index, rise) in rises.into_iter().enumerate() {
                wages[index + 1] = wages[index] + rise;
            }
            row(wages)
        }
    }

    proptest! {
        #[test]
        fn pay_never_falls_as_the_percentile_rises(row in rows(), p in 10.0f64..90.0, q in 10.0f64..90.0) {
            let (low, high) = (p.min(q), p.max(q));
            let dollars = |percent| at(&row, percent).usd().map(Usd::dollars).unwrap();
            prop_assert!(dollars(low) <= dollars(high) + 1e-6);
        }

        #[test]
        fn published_points_come_back_exactly(row in rows()) {
            for (percentile, wage) in PUBLISHED_PERCENTILES.into_iter().zip(&row.percentiles) {
                let pay = at(&row, percentile);
                prop_assert_eq!(&pay, &Pay::from(wage));
                prop_assert_eq!(standing_of(&row, pay.usd().unwrap()), Standing::Published(percentile));
            }
        }

        #[test]
        fn the_percentile_of_the_pay_at_a_percentile_is_that_percentile(row in rows(), p in 10.0f64..90.0) {
            let pay = at(&row, p).usd().unwrap();
            let back = match standing_of(&row, pay) {
                Standing::Published(back) | Standing::Estimate(back) => back,
                other => panic!("{other:?}"),
            };
            prop_assert!((back - p).abs() < 1e-9, "{p} came back as {back}");
        }

        #[test]
        fn the_pay_at_the_percentile_of_a_pay_is_that_pay(row in rows(), share in 0.0f64..1.0) {
            let (Wage::Published(low), Wage::Published(high)) = (&row.percentiles[0], &row.percentiles[4]) else {
                unreachable!()
            };
            let pay = Usd::new(low.dollars() + share * (high.dollars() - low.dollars())).unwrap();
            let percent = match standing_of(&row, pay) {
                Standing::Published(percent) | Standing::Estimate(percent) => percent,
                other => panic!("{other:?}"),
            };
            let back = at(&row, percent).usd().unwrap();
            prop_assert!((back.dollars() / pay.dollars() - 1.0).abs() < 1e-9);
        }
    }
}
