//! Which keys a file may hold and has to, read off its schema. Knows no values.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::schema;

/// What may stand under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One value.
    Value,
    /// Several values, or rows of them.
    List,
    /// A table with keys of one's own.
    Map,
    /// A table.
    Table(Keys),
    /// Several tables.
    Tables(Keys),
}

/// The keys of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys {
    /// Each that it takes, with what may stand under it.
    pub known: BTreeMap<String, Shape>,
    /// Those that it can't do without.
    pub required: Vec<String>,
}

/// The keys at the top of each kind of file.
struct Tops {
    dataset: Keys,
    wages: Keys,
    entries: Keys,
}

static TOPS: LazyLock<Tops> = LazyLock::new(|| Tops {
    dataset: top("dataset"),
    wages: top("wages"),
    entries: top("entries"),
});

/// What a file is as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `dataset.toml`.
    Dataset,
    /// The wages of an occupation.
    Wages,
    /// Entries of nouns.
    Entries,
}

/// The keys that may stand at the top of a file.
pub fn keys_of(kind: Kind) -> &'static Keys {
    match kind {
        Kind::Dataset => &TOPS.dataset,
        Kind::Wages => &TOPS.wages,
        Kind::Entries => &TOPS.entries,
    }
}

fn top(name: &str) -> Keys {
    let text = schema::named(name).map_or("", |schema| schema.text);
    let root: Value = serde_json::from_str(text).unwrap_or_default();
    keys(&root, &root)
}

fn keys(table: &Value, root: &Value) -> Keys {
    let properties = table["properties"].as_object().into_iter().flatten();
    let required = table["required"].as_array().into_iter().flatten();
    Keys {
        known: properties.map(|(key, inner)| (key.clone(), shape(inner, root))).collect(),
        required: required.filter_map(|key| Some(key.as_str()?.to_owned())).collect(),
    }
}

fn shape(schema: &Value, root: &Value) -> Shape {
    let schema = resolved(schema, root);
    match schema["type"].as_str() {
        Some("object") if schema.get("properties").is_some() => Shape::Table(keys(schema, root)),
        Some("object") => Shape::Map,
        Some("array") => match shape(&schema["items"], root) {
            Shape::Table(keys) => Shape::Tables(keys),
            _ => Shape::List,
        },
        _ => Shape::Value,
    }
}

/// What a schema points at, where it says no more.
fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    let pointed = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
    let found = pointed.and_then(|path| root.pointer(path.trim_start_matches('#')));
    found.unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_those_of_the_files() {
        let Some(Shape::Tables(level)) = keys_of(Kind::Entries).known.get("levels") else {
            panic!("levels are tables");
        };
        let within = |shape: &Shape, key: &str| match shape {
            Shape::Table(keys) | Shape::Tables(keys) => keys.known.contains_key(key),
            Shape::Value | Shape::List | Shape::Map => false,
        };
        assert_eq!(level.known["id"], Shape::Value);
        assert_eq!(level.known["aliases"], Shape::List);
        assert!(within(&level.known["years"], "from"));
        assert!(within(&level.known["duties"], "inferred"));
        assert_eq!(level.required, ["id", "title", "years", "percentiles", "change"]);
        assert_eq!(keys_of(Kind::Wages).known["missing"], Shape::Map);
        assert_eq!(keys_of(Kind::Entries).known["areas"], Shape::List);
        assert!(keys_of(Kind::Dataset).known.contains_key("career"));
    }
}
