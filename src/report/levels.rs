//! `levels`: the ladder, and one level in full. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::command;
use super::role::RoleRow;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::statements::{QuoteRow, StatementRow, StepRow, quotes, statements, steps};
use super::{Chart, Report, Said, Strip, ladders, salary};
use crate::catalog::{
    Catalog, CertificationId, Citation, Kind, Level, LevelId, Percentile, SkillId, Text, TrackId,
    YearSpan, distinct, fits_track,
};
use crate::query;
use crate::query::{
    Asked, AskedBasis, Basis, Cut, Pay, QueryError, asked_certifications, asked_skills, lookup,
    rung,
};

/// One level with its pay.
#[derive(Debug, Serialize)]
pub struct LevelRow {
    /// The level.
    pub id: LevelId,
    /// Its title.
    pub level: Text,
    /// Its years.
    pub years: YearSpan,
    percentile_low: Percentile,
    percentile_high: Percentile,
    /// What its lower end is paid.
    pub pay_low: Pay,
    /// What its upper end is paid.
    pub pay_high: Pay,
    basis_low: Basis,
    basis_high: Basis,
    /// The titles at it.
    pub titles: Vec<Text>,
    change: Text,
    /// Who says so.
    pub sources: Vec<Citation>,
    /// Its pay as a strip of a chart.
    #[serde(skip)]
    pub strip: Strip,
}

impl LevelRow {
    /// A level with what the wages say of its band.
    pub fn new(catalog: &Catalog, level: &Level, cut: &Cut<'_>, track: Option<&TrackId>) -> Self {
        let (pay_low, pay_high) = cut.pay_in(level.band);
        let said = level.sources.iter().chain(&level.change.sources).cloned();
        LevelRow {
            strip: salary::band_strip(cut, line![&level.title], level.band),
            id: level.id,
            level: level.title,
            years: level.years,
            percentile_low: level.band.from,
            percentile_high: level.band.to,
            basis_low: pay_low.basis(),
            basis_high: pay_high.basis(),
            pay_low,
            pay_high,
            titles: roles_at(catalog, level, track).map(|role| role.title).collect(),
            change: level.change.text,
            sources: distinct(said.chain([cut.citation()])),
        }
    }
}

impl LevelRow {
    /// Where its pay comes from, from the lower to the upper end.
    pub fn bases(&self) -> [Basis; 2] {
        [self.basis_low, self.basis_high]
    }
}

impl Tabular for LevelRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("level", "Level", |row| Cell::text(row.level.as_str())),
        Column::words("years", "Years", |row| Cell::Years(row.years)),
        Column::data(Align::Right, "percentile_low", "Percentile", |row| {
            Cell::Percentile(row.percentile_low.number())
        }),
        Column::data(Align::Right, "percentile_high", "to", |row| {
            Cell::Percentile(row.percentile_high.number())
        }),
        Column::number("pay_low", "Pay from", |row| Cell::Pay(row.pay_low.clone())),
        Column::number("pay_high", "Pay to", |row| Cell::Pay(row.pay_high.clone())),
        Column::data(Align::Left, "basis_low", "Basis", |row| Cell::Basis(row.basis_low)),
        Column::data(Align::Left, "basis_high", "Basis", |row| Cell::Basis(row.basis_high)),
        Column::words("change", "What changes", |row| Cell::text(row.change.as_str())),
        Column::words("titles", "Titles", |row| Cell::brief(row.titles.iter().copied())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

fn roles_at<'a>(
    catalog: &'a Catalog,
    level: &'a Level,
    track: Option<&TrackId>,
) -> impl Iterator<Item = &'a crate::catalog::Role> {
    let track = track.cloned();
    catalog.roles_at(level).filter(move |role| fits_track(role.track.as_ref(), track.as_ref()))
}

/// The wages that levels are read from, in words: `managers, all other, US, May 2025`.
pub fn population(cut: &Cut<'_>) -> Line {
    line![&cut.occupation.title, ", US, ", &cut.vintage.title]
}

/// The ladder.
#[derive(Debug, Serialize)]
pub struct Levels {
    #[serde(skip)]
    said: Said,
    levels: Rows<LevelRow>,
}

