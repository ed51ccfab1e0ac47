//! Our own dataset: `build.rs` reads `data/`, asks the rules and stores the catalog, which is decoded here. Knows no file.

use crate::catalog::Catalog;

impl Catalog {
    /// The dataset that is compiled in.
    pub fn builtin() -> Catalog {
        Catalog::decode(include_bytes!(concat!(env!("OUT_DIR"), "/catalog")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Collection, Noun};

    fn every_id_leads_to_its_entry<T: Noun>(stored: &Collection<T>, known: &Collection<T>) {
        for entry in known {
            let found = stored.with_id(|id| id == entry.id().as_str());
            assert_eq!(found.map(|found| found.title()), Some(entry.title()));
        }
    }

    #[test]
    fn an_entry_is_found_by_the_id_that_it_is_stored_with() {
        let (stored, known) = (Catalog::builtin(), Catalog::builtin());
        every_id_leads_to_its_entry(stored.levels(), known.levels());
        every_id_leads_to_its_entry(stored.tracks(), known.tracks());
        every_id_leads_to_its_entry(stored.phases(), known.phases());
        every_id_leads_to_its_entry(stored.roles(), known.roles());
        every_id_leads_to_its_entry(stored.skills(), known.skills());
        every_id_leads_to_its_entry(stored.certifications(), known.certifications());
        every_id_leads_to_its_entry(stored.ladders(), known.ladders());
        every_id_leads_to_its_entry(stored.topics(), known.topics());
        every_id_leads_to_its_entry(stored.conflicts(), known.conflicts());
        every_id_leads_to_its_entry(stored.occupations(), known.occupations());
        every_id_leads_to_its_entry(stored.sources(), known.sources());
        every_id_leads_to_its_entry(stored.areas(), known.areas());
        every_id_leads_to_its_entry(stored.industries(), known.industries());
    }
}
