//! Numbers that cannot be mixed up: dollars, percentiles, years, dates. Knows no noun of the career.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// US dollars a year, before tax, wage only.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Usd(f64);

impl Usd {
    /// A published amount in whole dollars.
    pub fn whole(dollars: u32) -> Self {
        Usd(f64::from(dollars))
    }

    /// A worked-out amount; `None` unless it is finite and above zero.
    pub fn new(dollars: f64) -> Option<Self> {
        (dollars.is_finite() && dollars > 0.0).then_some(Usd(dollars))
    }

    /// The amount, unrounded.
    pub fn dollars(self) -> f64 {
        self.0
    }

    /// The amount, rounded to whole dollars.
    pub fn rounded(self) -> u64 {
        self.0.round() as u64
    }
}

impl Serialize for Usd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.rounded())
    }
}

/// Whole dollars, as all published amounts are.
impl<'de> Deserialize<'de> for Usd {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Usd::whole)
    }
}

/// The share of a population that is paid less, above 0 and below 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
pub struct Percentile(f64);

impl Percentile {
    /// The 25th.
    pub const LOWER_QUARTILE: Percentile = Percentile(25.0);

    /// The 50th.
    pub const MEDIAN: Percentile = Percentile(50.0);

    /// The 75th.
    pub const UPPER_QUARTILE: Percentile = Percentile(75.0);

    /// The 90th.
    pub const TOP_DECILE: Percentile = Percentile(90.0);

    /// `None` unless it lies between 0 and 100, both excluded.
    pub fn new(percent: f64) -> Option<Self> {
        (percent > 0.0 && percent < 100.0).then_some(Percentile(percent))
    }

    /// The number, 75 for the 75th.
    pub fn number(self) -> f64 {
        self.0
    }
}

impl Serialize for Percentile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.0, serializer)
    }
}

/// Years of experience, 0 to 60.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Years(f64);

impl Years {
    /// The most that makes sense.
    pub const MOST: f64 = 60.0;

    /// `None` unless it is between 0 and 60.
    pub fn new(years: f64) -> Option<Self> {
        (0.0..=Self::MOST).contains(&years).then_some(Years(years.abs()))
    }

    /// The number.
    pub fn number(self) -> f64 {
        self.0
    }
}

impl Serialize for Years {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.0, serializer)
    }
}

/// Writes 4 as `4` and 2.5 as `2.5` where people read it.
fn serialize_number<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() && number.fract() == 0.0 {
        serializer.serialize_u64(number as u64)
    } else {
        serializer.serialize_f64(number)
    }
}

/// Whole years, as published; open at the end without `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearSpan {
    /// First year.
    pub from: u32,
    /// Last year.
    pub to: Option<u32>,
}

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// Its first day, as days since the first of January 1970.
    pub fn first_day(self) -> i64 {
        day_number(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Its last day, as days since the first of January 1970.
    pub fn last_day(self) -> i64 {
        let month = self.month.unwrap_or(12);
        let last = || days_in(self.year, u16::from(month)) as u8;
        day_number(self.year, month, self.day.unwrap_or_else(last))
    }

    /// The day on which so many seconds have gone by since 1970 began, in UTC; within the years 0 to 9999.
    pub fn of_seconds(seconds: i64) -> Date {
        let bounds = day_number(0, 1, 1)..=day_number(9999, 12, 31);
        let days = seconds.div_euclid(SECONDS_A_DAY).clamp(*bounds.start(), *bounds.end());
        // Years that begin in March, so that a leap day is a year's last.
        let since = days + DAYS_BEFORE_1970;
        let (era, in_era) = (since.div_euclid(DAYS_IN_ERA), since.rem_euclid(DAYS_IN_ERA));
        let year_in_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year_in_era + year_in_era / 4 - year_in_era / 100);
        let from_march = (5 * in_year + 2) / 153;
        let day = in_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_in_era + i64::from(month <= 2);
        Date { year: year as u16, month: Some(month as u8), day: Some(day as u8) }
    }
}

