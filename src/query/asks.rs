//! What a level asks for: what a source says of it, plus the phases that begin no later. Knows nobody's skills.

use serde::Serialize;

use crate::catalog::{
    Catalog, Certification, Level, Mention, Noun, PhaseId, Role, Skill, TrackId, fits_track,
};

/// Why a level asks for something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A source says so of the level.
    Level,
    /// It belongs to a phase that begins no later than the level does.
    Phase(PhaseId),
}

/// Something that a level asks for, with the mention that says so.
#[derive(Debug)]
pub struct Asked<'a, T> {
    /// The skill or certificate.
    pub of: &'a T,
    /// Why.
    pub basis: Basis,
    /// What is said.
    pub mention: &'a Mention,
    /// All that is said of it for this level: of the level itself first, then by phase.
    pub mentions: Vec<&'a Mention>,
}

/// The skills and tools that a level asks for, on one track or any.
pub fn asked_skills<'a>(
    catalog: &'a Catalog,
    level: &Level,
    track: Option<&TrackId>,
) -> Vec<Asked<'a, Skill>> {
    asked(catalog, level, track, catalog.skills().iter(), |skill| &skill.mentions)
}

/// The certificates that a level asks for, on one track or any.
pub fn asked_certifications<'a>(
    catalog: &'a Catalog,
    level: &Level,
    track: Option<&TrackId>,
) -> Vec<Asked<'a, Certification>> {
    let all = catalog.certifications().iter();
    asked(catalog, level, track, all, |certification| &certification.mentions)
}

/// The skills and tools that the level of one role asks for and that of another does not; none where either is on no
/// level.
pub fn newly_asked_skills<'a>(
    catalog: &'a Catalog,
    before: &Role,
    role: &Role,
) -> Vec<Asked<'a, Skill>> {
    newly_asked(catalog, [before, role], asked_skills)
}

/// The certificates that the level of one role asks for and that of another does not; none where either is on no level.
pub fn newly_asked_certifications<'a>(
    catalog: &'a Catalog,
    before: &Role,
    role: &Role,
) -> Vec<Asked<'a, Certification>> {
    newly_asked(catalog, [before, role], asked_certifications)
}

fn newly_asked<'a, T: Noun>(
    catalog: &'a Catalog,
    [before, role]: [&Role; 2],
    asked: fn(&'a Catalog, &Level, Option<&TrackId>) -> Vec<Asked<'a, T>>,
) -> Vec<Asked<'a, T>> {
    let at = |role: &Role| {
        let level = catalog.levels().get(role.level.as_ref()?);
        Some(asked(catalog, level, role.track.as_ref()))
    };
    let Some((known, mut new)) = at(before).zip(at(role)) else { return Vec::new() };
    new.retain(|asked| known.iter().all(|known| known.of.id() != asked.of.id()));
    new
}

/// Each once: what is said of the level itself comes before what a phase says, phases in their order.
fn asked<'a, T>(
    catalog: &'a Catalog,
    level: &Level,
    track: Option<&TrackId>,
    all: impl Iterator<Item = &'a T>,
    mentions: fn(&T) -> &[Mention],
) -> Vec<Asked<'a, T>> {
    let basis = |said: &Mention| {
        if said.is_at(level) {
            return Some(Basis::Level);
        }
        let phase = catalog.phases().get(said.phase.as_ref()?);
        (phase.years.from <= level.years.from).then_some(Basis::Phase(phase.id))
    };
    let mut found: Vec<Asked<'a, T>> = Vec::new();
    for of in all {
        let fitting = mentions(of).iter().filter(|said| fits_track(said.track.as_ref(), track));
        let reasons = fitting.filter_map(|mention| Some((basis(mention)?, mention)));
        let mut reasons: Vec<(Basis, &Mention)> = reasons.collect();
        reasons.sort_by_key(|(basis, _)| basis.clone());
        let mentions: Vec<&Mention> = reasons.iter().map(|(_, mention)| *mention).collect();
        let first = reasons.into_iter().next();
        found.extend(first.map(|(basis, mention)| Asked { of, basis, mention, mentions }));
    }
    found.sort_by_key(|asked| asked.basis.clone());
    found
}
