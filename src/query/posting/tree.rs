//! All of many phrases that begin at a place, in one walk. Knows not what they stand for, nor where a word begins.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::ops::Range;

/// Phrases as a tree of their letters. Where only one phrase is left, its rest is compared at once: that keeps the tree
/// small enough to stay near the processor, which is what its speed rests on.
#[derive(Debug)]
pub(super) struct Tree {
    /// In the order of their bytes, one after the other.
    phrases: Vec<u8>,
    /// Where each phrase begins in them, and where the last one ends.
    begins: Vec<usize>,
    /// Which step of a node each byte takes; bytes that stand in no phrase share the first, which leads nowhere.
    columns: Box<[u8; 256]>,
    /// How many steps a node has; so many that nodes fill whole lines of a cache.
    width: usize,
    /// The steps of one node after those of another, packed. A node is known by the place of its first step.
    steps: Vec<u32>,
    /// The phrase that ends at each node.
    ends: Vec<Option<usize>>,
}

/// Where a byte leads from a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Nowhere,
    /// To a node where no phrase ends.
    Node(usize),
    /// To a node where one does.
    End(usize),
    /// To the only phrase that goes on like this.
    Last(usize),
}

/// What marks a packed step to the only phrase. The root is never a step's end, so that 0 leads nowhere.
const LAST: u32 = 1 << 31;

/// What marks a packed step to a node where a phrase ends.
const END: u32 = 1 << 30;

/// The columns of bytes, the most frequent ones first, so that the steps that are taken most stand together; and how many
/// there are.
fn columns(phrases: &[String]) -> (Box<[u8; 256]>, usize) {
    let mut counts: Vec<(usize, u8)> = (0..=u8::MAX).map(|byte| (0, byte)).collect();
    for byte in phrases.iter().flat_map(|phrase| phrase.bytes()) {
        counts[usize::from(byte)].0 += 1;
    }
    counts.retain(|(count, _)| *count > 0);
    counts.sort_by_key(|(count, _)| Reverse(*count));
    let mut columns = Box::new([0; 256]);
    // UTF-8 never uses all bytes, so that there are fewer than 256.
    for (column, (_, byte)) in (1..=u8::MAX).zip(&counts) {
        columns[usize::from(*byte)] = column;
    }
    (columns, (counts.len() + 1).next_multiple_of(16))
}

/// What is still to be put into the tree: the phrases that go through a node.
struct Open {
    node: usize,
    phrases: Range<usize>,
    depth: usize,
}

impl Tree {
    /// A tree of phrases, each once and in the order of their bytes; none is empty.
    pub(super) fn new(phrases: Vec<String>) -> Tree {
        let (columns, width) = columns(&phrases);
        let mut begins = vec![0];
        begins.extend(phrases.iter().scan(0, |end, phrase| {
            *end += phrase.len();
            Some(*end)
        }));
        let (steps, ends) = (Vec::new(), Vec::new());
        let phrases = phrases.concat().into_bytes();
        let mut tree = Tree { phrases, begins, columns, width, steps, ends };
        let all = 0..tree.begins.len() - 1;
        let mut open = VecDeque::from([Open { node: tree.grow(), phrases: all, depth: 0 }]);
        while let Some(next) = open.pop_front() {
            tree.branch(next, &mut open);
        }
        tree
    }

    fn phrase(&self, number: usize) -> &[u8] {
        &self.phrases[self.begins[number]..self.begins[number + 1]]
    }

    /// A node that leads nowhere yet.
    fn grow(&mut self) -> usize {
        self.ends.push(None);
        self.steps.resize(self.steps.len() + self.width, 0);
        self.steps.len() - self.width
    }

    /// Gives a node its steps; nodes that they lead to are open then.
    fn branch(&mut self, of: Open, open: &mut VecDeque<Open>) {
        let Open { node, mut phrases, depth } = of;
        while let Some(number) = phrases.next() {
            let Some(byte) = self.phrase(number).get(depth).copied() else {
                self.ends[node / self.width] = Some(number);
                continue;
            };
            let same = |other: &usize| self.phrase(*other).get(depth) == Some(&byte);
            let through = number..number + 1 + phrases.clone().take_while(same).count();
            phrases.start = through.end;
            let step = if through.len() == 1 {
                LAST | number as u32
            } else {
                let ends = self.phrase(number).len() == depth + 1;
                let next = self.grow();
                open.push_back(Open { node: next, phrases: through, depth: depth + 1 });
                next as u32 | if ends { END } else { 0 }
            };
            self.steps[node + usize::from(self.columns[usize::from(byte)])] = step;
        }
    }

    /// Says each phrase that a text begins with, by its number and with its length, shortest first.
    pub(super) fn each(&self, text: &[u8], mut say: impl FnMut(usize, usize)) {
        let mut node = 0;
        for (depth, byte) in text.iter().enumerate() {
            match self.step(node, *byte) {
                Step::Nowhere => return,
                Step::Node(next) => node = next,
                Step::End(next) => {
                    node = next;
                    self.ends[node / self.width].iter().for_each(|phrase| say(*phrase, depth + 1));
                }
                Step::Last(phrase) => {
                    let whole = self.phrase(phrase);
                    let same = |(a, b): (&u8, &u8)| a == b;
                    if whole.len() <= text.len()
                        && whole[depth..].iter().zip(&text[depth..]).all(same)
                    {
                        say(phrase, whole.len());
                    }
                    return;
                }
            }
        }
    }

    fn step(&self, node: usize, byte: u8) -> Step {
        let packed = self.steps[node + usize::from(self.columns[usize::from(byte)])];
        let to = (packed & !(LAST | END)) as usize;
        match packed {
            // The most frequent one is told first, and by one comparison.
            1..END => Step::Node(to),
            0 => Step::Nowhere,
            END..LAST => Step::End(to),
            LAST.. => Step::Last(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_phrase_that_a_text_begins_with_is_said(
            phrases in prop::collection::btree_set("[abcé]{1,5}", 0..40),
            text in "[abcéd]{0,8}",
        ) {
            let phrases: Vec<String> = phrases.into_iter().collect();
            let tree = Tree::new(phrases.clone());
            let mut said = Vec::new();
            tree.each(text.as_bytes(), |phrase, length| {
                assert_eq!(phrases[phrase].len(), length);
                said.push(phrases[phrase].clone());
            });
            let mut begun: Vec<_> =
                phrases.into_iter().filter(|phrase| text.starts_with(phrase.as_str())).collect();
            begun.sort_by_key(String::len);
            prop_assert_eq!(&said, &begun);
        }
    }
}
