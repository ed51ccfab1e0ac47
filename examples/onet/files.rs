//! The files that are written: what stands at their top, how texts are quoted, and which of them are replaced.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use toml::Value;
use tpm_path::dataset::schema::directive;

use crate::RELEASE;
use crate::replace::replace;

/// A comment that says where the file comes from, after what it holds.
pub fn header(about: &str) -> String {
    let about: String = about.lines().map(|line| format!("# {line}\n")).collect();
    format!(
        "# Written by `cargo run --example onet -- DIR data`; not to be edited by hand.\n{about}"
    )
}

/// The line that cites O*NET.
pub fn sources() -> String {
    format!("sources = {}\n", list(&[format!("onet-{RELEASE}")]))
}

/// A text in quotation marks.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Texts in quotation marks, in brackets.
pub fn list<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

/// Lines in brackets, under a key.
pub fn lines(key: &str, lines: &[String]) -> String {
    let lines: String = lines.iter().map(|line| format!("  {line},\n")).collect();
    format!("{key} = [\n{lines}]\n")
}

/// Replaces the files in a folder that do not say so yet; counts these.
pub fn write(folder: &Path, texts: &[(&str, String)]) -> Result<usize> {
    let mut written = 0;
    for (name, text) in texts {
        let path = folder.join(name);
        let known = fs::read_to_string(&path).unwrap_or_default();
        let first = known.lines().next().filter(|line| line.starts_with("#:schema "));
        // A dataset of one's own has its schemas elsewhere than ours.
        let schema = directive(&format!("onet/{name}"), "../docs/schema");
        let text = format!("{}\n{text}", first.unwrap_or(&schema));
        if known != text {
            replace(&path, &text).with_context(|| format!("{}: not written", path.display()))?;
            written += 1;
        }
    }
    Ok(written)
}
