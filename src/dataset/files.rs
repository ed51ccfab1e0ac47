//! Where dataset files come from: compiled into the binary, or a folder. Knows file names, not what is in them.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::intake::{self, DATASET, DATASET_FILE, DATASET_FILES, Kinds, Limit};

/// One layer of a dataset: ours, or a folder that adds to or overrides what came before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layer {
    /// The dataset that is compiled into the binary.
    Builtin,
    /// A folder of TOML files.
    Directory(PathBuf),
}

impl fmt::Display for Layer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Layer::Builtin => formatter.write_str("builtin"),
            Layer::Directory(path) => write!(formatter, "{}", path.display()),
        }
    }
}

/// The text of one dataset file, with the path under which people know it.
#[derive(Debug, Clone)]
pub struct File {
    /// The path as shown in findings.
    pub path: String,
    /// The file's place in the dataset folder, with forward slashes.
    pub name: String,
    /// The whole text.
    pub text: Cow<'static, str>,
}

/// Pairs of a name and the text behind it: the files that are named, and those of each occupation.
macro_rules! builtin {
    (files: $($file:literal)*, nation: $($group:literal)*, places: $($occupation:literal)*) => {
        &[
            $(builtin!($file, ""),)*
            $(builtin!("wages/", $group, ".toml"),)*
            $(builtin!("wages/", $occupation, ".toml"),)*
            $(builtin!("wages/industries/", $occupation, ".toml"),)*
            $(builtin!("wages/places/", $occupation, ".toml"),)*
        ]
    };
    ($($part:literal),*) => {
        (concat!($($part),*), include_str!(concat!("../../data/", $($part),*)))
    };
}

const BUILTIN: &[(&str, &str)] = builtin![
    files:
        "dataset.toml" "sources.toml" "levels.toml" "phases.toml" "roles.toml" "skills.toml"
        "certifications.toml" "alternatives.toml" "evidence.toml" "ladders.toml" "moves.toml" "facts.toml" "conflicts.toml" "wages/occupations.toml"
        "wages/quotes.toml" "wages/areas.toml" "wages/industries.toml" "wages/names.toml"
        "wages/projections.toml" "onet/roles.toml" "onet/technology.toml" "onet/survey.toml"
        "onet/tasks.toml" "postings.toml",
    nation:
        "00-0000" "11-0000" "13-0000" "15-0000",
    places:
        "11-1021" "11-2021" "11-3021" "11-9041" "11-9199" "13-1082" "13-1111" "15-1211" "15-1241"
        "15-1243" "15-1244" "15-1252" "15-1253" "15-1254" "15-1255" "15-1299" "15-2051"
];

macro_rules! small {
    ($($file:literal)*) => {
        &[$(($file, include_str!(concat!("../../templates/minimal/", $file)))),*]
    };
}

/// A small dataset, as people write one.
const MINIMAL: &[(&str, &str)] = small![
    "dataset.toml" "sources.toml" "levels.toml" "phases.toml" "roles.toml" "skills.toml"
    "certifications.toml" "facts.toml" "wages/occupations.toml" "wages/1000.toml"
];

/// Gives the files of a small dataset to begin with.
pub fn minimal() -> Vec<File> {
    MINIMAL.iter().map(|file| compiled_in("minimal", file)).collect()
}

/// Why a file was not read, or not to its end.
#[derive(Debug)]
pub(super) struct Unread {
    /// The file, with the text that was read.
    pub(super) file: File,
    /// In a few words.
    pub(super) why: String,
}

/// Gives all files of a layer, in a fixed order.
///
/// # Errors
/// Says which folder or file could not be read, or is not UTF-8.
pub fn read(layer: &Layer) -> anyhow::Result<Vec<File>> {
    let cannot =
        |unread: Unread| anyhow::anyhow!("cannot read `{}`: {}", unread.file.path, unread.why);
    each(layer)?.into_iter().map(|read| read.map_err(cannot)).collect()
}

