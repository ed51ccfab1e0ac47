//! A table that does not know its format: columns as data, rows of cells. Knows no particular report.

use serde::{Serialize, Serializer};

use super::cell::{Cell, Line};
use super::document::Readers;

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Who a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Everyone,
    /// Programs; people see it only when they ask with `--columns`.
    Programs,
}

impl Audience {
    /// Whether some of these readers see the column.
    fn is_among(self, readers: Readers) -> bool {
        self == Audience::Everyone || readers == Readers::Anyone
    }
}

/// A column of a table, whole: one line of data.
#[derive(Debug)]
pub struct Column<Row: 'static> {
    /// CSV header, JSON field, and the word for `--columns` and `--sort`.
    pub key: &'static str,
    /// What people read above it.
    pub title: &'static str,
    /// Where its text stands.
    pub align: Align,
    /// Who it is for.
    pub audience: Audience,
    /// Its value in a row.
    pub cell: fn(&Row) -> Cell,
}

impl<Row> Column<Row> {
    /// A column of words.
    pub const fn words(key: &'static str, title: &'static str, cell: fn(&Row) -> Cell) -> Self {
        Column { key, title, align: Align::Left, audience: Audience::Everyone, cell }
    }

    /// A column of numbers.
    pub const fn number(key: &'static str, title: &'static str, cell: fn(&Row) -> Cell) -> Self {
        Column { key, title, align: Align::Right, audience: Audience::Everyone, cell }
    }

    /// A column for programs.
    pub const fn data(
        align: Align,
        key: &'static str,
        title: &'static str,
        cell: fn(&Row) -> Cell,
    ) -> Self {
        Column { key, title, align, audience: Audience::Programs, cell }
    }
}

/// A row type with its columns.
pub trait Tabular: Serialize + Sized + 'static {
    /// Its columns, in order.
    const COLUMNS: &'static [Column<Self>];

    /// Whether this row is about the reader.
    fn is_yours(&self) -> bool {
        false
    }
}

/// How a sheet is laid out where there is room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Rows under headings.
    Table,
    /// Columns without headings.
    Pairs,
    /// One item a row.
    List,
    /// One `Title: value` line for each column.
    Record,
    /// Things to do, in order.
    Checklist,
}

/// The rows of a report's table; JSON shows them as a plain array.
#[derive(Debug)]
pub struct Rows<Row: Tabular> {
    /// The word for `--sheet`.
    pub name: &'static str,
    /// What people read above it.
    pub heading: Line,
    /// How it is laid out.
    pub layout: Layout,
    /// Titles of columns that depend on the data.
    pub titles: Vec<(&'static str, String)>,
    /// The columns that people see, where they are not those of the row type.
    pub shown: Option<Vec<&'static str>>,
    /// How many rows there are to be, once they are in order.
    pub limit: Option<usize>,
    /// How many of them people see.
    pub glimpse: Option<usize>,
    /// Which of them people do not see.
    pub hidden: Option<fn(&Row) -> bool>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl<Row: Tabular> Rows<Row> {
    /// A table without a heading.
    pub fn new(name: &'static str, layout: Layout, rows: Vec<Row>) -> Self {
        Rows {
            name,
            heading: Line::default(),
            layout,
            titles: Vec::new(),
            shown: None,
            limit: None,
            glimpse: None,
            hidden: None,
            rows,
        }
    }

    /// The same, of which people see so many rows, whatever their order will be.
    pub fn glimpsed(mut self, rows: usize) -> Self {
        self.glimpse = Some(rows);
        self
    }

    /// The same, of which people do not see some rows.
    pub fn hiding(mut self, hidden: fn(&Row) -> bool) -> Self {
        self.hidden = Some(hidden);
        self
    }

    /// The same, ending after so many rows, whatever their order will be.
    pub fn limited(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The same, under a heading.
    pub fn under(mut self, heading: Line) -> Self {
        self.heading = heading;
        self
    }

    /// The same, showing people these columns.
    pub fn showing(mut self, keys: &[&'static str]) -> Self {
        self.shown = Some(keys.to_vec());
        self
    }

    /// The same, with a column titled by the data.
    pub fn titled(mut self, key: &'static str, title: impl Into<String>) -> Self {
        self.titles.push((key, title.into()));
        self
    }
}

impl<Row: Tabular> Rows<Row> {
    /// Who a column is for here.
    fn audience(&self, column: &Column<Row>) -> Audience {
        match &self.shown {
            None => column.audience,
            Some(keys) if keys.contains(&column.key) => Audience::Everyone,
            Some(_) => Audience::Programs,
        }
    }
}

impl<Row: Tabular> Serialize for Rows<Row> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

/// By which column, and which way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortKey {
    /// The column's key.
    pub key: String,
    /// Which way.
    pub direction: Direction,
}

impl SortKey {
    /// The numbers of rows in order, given their cells in the column: missing ones last, equal ones as they are.
    ///
    /// Numbers are sorted in place of rows so that the program holds one sort, not one for each type of row.
    fn order(&self, cells: &[Cell]) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..cells.len()).collect();
        numbers.sort_by(|a, b| {
            let (a, b) = (&cells[*a], &cells[*b]);
            match (a.is_missing(), b.is_missing(), self.direction) {
                (false, false, Direction::Ascending) => a.order(b),
                (false, false, Direction::Descending) => b.order(a),
                (a, b, _) => a.cmp(&b),
            }
        });
        numbers
    }
}

/// Which way something is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// A table of any row type.
pub trait Table {
    /// The word for `--sheet`.
    fn name(&self) -> &'static str;

