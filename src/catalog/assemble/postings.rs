//! What postings name, from raw to catalog. Decides nothing: what does not fit is an error.

use anyhow::{Context, Result};

use super::strings;
use crate::catalog::{Catalog, Collection, Id, Noun, Term, TermKind, TermOf};
use crate::dataset::raw::{self, Placed, Text};

pub(super) fn terms(catalog: &Catalog, raw: Vec<Placed<raw::Term>>) -> Result<Vec<Term>> {
    raw.into_iter().map(|placed| term(catalog, placed.entry)).collect()
}

fn term(catalog: &Catalog, raw: raw::Term) -> Result<Term> {
    let wanted = raw.of.as_ref().unwrap_or(&raw.id).get_ref().as_str();
    let (of, title) = match raw.kind {
        TermKind::Level => entry(catalog.levels(), wanted, TermOf::Level),
        TermKind::Certificate => entry(catalog.certifications(), wanted, TermOf::Certification),
        TermKind::Skill | TermKind::Quality | TermKind::Tool | TermKind::Technology => {
            entry(catalog.skills(), wanted, TermOf::Skill)
        }
    };
    Ok(Term {
        kind: raw.kind,
        of,
        title: raw.title.map(Text::into_inner).or(title).context("a term has no title")?,
        unless: strings(raw.unless),
        id: raw.id.into_inner(),
        spellings: strings(raw.spellings),
    })
}

fn entry<T: Noun>(
    entries: &Collection<T>,
    wanted: &str,
    of: fn(Id<T>) -> TermOf,
) -> (Option<TermOf>, Option<String>) {
    let found = entries.iter().find(|entry| entry.id().as_str() == wanted);
    match found {
        Some(entry) => (Some(of(entry.id().clone())), Some(entry.title().to_owned())),
        None => (None, None),
    }
}
