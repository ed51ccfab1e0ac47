//! Rules on what shows a skill and on what may stand for what. Knows no ladder.

use super::Findings;
use crate::dataset::raw::{Placed, Raw};

pub(super) fn idle_evidence(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in raw.evidence.iter().filter(|of| of.entry.shows.is_empty()) {
        let message = format!("evidence `{}` shows no skill", entry.id.get_ref());
        let hint = "add shows = [{ skill = \"…\", text = \"…\", sources = [\"…\"] }]";
        findings.report(*file, entry.id.span(), message, hint);
    }
}

pub(super) fn single_alternative(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.alternatives {
        let id = entry.id.get_ref();
        let (skills, certifications) = (entry.skills.len(), entry.certifications.len());
        let one_kind = skills == 0 || certifications == 0;
        if !one_kind || skills + certifications < 2 {
            let message = format!("`{id}` names no choice between skills or certificates");
            let hint = "name two or more of either: certifications = [\"…\", \"…\"]";
            findings.report(*file, entry.id.span(), message, hint);
        }
        if entry.phase.is_some() == entry.level.is_some() {
            let message = format!("`{id}` does not say where the choice is given");
            let hint = "say of which phase or of which level the source says it, one of the two";
            findings.report(*file, entry.id.span(), message, hint);
        }
    }
}
