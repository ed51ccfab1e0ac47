//! Rows on what surveys of occupations found: tasks, and the preparation that work takes. Answers no question itself.

use serde::Serialize;

use super::cell::{Cell, line};
use super::sheet::{Align, Column, Layout, Rows, Tabular};
use crate::catalog::{
    Catalog, Citation, Date, Role, RoleId, SurveyAnswer, SurveyQuestion, Task, TaskRating, Text,
};

/// Something that people in an occupation do.
#[derive(Debug, Serialize)]
pub struct TaskRow {
    role: RoleId,
    task: Text,
    occupation: Text,
    rating: Option<TaskRating>,
    asked: Option<u32>,
    by: Text,
    date: Date,
    skills: Vec<Text>,
    sources: Vec<Citation>,
}

impl TaskRow {
    /// A task with the titles of what it names.
    pub fn new(catalog: &Catalog, task: &Task) -> Self {
        let skills = task.skills.iter().map(|id| catalog.skills().get(id).title);
        TaskRow {
            role: task.role,
            task: task.statement.text,
            occupation: catalog.roles().get(&task.role).title,
            rating: task.rating,
            asked: task.asked,
            by: task.by,
            date: task.date,
            skills: skills.collect(),
            sources: task.statement.sources.to_vec(),
        }
    }
}

fn count(of: Option<u32>) -> Cell {
    of.map_or(Cell::Empty, |count| Cell::Count(u64::from(count)))
}

impl Tabular for TaskRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("task", "Task", |row| Cell::text(row.task.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::words("rating", "Rated", |row| Cell::maybe(row.rating.map(TaskRating::word))),
        Column::number("asked", "Asked", |row| count(row.asked)),
        Column::data(Align::Left, "by", "Who", |row| Cell::text(row.by.as_str())),
        Column::words("date", "Date", |row| Cell::Date(row.date)),
        Column::data(Align::Left, "skills", "Skills", |row| Cell::list(row.skills.iter().copied())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// How many gave an answer on preparation.
#[derive(Debug, Serialize)]
pub struct AnswerRow {
    role: RoleId,
    occupation: Text,
    question: SurveyQuestion,
    answer: Text,
    percent: f64,
    asked: u32,
    by: Text,
    date: Date,
    sources: Vec<Citation>,
}

impl AnswerRow {
    /// An answer with the title of its occupation.
    pub fn new(catalog: &Catalog, answer: &SurveyAnswer) -> Self {
        AnswerRow {
            role: answer.role,
            occupation: catalog.roles().get(&answer.role).title,
            question: answer.question,
            answer: answer.answer,
            percent: answer.percent,
            asked: answer.asked,
            by: answer.by,
            date: answer.date,
            sources: answer.sources.to_vec(),
        }
    }
}

impl Tabular for AnswerRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::words("question", "Asked about", |row| Cell::text(row.question.words())),
        Column::words("answer", "Answer", |row| Cell::text(row.answer.as_str())),
        Column::number("percent", "Share", |row| Cell::Percent(row.percent)),
        Column::number("asked", "Asked", |row| count(Some(row.asked))),
        Column::words("by", "Who", |row| Cell::text(row.by.as_str())),
        Column::words("date", "Date", |row| Cell::Date(row.date)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// How much preparation an occupation takes.
#[derive(Debug, Serialize)]
pub struct ZoneRow {
    role: RoleId,
    occupation: Text,
    zone: u32,
    preparation: Text,
    date: Date,
    sources: Vec<Citation>,
}

impl ZoneRow {
    /// The zone of a role, where it is an occupation that has one.
    pub fn new(role: &Role) -> Option<Self> {
        let zone = role.zone.as_ref()?;
        Some(ZoneRow {
            role: role.id,
            occupation: role.title,
            zone: zone.number,
            preparation: zone.title,
            date: zone.date,
            sources: role.citations().cloned().collect(),
        })
    }
}

impl Tabular for ZoneRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "role", "Role", |row| Cell::text(row.role.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::number("zone", "Job zone", |row| count(Some(row.zone))),
        Column::words("preparation", "Preparation", |row| Cell::text(row.preparation.as_str())),
        Column::words("date", "Date", |row| Cell::Date(row.date)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Answers by question; people see those on education and experience.
pub fn answers<'a>(
    catalog: &Catalog,
    of: impl Iterator<Item = &'a SurveyAnswer>,
) -> Rows<AnswerRow> {
    let mut rows: Vec<AnswerRow> = of.map(|answer| AnswerRow::new(catalog, answer)).collect();
    rows.sort_by_key(|row| row.question);
    Rows::new("survey", Layout::Table, rows)
        .showing(&["occupation", "question", "answer", "percent", "asked", "by", "date", "sources"])
        .under(line![
            "What was answered, and by what share of those asked; asked: how many they were"
        ])
        .hiding(|row| !SEEN.contains(&row.question))
}

/// The questions whose answers people see.
const SEEN: [SurveyQuestion; 2] =
    [SurveyQuestion::RequiredEducation, SurveyQuestion::RelatedExperience];
