//! Employment Projections: reads them from CSV, lays them over those of an earlier run, and writes `projections.toml`.

use std::fmt::{self, Write};
use std::path::Path;

use anyhow::Result;
use serde::Deserialize;

use crate::cells;
use crate::files::{self, Texts, quoted};
use crate::held::Held;
use crate::oews::Tally;
use crate::table::{Header, Row, Table};

/// What BLS projects for an occupation.
#[derive(Clone, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    occupation: String,
    from: u16,
    to: u16,
    sources: Vec<String>,
    employment: u64,
    projected_employment: u64,
    change: i64,
    growth: f64,
    self_employed: f64,
    openings: u64,
    education: Option<String>,
    experience: Option<String>,
    training: Option<String>,
    exit_rate: f64,
    transfer_rate: f64,
    separation_rate: f64,
    separations: u64,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    projections: Vec<Projection>,
}

/// Whether a file holds projections.
pub fn are_in(header: &Header) -> bool {
    header.after("employment_20").next().is_some()
}

/// Adds the rows of held occupations to those of other files, each once.
pub fn read(
    table: &mut Table,
    held: &Held,
    all: &mut Vec<Projection>,
    tally: &mut Tally,
) -> Result<()> {
    let columns = Columns::find(&table.header)?;
    table.each(|row| {
        if !held.occupations.contains(row.text(columns.occupation)) {
            tally.other_occupation += 1;
            return Ok(());
        }
        tally.taken += 1;
        let new = columns.projection(row)?;
        match all.iter().find(|known| known.key() == new.key()) {
            Some(known) if *known == new => {}
            Some(_) => {
                let why = "an earlier line says otherwise of the same years; give one of them";
                return Err(row.wrong(columns.occupation, why));
            }
            None => all.push(new),
        }
        Ok(())
    })
}

/// Writes the file, unless nothing is new: by first year, then new ones in their order, then those of an earlier run.
pub fn render(path: &Path, new: &[Projection]) -> Result<Texts> {
    if new.is_empty() {
        return Ok(Texts::new());
    }
    let raw: Raw = match files::read(path)? {
        Some(text) => files::parse(path, &text)?,
        None => Raw::default(),
    };
    let stay = |known: &&Projection| new.iter().all(|one| one.key() != known.key());
    let mut all: Vec<&Projection> = new.iter().chain(raw.projections.iter().filter(stay)).collect();
    all.sort_by_key(|one| (one.from, one.to));
    let mut text = String::from(
        "# Employment Projections: jobs (the self-employed included), growth, openings, and what is typical at entry.\n\
         # Growth, self_employed (of the jobs in `from`) and the rates are percent; openings and separations are a year.\n\
         # Written by `cargo run --example bls`.\n",
    );
    for one in all {
        write!(text, "\n{one}")?;
    }
    Ok(Texts::from([(path.to_owned(), text)]))
}

impl Projection {
    fn key(&self) -> (&str, u16, u16) {
        (&self.occupation, self.from, self.to)
    }
}

impl fmt::Display for Projection {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let sources: Vec<String> = self.sources.iter().map(|source| quoted(source)).collect();
        writeln!(out, "[[projections]]")?;
        writeln!(out, "occupation = {}", quoted(&self.occupation))?;
        writeln!(out, "from = {}\nto = {}", self.from, self.to)?;
        writeln!(out, "sources = [{}]", sources.join(", "))?;
        writeln!(out, "employment = {}", self.employment)?;
        writeln!(out, "projected_employment = {}", self.projected_employment)?;
        writeln!(out, "change = {}", self.change)?;
        writeln!(out, "growth = {:?}", self.growth)?;
        writeln!(out, "self_employed = {:?}", self.self_employed)?;
        writeln!(out, "openings = {}", self.openings)?;
        let entry = [
            ("education", &self.education),
            ("experience", &self.experience),
            ("training", &self.training),
        ];
        for (name, text) in entry {
            if let Some(text) = text {
                writeln!(out, "{name} = {}", quoted(text))?;
            }
        }
        writeln!(out, "exit_rate = {:?}", self.exit_rate)?;
        writeln!(out, "transfer_rate = {:?}", self.transfer_rate)?;
        writeln!(out, "separation_rate = {:?}", self.separation_rate)?;
        writeln!(out, "separations = {}", self.separations)
    }
}

