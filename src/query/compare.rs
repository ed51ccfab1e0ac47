//! What several things have in common, and what one gains and loses from the first to the others. Knows not what they are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Citation, Statement, Text};

/// What becomes of something on the way from the first to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// All have it.
    Same,
    /// The first lacks it, another has it.
    Gained,
    /// The first has it, another lacks it.
    Lost,
}

impl Change {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Change::Same => "same",
            Change::Gained => "gained",
            Change::Lost => "lost",
        }
    }
}

/// Something that a source says of one of the things compared; the same words are the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// The words.
    pub words: Text,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
    /// Who says so.
    pub sources: Vec<Citation>,
}

impl From<&Statement> for Feature {
    fn from(said: &Statement) -> Self {
        Feature { words: said.text, inferred: said.inferred, sources: said.sources.to_vec() }
    }
}

/// A feature with what becomes of it.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The feature, with the sources of all who have it.
    pub feature: Feature,
    /// What becomes of it.
    pub change: Change,
    /// Who has it, by number.
    pub held_by: Vec<usize>,
}

/// What becomes of every feature on the way from the first to the others, each once: those of the first in its order, then
/// those of the others in theirs.
pub fn differences(held: &[impl AsRef<[Feature]>]) -> Vec<Difference> {
    let mut all: Vec<Difference> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, features) in held.iter().enumerate() {
        for feature in features.as_ref() {
            match places.get(feature.words.as_str()) {
                None => {
                    places.insert(&feature.words, all.len());
                    all.push(Difference {
                        feature: feature.clone(),
                        change: Change::Same,
                        held_by: vec![number],
                    });
                }
                Some(&place) => {
                    let known = &mut all[place];
                    known.feature.sources.extend(feature.sources.iter().cloned());
                    // What one source says outright is not inferred.
                    known.feature.inferred =
                        known.feature.inferred.take().filter(|_| feature.inferred.is_some());
                    if !known.held_by.contains(&number) {
                        known.held_by.push(number);
                    }
                }
            }
        }
    }
    for difference in &mut all {
        difference.change = match (difference.held_by.contains(&0), difference.held_by.len()) {
            (true, count) if count == held.len() => Change::Same,
            (true, _) => Change::Lost,
            (false, _) => Change::Gained,
        };
        difference.feature.sources.sort();
        difference.feature.sources.dedup();
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn held(words: &BTreeSet<u8>) -> Vec<Feature> {
        let feature = |word: &u8| Feature {
            words: word.to_string().into(),
            inferred: None,
            sources: Vec::new(),
        };
        words.iter().map(feature).collect()
    }

    fn words_of(all: &[Difference], change: Change) -> BTreeSet<Text> {
        let of = all.iter().filter(|difference| difference.change == change);
        of.map(|difference| difference.feature.words).collect()
    }

    fn some_words() -> impl Strategy<Value = BTreeSet<u8>> {
        proptest::collection::btree_set(0u8..12, 0..8)
    }

    proptest! {
        #[test]
        fn what_is_gained_one_way_is_lost_the_other_way(a in some_words(), b in some_words()) {
            let there = differences(&[held(&a), held(&b)]);
            let back = differences(&[held(&b), held(&a)]);
            prop_assert_eq!(words_of(&there, Change::Gained), words_of(&back, Change::Lost));
            prop_assert_eq!(words_of(&there, Change::Lost), words_of(&back, Change::Gained));
            prop_assert_eq!(words_of(&there, Change::Same), words_of(&back, Change::Same));
        }

        #[test]
        fn of_any_number_of_things_every_feature_is_told_once(
            sets in proptest::collection::vec(some_words(), 1..5),
        ) {
            let all = differences(&sets.iter().map(held).collect::<Vec<_>>());
            let told: Vec<&str> = all.iter().map(|known| known.feature.words.as_str()).collect();
            let distinct: BTreeSet<&str> = told.iter().copied().collect();
            let union: BTreeSet<Text> =
                sets.iter().flatten().map(|word| word.to_string().into()).collect();
            prop_assert_eq!(told.len(), distinct.len());
            prop_assert_eq!(distinct.len(), union.len());
        }
    }
}
