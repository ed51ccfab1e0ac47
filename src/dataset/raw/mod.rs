//! The TOML files as they are written: a serde mirror with the place of every id and reference. Knows no meaning.

mod evidence;
mod ladder;
mod learning;
mod market;
mod moves;
mod onet;
mod postings;
#[cfg(test)]
mod schema;
mod spanned;
mod wages;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use evidence::{Alternatives, Cost, Evidence};
pub use ladder::{Ladder, Level, Percentiles, Phase, Role, Rung, Track, Years};
pub use learning::{Certification, Covers, Education, Experience, Skill, SkillKind, Training, Way};
pub use market::{Area, AreaKind, Industry, IndustryNames, Market, PlaceNames, Projection};
pub use moves::{Counted, Move, MoveKind, MoveYears, Related, RelatedRow, Settings};
pub use onet::{
    Survey, SurveyQuestion, SurveyRow, Task, TaskRating, Technology, TechnologyRow, Zone,
};
pub use postings::{Term, TermKind};
pub use spanned::Spanned;
pub use wages::{Cell, Occupation, Quote, Vintage, Wages, WagesOf};

use super::shape::Keys;

/// A string with its place in the file.
pub type Text = Spanned<String>;

/// A place in a file, in bytes.
pub type Span = Range<usize>;

/// The number of a file in `Raw::files`.
pub type FileIndex = usize;

/// An entry with the file that it stands in.
#[derive(Debug)]
pub struct Placed<T> {
    /// Where the entry stands.
    pub file: FileIndex,
    /// The entry.
    pub entry: T,
}

/// A table with other keys than those of its struct.
#[derive(Debug)]
pub struct OddKeys {
    /// The file that it stands in.
    pub file: FileIndex,
    /// Where it stands; of a table with a header, that.
    pub span: Span,
    /// The keys that its struct doesn't know, as written, with their places.
    pub unknown: Vec<(Span, String)>,
    /// The keys that its struct can't do without, and that it hasn't.
    pub missing: Vec<&'static str>,
    /// The keys of its struct.
    pub keys: &'static Keys,
}

/// An entry of an earlier layer that a later one replaces.
#[derive(Debug)]
pub struct Override {
    /// The noun: `levels`, as its table is called.
    pub noun: &'static str,
    /// What it is known by.
    pub id: String,
    /// The file and place of the earlier one.
    pub old: (FileIndex, Span),
    /// The file and place of the later one.
    pub new: (FileIndex, Span),
}

/// A text to look at, with its place.
#[derive(Debug)]
pub struct OddText {
    /// The file.
    pub file: FileIndex,
    /// Where it stands.
    pub span: Span,
    /// The text.
    pub text: String,
}

/// A file that could not be taken in.
#[derive(Debug)]
pub struct Malformed {
    /// The file.
    pub file: FileIndex,
    /// Where reading stopped.
    pub span: Span,
    /// Why.
    pub message: String,
}

/// The key that is missing, where a reader's message says that one is.
pub fn missing_field(message: &str) -> Option<&str> {
    let field = message.trim().strip_prefix("missing field ")?;
    Some(field.trim_matches('`'))
}

