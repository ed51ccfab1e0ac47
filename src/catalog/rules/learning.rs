//! Rules on what shows a skill, on what may stand for what, and on how postings write things. Knows no ladder.

use super::Findings;
use crate::dataset::raw::{Placed, Raw};

pub(super) fn idle_evidence(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in raw.evidence.iter().filter(|of| of.entry.shows.is_empty()) {
        let message = format!("evidence `{}` shows no skill", entry.id.get_ref());
        let hint = "add shows = [{ skill = \"…\", text = \"…\", sources = [\"…\"] }]";
        findings.report(*file, entry.id.span(), message, hint);
    }
}

pub(super) fn unspelt_term(raw: &Raw, findings: &mut Findings) {
    let known: Vec<&str> = raw.terms.iter().map(|of| of.entry.id.get_ref().as_str()).collect();
    for Placed { file, entry } in &raw.terms {
        if entry.spellings.is_empty() {
            let message = format!("nobody writes `{}` in any way", entry.id.get_ref());
            let hint = "add spellings = [\"…\"]: lower case for any case, capitals for exactly so";
            findings.report(*file, entry.id.span(), message, hint);
        }
        for other in entry.unless.iter().filter(|id| !known.contains(&id.get_ref().as_str())) {
            let message = format!("there is no term `{}`", other.get_ref());
            findings.report(
                *file,
                other.span(),
                message,
                "name the id of another term, or leave it out",
            );
        }
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
            let hint =
                "add phase = \"…\" or level = \"…\", where the source says it: one of the two";
            findings.report(*file, entry.id.span(), message, hint);
        }
    }
}
