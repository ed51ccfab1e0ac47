//! The wages of an occupation: lays new rows over those of an earlier run and writes the nation's, places' and sectors' files.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::cells::{Cell, MARKS, MEASURES};
use crate::files::{self, Texts, not_ours, quoted};
use crate::oews::{AreaKind, Population, WageRow};
use crate::registers::Areas;

/// A file of an occupation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Nation,
    Places,
    Industries,
}

/// What a row is sorted by and found under: the vintage, then the kind and code of a place or the code of a sector.
type Key = (u16, Option<AreaKind>, String);

/// A row, and the occupation's title where it was read.
struct Line {
    title: String,
    cells: [Cell; 7],
    place: Option<String>,
}

type Lines = BTreeMap<Key, Line>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    currency: String,
    period: String,
    columns: Vec<String>,
    #[serde(default)]
    missing: BTreeMap<String, String>,
    rows: Vec<Vec<toml::Value>>,
}

impl Part {
    fn folder(self) -> &'static str {
        match self {
            Self::Nation => "",
            Self::Places => "places",
            Self::Industries => "industries",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Nation => "the nation by vintage",
            Self::Places => "states, metropolitan and nonmetropolitan areas",
            Self::Industries => "sectors by vintage",
        }
    }

    /// The columns before the measures.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Nation => &["vintage"],
            Self::Places => &["vintage", "area"],
            Self::Industries => &["vintage", "industry"],
        }
    }

    fn columns(self) -> Vec<&'static str> {
        self.keys().iter().copied().chain(MEASURES.iter().map(|names| names[0])).collect()
    }
}

/// Writes the files that the rows belong to; rows of earlier runs stay where no new one replaces them.
pub fn render(folder: &Path, rows: &[WageRow], areas: &Areas) -> Result<Texts> {
    let mut texts = Texts::new();
    for ((occupation, part), new) in grouped(rows)? {
        let path = folder.join(part.folder()).join(format!("{occupation}.toml"));
        let mut lines = match files::read(&path)? {
            Some(text) => earlier(&path, &text, occupation, part, areas)?,
            None => Lines::new(),
        };
        lines.extend(new);
        texts.insert(path, file(occupation, part, &lines));
    }
    Ok(texts)
}

/// Sorts rows into the files that they belong to, each row once.
fn grouped(rows: &[WageRow]) -> Result<BTreeMap<(&str, Part), Lines>> {
    let mut groups: BTreeMap<(&str, Part), Lines> = BTreeMap::new();
    for row in rows {
        let (part, kind, code) = match &row.population {
            Population::Nation => (Part::Nation, None, ""),
            Population::Place(area) => (Part::Places, Some(area.kind), area.code.as_str()),
            Population::Industry { code, .. } => (Part::Industries, None, code.as_str()),
        };
        let line =
            Line { title: row.title.clone(), cells: row.cells, place: Some(row.place.clone()) };
        let lines = groups.entry((&row.occupation, part)).or_default();
        if let Some(known) = lines.insert((row.vintage, kind, code.to_owned()), line)
            && known.cells != row.cells
        {
            let other = known.place.unwrap_or_default();
            bail!("{}: {other} says otherwise of the same wages; give one of them", row.place);
        }
    }
    Ok(groups)
}

/// Reads the rows that an earlier run wrote.
fn earlier(path: &Path, text: &str, occupation: &str, part: Part, areas: &Areas) -> Result<Lines> {
    let raw: Raw = files::parse(path, text)?;
    let title = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# OEWS, "))
        .and_then(|line| line.rsplit_once(&format!(" ({occupation}): ")))
        .map(|(title, _)| title)
        .with_context(|| not_ours(path))?;
    let explained = raw.missing.iter().all(|(sign, meaning)| {
        MARKS.iter().any(|mark| mark.sign == sign && mark.meaning == meaning)
    });
    let same = raw.currency == "USD" && raw.period == "year" && raw.columns == part.columns();
    ensure!(same && explained, not_ours(path));
    let mut lines = Lines::new();
    for row in &raw.rows {
        let (vintage, code, cells) = parsed(row, part).with_context(|| not_ours(path))?;
        let kind = match part {
            Part::Places => Some(areas.kind(&code).with_context(|| {
                format!("{}: `{code}` is not in areas.toml; add it there", path.display())
            })?),
            Part::Nation | Part::Industries => None,
        };
        lines.insert((vintage, kind, code), Line { title: title.to_owned(), cells, place: None });
    }
    Ok(lines)
}

fn parsed(row: &[toml::Value], part: Part) -> Option<(u16, String, [Cell; 7])> {
    let (keys, cells) = row.split_at_checked(part.keys().len())?;
    let vintage = u16::try_from(keys.first()?.as_integer()?).ok()?;
    let code = match keys.get(1) {
        Some(code) => code.as_str()?,
        None => "",
    };
    let cells: Vec<Cell> = cells.iter().map(Cell::from_toml).collect::<Option<_>>()?;
    Some((vintage, code.to_owned(), cells.try_into().ok()?))
}

fn file(occupation: &str, part: Part, lines: &Lines) -> String {
    let title = lines.values().next_back().map_or("", |line| line.title.trim_end_matches('.'));
    let columns: Vec<String> = part.columns().into_iter().map(quoted).collect();
    let rows: String = lines.iter().map(|(key, line)| row(part, key, line)).collect();
    format!(
        "# OEWS, {title} ({occupation}): {}. US dollars a year; docs/dataset.md says what a cell may be.\n\
         # Written by `cargo run --example bls`.\n\
         currency = \"USD\"\n\
         period = \"year\"\n\
         columns = [{}]\n\
         {}rows = [\n{rows}]\n",
        part.about(),
        columns.join(", "),
        missing(lines)
    )
}

/// Explains the marks that the rows use.
fn missing(lines: &Lines) -> String {
    let used = |sign: &str| {
        let mut cells = lines.values().flat_map(|line| &line.cells);
        cells.any(|cell| matches!(cell, Cell::Missing(mark) if mark.sign == sign))
    };
    let meanings: Vec<String> = MARKS
        .iter()
        .filter(|mark| used(mark.sign))
        .map(|mark| format!("\"{}\" = {}", mark.sign, quoted(mark.meaning)))
        .collect();
    match meanings.is_empty() {
        true => String::new(),
        false => format!("missing = {{ {} }}\n", meanings.join(", ")),
    }
}

fn row(part: Part, (vintage, _, code): &Key, line: &Line) -> String {
    let code = match part {
        Part::Nation => String::new(),
        Part::Places | Part::Industries => format!("{}, ", quoted(code)),
    };
    let cells: Vec<String> = line.cells.iter().map(Cell::to_string).collect();
    format!("  [{vintage}, {code}{}],\n", cells.join(", "))
}
