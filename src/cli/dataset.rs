//! `dataset`: its arguments, and what each reads and writes. Knows no cell.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::exit::Failure;
use super::folder::create;
use super::options::{Options, layer};
use crate::catalog::rules;
use crate::dataset::diagnostic::Places;
use crate::dataset::raw::Raw;
use crate::dataset::schema::{self, SCHEMAS, Schema};
use crate::dataset::{self, Difference, File, Layer};
use crate::render::{clean, csv_table};
use crate::report::cell::Cell;
use crate::report::dataset::{data, diff, export, init, schema as schemas};
use crate::report::{Report, check};

/// What can be done with a dataset.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum DatasetCommand {
    /// Check every rule, and name file, line and column of each finding
    Check {
        /// Check this folder; ours, or --dataset, without it
        folder: Option<PathBuf>,
    },
    /// Write a dataset of your own to change: a copy of ours, or a small one
    Init {
        /// Name the new folder
        folder: PathBuf,
        /// Write a small one to grow, with invented figures
        #[arg(long)]
        minimal: bool,
    },
    /// List the schemas of a dataset's files, or print one as JSON Schema
    Schema {
        /// Name a file or its schema: `levels.toml`, `levels`
        file: Option<String>,
    },
    /// Write a CSV file for each noun, for databases and spreadsheets
    Export {
        /// Name the new folder
        folder: PathBuf,
    },
    /// Show what was added, removed and changed from one dataset to another
    Diff {
        /// Name the folder of the old one, or `builtin`
        old: PathBuf,
        /// Name the folder of the new one, or `builtin`
        new: PathBuf,
        /// Exit with 1 where they differ
        #[arg(long)]
        check: bool,
    },
}

impl DatasetCommand {
    /// The schema that is to be printed as it is, where one was named.
    pub fn schema(&self) -> Result<Option<&'static str>, Failure> {
        match self {
            DatasetCommand::Schema { file: Some(file) } => named(file).map(|s| Some(s.text)),
            _ => Ok(None),
        }
    }

    /// Does it, and reports what was done.
    pub fn report(&self, options: &Options, layers: &[Layer]) -> Result<Box<dyn Report>, Failure> {
        Ok(match self {
            DatasetCommand::Check { .. } => {
                let raw = dataset::load(layers).map_err(Failure::Input)?;
                Box::new(checked(&raw, layers))
            }
            DatasetCommand::Init { folder, minimal } => Box::new(write_new(folder, *minimal)?),
            DatasetCommand::Schema { .. } => Box::new(schemas::schemas(listed())),
            DatasetCommand::Export { folder } => {
                let layers = options.layers();
                // What breaks rules is told, not written.
                super::opened(&layers)?;
                Box::new(exported(folder, &layers)?)
            }
            DatasetCommand::Diff { old, new, check } => {
                let asked = if *check { diff::Asked::ToCheck } else { diff::Asked::ToSee };
                Box::new(differing(old, new, asked)?)
            }
        })
    }
}

fn named(file: &str) -> Result<&'static Schema, Failure> {
    let stem = file.trim_end_matches(".toml").trim_end_matches(".json");
    let base = Path::new(stem).file_name().map(|name| name.to_string_lossy().into_owned());
    let base = base.unwrap_or_default();
    let inside = ["wages/", "onet/"].iter().find_map(|folder| file.find(folder));
    let by_place = inside.map(|start| schema::name_of(&file[start..]));
    let found = schema::named(&base).or_else(|| by_place.and_then(schema::named));
    found.ok_or_else(|| {
        let near = SCHEMAS.iter().max_by(|a, b| {
            let likeness = |schema: &Schema| strsim::jaro_winkler(schema.name, &base);
            likeness(a).total_cmp(&likeness(b))
        });
        let near = near.map_or("levels", |schema| schema.name);
        Failure::Question {
            message: format!("no file of a dataset is named `{}`", clean(file)),
            hint: format!("did you mean `{near}`? `tpm-path dataset schema` lists them all"),
        }
    })
}

