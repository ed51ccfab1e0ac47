//! What official data say on a question: figures from the dataset, and one line that draws them together. Judges no source.

use serde::Serialize;

use crate::catalog::{
    Catalog, Citation, Conflict, Occupation, OccupationId, Official, Percentile, Projection, Text,
    Usd,
};
use crate::query::{
    Basis, Cut, Pay, QueryError, Setting, SettingChoice, Standing, VintageChoice, basis,
    by_industry, chosen, newest, projection, settings, standing_of, usual,
};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Tabular};

/// A figure of official data.
#[derive(Debug, Serialize, Default)]
pub(in crate::report) struct OfficialRow {
    code: Option<OccupationId>,
    subject: Text,
    figure: &'static str,
    period: Text,
    pay: Option<Pay>,
    basis: Option<Basis>,
    percent: Option<f64>,
    count: Option<u64>,
    typical: Option<Text>,
    sources: Vec<Citation>,
}

impl Tabular for OfficialRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("code", "Code", |row| {
            Cell::maybe(row.code.as_ref().map(OccupationId::as_str))
        }),
        Column::words("subject", "Of", |row| Cell::text(row.subject.as_str())),
        Column::words("figure", "Figure", |row| Cell::text(row.figure)),
        Column::words("period", "When", |row| Cell::text(row.period.as_str())),
        Column::number("pay", "Pay", |row| row.pay.clone().map_or(Cell::Empty, Cell::Pay)),
        Column::data(Align::Left, "basis", "Basis", |row| {
            row.basis.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::number("percent", "Percent", |row| row.percent.map_or(Cell::Empty, Cell::Percent)),
        Column::number("count", "Jobs", |row| row.count.map_or(Cell::Empty, Cell::Count)),
        Column::words("typical", "Typical", |row| Cell::maybe(row.typical)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// A figure that a guide quotes, as a percentile of an occupation.
#[derive(Debug, Serialize)]
pub(in crate::report) struct StandingRow {
    quoted: Text,
    amount: Usd,
    code: OccupationId,
    occupation: Text,
    vintage: Text,
    standing: Standing,
    basis: Basis,
    sources: Vec<Citation>,
}

impl Tabular for StandingRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("quoted", "Quoted", |row| Cell::text(row.quoted.as_str())),
        Column::number("amount", "Amount", |row| Cell::Money(row.amount)),
        Column::data(Align::Left, "code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Of", |row| Cell::text(row.occupation.as_str())),
        Column::data(Align::Left, "vintage", "When", |row| Cell::text(row.vintage.as_str())),
        Column::number("standing", "Percentile", |row| Cell::Standing(row.standing)),
        Column::data(Align::Left, "basis", "Basis", |row| Cell::Basis(row.basis)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// What official data say.
#[derive(Debug, Default)]
pub(in crate::report) struct Findings {
    /// One clause for each kind of data.
    pub(in crate::report) said: Vec<Line>,
    pub(super) rows: Vec<OfficialRow>,
    pub(super) standings: Vec<StandingRow>,
}

/// Works out what the data of every kind that a conflict asks for say.
pub(in crate::report) fn official(
    catalog: &Catalog,
    conflict: &Conflict,
) -> Result<Findings, QueryError> {
    let mut findings = Findings::default();
    for kind in &conflict.official {
        let found = &mut findings;
        match kind {
            Official::Medians => medians(catalog, conflict, found),
            Official::Quotes => quotes(catalog, conflict, found),
            Official::Places => places(catalog, conflict, found)?,
            Official::Growth => growth(catalog, conflict, found),
            Official::Openings => openings(catalog, conflict, found),
            Official::Jobs => jobs(catalog, conflict, found),
            Official::IndustryJobs => industry_jobs(catalog, found)?,
            Official::IndustryPay => industry_pay(catalog, conflict, found)?,
            Official::Experience => experience(catalog, conflict, found),
        }
    }
    Ok(findings)
}

/// The occupations that a conflict names, or the usual ones.
fn asked<'a>(catalog: &'a Catalog, conflict: &Conflict) -> Vec<&'a Occupation> {
    match conflict.occupations.as_slice() {
        [] => usual(catalog),
        ids => ids.iter().map(|id| catalog.occupations().get(id)).collect(),
    }
}

/// The newest national cuts of the occupations that a conflict names.
fn cuts<'a>(catalog: &'a Catalog, conflict: &Conflict) -> Vec<Cut<'a>> {
    asked(catalog, conflict).into_iter().filter_map(|of| newest(catalog, of)).collect()
}

fn pay_row(
    cut: &Cut<'_>,
    subject: Text,
    figure: &'static str,
    percentile: Percentile,
) -> OfficialRow {
    let pay = cut.pay_at(percentile);
    OfficialRow {
        subject,
        figure,
        period: cut.vintage.title,
        basis: Some(pay.basis()),
        pay: Some(pay),
        sources: vec![cut.citation()],
        ..OfficialRow::default()
    }
}

