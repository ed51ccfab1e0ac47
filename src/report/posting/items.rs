//! What postings ask for, thing by thing: in how many, how much, and whether you have it. Knows no whole posting.

use serde::Serialize;

use super::row::{AskRecord, PostingRow};
use crate::catalog::{TermKind, Text};
use crate::query::{Having, Strength};
use crate::report::cell::Cell;
use crate::report::sheet::{Align, Column, Tabular};

/// Something that postings ask for.
#[derive(Debug, Serialize)]
pub(super) struct ItemRow {
    pub(super) kind: TermKind,
    pub(super) id: Text,
    pub(super) item: Text,
    /// What most asks for it.
    pub(super) asked: Strength,
    /// In how many postings it stands, and in how many of them it is required.
    pub(super) postings: usize,
    pub(super) required: usize,
    pub(super) yours: Option<Having>,
    /// The words and the line of the first posting.
    pub(super) words: String,
    pub(super) line: usize,
}

/// Each thing once: kind by kind, within a kind what most postings ask for first.
pub(super) fn items(postings: &[PostingRow]) -> Vec<ItemRow> {
    let mut rows: Vec<ItemRow> = Vec::new();
    for ask in postings.iter().flat_map(PostingRow::asks) {
        match rows.iter_mut().find(|row| row.kind == ask.kind && row.id == ask.id) {
            Some(row) => row.add(ask),
            None => rows.push(ItemRow::new(ask)),
        }
    }
    let place = |kind: TermKind| ORDER.iter().position(|known| *known == kind);
    rows.sort_by_key(|row| (place(row.kind), std::cmp::Reverse(row.postings), row.asked, row.line));
    rows
}

/// The kinds in the order in which people read them.
const ORDER: [TermKind; 5] = [
    TermKind::Certificate,
    TermKind::Tool,
    TermKind::Skill,
    TermKind::Technology,
    TermKind::Quality,
];

impl ItemRow {
    fn new(ask: &AskRecord) -> Self {
        ItemRow {
            kind: ask.kind,
            id: ask.id,
            item: ask.title,
            asked: ask.asked,
            postings: 1,
            required: usize::from(ask.asked == Strength::Required),
            yours: ask.yours,
            words: ask.words.to_string(),
            line: ask.line,
        }
    }

    fn add(&mut self, ask: &AskRecord) {
        self.postings += 1;
        self.required += usize::from(ask.asked == Strength::Required);
        self.asked = self.asked.min(ask.asked);
    }
}

impl Tabular for ItemRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::words("kind", "Kind", |row| Cell::text(row.kind.word())),
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id)),
        Column::words("item", "Asks for", |row| Cell::text(row.item)),
        Column::words("asked", "Asked", |row| Cell::text(row.asked.word())),
        Column::number("postings", "Postings", |row| Cell::Count(row.postings as u64)),
        Column::number("required", "Required in", |row| Cell::Count(row.required as u64)),
        Column::words("yours", "You", |row| Cell::maybe(row.yours.map(Having::words))),
        Column::words("words", "In its words", |row| Cell::text(row.words.clone())),
        Column::number("line", "Line", |row| Cell::Count(row.line as u64)),
    ];

    fn is_yours(&self) -> bool {
        self.yours == Some(Having::Has)
    }
}
