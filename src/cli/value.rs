//! Values as people type them: `150k`, `2.5`, `2026-11`, `pay:desc`. Each error says what to type instead.

use crate::catalog::{Date, Education, Month, Percentile, Usd, Years};
use crate::report::sheet::{Direction, SortKey};

/// A percentile between 0 and 100.
pub fn percentile(text: &str) -> Result<Percentile, String> {
    let number = text.trim().trim_start_matches(['P', 'p']).parse::<f64>().ok();
    number
        .and_then(Percentile::new)
        .ok_or_else(|| "a percentile lies between 0 and 100: 75, or 62.5".to_owned())
}

/// An amount of dollars a year: `150000`, `150k`, `150,000`; commas stand only before three digits.
pub fn amount(text: &str) -> Result<Usd, String> {
    let bare = text.trim().trim_start_matches('$').to_lowercase();
    let (digits, factor) = match bare.strip_suffix('k') {
        Some(thousands) => (thousands, 1_000.0),
        None => (bare.as_str(), 1.0),
    };
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().all(|group| group.len() == 3) && !first.is_empty();
    let joined: String = groups.fold(first.to_owned(), |joined, group| joined + group);
    let plain = joined.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = joined.parse::<f64>().ok().filter(|_| grouped && plain);
    number
        .map(|number| number * factor)
        .filter(|dollars| LIKELY.contains(dollars))
        .and_then(Usd::new)
        .ok_or_else(|| {
            "an amount is dollars a year, 1,000 or more: 150000, 150k or '$150,000'".to_owned()
        })
}

/// What somebody may be paid in a year; less than that is more likely thousands, or an hour's pay.
const LIKELY: std::ops::Range<f64> = 1_000.0..1e9;

/// A number of things: `1000` or `1,000`.
pub fn count(text: &str) -> Result<u64, String> {
    let digits = text.trim().replace(',', "");
    digits.parse().map_err(|_| "a number is written 1000 or 1,000".to_owned())
}

/// How many are shown.
pub fn top(text: &str) -> Result<usize, String> {
    let number = text.trim().parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "one or more can be shown: 10".to_owned())
}

/// Years of experience.
pub fn years(text: &str) -> Result<Years, String> {
    let number = text.trim().parse::<f64>().ok();
    number
        .and_then(Years::new)
        .ok_or_else(|| format!("years go from 0 to {}: 4, or 2.5", Years::MOST))
}

/// A month.
pub fn month(text: &str) -> Result<Month, String> {
    text.trim().parse().map_err(|_| "a month is written YYYY-MM: 2026-11".to_owned())
}

/// A date.
pub fn date(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| format!("a date is written {}", crate::profile::DATES))
}

/// A degree.
pub fn education(text: &str) -> Result<Education, String> {
    let known = Education::ALL.into_iter().find(|known| known.word() == text.trim());
    known.ok_or_else(|| {
        format!("a degree is one of {}", Education::ALL.map(Education::word).join(", "))
    })
}

/// A word to find.
pub fn word(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("there is no word in it".to_owned()),
        _ => Ok(text.to_owned()),
    }
}

/// A column and a direction.
pub fn sort_key(text: &str) -> Result<SortKey, String> {
    let (key, direction) = match text.rsplit_once(':') {
        None => (text, Direction::Ascending),
        Some((key, "asc")) => (key, Direction::Ascending),
        Some((key, "desc")) => (key, Direction::Descending),
        Some((_, other)) => {
            return Err(format!("`{other}` is no direction: write `key` or `key:desc`"));
        }
    };
    Ok(SortKey { key: key.to_owned(), direction })
}

/// How wide the text is.
pub fn width(text: &str) -> Result<usize, String> {
    let number = text.trim().parse::<usize>().ok();
    number.filter(|width| WIDTHS.contains(width)).ok_or_else(|| {
        format!("a width lies between {} and {} columns", WIDTHS.start(), WIDTHS.end())
    })
}

/// The widths that text can be laid out in.
pub const WIDTHS: std::ops::RangeInclusive<usize> = 20..=1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for text in ["150000", "150k", "150K", "$150,000", "$150k", " 150,000 ", "150000.4"] {
            assert_eq!(amount(text).map(Usd::rounded), Ok(150_000), "{text}");
        }
        let wrong = [
            "",
            "k",
            "-5",
            "0",
            "95",
            "1e9",
            "nan",
            "inf",
            "150 000 euro",
            "1..2",
            "$",
            "120,5k",
            "120.000",
            "1,2",
            ",000",
            "15,00,00",
        ];
        for text in wrong {
            assert!(amount(text).is_err(), "{text}");
        }
    }

    #[test]
    fn percentiles_lie_strictly_between_0_and_100() {
        assert_eq!(percentile("p75").map(Percentile::number), Ok(75.0));
        for text in ["0", "100", "-1", "nan", "inf", "x", ""] {
            assert!(percentile(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_sort_key_is_a_column_and_perhaps_a_direction() {
        assert_eq!(sort_key("pay:desc").map(|key| key.direction), Ok(Direction::Descending));
        assert_eq!(sort_key("pay").map(|key| key.direction), Ok(Direction::Ascending));
        assert!(sort_key("pay:down").is_err());
    }
}
