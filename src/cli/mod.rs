//! What can be asked: parse, load, answer, render, exit. Does no arithmetic and puts no cell into words.

mod advice;
mod command;
mod completions;
mod dataset;
mod defaults;
mod examples;
mod exit;
mod folder;
mod gap;
mod help;
mod input;
mod man;
mod options;
mod output;
mod pay;
mod posting;
mod profile;
mod routes;
mod today;
pub mod value;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::mem::ManuallyDrop;

use clap::{CommandFactory, FromArgMatches};

use crate::catalog::{Catalog, rules};
use crate::dataset::diagnostic::{Severity, show};
use crate::dataset::{Layer, load};
use crate::intake::ARGUMENT;
use crate::query::Person;
use crate::render::{command_text, render};
use crate::report::{Document, Report, Verdict, Yours};

use command::{Cli, Command, Question};
use exit::Failure;
use man::Manual;
use options::Options;

pub use exit::Exit;

/// Answers a command line on the standard streams, and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments = layers_together(arguments.into_iter().collect());
    exit::report(bounded(&arguments).and_then(|()| match parse(&arguments) {
        Ok(cli) => answer(cli),
        Err(error) => help::answer(arguments, error),
    }))
}

/// Refuses a command line with a word that nobody has typed.
fn bounded(arguments: &[OsString]) -> Result<(), Failure> {
    match arguments.iter().position(|argument| argument.len() > ARGUMENT.bytes) {
        Some(number) => Err(Failure::Question {
            message: format!("argument {number} is {ARGUMENT}"),
            hint: "name a file that holds it, or say less".to_owned(),
        }),
        None => Ok(()),
    }
}

/// The same command line with each `--dataset` right behind the program: of options on both sides of a subcommand clap keeps
/// those of one side.
fn layers_together(arguments: Vec<OsString>) -> Vec<OsString> {
    const LAYER: &str = "--dataset";
    let (mut layers, mut others) = (Vec::new(), Vec::new());
    let mut rest = arguments.into_iter();
    let program = rest.next();
    while let Some(argument) = rest.next() {
        let joined = argument.to_str().and_then(|text| text.strip_prefix(LAYER));
        match joined {
            Some("") => match rest.next() {
                Some(folder) => layers.extend([argument, folder]),
                None => others.push(argument),
            },
            Some(value) if value.starts_with('=') => layers.push(argument),
            _ if argument == "--" => {
                others.push(argument);
                others.extend(rest.by_ref());
            }
            _ => others.push(argument),
        }
    }
    program.into_iter().chain(layers).chain(others).collect()
}

/// The command line, taken apart by the grammar of what it names, or else by the whole one, which also says what is wrong.
fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    taken_apart(arguments, Cli::narrow(arguments))
        .or_else(|_| taken_apart(arguments, Cli::command()))
}

/// What was built to take a command line apart is freed: using its memory again is faster than asking the system for more.
fn taken_apart(arguments: &[OsString], mut grammar: clap::Command) -> Result<Cli, clap::Error> {
    let mut found = grammar.try_get_matches_from_mut(arguments)?;
    Cli::from_arg_matches_mut(&mut found).map_err(|error| error.format(&mut grammar))
}

/// A report, the catalog where there is one, and what the report takes from a profile.
type Answer = (Box<dyn Report>, Option<Catalog>, Yours);

fn answer(mut cli: Cli) -> Result<Verdict, Failure> {
    let (layers, chart) = (cli.layers(), cli.wants_chart());
    let options = &cli.options;
    options.fits_ending()?;
    if let Some(Command::Ask(Question::Match(postings))) = &mut cli.command
        && postings.streams(options)?
    {
        return stream(postings, options, &layers);
    }
    let (report, catalog, yours): Answer = match &mut cli.command {
        Some(Command::Dataset { command }) => {
            if let Some(schema) = command.schema()? {
                output::write(options.output.as_deref(), schema.as_bytes())?;
                return Ok(Verdict::Answered);
            }
            (command.report(options, &layers)?, None, Yours::default())
        }
        Some(Command::Profile { command }) => {
            let catalog = opened(&layers)?;
            (command.report(options, &catalog)?, Some(catalog), Yours::default())
        }
        Some(Command::Completions(completions)) => return completions.answer(options),
        Some(Command::Man(Manual { dir: Some(folder), .. })) => {
            (Box::new(man::write(folder)?), None, Yours::default())
        }
        Some(Command::Man(manual)) => return manual.print(options),
        Some(Command::Ask(question)) => asked(Some(question), options, &layers)?,
        None => asked(None, options, &layers)?,
    };
    // None of these is freed: the process ends once they are shown.
    let (mut report, catalog) = (ManuallyDrop::new(report), ManuallyDrop::new(catalog));
    let report = report.as_mut();
    let presentation = options.presentation(chart);
    let document = Document::new(catalog.as_ref(), report, &presentation)?.taking(yours);
    let document = ManuallyDrop::new(document);
    let mut text = Vec::with_capacity(ANSWER);
    render(options.format(), &document, report, &options.style(), &mut text)
        .map_err(Failure::Output)?;
    output::write(options.output.as_deref(), &text)?;
    hint(options, report);
    Ok(report.verdict())
}

