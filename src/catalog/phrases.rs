//! All of many phrases that stand at places of a text, found by their first bytes. Knows not what they stand for, nor where a
//! word begins.
//!
//! They are stored as they are used, so that making ready takes no time: tables of numbers, lent. Many places are looked up
//! step by step together, and as little as can be is decided for each: what a processor cannot foresee costs it more than
//! all that it works out meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Text;
use super::chunk::{CHUNK, Chunk, LETTER, PAIRS, among};
use super::lent::{Bytes, Table, numbers};

/// Phrases, each with a range of numbers that it leads to.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phrases {
    signs: Signs,
    /// For two bytes that a text begins with, a bit for each number of first bytes by which phrases may be told.
    pairs: Bytes<PAIRS>,
    /// The same for the hashes of more bytes, as `KEYS` says. Most places end here.
    filter: Bytes<FILTER>,
    /// For the first bits of each hash what begins with these first bytes, or else in a slot behind it, as `Slot::packed`;
    /// they are looked at in twos.
    slots: Table<4>,
    /// The phrases that are as long as a chunk or longer, in the order of their bytes, as `Long::packed`.
    long: Table<6>,
    /// Those, one after the other.
    text: Text,
}

/// What is known of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Whether it may stand where a word goes on behind it.
    pub open: bool,
    /// The range that it leads to.
    pub to: Range<u32>,
}

/// The signs of ASCII with which phrases begin.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Signs {
    /// These, with zeros where they are fewer: no text that is read holds one.
    Few([u8; FEW_SIGNS]),
    /// Too many to be told apart: any may be one.
    Many,
}

impl Signs {
    fn of(phrases: &BTreeMap<String, Known>) -> Signs {
        let first = phrases.keys().filter_map(|phrase| phrase.bytes().next());
        let all: BTreeSet<u8> =
            first.filter(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()).collect();
        if all.len() > FEW_SIGNS {
            return Signs::Many;
        }
        let mut few = [0; FEW_SIGNS];
        few.iter_mut().zip(all).for_each(|(known, sign)| *known = sign);
        Signs::Few(few)
    }
}

/// How many signs are told apart.
const FEW_SIGNS: usize = 4;

/// A place of a text at which phrases are likely.
#[derive(Debug, Clone, Copy, Default)]
struct Likely {
    place: u32,
    /// By how many first bytes they are told: a bit for each number.
    lengths: u32,
}

/// Places of a text at which phrases are likely that were not looked up.
#[derive(Debug)]
pub struct Noted {
    places: [Likely; NOTED],
    count: usize,
}

/// How many places can be noted.
pub const NOTED: usize = 128;

impl Noted {
    /// How many are.
    pub fn count(&self) -> usize {
        self.count
    }
}

impl Default for Noted {
    fn default() -> Noted {
        Noted { places: [Likely::default(); NOTED], count: 0 }
    }
}

/// A phrase that stands in a text.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    place: u32,
    length: u32,
    /// The first number that it leads to, and how many.
    to: [u32; 2],
}

impl Standing {
    /// Where it stands, in bytes.
    pub fn place(&self) -> Range<usize> {
        let start = self.place as usize;
        start..start + self.length as usize
    }

    /// The range that it leads to.
    pub fn to(&self) -> Range<u32> {
        let [from, count] = self.to;
        from..from + count
    }
}

/// By how many first bytes it is filtered which phrases are likely, with a bit for each of their lengths. More would take
/// longer, and tell little more.
const KEYS: [(usize, u8); 4] = [(3, 0b100), (4, 0b1_1000), (6, 0b110_0000), (8, 0b1000_0000)];

/// The lengths that two bytes tell.
const SHORT: u8 = 0b11;

/// How many hashes the filter tells apart: many more than there are phrases, and few enough to stay near the processor.
const FILTER: usize = 1 << 14;

/// How many slots there are for what begins alike, at least; so most is found in the two slots of its hash.
const SLOTS: usize = 2;

