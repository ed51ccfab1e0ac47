//! Which certificates a person may sit, and what is missing for the others. Knows no level and no words.

use serde::Serialize;

use super::person::Person;
use crate::catalog::{
    Catalog, Certification, CertificationId, Education, Experience, Training, Way, Years,
};

/// Whether a person may sit a certificate, as far as sources and the person tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MaySit {
    /// It is held already.
    Held,
    /// Yes.
    Yes,
    /// If the person's years were in what it asks for.
    Perhaps,
    /// No source says who may sit it, or the person does not tell what it takes.
    #[serde(rename = "not said")]
    NotSaid,
    /// Something is missing.
    #[serde(rename = "not yet")]
    NotYet,
}

impl MaySit {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            MaySit::Held => "held",
            MaySit::Yes => "yes",
            MaySit::Perhaps => "perhaps",
            MaySit::NotSaid => "not said",
            MaySit::NotYet => "not yet",
        }
    }
}

/// Something that a way asks for.
#[derive(Debug, Clone, Copy)]
pub enum Need<'a> {
    /// Education.
    Education(Education),
    /// One of these certificates.
    Holds(&'a [CertificationId]),
    /// Experience.
    Experience(&'a Experience),
    /// Training.
    Training(&'a Training),
}

/// How a person stands to it.
#[derive(Debug, Clone, Copy)]
pub enum State<'a> {
    /// It is there.
    Met,
    /// A certificate that is held is it, or stands in for it.
    ByCertificate(&'a Certification),
    /// Enough years of this career are told, which count as it.
    ByYears,
    /// Enough years are told; whether they were in it, they do not say.
    IfInIt,
    /// It is not there; of experience, so many months are.
    Short(Option<u32>),
    /// The person does not tell.
    Untold,
}

/// Something that a way asks for, and how a person stands to it.
#[derive(Debug, Clone, Copy)]
pub struct Needed<'a> {
    /// What.
    pub need: Need<'a>,
    /// How.
    pub state: State<'a>,
}

/// How a person stands to a certificate.
#[derive(Debug)]
pub struct Eligibility<'a> {
    /// The certificate.
    pub certification: &'a Certification,
    /// The answer.
    pub may_sit: MaySit,
    /// The way that is nearest; `None` where no source says who may sit it.
    pub way: Option<&'a Way>,
    /// What that way asks for.
    pub needs: Vec<Needed<'a>>,
}

/// How a person stands to a certificate, by the way that is nearest.
pub fn eligibility<'a>(
    catalog: &'a Catalog,
    person: &Person<'_>,
    certification: &'a Certification,
) -> Eligibility<'a> {
    let ways = certification.ways.iter().map(|way| {
        let needs = needs(catalog, person, way);
        (may_sit(&needs), way, needs)
    });
    let open = |needs: &[Needed<'_>]| {
        let short = needs.iter().filter(|needed| matches!(needed.state, State::Short(_)));
        let untold = needs.iter().filter(|needed| matches!(needed.state, State::Untold));
        (short.count(), months_short(needs), untold.count())
    };
    let nearest = ways.min_by_key(|(may_sit, _, needs)| (*may_sit, open(needs)));
    let held = person.certification(&certification.id).is_some();
    let (may_sit, way, needs) = match nearest {
        Some((may_sit, way, needs)) => (may_sit, Some(way), needs),
        None => (MaySit::NotSaid, None, Vec::new()),
    };
    let may_sit = if held { MaySit::Held } else { may_sit };
    Eligibility { certification, may_sit, way, needs }
}

fn may_sit(needs: &[Needed<'_>]) -> MaySit {
    let any = |is: fn(&State<'_>) -> bool| needs.iter().any(|needed| is(&needed.state));
    match () {
        () if any(|state| matches!(state, State::Short(_))) => MaySit::NotYet,
        () if any(|state| matches!(state, State::Untold)) => MaySit::NotSaid,
        () if any(|state| matches!(state, State::IfInIt)) => MaySit::Perhaps,
        () => MaySit::Yes,
    }
}

fn months_short(needs: &[Needed<'_>]) -> u32 {
    let months = needs.iter().map(|needed| match (needed.need, needed.state) {
        (Need::Experience(asked), State::Short(months)) => {
            asked.months.saturating_sub(months.unwrap_or_default())
        }
        _ => 0,
    });
    months.sum()
}

fn needs<'a>(catalog: &'a Catalog, person: &Person<'_>, way: &'a Way) -> Vec<Needed<'a>> {
    let held = |ids: &'a [CertificationId]| {
        let id = ids.iter().find(|id| person.certification(id).is_some())?;
        Some(catalog.certifications().get(id))
    };
    let mut needs = Vec::new();
    needs.extend(way.education.map(|asked| Needed {
        need: Need::Education(asked),
        state: education(asked, person.education),
    }));
    if !way.holds.is_empty() {
        let state = held(&way.holds).map_or(State::Short(None), State::ByCertificate);
        needs.push(Needed { need: Need::Holds(&way.holds), state });
    }
    let mut told = Months::of(person);
    needs.extend(way.experience.iter().map(|asked| {
        let replaced = held(&asked.or).map(State::ByCertificate);
        let state = replaced.unwrap_or_else(|| told.spend(asked));
        Needed { need: Need::Experience(asked), state }
    }));
    needs.extend(way.training.iter().map(|asked| {
        let state = held(&asked.or).map_or(State::Untold, State::ByCertificate);
        Needed { need: Need::Training(asked), state }
    }));
    needs
}

fn education(asked: Education, told: Option<Education>) -> State<'static> {
    match (asked, told) {
        (_, None) => State::Untold,
        (asked, Some(told)) if told >= asked => State::Met,
        // A degree may be one that the issuer accredits.
        (Education::AccreditedDegree, Some(Education::FourYearDegree)) => State::Untold,
        _ => State::Short(None),
    }
}

/// The months that a person tells; those that one kind of experience takes are gone for the next, as no source says
/// that they may count twice.
struct Months {
    career: Option<u32>,
    all: Option<u32>,
}

impl Months {
    fn of(person: &Person<'_>) -> Self {
        let months = |years: Years| (years.number() * 12.0).floor() as u32;
        let years = person.years.map(months);
        let career = years.filter(|_| !person.title_elsewhere);
        Months { career, all: years.max(person.worked.map(months)) }
    }

    fn spend(&mut self, asked: &Experience) -> State<'static> {
        let Some(all) = self.all else { return State::Untold };
        let career = self.career.unwrap_or_default();
        self.all = Some(all.saturating_sub(asked.months));
        self.career = Some(career.saturating_sub(asked.months));
        match () {
            () if asked.career && career >= asked.months => State::ByYears,
            () if all >= asked.months => State::IfInIt,
            () => State::Short(Some(all)),
        }
    }
}
