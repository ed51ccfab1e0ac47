//! `profile init`: a new profile from options, or from what is asked at a terminal. Knows no TOML.

use std::io::{self, BufRead, IsTerminal, Write};

use clap::Args;

use super::file::{Present, ProfileFile};
use crate::catalog::{Catalog, Education, Noun, Usd, Years};
use crate::cli::advice::advice;
use crate::cli::exit::Failure;
use crate::cli::value;
use crate::profile::Draft;
use crate::query::{QueryError, lookup, place};
use crate::render::clean;
use crate::report::profile;

/// Write a new profile from options; at a terminal without any, ask.
#[derive(Debug, Default, Clone, Args)]
pub struct Init {
    /// Say your job title
    #[arg(long, value_parser = value::word)]
    title: Option<String>,
    /// Say how many years of experience you have: 4, or 2.5
    #[arg(long, value_name = "N", value_parser = value::years, allow_negative_numbers = true)]
    years: Option<Years>,
    /// Say your level; without it your years tell
    #[arg(long)]
    level: Option<String>,
    /// Say your track: management or specialist
    #[arg(long)]
    track: Option<String>,
    /// Say which level you want to reach
    #[arg(long, value_name = "LEVEL")]
    target: Option<String>,
    /// Say what you earn in a year: 120000, 120k or '$120,000'
    #[arg(long, value_name = "AMOUNT", value_parser = value::amount, allow_negative_numbers = true)]
    pay: Option<Usd>,
    /// Say where you work: a state, a metropolitan area, a city
    #[arg(long)]
    place: Option<String>,
    /// Say your highest degree: secondary-diploma, four-year-degree or accredited-degree
    #[arg(long, value_name = "DEGREE", value_parser = value::education)]
    education: Option<Education>,
    /// Name a skill or tool; repeat for several
    #[arg(long = "skill", value_name = "SKILL", value_delimiter = ',')]
    skills: Vec<String>,
    /// Name a certificate; repeat for several
    #[arg(long = "cert", value_name = "CERT", value_delimiter = ',')]
    certificates: Vec<String>,
    /// Replace the profile that there is
    #[arg(long)]
    force: bool,
}

/// Why an answer is not taken in, and what to type instead.
struct Refusal(String);

impl From<QueryError> for Refusal {
    fn from(error: QueryError) -> Self {
        let (message, hint) = advice(error);
        Refusal(format!("{message}; {hint}"))
    }
}

impl From<String> for Refusal {
    fn from(message: String) -> Self {
        Refusal(message)
    }
}

/// A question of ours, and what takes in its answer.
type Prompt = (&'static str, fn(&Catalog, &mut Draft, &str) -> Result<(), Refusal>);

/// What is asked at a terminal.
const PROMPTS: &[Prompt] = &[
    ("Your job title", |_, draft, text| {
        draft.title = Some(text.to_owned());
        Ok(())
    }),
    ("Years of experience: 4, or 2.5", |_, draft, text| {
        draft.years = Some(value::years(text)?.number());
        Ok(())
    }),
    ("What you earn in a year, before tax: 120k", |_, draft, text| {
        draft.pay = Some(value::amount(text)?.rounded());
        Ok(())
    }),
    ("Where you work: Seattle", |catalog, draft, text| {
        draft.place = Some(place(catalog, text)?.area.title.to_string());
        Ok(())
    }),
    ("The level that you want to reach: senior", |catalog, draft, text| {
        draft.target = Some(id(lookup(catalog.levels(), text)?));
        Ok(())
    }),
    ("Skills and tools: jira, risk-management", |catalog, draft, text| {
        draft.skills = each(text, |name| lookup(catalog.skills(), name).map(id))?;
        Ok(())
    }),
    ("Certificates: csm, pmp", |catalog, draft, text| {
        let ids = each(text, |name| lookup(catalog.certifications(), name).map(id))?;
        draft.certifications = ids.into_iter().map(|id| (id, None)).collect();
        Ok(())
    }),
];

fn id<T: Noun>(found: &T) -> String {
    found.id().as_str().to_owned()
}

fn each<T>(
    names: &str,
    find: impl Fn(&str) -> Result<T, QueryError>,
) -> Result<Vec<T>, QueryError> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(find).collect()
}

impl Init {
    /// Writes the profile, and tells what stands in it.
    pub fn report(&self, catalog: &Catalog, file: &ProfileFile) -> Result<profile::Init, Failure> {
        let mut draft = self.draft(catalog)?;
        let watched = io::stdin().is_terminal() && io::stderr().is_terminal();
        if draft == Draft::default() && watched {
            ask(catalog, &mut draft).map_err(Failure::Output)?;
        }
        file.write_new(&draft.text(), Present::forced(&self.force))?;
        Ok(profile::init(file.shown(), fields(&draft)))
    }

    fn draft(&self, catalog: &Catalog) -> Result<Draft, QueryError> {
        let level = |name: &Option<String>| {
            name.as_deref().map(|name| lookup(catalog.levels(), name).map(id)).transpose()
        };
        let track = self.track.as_deref().map(|name| lookup(catalog.tracks(), name).map(id));
        let area = self.place.as_deref().map(|name| place(catalog, name));
        let skills = self.skills.iter().map(|name| lookup(catalog.skills(), name).map(id));
        let held = self.certificates.iter();
        let held = held.map(|name| Ok((lookup(catalog.certifications(), name).map(id)?, None)));
        Ok(Draft {
            title: self.title.clone(),
            years: self.years.map(Years::number),
            level: level(&self.level)?,
            track: track.transpose()?,
            target: level(&self.target)?,
            pay: self.pay.map(Usd::rounded),
            place: area.transpose()?.map(|found| found.area.title.to_string()),
            education: self.education.map(|education| education.word().to_owned()),
            jobs: Vec::new(),
            skills: skills.collect::<Result<_, QueryError>>()?,
            certifications: held.collect::<Result<_, QueryError>>()?,
        })
    }
}

/// Asks each question until its answer can be used; an empty line leaves it open.
fn ask(catalog: &Catalog, draft: &mut Draft) -> io::Result<()> {
    let (mut input, mut out) = (io::stdin().lock(), anstream::stderr());
    writeln!(out, "Answer what you like; an empty line leaves it open.")?;
    for (prompt, take) in PROMPTS {
        loop {
            write!(out, "{prompt}: ")?;
            out.flush()?;
            let mut line = String::new();
            let read = input.read_line(&mut line)?;
            let answer = line.trim();
            if read == 0 {
                return Ok(());
            }
            if answer.is_empty() {
                break;
            }
            match take(catalog, draft, answer) {
                Ok(()) => break,
                Err(Refusal(why)) => writeln!(out, "  {}", clean(&why))?,
            }
        }
    }
    Ok(())
}

/// What a profile says, field by field.
fn fields(draft: &Draft) -> Vec<(&'static str, String)> {
    let one = |name, value: &Option<String>| value.clone().map(|value| (name, value));
    let some = [
        one("title", &draft.title),
        draft.years.map(|years| ("years", years.to_string())),
        one("level", &draft.level),
        one("track", &draft.track),
        one("target", &draft.target),
        draft.pay.map(|pay| ("pay", pay.to_string())),
        one("place", &draft.place),
        one("education", &draft.education),
    ];
    let skills = draft.skills.iter().map(|id| ("skill", id.clone()));
    let held = draft.certifications.iter().map(|(id, _)| ("certificate", id.clone()));
    some.into_iter().flatten().chain(skills).chain(held).collect()
}