fn medians(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) {
    let cuts = cuts(catalog, conflict);
    let mut pays: Vec<Usd> =
        cuts.iter().filter_map(|cut| cut.pay_at(Percentile::MEDIAN).usd()).collect();
    pays.sort_by(|a, b| a.dollars().total_cmp(&b.dollars()));
    if let [low, .., high] = pays.as_slice() {
        found.said.push(line![
            "official medians run from ",
            Cell::Money(*low),
            " to ",
            Cell::Money(*high),
            ", by who is counted"
        ]);
    }
    found.rows.extend(cuts.iter().map(|cut| OfficialRow {
        code: Some(cut.occupation.id),
        ..pay_row(cut, cut.occupation.title, "median", Percentile::MEDIAN)
    }));
}

fn quotes(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) {
    let cuts = cuts(catalog, conflict);
    let medians = catalog.quotes().iter().filter(|q| q.percentile == Some(Percentile::MEDIAN));
    for quote in medians {
        found.standings.extend(cuts.iter().map(|cut| {
            let standing = standing_of(cut.row, quote.low);
            let mut sources = quote.sources.to_vec();
            sources.push(cut.citation());
            StandingRow {
                quoted: quote.about,
                amount: quote.low,
                code: cut.occupation.id,
                occupation: cut.occupation.title,
                vintage: cut.vintage.title,
                standing,
                basis: standing.basis(),
                sources,
            }
        }));
    }
}

/// Sets the pay of places against the nation's 75th percentile: which percentile that is there, and their medians.
fn places(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) -> Result<(), QueryError> {
    let nation = basis(catalog)?;
    let bar = nation.pay_at(Percentile::UPPER_QUARTILE);
    found.rows.push(pay_row(&nation, "US".into(), "75th percentile", Percentile::UPPER_QUARTILE));
    let (mut stand, mut above) = (Vec::new(), Vec::new());
    for setting in settings(
        catalog,
        &SettingChoice::Places(conflict.places.iter().map(Text::to_string).collect()),
    )? {
        let title = setting.area().map_or_else(Text::default, |area| area.title);
        for cut in chosen(catalog, nation.occupation, setting, &VintageChoice::Newest)? {
            if let Some(bar) = bar.usd() {
                let standing = match standing_of(cut.row, bar) {
                    Standing::Estimate(p) => line!["the ", Cell::Percentile(p.round())],
                    other => line![Cell::Standing(other)],
                };
                stand.push(standing.then(line![" in ", &title.to_owned()]));
            }
            let median = cut.pay_at(Percentile::MEDIAN).usd();
            if median.zip(bar.usd()).is_some_and(|(here, bar)| here > bar) {
                above.push(line![&title.to_owned()]);
            }
            found.rows.push(pay_row(&cut, title, "median", Percentile::MEDIAN));
            found.rows.push(pay_row(&cut, title, "75th percentile", Percentile::UPPER_QUARTILE));
        }
    }
    let medians = match above.is_empty() {
        true => line!["; no median is above it"],
        false => line!["; medians above it: ", Cell::sentences(above)],
    };
    let local = line!["the national 75th percentile, ", Cell::Pay(bar), ", is locally "];
    found.said.push(local.then(line![Cell::sentences(stand)]).then(medians));
    Ok(())
}

/// What is projected for the occupations that a conflict names.
fn projections<'a>(
    catalog: &'a Catalog,
    conflict: &Conflict,
) -> Vec<(&'a Occupation, &'a Projection)> {
    let asked = asked(catalog, conflict).into_iter();
    asked.filter_map(|of| Some((of, projection(catalog, of)?))).collect()
}

fn projected(of: &Occupation, projection: &Projection, figure: &'static str) -> OfficialRow {
    OfficialRow {
        code: Some(of.id),
        subject: of.title,
        figure,
        period: projection.period().into(),
        sources: projection.sources.to_vec(),
        ..OfficialRow::default()
    }
}

fn growth(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) {
    let all = projections(catalog, conflict);
    let clause =
        |(of, p): &(&Occupation, &Projection)| line![Cell::Percent(p.growth), " for ", &of.title];
    if let [first, .., last] = all.as_slice() {
        let against = line![" against "].then(clause(last));
        found.said.push(line!["growth of "].then(clause(first)).then(against));
    }
    found.rows.extend(all.iter().map(|(of, projection)| OfficialRow {
        percent: Some(projection.growth),
        ..projected(of, projection, "growth")
    }));
}

