//! `profile show`: who you are in terms of the dataset. Knows no file.

use serde::Serialize;

use super::jobs::{JobRow, OTHER_WORK};
use crate::catalog::{Catalog, Citation, Date, Noun, Usd, Years};
use crate::query::{
    Basis, Cut, Idle, Named, Names, Person, QueryError, SettingChoice, Standing, VintageChoice,
    Worked, basis, chosen, settings, standing_of, standpoint,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::salary::{self, WAGE_ONLY};
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// Who you are.
#[derive(Debug, Default, Serialize)]
struct YouRow {
    title: Option<String>,
    role: Option<String>,
    years: Option<Years>,
    worked: Option<Years>,
    level: Option<String>,
    phase: Option<String>,
    track: Option<String>,
    target: Option<String>,
    pay: Option<Usd>,
    percentile: Option<Standing>,
    place: Option<String>,
    percentile_there: Option<Standing>,
    education: Option<&'static str>,
    file: String,
    sources: Vec<Citation>,
}

impl Tabular for YouRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("title", "Title", |row| Cell::maybe(row.title.clone())),
        Column::words("role", "Read as", |row| Cell::maybe(row.role.clone())),
        Column::number("years", "Years", |row| {
            row.years.map_or(Cell::Empty, |years| Cell::YearsIn(years.number()))
        }),
        Column::data(Align::Right, "worked", "Years of work", |row| {
            row.worked.map_or(Cell::Empty, |years| Cell::YearsIn(years.number()))
        }),
        Column::words("level", "Level", |row| Cell::maybe(row.level.clone())),
        Column::words("phase", "Phase", |row| Cell::maybe(row.phase.clone())),
        Column::words("track", "Track", |row| Cell::maybe(row.track.clone())),
        Column::words("target", "Target", |row| Cell::maybe(row.target.clone())),
        Column::number("pay", "Pay", |row| row.pay.map_or(Cell::Empty, Cell::Money)),
        Column::number("percentile", "Percentile", |row| {
            row.percentile.map_or(Cell::Empty, Cell::Standing)
        }),
        Column::words("place", "Place", |row| Cell::maybe(row.place.clone())),
        Column::number("percentile_there", "Percentile there", |row| {
            row.percentile_there.map_or(Cell::Empty, Cell::Standing)
        }),
        Column::words("education", "Education", |row| Cell::maybe(row.education)),
        Column::words("file", "File", |row| Cell::text(row.file.clone())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// A skill that you have.
#[derive(Debug, Serialize)]
struct SkillRow {
    skill: String,
    id: Option<String>,
    evidence: Option<String>,
}

impl Tabular for SkillRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("skill", "Skill", |row| Cell::text(row.skill.clone())),
        Column::words("id", "Id", |row| {
            Cell::text(row.id.clone().unwrap_or_else(|| UNKNOWN.to_owned()))
        }),
        Column::words("evidence", "Evidence", |row| Cell::maybe(row.evidence.clone())),
    ];
}

/// A certificate that you hold.
#[derive(Debug, Serialize)]
struct HeldRow {
    certificate: String,
    id: Option<String>,
    earned: Option<Date>,
    expires: Option<Date>,
}

impl Tabular for HeldRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("certificate", "Certificate", |row| Cell::text(row.certificate.clone())),
        Column::words("id", "Id", |row| {
            Cell::text(row.id.clone().unwrap_or_else(|| UNKNOWN.to_owned()))
        }),
        Column::words("earned", "Earned", |row| row.earned.map_or(Cell::Empty, Cell::Date)),
        Column::words("expires", "Expires", |row| row.expires.map_or(Cell::Empty, Cell::Date)),
    ];
}

const UNKNOWN: &str = "(not in the dataset)";

const UNKNOWN_NAMES: &str =
    "match looks for names that are not in the dataset in postings; no level asks for them";

/// Who you are in terms of the dataset.
#[derive(Debug, Serialize)]
pub struct Profile {
    #[serde(skip)]
    said: Said,
    you: Rows<YouRow>,
    jobs: Rows<JobRow>,
    skills: Rows<SkillRow>,
    certificates: Rows<HeldRow>,
}

