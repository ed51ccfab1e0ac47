//! What is known: the model, immutable and always valid. Knows no question, no format, no file.

mod area;
mod assemble;
mod certification;
mod chunk;
pub mod cue;
mod entry;
mod evidence;
mod fact;
mod gathering;
mod id;
mod index;
mod industry;
mod ladder;
mod lent;
mod level;
pub mod lexicon;
mod market;
mod mentioned;
mod moves;
mod name;
mod part;
mod phase;
pub mod phrases;
mod pool;
mod printable;
mod projection;
mod register;
mod role;
pub mod rules;
mod skill;
mod source;
mod statement;
mod survey;
mod term;
mod text;
mod units;
mod wage;
mod word;
mod wording;

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use crate::dataset::raw::Raw;

pub use crate::dataset::{Change, Scalar};
pub use area::{Area, AreaId, AreaKind, States};
pub use certification::{Certification, CertificationId, Education, Experience, Training, Way};
pub use entry::{Entry, Target};
pub use evidence::{Alternatives, Cost, Evidence};
pub use fact::{Conflict, ConflictId, Fact, Official, Position, Surveyed, Topic, TopicId};
pub use id::{Collection, Id, Kind, Noun};
pub use industry::{Industry, IndustryId};
pub use ladder::{Ladder, LadderId, Rung, RungId};
pub use level::{Band, Level, LevelId, Track, TrackId};
pub use market::Holdings;
pub use mentioned::Mentioned;
pub use moves::{Counted, Move, MoveKind, MoveYears};
pub use name::{begins_with, begins_with_words, differs_at_once, fold, is_named, unaccented};
pub use part::{Part, Parts};
pub use phase::{Phase, PhaseId};
pub use printable::is_printable;
pub use projection::Projection;
pub use role::{Role, RoleId, Zone};
pub use skill::{Covers, Skill, SkillId, SkillKind, Technology};
pub use source::{Citation, Reference, Source, SourceDate, SourceId, distinct, distinct_sources};
pub use statement::{Mention, Statement, Step, fits_track};
pub use survey::{SurveyAnswer, SurveyQuestion, Task, TaskRating};
pub use term::{Term, TermKind, TermOf};
pub use text::Text;
pub use units::{Date, Month, NotADate, Percentile, Usd, YearSpan, Years};
pub use wage::{
    Employment, Occupation, OccupationId, PUBLISHED_PERCENTILES, Quote, Spread, Vintage, Wage,
    WageRow,
};
pub use word::{bare, begins_word, words};

use index::Index;
use lexicon::Lexicon;
use market::Market;
use register::Register;

/// Everything that a dataset says, checked and linked.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Catalog {
    about: Part<About>,
    sources: Part<Collection<Source>>,
    tracks: Part<Collection<Track>>,
    levels: Part<Collection<Level>>,
    phases: Part<Collection<Phase>>,
    roles: Part<Collection<Role>>,
    skills: Part<Collection<Skill>>,
    certifications: Part<Collection<Certification>>,
    alternatives: Part<Vec<Alternatives>>,
    evidence: Part<Vec<Evidence>>,
    ladders: Part<Collection<Ladder>>,
    moves: Part<Parts<Move>>,
    alike: Part<Parts<Move>>,
    tasks: Part<Parts<Task>>,
    survey: Part<Parts<SurveyAnswer>>,
    topics: Part<Collection<Topic>>,
    facts: Part<Parts<Fact>>,
    conflicts: Part<Collection<Conflict>>,
    vintages: Part<Vec<Vintage>>,
    occupations: Part<Collection<Occupation>>,
    quotes: Part<Vec<Quote>>,
    terms: Part<Vec<Term>>,
    market: Market,
    index: Part<Option<Index>>,
    /// Of a catalog without an index, once they are asked for.
    #[serde(skip)]
    roles_by_listed: OnceCell<Register>,
    lexicon: Part<Option<Lexicon>>,
}

/// What the dataset says of itself.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct About {
    /// Its name.
    pub name: Text,
    /// The career's title.
    pub career: Text,
    /// The day up to which it was kept.
    pub as_of: Date,
    /// The occupation from whose wages the levels are read.
    pub default_occupation: OccupationId,
    /// The occupations that stand beside it.
    pub beside_occupations: Vec<OccupationId>,
    /// The occupation that counts everybody.
    pub total_occupation: Option<OccupationId>,
    /// The vintage that is shown beside the newest.
    pub quoted_vintage: Option<u32>,
    /// What to know where several vintages are shown.
    pub vintages: Option<Statement>,
    /// How far certificates are asked for at all.
    pub certificates: Option<Statement>,
}

impl Catalog {
    /// Links what the rules have passed.
    ///
    /// # Errors
    /// Names the first thing that does not fit; this happens only where the rules were not asked.
    pub fn assemble(raw: Raw) -> anyhow::Result<Catalog> {
        assemble::assemble(raw)
    }

    /// Takes a catalog as `encode` has stored it, with its parts and its texts; each part is decoded when it is first asked for.
    ///
    /// # Panics
    /// On others.
    pub fn decode(stored: &'static [u8], parts: &'static [u8], texts: &'static str) -> Catalog {
        pool::lend(parts, texts);
        part::decode(stored)
    }

