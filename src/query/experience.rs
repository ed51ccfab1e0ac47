//! Years of experience from jobs: each day counts once, and a gap does not. Knows no résumé.

use serde::Serialize;

use crate::catalog::{Date, Years};

/// The time of a job; it goes on without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stint {
    /// When it began.
    pub start: Date,
    /// When it ended.
    pub end: Option<Date>,
}

/// Why a job adds no years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Idle {
    /// Nothing says when it began.
    NoStart,
    /// One of its dates cannot be read.
    Unreadable,
    /// It ends before it begins.
    EndsBeforeStart,
    /// It begins after today.
    NotBegun,
    /// Its title is none of this career.
    OtherWork,
}

impl Stint {
    /// Its first and last day so far.
    ///
    /// # Errors
    /// When it has none.
    pub fn days(self, today: Date) -> Result<(i64, i64), Idle> {
        let first = self.start.first_day();
        let last = self.end.map_or(i64::MAX, Date::last_day);
        match () {
            () if last < first => Err(Idle::EndsBeforeStart),
            () if first > today.last_day() => Err(Idle::NotBegun),
            () => Ok((first, last.min(today.last_day()))),
        }
    }

    /// Whether it goes on.
    pub fn is_ongoing(self, today: Date) -> bool {
        self.end.is_none_or(|end| end.last_day() >= today.last_day())
    }

    /// What orders jobs by how late they are: their end, what goes on last, then their start.
    pub fn lateness(self, today: Date) -> (i64, i64) {
        let end = self.end.filter(|_| !self.is_ongoing(today));
        (end.map_or(i64::MAX, Date::last_day), self.start.first_day())
    }
}

/// The days of an average year.
const DAYS_A_YEAR: f64 = 365.25;

/// The years of experience of some jobs, to a tenth; none where no job adds any.
pub fn experience(stints: impl IntoIterator<Item = Stint>, today: Date) -> Option<Years> {
    let mut spans: Vec<(i64, i64)> =
        stints.into_iter().filter_map(|stint| stint.days(today).ok()).collect();
    spans.sort_unstable();
    let (mut days, mut counted_to) = (0, i64::MIN);
    for (first, last) in &spans {
        let first = (*first).max(counted_to);
        days += (last + 1 - first).max(0);
        counted_to = counted_to.max(last + 1);
    }
    let years = (days as f64 / DAYS_A_YEAR * 10.0).round() / 10.0;
    (!spans.is_empty()).then(|| Years::new(years.min(Years::MOST))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stint(start: &str, end: &str) -> Stint {
        Stint { start: start.parse().unwrap(), end: end.parse().ok() }
    }

    fn years(stints: &[(&str, &str)]) -> Option<f64> {
        let today = "2026-11-21".parse().unwrap();
        let stints = stints.iter().map(|(start, end)| stint(start, end));
        experience(stints, today).map(Years::number)
    }

    #[test]
    fn each_day_counts_once_and_a_gap_does_not() {
        for (jobs, expected) in [
            (&[("2013-12-01", "2014-12-01")][..], Some(1.0)),
            (&[("2016-01", "2018-05"), ("2018-06", "2021-02"), ("2021-03", "")], Some(10.9)),
            (&[("2018", "2018")], Some(1.0)),
            (&[("2010", "2012"), ("2011", "2011"), ("2020", "2020")], Some(4.0)),
            (&[("2025-11-22", "")], Some(1.0)),
            (&[("2025-11-22", "2030")], Some(1.0)),
            (&[("2027", "")], None),
            (&[("2019-05", "2018-02")], None),
            (&[], None),
            (&[("1900", "")], Some(60.0)),
        ] {
            assert_eq!(years(jobs), expected, "{jobs:?}");
        }
    }

    #[test]
    fn why_a_job_adds_nothing_is_told() {
        let today = "2026-11-21".parse().unwrap();
        assert_eq!(stint("2019-05", "2018-02").days(today), Err(Idle::EndsBeforeStart));
        assert_eq!(stint("2026-12", "").days(today), Err(Idle::NotBegun));
        assert!(stint("2026", "").days(today).is_ok());
    }

    proptest! {
        #[test]
        fn more_jobs_are_never_fewer_years_and_order_does_not_matter(
            jobs in prop::collection::vec((10_000i64..20_000, 0i64..3_000), 1..8),
        ) {
            let date = |day: i64| Date::of_seconds(day * 86_400);
            let mut stints: Vec<Stint> = jobs
                .iter()
                .map(|(start, days)| Stint { start: date(*start), end: Some(date(start + days)) })
                .collect();
            let today = "2026-11-21".parse().unwrap();
            let all = experience(stints.clone(), today);
            let fewer = experience(stints[1..].iter().copied(), today);
            prop_assert!(fewer.is_none_or(|fewer| Some(fewer) <= all));
            let each: i64 = jobs.iter().map(|(_, days)| days + 1).sum();
            prop_assert!(all.is_some_and(|all| all.number() <= each as f64 / 365.25 + 0.06));
            stints.reverse();
            prop_assert_eq!(experience(stints, today), all);
        }
    }
}
