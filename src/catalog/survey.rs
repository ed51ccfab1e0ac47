//! What surveys of occupations found: tasks and the preparation that work asks for. Knows nobody's answer to them.

use serde::{Deserialize, Serialize};

use super::part::Part;
use super::role::RoleId;
use super::skill::SkillId;
use super::source::Citation;
use super::statement::Statement;
use super::text::Text;
use super::units::Date;
pub use crate::dataset::raw::{SurveyQuestion, TaskRating};

/// Something that people in an occupation do.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Task {
    /// The occupation.
    pub role: RoleId,
    /// What they do.
    pub statement: Statement,
    /// How the source rates it.
    pub rating: Option<TaskRating>,
    /// How many were asked.
    pub asked: Option<u32>,
    /// When.
    pub date: Date,
    /// Who was asked.
    pub by: Text,
    /// The skills that it exercises, in our reading.
    pub skills: Vec<SkillId>,
}

impl TaskRating {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            TaskRating::Core => "core",
            TaskRating::Supplemental => "supplemental",
        }
    }
}

/// An answer to a question on preparation, and how many gave it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct SurveyAnswer {
    /// The occupation.
    pub role: RoleId,
    /// What was asked.
    pub question: SurveyQuestion,
    /// The answer.
    pub answer: Text,
    /// How many percent gave it.
    pub percent: f64,
    /// How many were asked.
    pub asked: u32,
    /// When.
    pub date: Date,
    /// Who was asked.
    pub by: Text,
    /// Who published it.
    pub sources: Part<Vec<Citation>>,
}

impl SurveyQuestion {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            SurveyQuestion::RequiredEducation => "education required",
            SurveyQuestion::RelatedExperience => "experience in related work",
            SurveyQuestion::OnSiteTraining => "training on site",
            SurveyQuestion::OnTheJobTraining => "training on the job",
        }
    }
}
