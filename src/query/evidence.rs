//! What shows a skill, cheapest first: what a source names, and certificates that cover it. Knows nobody's skills.

use crate::catalog::{Catalog, Certification, Cost, Covers, Evidence, Skill};
use crate::query::certifications_for;

/// Something that shows a skill, with what is said of it.
#[derive(Debug, Clone, Copy)]
pub enum Proof<'a> {
    /// Something to do.
    Deed(&'a Evidence, &'a Covers),
    /// A certificate to earn.
    Certificate(&'a Certification, &'a Covers),
}

impl<'a> Proof<'a> {
    /// What it costs.
    pub fn cost(&self) -> Cost {
        match self {
            Proof::Deed(evidence, _) => evidence.cost,
            Proof::Certificate(..) => Cost::Certificate,
        }
    }

    /// What is said of it and the skill.
    pub fn covers(&self) -> &'a Covers {
        match self {
            Proof::Deed(_, covers) | Proof::Certificate(_, covers) => covers,
        }
    }
}

/// Everything that shows a skill, cheapest first; at one cost, what needs no reading of ours before what does.
pub fn evidence_for<'a>(catalog: &'a Catalog, skill: &Skill) -> Vec<Proof<'a>> {
    let deeds = catalog.evidence().iter().filter_map(|evidence| {
        let covers = evidence.shows.iter().find(|covers| covers.skill == skill.id)?;
        Some(Proof::Deed(evidence, covers))
    });
    let certificates = certifications_for(catalog, skill).into_iter();
    let certificates = certificates.map(|(of, covers)| Proof::Certificate(of, covers));
    let mut all: Vec<Proof<'a>> = deeds.chain(certificates).collect();
    all.sort_by_key(|proof| (proof.cost(), proof.covers().statement.inferred.is_some()));
    all
}
