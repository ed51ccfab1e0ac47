//! All of many phrases that begin at a place, in one walk. Knows not what they stand for, nor where a word begins.

/// Phrases as a tree of their letters. Where only one phrase is left, its rest is compared at once: that keeps the tree
/// small enough to stay near the processor, which is what its speed rests on.
#[derive(Debug)]
pub(super) struct Tree {
    /// In the order of their letters.
    phrases: Vec<String>,
    /// Which step of a node each byte takes; bytes that stand in no phrase share the first, which leads nowhere.
    columns: Box<[u8; 256]>,
    /// How many steps a node has.
    width: usize,
    /// The steps of one node after those of another, packed.
    steps: Vec<u32>,
    /// The phrase that ends at each node.
    ends: Vec<Option<usize>>,
}

/// Where a byte leads from a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Nowhere,
    /// To a node.
    Node(u32),
    /// To the only phrase that goes on like this.
    Last(u32),
}

/// What marks a packed step to the last phrase; the root is never a step's end, so that 0 leads nowhere.
const LAST: u32 = 1 << 31;

/// What is still to be put into the tree: the phrases that go through a node.
struct Open {
    node: usize,
    phrases: std::ops::Range<usize>,
    depth: usize,
}

impl Tree {
    /// A tree of phrases, each once and in the order of their bytes; none is empty.
    pub(super) fn new(phrases: Vec<String>) -> Tree {
        let mut columns = Box::new([0; 256]);
        let mut width = 1;
        for byte in phrases.iter().flat_map(|phrase| phrase.bytes()) {
            let column: &mut u8 = &mut columns[usize::from(byte)];
            if *column == 0 {
                // UTF-8 never uses all bytes, so that there are fewer than 256.
                *column = u8::try_from(width).unwrap_or(u8::MAX);
                width += 1;
            }
        }
        let mut tree = Tree { phrases, columns, width, steps: Vec::new(), ends: Vec::new() };
        let root = Open { node: tree.grow(), phrases: 0..tree.phrases.len(), depth: 0 };
        let mut open = std::collections::VecDeque::from([root]);
        while let Some(next) = open.pop_front() {
            tree.branch(next, &mut open);
        }
        tree
    }

    /// A node that leads nowhere yet.
    fn grow(&mut self) -> usize {
        self.ends.push(None);
        self.steps.resize(self.ends.len() * self.width, 0);
        self.ends.len() - 1
    }

    /// Gives a node its steps; nodes that they lead to are open then.
    fn branch(&mut self, of: Open, open: &mut std::collections::VecDeque<Open>) {
        let Open { node, mut phrases, depth } = of;
        while let Some(phrase) = self.phrases[phrases.clone()].first() {
            let Some(byte) = phrase.as_bytes().get(depth).copied() else {
                self.ends[node] = Some(phrases.start);
                phrases.start += 1;
                continue;
            };
            let alike = self.phrases[phrases.clone()]
                .partition_point(|other| other.as_bytes().get(depth) <= Some(&byte));
            let through = phrases.start..phrases.start + alike;
            phrases.start = through.end;
            let step = match alike {
                1 => LAST | through.start as u32,
                _ => {
                    let next = self.grow();
                    open.push_back(Open { node: next, phrases: through, depth: depth + 1 });
                    next as u32
                }
            };
            self.steps[node * self.width + usize::from(self.columns[usize::from(byte)])] = step;
        }
    }

    /// The phrases.
    pub(super) fn phrases(&self) -> &[String] {
        &self.phrases
    }

    /// Says each phrase that a text begins with, by its number, shortest first.
    pub(super) fn each(&self, text: &[u8], mut say: impl FnMut(usize)) {
        let mut node = 0;
        for (depth, byte) in text.iter().enumerate() {
            match self.step(node, *byte) {
                Step::Nowhere => return,
                Step::Node(next) => node = next as usize,
                Step::Last(phrase) => {
                    let phrase = phrase as usize;
                    if text[depth..].starts_with(&self.phrases[phrase].as_bytes()[depth..]) {
                        say(phrase);
                    }
                    return;
                }
            }
            if let Some(phrase) = self.ends[node] {
                say(phrase);
            }
        }
    }

    fn step(&self, node: usize, byte: u8) -> Step {
        match self.steps[node * self.width + usize::from(self.columns[usize::from(byte)])] {
            0 => Step::Nowhere,
            last if last & LAST != 0 => Step::Last(last ^ LAST),
            node => Step::Node(node),
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
            tree.each(text.as_bytes(), |phrase| said.push(phrases[phrase].clone()));
            let mut begun: Vec<_> =
                phrases.into_iter().filter(|phrase| text.starts_with(phrase.as_str())).collect();
            begun.sort_by_key(String::len);
            prop_assert_eq!(&said, &begun);
        }
    }
}
