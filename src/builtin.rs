//! Our own dataset: `build.rs` reads `data/`, asks the rules and stores the catalog, which is decoded here. Knows no file.

use crate::catalog::Catalog;

impl Catalog {
    /// The dataset that is compiled in.
    pub fn builtin() -> Catalog {
        Catalog::decode(
            include_bytes!(concat!(env!("OUT_DIR"), "/catalog")),
            include_bytes!(concat!(env!("OUT_DIR"), "/parts")),
            include_str!(concat!(env!("OUT_DIR"), "/texts")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Collection, Mention, Mentioned, Noun, Role, SkillKind, fold, is_named};

    /// Each name of an entry leads to those that have it, and to no others.
    fn names_lead_to_their_entries<T: Noun>(entries: &Collection<T>) {
        for name in entries.iter().flat_map(Noun::names) {
            let wanted = fold(name);
            let found = entries.named(&wanted).into_iter().map(Noun::id);
            let all = entries.iter();
            let known = all.filter(|of| of.names().any(|name| is_named(name, &wanted)));
            assert!(found.eq(known.map(Noun::id)), "{name}");
        }
    }

    #[test]
    fn an_entry_is_found_by_each_of_its_names() {
        let catalog = Catalog::builtin();
        macro_rules! all {
            ($($noun:ident)*) => { $(names_lead_to_their_entries(catalog.$noun());)* };
        }
        all!(
            levels tracks phases roles skills certifications ladders topics conflicts occupations sources industries areas
        );
        catalog.ladders().iter().for_each(|ladder| names_lead_to_their_entries(&ladder.rungs));
        for title in catalog.roles().iter().flat_map(|role| role.listed_as.iter()).step_by(7) {
            let wanted = fold(title);
            let is = |role: &&Role| role.listed_as.iter().any(|title| is_named(title, &wanted));
            let known = catalog.roles().iter().filter(is).map(|role| role.id);
            assert!(
                catalog.listed_as(&wanted).into_iter().map(|role| role.id).eq(known),
                "{title}"
            );
        }
    }

    #[test]
    fn what_is_kept_is_what_fits_stored_or_decoded() {
        let (stored, known) = (Catalog::builtin(), Catalog::builtin());
        let ids = |tools: &mut dyn Iterator<Item = &crate::catalog::Skill>| {
            tools.map(|tool| tool.id.as_str()).collect::<Vec<_>>()
        };
        let all = ids(&mut known.skills().iter().filter(|skill| skill.kind == SkillKind::Tool));
        assert!(all.len() > 32, "more than one shelf");
        for catalog in [&stored, &known] {
            let kept = catalog.skills().keeping(|skill| skill.kind == SkillKind::Tool);
            assert_eq!(ids(&mut { kept }), all);
        }
    }

    /// Whether these are all skills and certificates with a mention that belongs somewhere.
    fn is_all_that_belongs(
        catalog: &Catalog,
        told: &Mentioned,
        here: impl Fn(&Mention) -> bool,
    ) -> bool {
        let skills = catalog.skills().iter().filter(|of| of.mentions.iter().any(&here));
        let certifications = catalog.certifications().iter();
        let certifications = certifications.filter(|of| of.mentions.iter().any(&here));
        told.skills.iter().eq(skills.map(|of| &of.id))
            && told.certifications.iter().eq(certifications.map(|of| &of.id))
    }

    #[test]
    fn a_level_and_a_phase_know_what_is_said_to_belong_to_them() {
        let catalog = Catalog::builtin();
        for level in catalog.levels() {
            let title = &level.title;
            assert!(is_all_that_belongs(&catalog, &level.mentioned, |m| m.is_at(level)), "{title}");
            let roles = catalog.roles().iter().filter(|role| role.level == Some(level.id));
            assert!(level.roles.iter().eq(roles.map(|role| &role.id)), "{title}");
        }
        for phase in catalog.phases() {
            let title = &phase.title;
            assert!(is_all_that_belongs(&catalog, &phase.mentioned, |m| m.is_in(phase)), "{title}");
        }
    }
}
