//! What postings name, from raw to catalog. Decides nothing: what does not fit is an error.

use anyhow::{Context, Result};

use super::{text_of, texts_of};
use crate::catalog::{
    Certification, Collection, Id, Level, Noun, Skill, Term, TermKind, TermOf, Text,
};
use crate::dataset::raw;

pub(super) fn term(
    levels: &Collection<Level>,
    skills: &Collection<Skill>,
    certifications: &Collection<Certification>,
    raw: raw::Term,
) -> Result<Term> {
    let wanted = raw.of.as_ref().unwrap_or(&raw.id).get_ref().as_str();
    let (of, title) = match raw.kind {
        TermKind::Level => entry(levels, wanted, TermOf::Level),
        TermKind::Certificate => entry(certifications, wanted, TermOf::Certification),
        TermKind::Skill | TermKind::Quality | TermKind::Tool | TermKind::Technology => {
            entry(skills, wanted, TermOf::Skill)
        }
    };
    Ok(Term {
        kind: raw.kind,
        of,
        title: raw.title.map(text_of).or(title).context("a term has no title")?,
        unless: texts_of(raw.unless),
        id: text_of(raw.id),
        spellings: texts_of(raw.spellings).into(),
    })
}

fn entry<T: Noun>(
    entries: &Collection<T>,
    wanted: &str,
    of: fn(Id<T>) -> TermOf,
) -> (Option<TermOf>, Option<Text>) {
    let found = entries.iter().find(|entry| entry.id().as_str() == wanted);
    match found {
        Some(entry) => (Some(of(*entry.id())), Some(entry.title().into())),
        None => (None, None),
    }
}
