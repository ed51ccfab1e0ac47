//! What is projected, and in which industries an occupation works. Does no arithmetic.

use super::error::QueryError;
use super::wages::{Cut, OccupationChoice, Setting, cuts, occupations};
use crate::catalog::{Catalog, Occupation, Projection};

/// What is projected for the chosen occupations, and last for all occupations together.
///
/// # Errors
/// When there is no such occupation, or nothing is projected for it.
pub fn projected<'a>(
    catalog: &'a Catalog,
    choice: &OccupationChoice,
) -> Result<Vec<(&'a Occupation, &'a Projection)>, QueryError> {
    if catalog.projections().is_empty() {
        return Err(QueryError::NothingProjected);
    }
    let mut chosen = occupations(catalog, choice)?;
    if let Some(total) = &catalog.about().total_occupation {
        let alone = matches!(choice, OccupationChoice::One(_));
        chosen.retain(|occupation| occupation.id != *total || alone);
        if chosen.iter().all(|occupation| occupation.id != *total) {
            chosen.push(catalog.occupations().get(total));
        }
    }
    let found = chosen.iter().filter_map(|of| Some((*of, projection(catalog, of)?)));
    let projected: Vec<_> = found.collect();
    match (chosen.first(), projected.first()) {
        (Some(first), found) if found.is_none_or(|(of, _)| of.id != first.id) => {
            Err(QueryError::NotProjected { occupation: first.title.to_string() })
        }
        _ => Ok(projected),
    }
}

/// What is projected for an occupation, where something is.
pub fn projection<'a>(catalog: &'a Catalog, of: &Occupation) -> Option<&'a Projection> {
    catalog.projections().iter().find(|projection| projection.occupation == of.id)
}

/// The newest wages of an occupation by industry, the one with most jobs first.
pub fn by_industry<'a>(catalog: &'a Catalog, occupation: &'a Occupation) -> Vec<Cut<'a>> {
    let industries = catalog.industries().iter();
    let newest = |industry| cuts(catalog, occupation, Setting::Industry(industry)).pop();
    let mut all: Vec<Cut<'a>> = industries.filter_map(newest).collect();
    all.sort_by_key(|cut| std::cmp::Reverse(cut.row.employment.jobs()));
    all
}
