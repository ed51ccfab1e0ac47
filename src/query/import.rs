//! What a résumé says, in terms of the dataset: years, latest title, and what each name is. Guesses nothing.

use std::collections::BTreeSet;

use super::experience::{Idle, Stint, experience};
use super::place::place_in;
use super::placing::{Names, PlacedTitle};
use crate::catalog::{Area, Catalog, Certification, Date, Education, Skill, Years, fold};
use crate::profile::Draft;
use crate::profile::resume::{Job, Location, Moment, Resume, Study, Written};

/// A job of a résumé.
#[derive(Debug)]
pub struct ImportedJob<'a> {
    /// Its title, as given.
    pub title: Option<String>,
    /// The role that it is.
    pub role: Option<PlacedTitle<'a>>,
    /// Its start, as given.
    pub start: Option<String>,
    /// Its end, as given.
    pub end: Option<String>,
    /// When it was, where that can be read.
    pub stint: Option<Stint>,
    /// Why it adds no years of work, where it doesn't.
    pub idle: Option<Idle>,
    /// Whether its title is of this career.
    pub of_the_career: bool,
}

/// A name with what the dataset has of it.
#[derive(Debug)]
pub struct Placed<'a, T> {
    /// As given.
    pub given: String,
    /// The entry, where the dataset has one.
    pub known: Option<&'a T>,
    /// When it was earned, of a certificate.
    pub earned: Option<Date>,
}

/// What became of something that a résumé may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was said.
    Unsaid,
    /// It was said and is taken in.
    Taken,
    /// It was said and is left out.
    LeftOut,
}

impl Kept {
    fn of<S, T>(said: Option<&S>, taken: Option<&T>) -> Kept {
        match (said, taken) {
            (None, _) => Kept::Unsaid,
            (Some(_), Some(_)) => Kept::Taken,
            (Some(_), None) => Kept::LeftOut,
        }
    }
}

/// What a résumé says, in terms of the dataset.
#[derive(Debug)]
pub struct Imported<'a> {
    /// The title of the latest job.
    pub title: Option<String>,
    /// Years of work; none where no job adds any.
    pub years: Option<Years>,
    /// Those in this career.
    pub career_years: Option<Years>,
    /// The jobs, in the order of the file.
    pub jobs: Vec<ImportedJob<'a>>,
    /// Skills and their keywords, each name once.
    pub skills: Vec<Placed<'a, Skill>>,
    /// Certificates.
    pub certificates: Vec<Placed<'a, Certification>>,
    /// The highest degree that has been earned.
    pub education: Option<Education>,
    /// What became of the degrees.
    pub degrees: Kept,
    /// The place, where it is one that wages are published for.
    pub place: Option<&'a Area>,
    /// What became of the place.
    pub location: Kept,
    /// What was not taken as it stands: where, and what about it.
    pub warnings: Vec<(String, &'static str)>,
}

/// Reads a résumé in terms of the dataset.
pub fn imported<'a>(catalog: &'a Catalog, resume: &Resume, today: Date) -> Imported<'a> {
    let names = Names::of(catalog);
    let jobs: Vec<_> = resume.jobs.iter().map(|job| imported_job(&names, job, today)).collect();
    let own = jobs.iter().filter(|job| job.of_the_career);
    let education = highest(&resume.education, today);
    let place = located(catalog, &resume.location);
    let warnings = resume.warnings.iter().map(|warning| (warning.at.clone(), warning.what));
    Imported {
        title: latest(&jobs, today),
        years: experience(jobs.iter().filter_map(|job| job.stint), today),
        career_years: experience(own.filter_map(|job| job.stint), today),
        skills: skills(&names, resume),
        certificates: certificates(&names, resume),
        degrees: Kept::of(resume.education.first(), education.as_ref()),
        education,
        location: Kept::of(resume.location.city.as_ref(), place.as_ref()),
        place,
        jobs,
        warnings: warnings.collect(),
    }
}

impl ImportedJob<'_> {
    /// Why it adds no years of this career, where it doesn't.
    pub fn idle_here(&self) -> Option<Idle> {
        self.idle.or((!self.of_the_career).then_some(Idle::OtherWork))
    }
}

impl Imported<'_> {
    /// The profile that says the same.
    pub fn draft(&self) -> Draft {
        let jobs = self.jobs.iter().filter_map(|job| {
            let stint = job.stint?;
            Some((job.title.clone(), stint.start.to_string(), stint.end.map(|end| end.to_string())))
        });
        let mut seen = BTreeSet::new();
        let skills = self.skills.iter().map(|skill| {
            skill.known.map_or(skill.given.as_str(), |known| known.id.as_str()).to_owned()
        });
        let skills = skills.filter(|id| seen.insert(id.clone())).collect();
        let mut seen = BTreeSet::new();
        let certifications = self.certificates.iter().map(|held| {
            let id = held.known.map_or(held.given.as_str(), |known| known.id.as_str());
            (id.to_owned(), held.earned.map(|earned| earned.to_string()))
        });
        let certifications = certifications.filter(|(id, _)| seen.insert(id.clone())).collect();
        Draft {
            title: self.title.clone(),
            place: self.place.map(|area| area.title.to_string()),
            education: self.education.map(|education| education.word().to_owned()),
            jobs: jobs.collect(),
            skills,
            certifications,
            ..Draft::default()
        }
    }
}

/// A date as it can be read.
fn dated(written: &Written) -> Option<Date> {
    match &written.moment {
        Moment::Date(date) => date.parse().ok(),
        Moment::Ongoing | Moment::Unreadable => None,
    }
}

