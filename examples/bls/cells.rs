//! Cells of wages: a number, a floor, or a mark that says why there is none; as CSV files and as the dataset write them.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use toml::Value;

use crate::table::our_name;

/// What OEWS says of those who are counted.
pub const MEASURES: [&str; 7] = ["employment", "mean", "p10", "p25", "p50", "p75", "p90"];

/// Why a cell has no number: as CSV files write it, as the dataset does, and what it means.
pub const MARKS: [[&str; 3]; 5] = [
    ["not carried by source", "-", "published by BLS, not in the extract that was read"],
    ["*", "*", "wage not released by BLS"],
    ["**", "**", "employment not released by BLS"],
    ["*(inferred)", "*?", "wage not released by BLS (inferred: the extract is empty here)"],
    ["**(inferred)", "**?", "employment not released by BLS (inferred: the extract is empty here)"],
];

/// Reads a cell, or what `markers` says of it; `top_code` is the floor of top-coded wages.
pub fn cell(
    text: &str,
    marker: Option<&str>,
    is_wage: bool,
    top_code: Option<i64>,
) -> Result<Value> {
    let said = marker.unwrap_or(text);
    let once = text.is_empty() || marker.is_none();
    ensure!(once, "the cell says `{text}` and `markers` says `{said}`; keep one of them");
    ensure!(!said.is_empty(), "the cell is empty; say why in the column `markers`");
    if said == "#" && is_wage {
        let floor = top_code
            .context("`#` is a floor; give this vintage its `top_code` in occupations.toml")?;
        return Ok(Value::from(format!(">={floor}")));
    }
    let other = if is_wage { "employment" } else { "wage" };
    let marks = MARKS.iter().filter(|[.., meaning]| !meaning.starts_with(other));
    if let Some([_, sign, _]) = marks.clone().find(|[written, ..]| *written == said) {
        return Ok(Value::from(*sign));
    }
    let top = if is_wage { ", `#`" } else { "" };
    let known: String = marks.map(|[written, ..]| format!(", `{written}`")).collect();
    let why = || format!("`{said}` is not known here; write one of: a whole number{top}{known}");
    whole(said).map(Value::from).with_context(why)
}

/// Reads what a `markers` cell such as `mean=*;p10,p90=not carried by source` says of each measure.
pub fn markers(text: &str) -> Result<BTreeMap<&'static str, &str>> {
    let mut found = BTreeMap::new();
    for entry in text.split(';').map(str::trim).filter(|entry| !entry.is_empty()) {
        let (names, marker) = entry
            .split_once('=')
            .with_context(|| format!("`{entry}` has no `=`; write `p90=#`"))?;
        for name in names.split(',').map(our_name) {
            let measure = MEASURES
                .into_iter()
                .find(|measure| *measure == name)
                .with_context(|| format!("`{name}` can have no marker; write `p90=#`"))?;
            let earlier = found.insert(measure, marker.trim());
            ensure!(earlier.is_none(), "`{name}` is named twice; name it once");
        }
    }
    Ok(found)
}

/// Reads a whole number, which may have a comma before every three digits.
pub fn whole(text: &str) -> Option<i64> {
    let groups: Vec<&str> = text.split(',').collect();
    let (first, rest) = groups.split_first()?;
    let fine = groups.iter().all(|group| digits(group))
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3);
    groups.concat().parse().ok().filter(|_| fine)
}

/// Whether a text has digits and nothing else.
pub fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