fn openings(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) {
    for (of, projection) in projections(catalog, conflict) {
        let counts = [
            ("openings a year", projection.openings),
            ("people who leave a year", projection.separations),
        ];
        found.rows.extend(counts.map(|(figure, count)| OfficialRow {
            count: Some(count),
            ..projected(of, projection, figure)
        }));
        let base = |figure| OfficialRow {
            period: projection.from.to_string().into(),
            ..projected(of, projection, figure)
        };
        found.rows.push(OfficialRow {
            count: Some(projection.employment),
            ..base("jobs, self-employed included")
        });
        found
            .rows
            .push(OfficialRow { percent: Some(projection.self_employed), ..base("self-employed") });
        found.said.push(line![
            Cell::Count(projection.separations),
            " of ",
            Cell::Count(projection.openings),
            " openings a year replace people who leave ",
            &of.title
        ]);
    }
}

fn jobs(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) {
    let cuts = cuts(catalog, conflict);
    let clause = |cut: &Cut<'_>| {
        Some(line![Cell::Count(cut.row.employment.jobs()?), " of ", &cut.occupation.title])
    };
    let clauses = Cell::sentences(cuts.iter().filter_map(clause));
    found.said.push(line!["wage and salary jobs: ", clauses]);
    found.rows.extend(cuts.iter().map(|cut| OfficialRow {
        code: Some(cut.occupation.id),
        ..jobs_row(cut, cut.occupation.title)
    }));
}

fn jobs_row(cut: &Cut<'_>, subject: Text) -> OfficialRow {
    OfficialRow {
        subject,
        figure: "wage and salary jobs",
        period: cut.vintage.title,
        count: cut.row.employment.jobs(),
        sources: vec![cut.citation()],
        ..OfficialRow::default()
    }
}

/// The nation's cut and those of its industries, most jobs first, of the newest vintage by industry.
fn sectors(catalog: &Catalog) -> Result<Option<(Cut<'_>, Vec<Cut<'_>>)>, QueryError> {
    let occupation = basis(catalog)?.occupation;
    let sectors = by_industry(catalog, occupation);
    let Some(year) = sectors.first().map(|cut| cut.vintage.year.to_string()) else {
        return Ok(None);
    };
    let nation = chosen(catalog, occupation, Setting::Nation, &VintageChoice::One(year))?;
    Ok(nation.into_iter().next().map(|nation| (nation, sectors)))
}

fn title(cut: &Cut<'_>) -> Text {
    cut.setting.industry().map_or(cut.occupation.title, |industry| industry.title)
}

/// How many industries are shown by their jobs.
const LARGEST: usize = 6;

fn industry_jobs(catalog: &Catalog, found: &mut Findings) -> Result<(), QueryError> {
    let Some((nation, mut sectors)) = sectors(catalog)? else { return Ok(()) };
    sectors.truncate(LARGEST);
    let jobs = |cut: &Cut<'_>| cut.row.employment.jobs().map_or(Cell::Empty, Cell::Count);
    let clauses = sectors.iter().map(|cut| line![jobs(cut), " in ", &title(cut)]);
    let largest = Cell::sentences(clauses.take(1));
    found.said.push(line!["of ", jobs(&nation), " jobs of ", &title(&nation), ", ", largest]);
    found.rows.extend([nation].iter().chain(&sectors).map(|cut| jobs_row(cut, title(cut))));
    Ok(())
}

fn industry_pay(
    catalog: &Catalog,
    conflict: &Conflict,
    found: &mut Findings,
) -> Result<(), QueryError> {
    let Some((nation, mut sectors)) = sectors(catalog)? else { return Ok(()) };
    let known = |cut: &Cut<'_>| {
        let pay = cut.pay_at(Percentile::TOP_DECILE);
        pay.usd().or(pay.bound())
    };
    let is_above = |cut: &Cut<'_>| known(cut) > known(&nation);
    sectors.retain(|cut| {
        let code = cut.setting.industry().map(|industry| industry.id.as_str());
        is_above(cut) || conflict.industries.iter().any(|named| Some(named.as_str()) == code)
    });
    let above: Vec<Line> =
        sectors.iter().filter(|cut| is_above(cut)).map(|cut| line![&title(cut)]).collect();
    let bar = Cell::Pay(nation.pay_at(Percentile::TOP_DECILE));
    found.said.push(match above.is_empty() {
        true => line!["none is above the national 90th percentile, ", bar],
        false => line!["above the national 90th percentile, ", bar, ": ", Cell::sentences(above)],
    });
    let row = |cut| pay_row(cut, title(cut), "90th percentile", Percentile::TOP_DECILE);
    found.rows.extend([nation].iter().chain(&sectors).map(row));
    Ok(())
}

fn experience(catalog: &Catalog, conflict: &Conflict, found: &mut Findings) {
    let all = projections(catalog, conflict);
    let clauses = all.iter().filter_map(|(of, projection)| {
        Some(line![projection.experience.as_ref()?, " for ", &of.title])
    });
    found.said.push(line!["typical experience at entry: ", Cell::sentences(clauses)]);
    found.rows.extend(all.iter().map(|(of, projection)| OfficialRow {
        typical: projection.experience,
        ..projected(of, projection, "experience in related work at entry")
    }));
}
