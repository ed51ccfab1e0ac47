//! The JSON Schema of each dataset file, as editors take it. Written from the raw types by the test below; knows no data.

/// The JSON Schema of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// Its name: `levels`, for `levels.toml`.
    pub name: &'static str,
    /// The files that it describes.
    pub files: &'static str,
    /// The tables that such a file holds; none for what is one table itself.
    pub tables: &'static [&'static str],
    /// The schema as JSON.
    pub text: &'static str,
}

macro_rules! schemas {
    ($($name:literal, $files:literal, [$($table:literal),*]);* $(;)?) => {
        &[$(Schema {
            name: $name,
            files: $files,
            tables: &[$($table),*],
            text: include_str!(concat!("../../docs/schema/", $name, ".json")),
        }),*]
    };
}

/// The schema of every file, in the order in which people write them.
pub const SCHEMAS: &[Schema] = schemas![
    "dataset", "dataset.toml", [];
    "sources", "sources.toml", ["sources"];
    "levels", "levels.toml", ["tracks", "levels"];
    "phases", "phases.toml", ["phases"];
    "roles", "roles.toml, onet/roles.toml", ["roles", "related"];
    "moves", "moves.toml", ["moves"];
    "ladders", "ladders.toml", ["ladders"];
    "skills", "skills.toml", ["skills"];
    "certifications", "certifications.toml", ["certifications"];
    "alternatives", "alternatives.toml", ["alternatives"];
    "evidence", "evidence.toml", ["evidence"];
    "facts", "facts.toml", ["topics", "facts"];
    "conflicts", "conflicts.toml", ["conflicts"];
    "postings", "postings.toml", ["terms"];
    "tasks", "onet/tasks.toml", ["tasks"];
    "technology", "onet/technology.toml", ["skills", "technology"];
    "survey", "onet/survey.toml", ["survey"];
    "occupations", "wages/occupations.toml", ["vintages", "occupations"];
    "quotes", "wages/quotes.toml", ["quotes"];
    "areas", "wages/areas.toml", ["areas"];
    "industries", "wages/industries.toml", ["industries"];
    "names", "wages/names.toml", ["place_names", "industry_names"];
    "projections", "wages/projections.toml", ["projections"];
    "wages", "wages/CODE.toml, wages/industries/CODE.toml, wages/places/CODE.toml", [];
    "entries", "any other file", [
        "sources", "tracks", "levels", "phases", "roles", "related", "moves", "ladders", "skills",
        "certifications", "alternatives", "evidence", "topics", "facts", "conflicts", "terms",
        "tasks", "technology", "survey", "vintages", "occupations", "quotes", "areas", "industries",
        "place_names", "industry_names", "projections"
    ];
];

/// The schema of a name.
pub fn named(name: &str) -> Option<&'static Schema> {
    SCHEMAS.iter().find(|schema| schema.name == name)
}

/// The name of the schema of a file, by the file's place in its folder.
pub fn name_of(file: &str) -> &'static str {
    let stem = file.strip_suffix(".toml").unwrap_or(file);
    if super::wages_file(&format!("{stem}.toml")).is_some() {
        return "wages";
    }
    let listed = |schema: &&Schema| schema.files.split(", ").any(|known| known == file);
    SCHEMAS.iter().find(listed).map_or("entries", |schema| schema.name)
}

