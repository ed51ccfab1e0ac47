//! Every id in the raw files that points at another entry, but for citations. Judges nothing.

use super::{Pointer, Spot, wage_tables};
use crate::catalog::Kind;
use crate::dataset::raw::{Cell, FileIndex, Placed, Raw, TermKind, Text};

/// Every id that points at another entry, but for citations.
pub(in crate::catalog::rules) fn pointers<'a>(raw: &'a Raw) -> Vec<Pointer<'a>> {
    let mut all = Vec::new();
    let mut point = |file: &FileIndex, kind: Kind, id: Option<&'a Text>| {
        all.extend(id.map(|id| pointer(*file, kind, id)));
    };
    if let Some(Placed { file, entry }) = &raw.about {
        point(file, Kind::Occupation, Some(&entry.default_occupation));
        let beside = entry.beside_occupations.iter().chain(&entry.total_occupation);
        beside.for_each(|id| point(file, Kind::Occupation, Some(id)));
    }
    for Placed { file, entry } in &raw.sources {
        entry.references.iter().for_each(|r| point(file, Kind::Source, Some(&r.source)));
    }
    for Placed { file, entry } in &raw.tracks {
        point(file, Kind::Level, Some(&entry.opens));
    }
    let steps = raw.levels.iter().map(|placed| (placed.file, &placed.entry.steps));
    let steps = steps.chain(raw.phases.iter().map(|placed| (placed.file, &placed.entry.steps)));
    for (file, steps) in steps {
        steps.iter().for_each(|step| point(&file, Kind::Track, step.track.as_ref()));
    }
    for Placed { file, entry } in &raw.roles {
        point(file, Kind::Level, entry.level.as_ref());
        point(file, Kind::Track, entry.track.as_ref());
        point(file, Kind::Topic, entry.topic.as_ref());
        point(file, Kind::Role, entry.same_as.as_ref());
        point(file, Kind::Occupation, entry.occupation.as_ref());
    }
    let mentions = raw.skills.iter().map(|placed| (placed.file, &placed.entry.mentions));
    let certifications = raw.certifications.iter();
    let mentions =
        mentions.chain(certifications.map(|placed| (placed.file, &placed.entry.mentions)));
    for (file, mention) in mentions.flat_map(|(file, list)| list.iter().map(move |m| (file, m))) {
        point(&file, Kind::Phase, mention.phase.as_ref());
        point(&file, Kind::Level, mention.level.as_ref());
        point(&file, Kind::Track, mention.track.as_ref());
    }
    all.extend(pointers_of_claims(raw));
    all.extend(pointers_of_learning(raw));
    all.extend(pointers_of_evidence(raw));
    all.extend(pointers_of_moves(raw));
    all.extend(pointers_of_surveys(raw));
    all.extend(pointers_of_terms(raw));
    all.extend(pointers_of_market(raw));
    all
}

fn pointers_of_claims(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.facts {
        all.push(pointer(*file, Kind::Topic, &entry.topic));
    }
    for Placed { file, entry } in &raw.vintages {
        all.push(pointer(*file, Kind::Source, &entry.source));
    }
    for Placed { file, entry } in &raw.quotes {
        all.extend(entry.level.iter().map(|id| pointer(*file, Kind::Level, id)));
    }
    for Placed { file, entry } in &raw.conflicts {
        let lists = [
            (Kind::Topic, &entry.topics),
            (Kind::Certification, &entry.certifications),
            (Kind::Role, &entry.roles),
            (Kind::Occupation, &entry.occupations),
            (Kind::Place, &entry.places),
            (Kind::Industry, &entry.industries),
        ];
        for (kind, ids) in lists {
            all.extend(ids.iter().map(|id| pointer(*file, kind, id)));
        }
    }
    all
}

/// A term points at an entry unless it has a title of its own and names none.
fn pointers_of_terms(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.terms {
        let kind = match entry.kind {
            TermKind::Level => Kind::Level,
            TermKind::Certificate => Kind::Certification,
            TermKind::Skill | TermKind::Quality | TermKind::Tool | TermKind::Technology => {
                Kind::Skill
            }
        };
        let named = entry.of.as_ref().or(entry.title.is_none().then_some(&entry.id));
        all.extend(named.map(|id| pointer(*file, kind, id)));
    }
    all
}

