//! The rows of a gap: what is asked for, and what shows it. Answers no question itself.

use serde::Serialize;

use crate::catalog::{
    Catalog, Certification, CertificationId, Citation, Cost, Noun, Skill, SkillId, SourceId, Text,
    distinct,
};
use crate::query::{AskedBasis, Demanded, MaySit, Person, Proof, Shown, eligibility, evidence_for};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

/// Something that shows a skill.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ProofRow {
    text: Text,
    /// The certificate, where it is to earn one.
    pub(super) certification: Option<CertificationId>,
    pub(super) cost: Cost,
    pub(super) inferred: Option<Text>,
    pub(super) sources: Vec<Citation>,
}

impl From<Proof<'_>> for ProofRow {
    fn from(proof: Proof<'_>) -> Self {
        let said = &proof.covers().statement;
        let (text, certification, own) = match proof {
            Proof::Deed(evidence, _) => (evidence.text, None, &evidence.sources[..]),
            Proof::Certificate(of, _) => (of.short_name().into(), Some(of.id), &[][..]),
        };
        ProofRow {
            text,
            certification,
            cost: proof.cost(),
            inferred: said.inferred,
            sources: distinct(said.sources.iter().chain(own).cloned()),
        }
    }
}

impl ProofRow {
    /// What to do, and what it costs.
    pub(super) fn line(&self) -> Line {
        let earn = if self.certification.is_some() { line!["Earn "] } else { Line::default() };
        earn.then(line![&self.text, " (", self.cost.words(), ")"])
    }
}

/// What is asked for, of either kind.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DemandRow<I: Serialize> {
    /// The id, or those of which one is enough.
    pub(super) ids: Vec<I>,
    pub(super) names: Vec<Text>,
    pub(super) phase: Text,
    basis: AskedBasis,
    pub(super) says: StatementRow,
    pub(super) only: Option<Text>,
    pub(super) required: bool,
    agree: usize,
    pub(super) long_behind: bool,
    shown: bool,
    shown_by: Option<Text>,
    pub(super) evidence: Vec<ProofRow>,
    pub(super) may_sit: Option<MaySit>,
    /// Those of a choice that one may sit now.
    open: Vec<Text>,
    pub(super) sources: Vec<Citation>,
}

fn demand<I: Serialize, T: Noun>(
    of: &Demanded<'_, T>,
    id: fn(&T) -> I,
    name: fn(&T) -> &'static str,
) -> DemandRow<I> {
    let said = of.alternatives.map_or(&of.mention.statement, |set| &set.statement);
    DemandRow {
        ids: of.any_of.iter().map(|of| id(of)).collect(),
        names: of.any_of.iter().map(|of| name(of).into()).collect(),
        phase: of.phase.title,
        basis: of.basis.clone(),
        says: StatementRow::from(said),
        only: of.only,
        required: of.required,
        agree: of.named_by.len(),
        long_behind: of.long_behind,
        shown: of.shown.is_some(),
        shown_by: of.shown.map(|(_, shown)| match shown {
            Shown::Told => "you".into(),
            Shown::Covered(by, _) => by.short_name().into(),
        }),
        evidence: Vec::new(),
        may_sit: None,
        open: Vec::new(),
        sources: said.sources.to_vec(),
    }
}

/// A source as a whole.
fn whole(source: &SourceId) -> Citation {
    Citation { source: *source, references: Vec::new() }
}

impl DemandRow<SkillId> {
    pub(super) fn of_skill(
        catalog: &Catalog,
        person: &Person<'_>,
        of: &Demanded<'_, Skill>,
    ) -> Self {
        let mut proofs: Vec<Proof<'_>> =
            of.any_of.iter().flat_map(|skill| evidence_for(catalog, skill)).collect();
        // What one may not sit yet is no evidence to go for.
        proofs.retain(|proof| match proof {
            Proof::Deed(..) => true,
            Proof::Certificate(by, _) => eligibility(catalog, person, by).may_sit != MaySit::NotYet,
        });
        proofs.sort_by_key(Proof::cost);
        let evidence: Vec<ProofRow> = proofs.into_iter().map(ProofRow::from).collect();
        let shows = evidence.iter().take(1).flat_map(|proof| &proof.sources);
        let sources = of.named_by.iter().chain(shows.map(|said| &said.source)).map(whole);
        let sources = distinct(sources);
        let row = demand(of, |skill| skill.id, |skill| skill.title.as_str());
        DemandRow { evidence, sources, ..row }
    }
}

