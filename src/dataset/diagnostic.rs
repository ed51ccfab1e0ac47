//! A finding shown with its file, line and excerpt. Knows places and words, not what is right.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use serde::Serialize;

use super::files::File;
use super::raw::{FileIndex, Raw, Span};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The dataset cannot be used.
    Error,
    /// It can, but somebody should look.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// Something that a rule found, with its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file that it stands in.
    pub file: FileIndex,
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// One thing to do.
    pub hint: Option<String>,
}

/// A place as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's path.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The whole line, trimmed.
    pub excerpt: String,
}

/// How long a line may be, in bytes, to be shown whole.
const EXCERPT: usize = 1000;

/// How much is shown of one that is longer.
const SHOWN: usize = 100;

/// How many findings stand before an error; `dataset check` lists more.
const FEW: usize = 20;

impl Finding {
    /// The span, moved inside the text and onto character borders.
    fn span(&self, file: &File) -> Span {
        let start = floor_char_boundary(&file.text, self.start);
        start..floor_char_boundary(&file.text, self.end.max(start))
    }
}

/// Places in the files of a dataset, of which each is looked through once for its lines.
pub struct Places<'a> {
    raw: &'a Raw,
    /// Where lines end.
    ends: BTreeMap<FileIndex, Vec<usize>>,
}

impl<'a> Places<'a> {
    /// Those in all files.
    pub fn of(raw: &'a Raw) -> Self {
        Places { raw, ends: BTreeMap::new() }
    }

    /// The line and column of a place in bytes, and what stands there.
    pub fn at(&mut self, number: FileIndex, start: usize) -> Place {
        let Some(file) = self.raw.files.get(number) else {
            return Place { path: String::new(), line: 1, column: 1, excerpt: String::new() };
        };
        let start = floor_char_boundary(&file.text, start);
        let ends = self.ends.entry(number).or_insert_with(|| line_ends(&file.text));
        let lines_before = ends.partition_point(|end| *end < start);
        let line_start = lines_before.checked_sub(1).map_or(0, |last| ends[last] + 1);
        let line = file.text[line_start..].lines().next().unwrap_or_default().trim();
        let excerpt = match line.len() > EXCERPT {
            // Of a line that nobody reads whole, what begins at the place.
            true => {
                let rest = &file.text[start..floor_char_boundary(&file.text, start + SHOWN)];
                format!("{}…", rest.lines().next().unwrap_or_default())
            }
            false => line.to_owned(),
        };
        Place {
            path: file.path.clone(),
            line: lines_before + 1,
            column: file.text[line_start..start].chars().count() + 1,
            excerpt,
        }
    }
}

fn line_ends(text: &str) -> Vec<usize> {
    text.match_indices('\n').map(|(end, _)| end).collect()
}

fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// The lines of a span, and where in them it stands; of many lines only the first.
fn around(file: &File, span: Span) -> (Span, Span) {
    let text = &file.text;
    let start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let far = floor_char_boundary(text, span.end.min(span.start + EXCERPT));
    let end = text[far..].find('\n').map_or(text.len(), |newline| far + newline);
    (start..end, span.start - start..far - start)
}

/// Shows findings the way a compiler does: message, place, excerpt, hint.
pub fn show(findings: &[Finding], raw: &Raw) -> String {
    let mut places = Places::of(raw);
    let few = findings.iter().take(FEW);
    let mut shown: Vec<String> = few.map(|finding| show_one(finding, &mut places)).collect();
    if findings.len() > FEW {
        shown.push(format!("… and {} more", findings.len() - FEW));
    }
    shown.join("\n\n")
}

fn show_one(finding: &Finding, places: &mut Places<'_>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let place = places.at(finding.file, finding.start);
    let raw = places.raw;
    let told = match raw.files.get(finding.file) {
        Some(_) if place.excerpt.len() > SHOWN && place.excerpt.ends_with('…') => {
            format!("{} ({}:{}:{})", finding.message, place.path, place.line, place.column)
        }
        _ => finding.message.clone(),
    };
    let title = level.primary_title(&told).id(finding.rule);
    let group = match raw.files.get(finding.file) {
        Some(file) if told == finding.message => {
            let (lines, span) = around(file, finding.span(file));
            title.element(
                Snippet::source(&file.text[lines.clone()])
                    .path(file.path.as_str())
                    .line_start(place.line)
                    .annotation(AnnotationKind::Primary.span(span)),
            )
        }
        _ => Group::with_title(title),
    };
    let mut report = vec![group];
    if let Some(hint) = &finding.hint {
        report.push(Group::with_title(Level::HELP.with_name("hint").secondary_title(hint)));
    }
    Renderer::plain().render(&report)
}
