//! Keys and the numbers to which they lead, stored as books print an index, so that only what is asked for is read. Knows not what is
//! numbered.

use std::collections::BTreeMap;
use std::fmt::Write;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::text::Text;

/// The numbers to which keys lead.
pub(super) type Leads = BTreeMap<String, Vec<usize>>;

/// Lets a key lead to a number; of one key, numbers come in order.
pub(super) fn lead(leads: &mut Leads, key: &str, number: usize) {
    let known = leads.entry(key.to_owned()).or_default();
    if known.last() != Some(&number) {
        known.push(number);
    }
}

/// For each key a line, `key` and, behind a tab, the numbers between spaces, each as what is added
/// to the one before it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Register(Text);

impl Register {
    pub(super) fn new(leads: &Leads) -> Register {
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
    pub(super) fn at(&self, key: &str) -> impl Iterator<Item = usize> + use<> {
        let start = memmem::find(self.0.as_bytes(), format!("\n{key}\t").as_bytes());
        self.numbers(start)
    }

    /// How many numbers each key has.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&str, usize)> {
        let lines = self.0.lines().filter_map(|line| line.split_once('\t'));
        lines.map(|(key, numbers)| (key, numbers.bytes().filter(|byte| *byte == b' ').count() + 1))
    }

    /// The numbers of all keys with a beginning, in order, each once.
    pub(super) fn beginning_with(&self, beginning: &str) -> Vec<usize> {
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
