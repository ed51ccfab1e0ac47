//! A report made ready for a format: sorted, with its columns chosen and its sources numbered. Knows no format.

use serde::Serialize;

use super::bibliography::{self, Footnote};
use super::cell::Line;
use super::sheet::{Sheet, SortKey, Table};
use super::{Chart, Report, Timeline, Yours};
use crate::catalog::{Catalog, Citation, Date, Source};

/// What a reader chose about the look of an answer.
#[derive(Debug, Default)]
pub struct Presentation {
    /// The sheet that CSV, JSON lines, `columns` and `sort` address; the first without it.
    pub sheet: Option<String>,
    /// The columns, in order.
    pub columns: Option<Vec<String>>,
    /// The order of rows.
    pub sort: Option<SortKey>,
    /// Whether to draw what is paid.
    pub chart: bool,
    /// Who reads it.
    pub readers: Readers,
}

/// Who reads an answer; what none of them reads is not worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Readers {
    /// People and programs.
    #[default]
    Anyone,
    /// People alone: no rows and columns that they don't see, no list of whole sources.
    People,
}

/// A choice that the report does not offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentationError {
    /// What was chosen.
    pub part: Part,
    /// The choice as given.
    pub given: String,
    /// What there is.
    pub known: Vec<&'static str>,
}

/// A part of a report that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One of its tables.
    Sheet,
    /// A column of the table that is addressed.
    Column,
}

impl Part {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Part::Sheet => "sheet",
            Part::Column => "column",
        }
    }
}

/// The dataset that an answer comes from.
#[derive(Debug, Clone, Serialize)]
pub struct DatasetRecord {
    /// Its name.
    pub name: String,
    /// The day up to which it was kept.
    pub as_of: Date,
}

/// An answer that every format can show.
#[derive(Debug)]
pub struct Document<'a> {
    /// The shape of its JSON.
    pub name: &'static str,
    /// Where it comes from; `None` where the dataset is not known to be right.
    pub dataset: Option<DatasetRecord>,
    /// The first line.
    pub answer: Line,
    /// What of the reader's profile it rests on.
    pub from_profile: Vec<&'static str>,
    /// Its tables, whole; none for people alone.
    pub sheets: Vec<Sheet>,
    /// Its tables as people read them; none is empty.
    pub readable: Vec<Sheet>,
    /// The number of the table that CSV and JSON lines show.
    pub addressed: usize,
    /// What one has to know.
    pub notes: Vec<Line>,
    /// Its numbered sources.
    pub footnotes: Vec<Footnote>,
    /// The sources behind them.
    pub sources: Vec<&'a Source>,
    /// The picture, where it has one.
    pub timeline: Option<Timeline>,
    /// The picture of what is paid, where one was asked for.
    pub chart: Option<Chart>,
}

impl<'a> Document<'a> {
    /// Sorts the report and gathers what formats need of it.
    ///
    /// # Errors
    /// When the report has no such sheet or column.
    pub fn new(
        catalog: Option<&'a Catalog>,
        report: &mut dyn Report,
        presentation: &Presentation,
    ) -> Result<Document<'a>, PresentationError> {
        let (answer, notes) = (report.said().answer.clone(), report.said().notes.clone());
        let mut tables = report.tables();
        let addressed = arrange(&mut tables, presentation)?;
        tables.iter_mut().for_each(|table| table.trim());
        let readers = presentation.readers;
        let whole = |table: &&mut dyn Table| table.sheet(readers, None);
        let mut sheets: Vec<Sheet> = tables.iter().map(whole).collect();
        let sources = match (readers, catalog) {
            (Readers::Anyone, Some(catalog)) => {
                bibliography::sources(catalog, cited(&answer, &sheets, &notes))
            }
            _ => Vec::new(),
        };
        if let (Some(keys), Some(table)) = (&presentation.columns, tables.get(addressed)) {
            sheets[addressed] = table.sheet(readers, Some(keys));
        }
        let mut readable = match readers {
            Readers::Anyone => sheets.clone(),
            Readers::People => std::mem::take(&mut sheets),
        };
        readable.iter_mut().for_each(Sheet::keep_readable);
        readable.retain(|sheet| !sheet.rows.is_empty());
        let shown = cited(&answer, &readable, &notes).into_iter();
        let footnotes = catalog.map_or_else(Vec::new, |c| bibliography::footnotes(c, shown));
        Ok(Document {
            name: report.name(),
            dataset: catalog
                .map(Catalog::about)
                .map(|about| DatasetRecord { name: about.name.to_string(), as_of: about.as_of }),
            answer,
            from_profile: Vec::new(),
            sheets,
            readable,
            addressed,
            notes,
            sources,
            footnotes,
            timeline: report.timeline(),
            chart: report.chart().filter(|_| presentation.chart),
        })
    }
}

impl Document<'_> {
    /// The same, saying what it takes from the reader's profile.
    pub fn taking(mut self, yours: Yours) -> Self {
        self.answer = self.answer.then(yours.ending());
        self.from_profile = yours.words();
        self.notes.extend(yours.into_notes());
        self
    }
}

/// Finds the table that is addressed and sorts it.
fn arrange(
    tables: &mut [&mut dyn Table],
    presentation: &Presentation,
) -> Result<usize, PresentationError> {
    let unknown =
        |part, given: &str, known| Err(PresentationError { part, given: given.to_owned(), known });
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    let addressed = match &presentation.sheet {
        None => 0,
        Some(given) => match names.iter().position(|name| name == given) {
            Some(index) => index,
            None => return unknown(Part::Sheet, given, names),
        },
    };
    let Some(table) = tables.get_mut(addressed) else { return Ok(addressed) };
    let sorted = presentation.sort.iter().map(|sort| &sort.key);
    for key in presentation.columns.iter().flatten().chain(sorted) {
        if !table.keys().contains(&key.as_str()) {
            return unknown(Part::Column, key, table.keys());
        }
    }
    if let Some(sort) = &presentation.sort {
        table.sort(sort);
    }
    Ok(addressed)
}

fn cited<'b>(answer: &'b Line, sheets: &'b [Sheet], notes: &'b [Line]) -> Vec<&'b Citation> {
    let mut all = answer.citations();
    for sheet in sheets {
        all.extend(sheet.heading.citations());
        all.extend(sheet.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.citations()));
    }
    all.extend(notes.iter().flat_map(Line::citations));
    all
}
