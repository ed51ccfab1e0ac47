//! What a level asks for: what a source says of it, plus the phases that begin no later. Knows nobody's skills.

use serde::Serialize;

use crate::catalog::{
    Catalog, Certification, Id, Level, Mention, Mentioned, Phase, PhaseId, Role, Skill, TrackId,
    fits_track,
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
    let asker = Asker { catalog, level, track };
    asker.asks(asker.skills(), |skill| &skill.mentions)
}

/// The certificates that a level asks for, on one track or any.
pub fn asked_certifications<'a>(
    catalog: &'a Catalog,
    level: &Level,
    track: Option<&TrackId>,
) -> Vec<Asked<'a, Certification>> {
    let asker = Asker { catalog, level, track };
    asker.asks(asker.certifications(), |one| &one.mentions)
}

/// The skills and tools that the level of one role asks for and that of another does not; none where either is on no
/// level.
pub fn newly_asked_skills<'a>(
    catalog: &'a Catalog,
    before: &Role,
    role: &Role,
) -> Vec<Asked<'a, Skill>> {
    newly_asked(catalog, [before, role], |asker| asker.skills(), |skill| &skill.mentions)
}

/// The certificates that the level of one role asks for and that of another does not; none where either is on no level.
pub fn newly_asked_certifications<'a>(
    catalog: &'a Catalog,
    before: &Role,
    role: &Role,
) -> Vec<Asked<'a, Certification>> {
    newly_asked(catalog, [before, role], |asker| asker.certifications(), |one| &one.mentions)
}

fn newly_asked<'a, T>(
    catalog: &'a Catalog,
    roles: [&Role; 2],
    candidates: fn(&Asker<'a, '_>) -> Vec<&'a T>,
    mentions: fn(&T) -> &[Mention],
) -> Vec<Asked<'a, T>> {
    let [Some(before), Some(asker)] = roles.map(|role| Asker::of(catalog, role)) else {
        return Vec::new();
    };
    let mut new = candidates(&asker);
    new.retain(|of| before.reasons(mentions(of)).next().is_none());
    asker.asks(new, mentions)
}

/// Ids in order, without those that come again.
fn each_once<'a, T>(ids: impl Iterator<Item = &'a Id<T>>) -> Vec<&'a Id<T>> {
    let mut ids: Vec<&Id<T>> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Whether a phase begins no later than a level does.
fn begins_by(phase: &Phase, level: &Level) -> bool {
    phase.years.from <= level.years.from
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

    /// What is said to belong to the level or to a phase that begins no later.
    fn mentioned(&self) -> impl Iterator<Item = &'a Mentioned> + use<'a, 'l> {
        let Asker { catalog, level, .. } = *self;
        let begun = catalog.phases().iter().filter(|phase| begins_by(phase, level));
        let of_level = &*catalog.levels().get(&level.id).mentioned;
        [of_level].into_iter().chain(begun.map(|phase| &*phase.mentioned))
    }

    /// The skills and tools among which are all that it asks for, in the catalog's order.
    fn skills(&self) -> Vec<&'a Skill> {
        let ids = each_once(self.mentioned().flat_map(|said| &said.skills));
        ids.into_iter().map(|id| self.catalog.skills().get(id)).collect()
    }

    /// The certificates among which are all that it asks for, in the catalog's order.
    fn certifications(&self) -> Vec<&'a Certification> {
        let ids = each_once(self.mentioned().flat_map(|said| &said.certifications));
        ids.into_iter().map(|id| self.catalog.certifications().get(id)).collect()
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
        begins_by(phase, self.level).then_some(Basis::Phase(phase.id))
    }

    /// Each once: what is said of the level itself comes before what a phase says, phases in their order.
    fn asks<T>(&self, candidates: Vec<&'a T>, mentions: fn(&T) -> &[Mention]) -> Vec<Asked<'a, T>> {
        let mut found: Vec<Asked<'a, T>> = Vec::new();
        for of in candidates {
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
