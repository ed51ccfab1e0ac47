//! `gap`: what a level asks for that a person does not show, and what to do about it first. Knows no format.

mod first;
mod pay;
mod rows;
mod words;

use serde::Serialize;

use super::cell::{Line, line};
use super::command::{CommandLine, command};
use super::sheet::{Layout, Rows, Table};
use super::{Report, Said, Verdict};
use crate::catalog::{Catalog, CertificationId, LevelId, SkillId, Years};
use crate::query::{self, Goal, Missing, Person, QueryError};

use first::{DUTY, FirstRow, SaidRow};
use pay::{PayRow, Pays};
use rows::DemandRow;
use words::Told;

/// What is asked about.
#[derive(Debug, Default)]
pub struct Question {
    /// The level to reach; the person's target, or the next, without it.
    pub to: Option<String>,
    /// Where pay is looked up; at the person's place without it.
    pub area: Option<String>,
    /// What the answer is for.
    pub purpose: Purpose,
}

/// What an answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// To know what is missing.
    #[default]
    Advice,
    /// To know whether anything is.
    Check,
}

/// What a level asks for that a person does not show.
#[derive(Debug, Serialize)]
pub struct Gap {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    purpose: Purpose,
    to: LevelId,
    from: Option<LevelId>,
    years: Option<Years>,
    years_to_go: Option<f64>,
    met: bool,
    first: Rows<FirstRow>,
    skills: Rows<DemandRow<SkillId>>,
    certificates: Rows<DemandRow<CertificationId>>,
    promotion: Rows<SaidRow>,
    scope: Rows<SaidRow>,
    pay: Rows<PayRow>,
}

/// How many things come first.
const FIRST: usize = 3;

/// Tells what a level asks for and a person does not show.
///
/// # Errors
/// When there is no such level or place, or no wages to read pay from.
pub fn gap<'a>(
    catalog: &'a Catalog,
    person: &Person<'a>,
    question: &Question,
) -> Result<Gap, QueryError> {
    let gap = query::gap(catalog, person, question.to.as_deref())?;
    let pays = Pays::of(catalog, person, &gap.goal, question.area.as_deref())?;
    let skills: Vec<DemandRow<SkillId>> =
        gap.skills.iter().map(|of| DemandRow::of_skill(catalog, person, of)).collect();
    let certificates: Vec<DemandRow<CertificationId>> = gap
        .certifications
        .iter()
        .map(|of| DemandRow::of_certification(catalog, person, of))
        .collect();
    let first = first(catalog, person, &gap);
    let promotion = gap.promotion.iter().map(|(level, said)| SaidRow::new(level.title, said));
    let scope = gap.scope.iter().map(|said| SaidRow::new("scope".into(), said));
    let scope = scope.chain(gap.duties.iter().map(|said| SaidRow::new(DUTY.into(), said)));
    let told = Told {
        catalog,
        person,
        gap: &gap,
        pays: &pays,
        first: &first,
        skills: &skills,
        certificates: &certificates,
    };
    let level = gap.goal.level;
    let report = Gap {
        said: Said::from(told.answer(question.purpose))
            .noting(told.notes(question.purpose))
            .hinting(hints(&gap.goal)),
        purpose: question.purpose,
        to: level.id,
        from: gap.goal.from.map(|from| from.id),
        years: person.years,
        years_to_go: gap.years_to_go,
        met: gap.is_met(),
        pay: pays.rows(&gap.goal),
        promotion: Rows::new("promotion", Layout::List, promotion.collect())
            .under(line!["What gets you promoted there"]),
        scope: Rows::new("scope", Layout::List, scope.collect())
            .hiding(SaidRow::is_duty)
            .under(scope_heading(&gap.goal)),
        skills: Rows::new("skills", Layout::Table, skills)
            .hiding(|row| !row.is_left())
            .under(line!["Skills and tools to show"]),
        certificates: Rows::new("certificates", Layout::Table, certificates)
            .hiding(|row| !row.is_left())
            .under(line!["Certificates that sources recommend by then"]),
        first: Rows::new("first", Layout::Checklist, first).under(line!["Do these first"]),
    };
    Ok(report.arranged())
}

impl Gap {
    /// The same, of which people see only what is missing where that is what was asked.
    fn arranged(mut self) -> Self {
        if self.purpose == Purpose::Advice {
            return self;
        }
        self.first = self.first.hiding(|_| true);
        self.certificates = self.certificates.hiding(|row| !row.required || !row.is_left());
        self.promotion = self.promotion.hiding(|_| true);
        self.scope = self.scope.hiding(|_| true);
        self.pay = self.pay.hiding(|_| true);
        self.skills = self.skills.hiding(|row| !row.is_missing()).showing(&["names"]);
        self
    }
}

/// What comes first.
fn first(catalog: &Catalog, person: &Person<'_>, gap: &query::Gap<'_>) -> Vec<FirstRow> {
    let numbered = (1..).zip(gap.first().into_iter().take(FIRST));
    let rows = numbered.map(|(number, missing)| match missing {
        Missing::Skill(of) => FirstRow::of_skill(number, &DemandRow::of_skill(catalog, person, of)),
        Missing::Certification(of) => {
            FirstRow::of_certification(number, &DemandRow::of_certification(catalog, person, of))
        }
    });
    rows.collect()
}

/// What to type next.
fn hints(goal: &Goal<'_>) -> Vec<CommandLine> {
    let routes = goal.coming_from.map(|role| command(["routes", "--from", role.title.as_str()]));
    routes.into_iter().chain([command(["levels", goal.level.id.as_str()])]).collect()
}

fn scope_heading(goal: &Goal<'_>) -> Line {
    match goal.from.filter(|from| from.id < goal.level.id) {
        Some(from) => line!["The work there, beyond that of ", &from.title],
        None => line!["The work of ", &goal.level.title, " level"],
    }
}

impl Report for Gap {
    fn name(&self) -> &'static str {
        "gap"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![
            &mut self.first,
            &mut self.skills,
            &mut self.certificates,
            &mut self.promotion,
            &mut self.scope,
            &mut self.pay,
        ]
    }

    fn verdict(&self) -> Verdict {
        match (self.purpose, self.met) {
            (Purpose::Check, false) => Verdict::No,
            _ => Verdict::Answered,
        }
    }
}
