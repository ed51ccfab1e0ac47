//! Skills and certificates from raw to catalog. Decides nothing: what does not fit is an error.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{Names, collect, known, known_all, maybe, span, text_of, texts_of};
use crate::catalog::{
    Alternatives, Certification, CertificationId, Collection, Covers, Evidence, Experience, Skill,
    SkillId, SkillKind, Statement, Technology, Training, Way,
};
use crate::dataset::raw::{self, Placed};

impl Names {
    /// The skills, each with the occupations in which it is found.
    pub(super) fn skills_with(
        &self,
        skills: Vec<Placed<raw::Skill>>,
        technology: Vec<Placed<raw::Technology>>,
    ) -> Result<Collection<Skill>> {
        let mut serves: BTreeMap<String, SkillId> = BTreeMap::new();
        for (class, skill) in technology.iter().flat_map(|block| &block.entry.classes) {
            serves.insert(class.get_ref().clone(), known(&self.skills, skill)?);
        }
        let mut found = BTreeMap::new();
        for block in technology {
            self.technology(block.entry, &serves, &mut found)?;
        }
        collect(skills, &self.skills, |id, skill| {
            let technology = found.get(&id).cloned().unwrap_or_default();
            self.skill(id, skill, technology)
        })
    }

    fn technology(
        &self,
        raw: raw::Technology,
        serves: &BTreeMap<String, SkillId>,
        found: &mut BTreeMap<SkillId, Vec<Technology>>,
    ) -> Result<()> {
        let sources = self.citations(&raw.sources)?;
        for row in raw.rows {
            let technology = Technology {
                name: text_of(row.name),
                role: known(&self.roles, &row.role)?,
                serves: serves.get(row.class.get_ref()).cloned(),
                class: text_of(row.class),
                hot: row.hot,
                in_demand: row.in_demand,
                sources: sources.clone(),
            };
            found.entry(known(&self.skills, &row.skill)?).or_default().push(technology);
        }
        Ok(())
    }

    fn skill(&self, id: SkillId, raw: raw::Skill, technology: Vec<Technology>) -> Result<Skill> {
        Ok(Skill {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            kind: match raw.kind {
                raw::SkillKind::Skill => SkillKind::Skill,
                raw::SkillKind::Tool => SkillKind::Tool,
            },
            mentions: self.mentions(raw.mentions)?,
            used_for: self.covers(raw.used_for)?,
            technology: technology.into(),
        })
    }

    fn covers(&self, raw: Vec<raw::Covers>) -> Result<Vec<Covers>> {
        let covers = raw.into_iter().map(|covers| {
            Ok(Covers {
                skill: known(&self.skills, &covers.skill)?,
                statement: Statement {
                    sources: self.citations(&covers.sources)?,
                    text: text_of(covers.text),
                    inferred: covers.inferred.map(text_of),
                },
            })
        });
        covers.collect()
    }

    pub(super) fn evidence(&self, raw: raw::Evidence) -> Result<Evidence> {
        Ok(Evidence {
            shows: self.covers(raw.shows)?,
            sources: self.citations(&raw.sources)?,
            text: text_of(raw.text),
            cost: raw.cost,
        })
    }

    pub(super) fn alternatives(&self, raw: raw::Alternatives) -> Result<Alternatives> {
        Ok(Alternatives {
            phase: maybe(&self.phases, raw.phase.as_ref())?,
            level: maybe(&self.levels, raw.level.as_ref())?,
            skills: known_all(&self.skills, &raw.skills)?,
            certifications: known_all(&self.certifications, &raw.certifications)?,
            statement: Statement {
                sources: self.citations(&raw.sources)?,
                text: text_of(raw.text),
                inferred: raw.inferred.map(text_of),
            },
        })
    }

    pub(super) fn certification(
        &self,
        id: CertificationId,
        raw: raw::Certification,
    ) -> Result<Certification> {
        let short = raw.short.map(text_of);
        let ways = raw.ways.into_iter().map(|way| self.way(way));
        Ok(Certification {
            id,
            title: text_of(raw.title),
            aliases: short.iter().cloned().chain(texts_of(raw.aliases)).collect(),
            short,
            issuer: raw.issuer.map(|issuer| self.statement(issuer)).transpose()?,
            years: raw.years.map(|years| span(years.into_inner())),
            mentions: self.mentions(raw.mentions)?,
            asks: self.statements(raw.asks)?.into(),
            exam: self.statements(raw.exam)?.into(),
            renewal: self.statements(raw.renewal)?.into(),
            fees: self.statements(raw.fees)?.into(),
            ways: ways.collect::<Result<Vec<_>>>()?.into(),
            covers: self.covers(raw.covers)?,
        })
    }

    fn way(&self, raw: raw::Way) -> Result<Way> {
        let experience = raw.experience.into_iter().map(|experience| {
            Ok(Experience {
                or: known_all(&self.certifications, &experience.or)?,
                months: experience.months,
                of: text_of(experience.of),
                within: experience.within,
                career: experience.career,
            })
        });
        let training = raw.training.into_iter().map(|training| {
            Ok(Training {
                or: known_all(&self.certifications, &training.or)?,
                hours: training.hours,
                of: text_of(training.of),
            })
        });
        Ok(Way {
            education: raw.education,
            experience: experience.collect::<Result<_>>()?,
            training: training.collect::<Result<_>>()?,
            holds: known_all(&self.certifications, &raw.holds)?,
            sources: self.citations(&raw.sources)?,
        })
    }
}
