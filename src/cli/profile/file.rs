//! Where the profile is, reading it and writing it whole. Knows nothing of what it says.

use std::env;
use std::fs::File;
use std::io;
use std::path::PathBuf;

use crate::cli::exit::Failure;
use crate::cli::input::{bytes, unreadable};
use crate::cli::options::Options;
use crate::cli::output;
use crate::intake::{Kinds, PROFILE, open};
use crate::profile::Edit;

/// What happens to a profile that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Present {
    /// It stays, and nothing is written.
    Kept,
    /// It is replaced.
    Replaced,
}

impl Present {
    /// As `--force` says.
    pub fn forced(force: &bool) -> Present {
        if *force { Present::Replaced } else { Present::Kept }
    }
}

/// The file of a profile.
#[derive(Debug)]
pub struct ProfileFile {
    path: PathBuf,
    /// Whether it was named on the command line.
    pub named: bool,
}

impl ProfileFile {
    /// `--profile`, else `$TPM_PATH_PROFILE`, else the usual place.
    pub fn of(options: &Options) -> Result<ProfileFile, Failure> {
        let found = ProfileFile::found(options)?;
        // Elsewhere it is standard input or output, and a profile is neither.
        match found.path.as_os_str() == "-" {
            true => Err(Failure::Question {
                message: "a profile is a file, so `-` names none".to_owned(),
                hint: "name a file; one that is really called so is `./-`".to_owned(),
            }),
            false => Ok(found),
        }
    }

    fn found(options: &Options) -> Result<ProfileFile, Failure> {
        if let Some(path) = &options.profile {
            return Ok(ProfileFile { path: path.clone(), named: true });
        }
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let folder = |name: &str| set(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let own = set("TPM_PATH_PROFILE").map(PathBuf::from);
        let usual = || {
            let home = || folder("HOME").or_else(|| folder("USERPROFILE"));
            let configuration =
                folder("XDG_CONFIG_HOME").or_else(|| Some(home()?.join(".config")))?;
            Some(configuration.join("tpm-path").join("profile.toml"))
        };
        let path = own.or_else(usual).ok_or_else(|| Failure::Unusable {
            message: "no place for a profile is known".to_owned(),
            hint: "name one with `--profile FILE`, or set TPM_PATH_PROFILE".to_owned(),
        })?;
        Ok(ProfileFile { path, named: false })
    }

    /// The path as people read it.
    pub fn shown(&self) -> String {
        self.path.display().to_string()
    }

    /// What stands in it; nothing where it isn't there.
    pub fn text(&self) -> Result<Option<String>, Failure> {
        if !self.is_there()? {
            return Ok(None);
        }
        let text = String::from_utf8(bytes(&self.path, PROFILE)?);
        text.map(Some).map_err(|_| Failure::Unusable {
            message: format!("{}: the text is not UTF-8", self.shown()),
            hint: "save the file as UTF-8".to_owned(),
        })
    }

    /// Whether it is there; an error where that cannot be told.
    fn is_there(&self) -> Result<bool, Failure> {
        self.path.try_exists().map_err(|error| unreadable(&self.path, &error))
    }

    /// Keeps other runs from editing it until what is given is dropped, where the system can: each waits for the one before
    /// it, so that no edit is lost.
    pub fn held(&self) -> Option<File> {
        // Elsewhere a lock also keeps ourselves from reading.
        if !cfg!(unix) {
            return None;
        }
        loop {
            let file = open(&self.path, Kinds::Regular).ok()?;
            file.lock().ok()?;
            // The run before this one has put a new file in its place, so that one has to be held.
            if is_still(&file, &self.path) {
                return Some(file);
            }
        }
    }

    /// What to say where it isn't there.
    pub fn missing(&self) -> Failure {
        let hint = "`tpm-path profile init` or `tpm-path profile import resume.json` writes one";
        Failure::Unusable {
            message: format!("there is no profile `{}`", self.shown()),
            hint: hint.to_owned(),
        }
    }

    /// Writes a new profile, in a folder of its own if need be.
    pub fn write_new(&self, text: &str, present: Present) -> Result<(), Failure> {
        // Nothing failed while writing: another command line is what is needed, so the question was wrong.
        let there = || Failure::Question {
            message: format!("there is a profile already: `{}`", self.shown()),
            hint: "`--force` replaces it; `--profile FILE` names another".to_owned(),
        };
        if present == Present::Kept && self.is_there()? {
            return Err(there());
        }
        if let Some(folder) = self.path.parent().filter(|_| !self.named) {
            std::fs::create_dir_all(folder).map_err(|error| {
                let named = format!("`{}`: {error}", folder.display());
                Failure::Output(io::Error::new(error.kind(), named))
            })?;
        }
        match present {
            Present::Replaced => output::write(Some(&self.path), text.as_bytes()),
            // Another run may have written it since.
            Present::Kept => match output::write_new(&self.path, text.as_bytes()) {
                Err(Failure::Output(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
                    Err(there())
                }
                written => written,
            },
        }
    }

    /// Writes what an edit changed, if it did, and if the file still says what was edited.
    pub fn write_edit(&self, before: &str, edit: &Edit) -> Result<(), Failure> {
        let Edit::Changed(text) = edit else { return Ok(()) };
        if self.path.is_file() && self.text()?.as_deref() != Some(before) {
            return Err(Failure::Unusable {
                message: format!("another program has changed `{}` meanwhile", self.shown()),
                hint: "nothing was written; run it again".to_owned(),
            });
        }
        output::write(Some(&self.path), text.as_bytes())
    }
}

/// Whether a path still leads to a file that was opened by it.
#[cfg(unix)]
fn is_still(file: &File, path: &std::path::Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), path.metadata()) {
        (Ok(opened), Ok(there)) => (opened.dev(), opened.ino()) == (there.dev(), there.ino()),
        // Reading it will say what is wrong.
        _ => true,
    }
}

#[cfg(not(unix))]
fn is_still(_: &File, _: &std::path::Path) -> bool {
    true
}

/// What stands in a profile that has to be there.
pub fn existing(file: &ProfileFile) -> Result<String, Failure> {
    file.text()?.ok_or_else(|| file.missing())
}
