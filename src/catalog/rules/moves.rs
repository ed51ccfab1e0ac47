//! Rules on roles, the moves between them, and what surveys found. Knows no ladder of ours.

use super::Findings;
use super::number::date;
use crate::dataset::raw::{Placed, Raw};

pub(super) fn malformed(raw: &Raw, findings: &mut Findings) {
    roles(raw, findings);
    moves(raw, findings);
    surveys(raw, findings);
}

fn roles(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.roles {
        if let (None, Some(track)) = (&entry.level, &entry.track) {
            let message = format!("role `{}` has a track but no level", entry.id.get_ref());
            findings.report(*file, track.span(), message, "say at which level it stands");
        }
        let other = entry.same_as.as_ref().filter(|same| {
            let named = |role: &&Placed<_>| role_id(role) == same.get_ref().as_str();
            raw.roles.iter().find(named).is_some_and(|role| role.entry.same_as.is_some())
        });
        if let Some(same) = other {
            let message = format!("`{}` is another title itself", same.get_ref());
            findings.report(*file, same.span(), message, "name the role that both are titles of");
        }
        if let Some(zone) = &entry.zone {
            date(*file, &zone.date, findings);
        }
    }
}

fn role_id(role: &Placed<crate::dataset::raw::Role>) -> &str {
    role.entry.id.get_ref()
}

fn moves(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.moves {
        if entry.from.get_ref() == entry.to.get_ref() && entry.settings.is_none() {
            let message = format!("move `{}` leads nowhere", entry.id.get_ref());
            let hint = "name another role, or the settings that change: settings = { from, to }";
            findings.report(*file, entry.to.span(), message, hint);
        }
        let years = entry.years.iter().map(|years| &years.span);
        for span in
            years.filter(|span| span.get_ref().to.is_some_and(|to| to < span.get_ref().from))
        {
            let message = "this span of years runs backwards".to_owned();
            findings.report(*file, span.span(), message, "`to` is the last year: `from` or later");
        }
    }
}

fn surveys(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.tasks {
        date(*file, &entry.date, findings);
    }
    for Placed { file, entry } in &raw.survey {
        for row in &entry.rows {
            date(*file, &row.5, findings);
            if !(0.0..=100.0).contains(row.3.get_ref()) {
                let message = format!("{} is no share in percent", row.3.get_ref());
                findings.report(*file, row.3.span(), message, "write a number from 0 to 100");
            }
        }
    }
}
