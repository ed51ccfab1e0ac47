//! Who asks: the profile that stands in for options, or what is wrong with it. Knows no subcommand.

use super::file::ProfileFile;
use crate::catalog::{Catalog, Date, Education};
use crate::cli::advice::advice;
use crate::cli::exit::{Failure, warn};
use crate::cli::options::Options;
use crate::cli::today::today;
use crate::profile::{self, DATES, Fault};
use crate::query::{self, Misfit, Person, Why};
use crate::render::clean;

/// What is wrong with a profile, where, and what to do.
pub struct Wrong {
    fault: Fault,
    hint: String,
}

impl Wrong {
    /// The same as an error.
    pub fn failure(&self, file: &str) -> Failure {
        Failure::Unusable { message: self.place(file), hint: self.hint.clone() }
    }

    fn place(&self, file: &str) -> String {
        let Fault { line, column, message } = &self.fault;
        format!("{file}:{line}:{column}: {message}")
    }
}

/// A profile whose text is broken, as an error.
pub fn broken(file: &str, fault: &Fault) -> Failure {
    Wrong { fault: fault.clone(), hint: FIX.to_owned() }.failure(file)
}

const FIX: &str = "change that line, or leave the profile out with `--no-profile`";

/// The person of a text.
pub fn read<'a>(catalog: &'a Catalog, text: &str, today: Date) -> Result<Person<'a>, Wrong> {
    let raw = profile::read(text).map_err(|fault| Wrong { fault, hint: FIX.to_owned() })?;
    query::person(catalog, &raw, today).map_err(|misfit| wrong(text, misfit))
}

fn wrong(text: &str, misfit: Misfit) -> Wrong {
    let (message, hint) = match misfit.why {
        Why::Name(error) => advice(error),
        Why::Date(given) => (format!("`{}` is no date", clean(&given)), format!("write {DATES}")),
        Why::Years => ("years go from 0 to 60".to_owned(), "write 4 or 2.5".to_owned()),
        Why::Pay => {
            let message = "pay is dollars a year, from 1000 on".to_owned();
            (message, "write 120000 or 120_000".to_owned())
        }
        Why::Education(given) => {
            let words = Education::ALL.map(Education::word).join(", ");
            (format!("unknown education `{}`", clean(&given)), format!("there are: {words}"))
        }
    };
    // The place is counted in the text without the mark that some editors put before it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Wrong { fault: Fault::at(text, &misfit.span, message), hint }
}

/// Who asks: nobody with `--no-profile` or without a profile. A usual profile that is broken is warned about and left
/// out.
///
/// # Errors
/// When a profile that was named cannot be used.
pub fn person<'a>(catalog: &'a Catalog, options: &Options) -> Result<Person<'a>, Failure> {
    if options.no_profile {
        return Ok(Person::default());
    }
    let file = match ProfileFile::of(options) {
        Ok(file) => file,
        // Where there is no place for a profile there is none.
        Err(Failure::Unusable { .. }) => return Ok(Person::default()),
        Err(error) => return Err(error),
    };
    let read = || {
        let Some(text) = file.text()? else {
            return if file.named { Err(file.missing()) } else { Ok(Person::default()) };
        };
        read(catalog, &text, today()?).map_err(|wrong| wrong.failure(&file.shown()))
    };
    match read() {
        Err(Failure::Unusable { message, hint }) if !file.named => {
            warn(&format!("{message}; answered without it"), Some(&hint));
            Ok(Person::default())
        }
        outcome => outcome,
    }
}
