//! `certs --eligible`: which certificates one may sit now, and what is missing for the others. Knows no format.

use serde::Serialize;

use super::{CertRow, chosen};
use crate::catalog::{Catalog, Certification, CertificationId, Citation, Education, Text};
use crate::query::{Eligibility, MaySit, Need, Needed, Person, QueryError, State, eligibility};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::{Report, Said};

/// How a person stands to a certificate.
#[derive(Debug, Serialize)]
struct EligibleRow {
    id: CertificationId,
    certificate: Text,
    may_sit: MaySit,
    #[serde(flatten)]
    needs: Needs,
    sources: Vec<Citation>,
}

/// What the nearest way asks for, by how one stands to it.
#[derive(Debug, Default, Serialize)]
struct Needs {
    missing: Vec<NeedRow>,
    not_told: Vec<NeedRow>,
    met: Vec<NeedRow>,
    /// Whether any source says who may sit it.
    said: bool,
}

/// Something that a way asks for.
#[derive(Debug, Serialize)]
struct NeedRow {
    kind: &'static str,
    education: Option<Education>,
    /// Certificates of which one is asked for.
    certifications: Vec<CertificationId>,
    months: Option<u32>,
    /// How many of those months are told.
    months_told: Option<u32>,
    hours: Option<u32>,
    of: Option<Text>,
    #[serde(skip)]
    line: Line,
}

impl NeedRow {
    fn new(catalog: &Catalog, needed: &Needed<'_>) -> Self {
        let row = NeedRow {
            kind: "education",
            education: None,
            certifications: Vec::new(),
            months: None,
            months_told: None,
            hours: None,
            of: None,
            line: Line::default(),
        };
        match needed.need {
            Need::Education(asked) => {
                NeedRow { education: Some(asked), line: line![asked.words()], ..row }
            }
            Need::Holds(ids) => {
                let names = ids.iter().map(|id| catalog.certifications().get(id).short_name());
                let names = names.map(|name| line![Cell::text(name)]);
                NeedRow {
                    kind: "certificate",
                    certifications: ids.to_vec(),
                    line: Line::joined(names, " or "),
                    ..row
                }
            }
            Need::Experience(asked) => {
                let told = match needed.state {
                    State::Short(told) => told,
                    _ => None,
                };
                NeedRow {
                    kind: "experience",
                    months: Some(asked.months),
                    months_told: told,
                    of: Some(asked.of),
                    line: experience(asked.months, told, &asked.of, asked.within),
                    ..row
                }
            }
            Need::Training(asked) => NeedRow {
                kind: "training",
                hours: asked.hours,
                of: Some(asked.of),
                line: training(asked.hours, asked.of),
                ..row
            },
        }
        .by(needed)
    }

    /// The same, saying what makes it met where that is a certificate or years alone.
    fn by(mut self, needed: &Needed<'_>) -> Self {
        self.line = match (needed.state, needed.need) {
            (State::ByCertificate(by), Need::Holds(_)) => line![Cell::text(by.short_name())],
            (State::ByCertificate(by), _) => {
                self.line.then(line![" by ", Cell::text(by.short_name())])
            }
            (State::ByYears, _) => self.line.then(line![" by your years"]),
            (State::IfInIt, _) => self.line.then(line![": were your years in it?"]),
            _ => self.line,
        };
        self
    }
}

/// Training that is asked for: `35 hours of training (project management)`.
fn training(hours: Option<u32>, of: Text) -> Line {
    let line = match hours {
        Some(hours) => line![Cell::Count(u64::from(hours)), " hours of training"],
        None => line!["training"],
    };
    line.then(line![" (", Cell::text(of), ")"])
}

/// Experience that is asked for: `12 more months of leading projects`, or the whole of it.
fn experience(months: u32, told: Option<u32>, of: &str, within: Option<u32>) -> Line {
    let of = of.to_owned();
    let words = match told {
        Some(told) => line![
            Cell::Count(u64::from(months.saturating_sub(told))),
            " more of ",
            Cell::Count(u64::from(months)),
            " months of experience (",
            &of
        ],
        None => line![Cell::Count(u64::from(months)), " months of experience (", &of],
    };
    let within =
        within.map(|years| line![", in the last ", Cell::Count(u64::from(years)), " years"]);
    words.then(within.unwrap_or_default()).then(line![")"])
}

impl Needs {
    fn new(catalog: &Catalog, of: &Eligibility<'_>) -> Self {
        let mut needs = Needs { said: of.way.is_some(), ..Needs::default() };
        for needed in &of.needs {
            let row = NeedRow::new(catalog, needed);
            match needed.state {
                State::Short(_) => needs.missing.push(row),
                State::Untold | State::IfInIt => needs.not_told.push(row),
                State::Met | State::ByCertificate(_) | State::ByYears => needs.met.push(row),
            }
        }
        needs
    }
}

impl EligibleRow {
    fn new(catalog: &Catalog, person: &Person<'_>, certification: &Certification) -> Self {
        let of = eligibility(catalog, person, certification);
        EligibleRow {
            id: certification.id,
            certificate: certification.short_name().into(),
            may_sit: of.may_sit,
            needs: Needs::new(catalog, &of),
            sources: of.way.map(|way| way.sources.to_vec()).unwrap_or_default(),
        }
    }

    /// What is asked for and not there, or not told; nothing for what is held.
    fn lacks(&self) -> Cell {
        match (self.may_sit, self.needs.said) {
            (MaySit::Held, _) => Cell::Empty,
            (_, false) => Cell::text("no source that we hold says who may sit it"),
            (_, true) => lines(&self.needs.missing),
        }
    }

