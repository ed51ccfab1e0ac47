//! Names of what can be compared, whichever kind they are of. Knows not what comparing shows.

use std::collections::BTreeSet;

use super::error::QueryError;
use super::lookup::{beginning, exactly, lookup, ranked, strip_kind};
use super::role::{FoundRole, listed, role};
use crate::catalog::{
    Catalog, Certification, Collection, Kind, Ladder, LadderId, Level, Noun, Occupation, Role,
    Rung, RungId, Text, fold,
};

/// Something that can be compared with others of its kind.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// A level of our ladder.
    Level(&'a Level),
    /// A level of a published ladder.
    Rung(&'a Ladder, &'a Rung),
    /// A job title.
    Role(FoundRole<'a>),
    /// A population that wages are published for.
    Occupation(&'a Occupation),
    /// A certificate.
    Certification(&'a Certification),
}

impl<'a> Subject<'a> {
    /// What kind it is; levels of any ladder are of one kind.
    pub fn kind(&self) -> Kind {
        match self {
            Subject::Level(_) | Subject::Rung(..) => Kind::Level,
            Subject::Role(_) => Kind::Role,
            Subject::Occupation(_) => Kind::Occupation,
            Subject::Certification(_) => Kind::Certification,
        }
    }

    /// What to type for it, its kind said.
    pub fn name(&self) -> String {
        let of_kind = |id: &str| format!("{}:{id}", self.kind().word());
        match self {
            Subject::Level(level) => of_kind(level.id.as_str()),
            Subject::Rung(ladder, rung) => rung_name(&ladder.id, &rung.id),
            Subject::Role(found) => of_kind(found.role.id.as_str()),
            Subject::Occupation(occupation) => of_kind(occupation.id.as_str()),
            Subject::Certification(certification) => of_kind(certification.id.as_str()),
        }
    }

    /// Its title.
    pub fn title(&self) -> Text {
        match self {
            Subject::Level(level) => level.title,
            Subject::Rung(_, rung) => rung.title,
            Subject::Role(found) => found.role.title,
            Subject::Occupation(occupation) => occupation.title,
            Subject::Certification(certification) => certification.short_name().into(),
        }
    }

    /// Whether this is the role that O*NET makes of an occupation that is among the others.
    fn is_said_by(&self, others: &[Subject<'a>]) -> bool {
        let Subject::Role(FoundRole { role, .. }) = self else { return false };
        let Some(occupation) = role.occupation.as_ref().filter(|_| role.onet.is_some()) else {
            return false;
        };
        others.iter().any(|other| matches!(other, Subject::Occupation(o) if o.id == *occupation))
    }
}

/// What one types for a level of a published ladder.
pub fn rung_name(ladder: &LadderId, rung: &RungId) -> String {
    on(ladder, rung.as_str())
}

fn on(ladder: &LadderId, rung: &str) -> String {
    format!("{}:{rung}", ladder.as_str())
}

/// The level of a published ladder that `ladder:level` names; `None` where no ladder is named before the colon.
///
/// # Errors
/// When the ladder has no such level.
pub fn rung<'a>(
    catalog: &'a Catalog,
    given: &str,
) -> Option<Result<(&'a Ladder, &'a Rung), QueryError>> {
    let (ladder, name) = given.split_once(':')?;
    let ladder = exactly(catalog.ladders(), ladder)?;
    let found = lookup(&ladder.rungs, name).map_err(|error| on_ladder(ladder, given, error));
    Some(found.map(|rung| (ladder, rung)))
}

/// The published ladder that a name stands for: exactly, where no level of ours has it, or as the only one that begins so.
pub fn ladder_named<'a>(catalog: &'a Catalog, name: &str) -> Option<&'a Ladder> {
    let no_level = exactly(catalog.levels(), name).is_none();
    let exact = exactly(catalog.ladders(), name).filter(|_| no_level);
    exact.or_else(|| match beginning(catalog.ladders(), name).as_slice() {
        [only] if no_level && beginning(catalog.levels(), name).is_empty() => Some(*only),
        _ => None,
    })
}

/// What to type for each level of a published ladder that has this name.
pub fn rungs_named(catalog: &Catalog, name: &str) -> Vec<String> {
    let ladders = catalog.ladders().iter();
    let named =
        ladders.filter_map(|ladder| Some(rung_name(&ladder.id, &exactly(&ladder.rungs, name)?.id)));
    named.collect()
}

/// The same error, with names as one has to type them.
fn on_ladder(ladder: &Ladder, given: &str, error: QueryError) -> QueryError {
    let full = |id: &String| on(&ladder.id, id);
    match error {
        QueryError::Unknown { kind, near, .. } => {
            let all = ladder.rungs.iter().map(|rung| rung.id.as_str().to_owned());
            let near = if near.is_empty() { all.collect() } else { near };
            let near = near.iter().map(full).collect();
            QueryError::Unknown { kind, given: given.to_owned(), near }
        }
        QueryError::Ambiguous { kind, candidates, .. } => QueryError::Ambiguous {
            kind,
            given: given.to_owned(),
            candidates: candidates.iter().map(|(id, title)| (full(id), title.clone())).collect(),
        },
        other => other,
    }
}

/// Finds what several names stand for, all of one kind: an exact name beats a listed title, and that a beginning; where
/// kinds are left to choose from, the one that fits all names is meant.
///
/// # Errors
/// When a name stands for nothing or for several things, or when they are not of one kind.
pub fn subjects<'a>(
    catalog: &'a Catalog,
    names: &[String],
) -> Result<Vec<Subject<'a>>, QueryError> {
    let found: Vec<Vec<Subject<'a>>> =
        names.iter().map(|name| candidates(catalog, name)).collect::<Result<_, _>>()?;
    let common = found
        .iter()
        .map(|candidates| candidates.iter().map(Subject::kind).collect::<BTreeSet<Kind>>())
        .reduce(|a, b| a.intersection(&b).copied().collect())
        .unwrap_or_default();
    let mut chosen: Vec<Subject<'a>> = Vec::new();
    for (name, mut candidates) in names.iter().zip(found) {
        if !common.is_empty() {
            candidates.retain(|candidate| common.contains(&candidate.kind()));
        }
        let all = candidates.clone();
        candidates.retain(|candidate| !candidate.is_said_by(&all));
        let [only] = candidates.as_slice() else {
            let candidates = candidates.iter();
            return Err(QueryError::AmbiguousKind {
                given: name.clone(),
                candidates: candidates.map(|c| (c.name(), c.title().into())).collect(),
            });
        };
        chosen.push(*only);
    }
    let mut pairs = names.iter().zip(&chosen);
    if let Some((first_name, first)) = pairs.next()
        && let Some((name, other)) = pairs.find(|(_, other)| other.kind() != first.kind())
    {
        return Err(QueryError::NotAlike {
            first: (first_name.clone(), first.kind()),
            other: (name.clone(), other.kind()),
        });
    }
    Ok(chosen)
}

