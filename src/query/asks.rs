//! What a level asks for: what a source says of it, plus the phases that begin no later. Knows nobody's skills.

use serde::Serialize;

use crate::catalog::{Catalog, Certification, Level, Mention, PhaseId, Skill};

/// Why a level asks for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
}

/// The skills and tools that a level asks for.
pub fn asked_skills<'a>(catalog: &'a Catalog, level: &Level) -> Vec<Asked<'a, Skill>> {
    asked(catalog, level, catalog.skills().iter(), |skill| &skill.mentions)
}

/// The certificates that a level asks for.
pub fn asked_certifications<'a>(
    catalog: &'a Catalog,
    level: &Level,
) -> Vec<Asked<'a, Certification>> {
    asked(catalog, level, catalog.certifications().iter(), |certification| &certification.mentions)
}

/// Each once: what is said of the level itself comes before what a phase says, phases in their order.
fn asked<'a, T>(
    catalog: &'a Catalog,
    level: &Level,
    all: impl Iterator<Item = &'a T>,
    mentions: fn(&T) -> &[Mention],
) -> Vec<Asked<'a, T>> {
    let by_phase = |mention: &'a Mention| {
        let phase = catalog.phases().get(mention.phase.as_ref()?);
        (phase.years.from <= level.years.from).then(|| Basis::Phase(phase.id.clone()))
    };
    let mut found: Vec<Asked<'a, T>> = Vec::new();
    for of in all {
        let mentions = mentions(of);
        let said = mentions.iter().find(|mention| mention.level.as_ref() == Some(&level.id));
        let asked = match said {
            Some(mention) => Some(Asked { of, basis: Basis::Level, mention }),
            None => mentions
                .iter()
                .find_map(|mention| by_phase(mention).map(|basis| Asked { of, basis, mention })),
        };
        found.extend(asked);
    }
    found.sort_by_key(|asked| match &asked.basis {
        Basis::Level => None,
        Basis::Phase(phase) => Some(phase.clone()),
    });
    found
}
