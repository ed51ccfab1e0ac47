//! What can be asked: parse, load, answer, render, exit. Does no arithmetic and puts no cell into words.

mod advice;
mod command;
mod completions;
mod defaults;
mod examples;
mod exit;
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
mod value;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use clap::Parser;

use crate::catalog::{Catalog, rules};
use crate::dataset::diagnostic::{Severity, show};
use crate::dataset::raw::Raw;
use crate::dataset::{self, Extent, Layer};
use crate::query::Person;
use crate::render::{command_text, render};
use crate::report::{Document, Report, Verdict, Yours, check};

use command::{Cli, Command, DatasetCommand, Question};
use exit::Failure;
use man::Manual;
use options::Options;

pub use exit::Exit;

/// Answers a command line on the standard streams, and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let outcome = match Cli::try_parse_from(&arguments) {
        Ok(cli) => answer(cli),
        Err(error) => help::answer(arguments, error),
    };
    exit::report(outcome)
}

/// A report, the catalog where there is one, and what the report takes from a profile.
type Answer = (Box<dyn Report>, Option<Catalog>, Yours);

fn answer(mut cli: Cli) -> Result<Verdict, Failure> {
    let (layers, chart) = (cli.layers(), cli.wants_chart());
    let options = &cli.options;
    if let Some(Command::Ask(Question::Match(postings))) = &mut cli.command
        && postings.streams(options)?
    {
        return stream(postings, options, &layers);
    }
    let (mut report, catalog, yours): Answer = match &mut cli.command {
        Some(Command::Dataset { command: DatasetCommand::Check { .. } }) => {
            let raw = dataset::load(&layers).map_err(Failure::Input)?;
            (Box::new(checked(&raw, &layers)), None, Yours::default())
        }
        Some(Command::Profile { command }) => {
            let catalog = opened(Extent::Postings, &layers)?;
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
    let report = report.as_mut();
    let presentation = options.presentation(chart);
    let document = Document::new(catalog.as_ref(), report, &presentation)?.taking(yours);
    let mut text = Vec::new();
    render(options.format(), &document, report, &options.style(), &mut text)
        .map_err(Failure::Output)?;
    output::write(options.output.as_deref(), &text)?;
    hint(options, report);
    Ok(report.verdict())
}

/// Rows as they are worked out, which is the only answer that may be longer than memory.
fn stream(
    postings: &mut posting::Postings,
    options: &Options,
    layers: &[Layer],
) -> Result<Verdict, Failure> {
    let catalog = opened(Extent::Postings, layers)?;
    let person = profile::person(&catalog, options)?;
    postings.fill(&catalog, &person, &mut Yours::default());
    let failed = match &options.output {
        // A file is replaced only once all is read.
        Some(path) => {
            let mut rows = Vec::new();
            let failed = postings.stream(&catalog, &person, &mut rows)?;
            output::write(Some(path), &rows)?;
            failed
        }
        None => {
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            let failed = postings.stream(&catalog, &person, &mut out);
            out.flush().map_err(Failure::Output)?;
            failed?
        }
    };
    match failed {
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
    let catalog = opened(question.as_ref().map_or(Extent::Core, |asked| asked.extent()), layers)?;
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

fn opened(extent: Extent, layers: &[Layer]) -> Result<Catalog, Failure> {
    assembled(dataset::open(layers, extent).map_err(Failure::Input)?, layers)
}

/// What the rules find in the layers.
fn checked(raw: &Raw, layers: &[Layer]) -> check::Check {
    let findings = rules::check(raw).into_iter().map(|finding| {
        let place = finding.place(raw);
        check::FindingRow {
            severity: finding.severity,
            rule: finding.rule,
            message: finding.message,
            file: place.path,
            line: place.line,
            column: place.column,
            excerpt: place.excerpt,
            hint: finding.hint,
        }
    });
    let names: Vec<String> = layers.iter().map(Layer::to_string).collect();
    check::check(names.join(" + "), raw.files.len(), rules::RULES.len(), findings.collect())
}

/// The catalog; a test has shown that the rules pass our own dataset, so only others are checked here.
fn assembled(raw: Raw, layers: &[Layer]) -> Result<Catalog, Failure> {
    if layers.iter().any(|layer| *layer != Layer::Builtin) {
        let mut findings = rules::check(&raw);
        findings.retain(|finding| finding.severity == Severity::Error);
        if !findings.is_empty() {
            return Err(Failure::Dataset(show(&findings, &raw)));
        }
    }
    Catalog::assemble(raw).map_err(Failure::Input)
}

/// Names the next commands, to people at a terminal only.
fn hint(options: &Options, report: &dyn Report) {
    let watched = std::io::stdout().is_terminal() && std::io::stderr().is_terminal();
    if options.quiet || options.output.is_some() || !watched {
        return;
    }
    let hints: Vec<String> = report.said().hints.iter().map(|words| command_text(words)).collect();
    if !hints.is_empty() {
        // A hint that cannot be written is no reason to fail.
        let _ = writeln!(anstream::stderr(), "\nnext: {}", hints.join("   "));
    }
}
