//! A posting as one row: what it says of itself, and what it asks for by kind. Knows no other posting.

use serde::Serialize;

use crate::catalog::{LevelId, RoleId, TermKind, Text, Years};
use crate::query::{
    AskedDegree, AskedYears, Having, LevelTold, PayBound, PostedPay, PostedTerm, Posting, Standing,
    Strength, Words, having, score, standings,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Tabular};

use super::{Asker, Scoring};

/// A posting.
#[derive(Debug, Serialize)]
pub struct PostingRow {
    /// The name by which it was given.
    pub(super) posting: String,
    pub(super) title: Option<TitleRecord>,
    pub(super) level: Option<LevelRecord>,
    pub(super) years: Option<AskedYears>,
    pub(super) pay: Option<PostedPay>,
    /// Which percentiles its ends are, of the default occupation.
    pub(super) standing: Option<[Standing; 2]>,
    pub(super) degree: Option<AskedDegree>,
    pub(super) certificates: Vec<AskRecord>,
    pub(super) skills: Vec<AskRecord>,
    pub(super) tools: Vec<AskRecord>,
    pub(super) technologies: Vec<AskRecord>,
    pub(super) qualities: Vec<AskRecord>,
    /// How many certificates, tools and skills it asks for, and how many of them you have.
    pub(super) asked: usize,
    pub(super) had: Option<usize>,
    pub(super) score: Option<f64>,
    /// Your years beside those that it asks for.
    #[serde(skip)]
    pub(super) your_years: Option<Years>,
    /// Whether anything was recognised but perhaps a first line.
    #[serde(skip)]
    pub(super) recognised: bool,
}

/// A headline.
#[derive(Debug, Serialize)]
pub(super) struct TitleRecord {
    pub(super) text: String,
    pub(super) role: Option<RoleId>,
    pub(super) line: usize,
}

/// A level.
#[derive(Debug, Serialize)]
pub(super) struct LevelRecord {
    pub(super) id: String,
    pub(super) level: Option<LevelId>,
    #[serde(skip)]
    pub(super) title: String,
    pub(super) told_by: LevelTold,
}

/// Something that it asks for.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AskRecord {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) asked: Strength,
    pub(super) yours: Option<Having>,
    /// The posting's own words.
    pub(super) words: Words,
    pub(super) line: usize,
    #[serde(skip)]
    pub(super) kind: TermKind,
}

impl PostingRow {
    /// A posting as somebody sees it.
    pub fn new(name: String, posting: Posting<'_>, asker: &Asker<'_>) -> Self {
        let recognised = !posting.is_unrecognised();
        let title = posting.title.map(|title| TitleRecord {
            role: asker.role(&title.text),
            text: title.text,
            line: title.line,
        });
        let level = posting.level.map(|posted| LevelRecord {
            id: posted.id.to_owned(),
            level: posted.level.cloned(),
            title: posted.title.to_owned(),
            told_by: posted.told_by,
        });
        let mut row = PostingRow {
            posting: name,
            title,
            level,
            years: posting.years,
            standing: None,
            pay: posting.pay,
            degree: posting.degree,
            certificates: Vec::new(),
            skills: Vec::new(),
            tools: Vec::new(),
            technologies: Vec::new(),
            qualities: Vec::new(),
            asked: 0,
            had: None,
            score: None,
            your_years: asker.person.years,
            recognised,
        };
        for posted in posting.terms {
            row.take_in(AskRecord::new(posted, asker));
        }
        row.asked = row.counted().count();
        let had = row.counted().filter(|ask| ask.yours == Some(Having::Has)).count();
        row.had = asker.person.shows_anything().then_some(had);
        if asker.scoring == Scoring::On {
            row.score = score(row.counted().map(|ask| (ask.asked, ask.yours)));
        }
        // Beside managers' pay stands only that of work which asks for something of theirs.
        let pay = row.pay.as_ref().filter(|_| row.asked > 0).zip(asker.cut.as_ref());
        row.standing = pay.and_then(|(pay, cut)| standings(pay, cut));
        row
    }

