//! What is projected for an occupation. Knows no wages.

use serde::{Deserialize, Serialize};

use super::part::Part;
use super::source::Citation;
use super::text::Text;
use super::wage::OccupationId;

impl Projection {
    /// Its years: `2024–34`.
    pub fn period(&self) -> String {
        format!("{}–{:02}", self.from, self.to % 100)
    }
}

/// What is projected for an occupation; its jobs include the self-employed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Projection {
    /// Whose jobs.
    pub occupation: OccupationId,
    /// The year in which it begins.
    pub from: u32,
    /// The year in which it ends.
    pub to: u32,
    /// Jobs at the beginning.
    pub employment: u64,
    /// Jobs at the end.
    pub projected_employment: u64,
    /// New jobs over all years; below zero where jobs go.
    pub change: i64,
    /// The same in percent.
    pub growth: f64,
    /// The percentage of self-employed at the beginning.
    pub self_employed: f64,
    /// Openings a year, from growth and from people who leave.
    pub openings: u64,
    /// The education that is typical at entry.
    pub education: Option<Text>,
    /// The experience in related work that is typical at entry.
    pub experience: Option<Text>,
    /// The training on the job that is typical.
    pub training: Option<Text>,
    /// The percentage that leaves the labour force in a year.
    pub exit_rate: f64,
    /// The percentage that goes to another occupation in a year.
    pub transfer_rate: f64,
    /// The percentage that leaves the occupation in a year.
    pub separation_rate: f64,
    /// How many leave the occupation in a year.
    pub separations: u64,
    /// Who projects it.
    pub sources: Part<Vec<Citation>>,
}
