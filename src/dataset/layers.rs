//! How a later layer adds to and replaces entries of earlier ones. Knows keys, not what the entries say.

use std::collections::BTreeMap;

use super::raw::Spanned;

use super::Document;
use super::raw::{self, FileIndex, Override, Placed, Raw};

/// The place of a file among the files, and where its layer begins.
pub(super) struct Position {
    pub(super) file: FileIndex,
    pub(super) layer: FileIndex,
}

/// What tells two entries of a noun apart, so that a later layer can replace an earlier one's.
trait Keyed {
    /// What its table is called.
    const NOUN: &'static str;

    /// The id.
    fn key(&self) -> &Spanned<String>;
}

macro_rules! keyed {
    ($($noun:ident: $entry:ty => $field:tt),* $(,)?) => {
        $(impl Keyed for $entry {
            const NOUN: &'static str = stringify!($noun);

            fn key(&self) -> &Spanned<String> {
                &self.$field
            }
        })*
    };
}

keyed! {
    sources: raw::Source => id, tracks: raw::Track => id, levels: raw::Level => id,
    phases: raw::Phase => id, roles: raw::Role => id, skills: raw::Skill => id,
    certifications: raw::Certification => id, ladders: raw::Ladder => id, moves: raw::Move => id,
    alternatives: raw::Alternatives => id, evidence: raw::Evidence => id, tasks: raw::Task => id,
    topics: raw::Topic => id, facts: raw::Fact => id, conflicts: raw::Conflict => id,
    occupations: raw::Occupation => id, quotes: raw::Quote => id, vintages: raw::Vintage => title,
    terms: raw::Term => id, areas: raw::Area => code, industries: raw::Industry => 0,
    projections: raw::Projection => occupation,
}

/// Takes in the entries of a file.
pub(super) fn merge(raw: &mut Raw, document: Document, at: &Position) {
    let mut replaced = Vec::new();
    replaced.extend(overlay(&mut raw.sources, document.sources, at));
    replaced.extend(overlay(&mut raw.tracks, document.tracks, at));
    replaced.extend(overlay(&mut raw.levels, document.levels, at));
    replaced.extend(overlay(&mut raw.phases, document.phases, at));
    replaced.extend(overlay(&mut raw.roles, document.roles, at));
    replaced.extend(overlay(&mut raw.skills, document.skills, at));
    replaced.extend(overlay(&mut raw.certifications, document.certifications, at));
    replaced.extend(overlay(&mut raw.alternatives, document.alternatives, at));
    replaced.extend(overlay(&mut raw.evidence, document.evidence, at));
    replaced.extend(overlay(&mut raw.ladders, document.ladders, at));
    replaced.extend(overlay(&mut raw.moves, document.moves, at));
    replaced.extend(lay(&mut raw.related, document.related, at));
    replaced.extend(lay(&mut raw.technology, document.technology, at));
    replaced.extend(lay(&mut raw.survey, document.survey, at));
    replaced.extend(overlay(&mut raw.tasks, document.tasks, at));
    replaced.extend(overlay(&mut raw.topics, document.topics, at));
    replaced.extend(overlay(&mut raw.facts, document.facts, at));
    replaced.extend(overlay(&mut raw.conflicts, document.conflicts, at));
    replaced.extend(overlay(&mut raw.vintages, document.vintages, at));
    replaced.extend(overlay(&mut raw.occupations, document.occupations, at));
    replaced.extend(overlay(&mut raw.quotes, document.quotes, at));
    replaced.extend(overlay(&mut raw.terms, document.terms, at));
    replaced.extend(overlay(&mut raw.market.areas, document.areas, at));
    place(&mut raw.market.place_names, document.place_names, at);
    replaced.extend(overlay(&mut raw.market.industries, document.industries, at));
    place(&mut raw.market.industry_names, document.industry_names, at);
    replaced.extend(overlay(&mut raw.market.projections, document.projections, at));
    raw.overrides.extend(replaced);
}

/// Adds entries beside those of other layers.
pub(super) fn place<T>(entries: &mut Vec<Placed<T>>, added: Vec<T>, at: &Position) {
    entries.extend(added.into_iter().map(|entry| Placed { file: at.file, entry }));
}

/// A block of rows, of which a later layer's replace those of the same key.
trait Block {
    /// What its table is called.
    const NOUN: &'static str;

    /// What a row is of.
    type Key: Ord;

