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
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        let message = format!("there is no folder `{}`", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, message));
    }
    let mut file = temporary_in(&folder)?;
    file.write_all(text)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map(|_: File| ()).map_err(|error| error.error)
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
