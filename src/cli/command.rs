//! Every subcommand: its arguments, its help, the report that answers it. Knows no format.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::completions::Completions;
use super::dataset::DatasetCommand;
use super::exit::{EXIT_CODES, Failure};
use super::gap::{Eligible, Gap};
use super::man::Manual;
use super::options::{Options, layer};
use super::pay::{Outlook, Places, Salary};
use super::posting::Postings;
use super::profile::ProfileCommand;
use super::routes::Routes;
use super::value;
use crate::catalog::{Catalog, Month, SkillKind, Years};
use crate::dataset::Layer;
use crate::query::Person;
use crate::report::{
    Report, certs, compare, conflicts, find, guide, levels, overview, roadmap, skills, sources,
};

/// Explore the Technical Project Manager career: levels, pay, skills, certificates, ways in and out; offline, every figure cited
#[derive(Debug, Parser)]
#[command(name = "tpm-path", version, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Cli {
    /// What is asked.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// What all subcommands share.
    #[command(flatten)]
    pub options: Options,
}

/// Every subcommand.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// Those that a catalog answers.
    #[command(flatten)]
    Ask(Question),
    /// Keep your title, years, pay, place, skills and certificates, for answers about you
    Profile {
        /// What to do with it.
        #[command(subcommand)]
        command: ProfileCommand,
    },
    /// Write, check, export and compare datasets of your own
    Dataset {
        /// What to do with it.
        #[command(subcommand)]
        command: DatasetCommand,
    },
    /// Print what makes a shell complete commands, options and the names in the dataset
    Completions(Completions),
    /// Print the manual page of a command, or write those of all
    Man(Manual),
}

/// Every question that a catalog answers.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Question {
    /// Show the ladder, or one level in full
    Levels {
        /// Name a level: `mid`; or a published ladder: `gitlab`, `gitlab:staff`
        level: Option<String>,
        /// Show the titles of one track: management or specialist
        #[arg(long)]
        track: Option<String>,
        /// Draw each level's pay as a strip (in tables)
        #[arg(long)]
        chart: bool,
    },
    /// Show what is paid at a percentile, or which percentile a pay is
    Salary(Salary),
    /// Rank places by pay beside the nation's; by jobs with --sort employment:desc
    Places(Places),
    /// Show the whole timeline with you on it, and what to do next
    Roadmap {
        /// Say how many years of experience you have: 4, or 2.5
        #[arg(long, value_name = "N", value_parser = value::years, allow_negative_numbers = true)]
        years: Option<Years>,
        /// Look so many years ahead
        #[arg(long, value_name = "N", value_parser = value::years, allow_negative_numbers = true)]
        horizon: Option<Years>,
        /// Follow one track: management or specialist
        #[arg(long)]
        track: Option<String>,
        /// Say in which month you have those years, to put months on what lies ahead
        #[arg(long, value_name = "YYYY-MM", value_parser = value::month)]
        start: Option<Month>,
    },
    /// Show skills and tools by phase, or what the sources say of one
    Skills {
        /// Name a skill or tool: `risk-management`
        skill: Option<String>,
        /// Show those of a phase: establish-credibility
        #[arg(long, conflicts_with = "skill")]
        phase: Option<String>,
        /// Show those that a level asks for: senior
        #[arg(long, conflicts_with = "skill")]
        level: Option<String>,
        /// Show only skills, or only tools
        #[arg(long, value_enum, conflicts_with = "skill")]
        kind: Option<Kind>,
        /// Show those that so many sources name, or more
        #[arg(long, value_name = "N", conflicts_with = "skill")]
        agree: Option<usize>,
    },
    /// Show certificates by phase, or what the sources say of one
    Certs {
        /// Name a certificate: `pmp`
        cert: Option<String>,
        /// Show those of a phase: establish-credibility
        #[arg(long, conflicts_with = "cert")]
        phase: Option<String>,
        /// Whether, and by whom, they may be sat.
        #[command(flatten)]
        eligible: Eligible,
    },
    /// Show what a level asks for that you do not show, and what to do first
    Gap(Gap),
    /// Show ways in, up, across and out, and the way between two roles
    Routes(Routes),
    /// Set levels, roles, occupations or certificates side by side: same, gained, lost
    Compare {
        /// Name two or more of a kind: `mid senior`, `pmp csm`, `gitlab:staff principal`
        #[arg(required = true, num_args = 2.., value_name = "NAME", value_parser = value::word)]
        names: Vec<String>,
    },
    /// Show what job postings ask for, what you have of it, and what is missing
    Match(Postings),
    /// Show growth, openings, employment and industries
    Outlook(Outlook),
    /// Show what the sources say, by topic
    Guide {
        /// Name a topic: `pros-and-cons`
        topic: Option<String>,
    },
    /// Find everything that mentions some words
    Find {
        /// Give the words: `delivery lead`
        #[arg(required = true, value_parser = value::word)]
        words: Vec<String>,
    },
    /// Show who is cited, for what, under which licence
    Sources {
        /// Name a source: `monster`
        source: Option<String>,
    },
    /// Show where the sources disagree, and why
    Conflicts {
        /// Name a topic: `median`
        topic: Option<String>,
    },
}

