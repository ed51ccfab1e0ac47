//! What a job posting asks for, by the words it uses. Knows no file, no format and nobody's profile.

mod bound;
mod currency;
mod degree;
mod heading;
mod hits;
mod marks;
mod matching;
mod number;
mod pay;
mod sentence;
mod strength;
mod text;
mod title;
mod word;
mod words;
mod years;

use std::borrow::Cow;
use std::rc::Rc;

use serde::Serialize;

use crate::catalog::cue::{Cue, Kinds, Part};
use crate::catalog::lexicon::Lexicon;
use crate::catalog::{Catalog, LevelId, Term, TermKind, TermOf};
use hits::{Found, Hit};
use sentence::{Sentence, sentences};
use strength::strength;
use text::Text;

pub use bound::PayBound;
pub use degree::{AskedDegree, PostedDegree};
pub use matching::{HOURS_A_YEAR, Having, having, score, standings};
pub use pay::{PayPeriod, PostedPay};
pub use strength::Strength;
pub use words::Words;
pub use years::AskedYears;

/// Reads postings in terms of a catalog.
#[derive(Debug)]
pub struct PostingReader<'a> {
    catalog: &'a Catalog,
    lexicon: Lexicon,
    terms: Cow<'a, [Term]>,
}

/// What a posting says, each with the line where it stands.
#[derive(Debug, Default)]
pub struct Posting<'a> {
    /// The headline.
    pub title: Option<PostedTitle>,
    /// The level.
    pub level: Option<PostedLevel<'a>>,
    /// The years of experience.
    pub years: Option<AskedYears>,
    /// The pay.
    pub pay: Option<PostedPay>,
    /// The degree.
    pub degree: Option<AskedDegree>,
    /// Certificates, skills, tools and the rest, each once, in the order of their lines.
    pub terms: Vec<PostedTerm<'a>>,
}

/// A headline.
#[derive(Debug)]
pub struct PostedTitle {
    /// As it is written.
    pub text: String,
    /// Its line, from 1.
    pub line: usize,
}

/// A level that a posting is for.
#[derive(Debug)]
pub struct PostedLevel<'a> {
    /// The word for it.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The level of the ladder.
    pub level: Option<&'a LevelId>,
    /// What tells it.
    pub told_by: LevelTold,
}

/// What tells the level of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LevelTold {
    /// A word of the headline.
    Title,
    /// The years that it asks for.
    Years,
}

/// Something that a posting names.
#[derive(Debug)]
pub struct PostedTerm<'a> {
    /// What.
    pub term: &'a Term,
    /// How much it asks for it.
    pub strength: Strength,
    /// The words of the posting.
    pub words: Words,
    /// The line of the first mention, from 1.
    pub line: usize,
}

impl Posting<'_> {
    /// Whether there is nothing in it that was recognised, but for a first line.
    pub fn is_unrecognised(&self) -> bool {
        self.terms.is_empty() && self.years.is_none() && self.pay.is_none() && self.degree.is_none()
    }
}

impl<'a> PostingReader<'a> {
    /// Makes ready for postings.
    pub fn new(catalog: &'a Catalog) -> Self {
        PostingReader { catalog, lexicon: catalog.lexicon(), terms: catalog.posted_terms() }
    }

