//! `sources`: who is cited, for what, licence and date; and one of them in full. Knows no format.

use serde::Serialize;

use super::cell::{Cell, Line, line};
use super::command::command;
use super::find::HitRow;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::{Report, Said};
use crate::catalog::{Catalog, Date, Source, SourceDate, SourceId, Text};
use crate::query::{QueryError, lookup};

/// One source.
#[derive(Debug, Serialize)]
struct SourceRow {
    id: SourceId,
    source: Text,
    title: Text,
    publisher: Text,
    published: Option<Date>,
    read: Option<Date>,
    period: Option<Date>,
    licence: Text,
    covers: Text,
    url: Option<Text>,
    cited: usize,
}

impl SourceRow {
    fn new(source: &Source, cited: usize) -> Self {
        let (published, read) = match source.date {
            SourceDate::Published(date) => (Some(date), None),
            SourceDate::Undated(date) => (None, Some(date)),
        };
        SourceRow {
            id: source.id,
            source: source.title,
            title: source.full_title,
            publisher: source.publisher,
            published,
            read,
            period: source.period,
            licence: source.licence,
            covers: source.covers,
            url: source.url,
            cited,
        }
    }
}

fn date(of: Option<Date>) -> Cell {
    of.map_or(Cell::Empty, Cell::Date)
}

impl Tabular for SourceRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("id", "Id", |row| Cell::text(row.id.as_str())),
        Column::data(Align::Left, "source", "Source", |row| Cell::text(row.source.as_str())),
        Column::data(Align::Left, "title", "Title", |row| Cell::text(row.title.as_str())),
        Column::words("publisher", "Publisher", |row| Cell::text(row.publisher.as_str())),
        Column::words("published", "Published", |row| date(row.published)),
        Column::words("read", "Undated, read", |row| date(row.read)),
        Column::data(Align::Left, "period", "Figures of", |row| date(row.period)),
        Column::words("licence", "Licence", |row| Cell::text(row.licence.as_str())),
        Column::data(Align::Left, "covers", "Cited for", |row| Cell::text(row.covers.as_str())),
        Column::data(Align::Left, "url", "Address", |row| row.url.map_or(Cell::Empty, Cell::link)),
        Column::number("cited", "Cited", |row| Cell::Count(row.cited as u64)),
    ];
}

/// Who is cited.
#[derive(Debug, Serialize)]
pub struct Sources {
    #[serde(skip)]
    said: Said,
    sources: Rows<SourceRow>,
}

/// Lists the sources.
pub fn sources(catalog: &Catalog) -> Sources {
    let counts = catalog.entries_by_source();
    let cited = |source: &Source| counts.get(&source.id).copied().unwrap_or_default();
    let sources = catalog.sources().iter();
    let rows: Vec<SourceRow> = sources.map(|of| SourceRow::new(of, cited(of))).collect();
    let about = catalog.about();
    let answer = Line::counted(rows.len(), "source", "sources").then(line![
        "; dataset ",
        &about.name,
        ", kept up to ",
        Cell::Date(about.as_of)
    ]);
    let first = rows.first().map(|row| command(["sources", row.id.as_str()]));
    Sources {
        said: Said::from(answer).noting([CITED]).hinting(first),
        sources: Rows::new("sources", Layout::Table, rows),
    }
}

impl Report for Sources {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.sources]
    }
}

const CITED: &str = "Cited: how many texts rest on it, directly or as the reference of another; \
                     wages are not counted";

/// One source in full.
#[derive(Debug, Serialize)]
pub struct OneSource {
    #[serde(skip)]
    said: Said,
    source: Rows<SourceRow>,
    cited: Rows<HitRow>,
}

/// Tells what a source is and what rests on it.
///
/// # Errors
/// When there is none of this name.
pub fn source(catalog: &Catalog, name: &str) -> Result<OneSource, QueryError> {
    let source = lookup(catalog.sources(), name)?;
    let cited: Vec<HitRow> = catalog.entries_on(&source.id).into_iter().map(HitRow::from).collect();
    let row = SourceRow::new(source, cited.len());
    Ok(OneSource {
        said: line![&source.title, ": ", &source.full_title, "; "]
            .then(Line::counted(cited.len(), "text rests on it", "texts rest on it"))
            .into(),
        source: Rows::new("source", Layout::Record, vec![row]).showing(&[
            "id",
            "title",
            "publisher",
            "published",
            "read",
            "period",
            "licence",
            "covers",
            "url",
        ]),
        cited: Rows::new("cited", Layout::Table, cited)
            .showing(&["kind", "title", "text", "command"])
            .under(line!["What rests on it"]),
    })
}

impl Report for OneSource {
    fn name(&self) -> &'static str {
        "source"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.source, &mut self.cited]
    }
}
