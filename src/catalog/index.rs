//! What stands where: the entries of a catalog, by their words and by the sources that they rest on, and roles by the titles that are
//! listed as them. Ranks nothing.
//!
//! The build stores it as books print it, each key on a line with numbers, so that only that is decoded which is asked for.
//! Without it, as in a dataset from a folder, all entries are gathered, and titles that are listed when one is first looked up.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::name::{fold, unaccented};
use super::part::{NotStored, Records};
use super::register::{Leads, Register, lead};
use super::word::{bare, may_begin, words};
use super::{Catalog, Role, SourceId};

/// The entries of a catalog and what leads to them, and what leads to roles.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Index {
    /// Numbers of entries.
    by_source: Register,
    /// Numbers of entries.
    by_word: Register,
    roles_by_listed: Register,
    entries: Records<Entry>,
}

impl Index {
    /// # Errors
    /// When an entry cannot be stored; none is of that kind.
    pub(super) fn of(catalog: &Catalog) -> Result<Index, NotStored> {
        let entries = catalog.gathered();
        let (mut by_source, mut by_word) = (Leads::new(), Leads::new());
        for (number, entry) in entries.iter().enumerate() {
            let texts = entry.names.iter().chain([&entry.title, &entry.text]);
            for lower in texts.map(|text| unaccented(text)) {
                words(&lower).for_each(|word| lead(&mut by_word, bare(&word), number));
            }
            for source in catalog.behind_all(&entry.sources) {
                lead(&mut by_source, source.as_str(), number);
            }
        }
        Ok(Index {
            roles_by_listed: roles_by_listed(catalog),
            by_source: Register::new(&by_source),
            by_word: Register::new(&by_word),
            entries: Records::of(&entries)?,
        })
    }

    /// The entries that hold each of some words, or a word that it begins.
    fn holding(&self, wanted: &[Cow<'_, str>]) -> Vec<Entry> {
        let mut numbers: Option<Vec<usize>> = None;
        for word in wanted.iter().map(|word| bare(word)) {
            let holding = match may_begin(word) {
                true => self.by_word.beginning_with(word),
                false => self.by_word.at(word).collect(),
            };
            numbers = Some(match numbers {
                Some(mut known) => {
                    known.retain(|number| holding.binary_search(number).is_ok());
                    known
                }
                None => holding,
            });
        }
        numbers.into_iter().flatten().map(|number| self.entries.at(number)).collect()
    }
}

/// Numbers of roles, by the titles that are listed as them, as names are compared.
fn roles_by_listed(catalog: &Catalog) -> Register {
    let mut by_listed = Leads::new();
    for (number, role) in catalog.roles().iter().enumerate() {
        role.listed_as.iter().for_each(|title| lead(&mut by_listed, &fold(title), number));
    }
    Register::new(&by_listed)
}

impl Catalog {
    /// Every name and every text that rests on a source, nouns in reading order.
    pub fn entries(&self) -> Vec<Entry> {
        match &*self.index {
            Some(index) => index.entries.all().collect(),
            None => self.gathered(),
        }
    }

    /// Those entries that hold some words, and perhaps others.
    pub fn entries_holding(&self, wanted: &[Cow<'_, str>]) -> Vec<Entry> {
        match &*self.index {
            Some(index) => index.holding(wanted),
            None => self.gathered(),
        }
    }

    /// Those entries that rest on a source, directly or as the reference of another.
    pub fn entries_on(&self, source: &SourceId) -> Vec<Entry> {
        match &*self.index {
            Some(index) => {
                index.by_source.at(source.as_str()).map(|number| index.entries.at(number)).collect()
            }
            None => {
                let mut all = self.gathered();
                all.retain(|entry| self.behind_all(&entry.sources).contains(&source));
                all
            }
        }
    }

    /// The roles as which a title is listed that is, as names are compared, the one that `fold` has given.
    pub fn listed_as(&self, wanted: &str) -> Vec<&Role> {
        let listed = match &*self.index {
            Some(index) => &index.roles_by_listed,
            None => self.roles_by_listed.get_or_init(|| roles_by_listed(self)),
        };
        listed.at(wanted).filter_map(|number| self.roles().at(number)).collect()
    }

    /// How many entries rest on each source, directly or as the reference of another.
    pub fn entries_by_source(&self) -> BTreeMap<SourceId, usize> {
        let ids = self.sources().iter().map(|source| source.id);
        match &*self.index {
            Some(index) => {
                let counts: BTreeMap<&str, usize> = index.by_source.counts().collect();
                let count = |id: &SourceId| counts.get(id.as_str()).copied().unwrap_or_default();
                ids.map(|id| (id, count(&id))).collect()
            }
            None => {
                let mut counts: BTreeMap<SourceId, usize> = ids.map(|id| (id, 0)).collect();
                for entry in self.gathered() {
                    for source in self.behind_all(&entry.sources) {
                        *counts.entry(*source).or_default() += 1;
                    }
                }
                counts
            }
        }
    }
}