fn imported_job<'a>(names: &Names<'a>, job: &Job, today: Date) -> ImportedJob<'a> {
    let stint = stint(job);
    let given = |written: &Option<Written>| written.as_ref().map(|written| written.given.clone());
    ImportedJob {
        role: job.position.as_deref().and_then(|title| names.title(title)),
        of_the_career: job.position.as_deref().is_some_and(|of| names.is_of_the_career(of)),
        title: job.position.clone(),
        start: given(&job.start),
        end: given(&job.end),
        idle: stint.and_then(|stint| stint.days(today)).err(),
        stint: stint.ok(),
    }
}

fn stint(job: &Job) -> Result<Stint, Idle> {
    let start = job.start.as_ref().ok_or(Idle::NoStart)?;
    let start = dated(start).ok_or(Idle::Unreadable)?;
    let end = match &job.end {
        None => None,
        Some(end) if end.moment == Moment::Ongoing => None,
        Some(end) => Some(dated(end).ok_or(Idle::Unreadable)?),
    };
    Ok(Stint { start, end })
}

/// The title of the latest job that adds years, else of the first that has no dates.
fn latest(jobs: &[ImportedJob<'_>], today: Date) -> Option<String> {
    let titled = || jobs.iter().rev().filter(|job| job.title.is_some());
    let counted = titled().filter(|job| job.idle.is_none());
    let undated = || titled().rfind(|job| job.stint.is_none());
    let latest = counted.max_by_key(|job| job.stint.map(|stint| stint.lateness(today)));
    latest.or_else(undated)?.title.clone()
}

fn skills<'a>(names: &Names<'a>, resume: &Resume) -> Vec<Placed<'a, Skill>> {
    let mut seen = BTreeSet::new();
    let given = resume.skills.iter().flat_map(|skill| skill.name.iter().chain(&skill.keywords));
    let new = given.filter(|name| seen.insert(fold(name)));
    let placed =
        |name: &String| Placed { given: name.clone(), known: names.skill(name), earned: None };
    new.map(placed).collect()
}

fn certificates<'a>(names: &Names<'a>, resume: &Resume) -> Vec<Placed<'a, Certification>> {
    let placed = resume.certificates.iter().map(|certificate| Placed {
        given: certificate.name.clone(),
        known: names.certification(&certificate.name),
        earned: certificate.date.as_ref().and_then(dated),
    });
    placed.collect()
}

/// The place of a résumé, where its city stands in the title of exactly one metropolitan area of its state.
fn located<'a>(catalog: &'a Catalog, at: &Location) -> Option<&'a Area> {
    let country = at.country.as_deref().map(fold);
    if !matches!(country.as_deref(), None | Some("us" | "usa")) {
        return None;
    }
    let city = at.city.as_deref()?;
    let (city, region) = match (&at.region, city.rsplit_once(',')) {
        (Some(region), None) => (city, region.as_str()),
        (_, Some((city, region))) => (city, region),
        (None, None) => return None,
    };
    place_in(catalog, city.trim(), region.trim())
}

/// The highest degree that has ended, as far as its name tells.
fn highest(studies: &[Study], today: Date) -> Option<Education> {
    let ended = |study: &&Study| match (&study.start, &study.end) {
        (_, Some(end)) => dated(end).is_some_and(|end| end.first_day() <= today.last_day()),
        (start, None) => start.is_none(),
    };
    studies.iter().filter(ended).filter_map(|study| degree(&study.degree)).max()
}

/// What a degree is; a name that can mean several stays unsaid.
fn degree(name: &str) -> Option<Education> {
    let folded = fold(&name.replace('.', ""));
    let first = folded.split(' ').next().unwrap_or_default();
    let joined = folded.replace(' ', "");
    let is = |list: &[&str]| list.contains(&first) || list.contains(&joined.as_str());
    let begins = |list: &[&str]| list.iter().any(|word| folded.starts_with(word));
    match () {
        () if is(DIPLOMAS) || begins(DIPLOMA_BEGINNINGS) => Some(Education::SecondaryDiploma),
        () if is(DEGREES) || begins(DEGREE_BEGINNINGS) => Some(Education::FourYearDegree),
        () => None,
    }
}

const DIPLOMAS: &[&str] = &["ged", "abitur", "vwo", "matura", "hsd"];

const DIPLOMA_BEGINNINGS: &[&str] =
    &["high school", "secondary", "a level", "btec", "associate", "baccalaureat", "gymnasium"];

const DEGREES: &[&str] = &[
    "ab", "ba", "bba", "bcom", "beng", "bfa", "bs", "bsc", "bsee", "bsn", "btech", "llb", "sb",
    "ma", "mba", "mca", "meng", "mfa", "mphil", "mpa", "ms", "msc", "msn", "mtech", "sm", "dphil",
    "edd", "jd", "md", "phd",
];

const DEGREE_BEGINNINGS: &[&str] =
    &["bachelor", "master", "doctor", "licenciatura", "licentia", "magister"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_told_by_their_names_or_not_at_all() {
        for (name, expected) in [
            ("Bachelor", Some(Education::FourYearDegree)),
            ("B.S. in MIS", Some(Education::FourYearDegree)),
            ("M. Sc.", Some(Education::FourYearDegree)),
            ("Ph.D.", Some(Education::FourYearDegree)),
            ("Masters", Some(Education::FourYearDegree)),
            ("High School Diploma", Some(Education::SecondaryDiploma)),
            ("BTEC Level 3", Some(Education::SecondaryDiploma)),
            ("Associate of Arts", Some(Education::SecondaryDiploma)),
            ("Diploma", None),
            ("Certificate", None),
            ("", None),
        ] {
            assert_eq!(degree(name), expected, "{name}");
        }
    }
}
