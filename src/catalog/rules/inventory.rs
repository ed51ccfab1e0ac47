//! What the raw files hold, listed once for all rules: everything cited, every name, every reference. Judges nothing.

use crate::catalog::Kind;
use crate::dataset::raw::{
    Cell, FileIndex, Mention, Placed, Raw, Span, Statement, Step, Text, Wages, WagesOf,
};
use crate::dataset::{File, span_of};

/// A value that has to have sources.
pub(super) struct Cited<'a> {
    pub(super) file: FileIndex,
    /// The text that stands for the value in findings.
    pub(super) text: &'a Text,
    pub(super) sources: &'a [Text],
}

/// The names of an entry.
pub(super) struct Named<'a> {
    pub(super) file: FileIndex,
    pub(super) kind: &'static str,
    pub(super) id: &'a Text,
    pub(super) title: Option<&'a Text>,
    pub(super) aliases: Vec<&'a Text>,
}

/// An id that points at an entry of a noun.
pub(super) struct Pointer<'a> {
    pub(super) file: FileIndex,
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    pub(super) spot: Spot,
}

/// Where something stands in a file.
pub(super) enum Spot {
    /// There.
    Span(Span),
    /// In this row and column of its wages.
    Cell(usize, usize),
}

impl Spot {
    pub(super) fn span(self, file: &File) -> Span {
        match self {
            Spot::Span(span) => span,
            Spot::Cell(row, cell) => span_of(file, row, cell),
        }
    }
}

/// The wages of an occupation.
pub(super) struct WageTable<'a> {
    pub(super) file: FileIndex,
    pub(super) occupation: &'a Text,
    pub(super) wages: &'a Wages,
    /// What a row is of besides its vintage, where that is not the nation.
    pub(super) by: Option<Kind>,
}

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
pub(super) fn cited(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = cited_on_clocks(raw);
    all.extend(cited_of_nouns(raw));
    all
}

fn cited_on_clocks(raw: &Raw) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    if let Some(Placed { file, entry }) = &raw.about {
        all.extend(of_statements(*file, &entry.vintages));
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
    for Placed { file, entry } in &raw.skills {
        all.extend(of_mentions(*file, &entry.mentions));
        if entry.mentions.is_empty() {
            all.push(Cited { file: *file, text: &entry.id, sources: &[] });
        }
    }
    for Placed { file, entry } in &raw.certifications {
        all.extend(of_mentions(*file, &entry.mentions));
        let lists = [&entry.asks, &entry.exam, &entry.renewal];
        all.extend(lists.into_iter().flat_map(|list| of_statements(*file, list)));
        all.extend(of_statements(*file, &entry.issuer));
        if entry.mentions.is_empty() {
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

macro_rules! named {
    ($all:ident, $raw:ident, $($noun:ident: $kind:literal),* $(,)?) => {
        $($all.extend($raw.$noun.iter().map(|placed| Named {
            file: placed.file,
            kind: $kind,
            id: &placed.entry.id,
            title: Some(&placed.entry.title),
            aliases: placed.entry.aliases.iter().collect(),
        }));)*
    };
}

/// The names of every entry; entries of one noun stand together.
pub(super) fn named(raw: &Raw) -> Vec<Named<'_>> {
    let mut all = Vec::new();
    let untitled = |file, kind, id| Named { file, kind, id, title: None, aliases: Vec::new() };
    all.extend(raw.sources.iter().map(|placed| Named {
        title: Some(&placed.entry.short),
        ..untitled(placed.file, "source", &placed.entry.id)
    }));
    named!(
        all, raw, tracks: "track", levels: "level", phases: "phase", roles: "role",
        skills: "skill", topics: "topic", conflicts: "conflict", occupations: "occupation",
    );
    all.extend(raw.certifications.iter().map(|placed| Named {
        file: placed.file,
        kind: "certificate",
        id: &placed.entry.id,
        title: Some(&placed.entry.title),
        aliases: placed.entry.short.iter().chain(&placed.entry.aliases).collect(),
    }));
    all.extend(raw.facts.iter().map(|placed| untitled(placed.file, "fact", &placed.entry.id)));
    all.extend(raw.quotes.iter().map(|placed| untitled(placed.file, "quote", &placed.entry.id)));
    let market = &raw.market;
    all.extend(market.areas.iter().map(|placed| Named {
        title: Some(&placed.entry.title),
        ..untitled(placed.file, Kind::Place.word(), &placed.entry.code)
    }));
    all.extend(market.industries.iter().map(|placed| Named {
        title: Some(&placed.entry.1),
        ..untitled(placed.file, Kind::Industry.word(), &placed.entry.0)
    }));
    all.extend(
        market
            .projections
            .iter()
            .map(|placed| untitled(placed.file, "projection", &placed.entry.occupation)),
    );
    all.extend(
        raw.vintages.iter().map(|placed| untitled(placed.file, "vintage", &placed.entry.title)),
    );
    all
}

/// The names that places and industries have elsewhere than where they are defined.
pub(super) fn also_named<'a>(raw: &'a Raw) -> Vec<Named<'a>> {
    let also = |file, kind: Kind, id, names: &'a [Text]| Named {
        file,
        kind: kind.word(),
        id,
        title: None,
        aliases: names.iter().collect(),
    };
    let places = raw.market.place_names.iter();
    let places =
        places.map(|Placed { file, entry }| also(*file, Kind::Place, &entry.area, &entry.names));
    let industries = raw.market.industry_names.iter();
    let industries = industries
        .map(|Placed { file, entry }| also(*file, Kind::Industry, &entry.industry, &entry.names));
    places.chain(industries).collect()
}

/// The wages of every occupation: in the nation, by industry, by place.
pub(super) fn wage_tables(raw: &Raw) -> Vec<WageTable<'_>> {
    let market = &raw.market;
    let lists: [(&[Placed<WagesOf>], Option<Kind>); 3] = [
        (&market.national_wages, None),
        (&market.industry_wages, Some(Kind::Industry)),
        (&market.place_wages, Some(Kind::Place)),
    ];
    let tables = lists.into_iter().flat_map(|(list, by)| {
        list.iter().map(move |Placed { file, entry }| WageTable {
            file: *file,
            occupation: &entry.occupation,
            wages: &entry.wages,
            by,
        })
    });
    tables.collect()
}

/// The ids of a noun's entries.
pub(super) fn ids(raw: &Raw, kind: Kind) -> Vec<&str> {
    let named = named(raw).into_iter().filter(|named| named.kind == kind.word());
    named.map(|named| named.id.get_ref().as_str()).collect()
}

/// Every id that points at another entry, but for citations.
pub(super) fn pointers<'a>(raw: &'a Raw) -> Vec<Pointer<'a>> {
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
    for Placed { file, entry } in &raw.facts {
        point(file, Kind::Topic, Some(&entry.topic));
    }
    for Placed { file, entry } in &raw.vintages {
        point(file, Kind::Source, Some(&entry.source));
    }
    for Placed { file, entry } in &raw.quotes {
        point(file, Kind::Level, entry.level.as_ref());
    }
    all.extend(pointers_of_conflicts(raw));
    all.extend(pointers_of_market(raw));
    all
}

fn pointers_of_conflicts(raw: &Raw) -> Vec<Pointer<'_>> {
    let mut all = Vec::new();
    for Placed { file, entry } in &raw.conflicts {
        let lists = [
            (Kind::Topic, &entry.topics),
            (Kind::Certification, &entry.certifications),
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
