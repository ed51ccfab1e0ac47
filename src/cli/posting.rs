//! The arguments of `match`, and what answers them: a report, or a stream of rows. Knows no format.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use super::defaults::{place, uses_what_one_has};
use super::exit::{Failure, warn};
use super::gap::Typed;
use super::input;
use super::options::Options;
use crate::catalog::Catalog;
use crate::intake::{JSON_DEPTH, LINE, POSTING};
use crate::query::{Person, Posting, PostingReader};
use crate::render::record;
use crate::report::Yours;
use crate::report::posting::{Asker, Match, PostingRow, Scoring, matching};

/// What job postings ask for.
#[derive(Debug, Args)]
pub struct Postings {
    /// Name the postings: text or HTML files; `-` for standard input
    #[arg(value_name = "POSTING", required_unless_present = "jsonl")]
    postings: Vec<PathBuf>,
    /// Read a stream of postings, one a line: {"id": …, "text": …}; answer with a row for each
    #[arg(long)]
    jsonl: bool,
    /// Say which share of what is asked for you have, with its formula
    #[arg(long)]
    score: bool,
    #[command(flatten)]
    typed: Typed,
    /// Set pay beside that of this place
    #[arg(long, value_name = "PLACE")]
    area: Option<String>,
}

/// A posting of a stream.
#[derive(Deserialize)]
struct Streamed {
    #[serde(default)]
    id: Option<serde_json::Value>,
    #[serde(alias = "description", alias = "posting")]
    text: String,
}

impl Postings {
    /// Whether rows are written as postings are read, so that there may be any number of them.
    ///
    /// # Errors
    /// When a stream is asked for in another form or order than rows as they come.
    pub fn streams(&self, options: &Options) -> Result<bool, Failure> {
        let rows = options.wants_rows();
        let unordered = options.sort.is_none() && options.sheet.is_none();
        match self.jsonl {
            true if !(rows || options.format.is_none() && unordered) => Err(Failure::Question {
                message: "a stream is answered in JSON lines, in its own order".to_owned(),
                hint: "leave out --format, --sheet and --sort, or name the postings as files"
                    .to_owned(),
            }),
            true => Ok(true),
            false => Ok(rows && self.postings.len() > 1),
        }
    }

    /// Fills what was not typed from a profile.
    pub fn fill(&mut self, catalog: &Catalog, person: &Person<'_>, yours: &mut Yours) {
        uses_what_one_has(person, self.typed.years, yours);
        if self.area.is_none() {
            self.area = place(catalog, person, yours).map(str::to_owned);
        }
    }

    /// The report that answers.
    pub fn report(&self, catalog: &Catalog, person: &Person<'_>) -> Result<Match, Failure> {
        let person = self.person(catalog, person)?;
        let asker = self.asker(catalog, &person)?;
        // Not freed, as nothing that an answer holds is.
        let reader = ManuallyDrop::new(PostingReader::new(catalog));
        let mut read = Vec::new();
        for path in &self.postings {
            read.push((self.name(path), reader.read(&input::bytes(path, POSTING)?)));
        }
        Ok(matching(&asker, read))
    }

    /// Writes a row for each posting; what cannot be read is said on standard error, and the stream goes on. Gives how many
    /// that were.
    pub fn stream(
        &self,
        catalog: &Catalog,
        person: &Person<'_>,
        out: &mut dyn Write,
    ) -> Result<usize, Failure> {
        let person = self.person(catalog, person)?;
        let asker = self.asker(catalog, &person)?;
        let reader = PostingReader::new(catalog);
        let mut row = |name: String, posting: Posting<'_>| {
            record(&PostingRow::new(name, posting, &asker), out).map_err(Failure::Output)
        };
        let mut failed = 0;
        if self.jsonl {
            let paths: &[PathBuf] = match self.postings.as_slice() {
                [] => &[PathBuf::from("-")],
                paths => paths,
            };
            for path in paths {
                failed += lines(path, |name, text| row(name, reader.read_text(text)))?;
            }
        } else {
            for path in &self.postings {
                match input::bytes(path, POSTING) {
                    Ok(bytes) => row(self.name(path), reader.read(&bytes))?,
                    Err(Failure::Unusable { message, .. }) => {
                        failed += 1;
                        warn(&message, None);
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(failed)
    }

    /// The name of a file, with its folders only where another one has the same.
    fn name(&self, path: &Path) -> String {
        let alike = self.postings.iter().filter(|other| other.file_name() == path.file_name());
        let short = path.file_name().filter(|_| alike.count() == 1);
        short.unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
    }

    fn person<'a>(&self, catalog: &'a Catalog, person: &Person<'a>) -> Result<Person<'a>, Failure> {
        let own = self.typed.person(catalog, person)?;
        if self.score && !own.shows_anything() {
            return Err(Failure::Question {
                message: "a score needs to know what you have".to_owned(),
                hint: "name it with `--have agile,jira`, or make a profile with `tpm-path profile init`".to_owned(),
            });
        }
        Ok(own)
    }

    fn asker<'a>(
        &self,
        catalog: &'a Catalog,
        person: &'a Person<'a>,
    ) -> Result<Asker<'a>, Failure> {
        let scoring = if self.score { Scoring::On } else { Scoring::Off };
        Ok(Asker::new(catalog, person, self.area.as_deref(), scoring)?)
    }
}

/// The mark with which some programs begin a text.
const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// Reads a stream line by line; gives how many lines could not be read.
fn lines(
    path: &Path,
    mut row: impl FnMut(String, &str) -> Result<(), Failure>,
) -> Result<usize, Failure> {
    let mut stream = BufReader::with_capacity(1 << 16, input::stream(path)?);
    let (mut number, mut failed) = (0, 0);
    let mut line = Vec::new();
    while next_line(&mut stream, &mut line).map_err(|error| input::unreadable(path, &error))? {
        number += 1;
        if number == 1 && line.starts_with(MARK) {
            line.drain(..MARK.len());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let known = if line.len() > LINE.bytes { Err(LINE.to_string()) } else { posting(&line) };
        match known {
            Ok(posting) => row(name(posting.id, number), &posting.text)?,
            Err(why) => {
                failed += 1;
                warn(&format!("`{}`, line {number}: {why}", path.display()), None);
            }
        }
    }
    Ok(failed)
}

fn posting(line: &[u8]) -> Result<Streamed, String> {
    serde_json::from_slice(line).map_err(|error| {
        // The place is that in the line; its own number is said before.
        let column = error.column();
        match error.classify() {
            serde_json::error::Category::Data => {
                format!("not of the shape {{\"id\": …, \"text\": …}}, at column {column}")
            }
            _ if error.to_string().starts_with("recursion limit") => {
                format!("nested more than {JSON_DEPTH} deep, the most that {} may be", LINE.of)
            }
            _ => format!("not JSON, at column {column}"),
        }
    })
}

/// The id of a posting, or else its line.
fn name(id: Option<serde_json::Value>, number: usize) -> String {
    match id {
        Some(serde_json::Value::String(id)) => id,
        Some(serde_json::Value::Number(id)) => id.to_string(),
        _ => number.to_string(),
    }
}

/// The next line, of which no more is kept than is too long; whether there was one.
fn next_line(stream: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = stream.by_ref().take(LINE.bytes as u64 + 1).read_until(b'\n', line)?;
    if line.len() > LINE.bytes && !line.ends_with(b"\n") {
        stream.skip_until(b'\n')?;
    }
    Ok(read > 0)
}
