//! Rules on sources: every value has one, every source a date and a licence. Knows no other noun.

use super::Findings;
use super::inventory::cited;
use crate::dataset::raw::{Placed, Raw};

pub(super) fn missing_source(raw: &Raw, findings: &mut Findings) {
    for cited in cited(raw).iter().filter(|cited| cited.sources.is_empty()) {
        let message = format!("`{}` has no source", cited.text.get_ref());
        let hint = "add sources = [\"…\"] with an id from sources.toml";
        findings.report(cited.file, cited.text.span(), message, hint);
    }
}

pub(super) fn undated(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.sources {
        let dates = [&entry.published, &entry.undated].into_iter().flatten().count();
        let message = match dates {
            0 => format!("source `{}` has no date", entry.id.get_ref()),
            1 => continue,
            _ => format!("source `{}` is both published and undated", entry.id.get_ref()),
        };
        let hint = "give published = \"YYYY-MM-DD\", or undated = the day it was read";
        findings.report(*file, entry.id.span(), message, hint);
    }
}

pub(super) fn missing_licence(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in raw.sources.iter().filter(|s| s.entry.licence.is_none()) {
        let message = format!("source `{}` has no licence statement", entry.id.get_ref());
        let hint = "add licence = \"…\"; \"not stated\" where it states none";
        findings.report(*file, entry.id.span(), message, hint);
    }
}