    /// The keys of its columns.
    fn keys(&self) -> Vec<&'static str>;

    /// Sorts its rows, missing values last; a key that it does not have changes nothing.
    fn sort(&mut self, by: &SortKey);

    /// Leaves out the rows beyond its limit; comes after sorting.
    fn trim(&mut self);

    /// Its cells, for people those that they see; of these columns alone, where keys are given, and in that order.
    fn sheet(&self, readers: Readers, keys: Option<&[String]>) -> Sheet;

    /// Its rows as they are serialised.
    fn records(&self) -> Vec<&dyn erased_serde::Serialize>;
}

impl<Row: Tabular> Table for Rows<Row> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn keys(&self) -> Vec<&'static str> {
        Row::COLUMNS.iter().map(|column| column.key).collect()
    }

    fn sort(&mut self, by: &SortKey) {
        let Some(column) = Row::COLUMNS.iter().find(|column| column.key == by.key) else {
            return;
        };
        let keys: Vec<Cell> = self.rows.iter().map(column.cell).collect();
        let mut rows: Vec<Option<Row>> = self.rows.drain(..).map(Some).collect();
        self.rows = by.order(&keys).into_iter().filter_map(|number| rows[number].take()).collect();
    }

    fn trim(&mut self) {
        self.rows.truncate(self.limit.unwrap_or(self.rows.len()));
    }

    fn sheet(&self, readers: Readers, keys: Option<&[String]>) -> Sheet {
        let all = Row::COLUMNS;
        let columns: Vec<&Column<Row>> = match keys {
            Some(keys) => {
                keys.iter().filter_map(|key| all.iter().find(|column| column.key == key)).collect()
            }
            None => all.iter().filter(|column| self.audience(column).is_among(readers)).collect(),
        };
        let heads = columns.iter().map(|column| Head {
            key: column.key,
            title: self
                .titles
                .iter()
                .find(|(key, _)| *key == column.key)
                .map_or_else(|| column.title.to_owned(), |(_, title)| title.clone()),
            align: column.align,
            audience: keys.map_or(self.audience(column), |_| Audience::Everyone),
        });
        let is_hidden = |row: &Row| self.hidden.is_some_and(|hidden| hidden(row));
        let rows = |row| SheetRow {
            cells: columns.iter().map(|column| (column.cell)(row)).collect(),
            yours: row.is_yours(),
            hidden: is_hidden(row),
        };
        let rows: Vec<SheetRow> = match readers {
            Readers::Anyone => self.rows.iter().map(rows).collect(),
            Readers::People => {
                let seen = self.rows.iter().filter(|row| !is_hidden(row));
                seen.take(self.glimpse.unwrap_or(usize::MAX)).map(rows).collect()
            }
        };
        Sheet {
            name: self.name,
            heading: self.heading.clone(),
            layout: self.layout,
            heads: heads.collect(),
            rows,
            glimpse: self.glimpse,
        }
    }

    fn records(&self) -> Vec<&dyn erased_serde::Serialize> {
        self.rows.iter().map(|row| row as &dyn erased_serde::Serialize).collect()
    }
}

/// A table as cells.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The word for `--sheet`.
    pub name: &'static str,
    /// What people read above it.
    pub heading: Line,
    /// How it is laid out.
    pub layout: Layout,
    /// Its columns.
    pub heads: Vec<Head>,
    /// Its rows, a cell a column.
    pub rows: Vec<SheetRow>,
    /// How many of them people see.
    pub glimpse: Option<usize>,
}

/// A column of a sheet, without its values.
#[derive(Debug, Clone)]
pub struct Head {
    /// CSV header and JSON field.
    pub key: &'static str,
    /// What people read above it.
    pub title: String,
    /// Where its text stands.
    pub align: Align,
    /// Who it is for.
    pub audience: Audience,
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// A cell a column.
    pub cells: Vec<Cell>,
    /// Whether this row is about the reader.
    pub yours: bool,
    /// Whether people do not see it.
    pub hidden: bool,
}

impl Sheet {
    /// Keeps what people read: the first rows, and not the columns for programs nor those without any value.
    pub fn keep_readable(&mut self) {
        self.rows.retain(|row| !row.hidden);
        self.rows.truncate(self.glimpse.unwrap_or(self.rows.len()));
        let readable: Vec<bool> = (0..self.heads.len())
            .map(|index| {
                self.heads[index].audience == Audience::Everyone
                    && self.rows.iter().any(|row| !row.cells[index].is_empty())
            })
            .collect();
        retain(&mut self.heads, &readable);
        self.rows.iter_mut().for_each(|row| retain(&mut row.cells, &readable));
    }
}

/// Keeps the items that are marked.
fn retain<T>(items: &mut Vec<T>, marked: &[bool]) {
    let mut marks = marked.iter();
    items.retain(|_| marks.next() == Some(&true));
}