/// How many phrases with the same first bytes are looked at one by one.
const FEW: usize = 32;

impl Phrases {
    /// Some phrases, none of which is empty.
    pub fn of(phrases: &BTreeMap<String, Known>) -> Phrases {
        let mut text = String::new();
        let mut long = Vec::new();
        let mut begun: Vec<(Chunk, Slot)> = Vec::new();
        for (phrase, Known { open, to }) in phrases {
            let bytes = phrase.as_bytes();
            let (first, decisive) = (Chunk::at(bytes, 0), bytes.len().min(CHUNK));
            let to = [to.start, to.end - to.start];
            let mut slot = Slot { decisive, open: *open, to };
            if decisive == CHUNK {
                slot = Slot { decisive, open: true, to: [long.len() as u32, 1] };
                text.push_str(phrase);
                let behind = Chunk::at(bytes, CHUNK);
                long.push(Long { behind, end: text.len(), length: bytes.len(), to }.packed());
            }
            match begun.last_mut() {
                Some((same, group)) if *same == first => group.to[1] += 1,
                _ => begun.push((first, slot)),
            }
        }
        let (pairs, filter) = filters(&begun);
        Phrases {
            signs: Signs::of(phrases),
            pairs: Bytes::of(pairs),
            filter: Bytes::of(filter),
            slots: Table::of(&slots(&begun)),
            long: Table::of(&long),
            text: text.into(),
        }
    }

    /// The signs with which they begin.
    pub fn signs(&self) -> Signs {
        self.signs
    }

    /// Notes a place of a text of less than 4 GB, where phrases are likely there.
    ///
    /// # Panics
    /// When all of [`NOTED`] are noted and none was looked up.
    #[inline]
    pub fn note(&self, text: &[u8], place: usize, noted: &mut Noted) {
        let first = Chunk::at(text, place);
        let by_pair = self.pairs.all()[first.pair()];
        if by_pair == 0 {
            return;
        }
        let filter = self.filter.all();
        let by_keys = KEYS.iter().fold(SHORT, |known, (key, lengths)| {
            known | filter[among(first.up_to(*key).hash(), FILTER)] & lengths
        });
        let lengths = u32::from(by_pair & by_keys);
        // It is written in any case, so that a processor need not foresee whether it counts.
        noted.places[noted.count] = Likely { place: place as u32, lengths };
        noted.count += usize::from(lengths != 0);
    }

    /// Finds the phrases that stand at the places noted, the shortest one of each place first, and takes these places out. Those
    /// that are not open stand only where a word ends, as far as is told by the place behind them.
    pub fn find(
        &self,
        text: &[u8],
        noted: &mut Noted,
        word_ends: impl Fn(usize) -> bool,
        mut found: impl FnMut(&Standing),
    ) {
        let likely = &mut noted.places[..take(&mut noted.count)];
        let mut at = 0;
        while let Some(Likely { place, lengths }) = likely.get_mut(at) {
            let decisive = lengths.trailing_zeros() as usize + 1;
            *lengths &= *lengths - 1;
            at += usize::from(*lengths == 0);
            let (place, start) = (*place, *place as usize);
            let wanted = Chunk::at(text, start).up_to(decisive);
            let (first, slot) = self.slot(wanted);
            // Behind the end of a text its last bytes are the same for every length.
            let stands = (first == wanted)
                & (slot.decisive == decisive)
                & (slot.open | word_ends(start + decisive));
            if stands {
                let begun = Standing { place, length: decisive as u32, to: slot.to };
                match decisive < CHUNK {
                    true => found(&begun),
                    false => self.longer(text, begun, &mut found),
                }
            }
        }
    }

