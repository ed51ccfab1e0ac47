//! What surveys of occupations found, as it is written: technology, tasks, education. Knows no meaning.

use serde::{Deserialize, Serialize};

use super::{Spanned, Text};

/// How much preparation an occupation takes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Zone {
    /// Its number, 1 to 5.
    pub number: u32,
    /// Its name.
    pub title: Text,
    /// When it was found.
    pub date: Text,
}

/// The technology of occupations.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Technology {
    /// Citations.
    pub sources: Vec<Text>,
    /// One tool of one occupation a row.
    pub rows: Vec<TechnologyRow>,
    /// A class of tools and a skill that it serves, in our reading.
    #[serde(default)]
    pub classes: Vec<(Text, Text)>,
}

/// A tool of an occupation, written as `[skill, name, role, class, flags…]`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Vec<Text>")]
pub struct TechnologyRow {
    /// A skill's id.
    pub skill: Text,
    /// What the source calls it.
    pub name: Text,
    /// A role's id.
    pub role: Text,
    /// The class that the source puts it in.
    pub class: Text,
    /// Whether employers often ask for it, in any occupation.
    pub hot: bool,
    /// Whether they often ask for it in this occupation.
    pub in_demand: bool,
}

impl TryFrom<Vec<Text>> for TechnologyRow {
    type Error = &'static str;

    fn try_from(cells: Vec<Text>) -> Result<Self, Self::Error> {
        let mut cells = cells.into_iter();
        let (Some(skill), Some(name), Some(role), Some(class)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            return Err("a tool is written as [skill, name, role, class, flags]");
        };
        let mut row = TechnologyRow { skill, name, role, class, hot: false, in_demand: false };
        for flag in cells {
            match flag.get_ref().as_str() {
                "hot" => row.hot = true,
                "in-demand" => row.in_demand = true,
                _ => return Err("a flag is `hot` or `in-demand`"),
            }
        }
        Ok(row)
    }
}

/// What people in occupations, or who know them, answered.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Survey {
    /// Citations.
    pub sources: Vec<Text>,
    /// One answer to one question a row.
    pub rows: Vec<SurveyRow>,
}

/// Role, question, answer, how many percent gave it, how many were asked, when, and who they were.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SurveyRow(
    pub Text,
    pub SurveyQuestion,
    pub Text,
    pub Spanned<f64>,
    pub u32,
    pub Text,
    pub Text,
);

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SurveyQuestion {
    /// The education that the work requires.
    RequiredEducation,
    /// Experience in related work.
    RelatedExperience,
    /// Training on site.
    OnSiteTraining,
    /// Training on the job.
    OnTheJobTraining,
}

/// Something that people in an occupation do.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Task {
    /// Its id at the source.
    pub id: Text,
    /// A role's id.
    pub role: Text,
    /// In our own words.
    pub text: Text,
    /// How the source rates it.
    pub rating: Option<TaskRating>,
    /// How many were asked.
    pub asked: Option<u32>,
    /// When.
    pub date: Text,
    /// Who was asked.
    pub by: Text,
    /// The ids of the skills that it exercises, in our reading.
    #[serde(default)]
    pub skills: Vec<Text>,
    /// Citations.
    #[serde(default)]
    pub sources: Vec<Text>,
}

/// How much a task belongs to an occupation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TaskRating {
    /// Central.
    Core,
    /// Beside it.
    Supplemental,
}
