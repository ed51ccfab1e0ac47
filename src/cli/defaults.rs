//! What a profile puts in the place of what was not typed. Typed options win; what doesn't fit them is left out and
//! said.

use super::command::Question;
use crate::catalog::Catalog;
use crate::query::{Names, Person};
use crate::report::{Field, LeftOut, Yours};

/// Whether a profile changes the answer to a question.
pub fn wants(question: &Question) -> bool {
    matches!(
        question,
        Question::Roadmap { .. }
            | Question::Salary(_)
            | Question::Certs { cert: None, .. }
            | Question::Routes(_)
    )
}

/// Fills what was not typed from a profile, and tells what of it is used.
pub fn fill(question: &mut Question, catalog: &Catalog, person: &Person<'_>) -> Yours {
    let mut yours = Yours::default();
    match question {
        Question::Roadmap { years, track, .. } => {
            if let (None, Some(said)) = (&years, person.years) {
                *years = Some(said);
                uses_years(person, &mut yours);
            }
            if let (None, Some(said)) = (&track, person.track) {
                *track = Some(said.id.as_str().to_owned());
                yours.uses(Field::Track);
            }
        }
        Question::Certs { cert: None, .. } => {
            if person.years.is_some() {
                uses_years(person, &mut yours);
            }
            if !person.certifications.is_empty() {
                yours.uses(Field::Certificates);
            }
        }
        Question::Salary(salary) => salary.fill(catalog, person, &mut yours),
        Question::Routes(routes) => routes.fill(catalog, person, &mut yours),
        _ => (),
    }
    yours
}

fn uses_years(person: &Person<'_>, yours: &mut Yours) {
    yours.uses(Field::Years);
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