/// Where a file of projections has what.
struct Columns {
    from: u16,
    to: u16,
    occupation: usize,
    employment: usize,
    projected_employment: usize,
    change: usize,
    growth: usize,
    self_employed: usize,
    openings: usize,
    education: usize,
    experience: usize,
    training: usize,
    exit_rate: usize,
    transfer_rate: usize,
    separation_rate: usize,
    separations: usize,
}

impl Columns {
    fn find(header: &Header) -> Result<Self> {
        let mut years: Vec<u16> =
            header.after("employment_").filter_map(|year| year.parse().ok()).collect();
        years.sort_unstable();
        let [from, to] = years[..] else {
            let why = "projections have two years; name two columns like `employment_2024`";
            return Err(header.wrong(why));
        };
        let need = |name: &str| header.need(&[name]);
        Ok(Self {
            from,
            to,
            occupation: header.need(&["occ_code", "soc_code"])?,
            employment: need(&format!("employment_{from}"))?,
            projected_employment: need(&format!("employment_{to}"))?,
            change: need("change_number")?,
            growth: need("change_pct")?,
            self_employed: need(&format!("pct_self_employed_{from}"))?,
            openings: need("annual_openings")?,
            education: need("typical_education")?,
            experience: need("work_experience")?,
            training: need("on_the_job_training")?,
            exit_rate: need("labor_force_exit_rate")?,
            transfer_rate: need("occ_transfer_rate")?,
            separation_rate: need("total_separations_rate")?,
            separations: need("annual_separations")?,
        })
    }

    fn projection(&self, row: &Row) -> Result<Projection> {
        Ok(Projection {
            occupation: row.text(self.occupation).to_owned(),
            from: self.from,
            to: self.to,
            sources: vec![format!("bls-ep-{}", self.from)],
            employment: count(row, self.employment)?,
            projected_employment: count(row, self.projected_employment)?,
            change: change(row, self.change)?,
            growth: percent(row, self.growth)?,
            self_employed: percent(row, self.self_employed)?,
            openings: count(row, self.openings)?,
            education: words(row, self.education)?,
            experience: words(row, self.experience)?,
            training: words(row, self.training)?,
            exit_rate: percent(row, self.exit_rate)?,
            transfer_rate: percent(row, self.transfer_rate)?,
            separation_rate: percent(row, self.separation_rate)?,
            separations: count(row, self.separations)?,
        })
    }
}

fn count(row: &Row, column: usize) -> Result<u64> {
    cells::whole(row.text(column)).ok_or_else(|| no_number(row, column, "a whole number"))
}

fn change(row: &Row, column: usize) -> Result<i64> {
    let text = row.text(column);
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    cells::whole(digits)
        .and_then(|number| i64::try_from(number).ok())
        .map(|number| sign * number)
        .ok_or_else(|| no_number(row, column, "a whole number"))
}

fn percent(row: &Row, column: usize) -> Result<f64> {
    let number: Option<f64> = row.text(column).parse().ok();
    number.filter(|number| number.is_finite()).ok_or_else(|| no_number(row, column, "a percentage"))
}

/// Reads a text; BLS writes nothing or a dash where there is none, as for groups of occupations.
fn words(row: &Row, column: usize) -> Result<Option<String>> {
    match row.text(column) {
        "" | "-" | "–" | "—" => Ok(None),
        _ => row.words(column).map(Some),
    }
}

fn no_number(row: &Row, column: usize, wanted: &str) -> anyhow::Error {
    row.wrong(column, &format!("`{}` is no number; write {wanted}", row.text(column)))
}
