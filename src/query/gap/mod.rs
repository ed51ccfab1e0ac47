//! What a level asks for that a person does not show. Knows no pay and no words.

mod demand;
mod goal;

pub use demand::{Demanded, Shown};
pub use goal::{Aim, Goal};

use super::asks::{asked_certifications, asked_skills};
use super::error::QueryError;
use super::person::Person;
use super::progression::standpoint;
use crate::catalog::{
    Catalog, Certification, CertificationId, Level, Skill, SkillId, Statement, Years,
};
use demand::demanded;
use goal::goal;

/// What a level asks for, each thing with what shows it.
#[derive(Debug)]
pub struct Gap<'a> {
    /// The level to reach, and why that one.
    pub goal: Goal<'a>,
    /// How many years are to go to its first one; `None` where neither years nor a level are told.
    pub years_to_go: Option<f64>,
    /// Skills and tools, in the order of phases.
    pub skills: Vec<Demanded<'a, Skill>>,
    /// Certificates, in the order of phases.
    pub certifications: Vec<Demanded<'a, Certification>>,
    /// How large the work is there, as far as that is not said of the level one is on.
    pub scope: Vec<&'a Statement>,
    /// What one does there, likewise.
    pub duties: Vec<&'a Statement>,
    /// What gets one promoted there, with the level from which it does.
    pub promotion: Vec<(&'a Level, &'a Statement)>,
}

/// Something missing, of either kind.
#[derive(Debug, Clone, Copy)]
pub enum Missing<'g, 'a> {
    /// A skill or tool.
    Skill(&'g Demanded<'a, Skill>),
    /// A certificate.
    Certification(&'g Demanded<'a, Certification>),
}

/// What orders things that are asked for: those of phases long behind last, then the earliest phase, then what most
/// sources name.
fn order<T>(of: &Demanded<'_, T>) -> (bool, usize, usize) {
    (of.long_behind, of.phase_index, usize::MAX - of.named_by.len())
}

impl Missing<'_, '_> {
    fn order(&self) -> (bool, usize, usize) {
        match self {
            Missing::Skill(of) => order(of),
            Missing::Certification(of) => order(of),
        }
    }
}

/// Holds what a level asks for against what a person shows.
///
/// # Errors
/// When there is no such level, or in a dataset without levels or phases.
pub fn gap<'a>(
    catalog: &'a Catalog,
    person: &Person<'a>,
    to: Option<&str>,
) -> Result<Gap<'a>, QueryError> {
    let goal = goal(catalog, person, to)?;
    let level = goal.level;
    let track = person.track.map(|track| &track.id);
    let mut skills = demanded(
        catalog,
        level,
        asked_skills(catalog, level, track),
        |alternatives, skill: &Skill| alternatives.skills.contains(&skill.id),
        Skill::named_by,
        |skill| shows_skill(person, &skill.id),
    )?;
    let mut certifications = demanded(
        catalog,
        level,
        asked_certifications(catalog, level, track),
        |alternatives, of: &Certification| alternatives.certifications.contains(&of.id),
        Certification::named_by,
        |of| shows_certification(person, &of.id),
    )?;
    let here = person.years.map(|years| standpoint(catalog, years)).transpose()?;
    let here = here.map_or(0, |here| here.phase.index);
    arrange(&mut skills, here);
    arrange(&mut certifications, here);
    let new = |said: fn(&Level) -> &[Statement]| -> Vec<&'a Statement> {
        let known = goal.from.filter(|from| from.id != level.id).map_or(&[][..], said);
        let is_new = |new: &&Statement| known.iter().all(|known| known.text != new.text);
        said(level).iter().filter(is_new).collect()
    };
    Ok(Gap {
        years_to_go: years_to_go(person, &goal),
        skills,
        certifications,
        scope: new(|level| &level.scope),
        duties: new(|level| &level.duties),
        promotion: promotion(catalog, &goal),
        goal,
    })
}

/// How many phases behind one's own a phase is long behind.
const LONG_BEHIND: usize = 2;

/// Puts what is asked for in order, seen from one's own phase.
fn arrange<T>(all: &mut [Demanded<'_, T>], here: usize) {
    for of in all.iter_mut() {
        of.long_behind = of.phase_index + LONG_BEHIND <= here;
    }
    all.sort_by_key(order);
}

/// What arithmetic in binary adds at most.
const TINY: f64 = 1e-6;

/// Those who hold the level, or one above, have its years.
fn years_to_go(person: &Person<'_>, goal: &Goal<'_>) -> Option<f64> {
    if person.level.is_some_and(|level| level.id >= goal.level.id) {
        return Some(0.0);
    }
    let years = person.years.map(Years::number)?;
    // To a tenth, upwards, so that nobody is there too early.
    let left = f64::from(goal.level.years.from) - years;
    Some(((left * 10.0 - TINY).ceil() / 10.0).max(0.0))
}

/// What is said of every level that is left on the way.
fn promotion<'a>(catalog: &'a Catalog, goal: &Goal<'a>) -> Vec<(&'a Level, &'a Statement)> {
    let left = catalog.levels().iter().filter(|level| level.id < goal.level.id);
    let first = goal.from.map(|from| &from.id);
    let on_the_way = left.filter(|level| first.is_none_or(|first| level.id >= *first));
    on_the_way.flat_map(|level| level.promotion.iter().map(move |said| (level, said))).collect()
}

/// What shows a skill: that it is told, or a certificate that covers it.
pub(super) fn shows_skill<'a>(person: &Person<'a>, id: &SkillId) -> Option<Shown<'a>> {
    if person.skill(id).is_some() {
        return Some(Shown::Told);
    }
    let held = person.certifications.iter().filter_map(|held| held.certification.known);
    held.flat_map(|held| held.covers.iter().map(move |covers| (held, covers)))
        .find(|(_, covers)| covers.skill == *id)
        .map(|(held, covers)| Shown::Covered(held, covers))
}

fn shows_certification<'a>(person: &Person<'a>, id: &CertificationId) -> Option<Shown<'a>> {
    person.certification(id).map(|_| Shown::Told)
}

impl<'a> Gap<'a> {
    /// Whether the level asks for nothing that is not shown, as far as a person can tell: years, skills, and certificates
    /// that a source calls required.
    pub fn is_met(&self) -> bool {
        let certificates = self.certifications.iter().filter(|of| of.required);
        self.years_to_go == Some(0.0)
            && self.skills.iter().all(|of| !of.is_missing())
            && certificates.clone().all(|of| !of.is_missing())
    }

    /// What is missing, in the order in which to do it.
    pub fn first(&self) -> Vec<Missing<'_, 'a>> {
        let skills = self.skills.iter().filter(|of| of.is_missing()).map(Missing::Skill);
        let certifications = self.certifications.iter().filter(|of| of.is_missing());
        let mut all: Vec<Missing<'_, 'a>> =
            skills.chain(certifications.map(Missing::Certification)).collect();
        all.sort_by_key(Missing::order);
        all
    }
}
