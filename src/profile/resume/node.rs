//! JSON read only as deep as a résumé goes: what lies deeper is passed over, so that no nesting is too deep. Knows no
//! field.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::intake::RESUME_ENTRIES;

/// A value of a JSON file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// Nothing: `null`, a truth value, or what lies too deep.
    Nothing,
    /// A number as it is written in decimal.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Fields in order; of a name that stands twice the last counts.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The field of this name, where there is one.
    pub(super) fn field(&self, name: &str) -> Option<&Node> {
        match self {
            Node::Object(fields) => {
                fields.iter().rev().find(|(key, _)| key == name).map(|(_, node)| node)
            }
            _ => None,
        }
    }

    /// The names of all fields.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let fields = match self {
            Node::Object(fields) => fields.as_slice(),
            _ => &[],
        };
        fields.iter().map(|(key, _)| key.as_str())
    }
}

/// Reads a value so many levels deep.
#[derive(Clone, Copy)]
pub(super) struct Deep(pub(super) usize);

impl<'de> DeserializeSeed<'de> for Deep {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        match self.0 {
            // This passes over any depth without going into it.
            0 => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| Node::Nothing),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Deep {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = items.next_element_seed(Deep(self.0 - 1))? {
            list.push(node);
            few(list.len())?;
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(key) = fields.next_key::<String>()? {
            object.push((key, fields.next_value_seed(Deep(self.0 - 1))?));
            few(object.len())?;
        }
        Ok(Node::Object(object))
    }
}

/// Whether a list or an object is one that somebody wrote.
fn few<E: Error>(entries: usize) -> Result<(), E> {
    match entries > RESUME_ENTRIES {
        true => Err(E::custom(format_args!(
            "more than {RESUME_ENTRIES} entries, the most that a list of a résumé may have"
        ))),
        false => Ok(()),
    }
}