    fn take_in(&mut self, ask: AskRecord) {
        let of_kind = match ask.kind {
            TermKind::Certificate => &mut self.certificates,
            TermKind::Skill => &mut self.skills,
            TermKind::Tool => &mut self.tools,
            TermKind::Technology => &mut self.technologies,
            TermKind::Quality => &mut self.qualities,
            TermKind::Level => return,
        };
        of_kind.push(ask);
    }

    /// Everything that it asks for, kind by kind, in the order in which people read it.
    pub(super) fn asks(&self) -> impl Iterator<Item = &AskRecord> {
        let kinds =
            [&self.certificates, &self.tools, &self.skills, &self.technologies, &self.qualities];
        kinds.into_iter().flatten()
    }

    /// What of it counts.
    fn counted(&self) -> impl Iterator<Item = &AskRecord> {
        self.asks().filter(|ask| ask.kind.counts())
    }

    fn years_line(&self) -> Option<Line> {
        let years = self.years?;
        let mut words = match years.to {
            Some(to) => line![Cell::Number(years.from), " to ", Cell::Number(to)],
            None => line![Cell::Number(years.from), " or more"],
        };
        words = words.then(line![" (", Cell::LineNumber(years.line), ")"]);
        if let Some(own) = self.your_years {
            let enough = own.number() >= years.from;
            let than = if enough { ": enough" } else { ": fewer" };
            words = words.then(line!["; you have ", Cell::Number(own.number()), than]);
        }
        Some(words)
    }

    fn level_line(&self) -> Option<Line> {
        let level = self.level.as_ref()?;
        let title = line![&level.title];
        match (level.told_by, &self.title) {
            (LevelTold::Title, Some(told)) => {
                Some(title.then(line![", by its title (", Cell::LineNumber(told.line), ")"]))
            }
            _ => Some(title.then(line![", by the years that it asks for"])),
        }
    }

    /// `about the 52nd to the 69th percentile`.
    fn standing_line(&self) -> Option<Line> {
        let [low, high] = self.standing?;
        let bound = self.pay.as_ref().and_then(|pay| pay.bound).filter(|_| known(low).is_some());
        if let Some(bound) = bound {
            return Some(line![bound.before()].then(of_percentile(low)));
        }
        Some(match (known(low), known(high)) {
            (Some(from), Some(to)) if from != to => {
                let span = line![Cell::Percentile(from), " to the ", Cell::Percentile(to)];
                line!["about the "].then(span).then(line![" percentile"])
            }
            _ if low == high => of_percentile(low),
            _ => of_percentile(low).then(line![" to "]).then(of_percentile(high)),
        })
    }

    fn degree_line(&self) -> Option<Line> {
        let asked = self.degree?;
        Some(line![
            asked.degree.words(),
            ", ",
            asked.strength.word(),
            " (",
            Cell::LineNumber(asked.line),
            ")"
        ])
    }

    fn pay_line(&self) -> Option<Line> {
        let pay = self.pay.as_ref()?;
        Some(line![Cell::Posted(pay.clone()), " (", Cell::LineNumber(pay.line), ")"])
    }
}

impl AskRecord {
    fn new(posted: PostedTerm<'_>, asker: &Asker<'_>) -> Self {
        AskRecord {
            id: posted.term.id,
            title: posted.term.title,
            asked: posted.strength,
            yours: having(asker.person, posted.term),
            words: posted.words,
            line: posted.line,
            kind: posted.term.kind,
        }
    }
}

/// A percentile that is known, rounded.
fn known(standing: Standing) -> Option<f64> {
    match standing {
        Standing::Published(number) | Standing::Estimate(number) => Some(number.round()),
        Standing::Tie { .. } | Standing::Above(_) | Standing::Below(_) | Standing::Missing => None,
    }
}

