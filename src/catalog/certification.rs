//! Certificates. Knows what sources say of each, not who may sit it.

use serde::{Deserialize, Serialize};

use super::id::{Id, noun};
use super::part::Part;
use super::skill::Covers;
use super::source::{Citation, SourceId, distinct_sources};
use super::statement::{Mention, Statement};
use super::text::Text;
use super::units::YearSpan;
pub use crate::dataset::raw::Education;

/// A certificate's id.
pub type CertificationId = Id<Certification>;

/// A certificate.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Certification {
    /// Its id.
    pub id: CertificationId,
    /// Its full name.
    pub title: Text,
    /// Its abbreviation.
    pub short: Option<Text>,
    /// Other names, the abbreviation among them.
    pub aliases: Vec<Text>,
    /// Who issues it.
    pub issuer: Option<Statement>,
    /// A span of experience of its own.
    pub years: Option<YearSpan>,
    /// What sources say of it.
    pub mentions: Vec<Mention>,
    /// What one needs in order to sit it.
    pub asks: Part<Vec<Statement>>,
    /// Its exam.
    pub exam: Part<Vec<Statement>>,
    /// How it is renewed.
    pub renewal: Part<Vec<Statement>>,
    /// What it costs.
    pub fees: Part<Vec<Statement>>,
    /// Who may sit it: alternatives; empty where no source says.
    pub ways: Part<Vec<Way>>,
    /// The skills that it covers.
    pub covers: Vec<Covers>,
}

/// One of the ways to be let in to a certificate.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Way {
    /// The education that it asks for.
    pub education: Option<Education>,
    /// The experience that it asks for.
    pub experience: Vec<Experience>,
    /// The training that it asks for.
    pub training: Vec<Training>,
    /// Certificates of which it asks for one.
    pub holds: Vec<CertificationId>,
    /// Who says so.
    pub sources: Part<Vec<Citation>>,
}

impl Way {
    /// Whether it asks for nothing.
    pub fn is_open(&self) -> bool {
        self.education.is_none()
            && self.experience.is_empty()
            && self.training.is_empty()
            && self.holds.is_empty()
    }
}

impl Education {
    /// Every one, lowest first.
    pub const ALL: [Education; 3] =
        [Education::SecondaryDiploma, Education::FourYearDegree, Education::AccreditedDegree];

    /// The word for it, as it is written in files.
    pub fn word(self) -> &'static str {
        match self {
            Education::SecondaryDiploma => "secondary-diploma",
            Education::FourYearDegree => "four-year-degree",
            Education::AccreditedDegree => "accredited-degree",
        }
    }

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Education::SecondaryDiploma => "a secondary diploma",
            Education::FourYearDegree => "a four-year degree",
            Education::AccreditedDegree => "a degree that the issuer accredits",
        }
    }
}

/// Experience that a way asks for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Experience {
    /// For how long.
    pub months: u32,
    /// Of what.
    pub of: Text,
    /// In the last so many years.
    pub within: Option<u32>,
    /// Whether years of this career count as it, in our reading.
    pub career: bool,
    /// Certificates of which one replaces it.
    pub or: Vec<CertificationId>,
}

/// Training that a way asks for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Training {
    /// For how long.
    pub hours: Option<u32>,
    /// Of what.
    pub of: Text,
    /// Certificates of which one replaces it.
    pub or: Vec<CertificationId>,
}

noun!(Certification, Certification);

impl Certification {
    /// The abbreviation, or else the full name.
    pub fn short_name(&self) -> &'static str {
        self.short.unwrap_or(self.title).as_str()
    }

    /// The sources that mention it, each once; those that only describe its exam or fees are left out.
    pub fn named_by(&self) -> Vec<SourceId> {
        distinct_sources(self.mentions.iter().flat_map(|mention| &mention.statement.sources))
    }

    /// Everything said of it: mentions, issuer, requirements, exam, renewal, fees, skills.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        let mentions = self.mentions.iter().map(|mention| &mention.statement);
        let said = mentions.chain(&self.issuer).chain(&self.asks).chain(&self.exam);
        let covers = self.covers.iter().map(|covers| &covers.statement);
        said.chain(&self.renewal).chain(&self.fees).chain(covers)
    }

    /// Every citation of everything said of it.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        let ways = self.ways.iter().flat_map(|way| &way.sources);
        self.statements().flat_map(|statement| &statement.sources).chain(ways)
    }
}
