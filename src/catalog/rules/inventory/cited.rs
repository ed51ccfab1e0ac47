//! Everything in the raw files that has to have sources. Judges nothing.

use std::collections::BTreeSet;

use super::Cited;
use crate::dataset::raw::{Covers, FileIndex, Mention, Placed, Raw, Statement, Step, Text};

fn of_statements<'a>(
    file: FileIndex,
    statements: impl IntoIterator<Item = &'a Statement>,
) -> impl Iterator<Item = Cited<'a>> {
    statements.into_iter().map(move |s| Cited { file, text: &s.text, sources: &s.sources })
}

fn of_mentions(file: FileIndex, mentions: &[Mention]) -> impl Iterator<Item = Cited<'_>> {
    mentions.iter().map(move |m| Cited { file, text: &m.text, sources: &m.sources })
}

fn of_steps(file: FileIndex, steps: &[Step]) -> impl Iterator<Item = Cited<'_>> {
    steps.iter().map(move |s| Cited { file, text: &s.text, sources: &s.sources })
}

/// Everything that has to have sources.
pub(in crate::catalog::rules) fn cited(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = cited_on_clocks(raw);
    all.extend(cited_of_nouns(raw));
    all.extend(cited_of_learning(raw));
    all.extend(cited_of_evidence(raw));
    all.extend(cited_of_moves(raw));
    all.extend(cited_of_surveys(raw));
    all
}

fn cited_on_clocks(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    if let Some(Placed { file, entry }) = &raw.about {
        all.extend(of_statements(*file, entry.vintages.iter().chain(&entry.certificates)));
    }
    for Placed { file, entry } in &raw.tracks {
        all.push(Cited { file: *file, text: &entry.id, sources: &entry.sources });
    }
    for Placed { file, entry } in &raw.levels {
        all.push(Cited { file: *file, text: &entry.id, sources: &entry.sources });
        let lists = [&entry.scope, &entry.duties, &entry.promotion];
        all.extend(of_statements(*file, [&entry.change]));
        all.extend(lists.into_iter().flat_map(|list| of_statements(*file, list)));
        all.extend(of_steps(*file, &entry.steps));
    }
    for Placed { file, entry } in &raw.phases {
        all.push(Cited { file: *file, text: &entry.id, sources: &entry.sources });
        all.extend(of_statements(*file, &entry.notes));
        all.extend(of_steps(*file, &entry.steps));
    }
    all
}

fn cited_of_nouns(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.roles {
        all.extend(of_statements(*file, &entry.about));
        if entry.about.is_empty() {
            all.push(Cited { file: *file, text: &entry.id, sources: &[] });
        }
    }
    for Placed { file, entry } in &raw.facts {
        all.push(Cited { file: *file, text: &entry.text, sources: &entry.sources });
    }
    for Placed { file, entry } in &raw.conflicts {
        let positions = entry.positions.iter();
        all.extend(positions.map(|p| Cited { file: *file, text: &p.claim, sources: &p.sources }));
    }
    for Placed { file, entry } in &raw.occupations {
        all.extend(of_statements(*file, [&entry.counts]));
    }
    for Placed { file, entry } in &raw.market.projections {
        all.push(Cited { file: *file, text: &entry.occupation, sources: &entry.sources });
    }
    for Placed { file, entry } in &raw.quotes {
        all.push(Cited { file: *file, text: &entry.id, sources: &entry.sources });
    }
    all
}

fn cited_of_learning(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    let surveyed: BTreeSet<&str> = raw
        .technology
        .iter()
        .flat_map(|block| &block.entry.rows)
        .map(|row| row.skill.get_ref().as_str())
        .collect();
    for Placed { file, entry } in &raw.skills {
        all.extend(of_mentions(*file, &entry.mentions));
        all.extend(of_covers(*file, &entry.used_for));
        if entry.mentions.is_empty() && !surveyed.contains(entry.id.get_ref().as_str()) {
            all.push(Cited { file: *file, text: &entry.id, sources: &[] });
        }
    }
    for Placed { file, entry } in &raw.certifications {
        all.extend(of_mentions(*file, &entry.mentions));
        let lists = [&entry.asks, &entry.exam, &entry.renewal, &entry.fees];
        all.extend(lists.into_iter().flat_map(|list| of_statements(*file, list)));
        all.extend(of_statements(*file, &entry.issuer));
        all.extend(of_covers(*file, &entry.covers));
        let ways = entry.ways.iter();
        all.extend(ways.map(|way| Cited { file: *file, text: &entry.id, sources: &way.sources }));
        if entry.mentions.is_empty() && entry.ways.is_empty() && entry.issuer.is_none() {
            all.push(Cited { file: *file, text: &entry.id, sources: &[] });
        }
    }
    all
}

fn cited_of_evidence(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.evidence {
        all.push(Cited { file: *file, text: &entry.text, sources: &entry.sources });
        all.extend(of_covers(*file, &entry.shows));
    }
    for Placed { file, entry } in &raw.alternatives {
        all.push(Cited { file: *file, text: &entry.text, sources: &entry.sources });
    }
    all
}

fn of_covers(file: FileIndex, covers: &[Covers]) -> impl Iterator<Item = Cited<'_>> {
    covers.iter().map(move |c| Cited { file, text: &c.text, sources: &c.sources })
}

fn cited_of_moves(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.moves {
        all.push(Cited { file: *file, text: &entry.id, sources: &entry.sources });
        let lists = [&entry.takes, &entry.suits, &entry.costs];
        all.extend(lists.into_iter().flat_map(|list| of_statements(*file, list)));
        let years = entry.years.iter();
        all.extend(years.map(|y| Cited { file: *file, text: &y.text, sources: &y.sources }));
    }
    for Placed { file, entry } in &raw.ladders {
        all.push(Cited { file: *file, text: &entry.id, sources: &entry.sources });
        all.extend(of_statements(*file, &entry.about));
        for rung in &entry.levels {
            all.push(Cited { file: *file, text: &rung.id, sources: &rung.sources });
            let said = rung.scope.iter().chain(&rung.horizon).chain(&rung.reach);
            all.extend(of_statements(*file, said.chain(&rung.asks)));
        }
    }
    all
}

fn cited_of_surveys(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.tasks {
        all.push(Cited { file: *file, text: &entry.text, sources: &entry.sources });
    }
    for Placed { file, entry } in &raw.related {
        all.extend(of_block(*file, entry.rows.first().map(|row| &row.0), &entry.sources));
    }
    for Placed { file, entry } in &raw.technology {
        all.extend(of_block(*file, entry.rows.first().map(|row| &row.skill), &entry.sources));
    }
    for Placed { file, entry } in &raw.survey {
        all.extend(of_block(*file, entry.rows.first().map(|row| &row.0), &entry.sources));
    }
    all
}

/// A block of rows, which have its sources; the first stands for all.
fn of_block<'a>(
    file: FileIndex,
    first: Option<&'a Text>,
    sources: &'a [Text],
) -> Option<Cited<'a>> {
    Some(Cited { file, text: first?, sources })
}
