//! Edits of a profile: only the bytes of one entry change, all others stay as they are. Knows no dataset.

use std::ops::Range;

use toml_edit::{Document, Item, TableLike, Value};

use super::draft::quoted;
use super::{Fault, bare, read};

/// A list of a profile that has entries with ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Skills and tools.
    Skills,
    /// Certificates.
    Certifications,
}

impl List {
    fn key(self) -> &'static str {
        match self {
            List::Skills => "skills",
            List::Certifications => "certifications",
        }
    }
}

/// An entry to add: its id, and more of its keys with their values.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The id.
    pub id: String,
    /// The other keys.
    pub more: Vec<(&'static str, String)>,
}

/// A profile as it was edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The new text.
    Changed(String),
    /// Nothing had to be changed.
    Unchanged,
}

/// Adds an entry to a list, or to the entry of the same thing what it says more.
///
/// # Errors
/// When the text is no profile.
pub fn add(
    text: &str,
    list: List,
    entry: &Entry,
    same: impl Fn(&str) -> bool,
) -> Result<Edit, Fault> {
    edit(text, |text, document| {
        let end = text.len();
        let Some(item) = document.get(list.key()) else {
            return Some((end..end, on_its_own(text, end, list, entry)));
        };
        if let Some(known) = entries(item).into_iter().find(|known| is(*known, &same)) {
            let shape = if item.is_value() { Shape::OneLine } else { Shape::Paragraph };
            return update(text, known, shape, entry);
        }
        match (item, entries(item).last()) {
            (Item::ArrayOfTables(_), Some(last)) => {
                let end = line_end(text, content(*last)?.end);
                Some((end..end, on_its_own(text, end, list, entry)))
            }
            (Item::Value(Value::Array(array)), _) => {
                let inline = inline(entry);
                match array.iter().last().and_then(Value::span) {
                    Some(last) => Some((last.end..last.end, format!(", {inline}"))),
                    None => {
                        let end = item.span()?.end - 1;
                        Some((end..end, inline))
                    }
                }
            }
            _ => None,
        }
    })
}

/// Removes the entries of a thing from a list.
///
/// # Errors
/// When the text is no profile.
pub fn remove(text: &str, list: List, same: impl Fn(&str) -> bool) -> Result<Edit, Fault> {
    let mut outcome = Edit::Unchanged;
    // Each round takes one entry out, so there are no more rounds than entries.
    loop {
        let current = match &outcome {
            Edit::Changed(changed) => changed.as_str(),
            Edit::Unchanged => text,
        };
        let next = edit(current, |text, document| {
            let item = document.get(list.key())?;
            let index = entries(item).into_iter().position(|entry| is(entry, &same))?;
            let cut = match item {
                Item::Value(Value::Array(array)) => {
                    let spans: Vec<Range<usize>> = array.iter().filter_map(Value::span).collect();
                    let this = spans.get(index)?.clone();
                    match (index.checked_sub(1).and_then(|at| spans.get(at)), spans.get(index + 1))
                    {
                        (Some(before), _) => before.end..this.end,
                        (None, Some(after)) => this.start..after.start,
                        // A comma may stand behind the only one.
                        (None, None) => item.span().map(|all| all.start + 1..all.end - 1)?,
                    }
                }
                _ => paragraph(text, content(*entries(item).get(index)?)?),
            };
            Some((cut, String::new()))
        })?;
        match next {
            Edit::Changed(_) => outcome = next,
            Edit::Unchanged => return Ok(outcome),
        }
    }
}

/// Replaces a part of a text as `change` says; a change that would leave no profile is refused.
fn edit(
    text: &str,
    change: impl FnOnce(&str, &Document<&str>) -> Option<(Range<usize>, String)>,
) -> Result<Edit, Fault> {
    let body = bare(text);
    let mark = &text[..text.len() - body.len()];
    read(body)?;
    let document = Document::parse(body)
        .map_err(|error| Fault::at(body, &error.span().unwrap_or_default(), error.message()))?;
    let Some((place, new)) = change(body, &document) else { return Ok(Edit::Unchanged) };
    let new = if body.contains("\r\n") { new.replace('\n', "\r\n") } else { new };
    let (before, behind) = (&body[..place.start], &body[place.end..]);
    let edited = format!("{before}{new}{behind}");
    read(&edited)?;
    Ok(Edit::Changed(format!("{mark}{edited}")))
}

/// The entries of a list, however they are written.
fn entries(item: &Item) -> Vec<&dyn TableLike> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(|table| table as _).collect(),
        Item::Value(Value::Array(array)) => {
            array.iter().filter_map(Value::as_inline_table).map(|table| table as _).collect()
        }
        _ => Vec::new(),
    }
}

fn is(entry: &dyn TableLike, same: &impl Fn(&str) -> bool) -> bool {
    entry.get("id").and_then(Item::as_str).is_some_and(same)
}