/// All layers of a dataset, merged by id, with every entry's place.
#[derive(Debug, Default)]
pub struct Raw {
    /// The files that were read, in order.
    pub files: Vec<super::files::File>,
    /// Files that were not taken in.
    pub malformed: Vec<Malformed>,
    /// Whether a file could not be read to its end, so that nobody knows what it defines.
    pub unread: bool,
    /// Tables with keys that were read past, or without keys that they need.
    pub odd_keys: Vec<OddKeys>,
    /// Texts that are blank, or hold other signs than those of ASCII; rules on signs look at no others.
    pub odd_texts: Vec<OddText>,
    /// The ids of entries that were not taken in.
    pub lost: std::collections::BTreeSet<String>,
    /// What later layers replaced.
    pub overrides: Vec<Override>,
    /// `dataset.toml`.
    pub about: Option<Placed<About>>,
    /// `[[sources]]` of `sources.toml`.
    pub sources: Vec<Placed<Source>>,
    /// `[[tracks]]` of `levels.toml`.
    pub tracks: Vec<Placed<Track>>,
    /// `[[levels]]` of `levels.toml`.
    pub levels: Vec<Placed<Level>>,
    /// `[[phases]]` of `phases.toml`.
    pub phases: Vec<Placed<Phase>>,
    /// `[[roles]]` of `roles.toml`.
    pub roles: Vec<Placed<Role>>,
    /// `[[skills]]` of `skills.toml`.
    pub skills: Vec<Placed<Skill>>,
    /// `[[certifications]]` of `certifications.toml`.
    pub certifications: Vec<Placed<Certification>>,
    /// `[[alternatives]]` of `alternatives.toml`.
    pub alternatives: Vec<Placed<Alternatives>>,
    /// `[[evidence]]` of `evidence.toml`.
    pub evidence: Vec<Placed<Evidence>>,
    /// `[[ladders]]` of `ladders.toml`.
    pub ladders: Vec<Placed<Ladder>>,
    /// `[[moves]]` of `moves.toml`.
    pub moves: Vec<Placed<Move>>,
    /// `[related]` of `onet/roles.toml`.
    pub related: Vec<Placed<Related>>,
    /// `[technology]` of `onet/technology.toml`.
    pub technology: Vec<Placed<Technology>>,
    /// `[survey]` of `onet/survey.toml`.
    pub survey: Vec<Placed<Survey>>,
    /// `[[tasks]]` of `onet/tasks.toml`.
    pub tasks: Vec<Placed<Task>>,
    /// `[[topics]]` of `facts.toml`.
    pub topics: Vec<Placed<Topic>>,
    /// `[[facts]]` of `facts.toml`.
    pub facts: Vec<Placed<Fact>>,
    /// `[[conflicts]]` of `conflicts.toml`.
    pub conflicts: Vec<Placed<Conflict>>,
    /// `[[vintages]]` of `wages/occupations.toml`.
    pub vintages: Vec<Placed<Vintage>>,
    /// `[[occupations]]` of `wages/occupations.toml`.
    pub occupations: Vec<Placed<Occupation>>,
    /// `[[quotes]]` of `wages/quotes.toml`.
    pub quotes: Vec<Placed<Quote>>,
    /// `[[terms]]` of `postings.toml`.
    pub terms: Vec<Placed<Term>>,
    /// What only some questions need.
    pub market: Market,
}

/// One thing that sources say.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Statement {
    /// In our own words.
    pub text: Text,
    /// Citations, as in `resume-geni[4,5]`.
    #[serde(default)]
    pub sources: Vec<Text>,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
}

/// What a source says of a skill or certificate, tied to a place on a clock where the source ties it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mention {
    /// A phase's id.
    pub phase: Option<Text>,
    /// A level's id.
    pub level: Option<Text>,
    /// A track's id.
    pub track: Option<Text>,
    /// Of whom it is said, where not of everybody.
    pub only: Option<Text>,
    /// Whether the source calls it required, not recommended.
    #[serde(default)]
    pub required: bool,
    /// In our own words.
    pub text: Text,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
}

/// Something to do next.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step {
    /// What to do, as an imperative.
    pub text: Text,
    /// Why.
    pub reason: Text,
    /// The year by which a source wants it done.
    pub by: Option<u32>,
    /// A track's id, where it belongs to one.
    pub track: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// `dataset.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct About {
    /// The dataset's name.
    pub name: Text,
    /// The career's title.
    pub career: Text,
    /// The version of this schema: 1.
    pub schema: Spanned<u32>,
    /// The day up to which it was kept.
    pub as_of: Text,
    /// `USD`.
    pub currency: Option<Text>,
    /// An occupation's id.
    pub default_occupation: Text,
    /// The ids of the occupations that stand beside it.
    #[serde(default)]
    pub beside_occupations: Vec<Text>,
    /// The id of the occupation that counts everybody.
    pub total_occupation: Option<Text>,
    /// The vintage that is shown beside the newest.
    pub quoted_vintage: Option<Spanned<u32>>,
    /// What to know where several vintages are shown.
    pub vintages: Option<Statement>,
    /// How far certificates are asked for at all.
    pub certificates: Option<Statement>,
}

