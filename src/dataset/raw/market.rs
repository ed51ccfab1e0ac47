//! The market as it is written: places, industries, what people call them, and projections. Knows no meaning.

use serde::Deserialize;

use super::{Placed, Spanned, Text, WagesOf};

/// Places, industries, projections and wages: each question needs some of them, none all.
#[derive(Debug, Default)]
pub struct Market {
    /// `areas` of `wages/areas.toml`.
    pub areas: Vec<Placed<Area>>,
    /// `place_names` of `wages/names.toml`.
    pub place_names: Vec<Placed<PlaceNames>>,
    /// `industries` of `wages/industries.toml`.
    pub industries: Vec<Placed<Industry>>,
    /// `industry_names` of `wages/names.toml`.
    pub industry_names: Vec<Placed<IndustryNames>>,
    /// `[[projections]]` of `wages/projections.toml`.
    pub projections: Vec<Placed<Projection>>,
    /// The files of `wages/` that are named after an occupation: wages in the nation.
    pub national_wages: Vec<Placed<WagesOf>>,
    /// The files of `wages/industries/`: wages in the nation by industry.
    pub industry_wages: Vec<Placed<WagesOf>>,
    /// The files of `wages/places/`: wages by place.
    pub place_wages: Vec<Placed<WagesOf>>,
}

/// What kind of place an area is.
#[derive(Debug, Clone, Copy)]
pub enum AreaKind {
    /// A state.
    State,
    /// A metropolitan area.
    Metro,
    /// An area outside all metropolitan ones.
    Nonmetro,
}

/// A place that wages are published for, written as `[code, kind, title, states…]`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Vec<Text>")]
pub struct Area {
    /// Its code.
    pub code: Text,
    /// What kind it is.
    pub kind: AreaKind,
    /// Its title.
    pub title: Text,
    /// The postal codes of the states that it lies in.
    pub states: Vec<Text>,
}

impl TryFrom<Vec<Text>> for Area {
    type Error = &'static str;

    fn try_from(cells: Vec<Text>) -> Result<Self, Self::Error> {
        let mut cells = cells.into_iter();
        let (Some(code), Some(kind), Some(title)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err("an area is written as [code, kind, title, states]");
        };
        let kind = match kind.get_ref().as_str() {
            "state" => AreaKind::State,
            "metro" => AreaKind::Metro,
            "nonmetro" => AreaKind::Nonmetro,
            _ => return Err("an area is a `state`, a `metro` or a `nonmetro`"),
        };
        Ok(Area { code, kind, title, states: cells.collect() })
    }
}

/// An industry that wages are published for, written as `[code, title]`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Industry(pub Text, pub Text);

/// What people call a place.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlaceNames {
    /// An area's code.
    pub area: Text,
    /// The names.
    #[serde(default)]
    pub names: Vec<Text>,
    /// Names that mean another place first, beside which this one is named.
    #[serde(default)]
    pub also: Vec<Text>,
    /// What to know where one of them was used.
    pub note: Option<Text>,
}

/// What people call an industry.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct IndustryNames {
    /// An industry's code.
    pub industry: Text,
    /// The names.
    pub names: Vec<Text>,
}

/// What is projected for an occupation; percentages as published, jobs as counts.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Projection {
    /// An occupation's id.
    pub occupation: Text,
    /// The year in which it begins.
    pub from: u32,
    /// The year in which it ends.
    pub to: u32,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
    /// Jobs at the beginning, the self-employed included.
    pub employment: u64,
    /// Jobs at the end.
    pub projected_employment: u64,
    /// New jobs; below zero where jobs go.
    pub change: i64,
    /// The same in percent.
    pub growth: Spanned<f64>,
    /// The percentage of self-employed at the beginning.
    pub self_employed: Spanned<f64>,
    /// Openings a year, from growth and from people who leave.
    pub openings: u64,
    /// The education that is typical at entry.
    pub education: Option<Text>,
    /// The experience in related work that is typical at entry.
    pub experience: Option<Text>,
    /// The training on the job that is typical.
    pub training: Option<Text>,
    /// The percentage that leaves the labour force in a year.
    pub exit_rate: Spanned<f64>,
    /// The percentage that goes to another occupation in a year.
    pub transfer_rate: Spanned<f64>,
    /// The percentage that leaves the occupation in a year.
    pub separation_rate: Spanned<f64>,
    /// How many leave the occupation in a year.
    pub separations: u64,
}
