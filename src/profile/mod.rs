//! What a person says of themselves: a TOML file as raw structs, with the place of every value. Knows no dataset.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

/// A string with its place in the file.
pub type Text = Spanned<String>;

/// A profile as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
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
pub struct Job {
    /// Its title.
    pub title: Option<Text>,
    /// When it began: `2019`, `2019-06` or `2019-06-01`.
    pub start: Text,
    /// When it ended; it goes on without.
    pub end: Option<Text>,
}

/// A skill or tool that one has.
#[derive(Debug, Deserialize)]
pub struct Skill {
    /// Its id or any other name.
    pub id: Text,
    /// What shows it.
    pub evidence: Option<String>,
}

/// A certificate that one holds.
#[derive(Debug, Deserialize)]
pub struct Certification {
    /// Its id or any other name.
    pub id: Text,
    /// When it was earned.
    pub earned: Option<Text>,
    /// When it runs out.
    pub expires: Option<Text>,
}

/// What is wrong with a profile, and where; of its content only the part that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
}

impl Fault {
    /// A fault at a place in the text, given in bytes.
    pub fn at(text: &str, span: &Range<usize>, message: impl Into<String>) -> Fault {
        let before = text.get(..span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Fault {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        }
    }
}

/// Reads a profile.
///
/// # Errors
/// When it is no TOML, or holds a key or a type of value that no profile has.
pub fn read(text: &str) -> Result<Profile, Fault> {
    let fault = |error: toml::de::Error| {
        Fault::at(text, &error.span().unwrap_or_default(), error.message())
    };
    toml::from_str(text).map_err(fault)
}
