//! `guide`: what the sources say, by topic. Knows no format.

use serde::Serialize;

use super::cell::{Cell, line};
use super::command::command;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::statements::{RoleRow, disputes};
use super::{Report, Said};
use crate::catalog::{Catalog, Citation, Fact, TopicId};
use crate::query::{QueryError, lookup};

/// One topic in a list.
#[derive(Debug, Serialize)]
struct TopicRow {
    id: TopicId,
    topic: String,
    about: String,
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
            id: topic.id.clone(),
            topic: topic.title.clone(),
            about: topic.about.clone(),
            facts: catalog.facts().iter().filter(|fact| fact.topic == topic.id).count(),
        })
        .collect();
    let facts: usize = rows.iter().map(|row| row.facts).sum();
    let answer = line![
        "What the sources say about the ",
        &catalog.about().career,
        " career: ",
        Cell::Count(facts as u64),
        " facts under ",
        Cell::Count(rows.len() as u64),
        " topics"
    ];
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
    question: Option<String>,
    text: String,
    inferred: Option<String>,
    sources: Vec<Citation>,
}

impl From<&Fact> for FactRow {
    fn from(fact: &Fact) -> Self {
        FactRow {
            question: fact.question.clone(),
            text: fact.statement.text.clone(),
            inferred: fact.statement.inferred.clone(),
            sources: fact.statement.sources.clone(),
        }
    }
}

impl Tabular for FactRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("question", "Question", |row| Cell::maybe(row.question.as_deref())),
        Column::words("text", "Says", |row| Cell::text(row.text.as_str())),
        Column::words("inferred", "Note", |row| {
            row.inferred.clone().map_or(Cell::Empty, Cell::Inferred)
        }),
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
}

/// Tells what the sources say under a topic.
///
/// # Errors
/// When there is none of this name.
pub fn topic(catalog: &Catalog, name: &str) -> Result<OneTopic, QueryError> {
    let topic = lookup(catalog.topics(), name)?;
    let facts: Vec<FactRow> =
        catalog.facts().iter().filter(|fact| fact.topic == topic.id).map(FactRow::from).collect();
    let roles = catalog.roles().iter().filter(|role| role.topic.as_ref() == Some(&topic.id));
    let disputed =
        catalog.conflicts().iter().filter(|conflict| conflict.topics.contains(&topic.id));
    Ok(OneTopic {
        said: Said::from(line![&topic.title, ": ", &topic.about]).noting(disputes(disputed)),
        facts: Rows::new("facts", Layout::List, facts),
        titles: Rows::new(
            "titles",
            Layout::Table,
            roles.map(|role| RoleRow::new(catalog, role)).collect(),
        )
        .under(line!["Titles"]),
    })
}

impl Report for OneTopic {
    fn name(&self) -> &'static str {
        "topic"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.facts, &mut self.titles]
    }
}