/// A percentile in words.
fn of_percentile(standing: Standing) -> Line {
    let percentile = |number: f64| Cell::Percentile(number.round());
    match standing {
        Standing::Published(number) => line!["the ", percentile(number), " percentile"],
        Standing::Estimate(number) => line!["about the ", percentile(number), " percentile"],
        Standing::Tie { from, .. } => line!["the ", percentile(from), " percentile"],
        Standing::Above(number) => line!["above the ", percentile(number), " percentile"],
        Standing::Below(number) => line!["below the ", percentile(number), " percentile"],
        Standing::Missing => line!["no known percentile"],
    }
}

fn sentence(line: Option<Line>) -> Cell {
    line.map_or(Cell::Empty, |line| Cell::sentences([line]))
}

fn titles(of: &[AskRecord]) -> Cell {
    Cell::brief(of.iter().map(|ask| ask.title.as_str()))
}

impl Tabular for PostingRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("posting", "Posting", |row| Cell::text(row.posting.clone())),
        Column::words("title", "Title", |row| {
            row.title.as_ref().map_or(Cell::Empty, |title| Cell::text(title.text.clone()))
        }),
        Column::words("level", "Level", |row| sentence(row.level_line())),
        Column::data(Align::Left, "level.id", "Level", |row| {
            row.level.as_ref().map_or(Cell::Empty, |level| Cell::text(level.id.clone()))
        }),
        Column::words("years", "Years", |row| sentence(row.years_line())),
        Column::data(Align::Right, "years.from", "Fewest years", |row| {
            row.years.map_or(Cell::Empty, |years| Cell::Number(years.from))
        }),
        Column::data(Align::Right, "years.to", "Most years", |row| {
            row.years.and_then(|years| years.to).map_or(Cell::Empty, Cell::Number)
        }),
        Column::words("pay", "Pay", |row| sentence(row.pay_line())),
        Column::data(Align::Right, "pay.low", "Pay from", |row| {
            row.pay.as_ref().map_or(Cell::Empty, |pay| Cell::Number(pay.low))
        }),
        Column::data(Align::Right, "pay.high", "Pay to", |row| {
            row.pay.as_ref().and_then(|pay| pay.high).map_or(Cell::Empty, Cell::Number)
        }),
        Column::data(Align::Left, "pay.bound", "Pay is", |row| {
            Cell::maybe(row.pay.as_ref().and_then(|pay| pay.bound).map(PayBound::word))
        }),
        Column::data(Align::Left, "pay.period", "A", |row| {
            row.pay.as_ref().map_or(Cell::Empty, |pay| Cell::text(pay.period.word()))
        }),
        Column::data(Align::Left, "pay.currency", "Currency", |row| {
            Cell::maybe(row.pay.as_ref().and_then(|pay| pay.currency))
        }),
        Column::words("standing", "That is", |row| sentence(row.standing_line())),
        Column::words("degree", "Degree", |row| sentence(row.degree_line())),
        Column::data(Align::Left, "degree.degree", "Lowest degree", |row| {
            Cell::maybe(row.degree.map(|asked| asked.degree.word()))
        }),
        Column::words("certificates", "Certificates", |row| titles(&row.certificates)),
        Column::words("skills", "Skills", |row| titles(&row.skills)),
        Column::words("tools", "Tools", |row| titles(&row.tools)),
        Column::data(Align::Left, "technologies", "Technologies", |row| titles(&row.technologies)),
        Column::data(Align::Left, "qualities", "Qualities", |row| titles(&row.qualities)),
        Column::number("asked", "Asks for", |row| Cell::Count(row.asked as u64)),
        Column::number("had", "You have", |row| {
            row.had.map_or(Cell::Empty, |had| Cell::Count(had as u64))
        }),
        Column::number("score", "Score", |row| row.score.map_or(Cell::Empty, Cell::Percent)),
    ];
}
