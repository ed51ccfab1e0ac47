//! Where the profile is, reading it and writing it whole. Knows nothing of what it says.

use std::env;
use std::io;
use std::path::PathBuf;

use crate::cli::exit::Failure;
use crate::cli::input::bytes;
use crate::cli::options::Options;
use crate::cli::output;
use crate::profile::Edit;

/// How many bytes of a profile are read at most.
const MOST_BYTES: usize = 1024 * 1024;

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
        if !self.path.exists() {
            return Ok(None);
        }
        let text = String::from_utf8(bytes(&self.path, MOST_BYTES)?);
        text.map(Some).map_err(|_| Failure::Unusable {
            message: format!("{}: the text is not UTF-8", self.shown()),
            hint: "save the file as UTF-8".to_owned(),
        })
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
        if self.path.exists() && present == Present::Kept {
            return Err(Failure::Question {
                message: format!("there is a profile already: `{}`", self.shown()),
                hint: "`--force` replaces it; `--profile FILE` names another".to_owned(),
            });
        }
        if let Some(folder) = self.path.parent().filter(|_| !self.named) {
            std::fs::create_dir_all(folder).map_err(|error| {
                let named = format!("`{}`: {error}", folder.display());
                Failure::Output(io::Error::new(error.kind(), named))
            })?;
        }
        output::write(Some(&self.path), text.as_bytes())
    }

    /// Writes what an edit changed, if it did.
    pub fn write_edit(&self, edit: &Edit) -> Result<(), Failure> {
        match edit {
            Edit::Unchanged => Ok(()),
            Edit::Changed(text) => output::write(Some(&self.path), text.as_bytes()),
        }
    }
}

/// What stands in a profile that has to be there.
pub fn existing(file: &ProfileFile) -> Result<String, Failure> {
    file.text()?.ok_or_else(|| file.missing())
}