    fn not_told(&self) -> Cell {
        if self.may_sit == MaySit::Held { Cell::Empty } else { lines(&self.needs.not_told) }
    }

    fn met(&self) -> Cell {
        let open = self.needs.said
            && self.needs.met.is_empty()
            && self.needs.missing.is_empty()
            && self.needs.not_told.is_empty();
        match (self.may_sit, open) {
            (MaySit::Held, _) => Cell::Empty,
            (_, true) => Cell::text("nothing is asked for"),
            (_, false) => lines(&self.needs.met),
        }
    }
}

fn lines(rows: &[NeedRow]) -> Cell {
    Cell::sentences(rows.iter().map(|row| row.line.clone()))
}

impl Tabular for EligibleRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "id", "Id", |row| Cell::text(row.id.as_str())),
        Column::words("certificate", "Certificate", |row| Cell::text(row.certificate.as_str())),
        Column::words("may_sit", "May sit", |row| Cell::text(row.may_sit.words())),
        Column::words("missing", "Missing", EligibleRow::lacks),
        Column::words("not_told", "Not told", EligibleRow::not_told),
        Column::words("met", "Met", EligibleRow::met),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Which certificates one may sit.
#[derive(Debug, Serialize)]
pub struct Eligible {
    #[serde(skip)]
    said: Said,
    certificates: Rows<EligibleRow>,
}

/// Tells which certificates a person may sit, of one phase or all.
///
/// # Errors
/// When there is no such phase.
pub fn eligible(
    catalog: &Catalog,
    person: &Person<'_>,
    phase: Option<&str>,
) -> Result<Eligible, QueryError> {
    let chosen = chosen(catalog, phase)?;
    let mut certifications: Vec<(CertRow, &Certification)> =
        chosen.into_iter().map(|of| (CertRow::new(catalog, of), of)).collect();
    certifications
        .sort_by_key(|(row, _)| (row.years().is_none(), row.years().map(|years| years.from)));
    let mut rows: Vec<EligibleRow> =
        certifications.iter().map(|(_, of)| EligibleRow::new(catalog, person, of)).collect();
    rows.sort_by_key(|row| order(row.may_sit));
    let said = Said::from(answer(&rows)).noting(notes(person, &rows));
    Ok(Eligible { said, certificates: Rows::new("certificates", Layout::Table, rows) })
}

/// What one may sit first, then what something is missing for, then what is not said, then what one has.
fn order(may_sit: MaySit) -> u8 {
    match may_sit {
        MaySit::Yes => 0,
        MaySit::Perhaps => 1,
        MaySit::NotYet => 2,
        MaySit::NotSaid => 3,
        MaySit::Held => 4,
    }
}

const IF_IN_IT: &str = " more if your years were in what they ask for";

fn answer(rows: &[EligibleRow]) -> Line {
    let of = |wanted: MaySit| rows.iter().filter(move |row| row.may_sit == wanted);
    let names = Cell::brief(of(MaySit::Yes).map(|row| row.certificate.as_str()));
    let counts = [
        (MaySit::Perhaps, IF_IN_IT),
        (MaySit::NotYet, " not yet"),
        (MaySit::NotSaid, " not said"),
        (MaySit::Held, " held"),
    ];
    let others = counts.into_iter().filter_map(|(may_sit, words)| {
        let count = of(may_sit).count();
        (count > 0).then(|| line![Cell::Count(count as u64), words])
    });
    let others: Vec<Line> = others.collect();
    let answer = match (rows.len(), of(MaySit::Yes).count()) {
        (0, _) => return line!["Nothing found: no certificate"],
        (all, 0) => line![
            "None of ",
            Cell::Count(all as u64),
            " certificates that you may sit now, as far as sources and you tell"
        ],
        (all, yes) => line![
            "You may sit ",
            Cell::Count(yes as u64),
            " of ",
            Cell::Count(all as u64),
            " certificates now: ",
            names
        ],
    };
    match others.is_empty() {
        true => answer,
        false => answer.then(line![
            "; ",
            Cell::List(others.into_iter().map(|of| Cell::Sentences(vec![of])).collect())
        ]),
    }
}

const COUNTED: &str = "years in roles of this career count where a way asks for experience of its work, in our reading; other \
                       kinds of experience are for you to judge; two kinds in one way are added, as no source says \
                       that they may overlap";

fn notes(person: &Person<'_>, rows: &[EligibleRow]) -> Vec<Line> {
    let mut notes = Vec::new();
    let mut untold = Vec::new();
    untold.extend(person.years.is_none().then(|| line!["--years N"]));
    untold.extend(person.education.is_none().then(|| line!["--education four-year-degree"]));
    untold.extend(person.certifications.is_empty().then(|| line!["--have CERT"]));
    if !untold.is_empty() {
        notes.push(line!["to tell more: ", Cell::Sentences(untold)]);
    }
    let needs = rows.iter().flat_map(|row| row.needs.met.iter().chain(&row.needs.not_told));
    let counted = needs.clone().any(|need| need.kind == "experience")
        && person.worked.or(person.years).is_some();
    if counted {
        notes.push(COUNTED.into());
    }
    if rows.iter().any(|row| row.needs.not_told.iter().any(|need| need.kind == "training")) {
        notes.push(line![
            "training cannot be told here: not told means that you need it unless you have had it"
        ]);
    }
    notes.push(line![
        "of several ways the nearest is shown; all of them: ",
        Cell::Command(command(["certs", "CERT"])),
        "; check with the issuer"
    ]);
    notes
}

impl Report for Eligible {
    fn name(&self) -> &'static str {
        "certs-eligible"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.certificates]
    }
}