    /// Stores the catalog for `decode`, and apart from it its parts and its texts.
    ///
    /// # Errors
    /// When a value cannot be stored; nothing in a catalog is of that kind.
    pub fn encode(mut self) -> anyhow::Result<[Vec<u8>; 3]> {
        // Texts of one part stand together, however the index comes upon them.
        part::encode(&self)?;
        self.index = Some(Index::of(&self)?).into();
        self.lexicon = Some(self.lexicon()).into();
        let stored = part::encode(&self)?;
        let (parts, texts) = pool::filled();
        Ok([stored, parts, texts])
    }

    /// What the dataset says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Who is cited.
    pub fn sources(&self) -> &Collection<Source> {
        &self.sources
    }

    /// The sources that a citation rests on: the one that it names, and those that its references are known to be.
    pub fn behind<'a>(&'a self, citation: &'a Citation) -> impl Iterator<Item = &'a SourceId> {
        let known = self.sources().get(&citation.source).references.iter();
        let named = known.filter(|reference| citation.references.contains(&reference.number));
        [&citation.source].into_iter().chain(named.map(|reference| &reference.source))
    }

    /// The sources that some citations rest on, each once.
    fn behind_all<'a>(&'a self, citations: &'a [Citation]) -> Vec<&'a SourceId> {
        let mut sources: Vec<&SourceId> = citations.iter().flat_map(|of| self.behind(of)).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }

    /// The branches of the ladder.
    pub fn tracks(&self) -> &Collection<Track> {
        &self.tracks
    }

    /// The ladder, lowest level first.
    pub fn levels(&self) -> &Collection<Level> {
        &self.levels
    }

    /// The phases, earliest first.
    pub fn phases(&self) -> &Collection<Phase> {
        &self.phases
    }

    /// Every job title.
    pub fn roles(&self) -> &Collection<Role> {
        &self.roles
    }

    /// The job titles that a source puts at a level.
    pub fn roles_at<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = &'a Role> {
        level.roles.iter().map(|id| self.roles().get(id))
    }

    /// Every skill and tool.
    pub fn skills(&self) -> &Collection<Skill> {
        &self.skills
    }

    /// Every certificate.
    pub fn certifications(&self) -> &Collection<Certification> {
        &self.certifications
    }

    /// What may stand for what.
    pub fn alternatives(&self) -> &[Alternatives] {
        &self.alternatives
    }

    /// What shows skills.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The ladders that employers published.
    pub fn ladders(&self) -> &Collection<Ladder> {
        &self.ladders
    }

    /// The moves from one role to another that somebody names.
    pub fn moves(&self) -> &Parts<Move> {
        &self.moves
    }

    /// The roles that a source finds alike, as moves that nobody names, in the order of the files.
    pub fn alike(&self) -> &Parts<Move> {
        &self.alike
    }

    /// What people in surveyed occupations do.
    pub fn tasks(&self) -> &Parts<Task> {
        &self.tasks
    }

    /// The preparation that work takes, as surveyed.
    pub fn survey(&self) -> &Parts<SurveyAnswer> {
        &self.survey
    }

    /// The topics of the guide.
    pub fn topics(&self) -> &Collection<Topic> {
        &self.topics
    }

    /// The facts under them, in order.
    pub fn facts(&self) -> &Parts<Fact> {
        &self.facts
    }

    /// The questions on which sources disagree.
    pub fn conflicts(&self) -> &Collection<Conflict> {
        &self.conflicts
    }

    /// The vintages, oldest first.
    pub fn vintages(&self) -> &[Vintage] {
        &self.vintages
    }

    /// The populations that wages are published for.
    pub fn occupations(&self) -> &Collection<Occupation> {
        &self.occupations
    }

    /// The pay figures that guides quote.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// What job postings name; empty unless the dataset was read for postings.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Which of the parts below there are.
    pub fn holds(&self) -> Holdings {
        self.market.holds
    }

    /// The places that wages are published for: states, metropolitan areas, the rest of each state.
    pub fn areas(&self) -> &Collection<Area> {
        &self.market.areas
    }

    /// The industries that wages are published for.
    pub fn industries(&self) -> &Collection<Industry> {
        &self.market.industries
    }

    /// What is projected for each occupation.
    pub fn projections(&self) -> &[Projection] {
        &self.market.projections
    }

    /// What was published of an occupation for the nation, oldest vintage first.
    pub fn national(&self, of: &OccupationId) -> &[WageRow] {
        self.market.national(of)
    }

    /// What was published of an occupation by industry.
    pub fn by_industry(&self, of: &OccupationId) -> &Spread<Industry> {
        self.market.by_industry(of)
    }

    /// What stands for a place or industry for which nothing was published: a row without figures.
    pub fn unpublished(&self) -> &WageRow {
        &self.market.unpublished
    }

    /// What was published of an occupation by place.
    pub fn by_place(&self, of: &OccupationId) -> &Spread<Area> {
        self.market.by_place(of)
    }
}
