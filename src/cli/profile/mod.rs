//! `profile`: its arguments, and what each does to the file. Knows no cell.

mod file;
mod init;
mod read;

use std::path::PathBuf;

use clap::Subcommand;

use super::exit::Failure;
use super::input;
use super::options::Options;
use super::today::today;
use super::value;
use crate::catalog::{Catalog, Certification, Date, Noun, Skill, fold};
use crate::intake::{PROFILE, PROFILE_ENTRIES, RESUME};
use crate::profile::{Edit, Entry, Fault, List, add, remove, resume};
use crate::query::{self, Names, QueryError, lookup, named_in_postings};
use crate::report::{Report, profile};

pub use file::ProfileFile;
pub use init::Init;
pub use read::person;

use file::{Present, existing};

/// What can be done with a profile.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum ProfileCommand {
    /// Write a new profile from options; at a terminal without any, ask
    Init(Init),
    /// Write a new profile from a JSON Résumé (jsonresume.org), and say what was understood
    Import {
        /// Name the file, or - for standard input
        resume: PathBuf,
        /// Replace the profile that there is
        #[arg(long)]
        force: bool,
    },
    /// Show who you are: level, phase, percentile, skills and certificates
    Show,
    /// Add a skill or certificate
    Add {
        /// What to add.
        #[command(subcommand)]
        what: Addition,
    },
    /// Remove a skill or certificate
    Remove {
        /// What to remove.
        #[command(subcommand)]
        what: Removal,
    },
    /// Print where the profile is
    Path,
}

/// Add a skill or certificate
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Addition {
    /// Add a skill or tool
    Skill {
        /// Name it: jira
        #[arg(value_name = "SKILL")]
        id: String,
        /// Say what shows it
        #[arg(long, value_name = "TEXT")]
        evidence: Option<String>,
    },
    /// Add a certificate
    Cert {
        /// Name it: pmp
        #[arg(value_name = "CERT")]
        id: String,
        /// Say when you earned it
        #[arg(long, value_name = "DATE", value_parser = value::date)]
        earned: Option<Date>,
        /// Say when it runs out
        #[arg(long, value_name = "DATE", value_parser = value::date)]
        expires: Option<Date>,
    },
}

/// Remove a skill or certificate
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Removal {
    /// Remove a skill or tool
    Skill {
        /// Name it: jira
        #[arg(value_name = "SKILL")]
        id: String,
    },
    /// Remove a certificate
    Cert {
        /// Name it: pmp
        #[arg(value_name = "CERT")]
        id: String,
    },
}

impl ProfileCommand {
    /// Does it, and reports what was done.
    pub fn report(&self, options: &Options, catalog: &Catalog) -> Result<Box<dyn Report>, Failure> {
        if options.no_profile {
            return Err(Failure::Question {
                message: "`--no-profile` leaves no profile to work on".to_owned(),
                hint: "leave it out, or name a file with `--profile FILE`".to_owned(),
            });
        }
        let file = ProfileFile::of(options)?;
        Ok(match self {
            ProfileCommand::Path => Box::new(profile::path(file.shown())),
            ProfileCommand::Init(init) => Box::new(init.report(catalog, &file)?),
            ProfileCommand::Import { resume, force } => {
                let bytes = input::bytes(resume, RESUME)?;
                let read = resume::read(&bytes).map_err(|fault| unreadable(resume, &fault))?;
                let imported = query::imported(catalog, &read, today()?);
                let text = imported.draft().text();
                if text.len() > PROFILE.bytes || crate::profile::read(&text).is_err() {
                    return Err(Failure::Unusable {
                        message: format!(
                            "`{}` names more than a profile may hold, {PROFILE_ENTRIES} entries a list and {} KiB",
                            resume.display(),
                            PROFILE.bytes / 1024
                        ),
                        hint: "leave out what is no skill, job or certificate of yours; docs/input.md lists all limits"
                            .to_owned(),
                    });
                }
                file.write_new(&text, Present::forced(force))?;
                Box::new(profile::imported(file.shown(), &imported))
            }
            ProfileCommand::Show => {
                let text = file.text()?.ok_or_else(|| file.missing())?;
                let person = read::read(catalog, &text, today()?);
                let person = person.map_err(|wrong| wrong.failure(&file.shown()))?;
                Box::new(profile::show(catalog, &person, file.shown())?)
            }
            ProfileCommand::Add { what } => Box::new(what.report(catalog, &file)?),
            ProfileCommand::Remove { what } => Box::new(what.report(catalog, &file)?),
        })
    }
}

fn unreadable(path: &std::path::Path, fault: &Fault) -> Failure {
    let Fault { line, column, message } = fault;
    Failure::Unusable {
        message: format!("{}:{line}:{column}: {message}", path.display()),
        hint: "a résumé is JSON as jsonresume.org describes it".to_owned(),
    }
}

/// An entry that is to be added or removed.
struct Subject {
    list: List,
    kind: &'static str,
    id: String,
    title: String,
}

