//! Dates as people write them in résumés: `2014-06-29`, `06/2014`, `June 2014`, `Present`. Knows no calendar but the
//! lengths of months.

/// When something was, as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// A year, a month or a day, as `2014`, `2014-06` or `2014-06-29`.
    Date(String),
    /// It goes on.
    Ongoing,
    /// No date that we can read.
    Unreadable,
}

/// Words for what goes on.
const ONGOING: &[&str] = &[
    "present",
    "now",
    "current",
    "currently",
    "active",
    "today",
    "ongoing",
    "to date",
    "to present",
    "till date",
    "till now",
    "until now",
    "until today",
    "continuing",
    "in progress",
    "heute",
    "bis heute",
    "aktuell",
    "derzeit",
    "laufend",
    "présent",
    "aujourd'hui",
    "aujourd’hui",
    "actuel",
    "en cours",
    "actual",
    "actualidad",
    "actualmente",
    "presente",
    "hoy",
    "oggi",
    "attuale",
    "atual",
    "atualmente",
    "heden",
    "nu",
    "obecnie",
    "至今",
    "现在",
    "現在",
    "今",
];

/// The beginnings of the names of months, in languages that share them; the first that fits counts.
const MONTHS: &[(&str, u32)] = &[
    ("jan", 1),
    ("ene", 1),
    ("gen", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("mar", 3),
    ("mär", 3),
    ("maa", 3),
    ("mrt", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("mei", 5),
    ("mag", 5),
    ("juin", 6),
    ("jun", 6),
    ("giu", 6),
    ("juil", 7),
    ("jul", 7),
    ("lug", 7),
    ("aug", 8),
    ("aoû", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("okt", 10),
    ("out", 10),
    ("ott", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
];

/// Words that stand in dates and say nothing.
const FILLERS: &[&str] = &["st", "nd", "rd", "th", "of", "de", "del", "den", "the"];

/// How long a date is at most, in characters.
const LONGEST: usize = 40;

/// Reads a date.
pub(super) fn moment(text: &str) -> Moment {
    let text: String = text.trim().chars().take(LONGEST + 1).map(plain).collect();
    let text = text.to_lowercase();
    let bare = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    if ONGOING.contains(&bare) {
        return Moment::Ongoing;
    }
    let date = if text.chars().count() > LONGEST { None } else { date(without_time(bare)) };
    date.map_or(Moment::Unreadable, Moment::Date)
}

/// Digits of other scripts as ours, and signs between them as hyphens.
fn plain(sign: char) -> char {
    let zero = match sign {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{966}'..='\u{96f}' => 0x966,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        '年' | '月' | '년' | '월' | '–' | '—' | '‐' | '‑' => return '-',
        '日' | '일' => return ' ',
        other => return other,
    };
    char::from_digit(u32::from(sign) - zero, 10).unwrap_or(sign)
}

/// A day without the hour that a program wrote behind it.
fn without_time(text: &str) -> &str {
    let day = text.get(..10).filter(|day| day.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
    match (day, text.get(10..).and_then(|rest| rest.chars().next())) {
        (Some(day), Some('t' | ' ')) => day,
        _ => text,
    }
}

/// A run of digits, with how many there are.
type Number = (u32, usize);

fn date(text: &str) -> Option<String> {
    let (mut numbers, mut month, mut between) = (Vec::<Number>::new(), None, String::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let alike = |sign: char| match first {
            first if first.is_ascii_digit() => sign.is_ascii_digit(),
            first if first.is_alphabetic() => sign.is_alphabetic(),
            _ => !sign.is_ascii_digit() && !sign.is_alphabetic(),
        };
        let end = rest.find(|sign| !alike(sign)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            numbers.push((run.parse().ok()?, run.len()));
        } else if first.is_alphabetic() {
            match MONTHS.iter().find(|(name, _)| run.starts_with(name)) {
                Some((_, number)) if month.is_none() => month = Some(*number),
                _ if FILLERS.contains(&run) => (),
                _ => return None,
            }
        } else {
            between.push_str(run);
        }
    }
    match month {
        Some(month) => with_named_month(&numbers, month),
        None => of_numbers(&numbers, &between),
    }
}

fn with_named_month(numbers: &[Number], month: u32) -> Option<String> {
    let (years, days): (Vec<Number>, Vec<Number>) =
        numbers.iter().partition(|(_, digits)| *digits == 4);
    match (years.as_slice(), days.as_slice()) {
        ([(year, _)], []) => written(*year, month, 0),
        ([(year, _)], [(day, 1 | 2)]) => written(*year, month, *day),
        _ => None,
    }
}

/// A date of numbers alone; `between` is what stands between them.
fn of_numbers(numbers: &[Number], between: &str) -> Option<String> {
    match *numbers {
        [(year, 4)] => written(year, 0, 0),
        [(number, 6)] => written(number / 100, number % 100, 0),
        [(number, 8)] => written(number / 10_000, number / 100 % 100, number % 100),
        [(year, 4), (month, 1 | 2)] | [(month, 1 | 2), (year, 4)] => written(year, month, 0),
        [(year, 4), (month, 1 | 2), (day, 1 | 2)] => written(year, month, day),
        [(first, 1 | 2), (second, 1 | 2), (year, 4)] => {
            // Slashes are American, the month first, unless that can't be; all else has the day first.
            let month_first = if between.contains('/') { first <= 12 } else { second > 12 };
            let (month, day) = if month_first { (first, second) } else { (second, first) };
            written(year, month, day)
        }
        _ => None,
    }
}

/// The years in which somebody who looks for work may have done something.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// A date as we write it; a month or day of zero, or a day that the month does not have, is left out.
fn written(year: u32, month: u32, day: u32) -> Option<String> {
    if !YEARS.contains(&year) || month > 12 || day > 31 {
        return None;
    }
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Some(match (month, day) {
        (0, _) => format!("{year}"),
        (_, day) if day == 0 || day > last => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, date) in [
            ("2014", "2014"),
            (" 2014-06 ", "2014-06"),
            ("2014-6", "2014-06"),
            ("2014/06", "2014-06"),
            ("2014.06.09", "2014-06-09"),
            ("06/2014", "2014-06"),
            ("6.2014", "2014-06"),
            ("2014-06-29", "2014-06-29"),
            ("2014-06-29T12:00:00.000Z", "2014-06-29"),
            ("2014-06-29 12:00", "2014-06-29"),
            ("20140629", "2014-06-29"),
            ("201406", "2014-06"),
            ("06/29/2014", "2014-06-29"),
            ("29/06/2014", "2014-06-29"),
            ("29.06.2014", "2014-06-29"),
            ("June 2014", "2014-06"),
            ("june, 2014", "2014-06"),
            ("Sept. 2014", "2014-09"),
            ("Jan 2015", "2015-01"),
            ("29 June 2014", "2014-06-29"),
            ("June 29th, 2014", "2014-06-29"),
            ("2014 Dec", "2014-12"),
            ("Juin 2014", "2014-06"),
            ("März 2014", "2014-03"),
            ("enero de 2014", "2014-01"),
            ("2018年3月", "2018-03"),
            ("٢٠١٥-٠٣", "2015-03"),
            ("2014-00", "2014"),
            ("2014-06-00", "2014-06"),
            ("2021-02-30", "2021-02"),
            ("2024-02-29", "2024-02-29"),
        ] {
            assert_eq!(moment(text), Moment::Date(date.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_goes_on_has_many_names() {
        for text in ["Present", "now", "CURRENT", "(ongoing)", "heute", "至今", "to date."] {
            assert_eq!(moment(text), Moment::Ongoing, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        let long = "9".repeat(1_000_000);
        for text in [
            "",
            "-",
            "TBD",
            "'09",
            "2019-13",
            "2014-99-99",
            "0000",
            "3014",
            "June",
            "29",
            "a 2014",
            "2014 2015",
            "June May 2014",
            "1/2/3",
            "\u{0}",
            "14-06-29",
            "99999999999",
            &long,
        ] {
            assert_eq!(moment(text), Moment::Unreadable, "{text:.20}");
        }
    }
}