/// Skills or tools.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    /// Abilities, methods and concepts
    Skill,
    /// Products, platforms and languages
    Tool,
}

impl From<Kind> for SkillKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Skill => SkillKind::Skill,
            Kind::Tool => SkillKind::Tool,
        }
    }
}

impl Cli {
    /// The subcommands that a command line may name, and what all share: clap gives each one a copy of every shared option.
    /// What this accepts the whole grammar accepts too, and takes apart alike.
    pub fn narrow(arguments: &[OsString]) -> clap::Command {
        let named = |inner: &&clap::Command| arguments.iter().any(|word| word == inner.get_name());
        let all = Command::augment_subcommands(clap::Command::new(""));
        Options::augment_args(clap::Command::new(""))
            .disable_help_subcommand(true)
            .subcommands(all.get_subcommands().filter(named).cloned())
    }

    /// The whole grammar.
    pub fn grammar() -> clap::Command {
        let mut grammar = Cli::command();
        let said: Vec<(String, Option<StyledStr>)> = grammar
            .get_subcommands()
            .map(|inner| (inner.get_name().to_owned(), inner.get_about().cloned()))
            .collect();
        grammar.build();
        // What was put off has put the words of its type in the place of what the command does.
        said.into_iter().fold(grammar, |grammar, (name, about)| {
            grammar
                .mut_subcommand(name, |inner| about.into_iter().fold(inner, clap::Command::about))
        })
    }

    /// Whether a picture of pay is asked for.
    pub fn wants_chart(&self) -> bool {
        match &self.command {
            Some(Command::Ask(Question::Salary(salary))) => salary.chart,
            Some(Command::Ask(Question::Levels { chart, .. })) => *chart,
            _ => false,
        }
    }

    /// The layers of the dataset; a folder to check comes last.
    pub fn layers(&self) -> Vec<Layer> {
        match &self.command {
            Some(Command::Dataset { command: DatasetCommand::Check { folder: Some(folder) } }) => {
                let named = self.options.datasets.iter().cloned().map(layer);
                named.chain([layer(folder.clone())]).collect()
            }
            _ => self.options.layers(),
        }
    }
}

/// The report that answers a command; the first screen without one.
pub fn report(
    question: Option<&Question>,
    catalog: &Catalog,
    person: &Person<'_>,
) -> Result<Box<dyn Report>, Failure> {
    Ok(match question {
        None => Box::new(overview::overview(catalog)?),
        Some(Question::Levels { level, track, .. }) => match level {
            None => Box::new(levels::levels(catalog, track.as_deref())?),
            Some(name) => levels::named(catalog, name, track.as_deref())?,
        },
        Some(Question::Salary(salary)) => return salary.report(catalog),
        Some(Question::Places(places)) => return places.report(catalog),
        Some(Question::Outlook(outlook)) => return outlook.report(catalog),
        Some(Question::Roadmap { years, horizon, track, start }) => {
            let question = roadmap::Question {
                years: years.or_else(|| start.map(|_| Years::default())),
                horizon: *horizon,
                track: track.clone(),
                start: *start,
            };
            Box::new(roadmap::roadmap(catalog, &question)?)
        }
        Some(Question::Skills { skill: Some(name), .. }) => Box::new(skills::skill(catalog, name)?),
        Some(Question::Skills { skill: None, phase, level, kind, agree }) => {
            let filter = skills::Filter {
                phase: phase.clone(),
                level: level.clone(),
                kind: kind.map(SkillKind::from),
                agree: *agree,
            };
            Box::new(skills::skills(catalog, &filter)?)
        }
        Some(Question::Certs { cert, phase, eligible }) => {
            return certificates(cert.as_deref(), phase.as_deref(), eligible, catalog, person);
        }
        Some(Question::Gap(gap)) => return gap.report(catalog, person),
        Some(Question::Routes(routes)) => return routes.report(catalog),
        Some(Question::Compare { names }) => compare::compare(catalog, names)?,
        Some(Question::Match(postings)) => Box::new(postings.report(catalog, person)?),
        Some(Question::Guide { topic: Some(name) }) => Box::new(guide::topic(catalog, name)?),
        Some(Question::Guide { topic: None }) => Box::new(guide::guide(catalog)),
        Some(Question::Find { words }) => Box::new(find::find(catalog, &words.join(" "))),
        Some(Question::Sources { source: Some(name) }) => Box::new(sources::source(catalog, name)?),
        Some(Question::Sources { source: None }) => Box::new(sources::sources(catalog)),
        Some(Question::Conflicts { topic: Some(name) }) => {
            Box::new(conflicts::conflict(catalog, name)?)
        }
        Some(Question::Conflicts { topic: None }) => Box::new(conflicts::conflicts(catalog)),
    })
}

fn certificates(
    cert: Option<&str>,
    phase: Option<&str>,
    eligible: &Eligible,
    catalog: &Catalog,
    person: &Person<'_>,
) -> Result<Box<dyn Report>, Failure> {
    Ok(match cert {
        Some(name) => Box::new(certs::cert(catalog, name, person)?),
        None if eligible.eligible => return eligible.report(catalog, person, phase),
        None => Box::new(certs::certs(catalog, phase, person)?),
    })
}
