//! What a level asks for: what a source says of it, plus the phases that begin no later. Knows nobody's skills.

use serde::Serialize;

use crate::catalog::{
    Catalog, Certification, Level, Mention, PhaseId, Role, Skill, TrackId, fits_track,
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
    Asker { catalog, level, track }.asks(catalog.skills().iter(), |skill| &skill.mentions)
}

/// The certificates that a level asks for, on one track or any.
pub fn asked_certifications<'a>(
    catalog: &'a Catalog,
    level: &Level,
    track: Option<&TrackId>,
) -> Vec<Asked<'a, Certification>> {
    Asker { catalog, level, track }.asks(catalog.certifications().iter(), |one| &one.mentions)
}

/// The skills and tools that the level of one role asks for and that of another does not; none where either is on no
/// level.
pub fn newly_asked_skills<'a>(
    catalog: &'a Catalog,
    before: &Role,
    role: &Role,
) -> Vec<Asked<'a, Skill>> {
    newly_asked(catalog, [before, role], catalog.skills().iter(), |skill| &skill.mentions)
}

/// The certificates that the level of one role asks for and that of another does not; none where either is on no level.
pub fn newly_asked_certifications<'a>(
    catalog: &'a Catalog,
    before: &Role,
    role: &Role,
) -> Vec<Asked<'a, Certification>> {
    newly_asked(catalog, [before, role], catalog.certifications().iter(), |one| &one.mentions)
}

fn newly_asked<'a, T>(
    catalog: &'a Catalog,
    roles: [&Role; 2],
    all: impl Iterator<Item = &'a T>,
    mentions: fn(&T) -> &[Mention],
) -> Vec<Asked<'a, T>> {
    let [Some(before), Some(asker)] = roles.map(|role| Asker::of(catalog, role)) else {
        return Vec::new();
    };
    asker.asks(all.filter(|of| before.reasons(mentions(of)).next().is_none()), mentions)
}

/// A level that asks for things, on one track or any.
struct Asker<'a, 'l> {
    catalog: &'a Catalog,
    level: &'l Level,
    track: Option<&'l TrackId>,
}

impl<'a, 'l> Asker<'a, 'l> {
    /// The level of a role, if it is on one.
    fn of(catalog: &'a Catalog, role: &'l Role) -> Option<Self>
    where
        'a: 'l,
    {
        let level = catalog.levels().get(role.level.as_ref()?);
        Some(Asker { catalog, level, track: role.track.as_ref() })
    }

    /// Those mentions of a thing for which it is asked for, with the bases.
    fn reasons<'m>(&self, mentions: &'m [Mention]) -> impl Iterator<Item = (Basis, &'m Mention)> {
        let fitting = mentions.iter().filter(|said| fits_track(said.track.as_ref(), self.track));
        fitting.filter_map(|mention| Some((self.basis(mention)?, mention)))
    }

    fn basis(&self, said: &Mention) -> Option<Basis> {
        if said.is_at(self.level) {
            return Some(Basis::Level);
        }
        let phase = self.catalog.phases().get(said.phase.as_ref()?);
        (phase.years.from <= self.level.years.from).then_some(Basis::Phase(phase.id))
    }

    /// Each once: what is said of the level itself comes before what a phase says, phases in their order.
    fn asks<T>(
        &self,
        all: impl Iterator<Item = &'a T>,
        mentions: fn(&T) -> &[Mention],
    ) -> Vec<Asked<'a, T>> {
        let mut found: Vec<Asked<'a, T>> = Vec::new();
        for of in all {
            let mut reasons: Vec<(Basis, &Mention)> = self.reasons(mentions(of)).collect();
            reasons.sort_by_key(|(basis, _)| basis.clone());
            let mentions: Vec<&Mention> = reasons.iter().map(|(_, mention)| *mention).collect();
            let first = reasons.into_iter().next();
            found.extend(first.map(|(basis, mention)| Asked { of, basis, mention, mentions }));
        }
        found.sort_by_key(|asked| asked.basis.clone());
        found
    }
}
