//! Rules on roles, the moves between them, and what surveys found. Knows no ladder of ours.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use super::number::{MOST_YEARS, date, span};
use crate::dataset::raw::{MoveKind, Placed, Raw};

pub(super) fn malformed(raw: &Raw, findings: &mut Findings) {
    roles(raw, findings);
    moves(raw, findings);
    surveys(raw, findings);
}

fn roles(raw: &Raw, findings: &mut Findings) {
    let aliases: BTreeSet<&str> =
        raw.roles.iter().filter(|role| role.entry.same_as.is_some()).map(role_id).collect();
    for Placed { file, entry } in &raw.roles {
        if let (None, Some(track)) = (&entry.level, &entry.track) {
            let message = format!("role `{}` has a track but no level", entry.id.get_ref());
            findings.report(
                *file,
                track.span(),
                message,
                "add level = \"…\", where it stands, or take the track out",
            );
        }
        let other = entry.same_as.as_ref().filter(|same| aliases.contains(same.get_ref().as_str()));
        if let Some(same) = other {
            let message = format!("`{}` is another title itself", same.get_ref());
            findings.report(
                *file,
                same.span(),
                message,
                "name the role that both are titles of, which has no same_as itself",
            );
        }
        if let Some(zone) = &entry.zone {
            date(*file, &zone.date, findings);
            if !ZONES.contains(&zone.number) {
                let message = format!("{} is no job zone", zone.number);
                findings.report(
                    *file,
                    zone.title.span(),
                    message,
                    "write number = 1, 2, 3, 4 or 5",
                );
            }
        }
    }
}

/// The zones that there are.
const ZONES: std::ops::RangeInclusive<u32> = 1..=5;

fn role_id(role: &Placed<crate::dataset::raw::Role>) -> &str {
    role.entry.id.get_ref()
}

fn moves(raw: &Raw, findings: &mut Findings) {
    let same: BTreeMap<&str, &str> = raw
        .roles
        .iter()
        .filter_map(|role| Some((role_id(role), role.entry.same_as.as_ref()?.get_ref().as_str())))
        .collect();
    for Placed { file, entry } in &raw.moves {
        if entry.from.get_ref() == entry.to.get_ref() && entry.settings.is_none() {
            let message = format!("move `{}` leads nowhere", entry.id.get_ref());
            let hint = "name another role, or the settings that change: settings = { from = \"…\", to = \"…\" }";
            findings.report(*file, entry.to.span(), message, hint);
        }
        if entry.kind == MoveKind::Related {
            let message = format!("nobody makes move `{}`: it is `related`", entry.id.get_ref());
            let hint = "write `entry`, `promotion`, `lateral` or `pivot`; what is found alike stands in `[related]`";
            findings.report(*file, entry.id.span(), message, hint);
        }
        for end in [&entry.from, &entry.to] {
            if let Some(role) = same.get(end.get_ref().as_str()) {
                let message = format!("`{}` is another title of `{role}`", end.get_ref());
                findings.report(*file, end.span(), message, format!("write `{role}`"));
            }
        }
        if let Some(years) = &entry.years {
            span(*file, &years.span, findings);
        }
    }
    for Placed { file, entry } in &raw.related {
        for row in entry.rows.iter().filter(|row| row.0.get_ref() == row.1.get_ref()) {
            let message = format!("`{}` is found alike to itself", row.0.get_ref());
            findings.report(*file, row.1.span(), message, "name another role, or take it out");
        }
    }
    for Placed { file, entry } in &raw.ladders {
        let long = entry.levels.iter().filter(|rung| rung.years.is_some_and(|n| n > MOST_YEARS));
        for rung in long {
            let message = format!("a working life has {MOST_YEARS} years at most");
            findings.report(*file, rung.id.span(), message, "count in years of experience");
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
