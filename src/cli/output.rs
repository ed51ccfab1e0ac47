//! Where an answer goes: standard output, or a file that is replaced whole. Knows no format.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::exit::Failure;

/// Writes an answer; `-` stands for standard output.
pub fn write(path: Option<&Path>, text: &[u8]) -> Result<(), Failure> {
    match path.filter(|path| path.as_os_str() != "-") {
        None => to_stdout(text).map_err(Failure::Output),
        Some(path) => to_file(path, text).map_err(|error| {
            let named = format!("`{}`: {error}", path.display());
            Failure::Output(io::Error::new(error.kind(), named))
        }),
    }
}

/// Writes files into a folder: a new folder appears whole or not at all; in one that is there each file is replaced whole.
pub fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let outcome = match folder.metadata() {
        Ok(known) if !known.is_dir() => Err(io::Error::other("it is a file")),
        Ok(_) => into_folder(folder, files),
        Err(_) => new_folder(folder, files),
    };
    outcome.map_err(|error| {
        let named = format!("`{}`: {error}", folder.display());
        Failure::Output(io::Error::new(error.kind(), named))
    })
}

/// Fills a folder beside the place where it is to be, and moves it there.
fn new_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let beside = parent(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o777));
    }
    let filled = builder.prefix(".tpm-path-").tempdir_in(beside)?;
    into_folder(filled.path(), files)?;
    std::fs::rename(filled.path(), folder)?;
    // It is not where it was, and must not be removed.
    let _ = filled.keep();
    Ok(())
}

/// Writes all files before the first takes its place.
fn into_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let mut written = Vec::new();
    for (name, text) in files {
        let mut file = temporary_in(folder)?;
        file.write_all(text)?;
        written.push((file, folder.join(name)));
    }
    for (file, target) in written {
        file.persist(target).map_err(|error| error.error)?;
    }
    Ok(())
}

fn to_stdout(text: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text)?;
    out.flush()
}

/// Replaces a file whole or leaves it; what is no regular file, such as a device, is written to.
fn to_file(path: &Path, text: &[u8]) -> io::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let target = path.canonicalize().or_else(|_| path.read_link()).unwrap_or(path.to_path_buf());
    match target.metadata() {
        Ok(known) if known.is_dir() => Err(io::Error::other("it is a folder")),
        Ok(known) if !known.is_file() => {
            let mut device = OpenOptions::new().write(true).open(&target)?;
            device.write_all(text)
        }
        known => replace(&target, text, known.ok().map(|known| known.permissions())),
    }
}

fn replace(
    target: &Path,
    text: &[u8],
    permissions: Option<std::fs::Permissions>,
) -> io::Result<()> {
    let mut file = temporary_in(&parent(target)?)?;
    file.write_all(text)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map(|_: File| ()).map_err(|error| error.error)
}

/// The folder in which something is to be.
fn parent(target: &Path) -> io::Result<PathBuf> {
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    match folder.is_dir() {
        true => Ok(folder),
        false => {
            let message = format!("there is no folder `{}`", folder.display());
            Err(io::Error::new(io::ErrorKind::NotFound, message))
        }
    }
}

/// A new file with the permissions that any new file gets.
fn temporary_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.prefix(".tpm-path-").tempfile_in(folder)
}