/// Who is cited.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source {
    /// Its id.
    pub id: Text,
    /// How tables name it.
    pub short: Text,
    /// Its title.
    pub title: Text,
    /// Its publisher, or `not stated`.
    pub publisher: Text,
    /// What it is cited for.
    pub covers: Text,
    /// Its licence, or `not stated`.
    pub licence: Option<Text>,
    /// The date on it.
    pub published: Option<Text>,
    /// The day we read it, where there is no date on it.
    pub undated: Option<Text>,
    /// The time that its figures describe.
    pub period: Option<Text>,
    /// Its address.
    pub url: Option<Text>,
    /// What its own reference numbers stand for.
    #[serde(default)]
    pub references: Vec<Reference>,
}

/// What a number in a source's own list of references stands for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reference {
    /// The number.
    pub number: u32,
    /// A source's id.
    pub source: Text,
}

/// A topic of the guide.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Topic {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// What it answers.
    pub about: Text,
    /// What surveys say of it.
    #[serde(default)]
    pub shows: Vec<Surveyed>,
}

/// Which findings of surveys a topic shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Surveyed {
    /// The tasks of the career's occupations.
    Tasks,
    /// The education and experience that they ask for.
    Preparation,
}

/// A fact under a topic.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fact {
    /// Its id; lets a layer replace it.
    pub id: Text,
    /// A topic's id.
    pub topic: Text,
    /// The question that it answers, where the source asks it.
    pub question: Option<Text>,
    /// In our own words.
    pub text: Text,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
    /// What we inferred, and from what.
    pub inferred: Option<Text>,
}

/// A question on which sources disagree.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Conflict {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// The question.
    pub question: Text,
    /// Topics of the guide that it touches.
    #[serde(default)]
    pub topics: Vec<Text>,
    /// Certificates that it touches.
    #[serde(default)]
    pub certifications: Vec<Text>,
    /// Job titles that it touches.
    #[serde(default)]
    pub roles: Vec<Text>,
    /// Who says what.
    #[serde(default)]
    pub positions: Vec<Position>,
    /// Our reading of why they differ.
    pub why: Text,
    /// What official data can't tell about it.
    pub untested: Option<Text>,
    /// Which official figures bear on it.
    #[serde(default)]
    pub official: Vec<Official>,
    /// The ids of the occupations whose figures are shown; the usual ones without any.
    #[serde(default)]
    pub occupations: Vec<Text>,
    /// The codes of the places whose figures are shown.
    #[serde(default)]
    pub places: Vec<Text>,
    /// The codes of the industries whose figures are shown.
    #[serde(default)]
    pub industries: Vec<Text>,
}

/// What one side says.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Position {
    /// The figure or stance.
    pub claim: Text,
    /// What it counts or rests on.
    pub detail: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// Which official figures answer a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Official {
    /// The newest median of each occupation.
    Medians,
    /// The medians that guides quote, as percentiles of each occupation.
    Quotes,
    /// The pay of places beside the nation's 75th percentile.
    Places,
    /// Projected growth.
    Growth,
    /// Openings, and whom they replace.
    Openings,
    /// Wage and salary jobs.
    Jobs,
    /// Jobs by industry.
    IndustryJobs,
    /// The 90th percentile by industry.
    IndustryPay,
    /// Experience that is typical at entry.
    Experience,
}
