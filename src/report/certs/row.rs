//! A certificate as one row: what sources say of it, and since when somebody holds it. Knows no other certificate.

use serde::Serialize;

use super::way::WayRow;
use crate::catalog::{
    Catalog, Certification, CertificationId, Citation, Date, Phase, Text, YearSpan, distinct,
};
use crate::query::{Held, Person, Status};
use crate::report::cell::{Cell, line};
use crate::report::sheet::{Align, Column, Tabular};
use crate::report::statements::StatementRow;

/// One certificate in a list.
#[derive(Debug, Serialize)]
pub struct CertRow {
    id: CertificationId,
    pub(super) status: Option<Status>,
    held: Option<Text>,
    /// When what was held ran out.
    ran_out: Option<Date>,
    pub(super) certificate: Text,
    title: Text,
    issuer: Option<StatementRow>,
    phases: Vec<Text>,
    years: Option<YearSpan>,
    ways: Vec<WayRow>,
    asks: Vec<StatementRow>,
    exam: Vec<StatementRow>,
    renewal: Vec<StatementRow>,
    fees: Vec<StatementRow>,
    skills: Vec<Text>,
    sources: Vec<Citation>,
}

impl CertRow {
    /// A certificate with what sources say of it.
    pub fn new(catalog: &Catalog, certification: &Certification) -> Self {
        let phases = phases_of(catalog, certification);
        // A phase gives the years unless a source gives the certificate years of its own.
        let span = |phases: &[&Phase]| {
            let (first, last) = phases.first().zip(phases.last())?;
            Some(YearSpan { from: first.years.from, to: last.years.to })
        };
        let placed = certification.mentions.iter().filter(|said| said.phase.is_some());
        let placed = placed.flat_map(|said| &said.statement.sources);
        let let_in = certification.ways.iter().flat_map(|way| &way.sources);
        let issued = certification.issuer.iter().flat_map(|said| &said.sources);
        CertRow {
            id: certification.id,
            status: None,
            held: None,
            ran_out: None,
            certificate: certification.short_name().into(),
            title: certification.title,
            issuer: certification.issuer.as_ref().map(StatementRow::from),
            years: certification.years.or(span(&phases)),
            phases: phases.iter().map(|phase| phase.title).collect(),
            asks: StatementRow::all(&certification.asks),
            exam: StatementRow::all(&certification.exam),
            renewal: StatementRow::all(&certification.renewal),
            fees: StatementRow::all(&certification.fees),
            ways: certification.ways.iter().map(|way| WayRow::new(catalog, way)).collect(),
            skills: covered(catalog, certification),
            sources: distinct(placed.chain(let_in).chain(issued).cloned()),
        }
    }

    /// The same, with since when somebody holds it, or when it ran out.
    pub(super) fn of(self, person: &Person<'_>) -> Self {
        let since =
            |held: &Held<'_>| held.earned.map_or("yes".into(), |earned| earned.to_string().into());
        CertRow {
            held: person.certification(&self.id).map(since),
            ran_out: person.lapsed(&self.id).and_then(|lapsed| lapsed.expires),
            ..self
        }
    }

    /// Whether somebody holds it, or held it.
    pub(super) fn is_yours_or_was(&self) -> bool {
        self.held.is_some() || self.ran_out.is_some()
    }

    /// Its years, of its phase or its own.
    pub fn years(&self) -> Option<YearSpan> {
        self.years
    }

    /// Whether no source gives it years, and it is none of yours: then it has no place among the others.
    pub(super) fn is_aside(&self) -> bool {
        self.years.is_none() && !self.is_yours_or_was()
    }
}

/// The titles of the skills that it covers.
fn covered(catalog: &Catalog, certification: &Certification) -> Vec<Text> {
    let covers = certification.covers.iter();
    covers.map(|covers| catalog.skills().get(&covers.skill).title).collect()
}

pub(super) fn phases_of<'a>(catalog: &'a Catalog, certification: &Certification) -> Vec<&'a Phase> {
    let named = |phase: &&Phase| certification.mentions.iter().any(|said| said.is_in(phase));
    catalog.phases().iter().filter(named).collect()
}

impl Tabular for CertRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("status", "Is", |row| row.status.map_or(Cell::Empty, Cell::Status)),
        Column::words("certificate", "Certificate", |row| Cell::text(row.certificate.as_str())),
        Column::words("held", "Held", |row| match row.ran_out {
            Some(date) => Cell::sentences([line!["ran out ", Cell::Date(date)]]),
            None => Cell::maybe(row.held),
        }),
        Column::words("phases", "Phase", |row| Cell::list(row.phases.iter().copied())),
        Column::words("years", "Years", |row| row.years.map_or(Cell::Empty, Cell::Years)),
        Column::data(Align::Left, "title", "Full name", |row| Cell::text(row.title.as_str())),
        Column::words("issuer", "Issuer", |row| StatementRow::cell(&row.issuer)),
        Column::words("ways", "Who may sit it", |row| {
            Cell::sentences(row.ways.iter().map(WayRow::line))
        }),
        Column::words("asks", "Asks for", |row| StatementRow::cell(&row.asks)),
        Column::words("exam", "Exam", |row| StatementRow::cell(&row.exam)),
        Column::words("renewal", "Renewal", |row| StatementRow::cell(&row.renewal)),
        Column::words("fees", "Fees", |row| StatementRow::cell(&row.fees)),
        Column::words("skills", "Skills", |row| Cell::list(row.skills.iter().copied())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];

    fn is_yours(&self) -> bool {
        self.status == Some(Status::Now)
    }
}
