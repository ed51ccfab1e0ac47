//! `guide`: what the sources say, by topic. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::command;
use super::role::RoleRow;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::statements::disputes;
use super::survey::{AnswerRow, TaskRow, ZoneRow, answers};
use super::{Report, Said};
use crate::catalog::{Catalog, Citation, Fact, RoleId, Surveyed, Text, Topic, TopicId};
use crate::query::{QueryError, lookup, own_occupations};

/// One topic in a list.
#[derive(Debug, Serialize)]
struct TopicRow {
    id: TopicId,
    topic: Text,
    about: Text,
    facts: usize,
}

impl Tabular for TopicRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("id", "Topic", |row| Cell::text(row.id.as_str())),
        Column::data(Align::Left, "topic", "Title", |row| Cell::text(row.topic.as_str())),
        Column::words("about", "What it answers", |row| Cell::text(row.about.as_str())),
        Column::number("facts", "Facts", |row| Cell::Count(row.facts as u64)),
    ];
}

/// The topics.
#[derive(Debug, Serialize)]
pub struct Guide {
    #[serde(skip)]
    said: Said,
    topics: Rows<TopicRow>,
}

/// Lists the topics.
pub fn guide(catalog: &Catalog) -> Guide {
    let rows: Vec<TopicRow> = catalog
        .topics()
        .iter()
        .map(|topic| TopicRow {
            id: topic.id,
            topic: topic.title,
            about: topic.about,
            facts: catalog.facts().iter().filter(|fact| fact.topic == topic.id).count(),
        })
        .collect();
    let facts: usize = rows.iter().map(|row| row.facts).sum();
    let answer = line!["What the sources say about the ", &catalog.about().career, " career: "]
        .then(Line::counted(facts, "fact under ", "facts under "))
        .then(Line::counted(rows.len(), "topic", "topics"));
    let first = rows.first().map(|row| command(["guide", row.id.as_str()]));
    Guide {
        said: Said::from(answer).hinting(first),
        topics: Rows::new("topics", Layout::Table, rows),
    }
}

impl Report for Guide {
    fn name(&self) -> &'static str {
        "guide"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.topics]
    }
}

/// One fact.
#[derive(Debug, Serialize)]
struct FactRow {
    question: Option<Text>,
    text: Text,
    inferred: Option<Text>,
    sources: Vec<Citation>,
}

impl From<&Fact> for FactRow {
    fn from(fact: &Fact) -> Self {
        FactRow {
            question: fact.question,
            text: fact.statement.text,
            inferred: fact.statement.inferred,
            sources: fact.statement.sources.to_vec(),
        }
    }
}

impl Tabular for FactRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("question", "Question", |row| Cell::maybe(row.question)),
        Column::words("text", "Says", |row| Cell::text(row.text.as_str())),
        Column::words("inferred", "Note", |row| row.inferred.map_or(Cell::Empty, Cell::inferred)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// One topic in full.
#[derive(Debug, Serialize)]
pub struct OneTopic {
    #[serde(skip)]
    said: Said,
    facts: Rows<FactRow>,
    titles: Rows<RoleRow>,
    tasks: Rows<TaskRow>,
    zones: Rows<ZoneRow>,
    survey: Rows<AnswerRow>,
}

/// Tells what the sources say under a topic.
///
/// # Errors
/// When there is none of this name.
pub fn topic(catalog: &Catalog, name: &str) -> Result<OneTopic, QueryError> {
    let topic = lookup(catalog.topics(), name)?;
    let facts: Vec<FactRow> =
        catalog.facts().keeping(|fact| fact.topic == topic.id).map(FactRow::from).collect();
    let roles = catalog.roles().keeping(|role| role.topic.as_ref() == Some(&topic.id));
    let disputed = catalog.conflicts().keeping(|conflict| conflict.topics.contains(&topic.id));
    let own = own_occupations(catalog);
    let is_own = |role: &RoleId| own.iter().any(|own| own.id == *role);
    let tasks = catalog.tasks().keeping(|task| is_own(&task.role));
    let tasks = tasks.filter(|_| shows(topic, Surveyed::Tasks));
    let tasks = tasks.map(|task| TaskRow::new(catalog, task)).collect();
    let prepared = shows(topic, Surveyed::Preparation);
    let zones = own.iter().filter(|_| prepared).filter_map(|role| ZoneRow::new(role)).collect();
    let survey = catalog.survey().keeping(|answer| prepared && is_own(&answer.role));
    Ok(OneTopic {
        said: Said::from(line![&topic.title, ": ", &topic.about])
            .noting(disputes(disputed))
            .noting((!topic.shows.is_empty()).then_some(INDICATIVE)),
        facts: Rows::new("facts", Layout::List, facts),
        titles: Rows::new(
            "titles",
            Layout::Table,
            roles.map(|role| RoleRow::new(catalog, role)).collect(),
        )
        .under(line!["Titles"]),
        tasks: Rows::new("tasks", Layout::Table, tasks)
            .under(line!["Some of what people in the occupations of this career do, by O*NET; csv and json hold all"])
            .glimpsed(TASKS)
            .showing(&["task", "occupation", "rating", "asked", "date", "sources"]),
        zones: Rows::new("zones", Layout::Table, zones)
            .under(line!["How much preparation the work takes, by O*NET"]),
        survey: answers(catalog, survey),
    })
}

/// How many tasks people see.
const TASKS: usize = 12;

/// How far surveys carry.
const INDICATIVE: &str = "O*NET asks few people of each occupation, some of them years ago: take this as a \
                          sign, not as a measure";

/// Whether a topic shows findings of a kind.
fn shows(topic: &Topic, what: Surveyed) -> bool {
    topic.shows.contains(&what)
}

impl Report for OneTopic {
    fn name(&self) -> &'static str {
        "topic"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.facts, &mut self.titles, &mut self.tasks, &mut self.zones, &mut self.survey]
    }
}
