//! What is read besides datasets: files that a command names, and standard input. Knows nothing of what is in them.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::exit::Failure;

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// When it cannot be read, or holds more bytes than `most`.
pub fn bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let mut input = stream(path)?.take(most as u64 + 1);
    input.read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    match bytes.len() > most {
        true => Err(unreadable(path, &io::Error::other("it is too large to be one"))),
        false => Ok(bytes),
    }
}

/// A file, or standard input for `-`, to be read as it comes.
///
/// # Errors
/// When it cannot be opened.
pub fn stream(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(open(path).map_err(|error| unreadable(path, &error))?))
}

/// Says why a file cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    };
    Failure::Unusable {
        message: format!("cannot read `{}`: {why}", path.display()),
        hint: "name a file that you can read".to_owned(),
    }
}

#[expect(clippy::disallowed_methods, reason = "this file is the one that reads a person's files")]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}