/// From the first key of an entry to its last value.
fn content(entry: &dyn TableLike) -> Option<Range<usize>> {
    let keys = entry.iter().filter_map(|(key, _)| entry.get_key_value(key)?.0.span());
    let values = entry.iter().filter_map(|(_, item)| item.span());
    Some(keys.map(|span| span.start).min()?..values.map(|span| span.end).max()?)
}

/// Where the line of a position ends, its line end included.
fn line_end(text: &str, position: usize) -> usize {
    text[position..].find('\n').map_or(text.len(), |end| position + end + 1)
}

/// The lines of an entry from its header on, and the empty line before it.
fn paragraph(text: &str, content: Range<usize>) -> Range<usize> {
    let mut start = content.start;
    for line in text[..content.start].split_inclusive('\n').rev() {
        start -= line.len();
        if line.trim_start().starts_with("[[") {
            break;
        }
    }
    let before = &text[..start];
    let empty = before.split_inclusive('\n').next_back().filter(|line| line.trim().is_empty());
    start - empty.map_or(0, str::len)..line_end(text, content.end)
}

/// An entry under its own header, to stand at a position.
fn on_its_own(text: &str, position: usize, list: List, entry: &Entry) -> String {
    let before = &text[..position];
    let gap = match (before.is_empty(), before.ends_with('\n')) {
        (true, _) => "",
        (false, true) => "\n",
        (false, false) => "\n\n",
    };
    let fields = fields(entry).map(|(key, value)| format!("{key} = {value}\n"));
    format!("{gap}[[{}]]\n{}", list.key(), fields.collect::<String>())
}

fn fields(entry: &Entry) -> impl Iterator<Item = (&str, String)> {
    let more = entry.more.iter().map(|(key, text)| (*key, text.as_str()));
    [("id", entry.id.as_str())].into_iter().chain(more).map(|(key, text)| (key, quoted(text)))
}

fn inline(entry: &Entry) -> String {
    let fields = fields(entry).map(|(key, value)| format!("{key} = {value}"));
    format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
}

fn more(entry: &Entry) -> impl Iterator<Item = (&'static str, &String)> {
    entry.more.iter().map(|(key, text)| (*key, text))
}

/// How an entry is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// In braces.
    OneLine,
    /// Under a header.
    Paragraph,
}

