//! Who is cited, and what citing looks like. Knows nothing of what is cited.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{Id, noun};
use super::text::Text;
use super::units::Date;

/// A source's id.
pub type SourceId = Id<Source>;

/// A publication that values come from.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// How tables and footnotes name it.
    #[serde(rename = "short")]
    pub title: Text,
    /// Its title as published.
    #[serde(rename = "title")]
    pub full_title: Text,
    /// Other names; none.
    #[serde(skip)]
    pub aliases: Vec<Text>,
    /// Its publisher, or `not stated`.
    pub publisher: Text,
    /// What it is cited for.
    pub covers: Text,
    /// Its licence, or `not stated`.
    pub licence: Text,
    /// The date on it, or the day we read it.
    pub date: SourceDate,
    /// The time that its figures describe.
    pub period: Option<Date>,
    /// Its address.
    pub url: Option<Text>,
    /// What its own reference numbers stand for, where known.
    pub references: Vec<Reference>,
}

noun!(Source, Source);

/// When a source was published or, if it carries no date, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceDate {
    /// The date on it.
    Published(Date),
    /// No date on it: the day we read it.
    Undated(Date),
}

/// What a number in a source's own list of references stands for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Reference {
    /// The number.
    pub number: u32,
    /// The source behind it.
    pub source: SourceId,
}

/// Who says something, and on whose authority; written `resume-geni[4,5]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Who says it.
    pub source: SourceId,
    /// The numbers of the references that it gives.
    pub references: Vec<u32>,
}

impl fmt::Display for Citation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.source.as_str())?;
        if self.references.is_empty() {
            return Ok(());
        }
        let numbers: Vec<String> = self.references.iter().map(u32::to_string).collect();
        write!(formatter, "[{}]", numbers.join(","))
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => (&self.source, &self.references).serialize(serializer),
        }
    }
}

impl<'de: 'static> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (source, references) = Deserialize::deserialize(deserializer)?;
        Ok(Citation { source, references })
    }
}

/// Takes `resume-geni[4,5]` apart; `None` if it is not written so.
pub(super) fn split_citation(text: &str) -> Option<(&str, Vec<u32>)> {
    let Some((source, rest)) = text.split_once('[') else {
        return (!text.is_empty()).then(|| (text, Vec::new()));
    };
    if source.is_empty() {
        return None;
    }
    let numbers = rest.strip_suffix(']')?.split(',');
    let numbers = numbers.map(|number| number.trim().parse().ok()).collect::<Option<_>>()?;
    Some((source, numbers))
}

/// Citations, each once, in the catalog's order.
pub fn distinct(citations: impl Iterator<Item = Citation>) -> Vec<Citation> {
    let mut distinct: Vec<Citation> = citations.collect();
    distinct.sort();
    distinct.dedup();
    distinct
}

/// The sources of some citations, each once, in the catalog's order.
pub fn distinct_sources<'a>(citations: impl Iterator<Item = &'a Citation>) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> = citations.map(|citation| citation.source).collect();
    sources.sort();
    sources.dedup();
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_an_id_and_perhaps_numbers_in_brackets() {
        assert_eq!(split_citation("monster"), Some(("monster", vec![])));
        assert_eq!(split_citation("resume-geni[4, 5]"), Some(("resume-geni", vec![4, 5])));
        for text in ["", "[1]", "a[", "a[]", "a[x]", "a[4", "a[4]b"] {
            assert_eq!(split_citation(text), None, "{text}");
        }
    }
}
