//! What stands where: the entries of a catalog, by their words and by the sources that they rest on. Ranks nothing.
//!
//! The build stores it as books print it, each key on a line with the numbers of its entries, so that only those are decoded
//! that are asked for. Without it, as in a dataset from a folder, all entries are gathered.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::name::unaccented;
use super::part::{NotStored, Records};
use super::word::{bare, may_begin, words};
use super::{Catalog, SourceId, Text};

/// The entries of a catalog and what leads to them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Index {
    by_source: Register,
    by_word: Register,
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

/// The numbers of entries to which a key leads.
type Leads = BTreeMap<String, Vec<usize>>;

fn lead(leads: &mut Leads, key: &str, number: usize) {
    let known = leads.entry(key.to_owned()).or_default();
    if known.last() != Some(&number) {
        known.push(number);
    }
}

/// Keys and the numbers to which they lead: for each a line, `key` and, behind a tab, the numbers between spaces, each as what is added
/// to the one before it.
#[derive(Debug, Serialize, Deserialize)]
struct Register(Text);

impl Register {
    fn new(leads: &Leads) -> Register {
        let mut lines = String::from("\n");
        for (key, numbers) in leads {
            lines.push_str(key);
            let mut before = 0;
            for (index, number) in numbers.iter().enumerate() {
                let between = if index == 0 { '\t' } else { ' ' };
                // Writing to a string cannot fail.
                let _ = write!(lines, "{between}{}", number - before);
                before = *number;
            }
            lines.push('\n');
        }
        Register(lines.into())
    }

    /// The numbers of one key.
    fn at(&self, key: &str) -> impl Iterator<Item = usize> + use<> {
        let start = memmem::find(self.0.as_bytes(), format!("\n{key}\t").as_bytes());
        self.numbers(start)
    }

    /// The numbers of all keys with a beginning, in order, each once.
    fn beginning_with(&self, beginning: &str) -> Vec<usize> {
        let lines = self.0.as_bytes();
        let begin = format!("\n{beginning}");
        let starts = memmem::find_iter(lines, begin.as_bytes());
        let mut all: Vec<usize> = starts.flat_map(|start| self.numbers(Some(start))).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The numbers of the line that follows a line's end.
    fn numbers(&self, end: Option<usize>) -> impl Iterator<Item = usize> + use<> {
        let line = end.and_then(|end| self.0.as_str()[end + 1..].lines().next());
        let numbers =
            line.and_then(|line| line.split_once('\t')).map_or("", |(_, numbers)| numbers);
        let added = numbers.split(' ').filter_map(|number| number.parse::<usize>().ok());
        added.scan(0, |sum, added| {
            *sum += added;
            Some(*sum)
        })
    }
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

    /// How many entries rest on each source, directly or as the reference of another.
    pub fn entries_by_source(&self) -> BTreeMap<SourceId, usize> {
        let ids = self.sources().iter().map(|source| source.id);
        match &*self.index {
            Some(index) => ids.map(|id| (id, index.by_source.at(id.as_str()).count())).collect(),
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
