//! What is known: the model, immutable and always valid. Knows no question, no format, no file.

mod area;
mod assemble;
mod certification;
mod evidence;
mod fact;
mod id;
mod industry;
mod ladder;
mod level;
mod market;
mod moves;
mod name;
mod phase;
mod printable;
mod projection;
mod role;
pub mod rules;
mod skill;
mod source;
mod statement;
mod survey;
mod term;
mod units;
mod wage;

use crate::dataset::raw::Raw;

pub use area::{Area, AreaId, AreaKind};
pub use certification::{Certification, CertificationId, Education, Experience, Training, Way};
pub use evidence::{Alternatives, Cost, Evidence};
pub use fact::{Conflict, ConflictId, Fact, Official, Position, Surveyed, Topic, TopicId};
pub use id::{Collection, Id, Kind, Noun};
pub use industry::{Industry, IndustryId};
pub use ladder::{Ladder, LadderId, Rung, RungId};
pub use level::{Band, Level, LevelId, Track, TrackId};
pub use market::{Holdings, Unreadable};
pub use moves::{Counted, Move, MoveKind, MoveYears};
pub use name::{fold, unaccented};
pub use phase::{Phase, PhaseId};
pub use printable::is_printable;
pub use projection::Projection;
pub use role::{Role, RoleId, Zone};
pub use skill::{Covers, Skill, SkillId, SkillKind, Technology};
pub use source::{Citation, Reference, Source, SourceDate, SourceId, distinct, distinct_sources};
pub use statement::{Mention, Statement, Step, fits_track};
pub use survey::{SurveyAnswer, SurveyQuestion, Task, TaskRating};
pub use term::{Term, TermKind, TermOf};
pub use units::{Date, Month, NotADate, Percentile, Usd, YearSpan, Years};
pub use wage::{
    Employment, Located, Occupation, OccupationId, PUBLISHED_PERCENTILES, Quote, Vintage, Wage,
    WageRow,
};

use market::Market;

/// Everything that a dataset says, checked and linked.
#[derive(Debug)]
pub struct Catalog {
    about: About,
    sources: Collection<Source>,
    tracks: Collection<Track>,
    levels: Collection<Level>,
    phases: Collection<Phase>,
    roles: Collection<Role>,
    skills: Collection<Skill>,
    certifications: Collection<Certification>,
    alternatives: Vec<Alternatives>,
    evidence: Vec<Evidence>,
    ladders: Collection<Ladder>,
    moves: Vec<Move>,
    tasks: Vec<Task>,
    survey: Vec<SurveyAnswer>,
    topics: Collection<Topic>,
    facts: Vec<Fact>,
    conflicts: Collection<Conflict>,
    vintages: Vec<Vintage>,
    occupations: Collection<Occupation>,
    quotes: Vec<Quote>,
    terms: Vec<Term>,
    market: Market,
}

/// What the dataset says of itself.
#[derive(Debug)]
pub struct About {
    /// Its name.
    pub name: String,
    /// The career's title.
    pub career: String,
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

    /// What the dataset says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Who is cited.
    pub fn sources(&self) -> &Collection<Source> {
        &self.sources
    }

    /// Whether a citation names a source, or a reference that is known to be that source.
    pub fn rests_on(&self, citation: &Citation, source: &SourceId) -> bool {
        let known = &self.sources.get(&citation.source).references;
        citation.source == *source
            || known.iter().any(|reference| {
                reference.source == *source && citation.references.contains(&reference.number)
            })
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

    /// Every move from one role to another: first those that somebody names, then what is found alike, in the order of the files.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// What people in surveyed occupations do.
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// The preparation that work takes, as surveyed.
    pub fn survey(&self) -> &[SurveyAnswer] {
        &self.survey
    }

    /// The topics of the guide.
    pub fn topics(&self) -> &Collection<Topic> {
        &self.topics
    }

    /// The facts under them, in order.
    pub fn facts(&self) -> &[Fact] {
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
        self.market.holds()
    }

    /// The places that wages are published for: states, metropolitan areas, the rest of each state.
    ///
    /// # Errors
    /// When the part of the dataset cannot be read; so below.
    pub fn areas(&self) -> Result<&Collection<Area>, Unreadable> {
        self.market.areas()
    }

    /// The industries that wages are published for.
    pub fn industries(&self) -> Result<&Collection<Industry>, Unreadable> {
        self.market.industries()
    }

    /// What is projected for each occupation.
    pub fn projections(&self) -> Result<&[Projection], Unreadable> {
        self.market.projections()
    }

    /// What was published of an occupation for the nation, oldest vintage first.
    pub fn national(&self, of: &OccupationId) -> Result<&[WageRow], Unreadable> {
        self.market.national(of)
    }

    /// What was published of an occupation by industry.
    pub fn by_industry(&self, of: &OccupationId) -> Result<&[Located<Industry>], Unreadable> {
        self.market.by_industry(of)
    }

    /// What was published of an occupation in one place, one row a vintage.
    pub fn at_place(&self, of: &OccupationId, area: &AreaId) -> Result<Vec<&WageRow>, Unreadable> {
        self.market.at_place(of, area)
    }

    /// What stands for a place or industry for which nothing was published: a row without figures.
    pub fn unpublished(&self) -> &WageRow {
        self.market.unpublished()
    }

    /// What was published of an occupation by place.
    pub fn by_place(&self, of: &OccupationId) -> Result<&[Located<Area>], Unreadable> {
        self.market.by_place(of)
    }
}