    /// Finds those of a group with the same first bytes that stand at a place.
    fn longer(&self, text: &[u8], begun: Standing, mut found: impl FnMut(&Standing)) {
        let text = &text[begun.place as usize..];
        let [first, count] = begun.to.map(|number| number as usize);
        let mut stands = |long: &Long| {
            found(&Standing { length: long.length as u32, to: long.to, ..begun });
        };
        if count > FEW {
            self.beginning(text, first..first + count).iter().for_each(stands);
            return;
        }
        let behind = Chunk::at(text, CHUNK);
        for row in self.long.rows(first..first + count) {
            let long = Long::unpacked(row);
            let more = long.length - CHUNK;
            if behind.up_to(more.min(CHUNK)) == long.behind
                && (more <= CHUNK || text.starts_with(self.bytes(&long)))
            {
                stands(&long);
            }
        }
    }

    /// Those of many phrases in the order of their bytes with which a text begins, the shortest one first; found without
    /// looking at each.
    fn beginning(&self, text: &[u8], numbers: Range<usize>) -> Vec<Long> {
        let mut found = Vec::new();
        let mut text = text;
        // Of those that a text begins with the longest is the last one that is not behind it, or begins as that one does.
        while let Some(last) = self.behind(text, &numbers).checked_sub(1)
            && last >= numbers.start
        {
            let long = self.long(last);
            let known = self.bytes(&long);
            let same = known.iter().zip(text).take_while(|(a, b)| a == b).count();
            if same < CHUNK {
                break;
            }
            let whole = same == known.len();
            text = &text[..if whole { same - 1 } else { same }];
            found.extend(Some(long).filter(|_| whole));
        }
        found.reverse();
        found
    }

    /// The first one of some phrases that is behind a text in the order of bytes.
    fn behind(&self, text: &[u8], numbers: &Range<usize>) -> usize {
        let (mut low, mut high) = (numbers.start, numbers.end);
        while low < high {
            let middle = low.midpoint(high);
            match self.bytes(&self.long(middle)) <= text {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }

    fn bytes(&self, long: &Long) -> &'static [u8] {
        &self.text.as_str().as_bytes()[long.end - long.length..long.end]
    }

    /// The slot of some first bytes; where they have none, an empty one or that of others.
    fn slot(&self, wanted: Chunk) -> (Chunk, Slot) {
        let twos = self.slots.twos();
        let mut number = among(wanted.hash(), twos.len());
        loop {
            let two = &twos[number];
            let (first, _) = Slot::unpacked(numbers(two[0]));
            let (first, slot) = Slot::unpacked(numbers(two[usize::from(first != wanted)]));
            if (first == wanted) | (slot.decisive == 0) {
                return (first, slot);
            }
            number = (number + 1) & (twos.len() - 1);
        }
    }

    fn long(&self, number: usize) -> Long {
        Long::unpacked(self.long.at(number))
    }
}

fn filters(begun: &[(Chunk, Slot)]) -> (Box<[u8; PAIRS]>, Box<[u8; FILTER]>) {
    let (mut pairs, mut filter) = (Box::new([0; PAIRS]), Box::new([0; FILTER]));
    for (first, Slot { decisive, .. }) in begun {
        let length = 1 << (decisive - 1);
        for (key, lengths) in KEYS {
            filter[among(first.up_to(key).hash(), FILTER)] |= length & lengths;
        }
        // Behind a single byte any other may stand.
        let seconds = if *decisive == 1 { 1 << LETTER } else { 1 };
        for second in 0..seconds {
            pairs[first.pair() | second << LETTER] |= length;
        }
    }
    (pairs, filter)
}

fn slots(begun: &[(Chunk, Slot)]) -> Vec<[u32; 4]> {
    let mut slots = vec![[0; 4]; (begun.len() * SLOTS).next_power_of_two().max(4)];
    for (first, slot) in begun {
        let mut place = 2 * among(first.hash(), slots.len() / 2);
        while slots[place] != [0; 4] {
            place = (place + 1) & (slots.len() - 1);
        }
        slots[place] = slot.packed(*first);
    }
    slots
}

/// What begins with some first bytes: a phrase, which is told by all of its bytes, or a group of those that are as long as a chunk
/// or longer.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// How many first bytes they are; 0 where nothing does.
    decisive: usize,
    /// Whether it may stand where a word goes on.
    open: bool,
    /// Where the phrase leads, or which are of the group: the first number, and how many.
    to: [u32; 2],
}

