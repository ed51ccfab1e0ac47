//! `certs`: certificates by phase, and one of them in full. Knows no format.

mod eligible;
mod row;
mod way;

use serde::Serialize;

pub use eligible::{Eligible, eligible};
pub use row::CertRow;
pub use way::WayRow;

use row::phases_of;

use crate::catalog::{Catalog, Certification, Citation, Covers, SkillId, Text};
use crate::query::{Person, QueryError, Status, lookup, siblings, standpoint};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::skills::MentionRow;
use crate::report::statements::{StatementRow, disputes, statements};
use crate::report::{Report, Said};

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
pub fn certs(
    catalog: &Catalog,
    phase: Option<&str>,
    person: &Person<'_>,
) -> Result<Certs, QueryError> {
    let chosen = chosen(catalog, phase)?.into_iter();
    let phase = phase.map(|name| lookup(catalog.phases(), name)).transpose()?;
    let here = person.years.map(|years| standpoint(catalog, years)).transpose()?;
    let row = |cert: &Certification| {
        let mut row = CertRow::new(catalog, cert).of(person);
        // A certificate of a phase that is over is not over, so only the present phase is marked.
        row.status = here.as_ref().and_then(|here| {
            let now = phases_of(catalog, cert).iter().any(|phase| phase.id == here.phase.of.id);
            now.then_some(Status::Now)
        });
        row
    };
    let mut rows: Vec<CertRow> = chosen.map(row).collect();
    rows.sort_by_key(|row| (row.years().is_none(), row.years().map(|years| years.from)));
    let placed = rows.iter().filter(|row| row.years().is_some()).count();
    // In a dataset whose certificates have no years, people see them all.
    let hidden: fn(&CertRow) -> bool = if placed == 0 { |_| false } else { CertRow::is_aside };
    let others = others(&rows);
    let mut answer = match rows.len() {
        0 => line!["Nothing found: no certificate"],
        count => Line::counted(count, "certificate", "certificates"),
    };
    answer = answer.then(match phase {
        Some(phase) => {
            line![" for the phase ", &phase.title, " (years ", Cell::Years(phase.years), ")"]
        }
        None => {
            line![" that the sources name, of which ", Cell::Count(placed as u64), " have years"]
        }
    });
    let more = line![
        Cell::Command(command(["certs", "CERT"])),
        " tells who may sit it, what the exam is and what it costs"
    ];
    let example = most_told(catalog).map(|told| command(["certs", told.id.as_str()]));
    Ok(Certs {
        said: Said::from(answer).noting(others).noting([NOT_SAID.into(), more]).hinting(example),
        certificates: Rows::new("certificates", Layout::Table, rows)
            .showing(if here.is_some() || person.certifications.len() + person.lapsed.len() > 0 {
                YOURS
            } else {
                LISTED
            })
            .hiding(hidden),
    })
}

/// The certificates of one phase, or all.
fn chosen<'a>(
    catalog: &'a Catalog,
    phase: Option<&str>,
) -> Result<Vec<&'a Certification>, QueryError> {
    let phase = phase.map(|name| lookup(catalog.phases(), name)).transpose()?;
    let in_phase = |certification: &Certification| {
        phase.is_none_or(|phase| phases_of(catalog, certification).iter().any(|p| p.id == phase.id))
    };
    Ok(catalog.certifications().keeping(in_phase).collect())
}

/// Those to which no source gives years, by name.
fn others(rows: &[CertRow]) -> Option<Line> {
    let names: Vec<&str> =
        rows.iter().filter(|row| row.is_aside()).map(|row| row.certificate.as_str()).collect();
    (!names.is_empty()).then(|| line!["without years by any source: ", Cell::list(names)])
}

/// What people see of certificates in a list.
const LISTED: &[&str] = &["phases", "years", "certificate", "ways", "sources"];

/// What somebody with a profile sees of them: who may sit each would leave no room.
const YOURS: &[&str] = &["status", "phases", "years", "certificate", "held", "sources"];

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

/// What to know of fees.
pub const FEES: &str = "fees change: check with the issuer";

/// What the ways are.
fn ways_heading(certification: &Certification) -> Line {
    match certification.ways.len() {
        0 | 1 => line!["Who may sit it"],
        count => line!["Who may sit it, by any one of ", Cell::Count(count as u64), " ways"],
    }
}

