//! Our own dataset: `build.rs` reads `data/`, asks the rules and stores the catalog, which is decoded here. Knows no file.

use crate::catalog::Catalog;

impl Catalog {
    /// The dataset that is compiled in.
    pub fn builtin() -> Catalog {
        Catalog::decode(
            include_bytes!(concat!(env!("OUT_DIR"), "/catalog")),
            include_str!(concat!(env!("OUT_DIR"), "/texts")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Noun;

    #[test]
    fn an_entry_is_found_by_the_id_that_it_is_stored_with() {
        let (stored, known) = (Catalog::builtin(), Catalog::builtin());
        macro_rules! every_id_leads_to_its_entry {
            ($($noun:ident)*) => {$(
                for entry in known.$noun() {
                    let found = stored.$noun().with_id(|id| id == entry.id().as_str());
                    assert_eq!(found.map(|found| found.title()), Some(entry.title()));
                }
            )*};
        }
        every_id_leads_to_its_entry!(
            levels tracks phases roles skills certifications ladders topics conflicts occupations sources areas industries
        );
    }
}
