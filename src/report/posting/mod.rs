//! `match`: what job postings ask for, what you have of it, what is missing. Knows no file and no format.

mod items;
mod row;

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::command;
use super::sheet::{Layout, Rows, Table};
use super::{Report, Said};
use crate::catalog::{Catalog, RoleId, TermKind};
use crate::query::{
    Cut, HOURS_A_YEAR, Having, LevelTold, PayPeriod, Person, Posting, QueryError, SettingChoice,
    Standing, VintageChoice, chosen, role_named, settings,
};

use items::{ItemRow, items};
pub use row::PostingRow;

/// Who reads postings, and where.
#[derive(Debug)]
pub struct Asker<'a> {
    catalog: &'a Catalog,
    /// Who.
    person: &'a Person<'a>,
    /// The wages that posted pay is set beside.
    cut: Option<Cut<'a>>,
    scoring: Scoring,
}

/// Whether a score is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// No.
    Off,
    /// Yes.
    On,
}

impl<'a> Asker<'a> {
    /// Somebody in a place; in the nation without one.
    ///
    /// # Errors
    /// When there is no such place, or no wages of it.
    pub fn new(
        catalog: &'a Catalog,
        person: &'a Person<'a>,
        place: Option<&str>,
        scoring: Scoring,
    ) -> Result<Self, QueryError> {
        let occupation = catalog.occupations().get(&catalog.about().default_occupation);
        let places: Vec<String> = place.map(str::to_owned).into_iter().collect();
        let choice = SettingChoice::of(&places, None)?;
        let mut cut = None;
        for setting in settings(catalog, &choice)? {
            cut = chosen(catalog, occupation, setting, &VintageChoice::Newest)?.pop();
        }
        Ok(Asker { catalog, person, cut, scoring })
    }

    fn role(&self, title: &str) -> Option<RoleId> {
        role_named(self.catalog, title).map(|role| role.id)
    }
}

/// What postings ask for.
#[derive(Debug, Serialize)]
pub struct Match {
    #[serde(skip)]
    said: Said,
    postings: Rows<PostingRow>,
    items: Rows<ItemRow>,
}

/// Sets postings, each with its name, beside what somebody has.
pub fn matching(asker: &Asker<'_>, postings: Vec<(String, Posting<'_>)>) -> Match {
    let rows: Vec<PostingRow> =
        postings.into_iter().map(|(name, posting)| PostingRow::new(name, posting, asker)).collect();
    let items = items(&rows);
    let told = asker.person.shows_anything();
    let said = Said::from(answer(&rows, &items, told))
        .noting(notes(asker, &rows, &items))
        .hinting(told.then(|| command(["gap"])));
    let (layout, of_postings, of_items): (Layout, &[&str], &[&str]) = match rows.len() {
        1 => (
            Layout::Record,
            &["level", "years", "pay", "standing", "degree", "score"],
            &["kind", "item", "asked", "yours", "words", "line"],
        ),
        _ => (
            Layout::Table,
            &["posting", "title", "level.id", "years.from", "pay", "asked", "had", "score"],
            &["kind", "item", "postings", "required", "yours"],
        ),
    };
    Match {
        said,
        postings: Rows::new("postings", layout, rows).showing(of_postings),
        items: Rows::new("items", Layout::Table, items)
            .under(line!["What is asked for"])
            .hiding(|item| item.kind == TermKind::Quality)
            .showing(of_items),
    }
}

fn answer(rows: &[PostingRow], items: &[ItemRow], told: bool) -> Line {
    match rows {
        [only] => one(only, told),
        rows => several(rows, items),
    }
}

/// How many things the first line names.
const NAMED: usize = 3;

/// What most postings ask for, and what of it you lack; of which nothing was recognised.
fn several(rows: &[PostingRow], items: &[ItemRow]) -> Line {
    let mut parts = Vec::new();
    let often = |missing: bool| -> Vec<Cell> {
        let mut counted: Vec<&ItemRow> = items
            .iter()
            .filter(|item| item.kind.counts() && item.postings > 1)
            .filter(|item| !missing || item.yours.is_some_and(|yours| yours != Having::Has))
            .collect();
        counted.sort_by_key(|item| std::cmp::Reverse(item.postings));
        let named = counted.into_iter().take(NAMED).map(|item| {
            let count = Cell::Count(item.postings as u64);
            Cell::Sentences(vec![line![&item.item, " (", count, ")"]])
        });
        named.collect()
    };
    let (most, lacking) = (often(false), often(true));
    parts.push(line![Cell::Count(rows.len() as u64), " postings"]);
    if !most.is_empty() {
        parts.push(line!["most asked for: ", Cell::List(most)]);
    }
    if !lacking.is_empty() {
        parts.push(line!["of what you don't show: ", Cell::List(lacking)]);
    }
    let empty = rows.iter().filter(|row| !row.recognised).count();
    if empty > 0 {
        parts.push(line!["nothing recognised in ", Cell::Count(empty as u64), " of them"]);
    }
    Line::joined(parts, "; ")
}

