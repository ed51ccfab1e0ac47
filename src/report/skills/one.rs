//! One skill or tool in full: who names it and when, what goes with it, where it is found. Knows no format.

use serde::Serialize;

use super::{MentionRow, SkillRow, names};
use crate::catalog::{
    Catalog, Citation, Cost, RoleId, Skill, SkillId, Statement, Technology, Text, distinct,
};
use crate::query::{
    Proof, QueryError, certifications_for, evidence_for, lookup, tasks_for, technology_for,
    tools_for,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::StatementRow;
use crate::report::survey::TaskRow;
use crate::report::{Report, Said};

/// Something that goes with a skill.
#[derive(Debug, Serialize)]
struct WithRow {
    id: Text,
    name: Text,
    says: StatementRow,
    sources: Vec<Citation>,
}

impl WithRow {
    fn new(id: Text, name: Text, said: &Statement) -> Self {
        WithRow { id, name, says: StatementRow::from(said), sources: said.sources.to_vec() }
    }
}

impl Tabular for WithRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("name", "Name", |row| Cell::text(row.name.as_str())),
        Column::words("says", "What is said", |row| Cell::sentences([row.says.line()])),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// A tool as it is found in an occupation.
#[derive(Debug, Serialize)]
struct FoundRow {
    id: SkillId,
    tool: Text,
    name: Text,
    role: RoleId,
    occupation: Text,
    class: Text,
    hot: bool,
    in_demand: bool,
    sources: Vec<Citation>,
}

impl FoundRow {
    fn new(catalog: &Catalog, tool: &Skill, found: &Technology) -> Self {
        FoundRow {
            id: tool.id,
            tool: tool.title,
            name: found.name,
            role: found.role,
            occupation: catalog.roles().get(&found.role).title,
            class: found.class,
            hot: found.hot,
            in_demand: found.in_demand,
            sources: found.sources.to_vec(),
        }
    }
}

fn flag(set: bool) -> Cell {
    if set { Cell::text("yes") } else { Cell::Empty }
}

impl Tabular for FoundRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("tool", "Tool", |row| Cell::text(row.tool.as_str())),
        Column::words("name", "O*NET calls it", |row| Cell::text(row.name.as_str())),
        Column::data(Align::Left, "role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::words("class", "Class", |row| Cell::text(row.class.as_str())),
        Column::words("hot", "Hot", |row| flag(row.hot)),
        Column::words("in_demand", "In demand", |row| flag(row.in_demand)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Something to do that shows it.
#[derive(Debug, Serialize)]
struct EvidenceRow {
    text: Text,
    cost: Cost,
    says: StatementRow,
    sources: Vec<Citation>,
}

impl EvidenceRow {
    /// What it is, where it is no certificate: those stand apart.
    fn of(proof: Proof<'_>) -> Option<Self> {
        let Proof::Deed(evidence, covers) = proof else { return None };
        let said = &covers.statement;
        Some(EvidenceRow {
            text: evidence.text,
            cost: evidence.cost,
            says: StatementRow::from(said),
            sources: distinct(evidence.sources.iter().chain(&said.sources).cloned()),
        })
    }
}

impl Tabular for EvidenceRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("text", "To do", |row| Cell::text(row.text.as_str())),
        Column::words("cost", "Where", |row| Cell::text(row.cost.words())),
        Column::words("says", "What is said", |row| Cell::sentences([row.says.line()])),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// One skill in full.
#[derive(Debug, Serialize)]
pub struct OneSkill {
    #[serde(skip)]
    said: Said,
    mentions: Rows<MentionRow>,
    used_for: Rows<WithRow>,
    found: Rows<FoundRow>,
    tools: Rows<WithRow>,
    technology: Rows<FoundRow>,
    tasks: Rows<TaskRow>,
    evidence: Rows<EvidenceRow>,
    certificates: Rows<WithRow>,
    skill: Rows<SkillRow>,
    aliases: Vec<Text>,
}

/// Tells what each source says of a skill or tool, and what goes with it.
///
/// # Errors
/// When there is none of this name.
pub fn skill(catalog: &Catalog, name: &str) -> Result<OneSkill, QueryError> {
    let skill = lookup(catalog.skills(), name)?;
    let row = SkillRow::new(catalog, skill);
    let mentions = skill.mentions.iter().map(|mention| MentionRow::new(catalog, mention));
    let found = skill.technology.iter().map(|found| FoundRow::new(catalog, skill, found));
    let used_for = skill.used_for.iter().map(|covers| {
        let other = catalog.skills().get(&covers.skill);
        WithRow::new(other.id.name(), other.title, &covers.statement)
    });
    let tasks = tasks_for(catalog, skill).into_iter();
    let tasks: Vec<TaskRow> = tasks.map(|task| TaskRow::new(catalog, task)).collect();
    let technology = technology_for(catalog, skill).into_iter();
    let technology: Vec<FoundRow> =
        technology.map(|(tool, found)| FoundRow::new(catalog, tool, found)).collect();
    let tools = tools_for(catalog, skill).into_iter();
    let tools: Vec<WithRow> = tools
        .map(|(tool, covers)| WithRow::new(tool.id.name(), tool.title, &covers.statement))
        .collect();
    let certificates = certifications_for(catalog, skill).into_iter();
    let certificates = certificates
        .map(|(of, covers)| WithRow::new(of.id.name(), of.short_name().into(), &covers.statement));
    let evidence = evidence_for(catalog, skill).into_iter().filter_map(EvidenceRow::of);
    let read = !tasks.is_empty() || !technology.is_empty();
    let first = tools.first().map(|tool| command(["skills", &tool.id]));
    Ok(OneSkill {
        said: Said::from(first_line(skill, &row)).noting(read.then_some(READ)).hinting(first),
        mentions: Rows::new("mentions", Layout::Table, mentions.collect()),
        used_for: Rows::new("used_for", Layout::Table, used_for.collect())
            .under(line!["What it is used for"]),
        found: Rows::new("found", Layout::Table, found.collect())
            .showing(&["name", "occupation", "class", "hot", "in_demand", "sources"])
            .under(line!["Where O*NET finds it"]),
        tools: Rows::new("tools", Layout::Table, tools)
            .under(line!["Tools that go with it, as guides say"]),
        technology: Rows::new("technology", Layout::Table, technology)
            .showing(&["tool", "occupation", "class", "hot", "in_demand", "sources"])
            .under(line!["Tools that go with it, by the class that O*NET puts them in"])
            .glimpsed(GLIMPSE),
        tasks: Rows::new("tasks", Layout::Table, tasks).under(line!["Tasks that go with it"]),
        evidence: Rows::new("evidence", Layout::Table, evidence.collect())
            .under(line!["What shows it, cheapest first"]),
        certificates: Rows::new("certificates", Layout::Table, certificates.collect())
            .under(line!["Certificates that cover it"]),
        skill: Rows::new("skill", Layout::Record, vec![row]).showing(&["id", "kind", "demand"]),
        aliases: skill.aliases.to_vec(),
    })
}

/// How many sources name it, and where they place it.
fn first_line(skill: &Skill, row: &SkillRow) -> Line {
    let mut answer = line![&skill.title, ": "];
    answer = answer.then(match row.agree {
        1 => line!["one source names it"],
        agree => line![Cell::Count(agree as u64), " sources name it"],
    });
    if !row.phases.is_empty() {
        answer = answer.then(line!["; phase ", names(&row.phases)]);
    }
    if !row.levels.is_empty() {
        answer = answer.then(line!["; level ", names(&row.levels)]);
    }
    if !skill.aliases.is_empty() {
        answer = answer.then(line!["; also called ", names(&skill.aliases)]);
    }
    answer
}

/// How many tools of a class people see.
const GLIMPSE: usize = 12;

/// Whose reading it is that tasks and classes go with a skill.
const READ: &str =
    "O*NET does not say which skills its tasks and tools go with: that is our reading";

impl Report for OneSkill {
    fn name(&self) -> &'static str {
        "skill"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![
            &mut self.mentions,
            &mut self.used_for,
            &mut self.found,
            &mut self.tools,
            &mut self.technology,
            &mut self.tasks,
            &mut self.evidence,
            &mut self.certificates,
            &mut self.skill,
        ]
    }
}