/// The line that tells editors which schema a file has, where the schemas stand in `folder` seen from the dataset's own.
pub fn directive(file: &str, folder: &str) -> String {
    let up = "../".repeat(file.matches('/').count());
    let here = if up.is_empty() && !folder.starts_with('.') { "./" } else { "" };
    format!("#:schema {here}{up}{folder}/{}.json", name_of(file))
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use serde_json::{Map, Value, json};
    use snapbox::Data;
    use snapbox::data::DataFormat;

    use super::*;
    use crate::dataset::Document;
    use crate::dataset::raw::{About, Wages};

    fn whole<T: schemars::JsonSchema>() -> Value {
        let generator = SchemaSettings::draft07().into_generator();
        let mut schema = generator.into_root_schema_for::<T>().to_value();
        tidy(&mut schema);
        schema
    }

    /// Leaves out what TOML does not have (null) and what only Rust knows (integer formats), and closes each table.
    fn tidy(schema: &mut Value) {
        let Value::Object(fields) = schema else { return };
        fields.remove("format");
        fields.remove("default");
        let is_null = |value: &Value| *value == json!("null") || *value == json!({"type": "null"});
        for key in ["type", "anyOf"] {
            if let Some(Value::Array(choices)) = fields.get_mut(key) {
                choices.retain(|choice| !is_null(choice));
            }
        }
        match fields.get("type").cloned() {
            Some(Value::Array(one)) if one.len() == 1 => {
                fields.insert("type".to_owned(), one[0].clone());
            }
            _ => (),
        }
        match fields.get("anyOf").cloned() {
            Some(Value::Array(one)) if one.len() == 1 => {
                fields.remove("anyOf");
                fields.insert("allOf".to_owned(), Value::Array(one));
            }
            _ => (),
        }
        if fields.contains_key("properties") {
            fields.insert("additionalProperties".to_owned(), Value::Bool(false));
        }
        for (key, inner) in fields {
            match (key.as_str(), inner) {
                ("properties" | "definitions", Value::Object(inner)) => {
                    inner.values_mut().for_each(tidy);
                }
                ("items" | "allOf" | "anyOf" | "oneOf", Value::Array(inner)) => {
                    inner.iter_mut().for_each(tidy);
                }
                (_, inner) => tidy(inner),
            }
        }
    }

    /// The definitions that something points at, and those that they point at.
    fn needed(schema: &Value, all: &Map<String, Value>, found: &mut Map<String, Value>) {
        match schema {
            Value::Object(fields) => fields.values().for_each(|value| needed(value, all, found)),
            Value::Array(items) => items.iter().for_each(|value| needed(value, all, found)),
            Value::String(text) => {
                let Some(name) = text.strip_prefix("#/definitions/") else { return };
                if !found.contains_key(name) {
                    found.insert(name.to_owned(), all[name].clone());
                    needed(&all[name], all, found);
                }
            }
            _ => (),
        }
    }

    fn generated(schema: &Schema) -> Value {
        let mut root = match schema.name {
            "dataset" => whole::<About>(),
            "wages" => whole::<Wages>(),
            _ => whole::<Document>(),
        };
        let title = format!("{} of a tpm-path dataset", schema.files);
        if !schema.tables.is_empty() {
            let tables = root["properties"].as_object().unwrap().clone();
            let kept: Map<String, Value> =
                tables.into_iter().filter(|(key, _)| schema.tables.contains(&&**key)).collect();
            assert_eq!(kept.len(), schema.tables.len(), "{}", schema.name);
            let all = root["definitions"].as_object().unwrap().clone();
            let mut found = Map::new();
            needed(&Value::Object(kept.clone()), &all, &mut found);
            root["properties"] = Value::Object(kept);
            root["definitions"] = Value::Object(found);
            root["description"] = json!("The tables of this file; each has a key of its own.");
        }
        root["title"] = json!(title);
        root
    }

    /// `SNAPSHOTS=overwrite` writes them anew.
    #[test]
    fn every_schema_is_that_of_the_types_that_read_the_file() {
        for schema in SCHEMAS {
            let text = format!("{:#}\n", generated(schema));
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            let path = path.join("docs/schema").join(format!("{}.json", schema.name));
            let shipped = Data::read_from(&path, Some(DataFormat::Text)).raw();
            snapbox::Assert::new().action_env("SNAPSHOTS").eq(Data::text(text).raw(), shipped);
        }
    }

    #[test]
    fn each_file_has_the_schema_of_what_it_holds() {
        let files = ["levels.toml", "onet/roles.toml", "wages/11-9199.toml", "mine.toml"];
        let names = ["levels", "roles", "wages", "entries"];
        assert_eq!(files.map(name_of), names);
        assert_eq!(name_of("wages/places/11-9199.toml"), "wages");
        assert_eq!(name_of("wages/baker.toml"), "wages");
        assert_eq!(directive("levels.toml", "schema"), "#:schema ./schema/levels.json");
        assert_eq!(
            directive("wages/places/1.toml", "../docs/schema"),
            "#:schema ../../../docs/schema/wages.json"
        );
    }
}
