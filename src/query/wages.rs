//! Which occupation, where, which vintage: cuts of the wages. Does no arithmetic.

use super::error::QueryError;
use super::lookup::lookup;
use super::percentile::{Pay, pay_at};
use super::place::{FoundPlace, place};
use crate::catalog::{
    Area, Band, Catalog, Citation, Industry, Kind, Occupation, Percentile, Vintage, WageRow,
};

/// Which occupations an answer shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OccupationChoice {
    /// The default one and those that stand beside it.
    Usual,
    /// Every one, the usual ones first.
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

/// Where an answer looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingChoice {
    /// In the whole nation.
    Nation,
    /// In the places of these names.
    Places(Vec<String>),
    /// In the industry of this name.
    Industry(String),
}

impl SettingChoice {
    /// The choice of these places or this industry.
    ///
    /// # Errors
    /// When both are asked for at once: nobody publishes that.
    pub fn of(places: &[String], industry: Option<&str>) -> Result<Self, QueryError> {
        match (places, industry) {
            ([], None) => Ok(SettingChoice::Nation),
            ([], Some(name)) => Ok(SettingChoice::Industry(name.to_owned())),
            (places, None) => Ok(SettingChoice::Places(places.to_vec())),
            ([_, ..], Some(_)) => Err(QueryError::IndustryInPlace),
        }
    }
}

/// Where wages were published for.
#[derive(Debug, Clone, Copy)]
pub enum Setting<'a> {
    /// The whole nation.
    Nation,
    /// A place, with how its name was understood.
    Place(FoundPlace<'a>),
    /// An industry, in the whole nation.
    Industry(&'a Industry),
}

impl<'a> Setting<'a> {
    /// The place, where it is one.
    pub fn area(self) -> Option<&'a Area> {
        match self {
            Setting::Place(found) => Some(found.area),
            Setting::Nation | Setting::Industry(_) => None,
        }
    }

    /// The industry, where it is one.
    pub fn industry(self) -> Option<&'a Industry> {
        match self {
            Setting::Industry(industry) => Some(industry),
            Setting::Nation | Setting::Place(_) => None,
        }
    }

    /// What it is called; nothing for the nation.
    fn title(self) -> Option<&'a str> {
        self.area().map(|area| &*area.title).or(self.industry().map(|industry| &*industry.title))
    }
}

/// What was published of one occupation in one setting and one vintage.
#[derive(Debug, Clone, Copy)]
pub struct Cut<'a> {
    /// Who is counted.
    pub occupation: &'a Occupation,
    /// Where.
    pub setting: Setting<'a>,
    /// When, and by whom.
    pub vintage: &'a Vintage,
    /// The wages.
    pub row: &'a WageRow,
}

/// Whether anything is held of the first of some occupations in a setting and vintage.
pub fn holds(
    catalog: &Catalog,
    occupation: &OccupationChoice,
    setting: &SettingChoice,
    vintage: &VintageChoice,
) -> bool {
    let first = |occupations: Vec<&Occupation>| occupations.first().map(|found| found.id);
    let found = occupations(catalog, occupation).ok().and_then(first);
    let settings = settings(catalog, setting).unwrap_or_default();
    found.zip(settings.first()).is_some_and(|(occupation, setting)| {
        let occupation = catalog.occupations().get(&occupation);
        chosen(catalog, occupation, *setting, vintage).is_ok_and(|cuts| !cuts.is_empty())
    })
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
        Citation { source: self.vintage.source, references: Vec::new() }
    }
}

/// The occupations that are shown where none is chosen, the default one first.
pub fn usual(catalog: &Catalog) -> Vec<&Occupation> {
    let about = catalog.about();
    let ids = std::iter::once(&about.default_occupation).chain(&about.beside_occupations);
    ids.map(|id| catalog.occupations().get(id)).collect()
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
        OccupationChoice::Usual => Ok(usual(catalog)),
        OccupationChoice::All => {
            let mut chosen = usual(catalog);
            for other in catalog.occupations() {
                if chosen.iter().all(|known| known.id != other.id) {
                    chosen.push(other);
                }
            }
            Ok(chosen)
        }
    }
}

/// The settings chosen, each once.
///
/// # Errors
/// When no place or industry has the name, or several fit it.
pub fn settings<'a>(
    catalog: &'a Catalog,
    choice: &SettingChoice,
) -> Result<Vec<Setting<'a>>, QueryError> {
    let names = match choice {
        SettingChoice::Nation => return Ok(vec![Setting::Nation]),
        SettingChoice::Industry(name) => {
            let industries = catalog.industries();
            if industries.iter().next().is_none() {
                return Err(QueryError::NoneOf(Kind::Industry));
            }
            return Ok(vec![Setting::Industry(lookup(industries, name)?)]);
        }
        SettingChoice::Places(names) => names,
    };
    let mut found: Vec<FoundPlace<'a>> = Vec::new();
    for name in names {
        let place = place(catalog, name)?;
        if found.iter().all(|known| known.area.id != place.area.id) {
            found.push(place);
        }
    }
    Ok(found.into_iter().map(Setting::Place).collect())
}

