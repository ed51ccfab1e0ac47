//! Where dataset files come from: compiled into the binary, or a folder. Knows file names, not what is in them.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

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

/// Gives all files of a layer, in a fixed order.
///
/// # Errors
/// Says which folder or file could not be read, or is not UTF-8.
pub fn read(layer: &Layer) -> anyhow::Result<Vec<File>> {
    match layer {
        Layer::Builtin => Ok(BUILTIN.iter().map(builtin_file).collect()),
        Layer::Directory(folder) => read_folder(folder),
    }
}

fn builtin_file((name, text): &(&str, &'static str)) -> File {
    File { path: format!("data/{name}"), name: (*name).to_owned(), text: Cow::Borrowed(*text) }
}

/// The folders of a dataset folder, in the order in which they are read.
const FOLDERS: [&str; 4] = ["onet/", "wages/", "wages/industries/", "wages/places/"];

fn read_folder(folder: &Path) -> anyhow::Result<Vec<File>> {
    let mut names = toml_names(folder, "")?;
    for inside in FOLDERS.iter().filter(|inside| folder.join(inside).is_dir()) {
        names.extend(toml_names(&folder.join(inside), inside)?);
    }
    if names.is_empty() {
        anyhow::bail!("`{}` holds no TOML files, so it is not a dataset", folder.display());
    }
    names.into_iter().map(|name| read_file(folder, name)).collect()
}

#[expect(clippy::disallowed_methods, reason = "this file is the one that reads dataset files")]
fn toml_names(folder: &Path, prefix: &str) -> anyhow::Result<Vec<String>> {
    let unreadable = |error: std::io::Error| {
        anyhow::anyhow!("cannot read folder `{}`: {error}", folder.display())
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

#[expect(clippy::disallowed_methods, reason = "this file is the one that reads dataset files")]
fn read_file(folder: &Path, name: String) -> anyhow::Result<File> {
    let path = folder.join(&name);
    let bytes = std::fs::read(&path)
        .map_err(|error| anyhow::anyhow!("cannot read `{}`: {error}", path.display()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        anyhow::anyhow!("`{}` is not UTF-8 text (byte {place})", path.display())
    })?;
    Ok(File { path: path.display().to_string(), name, text: Cow::Owned(text) })
}
