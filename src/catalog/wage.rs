//! Wages: vintages, occupations, published percentiles, and the figures that guides quote. Does no arithmetic.

use super::id::{Id, Noun, noun};
use super::level::LevelId;
use super::source::{Citation, SourceId};
use super::statement::Statement;
use super::units::{Percentile, Usd};

/// An occupation's id.
pub type OccupationId = Id<Occupation>;

/// A population that wages are published for.
#[derive(Debug)]
pub struct Occupation {
    /// Its code.
    pub id: OccupationId,
    /// Its title.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Who is counted.
    pub counts: Statement,
}

noun!(Occupation, Occupation);

/// A release of wages.
#[derive(Debug, Clone)]
pub struct Vintage {
    /// The year of its reference month.
    pub year: u32,
    /// How people name it.
    pub title: String,
    /// Who published it.
    pub source: SourceId,
}

/// One published wage.
#[derive(Debug, Clone, PartialEq)]
pub enum Wage {
    /// A figure.
    Published(Usd),
    /// Top-coded: known only as at least this.
    AtLeast(Usd),
    /// Not there, and why.
    Missing(String),
}

/// How many jobs there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Employment {
    /// Wage and salary jobs.
    Published(u64),
    /// Not there, and why.
    Missing(String),
}

impl Employment {
    /// The number of jobs, where it is there.
    pub fn jobs(&self) -> Option<u64> {
        match self {
            Employment::Published(jobs) => Some(*jobs),
            Employment::Missing(_) => None,
        }
    }

    /// Why it is not there.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Employment::Published(_) => None,
            Employment::Missing(reason) => Some(reason),
        }
    }
}

/// The percentiles that are published, in order.
pub const PUBLISHED_PERCENTILES: [f64; 5] = [10.0, 25.0, 50.0, 75.0, 90.0];

/// What was published of one occupation in one vintage: in the nation, in an industry, or in a place.
#[derive(Debug)]
pub struct WageRow {
    /// The vintage's year.
    pub vintage: u32,
    /// The jobs that are counted.
    pub employment: Employment,
    /// The mean wage.
    pub mean: Wage,
    /// The wages at `PUBLISHED_PERCENTILES`.
    pub percentiles: [Wage; 5],
}

impl WageRow {
    /// A row without any figure, for a reason.
    pub(super) fn unpublished(reason: &str) -> Self {
        let missing = || Wage::Missing(reason.to_owned());
        WageRow {
            vintage: 0,
            employment: Employment::Missing(reason.to_owned()),
            mean: missing(),
            percentiles: [missing(), missing(), missing(), missing(), missing()],
        }
    }

    /// The wage published for exactly this percentile.
    pub fn published(&self, percentile: Percentile) -> Option<&Wage> {
        let known = PUBLISHED_PERCENTILES.iter().position(|p| *p == percentile.number());
        known.map(|index| &self.percentiles[index])
    }
}

/// What was published of one occupation in one vintage, in one place or industry.
#[derive(Debug)]
pub struct Located<T: Noun> {
    /// Where.
    pub at: Id<T>,
    /// What was published.
    pub wages: WageRow,
}

/// A pay figure that a guide quotes, kept as a claim.
#[derive(Debug)]
pub struct Quote {
    /// What it is.
    pub about: String,
    /// The figure, or the lower of two.
    pub low: Usd,
    /// The upper of two.
    pub high: Option<Usd>,
    /// The level that it is for.
    pub level: Option<LevelId>,
    /// The percentile that it stands for.
    pub percentile: Option<Percentile>,
    /// Which population it describes.
    pub scope: String,
    /// Who quotes it.
    pub sources: Vec<Citation>,
}
