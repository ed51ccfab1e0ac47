//! What can be asked: parse, load, answer, render, exit. Does no arithmetic and puts no cell into words.

mod advice;
mod command;
mod exit;
mod gap;
mod input;
mod options;
mod output;
mod pay;
mod posting;
mod routes;
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
use crate::report::{Document, Report, Verdict, check};

use command::{Cli, Command, DatasetCommand, Question};
use exit::Failure;
use options::Options;

pub use exit::Exit;

/// Answers a command line on the standard streams, and gives the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let outcome =
        Cli::try_parse_from(arguments).map_err(Failure::from).and_then(|cli| answer(&cli));
    exit::report(outcome)
}

/// A report, and the catalog where there is one.
type Answer = (Box<dyn Report>, Option<Catalog>);

fn answer(cli: &Cli) -> Result<Verdict, Failure> {
    let options = &cli.options;
    let layers = cli.layers();
    if let Some(Command::Ask(question @ Question::Match(postings))) = &cli.command
        && postings.streams(options.wants_rows())
    {
        return stream(postings, question, options, &layers);
    }
    let (mut report, catalog): Answer = match &cli.command {
        Some(Command::Dataset { command: DatasetCommand::Check { .. } }) => {
            let raw = dataset::load(&layers).map_err(Failure::Input)?;
            (Box::new(checked(&raw, &layers)), None)
        }
        Some(Command::Ask(question)) => asked(Some(question), &layers)?,
        None => asked(None, &layers)?,
    };
    let report = report.as_mut();
    let presentation = options.presentation(cli.wants_chart());
    let document = Document::new(catalog.as_ref(), report, &presentation)?;
    let mut text = Vec::new();
    render(options.format(), &document, report, &options.style(), &mut text)
        .map_err(Failure::Output)?;
    output::write(options.output.as_deref(), &text)?;
    hint(options, report);
    Ok(report.verdict())
}

/// Rows as they are worked out, which is the only answer that may be longer than memory.
fn stream(
    postings: &posting::Postings,
    question: &Question,
    options: &Options,
    layers: &[Layer],
) -> Result<Verdict, Failure> {
    let raw = dataset::open(layers, question.extent()).map_err(Failure::Input)?;
    let catalog = assembled(raw, layers)?;
    let person = Person::default();
    match &options.output {
        Some(path) => {
            let mut rows = Vec::new();
            let read = postings.stream(&catalog, &person, &mut rows);
            output::write(Some(path), &rows)?;
            read.map(|()| Verdict::Answered)
        }
        None => {
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            let read = postings.stream(&catalog, &person, &mut out);
            out.flush().map_err(Failure::Output)?;
            read.map(|()| Verdict::Answered)
        }
    }
}

/// The report that answers a question, with the catalog that it was asked of.
fn asked(question: Option<&Question>, layers: &[Layer]) -> Result<Answer, Failure> {
    let extent = question.map_or(Extent::Core, Question::extent);
    let catalog = assembled(dataset::open(layers, extent).map_err(Failure::Input)?, layers)?;
    let report = command::report(question, &catalog, &Person::default())?;
    Ok((report, Some(catalog)))
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