/// Says more of an entry: a new value in the place of the old one, or a new key behind the others.
fn update(
    text: &str,
    known: &dyn TableLike,
    shape: Shape,
    entry: &Entry,
) -> Option<(Range<usize>, String)> {
    let content = content(known)?;
    let said = |key: &str| known.get(key).and_then(Item::as_str);
    let (mut replaced, mut added) = (text[content.clone()].to_owned(), String::new());
    let mut shift = Vec::new();
    for (key, new) in more(entry).filter(|(key, new)| said(key) != Some(new)) {
        match known.get(key).and_then(Item::span) {
            Some(span) => shift.push((span, quoted(new))),
            None if shape == Shape::OneLine => {
                added.push_str(&format!(", {key} = {}", quoted(new)))
            }
            None => added.push_str(&format!("\n{key} = {}", quoted(new))),
        }
    }
    if shift.is_empty() && added.is_empty() {
        return None;
    }
    // From behind, so that the places before stay what they are.
    shift.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    for (span, new) in shift {
        replaced.replace_range(span.start - content.start..span.end - content.start, &new);
    }
    match shape == Shape::OneLine || added.is_empty() {
        true => Some((content, replaced + &added)),
        false => {
            // New lines go behind what stands behind the last value.
            let end = line_end(text, content.end);
            let rest = text[content.end..end].trim_end_matches(['\r', '\n']);
            Some((content.start..content.end + rest.len(), replaced + rest + &added))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::read;
    use proptest::prelude::*;

    fn entry(id: &str, more: &[(&'static str, &str)]) -> Entry {
        let more = more.iter().map(|(key, text)| (*key, (*text).to_owned())).collect();
        Entry { id: id.to_owned(), more }
    }

    fn changed(edit: Result<Edit, Fault>) -> String {
        match edit {
            Ok(Edit::Changed(text)) => text,
            other => panic!("{other:?}"),
        }
    }

    const KEPT: &str = "\
# mine
title   =   \"PM\"  # for now

[[skills]] # first
id = 'jira' # daily
evidence = \"\"\"two
lines\"\"\"

# certificates below
[[certifications]]
id = \"csm\"
earned = 2024-05-01 # a Wednesday
# the end
";

    #[test]
    fn an_addition_changes_nothing_else() {
        let text = changed(add(KEPT, List::Skills, &entry("sql", &[]), |id| id == "sql"));
        let new = "\n[[skills]]\nid = \"sql\"\n";
        assert_eq!(text.replacen(new, "", 1), KEPT, "{text}");
        assert!(text.contains("lines\"\"\"\n\n[[skills]]\nid = \"sql\"\n\n# cert"), "{text}");
        assert_eq!(changed(remove(&text, List::Skills, |id| id == "sql")), KEPT);
        let earned = entry("csm", &[("earned", "2025-01")]);
        let text = changed(add(KEPT, List::Certifications, &earned, |id| id == "csm"));
        assert_eq!(text, KEPT.replace("2024-05-01 #", "\"2025-01\" #"));
        let evidence = entry("jira", &[("evidence", "three lines")]);
        let text = changed(add(KEPT, List::Skills, &evidence, |id| id == "jira"));
        assert_eq!(text, KEPT.replace("\"\"\"two\nlines\"\"\"", "\"three lines\""));
        let expires = entry("csm", &[("expires", "2026-05")]);
        let text = changed(add(KEPT, List::Certifications, &expires, |id| id == "csm"));
        assert_eq!(text, KEPT.replace("# a Wednesday", "# a Wednesday\nexpires = \"2026-05\""));
        let again = add(KEPT, List::Skills, &entry("jira", &[]), |id| id == "jira");
        assert_eq!(again, Ok(Edit::Unchanged));
    }

    #[test]
    fn a_list_on_one_line_stays_on_one_line() {
        let text = "skills = [{ id = \"jira\" }] # few\r\n";
        let edited = changed(add(text, List::Skills, &entry("sql", &[]), |id| id == "sql"));
        assert_eq!(edited, "skills = [{ id = \"jira\" }, { id = \"sql\" }] # few\r\n");
        let edited = changed(remove(&edited, List::Skills, |id| id == "sql"));
        assert_eq!(edited, text);
        let edited = changed(remove("skills = [ { id = 'a' }, ]", List::Skills, |id| id == "a"));
        assert_eq!(edited, "skills = []");
        let more = entry("a", &[("evidence", "x")]);
        let edited = changed(add("skills = [{ id = 'a' }]", List::Skills, &more, |id| id == "a"));
        assert_eq!(edited, "skills = [{ id = 'a', evidence = \"x\" }]");
    }

    #[test]
    fn what_is_no_list_is_left_alone() {
        assert!(add("skills = 3", List::Skills, &entry("sql", &[]), |_| false).is_err());
        assert!(add("skills = [", List::Skills, &entry("sql", &[]), |_| false).is_err());
        assert_eq!(remove("", List::Skills, |_| true), Ok(Edit::Unchanged));
    }

    /// Profiles as people might leave them: lines of several kinds in any order that TOML allows.
    fn profiles() -> impl Strategy<Value = String> {
        let head = prop::collection::vec(
            prop::sample::select(vec!["# mine", "", "years = 4 # so far", "  ", "\tpay=120_000"]),
            0..5,
        );
        let table = prop::sample::select(vec![
            "[[skills]]\nid = 'jira'",
            "[[ skills ]] # x\n\n  id=\"sql\"\n# between\nevidence = 'y'\n",
            "[[certifications]]\nid = 'csm'\nearned = 2024-05-01",
            "[[jobs]]\nstart = 2019\n\n\n# a note",
        ]);
        let tables = prop::collection::vec(table, 0..6);
        let ends = prop::sample::select(vec!["\n", "\r\n"]);
        (head, tables, ends, prop::bool::ANY).prop_map(|(mut head, tables, end, mark)| {
            let mut seen = Vec::new();
            head.retain(|line| !line.contains('=') || (!seen.contains(line), seen.push(*line)).0);
            let lines = head.into_iter().chain(tables).collect::<Vec<_>>().join("\n") + "\n";
            let mark = if mark { "\u{feff}" } else { "" };
            format!("{mark}{}", lines.replace('\n', end))
        })
    }

    proptest! {
        #[test]
        fn any_profile_survives_an_edit_byte_for_byte(text in profiles(), evidence in ".{0,20}") {
            prop_assert!(read(&text).is_ok(), "{}", text);
            let new = entry("risk", &[("evidence", &evidence)]);
            for list in [List::Skills, List::Certifications] {
                let edited = changed(add(&text, list, &entry("risk", &[]), |id| id == "risk"));
                prop_assert!(read(&edited).is_ok(), "{}", edited);
                let longer = edited.len() - text.len();
                let kept = (0..=text.len()).any(|at| {
                    edited.as_bytes()[..at] == text.as_bytes()[..at]
                        && edited.as_bytes()[at + longer..] == text.as_bytes()[at..]
                });
                prop_assert!(kept, "{:?}\n{:?}", text, edited);
                prop_assert_eq!(changed(remove(&edited, list, |id| id == "risk")), text.clone());
            }
            let edited = changed(add(&text, List::Skills, &new, |id| id == "risk"));
            let skills = read(&edited).unwrap().skills;
            let found = skills.iter().find(|skill| skill.id.get_ref() == "risk").unwrap();
            let line = evidence.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(found.evidence.clone(), Some(line));
        }

        #[test]
        fn any_text_is_edited_or_refused(text in ".*") {
            let _ = add(&text, List::Skills, &entry("risk", &[]), |id| id == "risk");
            let _ = remove(&text, List::Skills, |id| id == "risk");
        }
    }
}
