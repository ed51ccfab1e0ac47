//! Folders of files that a command writes, whole or not at all. Knows no file's format.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::TempDir;

use super::exit::Failure;
use super::output::{PREFIX, allow, parent_of, temporary_in};
use crate::intake::words;

/// Names, which may lead into folders inside, and what the files of these names hold.
pub type Files = [(String, Vec<u8>)];

/// Writes files into a new or empty folder.
pub fn create(folder: &Path, files: &Files) -> Result<(), Failure> {
    // Nothing failed while writing: another command line is what is needed, so the question was wrong.
    let outcome = match holds(folder) {
        Ok(0) => to_empty(folder, files),
        Err(_) if folder.symlink_metadata().is_err() => to_new(folder, files),
        Ok(_) | Err(_) => {
            return Err(Failure::Question {
                message: format!("`{}` is there already", folder.display()),
                hint: "name a folder that is not there yet, or an empty one".to_owned(),
            });
        }
    };
    outcome.map_err(|error| failure(folder, &error))
}

/// How many things a folder holds.
#[expect(clippy::disallowed_methods, reason = "it is asked whether anything would be lost")]
fn holds(folder: &Path) -> io::Result<usize> {
    Ok(fs::read_dir(folder)?.count())
}

/// Writes files into a folder: a new one appears whole; in one that is there each file of these names is replaced whole.
pub fn fill(folder: &Path, files: &Files) -> Result<(), Failure> {
    let outcome = match folder.metadata() {
        Ok(known) if !known.is_dir() => Err(io::Error::other("it is a file")),
        Ok(_) => to_known(folder, files),
        Err(_) => to_new(folder, files),
    };
    outcome.map_err(|error| failure(folder, &error))
}

fn failure(folder: &Path, error: &io::Error) -> Failure {
    let named = format!("`{}`: {}", folder.display(), words(error));
    Failure::Output(io::Error::new(error.kind(), named))
}

/// Writes all files before the first is put into a folder that is empty, which stays the same one.
fn to_empty(folder: &Path, files: &Files) -> io::Result<()> {
    let inside = written_in(folder, files)?;
    if holds(folder)? > 1 {
        return Err(io::ErrorKind::DirectoryNotEmpty.into());
    }
    let first = |name: &String| name.split('/').next().unwrap_or_default().to_owned();
    let names: BTreeSet<String> = files.iter().map(|(name, _)| first(name)).collect();
    names.iter().try_for_each(|name| fs::rename(inside.path().join(name), folder.join(name)))
}

/// Writes files into a new folder for what is not yet whole.
fn written_in(parent: &Path, files: &Files) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    allow(&mut builder, 0o777);
    let folder = builder.prefix(PREFIX).tempdir_in(parent)?;
    for (name, bytes) in files {
        let path = folder.path().join(name);
        if let Some(inside) = path.parent() {
            fs::create_dir_all(inside)?;
        }
        OpenOptions::new().write(true).create_new(true).open(&path)?.write_all(bytes)?;
    }
    Ok(folder)
}

/// Fills a folder beside the place where it is to be, and gives it its name.
fn to_new(folder: &Path, files: &Files) -> io::Result<()> {
    let beside = written_in(&parent_of(folder)?, files)?;
    fs::rename(beside.path(), folder)?;
    // What it was called is gone, so there is nothing left to clear away.
    let _ = beside.keep();
    Ok(())
}

/// Writes all files before the first takes its place.
fn to_known(folder: &Path, files: &Files) -> io::Result<()> {
    let mut written = Vec::new();
    for (name, bytes) in files {
        let mut file = temporary_in(folder)?;
        file.write_all(bytes)?;
        written.push((file, folder.join(name)));
    }
    for (file, target) in written {
        file.persist(target).map_err(|error| error.error)?;
    }
    Ok(())
}
