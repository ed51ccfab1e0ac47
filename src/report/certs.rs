//! `certs`: certificates by phase, and one of them in full. Knows no format.

use serde::Serialize;

use super::cell::{Cell, line};
use super::command::command;
use super::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use super::skills::{MentionRow, whole};
use super::statements::{StatementRow, disputes, statements};
use super::{Report, Said};
use crate::catalog::{
    Catalog, Certification, CertificationId, Citation, Phase, Statement, YearSpan, distinct_sources,
};
use crate::query::{QueryError, lookup};

/// One certificate in a list.
#[derive(Debug, Serialize)]
pub struct CertRow {
    id: CertificationId,
    certificate: String,
    title: String,
    issuer: Option<StatementRow>,
    phases: Vec<String>,
    years: Option<YearSpan>,
    asks: Vec<StatementRow>,
    exam: Vec<StatementRow>,
    renewal: Vec<StatementRow>,
    sources: Vec<Citation>,
}

fn said(of: &[Statement]) -> Vec<StatementRow> {
    of.iter().map(StatementRow::from).collect()
}

impl CertRow {
    fn new(catalog: &Catalog, certification: &Certification) -> Self {
        let phases = phases_of(catalog, certification);
        // A phase gives the years unless a source gives the certificate years of its own.
        let span = |phases: &[&Phase]| match phases {
            [only] => Some(only.years),
            _ => None,
        };
        CertRow {
            id: certification.id.clone(),
            certificate: certification.short_name().to_owned(),
            title: certification.title.clone(),
            issuer: certification.issuer.as_ref().map(StatementRow::from),
            years: certification.years.or(span(&phases)),
            phases: phases.iter().map(|phase| phase.title.clone()).collect(),
            asks: said(&certification.asks),
            exam: said(&certification.exam),
            renewal: said(&certification.renewal),
            sources: distinct_sources(certification.citations()).into_iter().map(whole).collect(),
        }
    }
}

fn phases_of<'a>(catalog: &'a Catalog, certification: &Certification) -> Vec<&'a Phase> {
    let named = |phase: &&Phase| certification.mentions.iter().any(|said| said.is_in(phase));
    catalog.phases().iter().filter(named).collect()
}

fn sentences<'a>(of: impl IntoIterator<Item = &'a StatementRow>) -> Cell {
    Cell::sentences(of.into_iter().map(StatementRow::line))
}

impl Tabular for CertRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("certificate", "Certificate", |row| Cell::text(row.certificate.as_str())),
        Column::data(Align::Left, "title", "Full name", |row| Cell::text(row.title.as_str())),
        Column::words("issuer", "Issuer", |row| sentences(&row.issuer)),
        Column::words("phases", "Phase", |row| Cell::list(row.phases.iter().map(String::as_str))),
        Column::words("years", "Years", |row| row.years.map_or(Cell::Empty, Cell::Years)),
        Column::words("asks", "Asks for", |row| sentences(&row.asks)),
        Column::words("exam", "Exam", |row| sentences(&row.exam)),
        Column::words("renewal", "Renewal", |row| sentences(&row.renewal)),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// The certificate of which most is said; an example that leads somewhere.
pub fn most_told(catalog: &Catalog) -> Option<&Certification> {
    catalog.certifications().iter().max_by_key(|certification| certification.mentions.len())
}

/// Certificates.
#[derive(Debug, Serialize)]
pub struct Certs {
    #[serde(skip)]
    said: Said,
    certificates: Rows<CertRow>,
}

/// Lists the certificates, of one phase or all.
///
/// # Errors
/// When there is no such phase.
pub fn certs(catalog: &Catalog, phase: Option<&str>) -> Result<Certs, QueryError> {
    let phase = phase.map(|name| lookup(catalog.phases(), name)).transpose()?;
    let in_phase = |certification: &&Certification| {
        phase.is_none_or(|phase| phases_of(catalog, certification).iter().any(|p| p.id == phase.id))
    };
    let chosen = catalog.certifications().iter().filter(in_phase);
    let rows: Vec<CertRow> = chosen.map(|cert| CertRow::new(catalog, cert)).collect();
    let mut answer = match rows.len() {
        0 => line!["Nothing found: no certificate"],
        1 => line!["1 certificate"],
        count => line![Cell::Count(count as u64), " certificates"],
    };
    answer = answer.then(match phase {
        Some(phase) => {
            line![" for the phase ", &phase.title, " (years ", Cell::Years(phase.years), ")"]
        }
        None => line![" that the sources name"],
    });
    let example = most_told(catalog).map(|told| command(["certs", told.id.as_str()]));
    Ok(Certs {
        said: Said::from(answer).noting([NOT_SAID]).hinting(example),
        certificates: Rows::new("certificates", Layout::Table, rows),
    })
}

impl Report for Certs {
    fn name(&self) -> &'static str {
        "certs"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.certificates]
    }
}

const NOT_SAID: &str =
    "where nothing is given, no source that we hold says so; check with the issuer";

/// One certificate in full.
#[derive(Debug, Serialize)]
pub struct OneCert {
    #[serde(skip)]
    said: Said,
    certificate: Rows<CertRow>,
    mentions: Rows<MentionRow>,
    asks: Rows<StatementRow>,
    exam: Rows<StatementRow>,
    renewal: Rows<StatementRow>,
    issuer: Rows<StatementRow>,
}

/// Tells what each source says of a certificate.
///
/// # Errors
/// When there is none of this name.
pub fn cert(catalog: &Catalog, name: &str) -> Result<OneCert, QueryError> {
    let certification = lookup(catalog.certifications(), name)?;
    let mut answer = line![&certification.title];
    if let Some(short) = &certification.short {
        answer = answer.then(line![" (", short, ")"]);
    }
    if let Some(issuer) = &certification.issuer {
        answer = answer.then(line![", issued by "]).then(StatementRow::from(issuer).line());
    }
    for phase in phases_of(catalog, certification) {
        answer =
            answer.then(line!["; phase ", &phase.title, " (years ", Cell::Years(phase.years), ")"]);
    }
    if let Some(years) = certification.years {
        answer = answer.then(line!["; for ", Cell::Years(years), " years of experience"]);
    }
    let mentions = certification.mentions.iter().map(|mention| MentionRow::new(catalog, mention));
    let issuer: Vec<_> = certification.issuer.iter().map(StatementRow::from).collect();
    let disputed = catalog
        .conflicts()
        .iter()
        .filter(|conflict| conflict.certifications.contains(&certification.id));
    Ok(OneCert {
        said: Said::from(answer).noting(disputes(disputed)),
        certificate: Rows::new(
            "certificate",
            Layout::Record,
            vec![CertRow::new(catalog, certification)],
        )
        .showing(&["id"]),
        asks: statements("asks", &certification.asks).under(line!["What it asks for"]),
        exam: statements("exam", &certification.exam).under(line!["Exam"]),
        renewal: statements("renewal", &certification.renewal).under(line!["Renewal"]),
        issuer: Rows::new("issuer", Layout::List, issuer).under(line!["Issuer"]),
        mentions: Rows::new("mentions", Layout::Table, mentions.collect()),
    })
}

impl Report for OneCert {
    fn name(&self) -> &'static str {
        "cert"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![
            &mut self.mentions,
            &mut self.asks,
            &mut self.exam,
            &mut self.renewal,
            &mut self.issuer,
            &mut self.certificate,
        ]
    }
}
