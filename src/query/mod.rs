//! How it is worked out: pure functions of a catalog. Knows no format, no file, no clock.

mod asks;
mod error;
mod lookup;
mod percentile;
mod progression;
mod search;
mod wages;

pub use asks::{Asked, Basis as AskedBasis, asked_certifications, asked_skills};
pub use error::QueryError;
pub use lookup::lookup;
pub use percentile::{
    Basis, Pay, Point, Standing, Surroundings, pay_at, standing_of, surroundings,
};
pub use progression::{
    PlannedStep, Standpoint, Status, Stretch, planned_steps, standpoint, status,
};
pub use search::{Entry, Target, cited_in, search};
pub use wages::{Cut, OccupationChoice, VintageChoice, basis, chosen, newest, occupations, quoted};
