//! What of a posting somebody has, and what its pay is beside others'. Knows no words of the posting.

use serde::Serialize;

use super::{PayPeriod, PostedPay, Strength};
use crate::catalog::{Term, TermOf, Usd, fold};
use crate::query::gap::shows_skill;
use crate::query::{Cut, Person, Standing, standing_of};

/// Whether somebody has what a posting names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Having {
    /// It is shown.
    Has,
    /// It is not.
    Missing,
    /// It is not, and the dataset tells nothing of it.
    NotInDataset,
}

impl Having {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Having::Has => "you have it",
            Having::Missing => "missing",
            Having::NotInDataset => "missing; not in the dataset",
        }
    }
}

/// Whether somebody has a thing that postings name; `None` where nothing is known of what they have.
pub fn having(person: &Person<'_>, term: &Term) -> Option<Having> {
    if !person.shows_anything() {
        return None;
    }
    let entry = match &term.of {
        Some(TermOf::Skill(id)) => shows_skill(person, id).is_some(),
        Some(TermOf::Certification(id)) => person.certification(id).is_some(),
        Some(TermOf::Level(_)) | None => false,
    };
    let names = [&term.id, &term.title].into_iter().chain(&term.spellings).map(|name| fold(name));
    let named = || {
        let names: Vec<String> = names.collect();
        person.given().any(|given| names.contains(&fold(given)))
    };
    Some(match (entry || named(), &term.of) {
        (true, _) => Having::Has,
        (false, Some(_)) => Having::Missing,
        (false, None) => Having::NotInDataset,
    })
}

/// The share that somebody has of some things asked for, in percent: what is required counts twice, all else once. `None`
/// where nothing is asked for, or nothing is known of what they have.
pub fn score(asked: impl IntoIterator<Item = (Strength, Option<Having>)>) -> Option<f64> {
    let (mut all, mut had) = (0.0, 0.0);
    for (strength, having) in asked {
        let weight = match strength {
            Strength::Required => 2.0,
            Strength::Preferred | Strength::Named => 1.0,
        };
        all += weight;
        if having? == Having::Has {
            had += weight;
        }
    }
    (all > 0.0).then(|| had / all * 100.0)
}

/// The hours in a year by which BLS makes hourly wages yearly.
pub const HOURS_A_YEAR: f64 = 2080.0;

/// Which percentiles the ends of a posted pay are; none where it is not in dollars of the US.
pub fn standings(pay: &PostedPay, cut: &Cut<'_>) -> Option<[Standing; 2]> {
    if pay.currency != Some("USD") {
        return None;
    }
    let of = |amount: f64| {
        let yearly = match pay.period {
            PayPeriod::Year => amount,
            PayPeriod::Hour => amount * HOURS_A_YEAR,
        };
        Some(standing_of(cut.row, Usd::new(yearly)?))
    };
    Some([of(pay.low)?, of(pay.high.unwrap_or(pay.low))?])
}
