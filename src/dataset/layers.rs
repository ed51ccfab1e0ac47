//! How a later layer adds to and replaces entries of earlier ones. Knows keys, not what the entries say.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::Document;
use super::raw::{self, FileIndex, Placed, Raw};

/// The place of a file among the files, and where its layer begins.
pub(super) struct Position {
    pub(super) file: FileIndex,
    pub(super) layer: FileIndex,
}

/// What tells two entries of a noun apart, so that a later layer can replace an earlier one's.
trait Keyed {
    /// The id.
    fn key(&self) -> &Spanned<String>;
}

macro_rules! keyed {
    ($($entry:ty => $field:tt),* $(,)?) => {
        $(impl Keyed for $entry {
            fn key(&self) -> &Spanned<String> {
                &self.$field
            }
        })*
    };
}

keyed! {
    raw::Source => id, raw::Track => id, raw::Level => id, raw::Phase => id, raw::Role => id,
    raw::Skill => id, raw::Certification => id, raw::Ladder => id, raw::Move => id,
    raw::Alternatives => id, raw::Evidence => id,
    raw::Task => id, raw::Topic => id, raw::Fact => id,
    raw::Conflict => id, raw::Occupation => id, raw::Quote => id, raw::Vintage => title,
    raw::Term => id,
    raw::Area => code, raw::Industry => 0, raw::Projection => occupation,
}

/// Takes in the entries of a file.
pub(super) fn merge(raw: &mut Raw, document: Document, at: &Position) {
    overlay(&mut raw.sources, document.sources, at);
    overlay(&mut raw.tracks, document.tracks, at);
    overlay(&mut raw.levels, document.levels, at);
    overlay(&mut raw.phases, document.phases, at);
    overlay(&mut raw.roles, document.roles, at);
    overlay(&mut raw.skills, document.skills, at);
    overlay(&mut raw.certifications, document.certifications, at);
    overlay(&mut raw.alternatives, document.alternatives, at);
    overlay(&mut raw.evidence, document.evidence, at);
    overlay(&mut raw.ladders, document.ladders, at);
    overlay(&mut raw.moves, document.moves, at);
    lay(&mut raw.related, document.related, at);
    lay(&mut raw.technology, document.technology, at);
    lay(&mut raw.survey, document.survey, at);
    overlay(&mut raw.tasks, document.tasks, at);
    overlay(&mut raw.topics, document.topics, at);
    overlay(&mut raw.facts, document.facts, at);
    overlay(&mut raw.conflicts, document.conflicts, at);
    overlay(&mut raw.vintages, document.vintages, at);
    overlay(&mut raw.occupations, document.occupations, at);
    overlay(&mut raw.quotes, document.quotes, at);
    overlay(&mut raw.terms, document.terms, at);
    overlay(&mut raw.market.areas, document.areas, at);
    place(&mut raw.market.place_names, document.place_names, at);
    overlay(&mut raw.market.industries, document.industries, at);
    place(&mut raw.market.industry_names, document.industry_names, at);
    overlay(&mut raw.market.projections, document.projections, at);
}

/// Adds entries beside those of other layers.
pub(super) fn place<T>(entries: &mut Vec<Placed<T>>, added: Vec<T>, at: &Position) {
    entries.extend(added.into_iter().map(|entry| Placed { file: at.file, entry }));
}

/// A block of rows, of which a later layer's replace those of the same key.
trait Block {
    /// What a row is of.
    type Key: Ord;

    /// What its rows are of.
    fn keys(&self) -> BTreeSet<Self::Key>;

    /// Leaves out the rows that are of one of these.
    fn drop_rows(&mut self, of: &BTreeSet<Self::Key>);
}

macro_rules! block {
    ($($block:ty, $row:ident => $key:expr, $type:ty);* $(;)?) => {
        $(impl Block for $block {
            type Key = $type;

            fn keys(&self) -> BTreeSet<$type> {
                self.rows.iter().map(|$row| $key).collect()
            }

            fn drop_rows(&mut self, of: &BTreeSet<$type>) {
                self.rows.retain(|$row| !of.contains(&$key));
            }
        })*
    };
}

block! {
    raw::Related, row => named(&row.0), String;
    raw::Technology, row => [&row.skill, &row.role].map(named), [String; 2];
    raw::Survey, row => (named(&row.0), row.1), (String, raw::SurveyQuestion);
}

fn named(id: &raw::Text) -> String {
    id.get_ref().clone()
}

/// Adds a block beside those of other layers, less the rows of theirs that it replaces.
fn lay<T: Block>(blocks: &mut Vec<Placed<T>>, block: Option<T>, at: &Position) {
    let Some(entry) = block else { return };
    let replaced = entry.keys();
    for old in blocks.iter_mut().filter(|old| old.file < at.layer) {
        old.entry.drop_rows(&replaced);
    }
    blocks.push(Placed { file: at.file, entry });
}

fn overlay<T: Keyed>(entries: &mut Vec<Placed<T>>, added: Vec<T>, at: &Position) {
    // What this layer has put there itself is not replaced: a repeat is for the rules to report.
    let numbered = entries.iter().enumerate().rev();
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, old) in numbered.filter(|(_, old)| old.file < at.layer) {
        known.entry(old.entry.key().get_ref().clone()).or_default().push(index);
    }
    for entry in added {
        let replaced = known.get_mut(entry.key().get_ref()).and_then(Vec::pop);
        let placed = Placed { file: at.file, entry };
        match replaced {
            Some(index) => entries[index] = placed,
            None => entries.push(placed),
        }
    }
}