fn listed() -> Vec<schemas::SchemaRow> {
    let rows = SCHEMAS.iter().map(|schema| schemas::SchemaRow {
        schema: schema.name,
        files: schema.files.split(", ").collect(),
        tables: schema.tables.to_vec(),
    });
    rows.collect()
}

/// Where the schemas of a new dataset stand inside it.
const SCHEMA_FOLDER: &str = "schema";

fn write_new(folder: &Path, minimal: bool) -> Result<init::Init, Failure> {
    let files = match minimal {
        true => dataset::minimal(),
        false => dataset::read(&Layer::Builtin).map_err(Failure::Input)?,
    };
    let count = files.len();
    let files = files.into_iter().map(|File { name, text, .. }| {
        let bytes = with_schema(&name, &text).into_bytes();
        (name, bytes)
    });
    let schemas = SCHEMAS.iter().map(|schema| {
        (format!("{SCHEMA_FOLDER}/{}.json", schema.name), schema.text.as_bytes().to_vec())
    });
    let files: Vec<(String, Vec<u8>)> = files.chain(schemas).collect();
    create(folder, &files)?;
    let extent = if minimal { init::Extent::Minimal } else { init::Extent::Whole };
    Ok(init::init(folder.display().to_string(), count, extent))
}

/// A file whose first line leads to the schema beside it.
fn with_schema(name: &str, text: &str) -> String {
    let rest = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("#:schema ") => rest,
        _ => text,
    };
    format!("{}\n{rest}", schema::directive(name, SCHEMA_FOLDER))
}

fn exported(folder: &Path, layers: &[Layer]) -> Result<export::Export, Failure> {
    let entries = dataset::entries(layers).map_err(Failure::Input)?;
    let (mut files, mut rows) = (Vec::new(), Vec::new());
    for table in dataset::flat(&entries) {
        let cells = table.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| data(cell));
            cells.collect::<Vec<Cell>>()
        });
        let mut text = Vec::new();
        csv_table(&table.columns, cells, &mut text).map_err(Failure::Output)?;
        let file = format!("{}.csv", table.name);
        rows.push(export::FileRow {
            file: file.clone(),
            rows: table.rows.len(),
            columns: table.columns.len(),
        });
        files.push((file, text));
    }
    create(folder, &files)?;
    Ok(export::export(folder.display().to_string(), rows))
}

fn differing(old: &Path, new: &Path, asked: diff::Asked) -> Result<diff::Diff, Failure> {
    let [old, new] = [old, new].map(|path| layer(path.to_owned()));
    let read = |layer: &Layer| dataset::entries(std::slice::from_ref(layer));
    let before = read(&old).map_err(Failure::Input)?;
    let after = read(&new).map_err(Failure::Input)?;
    let rows = dataset::differences(&before, &after).into_iter().map(diff_row).collect();
    Ok(diff::diff(old.to_string(), new.to_string(), rows, asked))
}

fn diff_row(found: Difference) -> diff::DiffRow {
    diff::DiffRow {
        change: found.change,
        noun: found.noun,
        id: found.id,
        field: Some(found.field).filter(|field| !field.is_empty()),
        old: found.old.values,
        new: found.new.values,
        old_sources: found.old.sources,
        new_sources: found.new.sources,
    }
}

/// What the rules find in the layers, and what overrides what.
fn checked(raw: &Raw, layers: &[Layer]) -> check::Check {
    let mut places = Places::of(raw);
    let findings = rules::check(raw).into_iter().map(|finding| {
        let place = places.at(finding.file, finding.start);
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
    let findings = findings.collect();
    let overrides = raw.overrides.iter().map(|found| {
        let mut place =
            |(file, span): &(usize, std::ops::Range<usize>)| places.at(*file, span.start);
        let (old, new) = (place(&found.old), place(&found.new));
        check::OverrideRow {
            noun: found.noun,
            id: found.id.clone(),
            old_file: old.path,
            old_line: old.line,
            new_file: new.path,
            new_line: new.line,
        }
    });
    let names: Vec<String> = layers.iter().map(Layer::to_string).collect();
    let counts = [raw.files.len(), rules::RULES.len()];
    check::check(names.join(" + "), counts, findings, overrides.collect())
}
