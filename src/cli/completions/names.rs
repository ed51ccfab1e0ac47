//! Which names of a dataset complete which argument, told by what the argument is called in help. Knows no shell.

use std::ffi::OsStr;

use clap::Command;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::catalog::{AreaKind, Catalog, Collection, Education, Noun, TermOf, fold, unaccented};
use crate::cli::opened;
use crate::dataset::Layer;
use crate::query::rung_name;

/// What completes an argument: gives the names that begin with what was typed.
type Names = fn(&Catalog, &mut Begun);

/// Every argument that a name of the dataset completes, by its name in help; where that is not enough, with its command before it.
const NAMES: &[(&str, Names)] = &[
    ("levels LEVEL", |catalog, begun| {
        begun.nouns(catalog.levels());
        begun.nouns(catalog.ladders());
        rungs(catalog, begun);
    }),
    ("LEVEL", |catalog, begun| begun.nouns(catalog.levels())),
    ("TRACK", |catalog, begun| begun.nouns(catalog.tracks())),
    ("PHASE", |catalog, begun| begun.nouns(catalog.phases())),
    ("SKILL", |catalog, begun| begun.nouns(catalog.skills())),
    ("CERT", |catalog, begun| begun.nouns(catalog.certifications())),
    ("NAME,…", having),
    ("ROLE", |catalog, begun| begun.nouns(catalog.roles())),
    ("TITLE", |catalog, begun| begun.nouns(catalog.roles())),
    ("compare NAME", subjects),
    ("conflicts TOPIC", |catalog, begun| begun.nouns(catalog.conflicts())),
    ("guide TOPIC", |catalog, begun| begun.nouns(catalog.topics())),
    ("SOURCE", |catalog, begun| begun.nouns(catalog.sources())),
    ("PLACE", places),
    ("ST", states),
    ("INDUSTRY", |catalog, begun| {
        begun.nouns(catalog.industries());
    }),
    ("CODE|NAME", |catalog, begun| begun.nouns(catalog.occupations())),
    ("CODE|NAME|all", |catalog, begun| {
        begun.nouns(catalog.occupations());
        begun.offer("all", "every occupation that is held");
    }),
    ("YEAR|all", |catalog, begun| {
        let newest_first = catalog.vintages().iter().rev();
        newest_first.for_each(|vintage| begun.offer(&vintage.year.to_string(), &vintage.title));
        begun.offer("all", "year by year");
    }),
    ("DEGREE", |_, begun| {
        Education::ALL.into_iter().for_each(|degree| begun.offer(degree.word(), ""));
    }),
];

/// The names that begin with what was typed.
pub(super) struct Begun {
    typed: String,
    found: Vec<(String, String)>,
}

impl Begun {
    /// Whether a name begins so, and no shell has to quote it.
    fn fits(&self, name: &str) -> bool {
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.:+/,@%".contains(sign);
        name.chars().all(plain) && fold(name).starts_with(&self.typed)
    }

    /// Takes a name that fits.
    fn offer(&mut self, name: &str, said: &str) {
        if self.fits(name) && self.found.iter().all(|(known, _)| known != name) {
            self.found.push((name.to_owned(), said.to_owned()));
        }
    }

    /// Takes the id of each entry, or else its title once a word is begun; then the first other name of those left.
    fn nouns<T: Noun>(&mut self, entries: &Collection<T>) {
        let begun = !self.typed.is_empty();
        let mut left = Vec::new();
        for entry in entries.iter() {
            let title = typeable(entry.title());
            match [entry.id().as_str(), &title].into_iter().find(|name| self.fits(name)) {
                Some(name) => self.offer(name, entry.title()),
                None => left.push(entry),
            }
        }
        for entry in left.into_iter().filter(|_| begun) {
            let names = entry.aliases().iter().map(|alias| typeable(alias));
            if let Some(name) = names.into_iter().find(|name| self.fits(name)) {
                self.offer(&name, entry.title());
            }
        }
    }
}

/// A name as one types it without quotes, which finds the same.
fn typeable(name: &str) -> String {
    unaccented(name).split_whitespace().collect::<Vec<_>>().join("-")
}

fn rungs(catalog: &Catalog, begun: &mut Begun) {
    for ladder in catalog.ladders().iter() {
        for rung in ladder.rungs.iter() {
            begun.offer(&rung_name(&ladder.id, &rung.id), &rung.title);
        }
    }
}

