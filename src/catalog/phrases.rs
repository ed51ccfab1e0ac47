//! All of many phrases that begin at a place, found by their first bytes. Knows not what they stand for, nor where a word
//! begins.
//!
//! They are stored as they are used, so that making ready takes no time: tables of numbers, lent.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Text;
use super::lent::{Bytes, Table};

/// Phrases, each with a range of numbers that it leads to.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phrases {
    /// For each hash of first bytes a bit for each number of them: whether phrases may begin so. Most places end here.
    filter: Bytes<FILTER>,
    /// For the first bits of each hash the first phrase with these first bytes, or else in a slot behind it; as one more than
    /// its number, 0 for none.
    slots: Table<1>,
    /// In the order of their bytes: the first ones and those behind them, each as two numbers; where the phrase ends in the
    /// text, how long it is, and the range that it leads to.
    phrases: Table<8>,
    /// One after the other.
    text: Text,
}

/// Bytes of a text that are compared at once; behind its end are zeros, which no phrase has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chunk(u64);

/// By how many of their first bytes phrases may begin at a place: a bit for each number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths(u8);

/// How many bytes are compared at once.
const CHUNK: usize = size_of::<u64>();

/// How many hashes the filter tells apart: many more than there are phrases, and few enough to stay near the processor.
const FILTER: usize = 1 << 14;

/// How many slots there are for each phrase, at least; so most are found in the slot of their hash.
const SLOTS: usize = 2;

/// How many phrases with the same first bytes are looked at one by one.
const FEW: usize = 32;

impl Chunk {
    /// None.
    pub const NONE: Chunk = Chunk(0);

    /// The bytes from a place on.
    pub fn at(text: &[u8], start: usize) -> Chunk {
        let rest = text.get(start..).unwrap_or_default();
        Chunk(match rest.first_chunk() {
            Some(chunk) => u64::from_le_bytes(*chunk),
            None => rest.iter().rfold(0, |chunk, byte| chunk << 8 | u64::from(*byte)),
        })
    }

    /// No more than so many of them.
    fn up_to(self, length: usize) -> Chunk {
        Chunk(self.0 & FIRST[length])
    }