/// Shows a person, whose profile stands in a file.
///
/// # Errors
/// In a dataset without levels, phases or wages.
pub fn show(catalog: &Catalog, person: &Person<'_>, file: String) -> Result<Profile, QueryError> {
    let names = Names::of(catalog);
    let (you, notes) = you(catalog, &names, person, file)?;
    let jobs = person.jobs.iter().map(|job| job_row(&names, job)).collect();
    let skills = person.skills.iter().map(|had| {
        let (skill, id) = told(&had.skill);
        SkillRow { skill, id, evidence: had.evidence.clone() }
    });
    let held = person.certifications.iter().chain(&person.lapsed).map(|held| {
        let (certificate, id) = told(&held.certification);
        HeldRow { certificate, id, earned: held.earned, expires: held.expires }
    });
    Ok(Profile {
        said: Said::from(answer(&you, person))
            .noting(notes)
            .hinting([command(["roadmap"]), command(["certs"])]),
        you: Rows::new("you", Layout::Record, vec![you]),
        jobs: Rows::new("jobs", Layout::Table, jobs).under(line!["Jobs"]),
        skills: Rows::new("skills", Layout::Table, skills.collect())
            .under(line!["Skills and tools"]),
        certificates: Rows::new("certificates", Layout::Table, held.collect())
            .under(line!["Certificates"]),
    })
}

fn job_row(names: &Names<'_>, job: &Worked) -> JobRow {
    let role = job.title.as_deref().and_then(|title| names.title(title));
    JobRow::new(job.title.clone(), role.as_ref(), [None, None], Some(job.stint), job.idle)
}

/// What something is called, and its id where the dataset has it.
fn told<T: Noun>(named: &Named<'_, T>) -> (String, Option<String>) {
    match named.known {
        Some(known) => (known.title().to_owned(), Some(known.id().as_str().to_owned())),
        None => (named.given.clone(), None),
    }
}

fn you(
    catalog: &Catalog,
    names: &Names<'_>,
    person: &Person<'_>,
    file: String,
) -> Result<(YouRow, Vec<Line>), QueryError> {
    let title = person.title.as_ref().map(|title| title.given.clone());
    let placed = title.as_deref().and_then(|title| names.title(title));
    let here = person.years.map(|years| standpoint(catalog, years)).transpose()?;
    let by_years = here.as_ref().map(|here| here.level.of);
    let mut row = YouRow {
        role: placed.as_ref().map(|placed| placed.found.role.title.to_string()),
        title,
        years: person.years,
        worked: person.worked,
        level: person.level.or(by_years).map(|level| level.title.to_string()),
        phase: here.as_ref().map(|here| here.phase.of.title.to_string()),
        track: person.track.map(|track| track.title.to_string()),
        target: person.target.map(|level| level.title.to_string()),
        pay: person.pay,
        place: person.place.clone(),
        education: person.education.map(|education| education.word()),
        file,
        ..YouRow::default()
    };
    let mut notes = Vec::new();
    if let Some(word) = placed.and_then(|placed| placed.dropped) {
        notes.push(line!["the title is read without ", &word]);
    }
    if let (Some(said), Some(level)) = (person.level, by_years.filter(|_| person.level.is_some())) {
        let differs = said.id != level.id;
        notes.extend(differs.then(|| line!["by your years alone the level is ", &level.title]));
    }
    notes.extend(pay(catalog, person, &mut row)?);
    let idle = person.jobs.iter().filter(|job| job.idle.is_some()).count();
    notes.extend((idle > 0).then(|| line!["jobs that add no years: ", Cell::Count(idle as u64)]));
    let other = person.jobs.iter().any(|job| job.idle == Some(Idle::OtherWork));
    notes.extend(other.then_some(OTHER_WORK.into()));
    let unknown = person.skills.iter().any(|had| had.skill.known.is_none())
        || person.certifications.iter().any(|held| held.certification.known.is_none());
    notes.extend(unknown.then(|| UNKNOWN_NAMES.into()));
    let lapsed = person.lapsed.iter().map(|held| held.certification.title().to_owned());
    let lapsed: Vec<String> = lapsed.collect();
    notes.extend(
        (!lapsed.is_empty()).then(|| line!["run out, so not counted: ", Cell::list(lapsed)]),
    );
    Ok((row, notes))
}