fn having(catalog: &Catalog, begun: &mut Begun) {
    begun.nouns(catalog.skills());
    begun.nouns(catalog.certifications());
    for term in catalog.terms().iter().filter(|term| term.kind.counts()) {
        // What the dataset has stands there already.
        if !matches!(term.of, Some(TermOf::Skill(_) | TermOf::Certification(_))) {
            begun.offer(&term.id, &term.title);
        }
    }
}

fn subjects(catalog: &Catalog, begun: &mut Begun) {
    begun.nouns(catalog.levels());
    rungs(catalog, begun);
    begun.nouns(catalog.certifications());
    begun.nouns(catalog.roles());
    begun.nouns(catalog.occupations());
}

/// States first; of a metropolitan area its whole title, or once a word is begun any city in it with its state.
fn places(catalog: &Catalog, begun: &mut Begun) {
    let areas = catalog.areas();
    let plain = |title: &str| typeable(title).replace([',', '\'', '.', '(', ')'], "");
    for area in AreaKind::ALL.iter().flat_map(|kind| areas.iter().filter(|area| area.kind == *kind))
    {
        let title = plain(&area.title);
        if begun.fits(&title) {
            begun.offer(&title, &area.title);
        } else if !begun.typed.is_empty() {
            let state = area.states.iter().next().unwrap_or_default();
            let cities = area.cities().skip(1).map(|city| plain(&format!("{city}-{state}")));
            let aliases = area.aliases().iter().map(|alias| plain(alias));
            let names =
                area.postal_code().map(str::to_owned).into_iter().chain(cities).chain(aliases);
            names.for_each(|name| begun.offer(&name, &area.title));
        }
    }
}

fn states(catalog: &Catalog, begun: &mut Begun) {
    let areas = catalog.areas();
    for area in areas.iter() {
        area.postal_code().into_iter().for_each(|code| begun.offer(code, &area.title));
    }
}

/// The names of a dataset that begin so; none where it cannot be read, since this is no place to complain.
fn found(names: Names, layers: &[Layer], typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    let Ok(catalog) = opened(layers) else { return Vec::new() };
    let mut begun = Begun { typed: fold(typed), found: Vec::new() };
    names(&catalog, &mut begun);
    let candidate = |(name, said): (String, String)| {
        CompletionCandidate::new(name).help((!said.is_empty()).then(|| said.into()))
    };
    begun.found.into_iter().map(candidate).collect()
}

/// Completes by a sign, whatever was typed.
pub(super) fn always(sign: char) -> ArgValueCompleter {
    ArgValueCompleter::new(move |_: &OsStr| vec![CompletionCandidate::new(sign.to_string())])
}

/// Completes by the commands under one.
pub(super) fn commands(of: &Command) -> ArgValueCompleter {
    let all: Vec<(String, String)> = of
        .get_subcommands()
        .map(|inner| (inner.get_name().to_owned(), inner.get_about().map(ToString::to_string)))
        .map(|(name, about)| (name, about.unwrap_or_default()))
        .collect();
    ArgValueCompleter::new(move |typed: &OsStr| {
        let typed = typed.to_string_lossy();
        let fitting = all.iter().filter(|(name, _)| name.starts_with(typed.as_ref()));
        fitting
            .map(|(name, about)| CompletionCandidate::new(name).help(Some(about.into())))
            .collect()
    })
}

/// The same command, each of whose arguments is completed by the names that it takes.
pub(super) fn naming(command: Command, layers: &[Layer]) -> Command {
    let of = command.get_name().to_owned();
    let command = command.mut_args(|argument| match completing(&of, &called(&argument)) {
        None => argument,
        Some(names) => {
            let layers = layers.to_vec();
            argument.add(ArgValueCompleter::new(move |typed: &OsStr| {
                self::found(names, &layers, typed)
            }))
        }
    });
    command.mut_subcommands(|inner| naming(inner, layers))
}

/// What an argument is called in help.
fn called(argument: &clap::Arg) -> String {
    let said = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    said.unwrap_or_else(|| argument.get_id().as_str().to_uppercase())
}

fn completing(command: &str, called: &str) -> Option<Names> {
    let exactly = format!("{command} {called}");
    let named = |name: &str| NAMES.iter().find(|(known, _)| *known == name);
    named(&exactly).or_else(|| named(called)).map(|(_, names)| *names)
}
