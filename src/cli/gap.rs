//! The arguments of `gap`, what is typed of a person, and the report that answers. Knows no format.

use clap::{Args, ValueEnum};

use super::defaults::{place_with_pay, uses_what_one_has};
use super::exit::Failure;
use super::value;
use crate::catalog::{Catalog, Education, Years};
use crate::query::{Person, QueryError, lookup};
use crate::report::gap::{Purpose, Question, gap};
use crate::report::{Field, Report, Yours, certs};

/// What is typed of a person; it wins over a profile, and what one has adds to it.
#[derive(Debug, Default, Args)]
pub struct Typed {
    /// Say how many years of experience you have: 4, or 2.5
    #[arg(long, value_name = "N", value_parser = value::years, allow_negative_numbers = true)]
    pub years: Option<Years>,
    /// Name skills, tools and certificates that you have: jira,agile,capm
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', value_parser = value::word)]
    pub have: Vec<String>,
}

impl Typed {
    /// The person with what is typed.
    ///
    /// # Errors
    /// When nothing has a name that is typed.
    pub fn person<'a>(
        &self,
        catalog: &'a Catalog,
        told: &Person<'a>,
    ) -> Result<Person<'a>, QueryError> {
        let mut person = told.clone();
        if let Some(years) = self.years {
            person.years = Some(years);
            // A level that a profile tells goes with the years that it tells.
            person.level = None;
        }
        for name in &self.have {
            person.have(catalog, name.trim())?;
        }
        Ok(person)
    }
}

/// Which level, and who asks.
#[derive(Debug, Args)]
pub struct Gap {
    /// Name the level to reach; the next one without it
    #[arg(long, value_name = "LEVEL")]
    to: Option<String>,
    #[command(flatten)]
    typed: Typed,
    /// Follow one track: management or specialist
    #[arg(long)]
    track: Option<String>,
    /// Look up pay in this place: a state, a metropolitan area, a city
    #[arg(long, value_name = "PLACE")]
    area: Option<String>,
    /// Say only whether the level is met: exit code 1 where it is not
    #[arg(long)]
    check: bool,
}

impl Gap {
    /// Fills what was not typed from a profile.
    pub fn fill(&mut self, catalog: &Catalog, person: &Person<'_>, yours: &mut Yours) {
        uses_what_one_has(person, self.typed.years, yours);
        let own = [
            (Field::Level, person.level.is_some() && self.typed.years.is_none()),
            (Field::Target, person.target.is_some() && self.to.is_none()),
            (Field::Track, person.track.is_some() && self.track.is_none()),
        ];
        own.iter().filter(|(_, used)| *used).for_each(|(field, _)| yours.uses(*field));
        if self.area.is_none() {
            // Of a place without pay the answer itself says so.
            self.area = place_with_pay(catalog, person, yours).map(str::to_owned);
        }
    }

    /// The report that answers.
    pub fn report(&self, catalog: &Catalog, told: &Person<'_>) -> Result<Box<dyn Report>, Failure> {
        let mut person = self.typed.person(catalog, told)?;
        if let Some(name) = &self.track {
            person.track = Some(lookup(catalog.tracks(), name)?);
        }
        let question = Question {
            to: self.to.clone(),
            area: self.area.clone(),
            purpose: if self.check { Purpose::Check } else { Purpose::Advice },
        };
        Ok(Box::new(gap(catalog, &person, &question)?))
    }
}

/// Who may sit what.
#[derive(Debug, Args)]
pub struct Eligible {
    /// Show which ones you may sit now, and what is missing for the others
    #[arg(long, conflicts_with = "cert")]
    pub eligible: bool,
    /// Say how many years of experience you have: 4, or 2.5
    #[arg(long, value_name = "N", value_parser = value::years, allow_negative_numbers = true)]
    #[arg(requires = "eligible")]
    years: Option<Years>,
    /// Name certificates that you hold: capm
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', value_parser = value::word)]
    #[arg(requires = "eligible")]
    have: Vec<String>,
    /// Say how far you have studied
    #[arg(long, value_enum, requires = "eligible")]
    education: Option<Studied>,
}

/// How far one has studied.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Studied {
    /// A high school diploma or the like
    #[value(alias = "high-school", alias = "associate")]
    SecondaryDiploma,
    /// A bachelor's degree or the like
    #[value(alias = "bachelor", alias = "bachelors", alias = "master")]
    FourYearDegree,
    /// A degree from a programme that the issuer of the certificate accredits
    AccreditedDegree,
}

impl From<Studied> for Education {
    fn from(studied: Studied) -> Self {
        match studied {
            Studied::SecondaryDiploma => Education::SecondaryDiploma,
            Studied::FourYearDegree => Education::FourYearDegree,
            Studied::AccreditedDegree => Education::AccreditedDegree,
        }
    }
}

impl Eligible {
    /// The years that are typed.
    pub fn typed_years(&self) -> Option<Years> {
        self.years
    }

    /// Whether no education is typed.
    pub fn untyped_education(&self) -> bool {
        self.education.is_none()
    }

    /// The report that answers.
    pub fn report(
        &self,
        catalog: &Catalog,
        told: &Person<'_>,
        phase: Option<&str>,
    ) -> Result<Box<dyn Report>, Failure> {
        let typed = Typed { years: self.years, have: self.have.clone() };
        let mut person = typed.person(catalog, told)?;
        if let Some(education) = self.education {
            person.education = Some(education.into());
        }
        Ok(Box::new(certs::eligible(catalog, &person, phase)?))
    }
}