const SECONDS_A_DAY: i64 = 86_400;

/// Days in 400 years.
const DAYS_IN_ERA: i64 = 146_097;

/// Days from the first of March of year 0 to the first of January 1970.
const DAYS_BEFORE_1970: i64 = 719_468;

/// The days from the first of January 1970 to a day.
fn day_number(year: u16, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let (era, in_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let in_year = (153 * from_march + 2) / 5 + day - 1;
    era * DAYS_IN_ERA + in_era * 365 + in_era / 4 - in_era / 100 + in_year - DAYS_BEFORE_1970
}

/// A text that is no `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(NotADate)?;
        let month = digits(parts.next(), 2)?;
        let day = digits(parts.next(), 2)?;
        if parts.next().is_some()
            || month.is_some_and(|month| !(1..=12).contains(&month))
            || day.is_some_and(|day| day == 0 || day > days_in(year, month.unwrap_or_default()))
        {
            return Err(NotADate);
        }
        Ok(Date { year, month: month.map(|m| m as u8), day: day.map(|d| d as u8) })
    }
}

fn digits(part: Option<&str>, width: usize) -> Result<Option<u16>, NotADate> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotADate);
    }
    part.parse().map(Some).map_err(|_| NotADate)
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => (self.year, self.month, self.day).serialize(serializer),
        }
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Months since the beginning of year 0.
    index: u32,
}

impl Month {
    /// The month that lies so many years later, to the nearest month.
    pub fn after(self, years: f64) -> Month {
        Month { index: self.index + (years.max(0.0) * 12.0).round() as u32 }
    }
}

impl FromStr for Month {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match text.parse::<Date>()? {
            Date { year, month: Some(month), day: None } => {
                Ok(Month { index: u32::from(year) * 12 + u32::from(month) - 1 })
            }
            _ => Err(NotADate),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.index / 12, self.index % 12 + 1)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_year_a_month_or_a_day_and_nothing_else() {
        for text in ["2026", "2026-11", "2026-11-21", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "26", "2026-13", "2026-00", "2026-1", "2025-02-29", "2026-11-21-1", "x"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn days_are_counted_one_by_one_over_every_day_of_nine_centuries() {
        let first = Date::of_seconds(-130 * 365 * 86_400).first_day();
        for day in first..300_000 {
            let date = Date::of_seconds(day * 86_400 + 86_399);
            assert_eq!((date.first_day(), date.last_day()), (day, day), "{date}");
            assert_eq!(date.to_string().parse(), Ok(date));
        }
        assert_eq!(Date::of_seconds(0).to_string(), "1970-01-01");
        assert_eq!(Date::of_seconds(1_795_219_200).to_string(), "2026-11-21");
        assert_eq!(Date::of_seconds(-1).to_string(), "1969-12-31");
        assert_eq!(Date::of_seconds(i64::MAX).to_string(), "9999-12-31");
    }

    #[test]
    fn a_year_or_a_month_begins_and_ends_with_its_days() {
        let days =
            |text: &str| text.parse::<Date>().map(|date| (date.first_day(), date.last_day()));
        assert_eq!(days("1970"), Ok((0, 364)));
        assert_eq!(days("2024-02").map(|(first, last)| last - first), Ok(28));
        assert_eq!(days("1970-01-02"), Ok((1, 1)));
    }

    #[test]
    fn months_are_counted_across_the_turn_of_the_year() {
        let start: Month = "2026-11".parse().unwrap();
        assert_eq!(start.after(0.0).to_string(), "2026-11");
        assert_eq!(start.after(0.25).to_string(), "2027-02");
        assert_eq!(start.after(3.0).to_string(), "2029-11");
        assert_eq!("2026".parse::<Month>(), Err(NotADate));
    }

    #[test]
    fn years_are_finite_and_within_a_working_life() {
        assert_eq!(Years::new(2.5).map(Years::number), Some(2.5));
        for years in [-0.1, 60.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Years::new(years), None);
        }
    }
}
