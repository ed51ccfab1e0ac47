//! What `--help` and `--version` print: clap's own help, opened by examples, and what the dataset says of itself. Knows
//! no subcommand.

use std::ffi::OsString;
use std::fmt::Write;

use clap::Command;
use clap::builder::Styles;
use clap::error::ErrorKind;

use super::command::Cli;
use super::examples::examples_of;
use super::exit::Failure;
use super::output;
use crate::catalog::Catalog;
use crate::report::Verdict;

/// What a help text says, in order: examples come before everything that one may look up in it.
const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Answers what clap answers itself: a wrong command line, or one that asks for help or the version.
///
/// Examples and version are worked out here, so that no other command line pays for them.
pub fn answer(arguments: Vec<OsString>, error: clap::Error) -> Result<Verdict, Failure> {
    match error.kind() {
        ErrorKind::DisplayVersion => {
            output::write(None, version().as_bytes())?;
            Ok(Verdict::Answered)
        }
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let shown = with_examples(Cli::grammar(), "").try_get_matches_from(arguments);
            Err(Failure::Usage(shown.err().unwrap_or(error)))
        }
        _ => Err(Failure::Usage(error)),
    }
}

/// The program's version, its dataset and the newest wages in it, on one line.
fn version() -> String {
    let catalog = Catalog::builtin();
    let about = catalog.about();
    let wages = catalog.vintages().last().map(|newest| format!("; wages {}", newest.title));
    let (program, number) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let dataset = format!("dataset {} as of {}", about.name, about.as_of);
    format!("{program} {number} ({dataset}{})\n", wages.unwrap_or_default())
}

/// The same command with examples, and so its subcommands.
fn with_examples(command: Command, path: &str) -> Command {
    let header = *Styles::styled().get_header();
    let mut text = String::new();
    for (number, (line, shows)) in examples_of(path).iter().enumerate() {
        if number == 0 {
            let _ = write!(text, "{header}Examples:{header:#}");
        }
        // A string takes any text.
        let _ = write!(text, "\n  {line}\n      {shows}");
    }
    let command = match text.is_empty() {
        true => command,
        false => command.help_template(TEMPLATE).before_help(text),
    };
    command.mut_subcommands(|inner| {
        let path = format!("{path} {}", inner.get_name());
        with_examples(inner, path.trim())
    })
}
