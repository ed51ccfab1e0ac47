//! The JSON Schema of what is read by hand, beside what schemars derives. For the test that keeps `docs/schema/` in step.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Area, Cell, Spanned, TechnologyRow};

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

macro_rules! by_hand {
    ($($noun:ident: $schema:tt),* $(,)?) => {
        $(impl JsonSchema for $noun {
            fn schema_name() -> Cow<'static, str> {
                stringify!($noun).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })*
    };
}

by_hand! {
    Area: {
        "description": "A place that wages are published for: code, kind, title, postal codes of its states.",
        "type": "array",
        "items": [
            { "type": "string" },
            { "enum": ["state", "metro", "nonmetro"] },
            { "type": "string" },
        ],
        "additionalItems": { "type": "string" },
        "minItems": 3,
    },
    TechnologyRow: {
        "description": "A tool of an occupation: skill, name, role, class, flags.",
        "type": "array",
        "items": [
            { "type": "string" },
            { "type": "string" },
            { "type": "string" },
            { "type": "string" },
        ],
        "additionalItems": { "enum": ["hot", "in-demand"] },
        "minItems": 4,
    },
    Cell: {
        "description": "A whole number, an id, a top-coded wage such as `>=208000`, or a mark of `missing`.",
        "type": ["integer", "string"],
    },
}
