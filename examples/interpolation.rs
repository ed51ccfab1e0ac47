//! Measures how well pay between published percentiles is worked out: leaves one published percentile out, works it out
//! from its neighbours, and compares. Prints the error beside that of straight lines on wages.
//!
//! ```sh
//! cargo run --release --example interpolation
//! ```
//!
//! Every row of wages counts of which all five percentiles were published, of every occupation in every metropolitan area
//! and state that our dataset holds. The error is the difference in percent of the published wage.

#![allow(clippy::print_stdout, reason = "an example prints what it measured")]

use anyhow::{Result, anyhow};
use tpm_path::catalog::{
    AreaKind, Catalog, Employment, PUBLISHED_PERCENTILES, Percentile, Usd, Wage, WageRow,
};
use tpm_path::query::pay_at;

/// The percentiles between two others; each is left out in turn.
const LEFT_OUT: [usize; 3] = [1, 2, 3];

fn main() -> Result<()> {
    let catalog = Catalog::builtin();
    let rows = rows(&catalog)?;
    println!(
        "{} rows with five published percentiles, one left out and worked out again",
        rows.len()
    );
    println!();
    println!("            log-normal          straight lines");
    println!("left out    median     95th     median     95th");
    for index in LEFT_OUT {
        let log_normal = errors(&rows, index, between)?;
        let straight = errors(&rows, index, on_a_line)?;
        let cells = [
            share(&log_normal, 0.50),
            share(&log_normal, 0.95),
            share(&straight, 0.50),
            share(&straight, 0.95),
        ];
        let cells: Vec<String> = cells.iter().map(|percent| format!("{percent:>7.1}%")).collect();
        println!("{:>6}th {}", PUBLISHED_PERCENTILES[index], cells.join(" "));
    }
    Ok(())
}

/// The rows of metropolitan areas and states of which five percentiles were published.
fn rows(catalog: &Catalog) -> Result<Vec<[f64; 5]>> {
    let areas = catalog.areas();
    let mut rows = Vec::new();
    for occupation in catalog.occupations() {
        let places = areas.iter().filter(|area| area.kind != AreaKind::Nonmetro);
        for area in places {
            rows.extend(catalog.by_place(&occupation.id).at(&area.id).iter().flat_map(published));
        }
    }
    Ok(rows)
}

/// The five wages of a row; none where one of them is no figure.
fn published(row: &WageRow) -> Option<[f64; 5]> {
    let wages = row.percentiles.iter().filter_map(|wage| match wage {
        Wage::Published(usd) => Some(usd.dollars()),
        Wage::AtLeast(_) | Wage::Missing(_) => None,
    });
    wages.collect::<Vec<f64>>().try_into().ok()
}

/// The errors in percent where the percentile of this number is left out, smallest first.
fn errors(
    rows: &[[f64; 5]],
    left_out: usize,
    estimate: fn(&[f64; 5], usize) -> Option<f64>,
) -> Result<Vec<f64>> {
    let errors = rows.iter().map(|row| {
        let worked_out = estimate(row, left_out).ok_or_else(|| anyhow!("no estimate: {row:?}"))?;
        Ok((worked_out / row[left_out] - 1.0).abs() * 100.0)
    });
    let mut errors = errors.collect::<Result<Vec<f64>>>()?;
    errors.sort_by(f64::total_cmp);
    Ok(errors)
}

/// The error that so large a share of the rows stays below.
fn share(errors: &[f64], share: f64) -> f64 {
    let rank = (errors.len() as f64 * share).ceil() as usize;
    errors.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// What the tool works out.
fn between(row: &[f64; 5], left_out: usize) -> Option<f64> {
    let wages = row.map(|dollars| Usd::new(dollars).map(Wage::Published));
    let [Some(p10), Some(p25), Some(p50), Some(p75), Some(p90)] = wages else { return None };
    let mut percentiles = [p10, p25, p50, p75, p90];
    percentiles[left_out] = Wage::Missing("left out".into());
    let employment = Employment::Missing("left out".into());
    let mean = Wage::Missing("left out".into());
    let row = WageRow { vintage: 0, employment, mean, percentiles };
    pay_at(&row, Percentile::new(PUBLISHED_PERCENTILES[left_out])?).usd().map(Usd::dollars)
}

/// Straight lines on wages between the neighbours.
fn on_a_line(row: &[f64; 5], left_out: usize) -> Option<f64> {
    let (below, above) = (left_out.checked_sub(1)?, left_out + 1);
    let at = |index: usize| PUBLISHED_PERCENTILES[index];
    let way = (at(left_out) - at(below)) / (at(above) - at(below));
    Some(row[below] + way * (row[above] - row[below]))
}