/// All that a name may stand for, of the best way in which it fits anything.
fn candidates<'a>(catalog: &'a Catalog, given: &str) -> Result<Vec<Subject<'a>>, QueryError> {
    if let Some(rung) = rung(catalog, given) {
        return rung.map(|(ladder, rung)| vec![Subject::Rung(ladder, rung)]);
    }
    if let Some(ladder) = exactly(catalog.ladders(), given) {
        let near = ladder.rungs.iter().map(|rung| rung_name(&ladder.id, &rung.id)).collect();
        return Err(QueryError::Unknown { kind: Kind::Level, given: given.to_owned(), near });
    }
    if let Some(subject) = of_named_kind(catalog, given) {
        return subject.map(|subject| vec![subject]);
    }
    let wanted = fold(given);
    let listed = || listed(catalog, &wanted);
    let mut found = exact(catalog, given);
    if found.is_empty() {
        found = listed().into_iter().map(Subject::Role).collect();
    }
    if found.is_empty() {
        found = begun(catalog, given);
    }
    if found.is_empty() { Err(unknown(catalog, given)) } else { Ok(found) }
}

/// What has exactly this name, of every kind: as an id, else as a title, else as an alias.
fn exact<'a>(catalog: &'a Catalog, name: &str) -> Vec<Subject<'a>> {
    let role = |(rank, role): (usize, &'a Role)| (rank, Subject::Role(role.into()));
    let found = [
        ranked(catalog.levels(), name).map(|(rank, of)| (rank, Subject::Level(of))),
        ranked(catalog.roles(), name).map(role),
        ranked(catalog.occupations(), name).map(|(rank, of)| (rank, Subject::Occupation(of))),
        ranked(catalog.certifications(), name).map(|(rank, of)| (rank, Subject::Certification(of))),
    ];
    let found: Vec<(usize, Subject<'a>)> = found.into_iter().flatten().collect();
    let best = found.iter().map(|(rank, _)| *rank).min();
    found.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, subject)| subject).collect()
}

/// What has a name that begins so, of every kind.
fn begun<'a>(catalog: &'a Catalog, name: &str) -> Vec<Subject<'a>> {
    let roles = beginning(catalog.roles(), name).into_iter();
    let mut found: Vec<Subject<'a>> = roles.map(|role| Subject::Role(role.into())).collect();
    found.extend(beginning(catalog.levels(), name).into_iter().map(Subject::Level));
    found.extend(beginning(catalog.occupations(), name).into_iter().map(Subject::Occupation));
    let certifications = beginning(catalog.certifications(), name).into_iter();
    found.extend(certifications.map(Subject::Certification));
    found
}

/// What `kind:name` stands for; `None` without the word for a kind that can be compared.
fn of_named_kind<'a>(catalog: &'a Catalog, given: &str) -> Option<Result<Subject<'a>, QueryError>> {
    let is = |kind: Kind| strip_kind(given, kind.word()) != given;
    if is(Kind::Level) {
        Some(lookup(catalog.levels(), given).map(Subject::Level))
    } else if is(Kind::Role) {
        Some(role(catalog, given).map(Subject::Role))
    } else if is(Kind::Occupation) {
        Some(lookup(catalog.occupations(), given).map(Subject::Occupation))
    } else if is(Kind::Certification) {
        Some(lookup(catalog.certifications(), given).map(Subject::Certification))
    } else {
        None
    }
}

/// The nearest names of every kind.
fn unknown(catalog: &Catalog, given: &str) -> QueryError {
    let near = [
        rungs_named(catalog, given),
        near(catalog.levels(), given),
        near(catalog.roles(), given),
        near(catalog.certifications(), given),
    ];
    QueryError::Unknown {
        kind: Kind::Subject,
        given: given.to_owned(),
        near: near.into_iter().flatten().collect(),
    }
}

fn near<T: Noun>(entries: &Collection<T>, given: &str) -> Vec<String> {
    match lookup(entries, given) {
        Err(QueryError::Unknown { near, .. }) if near.len() <= 3 => near,
        _ => Vec::new(),
    }
}
