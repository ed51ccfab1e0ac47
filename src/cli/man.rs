//! `man`: the manual page of a command, or those of all. Knows what clap knows of the commands, and no answer.

use std::path::{Path, PathBuf};

use clap::{Arg, Args, Command};
use roff::{Roff, bold, roman};

use super::command::Cli;
use super::examples::examples_of;
use super::exit::{EXIT_STATUS, Failure};
use super::folder::fill;
use super::options::Options;
use super::output;
use crate::catalog::{Catalog, Date};
use crate::render::clean;
use crate::report::Verdict;
use crate::report::man::{Pages, pages};

/// Which manual pages, and where to.
#[derive(Debug, Args)]
pub struct Manual {
    /// Name the command: `salary`, or `profile add skill`; without one the page of the program
    #[arg(value_name = "COMMAND", conflicts_with = "dir")]
    command: Vec<String>,
    /// Write a page for each command to this folder
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// What the program reads of its surroundings.
const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "TPM_PATH_PROFILE",
        "The file of the profile, in place of tpm-path/profile.toml in $XDG_CONFIG_HOME or ~/.config.",
    ),
    ("COLUMNS", "How many columns of text there are, where --width does not say."),
    (
        "ACCESSIBLE",
        "Where it is set, answers are written as label: value lines, as with --format plain.",
    ),
    ("NO_COLOR, CLICOLOR_FORCE, TERM", "Whether there is colour, where --color does not say."),
    (
        "SOURCE_DATE_EPOCH",
        "The day up to which jobs in a profile are counted, in seconds since 1970.",
    ),
];

impl Manual {
    /// Prints the page that is asked for.
    ///
    /// # Errors
    /// When there is no such command.
    pub fn print(&self, options: &Options) -> Result<Verdict, Failure> {
        let program = program();
        let mut found = &program;
        for word in &self.command {
            found = found.find_subcommand(word).ok_or_else(|| Failure::Question {
                message: format!("unknown command `{}`", clean(&self.command.join(" "))),
                hint: "`tpm-path --help` lists the commands".to_owned(),
            })?;
        }
        output::write(options.output.as_deref(), page(found, dated()).as_bytes())?;
        Ok(Verdict::Answered)
    }
}

/// Writes a page for each command to a folder, and tells so.
///
/// # Errors
/// When one of them cannot be written.
pub fn write(folder: &Path) -> Result<Pages, Failure> {
    let mut files = Vec::new();
    gather(&program(), dated(), &mut files);
    files.sort();
    fill(folder, &files)?;
    let names = files.into_iter().map(|(name, _)| name).collect();
    Ok(pages(folder.display().to_string(), names))
}

/// The day up to which what the pages speak of was kept.
fn dated() -> Date {
    Catalog::builtin().about().as_of
}

/// The program with all that clap works out of it.
fn program() -> Command {
    Cli::grammar()
}

/// The pages of a command and of those under it, each with the name of its file.
fn gather(command: &Command, dated: Date, files: &mut Vec<(String, Vec<u8>)>) {
    files.push((format!("{}.1", name(command)), page(command, dated).into_bytes()));
    let own = command.get_subcommands().filter(|inner| inner.get_name() != "help");
    own.for_each(|inner| gather(inner, dated, files));
}

/// What a page is called: `tpm-path-dataset-check`.
fn name(command: &Command) -> String {
    command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned()
}

/// A page; its options stand under the headings that they have in help.
fn page(command: &Command, dated: Date) -> String {
    let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    let mut roff = Roff::new();
    let (title, date) = (name(command).to_uppercase(), dated.to_string());
    roff.control("TH", [title.as_str(), "1", &date, program, "User Commands"]);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    roff.control("SH", ["NAME"]).text([roman(format!("{} - {about}", name(command)))]);
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().to_owned();
    roff.control("SH", ["SYNOPSIS"]).text([roman(usage)]);
    let typed = command.get_bin_name().unwrap_or_default();
    let path = typed.strip_prefix(env!("CARGO_PKG_NAME")).unwrap_or(typed).trim();
    section(&mut roff, "EXAMPLES", examples_of(path).iter().copied());
    arguments(&mut roff, command);
    let own = command.get_subcommands().filter(|inner| inner.get_name() != "help");
    let inner = own.map(|inner| {
        (name(inner) + "(1)", inner.get_about().map(ToString::to_string).unwrap_or_default())
    });
    section(&mut roff, "COMMANDS", inner);
    section(&mut roff, "EXIT STATUS", EXIT_STATUS.iter().copied());
    if path.is_empty() {
        section(&mut roff, "ENVIRONMENT", ENVIRONMENT.iter().copied());
    }
    ascii(&roff.render())
}

/// The arguments and options of a command.
fn arguments(roff: &mut Roff, command: &Command) {
    let own = ["ARGUMENTS", "OPTIONS"].map(|heading| (heading.to_owned(), Vec::new()));
    let mut headings: Vec<(String, Vec<(String, String)>)> = own.into();
    for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
        let usual = if argument.is_positional() { "Arguments" } else { "Options" };
        let heading = argument.get_help_heading().unwrap_or(usual).to_uppercase();
        let item = (typed(argument), meaning(argument));
        match headings.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, items)) => items.push(item),
            None => headings.push((heading, vec![item])),
        }
    }
    for (heading, items) in headings {
        section(roff, &heading, items.into_iter());
    }
}

/// An argument as it is typed.
fn typed(argument: &Arg) -> String {
    let short = argument.get_short().map(|short| format!("-{short}, ")).unwrap_or_default();
    let own = argument.get_id().as_str().to_uppercase();
    let named = argument.get_value_names().map(|names| names.iter().map(ToString::to_string));
    let value = named.map_or(own, |names| names.collect::<Vec<_>>().join(" "));
    match argument.get_long() {
        None => value,
        Some(long) if argument.get_action().takes_values() => format!("{short}--{long} {value}"),
        Some(long) => format!("{short}--{long}"),
    }
}

/// What an argument means, with the words that it takes.
fn meaning(argument: &Arg) -> String {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let words = match argument.get_action().takes_values() {
        true => argument.get_possible_values(),
        false => Vec::new(),
    };
    match words.iter().map(|word| word.get_name()).collect::<Vec<_>>().as_slice() {
        [] => help,
        words => format!("{help}: {}.", words.join(", ")),
    }
}

/// A section of things that are typed or set, each with what it means; none where there are none.
fn section<S: Into<String>>(roff: &mut Roff, title: &str, items: impl Iterator<Item = (S, S)>) {
    for (at, (typed, means)) in items.enumerate() {
        if at == 0 {
            roff.control("SH", [title]);
        }
        roff.control("TP", []).text([bold(typed)]).text([roman(means)]);
    }
}

/// The same in ASCII, which every reader of manual pages shows: other signs by their numbers.
fn ascii(text: &str) -> String {
    let sign = |sign: char| match sign {
        '…' => "...".to_owned(),
        sign if sign.is_ascii() => sign.to_string(),
        sign => format!("\\[u{:04X}]", u32::from(sign)),
    };
    text.chars().map(sign).collect()
}
