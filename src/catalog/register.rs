//! Keys and the numbers to which they lead, stored as books print an index, so that only what is asked for is read. Knows not what is
//! numbered.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::str::Lines;

use memchr::{memchr, memrchr};
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

/// For each key a line, in the order of keys: `key` and, behind a tab, the numbers between spaces, each as what is added to the
/// one before it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Register(Text);

impl Register {
    pub(super) fn new(leads: &Leads) -> Register {
        let mut lines = String::new();
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
        let line = self.lines_from(key).next().and_then(|line| line.strip_prefix(key));
        numbers(line.filter(|rest| rest.starts_with('\t')).unwrap_or_default())
    }

    /// How many numbers each key has.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&str, usize)> {
        let lines = self.0.lines().filter_map(|line| line.split_once('\t'));
        lines.map(|(key, numbers)| (key, numbers.bytes().filter(|byte| *byte == b' ').count() + 1))
    }

    /// The numbers of all keys with a beginning, in order, each once.
    pub(super) fn beginning_with(&self, beginning: &str) -> Vec<usize> {
        let lines = self.lines_from(beginning).take_while(|line| line.starts_with(beginning));
        let mut all: Vec<usize> = lines.flat_map(numbers).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The lines from the first one on whose key is not before another.
    fn lines_from(&self, wanted: &str) -> Lines<'static> {
        let lines = self.0.as_str();
        let (bytes, mut low, mut high) = (lines.as_bytes(), 0, lines.len());
        while low < high {
            let middle = low.midpoint(high);
            let start = memrchr(b'\n', &bytes[low..middle]).map_or(low, |end| low + end + 1);
            let end = memchr(b'\t', &bytes[start..]).map_or(high, |length| start + length);
            match &bytes[start..end] < wanted.as_bytes() {
                true => low = memchr(b'\n', &bytes[end..]).map_or(high, |rest| end + rest + 1),
                false => high = start,
            }
        }
        lines[low..].lines()
    }
}

/// The numbers of a line, or of what follows its key.
fn numbers(line: &'static str) -> impl Iterator<Item = usize> {
    let numbers = line.split_once('\t').map_or("", |(_, numbers)| numbers);
    let added = numbers.split(' ').filter_map(|number| number.parse::<usize>().ok());
    added.scan(0, |sum, added| {
        *sum += added;
        Some(*sum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_key_leads_to_its_numbers_and_no_other_does(
            keys in prop::collection::btree_map("[ab é]{0,4}", prop::collection::btree_set(0usize..99, 1..4), 0..20),
            wanted in "[ab é]{0,3}",
        ) {
            let leads: Leads =
                keys.into_iter().map(|(key, numbers)| (key, numbers.into_iter().collect())).collect();
            let register = Register::new(&leads);
            let at: Vec<usize> = register.at(&wanted).collect();
            prop_assert_eq!(at, leads.get(&wanted).cloned().unwrap_or_default());
            let begun = leads.iter().filter(|(key, _)| key.starts_with(&wanted));
            let all: std::collections::BTreeSet<usize> =
                begun.flat_map(|(_, numbers)| numbers).copied().collect();
            prop_assert_eq!(register.beginning_with(&wanted), all.into_iter().collect::<Vec<_>>());
        }
    }
}
