//! What all subcommands share: format, columns, order, width, colour, dataset. Knows no subcommand.

use std::env;
use std::io;
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::exit::Failure;
use super::value;
use crate::dataset::Layer;
use crate::render::{Charset, Colour, Format, Notes, Style};
use crate::report::sheet::SortKey;
use crate::report::{Presentation, Readers};

/// The width of text where nothing says how wide it may be.
const DEFAULT_WIDTH: usize = 100;

/// Endings of files that other programs write.
const FOREIGN: [&str; 9] = ["xlsx", "xls", "ods", "html", "htm", "pdf", "docx", "odt", "tsv"];

/// Options that every subcommand takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Options {
    /// Choose how the answer is written; the ending of --output chooses too
    #[arg(long, global = true, value_name = "FORMAT", value_parser = formats(), ignore_case = true)]
    pub format: Option<Format>,

    /// Write the answer to a file, replaced whole
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Show only these columns, in this order; a wrong key lists them
    #[arg(long, global = true, value_name = "KEY,…", value_delimiter = ',')]
    pub columns: Option<Vec<String>>,

    /// Sort by a column; `key:desc` for largest first
    #[arg(long, global = true, value_name = "KEY", value_parser = value::sort_key)]
    pub sort: Option<SortKey>,

    /// Name the table that csv, jsonl, --columns and --sort address; a wrong name lists them
    #[arg(long, global = true, value_name = "NAME")]
    pub sheet: Option<String>,

    /// Set how many columns of text there are
    #[arg(long, global = true, value_name = "N", value_parser = value::width)]
    pub width: Option<usize>,

    /// Say when to use colour
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = When::Auto)]
    pub color: When,

    /// Use ASCII signs only
    #[arg(long, global = true)]
    pub ascii: bool,

    /// Read this dataset instead of ours; repeat to layer, `builtin` names ours
    #[arg(long = "dataset", global = true, value_name = "DIR")]
    pub datasets: Vec<PathBuf>,

    /// Take your title, years, pay, place and certificates from this file
    #[arg(long, global = true, value_name = "FILE")]
    pub profile: Option<PathBuf>,

    /// Leave your profile out
    #[arg(long, global = true, conflicts_with = "profile")]
    pub no_profile: bool,

    /// Leave out notes and hints
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal that can.
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.map(|(name, _)| name);
    PossibleValuesParser::new(names).map(|chosen| Format::named(&chosen).unwrap_or(Format::Table))
}

impl Options {
    /// The layers of the dataset, ours without any other.
    pub fn layers(&self) -> Vec<Layer> {
        if self.datasets.is_empty() {
            return vec![Layer::Builtin];
        }
        self.datasets.iter().cloned().map(layer).collect()
    }

    /// What has to be typed again for another answer of the same data to the same person.
    pub fn again(&self) -> Vec<String> {
        let path = |name: &str, path: &PathBuf| [name.to_owned(), path.display().to_string()];
        let layers = self.datasets.iter().flat_map(|folder| path("--dataset", folder));
        let profile = self.profile.iter().flat_map(|file| path("--profile", file));
        let without = self.no_profile.then(|| "--no-profile".to_owned());
        layers.chain(profile).chain(without).collect()
    }

    /// The format chosen, or the one of the file's ending, or the one that a reader who listens needs.
    pub fn format(&self) -> Format {
        let chosen = self.format.or_else(|| self.ending().and_then(Format::named));
        let listens = env::var_os("ACCESSIBLE").is_some_and(|value| !value.is_empty());
        chosen.unwrap_or(if listens { Format::Plain } else { Format::Table })
    }

    fn ending(&self) -> Option<&str> {
        self.output.as_ref()?.extension()?.to_str()
    }

    /// Whether one table of several is written, and nobody has named it.
    pub fn writes_one_table(&self) -> bool {
        matches!(self.format(), Format::Csv | Format::Jsonl) && self.sheet.is_none()
    }

    /// Refuses a file whose ending promises what no format keeps.
    pub fn fits_ending(&self) -> Result<(), Failure> {
        match self.ending().filter(|ending| self.format.is_none() && FOREIGN.contains(ending)) {
            None => Ok(()),
            Some(ending) => Err(Failure::Question {
                message: format!("no answer is written as .{ending}"),
                hint: "a spreadsheet opens .csv; .json, .jsonl and .md are known too, and --format takes any ending"
                    .to_owned(),
            }),
        }
    }

    /// Whether rows of the first sheet are asked for as they come, in no other order.
    pub fn wants_rows(&self) -> bool {
        self.format() == Format::Jsonl && self.sort.is_none() && self.sheet.is_none()
    }

    /// The choice of sheet, columns and order, and whether a chart is drawn.
    pub fn presentation(&self, chart: bool) -> Presentation {
        Presentation {
            chart,
            sheet: self.sheet.clone(),
            columns: self
                .columns
                .as_ref()
                .map(|keys| keys.iter().map(|key| key.trim().to_owned()).collect()),
            sort: self.sort.clone(),
            readers: if self.format().is_for_people() { Readers::People } else { Readers::Anyone },
        }
    }

    /// What a format has to know about where it is read.
    pub fn style(&self) -> Style {
        Style {
            width: self.width.unwrap_or_else(readable_width),
            colour: self.colour(),
            charset: if self.ascii { Charset::Ascii } else { Charset::Unicode },
            notes: if self.quiet { Notes::Hidden } else { Notes::Shown },
        }
    }

    fn colour(&self) -> Colour {
        let coloured = match self.color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                let choice = AutoStream::choice(&io::stdout());
                self.output.is_none() && choice != ColorChoice::Never
            }
        };
        if coloured { Colour::On } else { Colour::Off }
    }
}

/// A folder, or ours by its name.
pub fn layer(path: PathBuf) -> Layer {
    if path.as_os_str() == "builtin" { Layer::Builtin } else { Layer::Directory(path) }
}

/// `COLUMNS`, else the terminal, else the default; kept within what can be laid out.
fn readable_width() -> usize {
    let stated = env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = stated.filter(|width| *width > 0).or_else(terminal).unwrap_or(DEFAULT_WIDTH);
    width.clamp(*value::WIDTHS.start(), *value::WIDTHS.end())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::cli::command::Cli;

    #[test]
    fn the_next_command_asks_the_same_data_for_the_same_person() {
        for (typed, again) in [
            ("levels --format csv", ""),
            ("levels --dataset builtin --dataset ours", "--dataset builtin --dataset ours"),
            ("gap --profile me.toml --ascii", "--profile me.toml"),
            ("gap --no-profile", "--no-profile"),
        ] {
            let cli = Cli::try_parse_from(["tpm-path"].into_iter().chain(typed.split(' ')));
            assert_eq!(cli.map(|cli| cli.options.again().join(" ")).ok().as_deref(), Some(again));
        }
    }
}
