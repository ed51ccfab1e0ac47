//! Wages (OEWS): who is counted in a row, and what it says of them.

use anyhow::{Result, ensure};
use toml::Value;

use crate::Vintage;
use crate::cells::{MEASURES, cell, digits, markers, whole};
use crate::files::{Files, Shape};
use crate::table::Row;

const NATION: Shape = Shape {
    path: "OCCUPATION.toml",
    about: "OEWS, TITLE (OCCUPATION): the nation by vintage. \
            US dollars a year; docs/dataset.md says what a cell may be.",
    array: "rows",
    key: &[0],
    columns: || [&["vintage"][..], &MEASURES].concat(),
    tables: false,
};
const PLACES: Shape = Shape {
    path: "places/OCCUPATION.toml",
    about: "OEWS, TITLE (OCCUPATION): states, metropolitan and nonmetropolitan areas. \
            US dollars a year; docs/dataset.md says what a cell may be.",
    key: &[0, 1],
    columns: || [&["vintage", "area"][..], &MEASURES].concat(),
    ..NATION
};
const SECTORS: Shape = Shape {
    path: "industries/OCCUPATION.toml",
    about: "OEWS, TITLE (OCCUPATION): sectors by vintage. \
            US dollars a year; docs/dataset.md says what a cell may be.",
    key: &[0, 1],
    columns: || [&["vintage", "industry"][..], &MEASURES].concat(),
    ..NATION
};
const AREA_LIST: Shape = Shape {
    path: "areas.toml",
    about: "Places that OEWS publishes wages for: code, kind, title, \
            then the states that it lies in (by postal code).",
    array: "areas",
    key: &[0],
    columns: Vec::new,
    tables: false,
};
const SECTOR_LIST: Shape = Shape {
    path: "industries.toml",
    about: "Sectors that OEWS publishes wages for, by NAICS code.",
    array: "industries",
    ..AREA_LIST
};

/// Who is counted: as the dataset writes it, as CSV files write it, and how many digits the code of a place has.
const KINDS: [(&str, &[&str], usize); 4] = [
    ("nation", &["national", "national-industry", "1"], 0),
    ("state", &["state", "2", "3"], 2),
    ("metro", &["metro", "4"], 5),
    ("nonmetro", &["nonmetro", "6"], 7),
];

/// Takes a row, or skips it, and says so; `vintage` is that of files that have no column for it.
pub fn take(
    row: &Row,
    held: &[Vintage],
    vintage: Option<i64>,
    files: &mut Files,
) -> Result<&'static str> {
    let year = match (row.get("vintage"), vintage) {
        (None, Some(year)) => year,
        (None, None) => return Err(row.wrong("vintage", "there is none; say `--vintage YEAR`")),
        (Some(text), _) => {
            let year = text.split_whitespace().next_back().filter(|year| year.len() == 4);
            let why = "it ends with no year; write `May 2025`";
            year.and_then(whole).ok_or_else(|| row.wrong("vintage", why))?
        }
    };
    let Some(vintage) = held.iter().find(|vintage| vintage.year == year) else {
        return Ok("of other vintages skipped");
    };
    let Some((shape, code)) = population(row, files)? else {
        return Ok("of industries other than sectors skipped");
    };
    let mut cells = vec![Value::from(year)];
    cells.extend(code.map(Value::from));
    let markers =
        markers(row.get("markers").unwrap_or_default()).map_err(|why| row.wrong("markers", why))?;
    for name in MEASURES {
        let marker = markers.get(name).copied();
        let cell = cell(row.need(name)?, marker, name != "employment", vintage.top_code);
        cells.push(cell.map_err(|why| row.wrong(name, why))?);
    }
    let fresh = files.add(shape, [row.need("occ_code")?, &row.words("occ_title")?], cells);
    let twice = "an earlier line says otherwise of the same wages; give one of them";
    ensure!(fresh, row.wrong("occ_code", twice));
    Ok("taken")
}

/// Finds out who is counted, and lists the place or the sector; of industries, only sectors are taken.
fn population<'a>(
    row: &'a Row,
    files: &mut Files,
) -> Result<Option<(&'static Shape, Option<&'a str>)>> {
    let written = row.get("area_type").unwrap_or("national").to_lowercase();
    let kind = KINDS.iter().find(|(_, known, _)| known.contains(&written.as_str()));
    let why = "it is not known; write national, state, metro, nonmetro, 1, 2, 3, 4 or 6";
    let (kind, _, length) = kind.ok_or_else(|| row.wrong("area_type", why))?;
    let industry = row.get("naics").unwrap_or("000000");
    ensure!(!industry.is_empty(), row.wrong("naics", "the cell is empty; write 000000 for all"));
    let everyone = industry.bytes().all(|byte| byte == b'0');
    let is_sector =
        industry.len() <= 5 && industry.split('-').all(|part| part.len() == 2 && digits(part));
    if *kind == "nation" && everyone {
        Ok(Some((&NATION, None)))
    } else if *kind == "nation" && is_sector {
        files.add(&SECTOR_LIST, ["", ""], vec![industry.into(), row.words("naics_title")?.into()]);
        Ok(Some((&SECTORS, Some(industry))))
    } else if everyone {
        Ok(Some((&PLACES, Some(area(row, kind, *length, files)?))))
    } else {
        Ok(None)
    }
}

/// Lists a place with its states: those at the end of its title, as in `Kansas City, MO-KS`, else the row's.
fn area<'a>(row: &'a Row, kind: &str, length: usize, files: &mut Files) -> Result<&'a str> {
    let code = row.need("area_code")?;
    let why = || format!("`{code}` is no {kind}; write {length} digits, zeros at the front too");
    ensure!(code.len() == length && digits(code), row.wrong("area_code", why()));
    let title = row.words("area_title")?;
    let is_state =
        |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let are_states = |text: &str| text.split('-').all(is_state);
    let named = title.rsplit_once(", ").map(|(_, states)| states);
    let states = match named.filter(|states| are_states(states)) {
        Some(states) => states,
        None => row.need("state")?,
    };
    ensure!(are_states(states), row.wrong("state", "it is no postal code; write one like NY"));
    let cells = [code, kind, &title].into_iter().chain(states.split('-'));
    files.add(&AREA_LIST, ["", ""], cells.map(Value::from).collect());
    Ok(code)
}
