//! What is projected, and in which industries an occupation works. Does no arithmetic.

use super::error::QueryError;
use super::wages::{Cut, OccupationChoice, Setting, occupations, vintage_of};
use crate::catalog::{Catalog, Occupation, Projection};

/// What is projected for the chosen occupations, and last for all occupations together.
///
/// # Errors
/// When there is no such occupation, or nothing is projected for it.
pub fn projected<'a>(
    catalog: &'a Catalog,
    choice: &OccupationChoice,
) -> Result<Vec<(&'a Occupation, &'a Projection)>, QueryError> {
    let projections = catalog.projections()?;
    let mut chosen = occupations(catalog, choice)?;
    if let Some(total) = &catalog.about().total_occupation {
        chosen.retain(|occupation| occupation.id != *total || chosen_alone(choice));
        if chosen.iter().all(|occupation| occupation.id != *total) {
            chosen.push(catalog.occupations().get(total));
        }
    }
    let projection = |of: &Occupation| projections.iter().find(|p| p.occupation == of.id);
    match chosen.first() {
        Some(first) if projection(first).is_none() => {
            Err(QueryError::NotProjected { occupation: first.title.clone() })
        }
        _ => Ok(chosen.into_iter().filter_map(|of| Some((of, projection(of)?))).collect()),
    }
}

fn chosen_alone(choice: &OccupationChoice) -> bool {
    matches!(choice, OccupationChoice::One(_))
}

/// The newest wages of an occupation by industry, the one with most jobs first.
///
/// # Errors
/// When the wages cannot be read.
pub fn by_industry<'a>(
    catalog: &'a Catalog,
    occupation: &'a Occupation,
) -> Result<Vec<Cut<'a>>, QueryError> {
    let industries = catalog.industries()?;
    let rows = catalog.by_industry(&occupation.id)?;
    let newest = rows.iter().map(|row| row.wages.vintage).max();
    let mut cuts: Vec<Cut<'a>> = rows
        .iter()
        .filter(|row| Some(row.wages.vintage) == newest)
        .filter_map(|row| {
            Some(Cut {
                occupation,
                setting: Setting::Industry(industries.get(&row.at)),
                vintage: vintage_of(catalog, row.wages.vintage)?,
                row: &row.wages,
            })
        })
        .collect();
    cuts.sort_by_key(|cut| std::cmp::Reverse(cut.row.employment.jobs()));
    Ok(cuts)
}
