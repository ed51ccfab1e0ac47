//! Rules on names and on what they point at. Knows no numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use super::inventory::{
    Named, Pointer, Spot, also_named, cited, ids, named, named_on_ladders, pointers,
};
use crate::catalog::source::split_citation;
use crate::catalog::{Kind, fold};
use crate::dataset::raw::{Raw, Text};

pub(super) fn duplicate_id(raw: &Raw, findings: &mut Findings) {
    report_repeated_ids(&named(raw), findings);
    named_on_ladders(raw).iter().for_each(|rungs| report_repeated_ids(rungs, findings));
}

fn report_repeated_ids(all: &[Named<'_>], findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for named in all {
        if seen.insert((named.kind, named.id.get_ref()), ()).is_some() {
            let message = format!("{} `{}` is defined twice", named.kind, named.id.get_ref());
            let hint = "rename one of the two, or take it out";
            findings.report(named.file, named.id.span(), message, hint);
        }
    }
}

pub(super) fn duplicate_alias(raw: &Raw, findings: &mut Findings) {
    let mut all = named(raw);
    all.extend(also_named(raw));
    report_shared_names(&all, findings);
    named_on_ladders(raw).iter().for_each(|rungs| report_shared_names(rungs, findings));
}

fn report_shared_names(all: &[Named<'_>], findings: &mut Findings) {
    // Ids come before titles and aliases when a name is looked up, so they claim their names first.
    let ids = all.iter().map(|named| (named, named.id));
    let others = all.iter().flat_map(|named| {
        named.title.into_iter().chain(named.aliases.iter().copied()).map(move |name| (named, name))
    });
    let mut seen: BTreeMap<(&str, String), (&Named<'_>, &Text)> = BTreeMap::new();
    for claim in ids.chain(others) {
        let (named, name) = claim;
        let owner = *seen.entry((named.kind, fold(name.get_ref()))).or_insert(claim);
        if owner.0.id.get_ref() != named.id.get_ref() {
            // Of two layers the later one is who chose the name anew.
            let later = owner.0.file > named.file;
            let ((owner, _), (other, name)) = if later { (claim, owner) } else { (owner, claim) };
            let (kind, id) = (owner.kind, owner.id.get_ref());
            let message = format!("`{}` is a name of {kind} `{id}` already", name.get_ref());
            let hint = "a name belongs to one entry: choose another, or take it out of the other";
            findings.report(other.file, name.span(), message, hint);
        }
    }
}

pub(super) fn unknown_reference(raw: &Raw, findings: &mut Findings) {
    if raw.unread {
        return;
    }
    let mut known: BTreeMap<Kind, BTreeSet<&str>> = BTreeMap::new();
    let cited = cited(raw);
    let citations = cited.iter().flat_map(|cited| {
        let written = cited.sources.iter().filter_map(|citation| {
            let (id, _) = split_citation(citation.get_ref())?;
            let spot = Spot::Span(citation.span());
            Some(Pointer { file: cited.file, kind: Kind::Source, id, spot })
        });
        written.collect::<Vec<_>>()
    });
    for pointer in pointers(raw).into_iter().chain(citations) {
        let known = known
            .entry(pointer.kind)
            .or_insert_with(|| ids(raw, pointer.kind).into_iter().collect());
        if !known.contains(pointer.id) && !raw.lost.contains(pointer.id) {
            let message = format!("no {} has the id `{}`", pointer.kind.word(), pointer.id);
            let span = match pointer.spot {
                Spot::Span(span) => span,
                Spot::Cell(row, cell) => findings.cell(raw, pointer.file, row, cell),
            };
            // Looking for the nearest takes as long as there are names, and nobody would read it.
            let hint = match findings.is_full() {
                true => DEFINE.to_owned(),
                false => nearest(pointer.id, known),
            };
            findings.report(pointer.file, span, message, hint);
        }
    }
}

/// How alike a name must be to one that is known to be taken for it.
const ALIKE: f64 = 0.75;

/// What to do about a name that is none of those that are known.
pub(super) fn nearest(given: &str, known: &BTreeSet<&str>) -> String {
    // What is longer than any id is no slip of the pen, and takes long to compare.
    let short = &given[..given.floor_char_boundary(100)];
    let likeness = |name: &str| strsim::jaro_winkler(short, name);
    let near = known.iter().filter(|name| likeness(name) > ALIKE);
    let near = near.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    near.map_or(DEFINE.to_owned(), |near| format!("did you mean `{near}`?"))
}

/// What to do about a name that nothing has.
const DEFINE: &str = "define it first, or name one that is defined";

pub(super) fn single_position(raw: &Raw, findings: &mut Findings) {
    for placed in raw.conflicts.iter().filter(|placed| placed.entry.positions.len() < 2) {
        let id = &placed.entry.id;
        let message = format!("conflict `{}` has fewer than two positions", id.get_ref());
        let hint = "one position is a fact: move it to facts.toml, or add what the others say";
        findings.report(placed.file, id.span(), message, hint);
    }
}
