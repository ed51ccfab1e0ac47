//! A CSV file, row by row: finds cells by their columns, and says where something is wrong.

use std::fmt::Display;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, Result, anyhow, ensure};
use csv::{Position, ReaderBuilder, StringRecord, Trim};

use crate::RELEASE;

/// A CSV file.
pub struct Table {
    path: String,
    header: StringRecord,
    lines: Vec<StringRecord>,
}

/// A line of a CSV file.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    cells: &'a StringRecord,
}

impl Table {
    /// Reads one of O*NET's files, which has to have some columns.
    pub fn read(folder: &Path, name: &str, columns: &[&str]) -> Result<Self> {
        let path = folder.join(format!("{name}_v{}.csv", RELEASE.replace('-', "_")));
        let shown = path.display();
        let not_csv = |error: csv::Error| {
            let line = error.position().map_or(1, Position::line);
            let what = "save it as CSV in UTF-8, cells with commas in quotation marks";
            anyhow!("{shown}, line {line}: {what}: {error}")
        };
        let mut reader =
            ReaderBuilder::new().trim(Trim::All).from_path(&path).with_context(|| {
                format!("{shown}: it cannot be opened; give the folder of O*NET's files")
            })?;
        let header = reader.headers().map_err(not_csv)?.clone();
        for column in columns {
            let known = header.iter().any(|name| name == *column);
            ensure!(known, "{shown}, line 1: there is no column `{column}`; add it");
        }
        let lines = reader.records().collect::<csv::Result<_>>().map_err(not_csv)?;
        Ok(Self { path: shown.to_string(), header, lines })
    }

    /// Gives all lines after the first one.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.lines.iter().map(|cells| Row { table: self, cells })
    }

    /// Gives the lines on an occupation.
    pub fn of(&self, code: &str) -> impl Iterator<Item = Row<'_>> {
        self.rows().filter(move |row| row.cell("onet_soc_code") == Some(code))
    }
}

impl<'a> Row<'a> {
    fn cell(self, name: &str) -> Option<&'a str> {
        let column = self.table.header.iter().position(|known| known == name)?;
        self.cells.get(column)
    }

    /// Gives the text of a cell; there has to be some.
    pub fn get(self, name: &str) -> Result<&'a str> {
        let cell = self.cell(name).filter(|cell| !cell.is_empty());
        cell.ok_or_else(|| self.wrong(name, "the cell is empty; fill it"))
    }

    /// Gives the number in a cell.
    pub fn number<T: FromStr>(self, name: &str) -> Result<T> {
        let text = self.get(name)?;
        let why = || self.wrong(name, format!("`{text}` is not known; write a number"));
        text.parse().map_err(|_| why())
    }

    /// Gives the answer in a cell, Y or N.
    pub fn yes(self, name: &str) -> Result<bool> {
        match self.get(name)? {
            "Y" => Ok(true),
            "N" => Ok(false),
            text => Err(self.wrong(name, format!("`{text}` is not known; write Y or N"))),
        }
    }

    /// Gives the month in a cell, written `MM/YYYY` there, as `YYYY-MM`.
    pub fn month(self, name: &str) -> Result<String> {
        let text = self.get(name)?;
        let digits =
            |part: &str, many| part.len() == many && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = text.split_once('/').filter(|(month, year)| {
            digits(month, 2) && ("01"..="12").contains(month) && digits(year, 4)
        });
        let why = || self.wrong(name, format!("`{text}` is not known; write it like 08/2019"));
        parts.map(|(month, year)| format!("{year}-{month}")).ok_or_else(why)
    }

    /// Says what is wrong with a cell, and where that is.
    pub fn wrong(self, name: &str, why: impl Display) -> anyhow::Error {
        let line = self.cells.position().map_or(0, Position::line);
        anyhow!("{}, line {line}, column `{name}`: {why}", self.table.path)
    }
}
