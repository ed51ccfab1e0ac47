//! What is read besides datasets: files that a command names, and standard input. Knows nothing of what is in them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, anyhow};

use super::exit::Failure;

/// How large such a file may be, in bytes.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// The whole of a file; `-` stands for standard input.
///
/// # Errors
/// When it cannot be read, or is too large.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let named = || format!("cannot read `{}`", path.display());
    let bytes = match path.as_os_str() == "-" {
        true => whole(io::stdin().lock()),
        false => open(path).and_then(whole),
    };
    let bytes = bytes.with_context(named).map_err(Failure::Input)?;
    match bytes {
        Some(bytes) => Ok(bytes),
        None => Err(Failure::Input(anyhow!("`{}` is larger than 4 MiB", path.display()))),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this file is the one that reads what a command names"
)]
fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    match file.metadata()?.is_dir() {
        true => Err(io::Error::other("it is a folder")),
        false => Ok(file),
    }
}

/// All bytes, unless there are too many.
fn whole(from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
}

/// A file, or standard input, read as it comes.
///
/// # Errors
/// When it cannot be opened.
pub fn stream(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = open(path).with_context(|| format!("cannot read `{}`", path.display()));
    Ok(Box::new(opened.map_err(Failure::Input)?))
}
