//! One of the ways to be let in to a certificate. Knows nobody who goes it.

use serde::Serialize;

use crate::catalog::{Catalog, CertificationId, Citation, Education, Text, Way};
use crate::report::cell::{Cell, Line, line};
use crate::report::sheet::{Align, Column, Tabular};

/// Experience or training that a way asks for.
#[derive(Debug, Serialize)]
struct Need {
    months: Option<u32>,
    hours: Option<u32>,
    of: Text,
    within_years: Option<u32>,
    /// Certificates of which one replaces it.
    or: Vec<CertificationId>,
    #[serde(skip)]
    or_names: Vec<Text>,
}

impl Need {
    fn line(&self) -> Line {
        let of = line![" (", &self.of];
        let mut words = match (self.months, self.hours) {
            (Some(months), _) => {
                Line::counted(months as usize, "month of experience", "months of experience")
                    .then(of)
            }
            (None, Some(hours)) => {
                Line::counted(hours as usize, "hour of training", "hours of training").then(of)
            }
            (None, None) => line!["training"].then(of),
        };
        if let Some(years) = self.within_years {
            words = words.then(line![", in the last "]).then(Line::years(f64::from(years)));
        }
        if !self.or_names.is_empty() {
            words =
                words.then(line![", or the "]).then(any_of(&self.or_names)).then(line![" instead"]);
        }
        words.then(line![")"])
    }
}

fn any_of(names: &[Text]) -> Line {
    line![Cell::list(names.iter().copied())]
}

/// One of the ways to be let in to a certificate.
#[derive(Debug, Serialize)]
pub struct WayRow {
    education: Option<Education>,
    /// Experience, then training.
    needs: Vec<Need>,
    /// Certificates of which it asks for one.
    holds: Vec<CertificationId>,
    #[serde(skip)]
    holds_names: Vec<Text>,
    sources: Vec<Citation>,
}

impl WayRow {
    /// A way with the names of the certificates that it names.
    pub fn new(catalog: &Catalog, way: &Way) -> Self {
        let names = |ids: &[CertificationId]| -> Vec<Text> {
            let named = ids.iter().map(|id| catalog.certifications().get(id));
            named.map(|certification| certification.short_name().into()).collect()
        };
        let experience = way.experience.iter().map(|experience| Need {
            months: Some(experience.months),
            hours: None,
            of: experience.of,
            within_years: experience.within,
            or: experience.or.clone(),
            or_names: names(&experience.or),
        });
        let training = way.training.iter().map(|training| Need {
            months: None,
            hours: training.hours,
            of: training.of,
            within_years: None,
            or: training.or.clone(),
            or_names: names(&training.or),
        });
        WayRow {
            education: way.education,
            needs: experience.chain(training).collect(),
            holds: way.holds.clone(),
            holds_names: names(&way.holds),
            sources: way.sources.to_vec(),
        }
    }

    /// All that it asks for, in one line.
    pub fn line(&self) -> Line {
        let mut needs: Vec<Line> = Vec::new();
        needs.extend(self.education.map(|education| line![education.words()]));
        needs.extend((!self.holds_names.is_empty()).then(|| match self.holds_names.len() {
            1 => line!["the "].then(any_of(&self.holds_names)),
            _ => line!["one of "].then(any_of(&self.holds_names)),
        }));
        needs.extend(self.needs.iter().map(Need::line));
        let last = needs.pop();
        let all = Line::joined(needs, ", ");
        match (all.0.is_empty(), last) {
            (_, None) => line!["anybody: nothing is asked for"],
            (true, Some(only)) => only,
            (false, Some(last)) => all.then(line![", and "]).then(last),
        }
    }
}

impl Tabular for WayRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "education", "Education", |row| {
            Cell::maybe(row.education.map(Education::words))
        }),
        Column::data(Align::Left, "holds", "Certificates", |row| {
            Cell::list(row.holds_names.iter().copied())
        }),
        Column::words("needs", "Asks for", |row| Cell::sentences([row.line()])),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}