/// Puts in which percentile the pay is, in the nation and in the place; what to know of that.
fn pay(catalog: &Catalog, person: &Person<'_>, row: &mut YouRow) -> Result<Vec<Line>, QueryError> {
    let Some(pay) = person.pay else { return Ok(Vec::new()) };
    let cut = basis(catalog)?;
    let there = person.place.as_ref().and_then(|place| cut_there(catalog, place).ok());
    let standing = standing_of(cut.row, pay);
    row.percentile = Some(standing);
    row.percentile_there = there.map(|there| standing_of(there.row, pay));
    row.sources = vec![cut.citation()];
    row.sources.extend(there.map(|there| there.citation()));
    row.sources.dedup();
    let bases = [Some(standing), row.percentile_there];
    let bases: Vec<Basis> = bases.into_iter().flatten().map(Standing::basis).collect();
    let estimated = bases.into_iter().any(|basis| basis == Basis::Estimate);
    let of = line![
        "percentiles are of ",
        &cut.occupation.title,
        ", ",
        &cut.vintage.title,
        "; ",
        WAGE_ONLY
    ];
    Ok(std::iter::once(of).chain(estimated.then(salary::estimated)).collect())
}

/// The wages of the default occupation in a place.
fn cut_there<'a>(catalog: &'a Catalog, place: &str) -> Result<Cut<'a>, QueryError> {
    let places = SettingChoice::Places(vec![place.to_owned()]);
    let unheld = || QueryError::NoneOf(crate::catalog::Kind::Place);
    let setting = settings(catalog, &places)?.into_iter().next().ok_or_else(unheld)?;
    let usual = catalog.occupations().get(&catalog.about().default_occupation);
    let cuts = chosen(catalog, usual, setting, &VintageChoice::Newest)?;
    cuts.into_iter().next().ok_or_else(unheld)
}

/// `10.9 years, from 3 jobs: Senior level, phase Shape strategy; 4 skills and 2 certificates`.
fn answer(you: &YouRow, person: &Person<'_>) -> Line {
    let mut parts = Vec::new();
    if let Some(years) = you.years {
        let level = you.level.as_ref().map(|level| line![": ", level, " level"]);
        let phase = you.phase.as_ref().map(|phase| line![", phase ", phase]);
        let all = person.worked.filter(|all| person.counted && *all != years);
        let of = all.map(|all| {
            line![" in roles of this career, of ", Cell::YearsIn(all.number()), " of work"]
        });
        let of = of.unwrap_or_default();
        let counted = person.counted.then(|| of.then(line![", counted from your jobs"]));
        let words = Line::years(years.number());
        let more = counted.into_iter().chain(level).chain(phase);
        parts.push(more.fold(words, Line::then));
    } else {
        let worked = person.worked.map(|all| Line::years(all.number()));
        let elsewhere = || line![" of work, none of it in roles of this career"];
        parts.extend(worked.map(|all| all.then(elsewhere())));
        parts.extend(you.level.as_ref().map(|level| line![level, " level"]));
    }
    parts.extend(you.title.as_ref().map(|title| line![title]));
    let count = |number: usize, one: &'static str, several: &'static str| {
        (number > 0).then(|| Line::counted(number, one, several))
    };
    parts.extend(count(person.skills.len(), "skill", "skills"));
    parts.extend(count(person.certifications.len(), "certificate", "certificates"));
    match parts.is_empty() {
        true => line!["This profile says nothing yet: ", &you.file],
        false => Line::joined(parts, "; "),
    }
}

impl Report for Profile {
    fn name(&self) -> &'static str {
        "profile"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.you, &mut self.jobs, &mut self.skills, &mut self.certificates]
    }
}
