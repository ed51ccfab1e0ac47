//! Wages: vintages, occupations, published percentiles, and the figures that guides quote. Does no arithmetic.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::level::LevelId;
use super::part::{Part, Parts};
use super::source::{Citation, SourceId};
use super::statement::Statement;
use super::text::Text;
use super::units::{Percentile, Usd};

/// An occupation's id.
pub type OccupationId = Id<Occupation>;

/// A population that wages are published for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Occupation {
    /// Its code.
    pub id: OccupationId,
    /// Its title.
    pub title: Text,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Who is counted.
    pub counts: Statement,
}

noun!(Occupation, Occupation);

/// A release of wages.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Vintage {
    /// The year of its reference month.
    pub year: u32,
    /// How people name it.
    pub title: Text,
    /// Who published it.
    pub source: SourceId,
}

/// One published wage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Wage {
    /// A figure.
    Published(Usd),
    /// Top-coded: known only as at least this.
    AtLeast(Usd),
    /// Not there, and why.
    Missing(Text),
}

/// How many jobs there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Employment {
    /// Wage and salary jobs.
    Published(u64),
    /// Not there, and why.
    Missing(Text),
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
    pub fn reason(&self) -> Option<Text> {
        match self {
            Employment::Published(_) => None,
            Employment::Missing(reason) => Some(*reason),
        }
    }
}

/// The percentiles that are published, in order.
pub const PUBLISHED_PERCENTILES: [f64; 5] = [10.0, 25.0, 50.0, 75.0, 90.0];

/// What was published of one occupation in one vintage: in the nation, in an industry, or in a place.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
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
    pub(super) fn unpublished(reason: Text) -> Self {
        let missing = || Wage::Missing(reason);
        WageRow {
            vintage: 0,
            employment: Employment::Missing(reason),
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

/// What was published of one occupation by place or industry.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(serialize = "", deserialize = "'de: 'static"))]
pub struct Spread<T> {
    newest: Option<u32>,
    /// In the order of the nouns.
    rows: Parts<Vec<WageRow>>,
    noun: PhantomData<fn() -> T>,
}

impl<T> Spread<T> {
    /// One list of rows, oldest vintage first, for each entry of a noun.
    pub(super) fn new(rows: Vec<Vec<WageRow>>) -> Self {
        Spread {
            newest: rows.iter().flatten().map(|row| row.vintage).max(),
            rows: rows.into_iter().collect(),
            noun: PhantomData,
        }
    }

    /// What was published for one place or industry, oldest vintage first.
    pub fn at(&self, id: &Id<T>) -> &[WageRow] {
        self.rows.at(id.index()).map_or(&[], |rows| rows.as_slice())
    }

    /// The newest vintage of all; `None` where nothing was published.
    pub fn newest(&self) -> Option<u32> {
        self.newest
    }
}

/// A pay figure that a guide quotes, kept as a claim.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Quote {
    /// What it is.
    pub about: Text,
    /// The figure, or the lower of two.
    pub low: Usd,
    /// The upper of two.
    pub high: Option<Usd>,
    /// The level that it is for.
    pub level: Option<LevelId>,
    /// The percentile that it stands for.
    pub percentile: Option<Percentile>,
    /// Which population it describes.
    pub scope: Text,
    /// Who quotes it.
    pub sources: Part<Vec<Citation>>,
}
