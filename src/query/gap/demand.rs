//! One thing that a level asks for, or several of which one is enough. Knows no level's years.

use crate::catalog::{
    Alternatives, Catalog, Certification, Covers, Level, Mention, Phase, SourceId, Text, Years,
};
use crate::query::asks::{Asked, Basis};
use crate::query::{QueryError, standpoint};

/// What shows something that is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// The person says so.
    Told,
    /// A certificate that the person holds covers it.
    Covered(&'a Certification, &'a Covers),
}

/// Something that a level asks for.
#[derive(Debug)]
pub struct Demanded<'a, T> {
    /// The thing, or those of which one is enough.
    pub any_of: Vec<&'a T>,
    /// What says that one is enough.
    pub alternatives: Option<&'a Alternatives>,
    /// Whether it is said of the level itself or by phase.
    pub basis: Basis,
    /// What is said, of everybody before of some.
    pub mention: &'a Mention,
    /// Of whom alone it is asked, where not of everybody.
    pub only: Option<Text>,
    /// Whether a source calls it required.
    pub required: bool,
    /// The phase that puts it in order.
    pub phase: &'a Phase,
    /// The number of that phase.
    pub(super) phase_index: usize,
    /// Whether that phase is long behind the person's.
    pub long_behind: bool,
    /// The sources that name it, each once.
    pub named_by: Vec<SourceId>,
    /// Which of those asked for is shown, and what shows it.
    pub shown: Option<(&'a T, Shown<'a>)>,
}

impl<T> Demanded<'_, T> {
    /// Whether everybody is asked for it.
    pub fn counts(&self) -> bool {
        self.only.is_none()
    }

    /// Whether it is asked of everybody and nothing shows it.
    pub fn is_missing(&self) -> bool {
        self.counts() && self.shown.is_none()
    }
}

/// Puts what is asked for in the order of phases, alternatives together.
///
/// # Errors
/// In a dataset without levels or phases.
pub(super) fn demanded<'a, T>(
    catalog: &'a Catalog,
    level: &Level,
    asked: Vec<Asked<'a, T>>,
    holds: impl Fn(&Alternatives, &T) -> bool,
    named_by: impl Fn(&T) -> Vec<SourceId>,
    shown: impl Fn(&T) -> Option<Shown<'a>>,
) -> Result<Vec<Demanded<'a, T>>, QueryError> {
    let first_year = Years::new(f64::from(level.years.from)).unwrap_or_default();
    let running = standpoint(catalog, first_year)?.phase.of;
    let mut groups: Vec<(Option<&'a Alternatives>, Vec<Asked<'a, T>>)> = Vec::new();
    let sets = fitting(catalog, level);
    for asked in asked {
        let set = sets.iter().copied().find(|set| holds(set, asked.of));
        let known = groups.iter_mut().find(|(known, _)| same(*known, set));
        match known {
            Some((_, group)) => group.push(asked),
            None => groups.push((set, vec![asked])),
        }
    }
    let made = groups.into_iter().filter_map(|(set, group)| {
        let any_of: Vec<&'a T> = group.iter().map(|asked| asked.of).collect();
        let mentions = || group.iter().flat_map(|asked| asked.mentions.iter().copied());
        let mention = mentions().find(|said| said.only.is_none()).or(mentions().next())?;
        let phases = mentions().filter_map(|said| Some(catalog.phases().get(said.phase.as_ref()?)));
        let phase = phases.min_by_key(|phase| phase.id).unwrap_or(running);
        let mut sources: Vec<SourceId> = any_of.iter().flat_map(|of| named_by(of)).collect();
        sources.sort();
        sources.dedup();
        Some(Demanded {
            alternatives: set.filter(|_| any_of.len() > 1),
            basis: match &mention.phase {
                Some(phase) if !mention.is_at(level) => Basis::Phase(*phase),
                _ => Basis::Level,
            },
            mention,
            only: mention.only,
            required: mentions().any(|said| said.required),
            phase,
            phase_index: catalog.phases().iter().position(|other| other.id == phase.id)?,
            named_by: sources,
            long_behind: false,
            shown: any_of.iter().find_map(|of| Some((*of, shown(of)?))),
            any_of,
        })
    });
    Ok(made.collect())
}

/// The alternatives that are given for a level: those of the level itself, then those of phases that have begun.
fn fitting<'a>(catalog: &'a Catalog, level: &Level) -> Vec<&'a Alternatives> {
    let of_level = |set: &&Alternatives| set.level.as_ref() == Some(&level.id);
    let begun = |set: &&Alternatives| {
        let phase = set.phase.as_ref().map(|id| catalog.phases().get(id));
        phase.is_some_and(|phase| phase.years.from <= level.years.from)
    };
    let all = || catalog.alternatives().iter();
    all().filter(of_level).chain(all().filter(begun)).collect()
}

fn same(a: Option<&Alternatives>, b: Option<&Alternatives>) -> bool {
    a.zip(b).is_some_and(|(a, b)| std::ptr::eq(a, b))
}
