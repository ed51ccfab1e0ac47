//! Exit codes, and how an error is printed. The only place that decides either.

use std::io::{self, ErrorKind, Write};
use std::process::{ExitCode, Termination};

use super::advice::advice;
use crate::intake::words;
use crate::query::QueryError;
use crate::render::clean;
use crate::report::{PresentationError, Verdict};

/// What a process says when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The question was answered, perhaps by `nothing found`.
    Answered = 0,
    /// A check says no.
    No = 1,
    /// The question was wrong.
    Question = 2,
    /// An input could not be used.
    Input = 3,
    /// The output could not be written.
    Output = 4,
}

/// The exit codes as `--help` shows them.
pub const EXIT_CODES: &str = "\
Exit codes: 0 answered, also when the answer is `nothing found`; 1 a check says no; \
2 the question was wrong; 3 an input could not be used; 4 the output could not be written";

/// The exit codes as manual pages show them.
pub const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "The question was answered, also when the answer is that nothing was found."),
    ("1", "A check says no."),
    ("2", "The question was wrong."),
    ("3", "An input could not be used."),
    ("4", "The output could not be written."),
];

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Failure {
    /// The command line was not understood, or asks for help.
    Usage(clap::Error),
    /// The question was wrong.
    Question {
        /// What is wrong.
        message: String,
        /// What to type instead.
        hint: String,
    },
    /// A dataset breaks rules; holds the findings as shown.
    Dataset(String),
    /// An input could not be read.
    Input(anyhow::Error),
    /// A file that a person gave could not be used.
    Unusable {
        /// What is wrong, and where.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The output could not be written.
    Output(io::Error),
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Failure::Usage(error)
    }
}

impl From<PresentationError> for Failure {
    fn from(error: PresentationError) -> Self {
        Failure::Question {
            message: format!("unknown {} `{}`", error.part.word(), clean(&error.given)),
            hint: format!("this answer has: {}", error.known.join(", ")),
        }
    }
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Self {
        let (message, hint) = advice(error);
        Failure::Question { message, hint }
    }
}

/// Prints what went wrong, and gives the exit code.
pub fn report(outcome: Result<Verdict, Failure>) -> Exit {
    let failure = match outcome {
        Ok(Verdict::Answered) => return Exit::Answered,
        Ok(Verdict::No) => return Exit::No,
        Err(failure) => failure,
    };
    match failure {
        Failure::Usage(error) if !error.use_stderr() => print_help(&error),
        Failure::Usage(error) => {
            complain(&error.render().to_string());
            Exit::Question
        }
        Failure::Question { message, hint } => {
            error(&message, &hint);
            Exit::Question
        }
        Failure::Unusable { message, hint } => {
            error(&message, &hint);
            Exit::Input
        }
        Failure::Dataset(findings) => {
            let hint = "hint: `tpm-path dataset check DIR` lists all findings";
            complain(&format!("{findings}\n\nerror: this dataset breaks rules\n{hint}"));
            Exit::Input
        }
        Failure::Input(error) => {
            let hint = "`--dataset` takes a folder of TOML files, or `builtin`";
            self::error(&format!("{error:#}"), hint);
            Exit::Input
        }
        // Whoever closed the pipe has read enough.
        Failure::Output(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Answered,
        Failure::Output(error) => {
            let hint = match error.kind() {
                ErrorKind::NotFound => "make the folder first, or name one that exists",
                ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => {
                    "make room or write elsewhere; a file that was there is as it was"
                }
                ErrorKind::DirectoryNotEmpty => {
                    "somebody else wrote into it meanwhile: name another folder"
                }
                _ => "name a file in a folder that you may write to",
            };
            self::error(&format!("cannot write the output: {}", words(&error)), hint);
            Exit::Output
        }
    }
}

fn print_help(help: &clap::Error) -> Exit {
    match write!(anstream::stdout(), "{}", help.render().ansi()) {
        Ok(()) => Exit::Answered,
        Err(error) => report(Err(Failure::Output(error))),
    }
}

/// Says on standard error what was passed over, and what to do.
pub fn warn(text: &str, hint: Option<&str>) {
    let hint = hint.map_or(String::new(), |hint| format!("\nhint: {}", clean(hint)));
    complain(&format!("warning: {}{hint}", clean(text)));
}

/// Says what is wrong and what to do, each on a line: a name of a file may hold the end of one.
fn error(message: &str, hint: &str) {
    complain(&format!("error: {}\nhint: {}", clean(message), clean(hint)));
}

/// Writes to standard error; where even that fails, the exit code has to do.
fn complain(text: &str) {
    let lines: Vec<String> = text.trim_end().lines().map(clean).collect();
    let _ = writeln!(io::stderr(), "{}", lines.join("\n"));
}