    fn hash(self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn halves(self) -> [u32; 2] {
        [self.0 as u32, (self.0 >> u32::BITS) as u32]
    }

    fn of([low, high]: [u32; 2]) -> Chunk {
        Chunk(u64::from(high) << u32::BITS | u64::from(low))
    }
}

/// What leaves so many bytes of a chunk.
const FIRST: [u64; CHUNK + 1] = {
    let mut masks = [u64::MAX; CHUNK + 1];
    let mut length = 0;
    while length < CHUNK {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

/// The number that the first bits of a hash are, among so many as a power of two.
fn among(hash: u64, count: usize) -> usize {
    (hash >> (u64::BITS - count.trailing_zeros())) as usize
}

impl Lengths {
    /// No phrase begins there.
    pub const NONE: Lengths = Lengths(0);
}

impl Phrases {
    /// Phrases, none of which is empty, each with the range that it leads to.
    pub fn of(phrases: &BTreeMap<String, Range<u32>>) -> Phrases {
        let mut filter = Box::new([0; FILTER]);
        let mut slots = vec![[0]; (phrases.len() * SLOTS).next_power_of_two().max(2)];
        let mut rows: Vec<[u32; 8]> = Vec::new();
        let mut text = String::new();
        for (number, (phrase, to)) in (1..).zip(phrases) {
            text.push_str(phrase);
            let [first, behind] = [0, CHUNK].map(|start| Chunk::at(phrase.as_bytes(), start));
            let ([a, b], [c, d]) = (first.halves(), behind.halves());
            let begins_group = rows.last().is_none_or(|[low, high, ..]| [*low, *high] != [a, b]);
            rows.push([a, b, c, d, text.len() as u32, phrase.len() as u32, to.start, to.end]);
            if begins_group {
                filter[among(first.hash(), FILTER)] |= 1 << (phrase.len().min(CHUNK) - 1);
                let mut slot = among(first.hash(), slots.len());
                while slots[slot] != [0] {
                    slot = (slot + 1) & (slots.len() - 1);
                }
                slots[slot] = [number];
            }
        }
        Phrases {
            filter: Bytes::of(filter),
            slots: Table::of(&slots),
            phrases: Table::of(&rows),
            text: text.into(),
        }
    }

    /// The bytes with which phrases begin, some of them several times.
    pub fn first_bytes(&self) -> impl Iterator<Item = u8> {
        self.phrases.all().map(|[low, ..]| low as u8)
    }

    /// By how many first bytes phrases may begin; nothing is decided that would take a processor by surprise.
    pub fn lengths(&self, first: Chunk) -> Lengths {
        let filter = self.filter.all();
        (1..=CHUNK).fold(Lengths::NONE, |Lengths(known), length| {
            let may = filter[among(first.up_to(length).hash(), FILTER)];
            Lengths(known | may & 1 << (length - 1))
        })
    }

    /// Says of each phrase that a text begins with how long it is, and the range that it leads to; the shortest one first.
    pub fn each(
        &self,
        text: &[u8],
        first: Chunk,
        Lengths(mut lengths): Lengths,
        mut say: impl FnMut(usize, Range<u32>),
    ) {
        while lengths != 0 {
            let decisive = lengths.trailing_zeros() as usize + 1;
            lengths &= lengths - 1;
            let first = first.up_to(decisive);
            // Behind the end of a text its last bytes are the same for every length.
            let found = self.first(first).filter(|(_, one)| one.length.min(CHUNK) == decisive);
            let Some((number, phrase)) = found else { continue };
            if decisive < CHUNK {
                // There is one such phrase.
                say(decisive, phrase.to);
                continue;
            }
            let behind = Chunk::at(text, CHUNK);
            let others = (number + 1..self.phrases.len()).map(|number| self.phrase(number));
            let alike = [phrase].into_iter().chain(others).take_while(|one| one.first == first);
            let mut few = FEW;
            for phrase in alike.take(FEW) {
                few -= 1;
                let more = phrase.length - CHUNK;
                if behind.up_to(more.min(CHUNK)) == phrase.behind
                    && (more <= CHUNK || text.starts_with(self.bytes(&phrase)))
                {
                    say(phrase.length, phrase.to);
                }
            }
            if few == 0 {
                for phrase in self.beginning(text, number + FEW) {
                    say(phrase.length, phrase.to);
                }
            }
        }
    }

    /// The phrases from a number on with which a text begins, the shortest one first; found without looking at each.
    fn beginning(&self, text: &[u8], from: usize) -> Vec<Phrase> {
        let mut found = Vec::new();
        let mut text = text;
        // Of those that a text begins with the longest is the last one that is not behind it, or begins as that one does.
        while let Some(last) = self.behind(text, from).checked_sub(1).filter(|last| *last >= from) {
            let phrase = self.phrase(last);
            let known = self.bytes(&phrase);
            let same = known.iter().zip(text).take_while(|(a, b)| a == b).count();
            if same < CHUNK {
                break;
            }
            let whole = same == known.len();
            text = &text[..if whole { same - 1 } else { same }];
            found.extend(Some(phrase).filter(|_| whole));
        }
        found.reverse();
        found
    }

    /// The first phrase from a number on that is behind a text in the order of bytes.
    fn behind(&self, text: &[u8], from: usize) -> usize {
        let (mut low, mut high) = (from, self.phrases.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.bytes(&self.phrase(middle)) <= text {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }

    fn bytes(&self, phrase: &Phrase) -> &'static [u8] {
        &self.text.as_str().as_bytes()[phrase.end - phrase.length..phrase.end]
    }

    /// The first phrase with some first bytes, and its number.
    fn first(&self, wanted: Chunk) -> Option<(usize, Phrase)> {
        let slots = self.slots.len();
        let mut slot = among(wanted.hash(), slots);
        loop {
            let number = self.slots.at(slot)[0].checked_sub(1)? as usize;
            let phrase = self.phrase(number);
            if phrase.first == wanted {
                return Some((number, phrase));
            }
            slot = (slot + 1) & (slots - 1);
        }
    }

    fn phrase(&self, number: usize) -> Phrase {
        let [a, b, c, d, end, length, from, to] = self.phrases.at(number);
        Phrase {
            first: Chunk::of([a, b]),
            behind: Chunk::of([c, d]),
            end: end as usize,
            length: length as usize,
            to: from..to,
        }
    }
}

/// A phrase as it is stored.
struct Phrase {
    first: Chunk,
    behind: Chunk,
    /// Where it ends in the text of all.
    end: usize,
    length: usize,
    /// Where it leads.
    to: Range<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_phrase_that_a_text_begins_with_is_said(
            phrases in prop::collection::btree_set("[abcé]{1,20}|abababab[abc]{0,12}", 0..120),
            text in "[abcéd]{0,24}|abababab[abc]{0,16}",
        ) {
            let known = Phrases::of(&phrases.iter().cloned().zip((0..).map(|n| n..n)).collect());
            let mut said = Vec::new();
            let first = Chunk::at(text.as_bytes(), 0);
            known.each(text.as_bytes(), first, known.lengths(first), |length, to| {
                said.push((to.start as usize, length));
            });
            let begun = phrases.iter().enumerate().filter(|(_, phrase)| text.starts_with(*phrase));
            let mut begun: Vec<_> = begun.map(|(number, phrase)| (number, phrase.len())).collect();
            begun.sort_by_key(|(_, length)| *length);
            prop_assert_eq!(said, begun);
        }
    }
}