impl Subject {
    fn skill(catalog: &Catalog, name: &str) -> Result<Subject, Failure> {
        let found: Result<&Skill, QueryError> = lookup(catalog.skills(), name);
        match (found, named_in_postings(catalog, name)) {
            (Ok(found), _) => Ok(Subject::of(List::Skills, found.kind.word(), found)),
            // What postings name is shown as missing, so one has to be able to say that one has it.
            (Err(_), Some(term)) => Ok(Subject {
                list: List::Skills,
                kind: term.kind.word(),
                id: term.id.to_string(),
                title: term.title.to_string(),
            }),
            (Err(error), None) => Err(error.into()),
        }
    }

    fn certificate(catalog: &Catalog, name: &str) -> Result<Subject, Failure> {
        let found: &Certification = lookup(catalog.certifications(), name)?;
        Ok(Subject::of(List::Certifications, Certification::KIND.word(), found))
    }

    fn of<T: Noun>(list: List, kind: &'static str, found: &T) -> Subject {
        let (id, title) = (found.id().as_str().to_owned(), found.title().to_owned());
        Subject { list, kind, id, title }
    }

    /// Whether a name in the file is one of this.
    fn is_named<'a>(&'a self, names: &'a Names<'_>) -> impl Fn(&str) -> bool + 'a {
        move |name| match self.list {
            List::Skills => match names.skill(name) {
                Some(known) => known.id.as_str() == self.id,
                None => fold(name) == fold(&self.id),
            },
            List::Certifications => {
                names.certification(name).is_some_and(|known| known.id.as_str() == self.id)
            }
        }
    }

    fn report(self, file: &ProfileFile, change: profile::Editing) -> profile::Edited {
        profile::edited(file.shown(), change, self.kind, [self.id, self.title])
    }
}

impl Addition {
    fn report(&self, catalog: &Catalog, file: &ProfileFile) -> Result<profile::Edited, Failure> {
        let date = |key, date: &Option<Date>| date.map(|date| (key, date.to_string()));
        let (subject, more) = match self {
            Addition::Skill { id, evidence } => {
                let evidence = evidence.clone().map(|evidence| ("evidence", evidence));
                (Subject::skill(catalog, id)?, evidence.into_iter().collect())
            }
            Addition::Cert { id, earned, expires } => {
                let dates = [date("earned", earned), date("expires", expires)];
                let more: Vec<_> = dates.into_iter().flatten().collect();
                (Subject::certificate(catalog, id)?, more)
            }
        };
        let _held = file.held();
        let text = existing(file)?;
        let names = Names::of(catalog);
        let there = |text: &str| -> Result<bool, Failure> {
            let gone = remove(text, subject.list, subject.is_named(&names));
            Ok(gone.map_err(|fault| read::broken(&file.shown(), &fault))? != Edit::Unchanged)
        };
        let before = there(&text)?;
        let entry = Entry { id: subject.id.clone(), more };
        let edit = add(&text, subject.list, &entry, subject.is_named(&names));
        let edit = edit.map_err(|fault| read::broken(&file.shown(), &fault))?;
        let change = match (&edit, before) {
            (Edit::Unchanged, _) => profile::Editing::Known,
            (Edit::Changed(_), true) => profile::Editing::Updated,
            (Edit::Changed(_), false) => profile::Editing::Added,
        };
        file.write_edit(&text, &edit)?;
        Ok(subject.report(file, change))
    }
}

impl Removal {
    /// Removes what stands in the file under a name that the dataset doesn't have, by exactly that name.
    fn unknown(
        &self,
        catalog: &Catalog,
        file: &ProfileFile,
    ) -> Result<Option<profile::Edited>, Failure> {
        let names = Names::of(catalog);
        let (list, kind, given, known) = match self {
            Removal::Skill { id } => (List::Skills, Skill::KIND, id, names.skill(id).is_some()),
            Removal::Cert { id } => {
                (List::Certifications, Certification::KIND, id, names.certification(id).is_some())
            }
        };
        if known {
            return Ok(None);
        }
        let text = existing(file)?;
        let edit = remove(&text, list, |name| name.trim() == given.trim());
        let edit = edit.map_err(|fault| read::broken(&file.shown(), &fault))?;
        if edit == Edit::Unchanged {
            return Ok(None);
        }
        file.write_edit(&text, &edit)?;
        let named = [given.clone(), given.clone()];
        Ok(Some(profile::edited(file.shown(), profile::Editing::Removed, kind.word(), named)))
    }

    fn report(&self, catalog: &Catalog, file: &ProfileFile) -> Result<profile::Edited, Failure> {
        let _held = file.held();
        if let Some(removed) = self.unknown(catalog, file)? {
            return Ok(removed);
        }
        let subject = match self {
            Removal::Skill { id } => Subject::skill(catalog, id)?,
            Removal::Cert { id } => Subject::certificate(catalog, id)?,
        };
        let text = existing(file)?;
        let names = Names::of(catalog);
        let edit = remove(&text, subject.list, subject.is_named(&names));
        let edit = edit.map_err(|fault| read::broken(&file.shown(), &fault))?;
        let change = match &edit {
            Edit::Unchanged => profile::Editing::Absent,
            Edit::Changed(_) => profile::Editing::Removed,
        };
        file.write_edit(&text, &edit)?;
        Ok(subject.report(file, change))
    }
}