/// Every cut of an occupation in a setting, oldest first.
pub fn cuts<'a>(
    catalog: &'a Catalog,
    occupation: &'a Occupation,
    setting: Setting<'a>,
) -> Vec<Cut<'a>> {
    let id = &occupation.id;
    let rows: &[WageRow] = match setting {
        Setting::Nation => catalog.national(id),
        Setting::Place(FoundPlace { area, .. }) => catalog.by_place(id).at(&area.id),
        Setting::Industry(industry) => catalog.by_industry(id).at(&industry.id),
    };
    let mut cuts: Vec<Cut<'a>> = rows
        .iter()
        .filter_map(|row| {
            let vintage = vintage_of(catalog, row.vintage)?;
            Some(Cut { occupation, setting, vintage, row })
        })
        .collect();
    cuts.sort_by_key(|cut| cut.vintage.year);
    cuts
}

fn vintage_of(catalog: &Catalog, year: u32) -> Option<&Vintage> {
    catalog.vintages().iter().find(|vintage| vintage.year == year)
}

/// The newest vintage in which an occupation's wages were published for settings of this kind.
fn newest_vintage<'a>(
    catalog: &'a Catalog,
    occupation: &Occupation,
    setting: Setting<'_>,
) -> Option<&'a Vintage> {
    let id = &occupation.id;
    let year = match setting {
        Setting::Nation => catalog.national(id).iter().map(|row| row.vintage).max(),
        Setting::Place(_) => catalog.by_place(id).newest(),
        Setting::Industry(_) => catalog.by_industry(id).newest(),
    };
    vintage_of(catalog, year?)
}

/// The newest cut of an occupation for the nation.
pub fn newest<'a>(catalog: &'a Catalog, occupation: &'a Occupation) -> Option<Cut<'a>> {
    cuts(catalog, occupation, Setting::Nation).pop()
}

/// The newest cut of the occupation that the levels are read from.
///
/// # Errors
/// When there is none.
pub fn basis(catalog: &Catalog) -> Result<Cut<'_>, QueryError> {
    let occupation = catalog.occupations().get(&catalog.about().default_occupation);
    newest(catalog, occupation).ok_or_else(|| QueryError::NotHeld {
        occupation: occupation.title.to_string(),
        setting: None,
        vintage: None,
        held: Vec::new(),
    })
}

/// The nation's cut that stands beside another: of the same vintage, or beside the newest the one that the guides quote.
pub fn beside<'a>(catalog: &'a Catalog, cut: &Cut<'a>) -> Option<Cut<'a>> {
    let year = match cut.setting {
        Setting::Nation => {
            catalog.about().quoted_vintage.filter(|quoted| *quoted < cut.vintage.year)
        }
        Setting::Place(_) | Setting::Industry(_) => Some(cut.vintage.year),
    };
    let national = cuts(catalog, cut.occupation, Setting::Nation);
    national.into_iter().find(|other| Some(other.vintage.year) == year)
}

/// The chosen cuts of an occupation in a setting, oldest first; where others of its kind have a figure and it has none, a
/// cut that says so.
///
/// # Errors
/// When there is no such vintage, or nothing of its kind is held of the occupation in it.
pub fn chosen<'a>(
    catalog: &'a Catalog,
    occupation: &'a Occupation,
    setting: Setting<'a>,
    choice: &VintageChoice,
) -> Result<Vec<Cut<'a>>, QueryError> {
    let mut all = cuts(catalog, occupation, setting);
    if all.is_empty()
        && let Some(vintage) = newest_vintage(catalog, occupation, setting)
    {
        all.push(Cut { occupation, setting, vintage, row: catalog.unpublished() });
    }
    match choice {
        VintageChoice::All => (),
        VintageChoice::Newest => drop(all.drain(..all.len().saturating_sub(1))),
        VintageChoice::One(name) => {
            let wanted = vintage_named(catalog, name)?;
            all.retain(|cut| cut.vintage.year == wanted.year);
        }
    }
    if all.is_empty() {
        let vintage = match choice {
            VintageChoice::One(name) => Some(vintage_named(catalog, name)?.title.to_string()),
            VintageChoice::Newest | VintageChoice::All => None,
        };
        return Err(QueryError::NotHeld {
            occupation: occupation.title.to_string(),
            setting: setting.title().map(str::to_owned),
            vintage,
            held: cuts(catalog, occupation, setting).iter().map(|cut| cut.vintage.year).collect(),
        });
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
