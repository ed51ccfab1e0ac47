//! What the dataset holds already: entries, and the names that they take.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use tpm_path::catalog::fold;

/// An entry of the dataset.
#[derive(Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: String,
    title: String,
    #[serde(default)]
    aliases: Vec<String>,
}

/// Reads the entries of an array of tables.
pub fn entries(path: &Path, array: &str) -> Result<Vec<Entry>> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .with_context(|| format!("{shown}: give the dataset's folder as the last argument"))?;
    let mut file: BTreeMap<String, toml::Value> =
        toml::from_str(&text).with_context(|| format!("{shown}: it cannot be read; repair it"))?;
    let entries =
        file.remove(array).with_context(|| format!("{shown}: there is no [[{array}]]; add it"))?;
    entries.try_into().with_context(|| {
        format!("{shown}: [[{array}]] cannot be read; give each an id and a title")
    })
}

/// Names, as they are compared, and the ids of the entries that they belong to.
#[derive(Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The names of the entries that are there already.
    pub fn of(entries: &[Entry]) -> Self {
        let names = entries.iter().flat_map(|entry| {
            let names = [&entry.id, &entry.title].into_iter().chain(&entry.aliases);
            names.map(|name| (fold(name), entry.id.clone()))
        });
        Self(names.collect())
    }

    /// Gives a new entry its id and its other names; another one's are an error.
    pub fn claim<'a>(
        &mut self,
        id: &'a str,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<()> {
        if let Some(owner) = self.0.get(&fold(id)) {
            bail!("`{id}` is a name of `{owner}` already; it cannot be the id of another one");
        }
        for name in [id].into_iter().chain(names) {
            let owner = self.0.entry(fold(name)).or_insert_with(|| id.to_owned());
            if owner != id {
                bail!("`{name}` is a name of `{owner}` already; `{id}` needs another one");
            }
        }
        Ok(())
    }
}