    /// Reads a posting: plain text or HTML, in UTF-8, UTF-16 or Windows-1252.
    pub fn read(&self, bytes: &[u8]) -> Posting<'_> {
        self.found_in(Text::read(bytes))
    }

    /// Reads a posting that is decoded: plain text or HTML.
    pub fn read_text(&self, text: &str) -> Posting<'_> {
        self.found_in(Text::of(text))
    }

    fn found_in(&self, text: Text) -> Posting<'_> {
        let text = &Rc::new(text);
        let Found { terms, cues } = hits::find(&self.lexicon, text);
        let sentences = sentences(text, &cues);
        let title = title::title(text, &cues);
        let years = years::years(text, &sentences.all, &cues);
        let level = title
            .as_ref()
            .and_then(|place| self.by_title(&terms, place))
            .or_else(|| self.by_years(years?));
        Posting {
            level,
            years,
            pay: pay::pay(text, &sentences, &cues),
            degree: degree::degree(text, &sentences.all, &cues),
            terms: self.posted(text, &sentences.all, &terms, &cues),
            title: title.map(|place| PostedTitle {
                line: text.line_at(place.start),
                text: text.shown[place].to_owned(),
            }),
        }
    }

    fn by_title(
        &self,
        hits: &[Hit<usize>],
        place: &std::ops::Range<usize>,
    ) -> Option<PostedLevel<'_>> {
        let term = title::level_of(&self.terms, hits, place)?;
        let level = match &term.of {
            Some(TermOf::Level(level)) => Some(level),
            _ => None,
        };
        Some(PostedLevel { id: &term.id, title: &term.title, level, told_by: LevelTold::Title })
    }

    /// The first level that ends after the years asked for; the last one is named in titles, never by years alone.
    fn by_years(&self, years: AskedYears) -> Option<PostedLevel<'_>> {
        let mut levels: Vec<_> = self.catalog.levels().iter().collect();
        if levels.len() > 1 {
            levels.pop();
        }
        let ends_after = |to: Option<u32>| to.is_none_or(|to| f64::from(to) > years.from);
        let level = levels.iter().find(|level| ends_after(level.years.to)).or(levels.last())?;
        let id = level.id.as_str();
        Some(PostedLevel {
            id,
            title: &level.title,
            level: Some(&level.id),
            told_by: LevelTold::Years,
        })
    }

    /// What is named, each once; what is required anywhere is required.
    fn posted(
        &self,
        text: &Rc<Text>,
        sentences: &[Sentence],
        hits: &[Hit<usize>],
        cues: &[Hit<Cue>],
    ) -> Vec<PostedTerm<'_>> {
        let mut all: Vec<PostedTerm<'_>> = Vec::with_capacity(SOME);
        let mut opened = Opened::No;
        let mut rest = hits;
        for sentence in sentences {
            // Sentences leave nothing out, so that each one's hits follow those of the one before.
            let count = rest.iter().take_while(|hit| hit.start < sentence.place.end).count();
            let inside;
            (inside, rest) = rest.split_at(count);
            let cues = sentence.of(cues);
            opened = opened.after(text, sentence);
            let beside =
                |id: &crate::catalog::Text| inside.iter().any(|hit| self.terms[hit.of].id == *id);
            for hit in longest(inside) {
                let term = &self.terms[hit.of];
                let general = term.unless.iter().any(beside);
                if term.kind == TermKind::Level || general || !counts(term.kind, sentence, opened) {
                    continue;
                }
                let asked = strength(text, sentence, cues, hit.start..hit.end);
                let Some(asked) = asked else { continue };
                let strength = match term.kind {
                    TermKind::Certificate => asked.asked(),
                    _ => asked,
                };
                match all.iter_mut().find(|known| std::ptr::eq(known.term, term)) {
                    Some(known) => known.strength = known.strength.min(strength),
                    None => all.push(PostedTerm {
                        term,
                        strength,
                        words: Words::of(text, hit.start..hit.end),
                        line: text.line_at(hit.start),
                    }),
                }
            }
        }
        all
    }
}

/// Hits without those inside a longer one of another term; a spelling with a gap hides nothing.
fn longest(hits: &[Hit<usize>]) -> impl Iterator<Item = &Hit<usize>> {
    // They stand by their beginnings, the longest of one beginning first, so one that holds another comes before it.
    let mut holder: Option<&Hit<usize>> = None;
    hits.iter().filter(move |hit| {
        let inside = holder.is_some_and(|other| {
            hit.end <= other.end && hit.end - hit.start < other.end - other.start
        });
        let reaches = holder.is_none_or(|other| hit.end > other.end);
        if hit.end - hit.start < GAPLESS && reaches {
            holder = Some(*hit);
        }
        !inside
    })
}

/// As many things as most postings name.
const SOME: usize = 48;

/// From which length on a hit is one with a gap.
const GAPLESS: usize = 45;

/// Whether the text before the first heading has begun to speak of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    No,
    Yes,
}

impl Opened {
    /// What it is from this sentence on: the work begins where it or the reader is spoken of, and ends with the company.
    fn after(self, text: &Text, sentence: &Sentence) -> Opened {
        const ASKS: Kinds = Kinds::of(&[Cue::OfWork, Cue::Needed, Cue::Unneeded, Cue::Wished]);
        const OF_COMPANY: Kinds = Kinds::of(&[Cue::OfCompany]);
        let bullet = matches!(text.shown.as_bytes()[sentence.place.start], b'*' | b'-');
        match (sentence.kinds.any(OF_COMPANY), sentence.kinds.any(ASKS) || bullet) {
            (true, _) => Opened::No,
            (false, true) => Opened::Yes,
            (false, false) if self == Opened::Yes && sentence.opens_as_company(text) => Opened::No,
            (false, false) => self,
        }
    }
}

/// Whether a sentence tells what the work asks for, and not what the company is or gives.
fn counts(kind: TermKind, sentence: &Sentence, opened: Opened) -> bool {
    let experience = sentence.kinds.any(Kinds::of(&[Cue::Experience, Cue::Work]));
    match sentence.part {
        Part::Duties | Part::Requirements | Part::Wishes => true,
        Part::Opening => opened == Opened::Yes,
        Part::Company => kind != TermKind::Certificate && experience && opened == Opened::Yes,
        Part::Benefits | Part::Terms => false,
    }
}
