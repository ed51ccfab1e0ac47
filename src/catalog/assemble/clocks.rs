//! Levels and phases from raw to catalog, each with what is said to belong to it. Decides nothing: what does not fit is an error.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::{Names, collect, span, text_of, texts_of};
use crate::catalog::{
    Band, Certification, Collection, Level, LevelId, Mention, Mentioned, Percentile, Phase,
    PhaseId, Role, RoleId, Skill,
};
use crate::dataset::raw::{self, Placed};

/// What sources tie to each level, or to each phase.
fn mentioned<At: Ord>(
    skills: &Collection<Skill>,
    certifications: &Collection<Certification>,
    at: fn(&Mention) -> Option<At>,
) -> BTreeMap<At, Mentioned> {
    let mut all: BTreeMap<At, Mentioned> = BTreeMap::new();
    for skill in skills {
        for at in skill.mentions.iter().filter_map(at) {
            all.entry(at).or_default().skills.push(skill.id);
        }
    }
    for certification in certifications {
        for at in certification.mentions.iter().filter_map(at) {
            all.entry(at).or_default().certifications.push(certification.id);
        }
    }
    for Mentioned { skills, certifications } in all.values_mut() {
        skills.dedup();
        certifications.dedup();
    }
    all
}

impl Names {
    pub(super) fn levels_with(
        &self,
        levels: Vec<Placed<raw::Level>>,
        skills: &Collection<Skill>,
        certifications: &Collection<Certification>,
        roles: &Collection<Role>,
    ) -> Result<Collection<Level>> {
        let mentioned = mentioned(skills, certifications, |said| said.level);
        let mut filled: BTreeMap<LevelId, Vec<RoleId>> = BTreeMap::new();
        for (level, role) in roles.iter().filter_map(|role| Some((role.level?, role.id))) {
            filled.entry(level).or_default().push(role);
        }
        collect(levels, &self.levels, |id, level| {
            let roles = filled.get(&id).cloned().unwrap_or_default();
            self.level(id, level, mentioned.get(&id).cloned().unwrap_or_default(), roles)
        })
    }

    fn level(
        &self,
        id: LevelId,
        raw: raw::Level,
        mentioned: Mentioned,
        roles: Vec<RoleId>,
    ) -> Result<Level> {
        let percentiles = raw.percentiles.into_inner();
        let percentile = |number| Percentile::new(number).context("a band lies outside 0 to 100");
        Ok(Level {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            years: span(raw.years.into_inner()),
            band: Band { from: percentile(percentiles.from)?, to: percentile(percentiles.to)? },
            sources: self.citations(&raw.sources)?,
            change: self.statement(raw.change)?,
            scope: self.statements(raw.scope)?,
            duties: self.statements(raw.duties)?,
            promotion: self.statements(raw.promotion)?,
            steps: self.steps(raw.steps)?,
            mentioned: mentioned.into(),
            roles: roles.into(),
        })
    }

    pub(super) fn phases_with(
        &self,
        phases: Vec<Placed<raw::Phase>>,
        skills: &Collection<Skill>,
        certifications: &Collection<Certification>,
    ) -> Result<Collection<Phase>> {
        let mentioned = mentioned(skills, certifications, |said| said.phase);
        collect(phases, &self.phases, |id, phase| {
            self.phase(id, phase, mentioned.get(&id).cloned().unwrap_or_default())
        })
    }

    fn phase(&self, id: PhaseId, raw: raw::Phase, mentioned: Mentioned) -> Result<Phase> {
        Ok(Phase {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            years: span(raw.years.into_inner()),
            sources: self.citations(&raw.sources)?,
            notes: self.statements(raw.notes)?,
            steps: self.steps(raw.steps)?,
            mentioned: mentioned.into(),
        })
    }
}