fn pointer(file: FileIndex, kind: Kind, id: &Text) -> Pointer<'_> {
    Pointer { file, kind, id: id.get_ref(), spot: Spot::Span(id.span()) }
}

fn pointers_of_market(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.market.place_names {
        all.push(pointer(*file, Kind::Place, &entry.area));
    }
    for Placed { file, entry } in &raw.market.industry_names {
        all.push(pointer(*file, Kind::Industry, &entry.industry));
    }
    for Placed { file, entry } in &raw.market.projections {
        all.push(pointer(*file, Kind::Occupation, &entry.occupation));
    }
    for table in wage_tables(raw) {
        all.push(pointer(table.file, Kind::Occupation, table.occupation));
        let Some(kind) = table.by else { continue };
        for (row, cells) in table.wages.rows.iter().enumerate() {
            if let Some(Cell::Text(id)) = cells.get(1) {
                all.push(Pointer { file: table.file, kind, id, spot: Spot::Cell(row, 1) });
            }
        }
    }
    all
}

fn pointers_of_learning(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    let tools = raw.skills.iter().map(|placed| (placed.file, &placed.entry.used_for));
    let certifications = raw.certifications.iter();
    let covers = certifications.map(|placed| (placed.file, &placed.entry.covers));
    for (file, covers) in tools.chain(covers) {
        all.extend(covers.iter().map(|covers| pointer(file, Kind::Skill, &covers.skill)));
    }
    for Placed { file, entry } in &raw.certifications {
        for way in &entry.ways {
            let experience = way.experience.iter().flat_map(|experience| &experience.or);
            let training = way.training.iter().flat_map(|training| &training.or);
            let ids = way.holds.iter().chain(experience).chain(training);
            all.extend(ids.map(|id| pointer(*file, Kind::Certification, id)));
        }
    }
    all
}

fn pointers_of_evidence(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.evidence {
        all.extend(entry.shows.iter().map(|shows| pointer(*file, Kind::Skill, &shows.skill)));
    }
    for Placed { file, entry } in &raw.alternatives {
        all.extend(entry.phase.iter().map(|id| pointer(*file, Kind::Phase, id)));
        all.extend(entry.level.iter().map(|id| pointer(*file, Kind::Level, id)));
        all.extend(entry.skills.iter().map(|id| pointer(*file, Kind::Skill, id)));
        let certifications = entry.certifications.iter();
        all.extend(certifications.map(|id| pointer(*file, Kind::Certification, id)));
    }
    all
}

fn pointers_of_moves(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.moves {
        all.extend([&entry.from, &entry.to].map(|id| pointer(*file, Kind::Role, id)));
        all.extend(entry.skills.iter().map(|id| pointer(*file, Kind::Skill, id)));
        let certifications = entry.certifications.iter();
        all.extend(certifications.map(|id| pointer(*file, Kind::Certification, id)));
    }
    for Placed { file, entry } in &raw.related {
        let ends = entry.rows.iter().flat_map(|row| [&row.0, &row.1]);
        all.extend(ends.map(|id| pointer(*file, Kind::Role, id)));
    }
    all
}

fn pointers_of_surveys(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.tasks {
        all.push(pointer(*file, Kind::Role, &entry.role));
        all.extend(entry.skills.iter().map(|id| pointer(*file, Kind::Skill, id)));
    }
    for Placed { file, entry } in &raw.technology {
        for row in &entry.rows {
            all.push(pointer(*file, Kind::Skill, &row.skill));
            all.push(pointer(*file, Kind::Role, &row.role));
        }
        all.extend(entry.classes.iter().map(|(_, skill)| pointer(*file, Kind::Skill, skill)));
    }
    for Placed { file, entry } in &raw.survey {
        all.extend(entry.rows.iter().map(|row| pointer(*file, Kind::Role, &row.0)));
    }
    all
}
