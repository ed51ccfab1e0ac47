//! Where an answer goes: standard output, or a file that is replaced whole. Knows no format.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::exit::Failure;
use crate::intake::words;

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Present {
    /// It is replaced.
    Replaced,
    /// It stays, and that is an error.
    Kept,
}

/// Writes an answer; `-` stands for standard output.
pub fn write(path: Option<&Path>, text: &[u8]) -> Result<(), Failure> {
    match named(path) {
        Some(path) => {
            into_file(path, Present::Replaced, |out| out.write_all(text).map_err(Failure::Output))
        }
        None => {
            let mut out = io::stdout().lock();
            out.write_all(text).and_then(|()| out.flush()).map_err(Failure::Output)
        }
    }
}

/// The file that is named, where it is none of the standard streams.
fn named(path: Option<&Path>) -> Option<&Path> {
    path.filter(|path| path.as_os_str() != "-")
}

/// Writes a file that is not there yet.
///
/// # Errors
/// `AlreadyExists` where it is.
pub fn write_new(path: &Path, text: &[u8]) -> Result<(), Failure> {
    into_file(path, Present::Kept, |out| out.write_all(text).map_err(Failure::Output))
}

/// Writes what is worked out on the way: to standard output as it comes, to a file once all of it is there.
pub fn fill<T>(
    path: Option<&Path>,
    content: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match named(path) {
        Some(path) => into_file(path, Present::Replaced, content),
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            let filled = content(&mut out);
            // What was written before something failed is still an answer.
            out.flush().map_err(Failure::Output)?;
            filled
        }
    }
}

fn into_file<T>(
    path: &Path,
    present: Present,
    content: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    to_file(path, present, content).map_err(|failure| match failure {
        Failure::Output(error) => {
            let named = format!("`{}`: {}", path.display(), words(&error));
            Failure::Output(io::Error::new(error.kind(), named))
        }
        other => other,
    })
}

/// Replaces a file whole or leaves it; what is no regular file, such as a device, is written to.
fn to_file<T>(
    path: &Path,
    present: Present,
    content: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match path.metadata() {
        Ok(known) if known.is_dir() => Err(Failure::Output(io::Error::other("it is a folder"))),
        Ok(known) if !known.is_file() => {
            let device = OpenOptions::new().write(true).open(path).map_err(Failure::Output)?;
            let mut out = BufWriter::new(device);
            let filled = content(&mut out)?;
            out.flush().map_err(Failure::Output)?;
            Ok(filled)
        }
        known => {
            let target = target(path).map_err(Failure::Output)?;
            replace(&target, known.ok().map(|known| known.permissions()), present, content)
        }
    }
}

/// How many links may lead from one to the next, as systems have it.
const MOST_LINKS: usize = 40;

/// Where a path leads, also where nothing is there yet: a link stays a link, and what it leads to is replaced.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match target.read_link() {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("it is a link that leads in a circle"))
}

fn replace<T>(
    target: &Path,
    permissions: Option<std::fs::Permissions>,
    present: Present,
    content: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let beside = parent_of(target).and_then(|folder| temporary_in(&folder));
    let mut file = beside.map_err(Failure::Output)?;
    let mut out = BufWriter::new(file.as_file_mut());
    let filled = content(&mut out)?;
    out.flush().map_err(Failure::Output)?;
    drop(out);
    let finish = || {
        if let Some(permissions) = permissions {
            file.as_file().set_permissions(permissions)?;
        }
        file.as_file().sync_all()?;
        let moved = match present {
            Present::Replaced => file.persist(target),
            Present::Kept => file.persist_noclobber(target),
        };
        moved.map(|_| ()).map_err(|error| error.error)
    };
    finish().map_err(Failure::Output)?;
    Ok(filled)
}

/// The folder that something stands in.
pub(super) fn parent_of(path: &Path) -> io::Result<PathBuf> {
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
pub(super) fn temporary_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    allow(&mut builder, 0o666);
    builder.prefix(PREFIX).tempfile_in(folder)
}

/// How the names of what is not yet whole begin.
pub(super) const PREFIX: &str = ".tpm-path-";

/// Gives what is new the permissions that anything new gets, less what the user's mask takes away.
pub(super) fn allow(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = (builder, mode);
}
