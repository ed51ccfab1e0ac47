//! What a person says of themselves: a TOML file as raw structs, with the place of every value. Knows no dataset.

mod draft;
mod edit;
pub mod resume;

use std::ops::Range;

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use toml::{Spanned, Value};

use crate::intake::{PROFILE_ENTRIES, TOML_DEPTH};

pub use draft::Draft;
pub use edit::{Edit, Entry, List, add, remove};

/// A string with its place in the file.
pub type Text = Spanned<String>;

/// A profile as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// The job title.
    pub title: Option<Text>,
    /// Years of experience; else those of the jobs count.
    pub years: Option<Spanned<f64>>,
    /// The level of the ladder.
    pub level: Option<Text>,
    /// The track of the ladder.
    pub track: Option<Text>,
    /// The level to reach.
    pub target: Option<Text>,
    /// Dollars a year, before tax, wage only.
    pub pay: Option<Spanned<f64>>,
    /// Where one works: a place that wages are published for.
    pub place: Option<Text>,
    /// The highest degree.
    pub education: Option<Text>,
    /// The jobs held, in any order.
    pub jobs: Vec<Job>,
    /// Skills and tools.
    pub skills: Vec<Skill>,
    /// Certificates held.
    pub certifications: Vec<Certification>,
    /// Anything else; never read by any command.
    pub notes: Option<String>,
}

/// A job held.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// Its title.
    pub title: Option<Text>,
    /// When it began: `2019`, `2019-06` or `2019-06-01`.
    #[serde(deserialize_with = "date")]
    pub start: Text,
    /// When it ended; it goes on without.
    #[serde(default, deserialize_with = "date_given")]
    pub end: Option<Text>,
}

/// A skill or tool that one has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Its id or any other name.
    pub id: Text,
    /// What shows it.
    pub evidence: Option<String>,
}

/// A certificate that one holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certification {
    /// Its id or any other name.
    pub id: Text,
    /// When it was earned.
    #[serde(default, deserialize_with = "date_given")]
    pub earned: Option<Text>,
    /// When it runs out.
    #[serde(default, deserialize_with = "date_given")]
    pub expires: Option<Text>,
}

/// A date as text; TOML's own dates and bare years are taken too.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    let value = Spanned::<Value>::deserialize(deserializer)?;
    let text = match value.get_ref() {
        Value::String(text) => text.clone(),
        Value::Integer(year) => year.to_string(),
        Value::Datetime(toml::value::Datetime { date: Some(date), .. }) => date.to_string(),
        other => {
            let kind = other.type_str();
            return Err(D::Error::custom(format!(
                "invalid type: {kind}, expected a date: {DATES}"
            )));
        }
    };
    Ok(Spanned::new(value.span(), text))
}

fn date_given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Text>, D::Error> {
    date(deserializer).map(Some)
}

/// How dates are written.
pub const DATES: &str = "2019, 2019-06 or 2019-06-01";

/// What is wrong with a file that a person gave, and where; of its content only the part that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
}

/// How much of a message is kept: values may be long.
const MOST_OF_A_MESSAGE: usize = 200;

impl Fault {
    /// A fault at a place in the text, given in bytes.
    pub fn at(text: &str, span: &Range<usize>, message: impl AsRef<str>) -> Fault {
        let before = text.get(..span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let message = message.as_ref().split_whitespace().collect::<Vec<_>>().join(" ");
        let mut kept: String = message.chars().take(MOST_OF_A_MESSAGE).collect();
        if kept.len() < message.len() {
            kept.push('…');
        }
        Fault {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: kept,
        }
    }
}

/// A text without the mark that some editors put before it.
fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Reads a profile.
///
/// # Errors
/// When it is no TOML, holds a key or a type of value that no profile has, or more entries than one may have.
pub fn read(text: &str) -> Result<Profile, Fault> {
    let text = bare(text);
    let fault = |error: toml::de::Error| {
        let said = WORDS.iter().fold(error.message().to_owned(), |said, (type_name, words)| {
            said.replace(&format!("expected {type_name}"), &format!("expected {words}"))
        });
        let said = match said.contains("recursion") {
            true => format!("tables and lists stand more than {TOML_DEPTH} deep in each other"),
            false => said,
        };
        Fault::at(text, &error.span().unwrap_or_default(), said)
    };
    let profile: Profile = toml::from_str(text).map_err(fault)?;
    let beyond = [
        profile.jobs.get(PROFILE_ENTRIES).map(|job| job.start.span()),
        profile.skills.get(PROFILE_ENTRIES).map(|skill| skill.id.span()),
        profile.certifications.get(PROFILE_ENTRIES).map(|held| held.id.span()),
    ];
    match beyond.into_iter().flatten().next() {
        Some(span) => {
            let most = "the most that a list of a profile may have";
            Err(Fault::at(text, &span, format!("more than {PROFILE_ENTRIES} entries, {most}")))
        }
        None => Ok(profile),
    }
}

/// Names of types, and how people call them.
const WORDS: &[(&str, &str)] = &[
    ("f64", "a number"),
    ("a sequence", "a list of tables"),
    ("struct Job", "a table"),
    ("struct Skill", "a table"),
    ("struct Certification", "a table"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, usize, String) {
        let fault = read(text).unwrap_err();
        (fault.line, fault.column, fault.message)
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_nothing_else_of_the_file() {
        let secret = "notes = \"secret\"\n";
        for (wrong, line, column) in [
            ("pya = 3\n", 2, 1),
            ("years = \"four\"\n", 2, 9),
            ("title = 'a\n", 2, 11),
            ("[[skills]]\nid = \"jira\"\nlevel = 3\n", 4, 1),
            ("[[jobs]]\nstart = true\n", 3, 9),
            ("[[jobs]]\nend = \"2019\"\n", 2, 1),
        ] {
            let (found_line, found_column, message) = fault(&format!("{secret}{wrong}"));
            assert_eq!((found_line, found_column), (line, column), "{wrong} {message}");
            assert!(!message.contains("f64") && !message.contains("secret"), "{message}");
            assert!(!message.contains('\n'), "{message}");
        }
    }

    #[test]
    fn dates_may_be_written_as_toml_writes_them() {
        let text = "[[jobs]]\nstart = 2019\nend = 2020-06-30\n[[jobs]]\nstart = \"2021-01\"\n";
        let jobs = read(text).unwrap().jobs;
        assert_eq!(jobs[0].start.get_ref(), "2019");
        assert_eq!(jobs[0].end.as_ref().unwrap().get_ref(), "2020-06-30");
        assert_eq!((jobs[1].start.get_ref().as_str(), &jobs[1].end), ("2021-01", &None));
    }

    #[test]
    fn nothing_is_a_profile_and_a_mark_before_it_is_passed_over() {
        assert!(read("").is_ok());
        assert_eq!(read("\u{feff}years = 4").unwrap().years.unwrap().into_inner(), 4.0);
        assert!(read(&"[".repeat(100_000)).is_err());
        assert!(read(&format!("title = {}", "[".repeat(100_000))).is_err());
    }
}
