//! What surveys found, from raw to catalog. Decides nothing: what does not fit is an error.

use anyhow::Result;

use super::{Names, date, known, known_all, text_of};
use crate::catalog::{Statement, SurveyAnswer, Task};
use crate::dataset::raw::{self, Placed};

impl Names {
    pub(super) fn task(&self, raw: raw::Task) -> Result<Task> {
        Ok(Task {
            role: known(&self.roles, &raw.role)?,
            statement: Statement {
                sources: self.citations(&raw.sources)?,
                text: text_of(raw.text),
                inferred: None,
            },
            rating: raw.rating,
            asked: raw.asked,
            date: date(&raw.date)?,
            by: text_of(raw.by),
            skills: known_all(&self.skills, &raw.skills)?,
        })
    }

    pub(super) fn survey(&self, blocks: Vec<Placed<raw::Survey>>) -> Result<Vec<SurveyAnswer>> {
        let mut answers = Vec::new();
        for block in blocks {
            let sources = self.citations(&block.entry.sources)?;
            for raw::SurveyRow(role, question, answer, percent, asked, when, by) in block.entry.rows
            {
                answers.push(SurveyAnswer {
                    role: known(&self.roles, &role)?,
                    question,
                    answer: text_of(answer),
                    percent: percent.into_inner(),
                    asked,
                    date: date(&when)?,
                    by: text_of(by),
                    sources: sources.clone(),
                });
            }
        }
        Ok(answers)
    }
}
