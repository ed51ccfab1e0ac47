//! Roles by name, the titles that O*NET lists among them, and what they are paid as. Knows no route.

use super::error::QueryError;
use super::lookup::{beginning, exactly, only, strip_kind};
use super::percentile::Pay;
use super::wages::{Cut, basis, newest};
use crate::catalog::{
    Band, Catalog, Kind, Level, Occupation, Percentile, Role, Text, begins_with_words, fold,
    is_named,
};

/// A role, and the title that led to it where that is none of its own names.
#[derive(Debug, Clone, Copy)]
pub struct FoundRole<'a> {
    /// The role.
    pub role: &'a Role,
    /// The title as it is listed.
    pub listed_as: Option<&'a str>,
}

impl<'a> From<&'a Role> for FoundRole<'a> {
    fn from(role: &'a Role) -> Self {
        FoundRole { role, listed_as: None }
    }
}

/// Finds the role that a name stands for: by its own names, then by the titles that are listed as it, then by beginnings.
///
/// # Errors
/// `Unknown` with the nearest ids, or `Ambiguous` with all that it may stand for.
pub fn role<'a>(catalog: &'a Catalog, given: &str) -> Result<FoundRole<'a>, QueryError> {
    let name = strip_kind(given, Kind::Role.word());
    if let Some(role) = exactly(catalog.roles(), name) {
        return Ok(role.into());
    }
    let wanted = fold(name);
    let mut found = listed(catalog, &wanted);
    if found.is_empty() {
        found = beginning(catalog.roles(), name).into_iter().map(FoundRole::from).collect();
    }
    if found.is_empty() && !wanted.is_empty() {
        let title = |role: &Role| listed_title(role, |title| begins_with_words(title, &wanted));
        let roles = catalog.roles().keeping(|role| title(role).is_some());
        found = roles.map(|role| FoundRole { role, listed_as: title(role) }).collect();
    }
    let chosen = only(catalog.roles(), given, found.iter().map(|found| found.role).collect())?;
    Ok(found.into_iter().find(|found| found.role.id == chosen.id).unwrap_or(chosen.into()))
}

/// The role whose id, title or alias a text is.
pub fn role_named<'a>(catalog: &'a Catalog, name: &str) -> Option<&'a Role> {
    exactly(catalog.roles(), name)
}

/// The roles as which a title is listed, each with the title.
pub(super) fn listed<'a>(catalog: &'a Catalog, wanted: &str) -> Vec<FoundRole<'a>> {
    let title = |role| listed_title(role, |title| is_named(title, wanted));
    let roles = catalog.listed_as(wanted).into_iter();
    roles.map(|role| FoundRole { role, listed_as: title(role) }).collect()
}

/// The first of the titles listed as a role that fits.
fn listed_title(role: &Role, fits: impl Fn(&str) -> bool) -> Option<&'static str> {
    role.listed_as.iter().find(|title| fits(title)).map(Text::as_str)
}

/// The occupations of O*NET that a role is, or under which its title is listed.
pub fn filed_under<'a>(catalog: &'a Catalog, role: &Role) -> Vec<&'a Role> {
    if role.onet.is_some() {
        return vec![catalog.roles().get(&role.id)];
    }
    listing(catalog, &role.title)
}

/// The occupations of O*NET under which the career's title is listed.
pub fn own_occupations(catalog: &Catalog) -> Vec<&Role> {
    listing(catalog, &catalog.about().career)
}

/// The roles as which a title is listed.
fn listing<'a>(catalog: &'a Catalog, title: &str) -> Vec<&'a Role> {
    catalog.listed_as(&fold(title))
}

/// The roles whose wages are published as those of an occupation.
pub fn roles_of<'a>(catalog: &'a Catalog, of: &Occupation) -> Vec<&'a Role> {
    catalog.roles().keeping(|role| role.occupation.as_ref() == Some(&of.id)).collect()
}

/// The role that this one is another title of, or itself.
pub fn same_role<'a>(catalog: &'a Catalog, role: &Role) -> &'a Role {
    catalog.roles().get(role.same_as.as_ref().unwrap_or(&role.id))
}

/// As what a role is paid.
#[derive(Debug, Clone, Copy)]
pub enum PaidAs<'a> {
    /// By the band of its level.
    Level(&'a Level),
    /// As the occupation that it is filed under: from the 25th to the 75th percentile.
    Occupation(&'a Occupation),
}

/// What a role is paid in the nation, from a lower to an upper end.
#[derive(Debug)]
pub struct RolePay<'a> {
    /// As what.
    pub paid_as: PaidAs<'a>,
    /// The wages that it is read from.
    pub cut: Cut<'a>,
    /// The lower end.
    pub low: Pay,
    /// The upper end.
    pub high: Pay,
}

/// What a role is paid: by its level, else as each occupation that it is filed under; nothing where no source puts it
/// anywhere.
///
/// # Errors
/// When there are no wages to read a level's pay from.
pub fn role_pay<'a>(catalog: &'a Catalog, role: &'a Role) -> Result<Vec<RolePay<'a>>, QueryError> {
    if let Some(level) = &role.level {
        let level = catalog.levels().get(level);
        let cut = basis(catalog)?;
        let (low, high) = cut.pay_in(level.band);
        return Ok(vec![RolePay { paid_as: PaidAs::Level(level), cut, low, high }]);
    }
    let paid = occupations_of(catalog, role).into_iter().filter_map(|occupation| {
        let cut = newest(catalog, occupation)?;
        let (low, high) = cut.pay_in(MIDDLE_HALF);
        Some(RolePay { paid_as: PaidAs::Occupation(occupation), cut, low, high })
    });
    Ok(paid.collect())
}

/// The middle half of those who are paid.
const MIDDLE_HALF: Band = Band { from: Percentile::LOWER_QUARTILE, to: Percentile::UPPER_QUARTILE };

/// The occupations that wages are published for under which a role is filed, each once.
pub fn occupations_of<'a>(catalog: &'a Catalog, role: &'a Role) -> Vec<&'a Occupation> {
    let filed = filed_under(catalog, role).into_iter();
    let mut ids: Vec<_> = filed.chain([role]).filter_map(|role| role.occupation).collect();
    ids.sort();
    ids.dedup();
    ids.iter().map(|id| catalog.occupations().get(id)).collect()
}
