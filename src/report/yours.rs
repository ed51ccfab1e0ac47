//! What an answer takes from the reader's profile, and what of it doesn't fit. Knows no profile.

use super::cell::{Cell, Line, line};
use super::command::command;
use crate::catalog::Years;

/// A part of a profile that can stand in for an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The job title.
    Title,
    /// The years of experience.
    Years,
    /// The track of the ladder.
    Track,
    /// The place.
    Place,
    /// The pay.
    Pay,
    /// The level that one is on.
    Level,
    /// The level to reach.
    Target,
    /// The highest degree.
    Education,
    /// The skills and tools.
    Skills,
    /// The certificates.
    Certificates,
}

impl Field {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Years => "years",
            Field::Track => "track",
            Field::Place => "place",
            Field::Pay => "pay",
            Field::Level => "level",
            Field::Target => "target",
            Field::Education => "education",
            Field::Skills => "skills",
            Field::Certificates => "certificates",
        }
    }
}

impl Field {
    /// The word for one of it.
    fn one(self) -> &'static str {
        match self {
            Field::Skills => "skill",
            Field::Certificates => "certificate",
            other => other.word(),
        }
    }
}

/// Why a part of a profile is left out of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// The dataset doesn't have it, or several of its name.
    Unknown,
    /// Nothing is held of it together with what was typed.
    Unfitting,
    /// It is what was typed.
    Same,
    /// It has run out.
    Lapsed,
    /// The answer goes by years.
    NoYears,
}

impl LeftOut {
    fn words(self) -> &'static str {
        match self {
            LeftOut::Unknown => "is not one that the dataset has",
            LeftOut::Unfitting => "does not go with what was typed",
            LeftOut::Same => "is what was typed",
            LeftOut::Lapsed => "has run out",
            LeftOut::NoYears => "tells no years, by which a roadmap goes",
        }
    }
}

/// What an answer takes from a profile.
#[derive(Debug, Default)]
pub struct Yours {
    used: Vec<Field>,
    notes: Vec<Line>,
}

impl Yours {
    /// Says that a part is used.
    pub fn uses(&mut self, field: Field) {
        self.used.push(field);
    }

    /// Says that a part is left out, and why.
    pub fn leaves_out(&mut self, field: Field, given: &str, why: LeftOut) {
        self.notes.push(line![
            "the ",
            field.one(),
            " in your profile, ",
            Cell::text(given.to_owned()),
            ", ",
            why.words(),
            ", and is left out"
        ]);
    }

    /// Says that years are counted which may be of other work, by the title.
    pub fn counts_beside(&mut self, title: &str) {
        self.notes.push(line![
            "the years in your profile count as years in this career, and its title, ",
            Cell::text(title.to_owned()),
            ", is of other work; where they are not, set `years` to those that are"
        ]);
    }

    /// Says that a title is read without a word.
    pub fn reads_without(&mut self, word: &str) {
        self.notes
            .push(line!["the title in your profile is read without ", Cell::text(word.to_owned())]);
    }

    /// Says that jobs add no years.
    pub fn counts_without(&mut self, jobs: usize) {
        let show = Cell::Command(command(["profile", "show"]));
        if jobs > 0 {
            let jobs = Cell::Count(jobs as u64);
            self.notes.push(line!["jobs in your profile that add no years: ", jobs, "; ", show]);
        }
    }

    /// Says that there are years of work, and none of them counts.
    pub fn leaves_out_work(&mut self, years: Years) {
        self.notes.push(line!["not counted: "].then(Line::years(years.number())).then(line![
            " of work in your profile, since it is not in roles of this career; set `years` there, or say --years, if \
             it was"
        ]));
    }

    /// The words for the parts that are used.
    pub fn words(&self) -> Vec<&'static str> {
        self.used.iter().map(|field| field.word()).collect()
    }

    /// What to add to the first line: `; years and track from your profile`.
    pub(super) fn ending(&self) -> Line {
        let words = self.words();
        let Some((last, before)) = words.split_last() else { return Line::default() };
        let first = Line::joined(before.iter().map(|word| line![*word]), ", ");
        let and = if before.is_empty() { "" } else { " and " };
        line!["; "].then(first).then(line![and, *last, " from your profile"])
    }

    /// What to know of the parts that are not.
    pub(super) fn into_notes(self) -> Vec<Line> {
        self.notes
    }
}
