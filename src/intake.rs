//! What is taken in from others: how much at most, from what kinds of files, and why not. Knows nothing of what is in them.

use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// The most bytes that something may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub bytes: usize,
    /// Of what.
    pub of: &'static str,
}

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// Of a dataset; ours is a little more than 1 MiB.
pub const DATASET: Limit = Limit { bytes: 1024 * MIB, of: "the files of a dataset together" };

/// Of each of its files.
pub const DATASET_FILE: Limit = Limit { bytes: 256 * MIB, of: "a file of a dataset" };

/// How many files a dataset may have.
pub const DATASET_FILES: usize = 10_000;

/// How deep tables and lists of TOML may stand in each other; the parser keeps it.
pub const TOML_DEPTH: usize = 80;

/// How deep lists and objects of a line of JSON may stand in each other; the parser keeps it.
pub const JSON_DEPTH: usize = 127;

/// How many findings about a dataset are listed.
pub const FINDINGS: usize = 500;

/// Of a profile.
pub const PROFILE: Limit = Limit { bytes: MIB, of: "a profile" };

/// How many entries a list of a profile may have.
pub const PROFILE_ENTRIES: usize = 1_000;

/// Of a résumé.
pub const RESUME: Limit = Limit { bytes: 16 * MIB, of: "a résumé" };

/// How many entries a list of a résumé may have, and how many fields an entry.
pub const RESUME_ENTRIES: usize = 10_000;

/// Of a posting in a file of its own.
pub const POSTING: Limit = Limit { bytes: 4 * MIB, of: "a posting" };

/// Of a posting in a stream, of which there may be any number.
pub const LINE: Limit = Limit { bytes: 4 * MIB, of: "a line of a stream" };

/// Of one word of a command line.
pub const ARGUMENT: Limit = Limit { bytes: 4 * KIB, of: "an argument" };

impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self.bytes.is_multiple_of(MIB) {
            true => (self.bytes / MIB, "MiB"),
            false => (self.bytes / KIB, "KiB"),
        };
        write!(formatter, "larger than {number} {unit}, the most that {} may be", self.of)
    }
}

impl Limit {
    /// Reads all there is, and never more than a byte above the limit.
    ///
    /// # Errors
    /// When it cannot be read, or is too large.
    pub fn read(&self, input: impl Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        input.take(self.bytes as u64 + 1).read_to_end(&mut bytes)?;
        match bytes.len() > self.bytes {
            true => Err(io::Error::new(ErrorKind::FileTooLarge, format!("it is {self}"))),
            false => Ok(bytes),
        }
    }
}

/// The kinds of files that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinds {
    /// Files that lie on a disk.
    Regular,
    /// Also devices, and pipes that a shell hands over: `<(…)`.
    Any,
}

/// Opens a file, but none that might be waited for without end.
///
/// # Errors
/// When there is none, it may not be read, or is of another kind.
#[expect(clippy::disallowed_methods, reason = "this file is the one that opens what is read")]
pub fn open(path: &Path, kinds: Kinds) -> io::Result<File> {
    let kind = std::fs::metadata(path)?;
    if kind.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if kinds == Kinds::Regular && !kind.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    if is_named_pipe(path, &kind) {
        let why = "it is a named pipe, which may never end";
        return Err(io::Error::other(why));
    }
    File::open(path)
}

/// Whether it is a pipe that lies in a folder, and not one that this process was given.
#[cfg(unix)]
fn is_named_pipe(path: &Path, kind: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let given = path.starts_with("/dev") || path.starts_with("/proc");
    kind.file_type().is_fifo() && !given
}

#[cfg(not(unix))]
fn is_named_pipe(_: &Path, _: &std::fs::Metadata) -> bool {
    false
}

/// Why a file or folder cannot be read, in a few words.
pub fn why(path: &Path, error: &io::Error) -> String {
    let link = || path.symlink_metadata().is_ok();
    match error.kind() {
        ErrorKind::NotFound if link() => "it is a link that leads nowhere".to_owned(),
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is no folder".to_owned(),
        ErrorKind::PermissionDenied => "you may not read it".to_owned(),
        _ => words(error),
    }
}

/// An error in words; its number says nothing that they don't.
pub fn words(error: &io::Error) -> String {
    let said = error.to_string();
    match said.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_a_byte_above_the_limit() {
        let limit = Limit { bytes: 10 * KIB, of: "a test" };
        assert_eq!(
            limit.read(io::repeat(1).take(10 * 1024)).map(|bytes| bytes.len()).ok(),
            Some(10 * KIB)
        );
        let error = limit.read(io::repeat(1)).unwrap_err().to_string();
        assert_eq!(error, "it is larger than 10 KiB, the most that a test may be");
        assert!(DATASET_FILE.to_string().starts_with("larger than 256 MiB"), "{DATASET_FILE}");
    }
}