/// Lists the levels with their pay, of one track or all.
///
/// # Errors
/// When there is no such track, or no wages to read pay from.
pub fn levels(catalog: &Catalog, track: Option<&str>) -> Result<Levels, QueryError> {
    let track = track.map(|name| lookup(catalog.tracks(), name)).transpose()?;
    let cut = query::basis(catalog)?;
    let row = |level| LevelRow::new(catalog, level, &cut, track.map(|track| &track.id));
    let rows: Vec<LevelRow> = catalog.levels().iter().map(row).collect();
    let mut answer = line![&catalog.about().career, ": "];
    answer = answer.then(Line::counted(rows.len(), "level", "levels"));
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        let (from, to) = (Cell::Pay(first.pay_low.clone()), Cell::Pay(last.pay_high.clone()));
        answer = answer.then(line![", from ", from, " to ", to, " a year ("]);
        answer = answer.then(population(&cut)).then(line![")"]);
    }
    let more =
        line![Cell::Command(command(["levels", "LEVEL"])), " shows one in full, with all titles"];
    let said = Said::from(answer).noting([salary::WAGE_ONLY.into(), BANDS.into(), more]);
    let others = catalog.ladders().iter();
    let others: Vec<Cell> =
        others.map(|ladder| Cell::Command(command(["levels", ladder.id.as_str()]))).collect();
    let said = said.noting((!others.is_empty()).then(|| {
        line!["ladders that employers published, in their own terms: ", Cell::List(others)]
    }));
    let first = rows.first().map(|row| command(["levels", row.id.as_str()]));
    Ok(Levels { said: said.hinting(first), levels: Rows::new("levels", Layout::Table, rows) })
}

impl Report for Levels {
    fn name(&self) -> &'static str {
        "levels"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.levels]
    }

    fn chart(&self) -> Option<Chart> {
        let strips = self.levels.rows.iter().map(|row| row.strip.clone()).collect();
        Some(Chart { strips, mark: None })
    }
}

/// What a level's pay is and is not.
const BANDS: &str = "a level's pay is a band of percentiles that a guide lays over official wages; \
                     official data do not record levels or experience";

/// Something that a level asks for.
#[derive(Debug, Serialize)]
pub struct AskedRow<I: Serialize> {
    id: I,
    name: Text,
    basis: AskedBasis,
    #[serde(skip)]
    phase: Option<Text>,
    says: StatementRow,
    sources: Vec<Citation>,
}

macro_rules! asked_columns {
    ($id:ty, $title:literal) => {
        impl Tabular for AskedRow<$id> {
            const COLUMNS: &'static [Column<Self>] = &[
                Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
                Column::words("name", $title, |row| Cell::text(row.name.as_str())),
                Column::words("basis", "Asked", |row| match &row.phase {
                    None => Cell::text("at this level"),
                    Some(phase) => Cell::sentences([line!["by phase: ", phase]]),
                }),
                Column::words("says", "What is said", |row| Cell::sentences([row.says.line()])),
                Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
            ];
        }
    };
}
asked_columns!(SkillId, "Skill or tool");
asked_columns!(CertificationId, "Certificate");

impl<I: Serialize> AskedRow<I> {
    fn new<T>(catalog: &Catalog, id: I, name: Text, asked: Asked<'_, T>) -> Self {
        let phase = match &asked.basis {
            AskedBasis::Level => None,
            AskedBasis::Phase(phase) => Some(catalog.phases().get(phase).title),
        };
        AskedRow {
            id,
            name,
            basis: asked.basis,
            phase,
            says: StatementRow::from(&asked.mention.statement),
            sources: asked.mention.statement.sources.to_vec(),
        }
    }
}

/// One level in full.
#[derive(Debug, Serialize)]
pub struct OneLevel {
    #[serde(skip)]
    said: Said,
    #[serde(skip)]
    chart: Chart,
    level: Rows<LevelRow>,
    titles: Rows<RoleRow>,
    scope: Rows<StatementRow>,
    duties: Rows<StatementRow>,
    promotion: Rows<StatementRow>,
    steps: Rows<StepRow>,
    skills: Rows<AskedRow<SkillId>>,
    certifications: Rows<AskedRow<CertificationId>>,
    quotes: Rows<QuoteRow>,
}

/// Answers a name: a level of ours, `ladder:level`, or a published ladder.
///
/// # Errors
/// When nothing has the name, or there is no such track, or no wages to read pay from.
pub fn named(
    catalog: &Catalog,
    name: &str,
    track: Option<&str>,
) -> Result<Box<dyn Report>, QueryError> {
    if let Some(found) = rung(catalog, name) {
        let (ladder, rung) = found?;
        return Ok(Box::new(ladders::rung(catalog, ladder, rung)?));
    }
    if let Some(ladder) = query::ladder_named(catalog, name) {
        return Ok(Box::new(ladders::ladder(catalog, ladder, track)?));
    }
    let level = level(catalog, name, track);
    Ok(Box::new(level.map_err(|error| on_ladders(catalog, name, error))?))
}