/// The same, where a file that cannot be read stops no other.
///
/// # Errors
/// Says which folder could not be read.
pub(super) fn each(layer: &Layer) -> anyhow::Result<Vec<Result<File, Unread>>> {
    match layer {
        Layer::Builtin => Ok(BUILTIN.iter().map(|file| Ok(compiled_in("data", file))).collect()),
        Layer::Directory(folder) => read_folder(folder),
    }
}

fn compiled_in(folder: &str, (name, text): &(&str, &'static str)) -> File {
    File { path: format!("{folder}/{name}"), name: (*name).to_owned(), text: Cow::Borrowed(*text) }
}

/// The folders of a dataset folder, in the order in which they are read.
const FOLDERS: [&str; 4] = ["onet/", "wages/", "wages/industries/", "wages/places/"];

fn read_folder(folder: &Path) -> anyhow::Result<Vec<Result<File, Unread>>> {
    let mut names = toml_names(folder, "")?;
    // What is there under such a name and is no folder is told, not passed over.
    let there = |inside: &str| folder.join(inside.trim_end_matches('/')).symlink_metadata().is_ok();
    for inside in FOLDERS.into_iter().filter(|inside| there(inside)) {
        names.extend(toml_names(&folder.join(inside.trim_end_matches('/')), inside)?);
    }
    if names.is_empty() {
        anyhow::bail!("`{}` holds no TOML files, so it is not a dataset", folder.display());
    }
    if names.len() > DATASET_FILES {
        let count = names.len();
        anyhow::bail!(
            "`{}` holds {count} TOML files, and no more than {DATASET_FILES} are read",
            folder.display()
        );
    }
    let mut room = DATASET.bytes;
    Ok(names.into_iter().map(|name| read_file(folder, name, &mut room)).collect())
}

#[expect(clippy::disallowed_methods, reason = "this file is the one that reads dataset files")]
fn toml_names(folder: &Path, prefix: &str) -> anyhow::Result<Vec<String>> {
    let unreadable = |error: std::io::Error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            io::ErrorKind::NotADirectory => "it is no folder".to_owned(),
            _ => intake::why(folder, &error),
        };
        anyhow::anyhow!("cannot read folder `{}`: {why}", folder.display())
    };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            names.push(format!("{prefix}{name}"));
        }
    }
    names.sort();
    Ok(names)
}

/// A file of a folder, of which all together may fill so much room.
fn read_file(folder: &Path, name: String, room: &mut usize) -> Result<File, Unread> {
    let path = folder.join(&name);
    // A name may hold the end of a line, and findings stand on lines.
    let shown = path.display().to_string().replace(char::is_control, " ");
    let file = |text: String| File { path: shown, name, text: Cow::Owned(text) };
    let limit = match *room < DATASET_FILE.bytes {
        true => Limit { bytes: *room, of: DATASET.of },
        false => DATASET_FILE,
    };
    let bytes = match intake::open(&path, Kinds::Regular).and_then(|file| limit.read(file)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let why = match error.kind() == io::ErrorKind::FileTooLarge && limit.of == DATASET.of {
                true => format!("with it the dataset is {DATASET}"),
                false => intake::why(&path, &error),
            };
            return Err(Unread { file: file(String::new()), why });
        }
    };
    *room -= bytes.len();
    match String::from_utf8(bytes) {
        Ok(text) => Ok(file(text)),
        Err(error) => {
            let end = error.utf8_error().valid_up_to();
            let mut text = error.into_bytes();
            text.truncate(end);
            let text = String::from_utf8(text).unwrap_or_default();
            Err(Unread { file: file(text), why: "it is not UTF-8 text from here on".to_owned() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_together_may_be_too_large_where_none_is() {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tiny"));
        let size = folder.join("sources.toml").metadata().unwrap().len() as usize;
        let (mut enough, mut little) = (size, size - 1);
        assert!(read_file(folder, "sources.toml".to_owned(), &mut enough).is_ok());
        assert_eq!(enough, 0);
        let error = read_file(folder, "sources.toml".to_owned(), &mut little).unwrap_err().why;
        let end = "larger than 1024 MiB, the most that the files of a dataset together may be";
        assert!(error.ends_with(end), "{error}");
    }
}
