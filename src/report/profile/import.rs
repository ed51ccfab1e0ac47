//! `profile import`: what a résumé was understood to say, and what could not be placed. Knows no JSON.

use serde::Serialize;

use super::jobs::{JobRow, OTHER_WORK};
use crate::catalog::{Certification, Date, Noun, Years};
use crate::query::{Imported, Kept, Placed};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// A skill or certificate of a résumé.
#[derive(Debug, Serialize)]
struct PlacedRow {
    given: String,
    id: Option<String>,
    title: Option<String>,
    earned: Option<Date>,
}

impl PlacedRow {
    fn new<T: Noun>(placed: &Placed<'_, T>) -> Self {
        PlacedRow {
            given: placed.given.clone(),
            id: placed.known.map(|known| known.id().as_str().to_owned()),
            title: placed.known.map(|known| known.title().to_owned()),
            earned: placed.earned,
        }
    }

    fn all<T: Noun>(placed: &[Placed<'_, T>]) -> Vec<PlacedRow> {
        placed.iter().map(PlacedRow::new).collect()
    }
}

impl Tabular for PlacedRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("given", "In the résumé", |row| Cell::text(row.given.clone())),
        Column::words("title", "Placed as", |row| {
            Cell::text(row.title.clone().unwrap_or_else(|| "not placed".to_owned()))
        }),
        Column::data(Align::Left, "id", "Id", |row| Cell::maybe(row.id.clone())),
        Column::words("earned", "Earned", |row| row.earned.map_or(Cell::Empty, Cell::Date)),
    ];
}

/// Something that was not taken as it stands.
#[derive(Debug, Serialize)]
struct WarningRow {
    at: String,
    warning: &'static str,
}

impl Tabular for WarningRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("at", "At", |row| Cell::text(row.at.clone())),
        Column::words("warning", "Warning", |row| Cell::text(row.warning)),
    ];
}

/// What a résumé was understood to say.
#[derive(Debug, Serialize)]
pub struct ImportedReport {
    #[serde(skip)]
    said: Said,
    file: String,
    title: Option<String>,
    years: Option<Years>,
    career_years: Option<Years>,
    education: Option<&'static str>,
    place: Option<String>,
    jobs: Rows<JobRow>,
    skills: Rows<PlacedRow>,
    certificates: Rows<PlacedRow>,
    warnings: Rows<WarningRow>,
}

/// Tells what was written of a résumé, and what not.
pub fn imported(file: String, imported: &Imported<'_>) -> ImportedReport {
    let jobs = imported.jobs.iter().map(|job| {
        let given = [job.start.clone(), job.end.clone()];
        JobRow::new(job.title.clone(), job.role.as_ref(), given, job.stint, job.idle_here())
    });
    let warnings =
        imported.warnings.iter().map(|(at, warning)| WarningRow { at: at.clone(), warning });
    ImportedReport {
        said: Said::from(answer(imported))
            .noting(notes(&file, imported))
            .hinting([command(["profile", "show"]), command(["roadmap"])]),
        title: imported.title.clone(),
        years: imported.years,
        career_years: imported.career_years,
        education: imported.education.map(|education| education.word()),
        place: imported.place.map(|area| area.title.to_string()),
        jobs: Rows::new("jobs", Layout::Table, jobs.collect()).under(line!["Jobs"]),
        skills: Rows::new("skills", Layout::Table, PlacedRow::all(&imported.skills))
            .under(line!["Skills and tools"])
            .showing(&["given", "title"]),
        certificates: certificates(&imported.certificates),
        warnings: Rows::new("warnings", Layout::Table, warnings.collect())
            .under(line!["Not taken as it stands"]),
        file,
    }
}

fn certificates(placed: &[Placed<'_, Certification>]) -> Rows<PlacedRow> {
    Rows::new("certificates", Layout::Table, PlacedRow::all(placed)).under(line!["Certificates"])
}

/// `10.9 years in 3 jobs, none of it in roles of this career; latest title Senior Software Engineer; 1 of 2 certificates and 4 of 9 skills placed`.
fn answer(imported: &Imported<'_>) -> Line {
    let all = imported.jobs.len();
    let counted = imported.jobs.iter().filter(|job| job.idle.is_none()).count();
    let count = |number: usize| Cell::Count(number as u64);
    let jobs = match (counted, all) {
        (some, all) if some == all => Line::counted(all, "job", "jobs"),
        (some, all) => line![count(some), " of ", count(all), " jobs"],
    };
    let years = match imported.years {
        Some(years) => Line::years(years.number())
            .then(line![" in "])
            .then(jobs)
            .then(in_the_career(years, imported.career_years)),
        None => line!["No years of experience in "].then(jobs),
    };
    let title = match &imported.title {
        Some(title) => line!["; latest title ", title],
        None => line!["; no title"],
    };
    let placed = |known: usize, all: usize, words: &'static str| {
        (all > 0).then(|| line![count(known), " of ", count(all), words])
    };
    let known = |known: usize, all, words| placed(known, all, words);
    let certificates = imported.certificates.iter().filter(|held| held.known.is_some()).count();
    let skills = imported.skills.iter().filter(|had| had.known.is_some()).count();
    let parts = [
        known(certificates, imported.certificates.len(), " certificates"),
        known(skills, imported.skills.len(), " skills"),
    ];
    let parts: Vec<Line> = parts.into_iter().flatten().collect();
    let head = years.then(title);
    match parts.is_empty() {
        true => head,
        false => head.then("; ".into()).then(Line::joined(parts, " and ")).then(" placed".into()),
    }
}

/// How many of some years are those of this career.
fn in_the_career(all: Years, own: Option<Years>) -> Line {
    match own {
        None => line![", none of it in roles of this career"],
        Some(own) if own == all => line![", all of it in roles of this career"],
        Some(own) => line![", of which ", Cell::YearsIn(own.number()), " in roles of this career"],
    }
}

fn notes(file: &String, imported: &Imported<'_>) -> Vec<Line> {
    let left_out = imported.jobs.iter().filter(|job| job.stint.is_none()).count();
    let unplaced = imported.skills.iter().any(|skill| skill.known.is_none())
        || imported.certificates.iter().any(|held| held.known.is_none());
    let mut notes = vec![line!["written to ", file, ", which is yours to edit"]];
    if let Some(place) = imported.place {
        notes.push(line!["place: ", &place.title]);
    }
    if let Some(education) = imported.education {
        notes.push(line!["education: ", Cell::text(education.words())]);
    }
    notes.extend((imported.career_years != imported.years).then_some(OTHER_WORK.into()));
    notes.extend((imported.location == Kept::LeftOut).then_some(NO_PLACE.into()));
    notes.extend((imported.degrees == Kept::LeftOut).then_some(NO_DEGREE.into()));
    notes.extend((left_out > 0).then_some(NO_DATES.into()));
    notes.extend(unplaced.then_some(UNPLACED.into()));
    notes
}

const NO_PLACE: &str =
    "the place is left out: it stands in the title of no metropolitan area of the US that we hold";

const NO_DEGREE: &str =
    "the degrees are left out: none has ended, or their names can mean several things";

const NO_DATES: &str = "a job without dates that can be read is not in the profile";

const UNPLACED: &str = "names are placed only where they are exactly ours; what is not placed is kept as it is: match \
                        looks for it in postings, and no level asks for it";

impl Report for ImportedReport {
    fn name(&self) -> &'static str {
        "profile-import"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.jobs, &mut self.skills, &mut self.certificates, &mut self.warnings]
    }
}
