//! Today's date, which only the command line knows. Counts no years.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use super::exit::Failure;
use crate::catalog::Date;

/// What is taken as today where it is set, so that an answer can be had again: seconds since 1970.
const SET: &str = "SOURCE_DATE_EPOCH";

/// Today, in UTC.
pub fn today() -> Result<Date, Failure> {
    let Some(set) = env::var_os(SET).filter(|set| !set.is_empty()) else {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        return Ok(Date::of_seconds(i64::try_from(since.as_secs()).unwrap_or(i64::MAX)));
    };
    let seconds = set.to_str().and_then(|set| set.parse().ok());
    seconds.map(Date::of_seconds).ok_or_else(|| Failure::Question {
        message: format!("{SET} is set to what is no number of seconds"),
        hint: format!("unset {SET}, or set it to seconds since 1970"),
    })
}
