//! Which roles and titles are of this career: those on the ladder, and those that a promotion joins to it. Knows no years.

use std::collections::BTreeSet;

use super::role::same_role;
use crate::catalog::{Catalog, MoveKind, Role, RoleId, fold};

/// The roles of this career: a source puts them on a level, or names a promotion between them and one that stands there.
#[derive(Debug)]
pub struct Career<'a> {
    catalog: &'a Catalog,
    /// Those that a promotion joins.
    joined: BTreeSet<RoleId>,
}

impl<'a> Career<'a> {
    /// That of a catalog.
    pub fn of(catalog: &'a Catalog) -> Self {
        let promotions = catalog.moves().keeping(|step| step.kind == MoveKind::Promotion);
        let joining = promotions
            .map(|step| [step.from, step.to])
            .filter(|ends| ends.iter().any(|end| is_on_a_level(catalog, catalog.roles().get(end))));
        Career { catalog, joined: joining.flatten().collect() }
    }

    /// Whether a role is of it.
    pub fn holds(&self, role: &Role) -> bool {
        is_on_a_level(self.catalog, role) || self.joined.contains(&role.id)
    }
}

fn is_on_a_level(catalog: &Catalog, role: &Role) -> bool {
    same_role(catalog, role).level.is_some() || role.level.is_some()
}

/// The names of the roles of this career that stand for them within a longer title too: `Project Manager` does in
/// `Construction Project Manager`, the single word `Coordinator` nowhere.
#[derive(Debug)]
pub(super) struct CareerTitles {
    names: BTreeSet<String>,
    most_words: usize,
}

impl CareerTitles {
    pub(super) fn of(career: &Career<'_>) -> Self {
        let roles = career.catalog.roles().iter().filter(|role| career.holds(role));
        let named = roles.flat_map(|role| role.aliases.iter().chain([&role.title]));
        let words: Vec<Vec<String>> = named.map(|name| words(name)).collect();
        CareerTitles {
            most_words: words.iter().map(Vec::len).max().unwrap_or_default(),
            names: words.iter().filter(|words| words.len() > 1).map(|it| it.join(" ")).collect(),
        }
    }

    /// Whether a title holds one of the names as whole words.
    pub(super) fn is_in(&self, title: &str) -> bool {
        let words = words(title);
        (2..=self.most_words)
            .any(|length| words.windows(length).any(|some| self.names.contains(&some.join(" "))))
    }
}

fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
