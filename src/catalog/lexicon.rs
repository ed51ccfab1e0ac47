//! Every phrase that postings are searched for, and what it stands for. Knows no posting.
//!
//! The build stores it as it is used. Without it, as for a dataset from a folder, it is made when it is asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::cue::Cue;
use super::lent::Table;
use super::phrases::{Known, Phrases};
use super::wording::CUES;
use super::{Catalog, Noun, SkillKind, Term, TermKind, TermOf, Text};

/// Every phrase that is looked for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Lexicon {
    /// The phrases as they are compared, each with the range of its meanings.
    phrases: Phrases,
    /// Those of one phrase after those of another, each as `Meaning::packed`.
    meanings: Table<4>,
    /// The phrases that have to be written in one way, as they are.
    exactly: Text,
    beginnings: usize,
}

/// How a phrase may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With its last word, or its plural.
    Whole,
    /// With any ending of its last word.
    Open,
}

/// How a phrase has to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// How it may end.
    pub ending: Ending,
    /// Where it stands among those phrases for which capitals count, if it does.
    exactly: Option<usize>,
}

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// Where it is written so.
    pub form: Form,
    /// As which part of a spelling, if it has several.
    pub part: SpelledPart,
    /// What it stands for, as `Use::packed`.
    stands_for: u32,
}

/// What a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A term, by its number.
    Term(u32),
    /// A part of a spelling that has several, before others.
    Part,
    /// The last one of them, and the term that they spell.
    Last(u32),
    /// A cue.
    Cue(Cue),
}

/// A part of a spelling that has several; the only one of a spelling is its first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SpelledPart {
    /// Which beginning of a spelling it belongs to, or ends: those that end otherwise may begin alike.
    pub beginning: u32,
    /// The number of the part, from 0.
    pub part: u8,
    /// How far behind the one before it it may stand, in bytes.
    pub apart: u8,
}

/// How far apart the parts of a spelling may stand, in bytes.
pub const APART: u8 = 60;

/// How far apart they stand where one follows the other.
const NEXT: u8 = 1;

impl Lexicon {
    /// The phrases of some terms, and all cues.
    pub(super) fn of(terms: &[Term]) -> Lexicon {
        let mut gathered = Gathered::default();
        let beginnings = gathered.look_for_terms(terms);
        for (cue, phrases) in CUES {
            phrases.iter().for_each(|phrase| {
                gathered.look_for(phrase, SpelledPart::default(), Use::Cue(*cue))
            });
        }
        let mut meanings = Vec::new();
        let phrases = gathered.meanings.into_iter().map(|(phrase, mut known)| {
            known.sort_by_key(|meaning| meaning.part.part > 0);
            let from = meanings.len() as u32;
            meanings.extend(known.iter().map(Meaning::packed));
            let open = known.iter().any(|meaning| meaning.form.ending == Ending::Open);
            (phrase, Known { open, to: from..meanings.len() as u32 })
        });
        Lexicon {
            phrases: Phrases::of(&phrases.collect()),
            meanings: Table::of(&meanings),
            exactly: gathered.exactly.into(),
            beginnings,
        }
    }

    /// The phrases, as `compared`, each with the range of its meanings.
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// How many beginnings there are of spellings that have several parts.
    pub fn beginnings(&self) -> usize {
        self.beginnings
    }

    /// What a phrase may mean, by the range to which it leads: what it means by itself before what it does behind others.
    pub fn meanings(&self, range: Range<u32>) -> impl Iterator<Item = Meaning> {
        self.meanings.rows(range.start as usize..range.end as usize).map(Meaning::unpacked)
    }

    /// How a phrase of some length has to be written, where capitals count.
    pub fn exactly(&self, form: Form, length: usize) -> Option<&'static str> {
        form.exactly.and_then(|place| self.exactly.as_str().get(place..place + length))
    }
}

