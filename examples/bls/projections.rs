//! Employment Projections: jobs now and in ten years, and what an occupation asks for.

use anyhow::{Result, ensure};
use toml::Value;

use crate::cells::whole;
use crate::files::{Files, Shape};
use crate::table::{Row, Table};

const PROJECTIONS: Shape = Shape {
    path: "projections.toml",
    about: "Employment Projections: jobs (the self-employed included), growth, openings, and what is typical at entry.\n\
            Growth, self_employed (of the jobs in `from`) and the rates are percent; openings and separations are a year.",
    array: "projections",
    key: &[1, 2, 0],
    columns: || [&KEYS[..], &FIELDS.map(|(name, ..)| name)].concat(),
    tables: true,
};

const KEYS: [&str; 4] = ["occupation", "from", "to", "sources"];

/// What a cell is.
enum Kind {
    Whole,
    Change,
    Percent,
    /// A text; BLS writes nothing or a dash where there is none, as for groups of occupations.
    Words,
}

/// What is projected: the dataset's name, BLS's, and what it is.
const FIELDS: [(&str, &str, Kind); 13] = [
    ("employment", "employment_FROM", Kind::Whole),
    ("projected_employment", "employment_TO", Kind::Whole),
    ("change", "change_number", Kind::Change),
    ("growth", "change_pct", Kind::Percent),
    ("self_employed", "pct_self_employed_FROM", Kind::Percent),
    ("openings", "annual_openings", Kind::Whole),
    ("education", "typical_education", Kind::Words),
    ("experience", "work_experience", Kind::Words),
    ("training", "on_the_job_training", Kind::Words),
    ("exit_rate", "labor_force_exit_rate", Kind::Percent),
    ("transfer_rate", "occ_transfer_rate", Kind::Percent),
    ("separation_rate", "total_separations_rate", Kind::Percent),
    ("separations", "annual_separations", Kind::Whole),
];

/// Finds the first and the last year of projections; wages have none.
pub fn years(table: &Table) -> Result<Option<[i64; 2]>> {
    let names = table.names.iter().filter_map(|name| name.strip_prefix("employment_"));
    let mut years: Vec<i64> = names.filter_map(whole).collect();
    years.sort_unstable();
    match years[..] {
        [] => Ok(None),
        [from, to] => Ok(Some([from, to])),
        _ => Err(table.wrong("name two columns like `employment_2024`")),
    }
}

/// Takes a row.
pub fn take(row: &Row, [from, to]: [i64; 2], files: &mut Files) -> Result<&'static str> {
    let occupation = row.need("occ_code")?;
    let sources = Value::from(vec![format!("bls-ep-{from}")]);
    let mut cells = vec![occupation.into(), from.into(), to.into(), sources];
    for (_, written, kind) in FIELDS {
        let written = written.replace("FROM", &from.to_string()).replace("TO", &to.to_string());
        let text = row.need(&written)?;
        let value = match kind {
            Kind::Whole => whole(text).map(Value::from),
            Kind::Change => {
                let amount = whole(text.strip_prefix('-').unwrap_or(text));
                amount.map(|jobs| Value::from(if text.starts_with('-') { -jobs } else { jobs }))
            }
            Kind::Percent => {
                text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::from)
            }
            Kind::Words if ["", "-", "–", "—"].contains(&text) => Some(Value::from("")),
            Kind::Words => Some(Value::from(row.words(&written)?)),
        };
        let why = || row.wrong(&written, format!("`{text}` is not known; write a number"));
        cells.push(value.ok_or_else(why)?);
    }
    let twice = "an earlier line says otherwise of the same years; give one of them";
    let fresh = files.add(&PROJECTIONS, ["", ""], cells);
    ensure!(fresh, row.wrong("occ_code", twice));
    Ok("taken")
}
