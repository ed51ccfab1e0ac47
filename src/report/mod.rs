//! What is said: one file per subcommand, each a value before it is text. Knows no format, width or colour.

pub mod cell;
pub mod sheet;

mod bibliography;
pub mod certs;
mod chart;
pub mod check;
pub mod command;
pub mod compare;
pub mod conflicts;
pub mod dataset;
mod document;
pub mod find;
pub mod gap;
pub mod guide;
mod ladders;
pub mod levels;
pub mod man;
pub mod outlook;
pub mod overview;
pub mod places;
pub mod posting;
pub mod profile;
pub mod roadmap;
mod role;
pub mod routes;
pub mod salary;
pub mod skills;
pub mod sources;
mod stage;
mod statements;
mod survey;
pub mod units;
mod yours;

pub use bibliography::Footnote;
pub use chart::{Chart, Strip};
pub use document::{Document, Presentation, PresentationError, Readers};
pub use yours::{Field, LeftOut, Yours};

use cell::Line;
use command::CommandLine;
use sheet::Table;

/// An answer as a value: what is said first, the tables behind it, and notes.
pub trait Report: erased_serde::Serialize {
    /// Names the shape of its JSON.
    fn name(&self) -> &'static str;

    /// What is said around its tables.
    fn said(&self) -> &Said;

    /// Its tables; the first is the one that CSV shows.
    fn tables(&mut self) -> Vec<&mut dyn Table>;

    /// A picture of two clocks, where the answer has one.
    fn timeline(&self) -> Option<Timeline> {
        None
    }

    /// A picture of what is paid, where the answer has one.
    fn chart(&self) -> Option<Chart> {
        None
    }

    /// What the exit code says.
    fn verdict(&self) -> Verdict {
        Verdict::Answered
    }
}

erased_serde::serialize_trait_object!(Report);

/// What is said around the tables of an answer.
#[derive(Debug, Default)]
pub struct Said {
    /// The first line, which answers the question.
    pub answer: Line,
    /// What one has to know in order to read it right.
    pub notes: Vec<Line>,
    /// Command lines that go on from here, without the program's name.
    pub hints: Vec<CommandLine>,
}

impl Said {
    /// The same, with notes.
    fn noting(mut self, notes: impl IntoIterator<Item = impl Into<Line>>) -> Self {
        self.notes.extend(notes.into_iter().map(Into::into));
        self
    }

    /// The same, with commands that go on from here.
    fn hinting(mut self, hints: impl IntoIterator<Item = CommandLine>) -> Self {
        self.hints.extend(hints);
        self
    }
}

impl From<Line> for Said {
    fn from(answer: Line) -> Self {
        Said { answer, ..Said::default() }
    }
}

/// Whether the question was answered or a check says no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It was answered.
    Answered,
    /// A check says no.
    No,
}

/// Stretches of years on several clocks, and where the reader stands.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The clocks, each with its stretches in order.
    pub clocks: Vec<(&'static str, Vec<(String, u32)>)>,
    /// The reader's years.
    pub here: Option<f64>,
}
