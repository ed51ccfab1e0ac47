//! Levels side by side, ours and those of published ladders. Knows no format.

use super::changes::{Length, Told, aspects, changes, untold};
use super::{Compared, answer, becoming, reading};
use crate::catalog::{Catalog, Level, Rung, Statement, TrackId};
use crate::query::{Feature, QueryError, Subject, asked_certifications, asked_skills};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Layout, Rows};
use crate::report::stage::{OURS, StageRow};
use crate::report::{Said, salary};

/// What people see of levels side by side; the rest is told as changes.
const SHOWN: [&str; 9] =
    ["level", "ladder", "grade", "years", "ours", "pay_low", "pay_high", "asks", "sources"];

pub(super) fn compared(
    catalog: &Catalog,
    found: &[Subject<'_>],
) -> Result<Compared<StageRow>, QueryError> {
    let stages: Vec<StageRow> = found
        .iter()
        .filter_map(|subject| match subject {
            Subject::Level(level) => Some(StageRow::of_level(catalog, level)),
            Subject::Rung(ladder, rung) => Some(StageRow::of_rung(catalog, ladder, rung)),
            _ => None,
        })
        .collect::<Result<_, _>>()?;
    let aspects = aspects(catalog, &list(), &found.iter().collect::<Vec<_>>(), found);
    let changes = changes(&aspects);
    let rungs = found.iter().any(|subject| matches!(subject, Subject::Rung(..)));
    let published = rungs.then_some(OURS);
    // Employers' ladders come without pay.
    let paid = stages.iter().any(|stage| stage.pay().is_some());
    Ok(Compared {
        name: "compare-levels",
        said: Said::from(answer(found, figures(&stages), &changes))
            .noting(paid.then_some(salary::WAGE_ONLY))
            .noting(paid.then_some(OUTLOOK))
            .noting(published)
            .noting(reading(found, &changes)),
        changes,
        untold: untold(&aspects),
        items: Rows::new("items", Layout::Table, stages).showing(&SHOWN),
        moves: Rows::new("moves", Layout::Record, Vec::new()),
    })
}

const OUTLOOK: &str = "growth and openings are published for occupations, not for levels";

/// The aspects under which levels are compared.
fn list<'a>() -> [(&'static str, Length, Told<Subject<'a>>); 7] {
    [
        ("scope", Length::Full, |_, subject| {
            let scope = match subject {
                Subject::Level(level) => &level.scope,
                Subject::Rung(_, rung) => &rung.scope,
                _ => return None,
            };
            told(scope)
        }),
        ("horizon", Length::Full, |_, subject| match subject {
            Subject::Rung(_, rung) => told(&rung.horizon),
            _ => None,
        }),
        ("reach", Length::Full, |_, subject| match subject {
            Subject::Rung(_, rung) => told(&rung.reach),
            _ => None,
        }),
        ("duties", Length::Full, |_, subject| told(&level_of(subject)?.duties)),
        ("skills", Length::Full, |catalog, subject| skills(catalog, level_of(subject)?, None)),
        ("certificates", Length::Full, |catalog, subject| {
            certifications(catalog, level_of(subject)?, None)
        }),
        ("titles", Length::Full, |catalog, subject| {
            let level = match subject {
                Subject::Level(level) => level,
                Subject::Rung(_, rung) => return Some(vec![title(rung)]),
                _ => return None,
            };
            let features = catalog.roles_at(level).map(|role| Feature {
                words: role.title,
                inferred: None,
                sources: role.citations().cloned().collect(),
            });
            Some(features.collect())
        }),
    ]
}

fn title(rung: &Rung) -> Feature {
    Feature { words: rung.title, inferred: None, sources: rung.sources.to_vec() }
}

/// What becomes of pay and years, where every level has some.
fn figures(stages: &[StageRow]) -> [Option<Line>; 2] {
    let pay = stages.iter().map(|stage| {
        let (low, high) = stage.pay()?;
        Some(line![Cell::Pay(low), " to ", Cell::Pay(high)])
    });
    let years = stages.iter().map(|stage| Some(line![Cell::Years(stage.years()?)]));
    [becoming("years ", years), becoming("pay from ", pay)]
}

fn level_of<'a>(subject: &Subject<'a>) -> Option<&'a Level> {
    match subject {
        Subject::Level(level) => Some(level),
        _ => None,
    }
}

/// Statements as features; `None` where there are none.
pub(super) fn told<'a>(said: impl IntoIterator<Item = &'a Statement>) -> Option<Vec<Feature>> {
    let features: Vec<Feature> = said.into_iter().map(Feature::from).collect();
    (!features.is_empty()).then_some(features)
}

/// The skills and tools that a level asks for.
pub(super) fn skills(
    catalog: &Catalog,
    level: &Level,
    track: Option<&TrackId>,
) -> Option<Vec<Feature>> {
    let asked = asked_skills(catalog, level, track);
    let features = asked.iter().map(|asked| Feature {
        words: asked.of.title,
        inferred: asked.mention.statement.inferred,
        sources: asked.mention.statement.sources.to_vec(),
    });
    Some(features.collect())
}

/// The certificates that a level asks for.
pub(super) fn certifications(
    catalog: &Catalog,
    level: &Level,
    track: Option<&TrackId>,
) -> Option<Vec<Feature>> {
    let asked = asked_certifications(catalog, level, track);
    let features = asked.iter().map(|asked| Feature {
        words: asked.of.short_name().into(),
        inferred: asked.mention.statement.inferred,
        sources: asked.mention.statement.sources.to_vec(),
    });
    Some(features.collect())
}
