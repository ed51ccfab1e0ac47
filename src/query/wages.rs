//! Which occupation, which vintage: cuts of the wages. Does no arithmetic.

use super::error::QueryError;
use super::lookup::lookup;
use super::percentile::{Pay, pay_at};
use crate::catalog::{Band, Catalog, Citation, Kind, Occupation, Percentile, Vintage, WageRow};

/// Which occupations an answer shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OccupationChoice {
    /// Those that we hold, the default one first.
    All,
    /// The one of this name.
    One(String),
}

/// Which vintages an answer shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VintageChoice {
    /// The newest that holds what was asked for.
    Newest,
    /// The one of this name.
    One(String),
    /// Every one.
    All,
}

/// What was published of one occupation in one vintage.
#[derive(Debug, Clone, Copy)]
pub struct Cut<'a> {
    /// Who is counted.
    pub occupation: &'a Occupation,
    /// When, and by whom.
    pub vintage: &'a Vintage,
    /// The wages.
    pub row: &'a WageRow,
}

impl Cut<'_> {
    /// What is paid at a percentile.
    pub fn pay_at(&self, percentile: Percentile) -> Pay {
        pay_at(self.row, percentile)
    }

    /// What is paid from the lower to the upper end of a band.
    pub fn pay_in(&self, band: Band) -> (Pay, Pay) {
        (self.pay_at(band.from), self.pay_at(band.to))
    }

    /// Who published it.
    pub fn citation(&self) -> Citation {
        Citation { source: self.vintage.source.clone(), references: Vec::new() }
    }
}

/// The occupations chosen, the default one first.
///
/// # Errors
/// When none has the name.
pub fn occupations<'a>(
    catalog: &'a Catalog,
    choice: &OccupationChoice,
) -> Result<Vec<&'a Occupation>, QueryError> {
    match choice {
        OccupationChoice::One(name) => Ok(vec![lookup(catalog.occupations(), name)?]),
        OccupationChoice::All => {
            let basis = &catalog.about().default_occupation;
            let others = catalog.occupations().iter().filter(|other| other.id != *basis);
            let first = catalog.occupations().get(basis);
            Ok(std::iter::once(first).chain(others.filter(|o| !o.national.is_empty())).collect())
        }
    }
}

/// Every cut of an occupation, oldest first.
pub fn cuts<'a>(catalog: &'a Catalog, occupation: &'a Occupation) -> Vec<Cut<'a>> {
    let cuts = occupation.national.iter().filter_map(|row| {
        let vintage = catalog.vintages().iter().find(|vintage| vintage.year == row.vintage)?;
        Some(Cut { occupation, vintage, row })
    });
    cuts.collect()
}

/// The newest cut of an occupation.
pub fn newest<'a>(catalog: &'a Catalog, occupation: &'a Occupation) -> Option<Cut<'a>> {
    cuts(catalog, occupation).pop()
}

/// The newest cut of the occupation that the levels are read from.
///
/// # Errors
/// When there is none.
pub fn basis(catalog: &Catalog) -> Result<Cut<'_>, QueryError> {
    let occupation = catalog.occupations().get(&catalog.about().default_occupation);
    newest(catalog, occupation).ok_or_else(|| QueryError::NotPublished {
        occupation: occupation.title.clone(),
        vintage: None,
    })
}

/// The cut of the vintage that the guides quote, where it is older than another.
pub fn quoted<'a>(catalog: &'a Catalog, than: &Cut<'a>) -> Option<Cut<'a>> {
    let year = catalog.about().quoted_vintage.filter(|year| *year < than.vintage.year)?;
    cuts(catalog, than.occupation).into_iter().find(|cut| cut.vintage.year == year)
}

/// The chosen cuts of an occupation, oldest first.
///
/// # Errors
/// When there is no such vintage, or nothing was published of the occupation in it.
pub fn chosen<'a>(
    catalog: &'a Catalog,
    occupation: &'a Occupation,
    choice: &VintageChoice,
) -> Result<Vec<Cut<'a>>, QueryError> {
    let mut all = cuts(catalog, occupation);
    match choice {
        VintageChoice::All => (),
        VintageChoice::Newest => all = all.pop().into_iter().collect(),
        VintageChoice::One(name) => {
            let wanted = vintage_named(catalog, name)?;
            all.retain(|cut| cut.vintage.year == wanted.year);
        }
    }
    if all.is_empty() {
        let vintage = match choice {
            VintageChoice::One(name) => Some(name.clone()),
            VintageChoice::Newest | VintageChoice::All => None,
        };
        return Err(QueryError::NotPublished { occupation: occupation.title.clone(), vintage });
    }
    Ok(all)
}

/// The vintage of a year, as typed (`2024` or `May 2024`).
fn vintage_named<'a>(catalog: &'a Catalog, given: &str) -> Result<&'a Vintage, QueryError> {
    let wanted = given.trim().to_lowercase();
    let found = catalog.vintages().iter().find(|vintage| {
        vintage.year.to_string() == wanted || vintage.title.to_lowercase() == wanted
    });
    found.ok_or_else(|| QueryError::Unknown {
        kind: Kind::Vintage,
        given: given.to_owned(),
        near: catalog.vintages().iter().rev().map(|vintage| vintage.year.to_string()).collect(),
    })
}
