//! The dataset's files: reads one that may be missing, and replaces several, each of them whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

/// What files are to say.
pub type Texts = BTreeMap<PathBuf, String>;

/// Reads a file; there may be none.
pub fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(anyhow!("{}: {error}; make it readable", path.display())),
    }
}

/// Reads what an earlier run wrote.
pub fn parse<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T> {
    toml::from_str(text).with_context(|| not_ours(path))
}

/// Says that this program did not write a file.
pub fn not_ours(path: &Path) -> String {
    format!("{}: this program did not write this; repair it or move it away", path.display())
}

/// Replaces the files that do not say so yet, once all of them could be prepared, and counts them.
pub fn replace(texts: Texts) -> Result<usize> {
    let mut prepared = Vec::new();
    for (path, text) in texts {
        if read(&path)?.as_ref() != Some(&text) {
            let file = prepare(&path, &text)
                .with_context(|| format!("{}: this cannot be written", path.display()))?;
            prepared.push((path, file));
        }
    }
    let count = prepared.len();
    for (path, file) in prepared {
        file.persist(&path)
            .with_context(|| format!("{}: this cannot be replaced", path.display()))?;
    }
    Ok(count)
}

/// Writes a text to a new file beside the one that it is to replace.
fn prepare(path: &Path, text: &str) -> Result<NamedTempFile> {
    let folder = path.parent().context("it is in no folder")?;
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.prefix(".bls-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(known) = path.metadata() {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Writes a text as TOML does.
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