/// Names the levels of published ladders that have this name, where ours have none.
fn on_ladders(catalog: &Catalog, name: &str, error: QueryError) -> QueryError {
    let named = query::rungs_named(catalog, name);
    match error {
        QueryError::Unknown { kind: Kind::Level, given, .. } if !named.is_empty() => {
            QueryError::Unknown { kind: Kind::Level, given, near: named }
        }
        other => other,
    }
}

/// Tells all that is known of a level, of one track or all.
///
/// # Errors
/// When there is no such level or track, or no wages to read pay from.
pub fn level(catalog: &Catalog, name: &str, track: Option<&str>) -> Result<OneLevel, QueryError> {
    let level = lookup(catalog.levels(), name).map_err(|error| titled(catalog, name, error))?;
    let track =
        track.map(|name| lookup(catalog.tracks(), name)).transpose()?.map(|track| &track.id);
    let cut = query::basis(catalog)?;
    let on_track = level.steps.iter().filter(|step| fits_track(step.track.as_ref(), track));
    let skills = asked_skills(catalog, level, track)
        .into_iter()
        .map(|asked| AskedRow::new(catalog, asked.of.id, asked.of.title, asked));
    let certifications = asked_certifications(catalog, level, track)
        .into_iter()
        .map(|asked| AskedRow::new(catalog, asked.of.id, asked.of.short_name().into(), asked));
    let titles: Vec<RoleRow> =
        roles_at(catalog, level, track).map(|role| RoleRow::new(catalog, role)).collect();
    let quoted = catalog.quotes().iter().filter(|quote| quote.level.as_ref() == Some(&level.id));
    Ok(OneLevel {
        said: said(level, &cut, &titles),
        chart: Chart {
            strips: vec![salary::strip(&cut, population(&cut), salary::ends(&cut, level.band))],
            mark: Some(line!["the band of ", &level.title]),
        },
        level: Rows::new("level", Layout::Record, vec![LevelRow::new(catalog, level, &cut, track)])
            .showing(&["id", "change", "sources"]),
        titles: Rows::new("titles", Layout::Table, titles).under(line!["Titles"]),
        scope: statements("scope", &level.scope).under(line!["Scope"]),
        duties: statements("duties", &level.duties).under(line!["Duties"]),
        promotion: statements("promotion", &level.promotion).under(line!["What gets you promoted"]),
        steps: steps(on_track),
        skills: Rows::new("skills", Layout::Table, skills.collect())
            .under(line!["Skills and tools that it asks for"]),
        certifications: Rows::new("certifications", Layout::Table, certifications.collect())
            .under(line!["Certificates that it asks for"]),
        quotes: quotes(quoted),
    })
}

fn said(level: &Level, cut: &Cut<'_>, titles: &[RoleRow]) -> Said {
    let answer = line![&level.title, " level, years ", Cell::Years(level.years), ": "];
    let said = Said::from(answer.then(salary::band(level, cut)).then(line![" (US, "]).then(line![
        &cut.vintage.title,
        "; ",
        &cut.occupation.title,
        ")"
    ]));
    let lists = [&level.scope, &level.duties, &level.promotion];
    let inferred = lists.into_iter().flatten().any(|said| said.inferred.is_some());
    let marked = inferred || titles.iter().any(RoleRow::is_inferred);
    said.noting([salary::WAGE_ONLY, BANDS]).noting(marked.then_some(INFERRED))
}

/// Names the level of a job title, where the name of one was given for a level's.
fn titled(catalog: &Catalog, name: &str, error: QueryError) -> QueryError {
    let level = lookup(catalog.roles(), name).ok().and_then(|role| role.level.as_ref());
    match (error, level) {
        (QueryError::Unknown { kind, given, .. }, Some(level)) => {
            QueryError::Unknown { kind, given, near: vec![level.as_str().to_owned()] }
        }
        (error, _) => error,
    }
}

impl Report for OneLevel {
    fn name(&self) -> &'static str {
        "level"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![
            &mut self.level,
            &mut self.titles,
            &mut self.scope,
            &mut self.duties,
            &mut self.promotion,
            &mut self.steps,
            &mut self.skills,
            &mut self.certifications,
            &mut self.quotes,
        ]
    }

    fn chart(&self) -> Option<Chart> {
        Some(self.chart.clone())
    }
}

/// What `inferred` means.
const INFERRED: &str =
    "inferred: the source does not say that it belongs here; we took it from what is named";
