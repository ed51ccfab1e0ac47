//! `completions`: what a shell runs to complete command lines, and what it is then told. Knows no answer.

mod names;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Command, ValueEnum, ValueHint};
use clap_complete::engine::{CompletionCandidate, complete};

use super::command::Cli;
use super::exit::Failure;
use super::options::{Options, layer};
use super::output;
use crate::dataset::Layer;
use crate::render::clean;
use crate::report::Verdict;

/// What a shell has to know, or what completes a word.
#[derive(Debug, Args)]
pub struct Completions {
    /// Name the shell
    #[arg(value_enum)]
    shell: Shell,
    /// Complete this one of the words after `--`, counted from 0; the scripts ask so
    #[arg(long, hide = true, value_name = "N")]
    word: Option<usize>,
    /// The words of a command line, the program first.
    #[arg(hide = true, last = true)]
    words: Vec<OsString>,
}

/// The shells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shell {
    /// The Bourne-again shell
    Bash,
    /// The Z shell
    Zsh,
    /// The friendly interactive shell
    Fish,
    /// PowerShell
    Powershell,
    /// Elvish
    Elvish,
}

impl Shell {
    /// What it runs once.
    fn script(self) -> &'static str {
        match self {
            Shell::Bash => include_str!("../../../completions/tpm-path.bash"),
            Shell::Zsh => include_str!("../../../completions/_tpm-path"),
            Shell::Fish => include_str!("../../../completions/tpm-path.fish"),
            Shell::Powershell => include_str!("../../../completions/tpm-path.ps1"),
            Shell::Elvish => include_str!("../../../completions/tpm-path.elv"),
        }
    }

    /// A line for a word that fits, as its script reads it.
    fn line(self, candidate: &CompletionCandidate) -> String {
        let value = candidate.get_value().to_string_lossy();
        let said = candidate.get_help().map(ToString::to_string).unwrap_or_default();
        let said = clean(said.lines().next().unwrap_or_default());
        match self {
            Shell::Bash => format!("{value}\n"),
            Shell::Zsh => {
                let value = value.replace('\\', r"\\").replace(':', r"\:");
                let said = said.replace('\\', r"\\");
                format!("{value}{}{said}\n", if said.is_empty() { "" } else { ":" })
            }
            Shell::Fish | Shell::Powershell | Shell::Elvish => format!("{value}\t{said}\n"),
        }
    }
}

impl Completions {
    /// Prints the script, or the words that fit; says no where a file is to be named, since shells know files better.
    pub fn answer(&self, options: &Options) -> Result<Verdict, Failure> {
        let Some(index) = self.word else {
            output::write(options.output.as_deref(), self.shell.script().as_bytes())?;
            return Ok(Verdict::Answered);
        };
        let mut words = self.words.clone();
        words.truncate(index + 1);
        // Some shells leave out an empty word.
        words.resize(index + 1, OsString::new());
        let Some(fitting) = fitting(words) else { return Ok(Verdict::No) };
        let lines: String = fitting.iter().map(|candidate| self.shell.line(candidate)).collect();
        output::write(None, lines.as_bytes())?;
        Ok(Verdict::Answered)
    }
}

/// What fits as the last word of a command line; nothing where it names a file.
fn fitting(words: Vec<OsString>) -> Option<Vec<CompletionCandidate>> {
    let program = without_files(Cli::grammar());
    let commands = names::commands(&program);
    let program = program.mut_subcommand("man", |man| {
        man.mut_args(|argument| match argument.is_positional() {
            true => argument.add(commands.clone()),
            false => argument,
        })
    });
    let mut program = names::naming(program, &layers(&words));
    let last = words.len() - 1;
    let begun = words.last().is_some_and(|word| !word.is_empty());
    let mut found = complete(&mut program, words, last, None).unwrap_or_default();
    if found.iter().any(|candidate| candidate.get_value().to_string_lossy().ends_with(A_FILE)) {
        return None;
    }
    let is_option =
        |found: &CompletionCandidate| found.get_value().to_string_lossy().starts_with('-');
    // Where there are names, options are shown once they are begun.
    if !begun && found.iter().any(|candidate| !is_option(candidate)) {
        found.retain(|candidate| !is_option(candidate));
    }
    Some(found)
}

/// Stands for the files that there are.
const A_FILE: char = '\u{1}';

/// The same command, where each file is completed by the sign for one.
fn without_files(command: Command) -> Command {
    let command = command.mut_args(|argument| match argument.get_value_hint() {
        ValueHint::AnyPath => argument.add(names::always(A_FILE)),
        _ => argument,
    });
    command.mut_subcommands(without_files)
}

/// The dataset that the words name, ours without one.
fn layers(words: &[OsString]) -> Vec<Layer> {
    let mut words = words.iter();
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        let word = word.to_string_lossy();
        let joined = word.strip_prefix("--dataset=").map(PathBuf::from);
        let next = || (word == "--dataset").then(|| words.next()).flatten().map(PathBuf::from);
        found.extend(joined.or_else(next).map(layer));
    }
    if found.is_empty() {
        found.push(Layer::Builtin);
    }
    found
}
