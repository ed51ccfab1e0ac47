//! One row of one sheet a line, as JSON. Knows no envelope.

use std::io::{self, Write};

use super::json::escaped;
use serde::Serialize;

use crate::report::{Document, Report};

pub(super) fn write(
    document: &Document<'_>,
    report: &mut dyn Report,
    out: &mut dyn Write,
) -> io::Result<()> {
    let tables = report.tables();
    let Some(table) = tables.get(document.addressed) else {
        return Ok(());
    };
    for record in table.records() {
        one(record, out)?;
    }
    Ok(())
}

/// One row on a line of its own.
pub(super) fn one(record: &(impl Serialize + ?Sized), out: &mut dyn Write) -> io::Result<()> {
    let mut row = Vec::with_capacity(A_ROW);
    serde_json::to_writer(&mut row, record)?;
    let row = String::from_utf8(row).map_err(io::Error::other)?;
    out.write_all(escaped(&row).as_bytes())?;
    out.write_all(b"\n")
}

/// More bytes than most rows take.
const A_ROW: usize = 1 << 13;