/// `Senior Program Manager: senior level, 5 or more years, $120,000–$150,000 a year; you have 9 of the 14 things it asks for`.
fn one(row: &PostingRow, told: bool) -> Line {
    let name = row.title.as_ref().map_or(&row.posting, |title| &title.text);
    if !row.recognised {
        let why = "; is it a job posting in English?";
        return line!["Nothing recognised in ", &row.posting, why];
    }
    let mut parts: Vec<Line> = Vec::new();
    parts.extend(row.level.as_ref().map(|level| line![&level.title, " level"]));
    parts.extend(row.years.map(|years| match years.to {
        Some(to) => line![Cell::Number(years.from), " to ", Cell::Number(to), " years"],
        None => Line::years(years.from).then(line![" or more"]),
    }));
    parts.extend(row.pay.clone().map(|pay| line![Cell::Posted(pay)]));
    let (all, technologies) = (Cell::Count(row.asked as u64), !row.technologies.is_empty());
    let counted = match (row.had.filter(|_| told), row.asked) {
        (_, 0) if technologies => line!["asks for technologies alone, which are not counted"],
        (_, 0) => line!["no skill, tool or certificate recognised"],
        (Some(had), 1) => {
            line![if had == 1 { "you have" } else { "you lack" }, " the one thing that it asks for"]
        }
        (Some(had), _) => {
            line!["you have ", Cell::Count(had as u64), " of the ", all, " things that it asks for"]
        }
        (None, 1) => line!["asks for one skill, tool or certificate"],
        (None, _) => line!["asks for ", all, " skills, tools and certificates"],
    };
    parts.push(counted);
    line![name, ": "].then(Line::joined(parts, ", "))
}

fn notes(asker: &Asker<'_>, rows: &[PostingRow], items: &[ItemRow]) -> Vec<Line> {
    let mut notes = Vec::new();
    notes.extend(of_standing(asker, rows));
    notes.extend(own_words(rows, items));
    if rows.iter().any(|row| row.score.is_some()) {
        notes.push(SCORE.into());
    }
    let by_years = |row: &PostingRow| {
        row.level.as_ref().is_some_and(|level| level.told_by == LevelTold::Years)
    };
    if rows.iter().any(by_years) {
        notes.push(BY_YEARS.into());
    }
    if !items.is_empty() {
        notes.push(BY_WORDS.into());
    }
    notes.extend(also_wanted(items));
    if !asker.person.shows_anything() && !items.is_empty() {
        let with = Cell::Command(command(["match", "FILE", "--have", "jira,pmp"]));
        notes.push(line![with, " or a profile tells what you have of it"]);
    }
    notes
}

/// How a score is worked out.
const SCORE: &str = "score: of the certificates, tools and skills asked for, the share that you have; what is \
                     required counts 2, all else 1";

/// How a level is told without a word for it.
const BY_YEARS: &str =
    "a level told by years is the first that ends after them; only titles tell the last one";

/// What reading by words means.
const BY_WORDS: &str = "read by its words: what is said in others is not found; named: among the duties, neither \
                        required nor preferred";

/// Traits, which are asked of everybody and not counted.
fn also_wanted(items: &[ItemRow]) -> Option<Line> {
    let qualities = items.iter().filter(|item| item.kind == TermKind::Quality);
    let names: Vec<&str> = qualities.map(|item| item.item.as_str()).collect();
    (!names.is_empty()).then(|| line!["also wanted, and not counted: ", Cell::list(names)])
}

/// Whose percentile the pay is.
fn of_standing(asker: &Asker<'_>, rows: &[PostingRow]) -> Option<Line> {
    let known = |end: &Standing| *end != Standing::Missing;
    let stands = |row: &PostingRow| row.standing.is_some_and(|ends| ends.iter().any(known));
    let cut = asker.cut.filter(|_| rows.iter().any(stands))?;
    let place = match cut.setting.area() {
        Some(area) => line![" in ", &area.title],
        None => line![", US"],
    };
    let hourly =
        |row: &PostingRow| row.pay.as_ref().is_some_and(|pay| pay.period == PayPeriod::Hour);
    let hours = match rows.iter().any(hourly) {
        true => line!["; an hour's pay counts ", Cell::Count(HOURS_A_YEAR as u64), " times a year"],
        false => line![],
    };
    let of = line!["percentile: of ", &cut.occupation.title].then(place);
    Some(of.then(line![", ", &cut.vintage.title, " ", Cell::cited(&[cut.citation()])]).then(hours))
}

/// The posting's own words for what somebody has, where these are others.
fn own_words(rows: &[PostingRow], items: &[ItemRow]) -> Option<Line> {
    let other = |item: &&ItemRow| {
        let short = item.words.split_whitespace().count() <= 3;
        item.yours == Some(Having::Has) && short && !item.words.eq_ignore_ascii_case(&item.item)
    };
    let own: Vec<Cell> =
        items.iter().filter(other).map(|item| Cell::text(item.words.clone())).collect();
    let said =
        line!["in a résumé, name what you have as the posting does: ", Cell::Brief(own.clone())];
    (rows.len() == 1 && !own.is_empty()).then_some(said)
}

impl Report for Match {
    fn name(&self) -> &'static str {
        "match"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.postings, &mut self.items]
    }
}
