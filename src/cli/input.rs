//! What is read besides datasets: files that a command names, and standard input. Knows nothing of what is in them.

use std::io::{self, Read};
use std::path::Path;

use super::exit::Failure;
use crate::intake::{self, Kinds, Limit};

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// When it cannot be read, or is larger than it may be.
pub fn bytes(path: &Path, limit: Limit) -> Result<Vec<u8>, Failure> {
    limit.read(stream(path)?).map_err(|error| unreadable(path, &error))
}

/// A file, or standard input for `-`, to be read as it comes.
///
/// # Errors
/// When it cannot be opened.
pub fn stream(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(intake::open(path, Kinds::Any).map_err(|error| unreadable(path, &error))?))
}

/// Says why a file cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let why = intake::why(path, error);
    let hint = match error.kind() {
        io::ErrorKind::FileTooLarge => {
            "is it what you meant to name? docs/input.md lists all limits"
        }
        _ => "name a file that you can read",
    };
    Failure::Unusable {
        message: format!("cannot read `{}`: {why}", path.display()),
        hint: hint.to_owned(),
    }
}
