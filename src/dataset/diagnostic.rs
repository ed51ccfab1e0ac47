//! A finding shown with its file, line and excerpt. Knows places and words, not what is right.

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

impl Finding {
    /// The file, line and column, and what stands there.
    pub fn place(&self, raw: &Raw) -> Place {
        place(raw, self.file, self.start)
    }

    /// The span, moved inside the text and onto character borders.
    fn span(&self, file: &File) -> Span {
        let start = floor_char_boundary(&file.text, self.start);
        start..floor_char_boundary(&file.text, self.end.max(start))
    }
}

/// The line and column of a place in bytes, and what stands there.
pub fn place(raw: &Raw, file: FileIndex, start: usize) -> Place {
    let Some(file) = raw.files.get(file) else {
        return Place { path: String::new(), line: 1, column: 1, excerpt: String::new() };
    };
    let before = &file.text[..floor_char_boundary(&file.text, start)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Place {
        path: file.path.clone(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        excerpt: file.text[line_start..].lines().next().unwrap_or_default().trim().to_owned(),
    }
}

fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// Shows findings the way a compiler does: message, place, excerpt, hint.
pub fn show(findings: &[Finding], raw: &Raw) -> String {
    let shown: Vec<String> = findings.iter().map(|finding| show_one(finding, raw)).collect();
    shown.join("\n\n")
}

fn show_one(finding: &Finding, raw: &Raw) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&finding.message).id(finding.rule);
    let group = match raw.files.get(finding.file) {
        None => Group::with_title(title),
        Some(file) => {
            let span = finding.span(file);
            title.element(
                Snippet::source(file.text.as_ref())
                    .path(file.path.as_str())
                    .annotation(AnnotationKind::Primary.span(span)),
            )
        }
    };
    let mut report = vec![group];
    if let Some(hint) = &finding.hint {
        report.push(Group::with_title(Level::HELP.with_name("hint").secondary_title(hint)));
    }
    Renderer::plain().render(&report)
}
