//! Every noun of a dataset, listed once: where its entries stand, and what tells two of them apart. Knows no meaning.

/// What a dataset has entries of.
#[derive(Debug, PartialEq, Eq)]
pub struct Noun {
    /// What several are called, in names of tables.
    pub name: &'static str,
    /// What one is called, in names of columns.
    pub word: &'static str,
    /// The fields that tell two entries apart.
    pub keys: &'static [&'static str],
    /// The keys that entries share whose place a later layer's take together: all, but where rows are of one thing.
    pub(super) layered: &'static [&'static str],
    /// Where its entries stand.
    pub(super) home: Home,
}

/// Where the entries of a noun stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// The file `dataset.toml` is one.
    About,
    /// Tables under this key.
    Tables(&'static str),
    /// Rows under this key, with what their cells are; `…` ends the name of one that takes the rest.
    Rows(&'static str, &'static [&'static str]),
    /// The same inside a table, which has the sources.
    Block(&'static str, &'static str, &'static [&'static str]),
    /// Rows of the files that are named after an occupation, in this folder of `wages/`.
    Wages(&'static str),
}

const fn tables(name: &'static str, word: &'static str, keys: &'static [&'static str]) -> Noun {
    Noun { name, word, keys, layered: keys, home: Home::Tables(name) }
}

const fn wages(name: &'static str, folder: &'static str, keys: &'static [&'static str]) -> Noun {
    Noun { name, word: "wage", keys, layered: keys, home: Home::Wages(folder) }
}

/// Every noun, in the order in which people read them.
pub static NOUNS: &[Noun] = &[
    Noun { name: "dataset", word: "dataset", keys: &[], layered: &[], home: Home::About },
    tables("sources", "source", &["id"]),
    tables("tracks", "track", &["id"]),
    tables("levels", "level", &["id"]),
    tables("phases", "phase", &["id"]),
    tables("roles", "role", &["id"]),
    tables("moves", "move", &["id"]),
    Noun {
        name: "related",
        word: "related",
        keys: &["from", "to"],
        layered: &["from"],
        home: Home::Block("related", "rows", &["from", "to", "rank", "tier"]),
    },
    tables("ladders", "ladder", &["id"]),
    tables("skills", "skill", &["id"]),
    tables("certifications", "certification", &["id"]),
    tables("alternatives", "alternatives", &["id"]),
    tables("evidence", "evidence", &["id"]),
    tables("topics", "topic", &["id"]),
    tables("facts", "fact", &["id"]),
    tables("conflicts", "conflict", &["id"]),
    tables("terms", "term", &["id"]),
    tables("tasks", "task", &["id"]),
    Noun {
        name: "technology",
        word: "technology",
        keys: &["skill", "name", "role"],
        layered: &["skill", "role"],
        home: Home::Block("technology", "rows", &["skill", "name", "role", "class", "flags…"]),
    },
    Noun {
        name: "technology_classes",
        word: "class",
        keys: &["class", "skill"],
        layered: &["class", "skill"],
        home: Home::Block("technology", "classes", &["class", "skill"]),
    },
    Noun {
        name: "survey",
        word: "answer",
        keys: &["role", "question", "answer"],
        layered: &["role", "question"],
        home: Home::Block(
            "survey",
            "rows",
            &["role", "question", "answer", "percent", "asked", "date", "by"],
        ),
    },
    tables("vintages", "vintage", &["title"]),
    tables("occupations", "occupation", &["id"]),
    tables("quotes", "quote", &["id"]),
    Noun {
        name: "areas",
        word: "area",
        keys: &["code"],
        layered: &["code"],
        home: Home::Rows("areas", &["code", "kind", "title", "states…"]),
    },
    Noun {
        name: "industries",
        word: "industry",
        keys: &["code"],
        layered: &["code"],
        home: Home::Rows("industries", &["code", "title"]),
    },
    tables("place_names", "place_name", &["area", "names", "also"]),
    tables("industry_names", "industry_name", &["industry", "names"]),
    tables("projections", "projection", &["occupation"]),
    wages("wages", "", &["occupation", "vintage"]),
    wages("wages_by_industry", "industries", &["occupation", "vintage", "industry"]),
    wages("wages_by_place", "places", &["occupation", "vintage", "area"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::shape::{Kind, keys_of};

    #[test]
    fn every_array_of_a_file_is_the_home_of_a_noun_and_every_home_is_there() {
        let homes = NOUNS.iter().filter_map(|noun| match noun.home {
            Home::Tables(name) | Home::Rows(name, _) | Home::Block(name, _, _) => Some(name),
            Home::About | Home::Wages(_) => None,
        });
        let homes: std::collections::BTreeSet<&str> = homes.collect();
        let keys = keys_of(Kind::Entries).known.keys().map(String::as_str).collect();
        assert_eq!(homes, keys);
    }
}