/// What is looked for, before it is stored.
#[derive(Default)]
struct Gathered {
    /// What each phrase means.
    meanings: BTreeMap<String, Vec<Meaning>>,
    /// Those for which capitals count, and where each stands in them.
    exactly: String,
    places: BTreeMap<String, usize>,
}

impl Gathered {
    /// Takes in what is written so: capitals count where it has some, and `*` stands for any ending.
    fn look_for(&mut self, written: &str, part: SpelledPart, stands_for: Use) {
        let (bare, ending) = match written.strip_suffix('*') {
            Some(bare) => (bare, Ending::Open),
            None => (written, Ending::Whole),
        };
        // None begins with a space, nor with a hyphen, which is one.
        let bare = bare.trim_start_matches([' ', '-']);
        let phrase = compared(bare);
        // What the rules refuse is not looked for either: the end of a text is compared as zeros.
        if phrase.is_empty() || phrase.contains('\0') {
            return;
        }
        let exactly = bare.chars().any(char::is_uppercase).then(|| {
            let written = bare.replace('-', " ");
            *self.places.entry(written).or_insert_with_key(|written| {
                self.exactly.push_str(written);
                self.exactly.len() - written.len()
            })
        });
        let form = Form { ending, exactly };
        let meaning = Meaning { form, part, stands_for: stands_for.packed() };
        self.meanings.entry(phrase).or_default().push(meaning);
    }

    /// Takes in how terms are spelled. Gives how many beginnings of spellings there are.
    fn look_for_terms(&mut self, terms: &[Term]) -> usize {
        let mut begun: BTreeMap<Vec<(&str, u8)>, u32> = BTreeMap::new();
        for (term, spelling) in spelled(terms) {
            let mut parts = parts(spelling);
            let Some((last, apart)) = parts.pop() else { continue };
            if parts.is_empty() {
                self.look_for(last, SpelledPart::default(), Use::Term(term));
                continue;
            }
            // Nothing is written in more parts than that.
            let Ok(number) = u8::try_from(parts.len()) else { continue };
            let new = begun.len() as u32;
            let beginning = begun.get(&parts).copied().unwrap_or(new);
            let part = |part, apart| SpelledPart { beginning, part, apart };
            if beginning == new {
                for (number, (text, apart)) in (0..number).zip(&parts) {
                    self.look_for(text, part(number, *apart), Use::Part);
                }
                begun.insert(parts, beginning);
            }
            self.look_for(last, part(number, apart), Use::Last(term));
        }
        begun.len()
    }
}

impl Meaning {
    /// What it stands for.
    #[inline]
    pub fn stands_for(&self) -> Use {
        Use::unpacked(self.stands_for)
    }

    /// As it is stored: whether it may end in any way, and one more than where it stands among those exactly so written; what
    /// it stands for; of which beginning it is a part; and as which one, how far apart.
    fn packed(&self) -> [u32; 4] {
        let open = u32::from(self.form.ending == Ending::Open);
        let place = self.form.exactly.map_or(0, |place| place as u32 + 1);
        let SpelledPart { beginning, part, apart } = self.part;
        let part = u32::from(part) << 8 | u32::from(apart);
        [place << 1 | open, self.stands_for, beginning, part]
    }

    fn unpacked([form, stands_for, beginning, part]: [u32; 4]) -> Meaning {
        let [apart, part, ..] = part.to_le_bytes();
        Meaning {
            form: Form {
                ending: if form & 1 == 0 { Ending::Whole } else { Ending::Open },
                exactly: (form as usize >> 1).checked_sub(1),
            },
            part: SpelledPart { beginning, part, apart },
            stands_for,
        }
    }
}

impl Use {
    /// Its kind, and of what it is; a cue is known by its number among all.
    fn packed(self) -> u32 {
        let (kind, of) = match self {
            Use::Term(term) => (0, term),
            Use::Part => (1, 0),
            Use::Last(term) => (2, term),
            Use::Cue(cue) => {
                let place = CUES.iter().position(|(known, _)| *known == cue);
                (3, place.unwrap_or(CUES.len()) as u32)
            }
        };
        of << 2 | kind
    }

