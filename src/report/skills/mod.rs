//! `skills`: skills and tools by phase, and one of them in full. Knows no format.

mod one;

use serde::Serialize;

pub use one::{OneSkill, skill};

use crate::catalog::{
    Catalog, Citation, Level, Mention, Phase, Skill, SkillId, SkillKind, SourceId, Text,
};
use crate::query::{Demand, QueryError, asked_skills, demand, is_told, lookup};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::{StatementRow, StepRow, statements, steps};
use crate::report::{Report, Said};

/// Which skills are asked about.
#[derive(Debug, Default)]
pub struct Filter {
    /// Those that a source puts in this phase.
    pub phase: Option<String>,
    /// Those that this level asks for.
    pub level: Option<String>,
    /// Skills or tools.
    pub kind: Option<SkillKind>,
    /// Those that so many sources name, or more.
    pub agree: Option<usize>,
}

/// One skill in a list.
#[derive(Debug, Serialize)]
pub struct SkillRow {
    id: SkillId,
    skill: Text,
    kind: SkillKind,
    phases: Vec<Text>,
    levels: Vec<Text>,
    agree: usize,
    demand: Option<Demand>,
    /// Whether a guide names it, or employers in its occupations often ask for it.
    #[serde(skip)]
    told: bool,
    sources: Vec<Citation>,
}

impl SkillRow {
    fn new(catalog: &Catalog, skill: &Skill) -> Self {
        let named_by = skill.named_by();
        let in_phase = |phase: &&Phase| skill.mentions.iter().any(|said| said.is_in(phase));
        let at_level = |level: &&Level| skill.mentions.iter().any(|said| said.is_at(level));
        SkillRow {
            id: skill.id,
            skill: skill.title,
            kind: skill.kind,
            phases: catalog.phases().iter().filter(in_phase).map(|p| p.title).collect(),
            levels: catalog.levels().iter().filter(at_level).map(|l| l.title).collect(),
            agree: named_by.len(),
            demand: demand(skill),
            told: is_told(skill),
            sources: named_by.into_iter().map(whole).collect(),
        }
    }
}

/// A source as a whole, without the references that it gives.
pub fn whole(source: SourceId) -> Citation {
    Citation { source, references: Vec::new() }
}

fn names(of: &[Text]) -> Cell {
    Cell::list(of.iter().copied())
}

impl Tabular for SkillRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("skill", "Skill", |row| Cell::text(row.skill.as_str())),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("kind", "Kind", |row| Cell::text(row.kind.word())),
        Column::words("phases", "Phase", |row| names(&row.phases)),
        Column::words("levels", "Level", |row| names(&row.levels)),
        Column::number("agree", "Agree", |row| Cell::Count(row.agree as u64)),
        Column::words("demand", "Asked for", |row| Cell::maybe(row.demand.map(Demand::words))),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Skills and tools.
#[derive(Debug, Serialize)]
pub struct Skills {
    #[serde(skip)]
    said: Said,
    skills: Rows<SkillRow>,
    notes: Rows<StatementRow>,
    steps: Rows<StepRow>,
}