/// How many bytes most answers take at most.
const ANSWER: usize = 16 << 10;

/// Rows as they are worked out, which is the only answer that may be longer than memory.
fn stream(
    postings: &mut posting::Postings,
    options: &Options,
    layers: &[Layer],
) -> Result<Verdict, Failure> {
    let catalog = opened(layers)?;
    let person = profile::person(&catalog, options)?;
    postings.fill(&catalog, &person, &mut Yours::default());
    let rows = |out: &mut dyn Write| postings.stream(&catalog, &person, out);
    match output::fill(options.output.as_deref(), rows)? {
        0 => Ok(Verdict::Answered),
        count => Err(Failure::Unusable {
            message: format!("{count} of the postings could not be read"),
            hint: STREAMED.to_owned(),
        }),
    }
}

/// What to know of what could not be read.
const STREAMED: &str =
    "the rows of all others are there; a line of a stream is {\"id\": …, \"text\": …}";

/// The report that answers a question, with the catalog that it was asked of.
fn asked(
    mut question: Option<&mut Question>,
    options: &Options,
    layers: &[Layer],
) -> Result<Answer, Failure> {
    let catalog = opened(layers)?;
    let wanted = question.as_ref().is_some_and(|asked| defaults::wants(asked));
    // A profile that was named is read in any case, so that it is not broken unnoticed.
    let person = match wanted || options.profile.is_some() {
        true => profile::person(&catalog, options)?,
        false => Person::default(),
    };
    let yours = question.as_mut().map(|asked| defaults::fill(asked, &catalog, &person));
    let report = command::report(question.as_deref(), &catalog, &person)?;
    Ok((report, Some(catalog), yours.unwrap_or_default()))
}

/// The catalog of some layers. The build has checked our own dataset; others are checked here.
fn opened(layers: &[Layer]) -> Result<Catalog, Failure> {
    if let [Layer::Builtin] = layers {
        return Ok(Catalog::builtin());
    }
    let raw = load(layers).map_err(Failure::Input)?;
    let mut findings = rules::check(&raw);
    findings.retain(|finding| finding.severity == Severity::Error);
    match findings.is_empty() {
        true => Catalog::assemble(raw).map_err(Failure::Input),
        false => Err(Failure::Dataset(show(&findings, &raw))),
    }
}

/// Names the other tables of an answer of which one is written, or the next commands; to people at a terminal only.
fn hint(options: &Options, report: &mut dyn Report) {
    if options.quiet || !std::io::stderr().is_terminal() {
        return;
    }
    let line = if options.writes_one_table() {
        let tables =
            report.tables().into_iter().skip(1).filter(|table| !table.records().is_empty());
        let others: Vec<&str> = tables.map(|table| table.name()).collect();
        (!others.is_empty()).then(|| format!("other tables, with --sheet: {}", others.join(", ")))
    } else {
        let watched = options.output.is_none() && std::io::stdout().is_terminal();
        let again = options.again();
        let hints = report.said().hints.iter();
        let hints: Vec<String> =
            hints.map(|words| command_text(&[words.as_slice(), &again].concat())).collect();
        (watched && !hints.is_empty()).then(|| format!("next: {}", hints.join("   ")))
    };
    if let Some(line) = line {
        // A hint that cannot be written is no reason to fail.
        let _ = writeln!(anstream::stderr(), "\n{line}");
    }
}