impl DemandRow<CertificationId> {
    pub(super) fn of_certification(
        catalog: &Catalog,
        person: &Person<'_>,
        of: &Demanded<'_, Certification>,
    ) -> Self {
        let may_sit = |one: &Certification| eligibility(catalog, person, one).may_sit;
        let open = of.any_of.iter().filter(|one| may_sit(one) == MaySit::Yes);
        DemandRow {
            may_sit: of.any_of.iter().map(|one| may_sit(one)).min(),
            open: open.map(|one| one.short_name().into()).collect(),
            ..demand(of, |of| of.id, Certification::short_name)
        }
    }

    /// Those that one may sit now.
    pub(super) fn open(&self) -> Line {
        Line::joined(self.open.iter().map(|name| line![name]), " or ")
    }

    fn may_sit(&self) -> Cell {
        match self.open.len() {
            0 => Cell::maybe(self.may_sit.map(MaySit::words)),
            open if open == self.names.len() => Cell::text(MaySit::Yes.words()),
            _ => Cell::sentences([line!["yes, "].then(self.open())]),
        }
    }
}

impl<I: Serialize> DemandRow<I> {
    /// Whether it is left to show.
    pub(super) fn is_left(&self) -> bool {
        !self.shown
    }

    /// Whether it is asked of everybody and left to show.
    pub(super) fn is_missing(&self) -> bool {
        self.only.is_none() && self.is_left()
    }

    /// The name, or those of which one is enough: `Jira or Azure DevOps`.
    pub(super) fn name(&self) -> Line {
        Line::joined(self.names.iter().map(|name| line![name]), " or ")
    }

    /// The name, and what shows it where that is no word of one's own.
    pub(super) fn shown(&self) -> Line {
        match self.shown_by.as_ref().filter(|by| *by != "you") {
            Some(by) => self.name().then(line![" (by ", by, ")"]),
            None => self.name(),
        }
    }

    /// The name, and of whom alone it is asked.
    fn named(&self) -> Cell {
        Cell::sentences([match &self.only {
            Some(only) => self.name().then(line![" (only ", only, ")"]),
            None => self.name(),
        }])
    }

    fn asked(&self) -> Cell {
        match self.basis {
            AskedBasis::Level => Cell::text("at this level"),
            AskedBasis::Phase(_) => Cell::text(self.phase.as_str()),
        }
    }
}

macro_rules! demand_columns {
    ($id:ty, $title:literal, $($own:expr),* $(,)?) => {
        impl Tabular for DemandRow<$id> {
            const COLUMNS: &'static [Column<Self>] = &[
                Column::data(Align::Left, "ids", "Id", |row| {
                    Cell::list(row.ids.iter().map(|id| id.as_str()))
                }),
                Column::words("names", $title, DemandRow::named),
                Column::data(Align::Left, "phase", "Phase", |row| Cell::text(row.phase.as_str())),
                Column::words("basis", "Asked", DemandRow::asked),
                Column::data(Align::Left, "only", "Only", |row| Cell::maybe(row.only)),
                $($own,)*
                Column::data(Align::Left, "long_behind", "Long behind", |row| flag(row.long_behind)),
                Column::data(Align::Left, "required", "Required", |row| flag(row.required)),
                Column::data(Align::Left, "shown", "Shown", |row| flag(row.shown)),
                Column::data(Align::Left, "shown_by", "Shown by", |row| {
                    Cell::maybe(row.shown_by)
                }),
                Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
            ];
        }
    };
}

demand_columns!(
    SkillId,
    "Skill or tool",
    Column::data(Align::Left, "says", "Why", |row| Cell::sentences([row.says.line()])),
    Column::words("evidence", "What shows it", |row| {
        Cell::sentences(row.evidence.first().map(ProofRow::line))
    }),
    Column::number("agree", "Named by", |row| Cell::Count(row.agree as u64)),
);
demand_columns!(
    CertificationId,
    "Certificate",
    Column::words("says", "Why", |row| Cell::sentences([row.says.line()])),
    Column::words("may_sit", "May sit", DemandRow::may_sit),
    Column::data(Align::Right, "agree", "Named by", |row| Cell::Count(row.agree as u64)),
);

fn flag(set: bool) -> Cell {
    if set { Cell::text("yes") } else { Cell::Empty }
}
