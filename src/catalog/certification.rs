//! Certificates. Knows what sources say of each, not who may sit it.

use super::id::{Id, noun};
use super::source::Citation;
use super::statement::{Mention, Statement};
use super::units::YearSpan;

/// A certificate's id.
pub type CertificationId = Id<Certification>;

/// A certificate.
#[derive(Debug)]
pub struct Certification {
    /// Its id.
    pub id: CertificationId,
    /// Its full name.
    pub title: String,
    /// Its abbreviation.
    pub short: Option<String>,
    /// Other names, the abbreviation among them.
    pub aliases: Vec<String>,
    /// Who issues it.
    pub issuer: Option<Statement>,
    /// A span of experience of its own.
    pub years: Option<YearSpan>,
    /// What sources say of it.
    pub mentions: Vec<Mention>,
    /// What one needs in order to sit it.
    pub asks: Vec<Statement>,
    /// Its exam.
    pub exam: Vec<Statement>,
    /// How it is renewed.
    pub renewal: Vec<Statement>,
}

noun!(Certification, Certification);

impl Certification {
    /// The abbreviation, or else the full name.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }

    /// Everything said of it: mentions, issuer, requirements, exam, renewal.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        let mentions = self.mentions.iter().map(|mention| &mention.statement);
        mentions.chain(&self.issuer).chain(&self.asks).chain(&self.exam).chain(&self.renewal)
    }

    /// Every citation of everything said of it.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.statements().flat_map(|statement| &statement.sources)
    }
}
