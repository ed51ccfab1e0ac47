//! Who a profile is of: its values in terms of the dataset, or what doesn't fit and where. Knows no file and no clock.

use std::ops::Range;

use super::error::QueryError;
use super::experience::{Idle, Stint, experience};
use super::lookup::lookup;
use super::person::{Had, Held, Named, Person};
use super::placing::Names;
use crate::catalog::{Catalog, Collection, Date, Education, Noun, Usd, Years};
use crate::profile::{Profile, Text};

/// A job that one holds or held.
#[derive(Debug, Clone)]
pub struct Worked {
    /// Its title.
    pub title: Option<String>,
    /// When.
    pub stint: Stint,
    /// Why it adds no years, where it doesn't.
    pub idle: Option<Idle>,
}

/// Something in a profile that doesn't fit, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Misfit {
    /// Its place in the text, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a value of a profile.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// The dataset has none of this name.
    Name(QueryError),
    /// It is no date.
    Date(String),
    /// It is no number of years that somebody may have worked.
    Years,
    /// It is nothing that somebody may be paid in a year.
    Pay,
    /// It is no education that we tell apart.
    Education(String),
}

/// What somebody may be paid in a year; less is more likely thousands, or an hour's pay.
const LIKELY: Range<f64> = 1_000.0..1e9;

/// Who a profile is of. Names of skills, certificates and titles that the dataset doesn't have are kept as given.
///
/// # Errors
/// The first value that doesn't fit, in the order of the fields.
pub fn person<'a>(
    catalog: &'a Catalog,
    profile: &Profile,
    today: Date,
) -> Result<Person<'a>, Misfit> {
    let names = Names::of(catalog);
    let years = profile.years.as_ref().map(|years| {
        Years::new(*years.get_ref()).ok_or_else(|| Misfit { span: years.span(), why: Why::Years })
    });
    let pay = profile.pay.as_ref().map(|pay| {
        let likely = Some(*pay.get_ref()).filter(|dollars| LIKELY.contains(dollars));
        likely.and_then(Usd::new).ok_or_else(|| Misfit { span: pay.span(), why: Why::Pay })
    });
    let said = years.transpose()?;
    let jobs = jobs(&names, profile, today)?;
    let worked = experience(jobs.iter().map(|job| job.stint), today);
    let own = jobs.iter().filter(|job| job.idle != Some(Idle::OtherWork));
    let counted = experience(own.map(|job| job.stint), today);
    let all = certifications(&names, profile)?;
    let runs = |held: &Held<'_>| held.expires.is_none_or(|end| end.last_day() >= today.first_day());
    let (held, lapsed) = all.into_iter().partition(runs);
    let elsewhere = |title: &Text| !names.is_of_the_career(title.get_ref().trim());
    Ok(Person {
        title_elsewhere: said.is_some() && profile.title.as_ref().is_some_and(elsewhere),
        title: profile.title.as_ref().map(|title| Named {
            given: title.get_ref().trim().to_owned(),
            known: names
                .title(title.get_ref())
                .filter(|t| t.dropped.is_none())
                .map(|t| t.found.role),
        }),
        years: said.or(counted),
        counted: said.is_none() && counted.is_some(),
        worked,
        jobs,
        level: found(catalog.levels(), profile.level.as_ref())?,
        track: found(catalog.tracks(), profile.track.as_ref())?,
        target: found(catalog.levels(), profile.target.as_ref())?,
        pay: pay.transpose()?,
        place: profile.place.as_ref().map(|place| place.get_ref().trim().to_owned()),
        education: education(profile.education.as_ref())?,
        skills: skills(&names, profile),
        certifications: held,
        lapsed,
    })
}

fn found<'a, T: Noun>(
    entries: &'a Collection<T>,
    name: Option<&Text>,
) -> Result<Option<&'a T>, Misfit> {
    let misfit = |text: &Text, error| Misfit { span: text.span(), why: Why::Name(error) };
    name.map(|text| lookup(entries, text.get_ref()).map_err(|error| misfit(text, error)))
        .transpose()
}

fn date(text: &Text) -> Result<Date, Misfit> {
    let given = text.get_ref();
    let why = || Why::Date(given.clone());
    given.trim().parse().map_err(|_| Misfit { span: text.span(), why: why() })
}

fn education(text: Option<&Text>) -> Result<Option<Education>, Misfit> {
    let Some(text) = text else { return Ok(None) };
    let given = text.get_ref();
    let known = Education::ALL.into_iter().find(|known| known.word() == given.trim());
    let misfit = || Misfit { span: text.span(), why: Why::Education(given.clone()) };
    known.map(Some).ok_or_else(misfit)
}

fn jobs(names: &Names<'_>, profile: &Profile, today: Date) -> Result<Vec<Worked>, Misfit> {
    let jobs = profile.jobs.iter().map(|job| {
        let end = job.end.as_ref().map(date).transpose()?;
        let stint = Stint { start: date(&job.start)?, end };
        let title = job.title.as_ref().map(|title| title.get_ref().trim().to_owned());
        let own = title.as_ref().is_some_and(|title: &String| names.is_of_the_career(title));
        let idle = stint.days(today).err().or((!own).then_some(Idle::OtherWork));
        Ok(Worked { title, idle, stint })
    });
    jobs.collect()
}

fn skills<'a>(names: &Names<'a>, profile: &Profile) -> Vec<Had<'a>> {
    let skills = profile.skills.iter().map(|skill| {
        let given = skill.id.get_ref().trim();
        let skill_named = Named { given: given.to_owned(), known: names.skill(given) };
        let evidence = skill.evidence.as_ref().map(|text| text.trim().to_owned());
        Had { skill: skill_named, evidence }
    });
    skills.collect()
}

fn certifications<'a>(names: &Names<'a>, profile: &Profile) -> Result<Vec<Held<'a>>, Misfit> {
    let held = profile.certifications.iter().map(|held| {
        let given = held.id.get_ref().trim();
        Ok(Held {
            certification: Named { given: given.to_owned(), known: names.certification(given) },
            earned: held.earned.as_ref().map(date).transpose()?,
            expires: held.expires.as_ref().map(date).transpose()?,
        })
    });
    held.collect()
}