    fn unpacked(packed: u32) -> Use {
        let of = packed >> 2;
        match packed & 3 {
            0 => Use::Term(of),
            1 => Use::Part,
            2 => Use::Last(of),
            _ => Use::Cue(CUES[of as usize].0),
        }
    }
}

impl Catalog {
    /// Every phrase that postings are searched for.
    pub fn lexicon(&self) -> Lexicon {
        self.lexicon.unwrap_or_else(|| Lexicon::of(&self.posted_terms()))
    }

    /// What postings are searched for: the terms of the dataset; without any, its skills, tools, certificates and levels by
    /// their own names.
    pub fn posted_terms(&self) -> Cow<'_, [Term]> {
        if !self.terms().is_empty() {
            return self.terms().into();
        }
        fn named<T: Noun>(entry: &T, kind: TermKind, of: TermOf) -> Term {
            let names = [entry.id().as_str(), entry.title()].into_iter();
            let all = names.chain(entry.aliases().iter().map(|alias| &**alias));
            let spellings: Vec<Text> = all.map(|name| name.to_lowercase().into()).collect();
            let (id, title) = (entry.id().as_str().into(), entry.title().into());
            Term { id, kind, title, of: Some(of), unless: Vec::new(), spellings: spellings.into() }
        }
        let skills = self.skills().iter().map(|skill| {
            let kind = match skill.kind {
                SkillKind::Skill => TermKind::Skill,
                SkillKind::Tool => TermKind::Tool,
            };
            named(skill, kind, TermOf::Skill(skill.id))
        });
        let certificates = self.certifications().iter().map(|certification| {
            let of = TermOf::Certification(certification.id);
            named(certification, TermKind::Certificate, of)
        });
        let levels = self.levels().iter();
        let levels = levels.map(|level| named(level, TermKind::Level, TermOf::Level(level.id)));
        skills.chain(certificates).chain(levels).collect()
    }
}

/// A byte as it is compared: in lower case, a space for a hyphen.
pub fn compared_byte(byte: u8) -> u8 {
    match byte {
        b'-' => b' ',
        byte => byte.to_ascii_lowercase(),
    }
}

/// A text as it is compared, of the same length.
pub fn compared(text: &str) -> String {
    // ASCII in place of ASCII leaves a text what it is.
    String::from_utf8(text.bytes().map(compared_byte).collect()).unwrap_or_default()
}

/// Every spelling of some terms, each with the number of its term.
fn spelled(terms: &[Term]) -> impl Iterator<Item = (u32, &str)> {
    terms
        .iter()
        .zip(0..)
        .flat_map(|(term, number)| term.spellings.iter().map(move |spelling| (number, &**spelling)))
}

/// The parts of a spelling, each with how far behind the one before it may stand: ` .. ` leaves room for a few words, and
/// after a word of any ending the next one follows.
fn parts(written: &str) -> Vec<(&str, u8)> {
    if !written.contains(' ') {
        return vec![(written, APART)];
    }
    let mut parts = Vec::new();
    for chunk in written.split(" .. ") {
        for (number, part) in chunk.split_inclusive("* ").enumerate() {
            parts.push((part.trim_end(), if number == 0 { APART } else { NEXT }));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_with_a_hyphen_before_it_is_the_one_without() {
        let mut gathered = Gathered::default();
        for written in ["-Prem", " on-prem", "--", "- *"] {
            gathered.look_for(written, SpelledPart::default(), Use::Term(0));
        }
        let known: Vec<&str> = gathered.meanings.keys().map(String::as_str).collect();
        assert_eq!((known, gathered.exactly.as_str()), (vec!["on prem", "prem"], "Prem"));
    }
}
