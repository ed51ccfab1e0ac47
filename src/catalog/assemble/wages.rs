//! Wages from raw rows to catalog rows. Decides nothing: a cell that is none is an error.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};

use super::{Names, known, text_of};
use crate::catalog::{Collection, Employment, Noun, Spread, Text, Usd, Vintage, Wage, WageRow};
use crate::dataset::raw::{self, Cell, Placed, WagesOf};

pub(super) fn vintages(names: &Names, raw: Vec<Placed<raw::Vintage>>) -> Result<Vec<Vintage>> {
    let vintages = raw.into_iter().map(|placed| {
        Ok(Vintage {
            year: placed.entry.year.into_inner(),
            source: known(&names.sources, &placed.entry.source)?,
            title: text_of(placed.entry.title),
        })
    });
    let mut vintages = vintages.collect::<Result<Vec<_>>>()?;
    vintages.sort_by_key(|vintage| vintage.year);
    Ok(vintages)
}

/// The wages of an occupation in every layer that has some, earliest first.
fn wages_of<'a>(
    raw: &'a [Placed<WagesOf>],
    occupation: &'a str,
) -> impl Iterator<Item = &'a raw::Wages> {
    let placed = raw.iter().filter(move |placed| placed.entry.occupation.get_ref() == occupation);
    placed.map(|placed| &placed.entry.wages)
}

/// What was published of an occupation for the nation, oldest vintage first; of several layers the last.
pub(super) fn national(raw: &[Placed<WagesOf>], occupation: &str) -> Result<Vec<WageRow>> {
    let mut rows: BTreeMap<u32, WageRow> = BTreeMap::new();
    for wages in wages_of(raw, occupation) {
        for cells in &wages.rows {
            let [vintage, figures @ ..] = cells.as_slice() else {
                return Err(anyhow!("a row of wages is empty"));
            };
            let row = wage_row(vintage, figures, &wages.missing)?;
            rows.insert(row.vintage, row);
        }
    }
    Ok(rows.into_values().collect())
}

/// What was published of an occupation by place or industry; of several layers the last.
pub(super) fn spread<T: Noun>(
    raw: &[Placed<WagesOf>],
    occupation: &str,
    known: &Collection<T>,
) -> Result<Spread<T>> {
    let ids: BTreeMap<&str, usize> =
        known.iter().enumerate().map(|(index, noun)| (noun.id().as_str(), index)).collect();
    let mut rows: Vec<BTreeMap<u32, WageRow>> = known.iter().map(|_| BTreeMap::new()).collect();
    for wages in wages_of(raw, occupation) {
        for cells in &wages.rows {
            let [vintage, at, figures @ ..] = cells.as_slice() else {
                return Err(anyhow!("a row of wages is too short"));
            };
            let Cell::Text(at) = at else {
                return Err(anyhow!("a row of wages names no {}", T::KIND.word()));
            };
            let index = *ids.get(at.as_str()).with_context(|| format!("no id is `{at}`"))?;
            let row = wage_row(vintage, figures, &wages.missing)?;
            rows[index].insert(row.vintage, row);
        }
    }
    Ok(Spread::new(rows.into_iter().map(|rows| rows.into_values().collect()).collect()))
}

fn wage_row(
    vintage: &Cell,
    figures: &[Cell],
    missing: &BTreeMap<String, raw::Text>,
) -> Result<WageRow> {
    let Cell::Number(vintage) = vintage else {
        return Err(anyhow!("a row of wages names no vintage"));
    };
    let [employment, mean, p10, p25, p50, p75, p90] = figures else {
        return Err(anyhow!("a row of wages has not seven figures"));
    };
    let wage = |cell: &Cell| wage(cell, missing);
    Ok(WageRow {
        vintage: u32::try_from(*vintage)?,
        employment: match employment {
            Cell::Number(jobs) => Employment::Published(u64::try_from(*jobs)?),
            Cell::Text(mark) => Employment::Missing(reason(mark, missing)?),
        },
        mean: wage(mean)?,
        percentiles: [wage(p10)?, wage(p25)?, wage(p50)?, wage(p75)?, wage(p90)?],
    })
}

fn reason(mark: &str, missing: &BTreeMap<String, raw::Text>) -> Result<Text> {
    let reason = missing.get(mark).with_context(|| format!("`{mark}` is no mark of `missing`"))?;
    Ok(reason.get_ref().clone().into())
}

/// Reads one cell of wages; the rules use it to find cells that are none.
pub(in crate::catalog) fn wage(cell: &Cell, missing: &BTreeMap<String, raw::Text>) -> Result<Wage> {
    match cell {
        Cell::Number(dollars) => Ok(Wage::Published(Usd::whole(u32::try_from(*dollars)?))),
        Cell::Text(text) => match text.strip_prefix(">=") {
            Some(floor) => Ok(Wage::AtLeast(Usd::whole(floor.parse()?))),
            None => Ok(Wage::Missing(reason(text, missing)?)),
        },
    }
}
