//! What goes with a skill: tools, certificates, tasks; and how much employers ask for a tool. Knows nobody's skills.

use serde::Serialize;

use crate::catalog::{Catalog, Certification, Covers, Skill, Task, Technology};

/// How much employers ask for a tool, by the job postings that its source reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Demand {
    /// Often in one of the occupations in which it is found.
    InDemand,
    /// Often in some occupation.
    Hot,
}

impl Demand {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Demand::InDemand => "in demand",
            Demand::Hot => "hot",
        }
    }
}

/// How much employers ask for a tool, where a source says so.
pub fn demand(skill: &Skill) -> Option<Demand> {
    let found = |flag: fn(&Technology) -> bool| skill.technology.iter().any(flag);
    match found(|technology| technology.in_demand) {
        true => Some(Demand::InDemand),
        false => found(|technology| technology.hot).then_some(Demand::Hot),
    }
}

/// Whether a guide names it, or employers in its occupations often ask for it.
pub fn is_told(skill: &Skill) -> bool {
    !skill.mentions.is_empty() || demand(skill) == Some(Demand::InDemand)
}

/// What says of a tool or certificate that it goes with a skill.
fn covering<'a>(covers: &'a [Covers], skill: &Skill) -> Option<&'a Covers> {
    covers.iter().find(|covers| covers.skill == skill.id)
}

/// The tools that a source calls tools for a skill, each with what is said.
pub fn tools_for<'a>(catalog: &'a Catalog, skill: &Skill) -> Vec<(&'a Skill, &'a Covers)> {
    let tools = catalog.skills().keeping(|tool| covering(&tool.used_for, skill).is_some());
    tools.filter_map(|tool| Some((tool, covering(&tool.used_for, skill)?))).collect()
}

/// The certificates that cover a skill, each with what is said.
pub fn certifications_for<'a>(
    catalog: &'a Catalog,
    skill: &Skill,
) -> Vec<(&'a Certification, &'a Covers)> {
    let certifications = catalog.certifications().iter();
    certifications.filter_map(|of| Some((of, covering(&of.covers, skill)?))).collect()
}

/// The tools whose class serves a skill, with the occupations in which they are found; what employers ask for first.
pub fn technology_for<'a>(catalog: &'a Catalog, skill: &Skill) -> Vec<(&'a Skill, &'a Technology)> {
    let tools = catalog.skills().iter();
    let found = tools.flat_map(|tool| tool.technology.iter().map(move |found| (tool, found)));
    let mut serving: Vec<(&Skill, &Technology)> =
        found.filter(|(_, found)| found.serves.as_ref() == Some(&skill.id)).collect();
    serving.sort_by_key(|(_, found)| !found.in_demand);
    serving
}

/// The tasks that exercise a skill.
pub fn tasks_for<'a>(catalog: &'a Catalog, skill: &Skill) -> Vec<&'a Task> {
    catalog.tasks().keeping(|task| task.skills.contains(&skill.id)).collect()
}
