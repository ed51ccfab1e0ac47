//! Where an answer goes: standard output, or a file that is replaced whole. Knows no format.

use std::fs::{self, File, OpenOptions};
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

/// Writes files into a new folder, all or none: into a folder beside it that is then given its name.
pub fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let shown = folder.display();
    // Nothing failed while writing: another command line is what is needed, so the question was wrong.
    #[expect(clippy::disallowed_methods, reason = "it is asked whether anything would be lost")]
    let taken = match fs::read_dir(folder) {
        Ok(mut inside) => inside.next().is_some(),
        Err(_) => folder.symlink_metadata().is_ok(),
    };
    if taken {
        return Err(Failure::Question {
            message: format!("`{shown}` is there already"),
            hint: "name a folder that is not there yet, or an empty one".to_owned(),
        });
    }
    to_folder(folder, files).map_err(|error| {
        Failure::Output(io::Error::new(error.kind(), format!("`{shown}`: {error}")))
    })
}

fn to_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let parent = parent_of(folder)?;
    let mut builder = tempfile::Builder::new();
    allow(&mut builder, 0o777);
    let beside = builder.prefix(PREFIX).tempdir_in(parent)?;
    for (name, bytes) in files {
        let path = beside.path().join(name);
        if let Some(inside) = path.parent() {
            fs::create_dir_all(inside)?;
        }
        OpenOptions::new().write(true).create_new(true).open(&path)?.write_all(bytes)?;
    }
    if folder.is_dir() {
        fs::remove_dir(folder)?;
    }
    fs::rename(beside.path(), folder)?;
    // What it was called is gone, so there is nothing left to clear away.
    let _ = beside.keep();
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
    let mut file = temporary_in(&parent_of(target)?)?;
    file.write_all(text)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map(|_: File| ()).map_err(|error| error.error)
}

/// The folder that something stands in.
fn parent_of(path: &Path) -> io::Result<PathBuf> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        let message = format!("there is no folder `{}`", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, message));
    }
    Ok(folder)
}

/// A new file with the permissions that any new file gets.
fn temporary_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    allow(&mut builder, 0o666);
    builder.prefix(PREFIX).tempfile_in(folder)
}

/// How the names of what is not yet whole begin.
const PREFIX: &str = ".tpm-path-";

/// Gives what is new the permissions that anything new gets, less what the user's mask takes away.
fn allow(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = (builder, mode);
}
