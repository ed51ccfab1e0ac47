//! What a profile puts in the place of what was not typed. Typed options win; what doesn't fit them is left out and
//! said.

use super::command::Question;
use crate::catalog::{Catalog, Certification, Years};
use crate::query::{
    Names, OccupationChoice, Person, SettingChoice, VintageChoice, holds, lookup, standpoint,
};
use crate::report::{Field, LeftOut, Yours};

/// Whether a profile changes the answer to a question.
pub fn wants(question: &Question) -> bool {
    matches!(
        question,
        Question::Roadmap { .. }
            | Question::Salary(_)
            | Question::Certs { .. }
            | Question::Gap(_)
            | Question::Match(_)
            | Question::Routes(_)
    )
}

/// Fills what was not typed from a profile, and tells what of it is used.
pub fn fill(question: &mut Question, catalog: &Catalog, person: &Person<'_>) -> Yours {
    let mut yours = Yours::default();
    match question {
        Question::Roadmap { years, track, .. } => {
            if years.is_none() {
                *years = person.years;
                uses_years(person, &mut yours);
            }
            let here = years.and_then(|years| standpoint(catalog, years).ok());
            let differs = here.zip(person.level).filter(|(here, said)| here.level.of.id != said.id);
            if let Some((_, said)) = differs {
                yours.leaves_out(Field::Level, &said.title, LeftOut::NoYears);
            }
            if let (None, Some(said)) = (&track, person.track) {
                *track = Some(said.id.as_str().to_owned());
                yours.uses(Field::Track);
            }
        }
        Question::Certs { cert: None, eligible, .. } if eligible.eligible => {
            uses_what_one_has(person, eligible.typed_years(), &mut yours);
            if eligible.untyped_education() && person.education.is_some() {
                yours.uses(Field::Education);
            }
        }
        Question::Gap(gap) => gap.fill(catalog, person, &mut yours),
        Question::Match(postings) => postings.fill(catalog, person, &mut yours),
        Question::Certs { cert: Some(name), .. } => {
            let found = lookup(catalog.certifications(), name).ok();
            let yours_is = |cert: &Certification| {
                person.certification(&cert.id).or(person.lapsed(&cert.id)).is_some()
            };
            if found.is_some_and(yours_is) {
                yours.uses(Field::Certificates);
            }
        }
        Question::Certs { cert: None, .. } => {
            uses_years(person, &mut yours);
            uses_certificates(person, &mut yours);
        }
        Question::Salary(salary) => salary.fill(catalog, person, &mut yours),
        Question::Routes(routes) => routes.fill(catalog, person, &mut yours),
        _ => (),
    }
    yours
}

/// Tells that years, skills and certificates are used, years only where none are typed.
pub fn uses_what_one_has(person: &Person<'_>, typed: Option<Years>, yours: &mut Yours) {
    if typed.is_none() {
        uses_years(person, yours);
    }
    if !person.skills.is_empty() {
        yours.uses(Field::Skills);
    }
    uses_certificates(person, yours);
}

fn uses_certificates(person: &Person<'_>, yours: &mut Yours) {
    if !person.certifications.is_empty() {
        yours.uses(Field::Certificates);
    }
    for lapsed in &person.lapsed {
        yours.leaves_out(Field::Certificates, lapsed.certification.title(), LeftOut::Lapsed);
    }
}

/// The place of a profile, where pay is held of it; else says that it is left out.
pub fn place<'p>(catalog: &Catalog, person: &'p Person<'_>, yours: &mut Yours) -> Option<&'p str> {
    let given = person.place.as_deref()?;
    let known = place_with_pay(catalog, person, yours);
    if known.is_none() {
        yours.leaves_out(Field::Place, given, LeftOut::Unknown);
    }
    known
}

/// The place of a profile, where pay is held of it.
pub fn place_with_pay<'p>(
    catalog: &Catalog,
    person: &'p Person<'_>,
    yours: &mut Yours,
) -> Option<&'p str> {
    let given = person.place.as_deref()?;
    let there = SettingChoice::Places(vec![given.to_owned()]);
    let known = holds(catalog, &OccupationChoice::Usual, &there, &VintageChoice::Newest);
    known.then(|| yours.uses(Field::Place))?;
    Some(given)
}

/// Tells of the years of a profile, or that those of other work are left out.
fn uses_years(person: &Person<'_>, yours: &mut Yours) {
    if let Some(elsewhere) = person.years_elsewhere() {
        return yours.leaves_out_work(elsewhere);
    }
    if person.years.is_none() {
        return;
    }
    yours.uses(Field::Years);
    if let Some(title) = person.title.as_ref().filter(|_| person.title_elsewhere) {
        yours.counts_beside(&title.given);
    }
    let idle = person.jobs.iter().filter(|job| job.idle.is_some()).count();
    yours.counts_without(if person.counted { idle } else { 0 });
}

/// The title of a profile as a role's name; a word that tells how senior one is may be left out.
pub fn title(catalog: &Catalog, person: &Person<'_>, yours: &mut Yours) -> Option<String> {
    let given = &person.title.as_ref()?.given;
    let Some(placed) = Names::of(catalog).title(given) else {
        yours.leaves_out(Field::Title, given, LeftOut::Unknown);
        return None;
    };
    if let Some(word) = &placed.dropped {
        yours.reads_without(word);
    }
    Some(placed.title)
}
