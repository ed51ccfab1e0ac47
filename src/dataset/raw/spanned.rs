//! A value with its place in the file: what the TOML reader gives, made a type of our own so that it can have a schema.

use std::ops::Deref;

use serde::Deserialize;

/// A value with its place in the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Spanned<T>(toml::Spanned<T>);

impl<T> Spanned<T> {
    /// A value that stands there.
    pub fn new(span: super::Span, value: T) -> Self {
        Spanned(toml::Spanned::new(span, value))
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T> Deref for Spanned<T> {
    type Target = toml::Spanned<T>;

    fn deref(&self) -> &toml::Spanned<T> {
        &self.0
    }
}