/// Of what no source tells.
fn untold(certification: &Certification) -> Option<Line> {
    let all = [
        ("the exam", &certification.exam),
        ("renewal", &certification.renewal),
        ("fees with their dates", &certification.fees),
    ];
    let words: Vec<&str> =
        all.iter().filter(|(_, told)| told.is_empty()).map(|(words, _)| *words).collect();
    let none = line!["no source that we hold tells of: "];
    (!words.is_empty()).then(|| none.then(line![Cell::list(words)]))
}

/// Where the certificates are that this one's name may mean too.
fn see_also(catalog: &Catalog, certification: &Certification) -> Option<Line> {
    let others = siblings(catalog.certifications(), certification).into_iter();
    let commands: Vec<Cell> =
        others.map(|other| Cell::Command(command(["certs", other.id.as_str()]))).collect();
    (!commands.is_empty()).then(|| line!["see also ", Cell::List(commands)])
}

/// A skill that it covers.
#[derive(Debug, Serialize)]
struct CoversRow {
    id: SkillId,
    skill: Text,
    says: StatementRow,
    sources: Vec<Citation>,
}

impl CoversRow {
    fn new(catalog: &Catalog, covers: &Covers) -> Self {
        CoversRow {
            id: covers.skill,
            skill: catalog.skills().get(&covers.skill).title,
            says: StatementRow::from(&covers.statement),
            sources: covers.statement.sources.to_vec(),
        }
    }
}

impl Tabular for CoversRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("skill", "Skill", |row| Cell::text(row.skill.as_str())),
        Column::words("says", "What is said", |row| Cell::sentences([row.says.line()])),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// One certificate in full.
#[derive(Debug, Serialize)]
pub struct OneCert {
    #[serde(skip)]
    said: Said,
    certificate: Rows<CertRow>,
    mentions: Rows<MentionRow>,
    ways: Rows<WayRow>,
    asks: Rows<StatementRow>,
    exam: Rows<StatementRow>,
    renewal: Rows<StatementRow>,
    fees: Rows<StatementRow>,
    covers: Rows<CoversRow>,
    issuer: Rows<StatementRow>,
}

/// Tells what each source says of a certificate, and whether somebody holds it.
///
/// # Errors
/// When there is none of this name.
pub fn cert(catalog: &Catalog, name: &str, person: &Person<'_>) -> Result<OneCert, QueryError> {
    let certification = lookup(catalog.certifications(), name)?;
    let row = CertRow::new(catalog, certification).of(person);
    let shown: &[&str] = if row.is_yours_or_was() { &["id", "held"] } else { &["id"] };
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
    let ways = certification.ways.iter().map(|way| WayRow::new(catalog, way)).collect();
    let covers = certification.covers.iter().map(|covers| CoversRow::new(catalog, covers));
    let disputed =
        catalog.conflicts().keeping(|conflict| conflict.certifications.contains(&certification.id));
    Ok(OneCert {
        said: Said::from(answer)
            .noting(see_also(catalog, certification))
            .noting(certification.ways.is_empty().then_some(NOT_SAID))
            .noting((!certification.fees.is_empty()).then_some(FEES))
            .noting(untold(certification))
            .noting(disputes(disputed)),
        certificate: Rows::new("certificate", Layout::Record, vec![row]).showing(shown),
        ways: Rows::new("ways", Layout::List, ways).under(ways_heading(certification)),
        asks: statements("asks", &certification.asks)
            .under(line!["What else is said of what it asks"]),
        exam: statements("exam", &certification.exam).under(line!["Exam"]),
        renewal: statements("renewal", &certification.renewal).under(line!["Renewal"]),
        fees: statements("fees", &certification.fees).under(line!["Fees"]),
        covers: Rows::new("covers", Layout::Table, covers.collect())
            .under(line!["Skills that it covers"]),
        issuer: Rows::new("issuer", Layout::List, issuer).under(line!["Issuer"]),
        mentions: Rows::new("mentions", Layout::Table, mentions.collect())
            .under(line!["What the sources say of it"]),
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
            &mut self.certificate,
            &mut self.ways,
            &mut self.asks,
            &mut self.exam,
            &mut self.renewal,
            &mut self.fees,
            &mut self.covers,
            &mut self.mentions,
            &mut self.issuer,
        ]
    }
}
