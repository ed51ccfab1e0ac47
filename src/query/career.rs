//! Which roles and titles are of this career: those on the ladder, and those that a promotion joins to it. Knows no years.

use std::collections::BTreeSet;

use super::role::same_role;
use crate::catalog::{Catalog, MoveKind, Role, RoleId, fold};

/// Whether a role is of this career: a source puts it on a level, or names a promotion between it and one that stands
/// there.
pub fn is_of_the_career(catalog: &Catalog, role: &Role) -> bool {
    let mut joining = promotions(catalog).filter(|ends| ends.contains(&role.id));
    is_on_a_level(catalog, role) || joining.any(|ends| joins(catalog, ends))
}

fn is_on_a_level(catalog: &Catalog, role: &Role) -> bool {
    same_role(catalog, role).level.is_some() || role.level.is_some()
}

/// The two ends of each promotion.
fn promotions(catalog: &Catalog) -> impl Iterator<Item = [RoleId; 2]> {
    let promotions = catalog.moves().keeping(|step| step.kind == MoveKind::Promotion);
    promotions.map(|step| [step.from, step.to])
}

/// Whether one end of a promotion is on a level, so that the other is of the career too.
fn joins(catalog: &Catalog, ends: [RoleId; 2]) -> bool {
    ends.iter().any(|end| is_on_a_level(catalog, catalog.roles().get(end)))
}

/// The names of the roles of this career that stand for them within a longer title too: `Project Manager` does in
/// `Construction Project Manager`, the single word `Coordinator` nowhere.
#[derive(Debug)]
pub(super) struct CareerTitles {
    names: BTreeSet<String>,
    most_words: usize,
}

impl CareerTitles {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let joining = promotions(catalog).filter(|ends| joins(catalog, *ends));
        let joined: BTreeSet<RoleId> = joining.flatten().collect();
        let is_of_it = |role: &&Role| is_on_a_level(catalog, role) || joined.contains(&role.id);
        let roles = catalog.roles().iter().filter(is_of_it);
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
