//! Certificates side by side: who may sit them, what they cost in time and money, what they cover. Knows no format.

use super::changes::{Length, Told, aspects, changes, untold};
use super::levels::told;
use super::{Compared, answer, becoming, reading};
use crate::catalog::{Catalog, Certification};
use crate::query::{Feature, Subject};
use crate::report::Said;
use crate::report::cell::{Cell, line};
use crate::report::certs::{CertRow, FEES};
use crate::report::sheet::{Layout, Rows};
use crate::report::statements::disputes;

pub(super) fn compared(catalog: &Catalog, found: &[Subject<'_>]) -> Compared<CertRow> {
    let named: Vec<&Certification> = found
        .iter()
        .filter_map(|subject| match subject {
            Subject::Certification(certification) => Some(*certification),
            _ => None,
        })
        .collect();
    let aspects = aspects(catalog, ASPECTS, &named, found);
    let changes = changes(&aspects);
    let disputed = catalog.conflicts().keeping(|conflict| {
        named.iter().any(|certification| conflict.certifications.contains(&certification.id))
    });
    let rows = named.iter().map(|certification| CertRow::new(catalog, certification));
    let rows: Vec<CertRow> = rows.collect();
    let years = rows.iter().map(|row| Some(line![Cell::Years(row.years()?)]));
    Compared {
        name: "compare-certificates",
        said: Said::from(answer(found, [becoming("years ", years)], &changes))
            .noting([FEES])
            .noting(reading(found, &changes))
            .noting(disputes(disputed)),
        changes,
        untold: untold(&aspects),
        items: Rows::new("items", Layout::Record, rows).showing(&SHOWN),
        moves: Rows::new("moves", Layout::Record, Vec::new()),
    }
}

/// What people see of certificates side by side; the rest is told as changes.
const SHOWN: [&str; 7] = ["certificate", "title", "issuer", "phases", "years", "ways", "sources"];

/// The aspects under which certificates are compared.
const ASPECTS: &[(&str, Length, Told<Certification>)] = &[
    ("also asked", Length::Full, |_, certification| told(&certification.asks)),
    ("exam", Length::Full, |_, certification| told(&certification.exam)),
    ("renewal", Length::Full, |_, certification| told(&certification.renewal)),
    ("fees", Length::Full, |_, certification| told(&certification.fees)),
    ("skills", Length::Full, |catalog, certification| {
        let covers = certification.covers.iter().map(|covers| Feature {
            words: catalog.skills().get(&covers.skill).title,
            ..Feature::from(&covers.statement)
        });
        let features: Vec<Feature> = covers.collect();
        (!features.is_empty()).then_some(features)
    }),
    ("what is said", Length::Brief, |_, certification| {
        told(certification.mentions.iter().map(|mention| &mention.statement))
    }),
];