    /// What its rows are of, each with the text that it begins with.
    fn keys(&self) -> BTreeMap<Self::Key, &raw::Text>;

    /// Leaves out the rows that are of one of these, and gives the first text of each.
    fn drop_rows<T>(&mut self, of: &BTreeMap<Self::Key, T>) -> BTreeMap<Self::Key, raw::Text>;
}

macro_rules! block {
    ($($noun:ident: $block:ty, $row:ident => $key:expr, $type:ty, $text:expr);* $(;)?) => {
        $(impl Block for $block {
            const NOUN: &'static str = stringify!($noun);

            type Key = $type;

            fn keys(&self) -> BTreeMap<$type, &raw::Text> {
                self.rows.iter().rev().map(|$row| ($key, &$text)).collect()
            }

            fn drop_rows<T>(&mut self, of: &BTreeMap<$type, T>) -> BTreeMap<$type, raw::Text> {
                let gone: Vec<_> =
                    self.rows.extract_if(.., |$row| of.contains_key(&$key)).collect();
                gone.into_iter().rev().map(|$row| ($key, $text)).collect()
            }
        })*
    };
}

block! {
    related: raw::Related, row => named(&row.0), String, row.0;
    technology: raw::Technology, row => [&row.skill, &row.role].map(named), [String; 2], row.skill;
    survey: raw::Survey, row => (named(&row.0), row.1), (String, raw::SurveyQuestion), row.0;
}

fn named(id: &raw::Text) -> String {
    id.get_ref().clone()
}

/// Adds a block beside those of other layers, less the rows of theirs that it replaces; gives what was replaced.
fn lay<T: Block>(blocks: &mut Vec<Placed<T>>, block: Option<T>, at: &Position) -> Vec<Override> {
    let Some(entry) = block else { return Vec::new() };
    let keys = entry.keys();
    let mut overrides = Vec::new();
    for old in blocks.iter_mut().filter(|old| old.file < at.layer) {
        for (key, text) in old.entry.drop_rows(&keys) {
            let Some(new) = keys.get(&key) else { continue };
            overrides.push(Override {
                noun: T::NOUN,
                id: named(new),
                old: (old.file, text.span()),
                new: (at.file, new.span()),
            });
        }
    }
    blocks.push(Placed { file: at.file, entry });
    overrides
}

/// Adds entries, each in the place of an earlier layer's of the same id; gives what was replaced.
fn overlay<T: Keyed>(entries: &mut Vec<Placed<T>>, added: Vec<T>, at: &Position) -> Vec<Override> {
    // What this layer has put there itself is not replaced: a repeat is for the rules to report.
    let numbered = entries.iter().enumerate().rev();
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, old) in numbered.filter(|(_, old)| old.file < at.layer) {
        known.entry(old.entry.key().get_ref().clone()).or_default().push(index);
    }
    let mut overrides = Vec::new();
    for entry in added {
        let replaced = known.get_mut(entry.key().get_ref()).and_then(Vec::pop);
        let placed = Placed { file: at.file, entry };
        match replaced {
            Some(index) => {
                let old = std::mem::replace(&mut entries[index], placed);
                let key = entries[index].entry.key();
                overrides.push(Override {
                    noun: T::NOUN,
                    id: key.get_ref().clone(),
                    old: (old.file, old.entry.key().span()),
                    new: (at.file, key.span()),
                });
            }
            None => entries.push(placed),
        }
    }
    overrides
}

/// Gives what `dataset.toml` of an earlier layer says, where a later one says it anew.
pub(super) fn replaced_about(
    old: Option<&Placed<raw::About>>,
    new: &Placed<raw::About>,
) -> Option<Override> {
    let old = old?;
    Some(Override {
        noun: "dataset",
        id: new.entry.name.get_ref().clone(),
        old: (old.file, old.entry.name.span()),
        new: (new.file, new.entry.name.span()),
    })
}

/// Gives the file of an earlier layer whose rows a file of wages replaces where they are of the same.
pub(super) fn replaced_wages(
    noun: &'static str,
    earlier: &[Placed<raw::WagesOf>],
    id: &str,
    at: &Position,
) -> Option<Override> {
    let mut same = earlier.iter().rev().filter(|old| old.entry.occupation.get_ref() == id);
    let old = same.find(|old| old.file < at.layer)?;
    Some(Override { noun, id: id.to_owned(), old: (old.file, 0..0), new: (at.file, 0..0) })
}
