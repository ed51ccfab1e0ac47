//! Who asks, in terms of the dataset: what a profile and the command line tell. Knows no file and no clock.

use super::error::QueryError;
use super::lookup::{lookup, named_so};
use super::profile::Worked;
use crate::catalog::{
    Catalog, Certification, CertificationId, Date, Education, Level, Noun, Role, Skill, SkillId,
    Term, Track, Usd, Years, fold, is_named,
};

/// A name as it was given, and what the dataset has of that name.
#[derive(Debug)]
pub struct Named<'a, T> {
    /// As given.
    pub given: String,
    /// The entry, where the dataset has one.
    pub known: Option<&'a T>,
}

impl Named<'_, Certification> {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.known.map_or(&self.given, |known| known.short_name())
    }
}

impl<T> Clone for Named<'_, T> {
    fn clone(&self) -> Self {
        Named { given: self.given.clone(), known: self.known }
    }
}

/// A skill that one has.
#[derive(Debug, Clone)]
pub struct Had<'a> {
    /// The skill.
    pub skill: Named<'a, Skill>,
    /// What shows it.
    pub evidence: Option<String>,
}

/// A certificate that one holds.
#[derive(Debug, Clone)]
pub struct Held<'a> {
    /// The certificate.
    pub certification: Named<'a, Certification>,
    /// When it was earned.
    pub earned: Option<Date>,
    /// When it runs out.
    pub expires: Option<Date>,
}

impl Held<'_> {
    fn is(&self, id: &CertificationId) -> bool {
        self.certification.known.is_some_and(|known| known.id == *id)
    }
}

/// Who asks; nothing of it has to be known.
#[derive(Debug, Clone, Default)]
pub struct Person<'a> {
    /// The job title.
    pub title: Option<Named<'a, Role>>,
    /// Whether the title is of other work than the years are said to be of.
    pub title_elsewhere: bool,
    /// Years of experience in this career, as said, else those of the jobs in it.
    pub years: Option<Years>,
    /// Whether the years are those of the jobs.
    pub counted: bool,
    /// Years of all jobs, of this career or not.
    pub worked: Option<Years>,
    /// The jobs, as said.
    pub jobs: Vec<Worked>,
    /// The level, where it is said; else the years tell it.
    pub level: Option<&'a Level>,
    /// The track.
    pub track: Option<&'a Track>,
    /// The level to reach.
    pub target: Option<&'a Level>,
    /// What is earned in a year.
    pub pay: Option<Usd>,
    /// The name of the place, as given.
    pub place: Option<String>,
    /// The highest degree.
    pub education: Option<Education>,
    /// Skills and tools.
    pub skills: Vec<Had<'a>>,
    /// Certificates that are held now.
    pub certifications: Vec<Held<'a>>,
    /// Certificates that have run out.
    pub lapsed: Vec<Held<'a>>,
}

impl<'a> Person<'a> {
    /// The skill that one has of this id.
    pub fn skill(&self, id: &SkillId) -> Option<&Had<'a>> {
        self.skills.iter().find(|had| had.skill.known.is_some_and(|known| known.id == *id))
    }

    /// The certificate that one holds of this id.
    pub fn certification(&self, id: &CertificationId) -> Option<&Held<'a>> {
        self.certifications.iter().find(|held| held.is(id))
    }

    /// The certificate of this id that has run out, where none is held that has not.
    pub fn lapsed(&self, id: &CertificationId) -> Option<&Held<'a>> {
        let last = self.lapsed.iter().rfind(|held| held.is(id));
        last.filter(|_| self.certification(id).is_none())
    }

    /// The years of jobs, where none of them is of this career and no years are said.
    pub fn years_elsewhere(&self) -> Option<Years> {
        self.worked.filter(|_| self.years.is_none())
    }

    /// Whether it is known what one has.
    pub fn shows_anything(&self) -> bool {
        !self.skills.is_empty() || !self.certifications.is_empty()
    }

    /// The names of the skills and certificates as they were given.
    pub fn given(&self) -> impl Iterator<Item = &str> {
        let skills = self.skills.iter().map(|had| had.skill.given.as_str());
        skills.chain(self.certifications.iter().map(|held| held.certification.given.as_str()))
    }

    /// Takes in a skill or certificate by its name; what the dataset has of no such name is an error.
    ///
    /// # Errors
    /// When no skill and no certificate has the name, with the nearest of both; or when several begin so.
    pub fn have(&mut self, catalog: &'a Catalog, name: &str) -> Result<(), QueryError> {
        // A whole name is found without a look at all others, of which it may be the beginning.
        match (named_so(catalog.skills(), name), named_so(catalog.certifications(), name)) {
            (Some(skill), _) => {
                self.has(skill, name);
                return Ok(());
            }
            (None, Some(held)) => {
                self.holds(held, name);
                return Ok(());
            }
            (None, None) => (),
        }
        match (lookup(catalog.skills(), name), lookup(catalog.certifications(), name)) {
            (Ok(skill), _) => self.has(skill, name),
            (Err(_), Ok(held)) => self.holds(held, name),
            (Err(skill), Err(held)) => {
                // What postings name may be had too, where they are what is asked about.
                let term = named_in_postings(catalog, name);
                let given = term.ok_or_else(|| neither(skill, held))?.id.to_string();
                self.skills.push(Had { skill: Named { given, known: None }, evidence: None });
            }
        }
        Ok(())
    }

    fn has(&mut self, skill: &'a Skill, given: &str) {
        self.skills.push(Had { skill: named(skill, given), evidence: None });
    }

    fn holds(&mut self, held: &'a Certification, given: &str) {
        let certification = named(held, given);
        self.certifications.push(Held { certification, earned: None, expires: None });
    }
}

/// The term whose id or title a name is, of those that only postings name.
pub fn named_in_postings<'a>(catalog: &'a Catalog, name: &str) -> Option<&'a Term> {
    let wanted = fold(name);
    let is = |term: &&Term| is_named(&term.id, &wanted) || is_named(&term.title, &wanted);
    catalog.terms().iter().filter(|term| term.of.is_none()).find(is)
}

fn named<'a, T: Noun>(known: &'a T, given: &str) -> Named<'a, T> {
    Named { given: given.to_owned(), known: Some(known) }
}

/// Why a name is neither that of a skill nor that of a certificate: the candidates of either, else the nearest of both.
fn neither(skill: QueryError, certification: QueryError) -> QueryError {
    match (skill, certification) {
        (
            QueryError::Unknown { kind, given, mut near },
            QueryError::Unknown { near: others, .. },
        ) => {
            near.extend(others);
            QueryError::Unknown { kind, given, near }
        }
        (QueryError::Unknown { .. }, ambiguous) => ambiguous,
        (ambiguous, _) => ambiguous,
    }
}
