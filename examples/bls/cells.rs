//! Cells of wage rows: a number, a floor, or a mark that says why there is none; as CSV files and as the dataset write them.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Context, Result, bail, ensure};

/// What OEWS says of a population: the dataset's name first, then BLS's.
pub const MEASURES: [[&str; 2]; 7] = [
    ["employment", "tot_emp"],
    ["mean", "a_mean"],
    ["p10", "a_pct10"],
    ["p25", "a_pct25"],
    ["p50", "a_median"],
    ["p75", "a_pct75"],
    ["p90", "a_pct90"],
];

/// A reason why a cell has no number.
#[derive(Debug, PartialEq)]
pub struct Mark {
    /// How the dataset writes it.
    pub sign: &'static str,
    /// How CSV files write it.
    written: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// The only kind of cells that it can stand in; without one it can stand in all.
    only: Option<Kind>,
}

/// What a cell counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Jobs.
    Employment,
    /// Dollars.
    Wage,
}

/// All marks, in the order in which the dataset explains them.
pub const MARKS: [Mark; 5] = [
    Mark {
        sign: "-",
        written: "not carried by source",
        meaning: "published by BLS, not in the extract that was read",
        only: None,
    },
    Mark { sign: "*", written: "*", meaning: "wage not released by BLS", only: Some(Kind::Wage) },
    Mark {
        sign: "**",
        written: "**",
        meaning: "employment not released by BLS",
        only: Some(Kind::Employment),
    },
    Mark {
        sign: "*?",
        written: "*(inferred)",
        meaning: "wage not released by BLS (inferred: the extract is empty here)",
        only: Some(Kind::Wage),
    },
    Mark {
        sign: "**?",
        written: "**(inferred)",
        meaning: "employment not released by BLS (inferred: the extract is empty here)",
        only: Some(Kind::Employment),
    },
];

/// A cell of a wage row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Jobs, or dollars a year.
    Number(u64),
    /// A top-coded wage, known only as at least that.
    AtLeast(u64),
    /// No number.
    Missing(&'static Mark),
}

impl fmt::Display for Cell {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Number(number) => write!(out, "{number}"),
            Self::AtLeast(floor) => write!(out, "\">={floor}\""),
            Self::Missing(mark) => write!(out, "\"{}\"", mark.sign),
        }
    }
}

impl Cell {
    /// Reads a cell of a CSV file, or what `markers` says of it; `top_code` is the floor of top-coded wages.
    pub fn from_csv(
        text: &str,
        marker: Option<&str>,
        kind: Kind,
        top_code: Option<u64>,
    ) -> Result<Self> {
        let known = match (text, marker) {
            ("", None) => bail!("the cell is empty; say why in the column `markers`"),
            ("", Some(marker)) => marker,
            (text, None) => text,
            (text, Some(marker)) => {
                bail!("the cell says `{text}` and `markers` says `{marker}`; keep one of them")
            }
        };
        if known == "#" {
            ensure!(kind == Kind::Wage, "employment is never top-coded; give the number of jobs");
            let floor = top_code.context(
                "`#` is at least a floor, and this vintage has none; \
                 give it a `top_code` in occupations.toml",
            )?;
            return Ok(Self::AtLeast(floor));
        }
        if let Some(mark) = MARKS.iter().find(|mark| mark.written == known) {
            let fits = mark.only.is_none_or(|only| only == kind);
            ensure!(fits, "`{known}` means {}, and this is another column", mark.meaning);
            return Ok(Self::Missing(mark));
        }
        ensure!(marker.is_none(), "`markers` says `{known}`, which is not known; {EXPECTED}");
        match whole(known) {
            Some(number) => Ok(Self::Number(number)),
            None => bail!("`{known}` is not known; {EXPECTED}"),
        }
    }

    /// Reads a cell that an earlier run wrote.
    pub fn from_toml(value: &toml::Value) -> Option<Self> {
        if let Some(number) = value.as_integer() {
            return u64::try_from(number).ok().map(Self::Number);
        }
        let text = value.as_str()?;
        match text.strip_prefix(">=") {
            Some(floor) => floor.parse().ok().map(Self::AtLeast),
            None => MARKS.iter().find(|mark| mark.sign == text).map(Self::Missing),
        }
    }
}

const EXPECTED: &str = "write a whole number, `#`, `*` or `**` (or these with `(inferred)`), or `not carried by source`";

/// Reads what a `markers` cell such as `mean=*;p10,p90=not carried by source` says of each measure.
pub fn markers(text: &str) -> Result<BTreeMap<&'static str, &str>> {
    let mut found = BTreeMap::new();
    for entry in text.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
        let (names, marker) = entry
            .split_once('=')
            .with_context(|| format!("`{entry}` has no `=`; write `p90=#`"))?;
        for name in names.split(',').map(|name| name.trim().to_lowercase()) {
            let measure = MEASURES
                .iter()
                .find(|known| known.contains(&name.as_str()))
                .with_context(|| format!("`{name}` is no column that can have a marker"))?;
            let earlier = found.insert(measure[0], marker.trim());
            ensure!(earlier.is_none(), "`{name}` is named twice; name it once");
        }
    }
    Ok(found)
}

/// Reads a whole number, which may have a comma before every three digits.
pub fn whole(text: &str) -> Option<u64> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fine = digits(first)
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|group| digits(group) && group.len() == 3);
    let number = [first].into_iter().chain(rest).collect::<String>();
    // TOML's whole numbers are signed.
    if fine { number.parse().ok().filter(|number| i64::try_from(*number).is_ok()) } else { None }
}