impl Slot {
    fn packed(self, first: Chunk) -> [u32; 4] {
        let [a, b] = first.halves();
        let [number, count] = self.to;
        [a, b, count << 5 | u32::from(self.open) << 4 | self.decisive as u32, number]
    }

    fn unpacked([a, b, shape, number]: [u32; 4]) -> (Chunk, Slot) {
        let (decisive, open) = (shape as usize & 0b1111, shape & 0b1_0000 != 0);
        (Chunk::of([a, b]), Slot { decisive, open, to: [number, shape >> 5] })
    }
}

/// A phrase that is as long as a chunk or longer.
struct Long {
    /// Its bytes behind the first ones.
    behind: Chunk,
    /// Where it ends in the text of all.
    end: usize,
    length: usize,
    /// Where it leads: the first number, and how many.
    to: [u32; 2],
}

impl Long {
    fn packed(self) -> [u32; 6] {
        let ([a, b], [number, count]) = (self.behind.halves(), self.to);
        [a, b, self.end as u32, self.length as u32, number, count]
    }

    fn unpacked([a, b, end, length, number, count]: [u32; 6]) -> Long {
        let (end, length) = (end as usize, length as usize);
        Long { behind: Chunk::of([a, b]), end, length, to: [number, count] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn signs_with_which_phrases_begin_are_told_apart_while_they_are_few() {
        let signs = |begin: &str| {
            let phrases = begin.chars().map(|sign| format!("{sign}x")).chain(["x".to_owned()]);
            let known = |phrase| (phrase, Known { open: true, to: 0..1 });
            Phrases::of(&phrases.map(known).collect()).signs()
        };
        for few in ["", "./", "#&./"] {
            let Signs::Few(known) = signs(few) else { panic!("{few}") };
            let known: BTreeSet<u8> = known.into_iter().filter(|sign| *sign != 0).collect();
            assert_eq!(known, few.bytes().collect());
        }
        assert!(matches!(signs("()./&+$#"), Signs::Many));
    }

    proptest! {
        #[test]
        fn each_phrase_that_stands_at_a_place_is_found(
            phrases in prop::collection::btree_map("[abcé]{1,20}|abababab[abc]{0,12}", any::<bool>(), 0..120),
            text in "[abcéd]{0,24}|abababab[abc]{0,16}",
            words_end in any::<bool>(),
        ) {
            let known = (0..).zip(&phrases).map(|(number, (phrase, open))| {
                (phrase.clone(), Known { open: *open, to: number..number + 1 })
            });
            let known = Phrases::of(&known.collect());
            let (mut noted, mut found) = (Noted::default(), Vec::new());
            for (place, _) in text.char_indices() {
                known.note(text.as_bytes(), place, &mut noted);
            }
            known.find(text.as_bytes(), &mut noted, |_| words_end, |one| {
                found.push((one.place(), one.to().start as usize));
            });
            prop_assert_eq!(noted.count(), 0);
            let mut stand = Vec::new();
            for (place, _) in text.char_indices() {
                let mut here = Vec::new();
                for (number, (phrase, open)) in phrases.iter().enumerate() {
                    // What is long is told by more than where it ends.
                    let may_end = *open || words_end || phrase.len() >= CHUNK;
                    if may_end && text[place..].starts_with(phrase) {
                        here.push((place..place + phrase.len(), number));
                    }
                }
                here.sort_by_key(|(place, _)| place.end);
                stand.append(&mut here);
            }
            prop_assert_eq!(found, stand);
        }
    }
}
