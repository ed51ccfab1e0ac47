//! Jobs as rows, of a profile and of a résumé. Answers no question itself.

use serde::Serialize;

use crate::query::{Idle, PlacedTitle, Stint};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Tabular};

/// As which role a title is read.
#[derive(Debug, Serialize)]
pub(super) struct Reading {
    role: String,
    listed_as: Option<String>,
    without: Option<String>,
}

impl From<&PlacedTitle<'_>> for Reading {
    fn from(placed: &PlacedTitle<'_>) -> Self {
        Reading {
            role: placed.found.role.title.to_string(),
            listed_as: placed.found.listed_as.map(str::to_owned),
            without: placed.dropped.clone(),
        }
    }
}

impl Reading {
    /// The role, and how the title led to it where that is not plain.
    pub(super) fn line(&self) -> Line {
        let role = line![&self.role];
        let role = match &self.listed_as {
            Some(title) => role.then(line![" (O*NET lists ", title, " there)"]),
            None => role,
        };
        match &self.without {
            Some(word) => role.then(line![", without ", word]),
            None => role,
        }
    }
}

/// A job.
#[derive(Debug, Serialize)]
pub(super) struct JobRow {
    title: Option<String>,
    role: Option<Reading>,
    start: Option<String>,
    end: Option<String>,
    role_id: Option<String>,
    counts: &'static str,
}

impl JobRow {
    /// A job; dates that can be read are shown as they were read.
    pub(super) fn new(
        title: Option<String>,
        role: Option<&PlacedTitle<'_>>,
        given: [Option<String>; 2],
        stint: Option<Stint>,
        idle: Option<Idle>,
    ) -> Self {
        let [start, end] = given;
        JobRow {
            title,
            role: role.map(Reading::from),
            start: stint.map(|stint| stint.start.to_string()).or(start),
            end: match stint {
                Some(stint) => stint.end.map(|end| end.to_string()),
                None => end,
            },
            role_id: role.map(|placed| placed.found.role.id.as_str().to_owned()),
            counts: idle.map_or(COUNTED, why),
        }
    }
}

impl Tabular for JobRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("title", "Title", |row| Cell::maybe(row.title.clone())),
        Column::words("start", "From", |row| Cell::maybe(row.start.clone())),
        Column::words("end", "To", |row| match (&row.end, &row.counts) {
            (None, &(COUNTED | ELSEWHERE)) => Cell::text("now"),
            (end, _) => Cell::maybe(end.clone()),
        }),
        Column::words("counts", "Counts", |row| Cell::text(row.counts)),
        Column::words("role", "Read as", |row| match &row.role {
            Some(role) => Cell::sentences([role.line()]),
            None => Cell::Empty,
        }),
        Column::data(Align::Left, "role_id", "Id", |row| Cell::maybe(row.role_id.clone())),
    ];
}

const COUNTED: &str = "yes";

const ELSEWHERE: &str = "no: other work";

/// What to know where a job is other work.
pub(super) const OTHER_WORK: &str = "only roles of this career count as its years; set `years` in the profile if \
                                     more of your work was in it";

/// Why a job adds no years.
fn why(idle: Idle) -> &'static str {
    match idle {
        Idle::NoStart => "no: nothing says when it began",
        Idle::Unreadable => "no: a date cannot be read",
        Idle::EndsBeforeStart => "no: it ends before it begins",
        Idle::NotBegun => "no: it has not begun",
        Idle::OtherWork => ELSEWHERE,
    }
}