/// Lists the skills and tools that pass the filter, by phase.
///
/// # Errors
/// When there is no such phase or level.
pub fn skills(catalog: &Catalog, filter: &Filter) -> Result<Skills, QueryError> {
    let phase = filter.phase.as_deref().map(|name| lookup(catalog.phases(), name)).transpose()?;
    let level = filter.level.as_deref().map(|name| lookup(catalog.levels(), name)).transpose()?;
    let asked: Option<Vec<SkillId>> = level
        .map(|level| asked_skills(catalog, level, None).iter().map(|asked| asked.of.id).collect());
    let passes = |skill: &Skill| {
        phase.is_none_or(|phase| skill.mentions.iter().any(|said| said.is_in(phase)))
            && asked.as_ref().is_none_or(|asked| asked.contains(&skill.id))
            && filter.kind.is_none_or(|kind| skill.kind == kind)
            && filter.agree.is_none_or(|agree| skill.named_by().len() >= agree)
    };
    let mut chosen: Vec<&Skill> = catalog.skills().keeping(passes).collect();
    chosen.sort_by_cached_key(|skill| {
        let first = skill.mentions.iter().filter_map(|mention| mention.phase).min();
        let title = skill.mentions.is_empty().then(|| skill.title.to_lowercase());
        (skill.mentions.is_empty(), first.is_none(), first, demand(skill), title)
    });
    let rows: Vec<SkillRow> = chosen.iter().map(|skill| SkillRow::new(catalog, skill)).collect();
    let mut answer = match rows.len() {
        0 => line!["Nothing found: no skill or tool"],
        count => Line::counted(count, "skill or tool", several(filter.kind)),
    };
    if let Some(phase) = phase {
        answer =
            answer.then(line![", phase ", &phase.title, " (years ", Cell::Years(phase.years), ")"]);
    }
    if let Some(level) = level {
        answer = answer.then(line![", asked for at ", &level.title, " level"]);
    }
    if let Some(agree) = filter.agree {
        let sources = Line::counted(agree, "source or more", "sources or more");
        answer = answer.then(line![", named by "]).then(sources);
    }
    let phase_notes = phase.map_or(&[][..], |phase| &phase.notes);
    let first = rows.first().map(|row| command(["skills", row.id.as_str()]));
    let others = others(&rows, filter);
    let skills = Rows::new("skills", Layout::Table, rows);
    Ok(Skills {
        said: Said::from(answer).noting([AGREE]).noting(others).hinting(first),
        skills: match filter.kind {
            Some(SkillKind::Tool) => skills,
            _ => skills.hiding(|row| !row.told),
        },
        notes: statements("notes", phase_notes).under(line!["What is said of this phase"]),
        steps: steps(phase.into_iter().flat_map(|phase| &phase.steps)),
    })
}

/// What several of a kind are called.
fn several(kind: Option<SkillKind>) -> &'static str {
    match kind {
        None => "skills and tools",
        Some(SkillKind::Skill) => "skills",
        Some(SkillKind::Tool) => "tools",
    }
}

/// What to know of tools that O*NET names.
fn others(rows: &[SkillRow], filter: &Filter) -> Vec<Line> {
    let marked = rows.iter().any(|row| row.demand.is_some());
    let hidden = rows.iter().filter(|row| !row.told).count();
    let hidden = (hidden > 0 && filter.kind.is_none()).then(|| more(hidden));
    marked.then(|| Line::from(DEMAND)).into_iter().chain(hidden).collect()
}

/// What is left out of a list that people read.
fn more(count: usize) -> Line {
    let all = Cell::Command(command(["skills", "--kind", "tool"]));
    let (one, several) =
        ("more tool that O*NET alone names: ", "more tools that O*NET alone names: ");
    Line::counted(count, one, several).then(line![all])
}

const DEMAND: &str = "in demand: employers often ask for it in one of its occupations; hot: in some \
                      occupation; both by the job postings that O*NET reads";

impl Report for Skills {
    fn name(&self) -> &'static str {
        "skills"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.skills, &mut self.notes, &mut self.steps]
    }
}

const AGREE: &str =
    "Agree: how many sources name it; a phase or level is given where a source gives one";

/// What a source says of a skill or certificate.
#[derive(Debug, Serialize)]
pub struct MentionRow {
    text: Text,
    phase: Option<Text>,
    level: Option<Text>,
    track: Option<Text>,
    inferred: Option<Text>,
    sources: Vec<Citation>,
}

impl MentionRow {
    /// A mention with the titles of what it is tied to.
    pub fn new(catalog: &Catalog, mention: &Mention) -> Self {
        MentionRow {
            text: mention.statement.text,
            phase: mention.phase.as_ref().map(|id| catalog.phases().get(id).title),
            level: mention.level.as_ref().map(|id| catalog.levels().get(id).title),
            track: mention.track.as_ref().map(|id| catalog.tracks().get(id).title),
            inferred: mention.statement.inferred,
            sources: mention.statement.sources.to_vec(),
        }
    }
}

impl Tabular for MentionRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("text", "What is said", |row| Cell::text(row.text.as_str())),
        Column::words("phase", "Phase", |row| Cell::maybe(row.phase)),
        Column::words("level", "Level", |row| Cell::maybe(row.level)),
        Column::words("track", "Track", |row| Cell::maybe(row.track)),
        Column::words("inferred", "Note", |row| row.inferred.map_or(Cell::Empty, Cell::inferred)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
