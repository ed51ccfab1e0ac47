//! Wages from raw rows to catalog rows. Decides nothing: a cell that is none is an error.

use anyhow::{Result, anyhow};

use super::{Names, known};
use crate::catalog::{Usd, Vintage, Wage, WageRow};
use crate::dataset::raw::{self, Placed};

pub(super) fn vintages(names: &Names, raw: Vec<Placed<raw::Vintage>>) -> Result<Vec<Vintage>> {
    let vintages = raw.into_iter().map(|placed| {
        Ok(Vintage {
            year: placed.entry.year.into_inner(),
            source: known(&names.sources, &placed.entry.source)?,
            title: placed.entry.title.into_inner(),
        })
    });
    let mut vintages = vintages.collect::<Result<Vec<_>>>()?;
    vintages.sort_by_key(|vintage| vintage.year);
    Ok(vintages)
}

pub(super) fn wage_rows(raw: &[Placed<raw::Wages>], occupation: &str) -> Result<Vec<WageRow>> {
    let Some(wages) = raw.iter().find(|w| w.entry.occupation.get_ref() == occupation) else {
        return Ok(Vec::new());
    };
    let rows = wages.entry.national.iter().map(|cells| wage_row(cells));
    let mut rows = rows.collect::<Result<Vec<_>>>()?;
    rows.sort_by_key(|row| row.vintage);
    Ok(rows)
}

fn wage_row(cells: &[toml::Spanned<raw::Cell>]) -> Result<WageRow> {
    let [vintage, employment, mean, percentiles @ ..] = cells else {
        return Err(anyhow!("a row of wages is too short"));
    };
    let raw::Cell::Number(vintage) = vintage.get_ref() else {
        return Err(anyhow!("a row of wages names no vintage"));
    };
    let employment = match employment.get_ref() {
        raw::Cell::Number(jobs) => Some(u64::try_from(*jobs)?),
        raw::Cell::Text(_) => None,
    };
    let percentiles = percentiles.iter().map(|cell| wage(cell.get_ref()));
    let percentiles = percentiles.collect::<Result<Vec<_>>>()?.try_into();
    Ok(WageRow {
        vintage: u32::try_from(*vintage)?,
        employment,
        mean: wage(mean.get_ref())?,
        percentiles: percentiles.map_err(|_| anyhow!("a row of wages has not five percentiles"))?,
    })
}

/// Reads one cell of wages; the rules use it to find cells that are none.
pub(in crate::catalog) fn wage(cell: &raw::Cell) -> Result<Wage> {
    match cell {
        raw::Cell::Number(dollars) => Ok(Wage::Published(Usd::whole(u32::try_from(*dollars)?))),
        raw::Cell::Text(text) => match (text.strip_prefix(">="), text.strip_prefix("missing: ")) {
            (Some(floor), _) => Ok(Wage::AtLeast(Usd::whole(floor.parse()?))),
            (_, Some(reason)) => Ok(Wage::Missing(reason.to_owned())),
            _ => Err(anyhow!("`{text}` is no wage")),
        },
    }
}
