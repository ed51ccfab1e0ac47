//! What one has to know in order to read pay right: what is counted, how a name was understood, why a figure is missing.

use super::in_words::{Apart, setting};
use super::{Pair, Population, Where, cuts, strip};
use crate::catalog::{Area, AreaKind, Catalog, PUBLISHED_PERCENTILES, Usd, Wage, fold};
use crate::query::{Basis, Cut, FoundPlace, Setting, SettingChoice, points};
use crate::report::Strip;
use crate::report::cell::{Cell, Line, line};

/// What the money counts.
pub(in crate::report) const WAGE_ONLY: &str = "wages only, before tax: no bonus, no equity";

/// What an answer about pay shows.
pub(super) struct Answered<'a> {
    /// The cuts, each with the nation's beside it.
    pub(super) pairs: &'a [Pair<'a>],
    /// The occupations of which nothing is held where it was asked for.
    pub(super) not_held: &'a [&'a str],
    /// Of each cut, whether it has the figure that was asked for.
    pub(super) complete: Vec<bool>,
    /// Where the figures come from.
    pub(super) bases: Vec<Basis>,
    /// The option that asked: a percentile, an amount or a level.
    pub(super) side: Vec<String>,
}

impl<'a> Answered<'a> {
    /// Every cut that is shown.
    pub(super) fn cuts(&self) -> Vec<Cut<'a>> {
        self.pairs.iter().flat_map(|pair| [Some(pair.cut), pair.beside]).flatten().collect()
    }

    /// The nation's pay as a strip, where one occupation is asked about elsewhere.
    pub(super) fn us(&self, marks: impl Fn(&Cut<'_>) -> Vec<Usd>) -> Option<Strip> {
        let pair = self.pairs.first()?;
        let elsewhere = !matches!(pair.cut.setting, Setting::Nation);
        let one = elsewhere && !Apart::of(&cuts(self.pairs)).occupations;
        pair.beside.filter(|_| one).map(|us| strip(&us, setting(&us), marks(&us)))
    }

    /// The notes that the figures call for.
    pub(super) fn notes(&self, catalog: &Catalog, asked: &Population) -> Vec<Line> {
        let shown = self.cuts();
        let mut notes = self.missing(catalog, asked);
        notes.push(WAGE_ONLY.into());
        notes.extend(places(&shown).into_iter().flat_map(|found| understood(self, asked, found)));
        notes.extend(industry_alias(asked, &shown));
        notes.extend(basis_note(catalog, &cuts(self.pairs)));
        if self.bases.contains(&Basis::Estimate) {
            notes.push(estimated());
        }
        if !self.not_held.is_empty() {
            notes.push(line!["nothing is held here of: ", list(self.not_held)]);
        }
        if self.bases.contains(&Basis::AtLeast) {
            notes.push(line![
                Cell::Mark(Basis::AtLeast),
                ": top-coded, known only as at least that; a number in a later vintage is not a rise"
            ]);
        }
        if Apart::of(&shown).vintages {
            notes.extend(
                catalog
                    .about()
                    .vintages
                    .iter()
                    .map(|said| line![&said.text, " ", Cell::cited(&said.sources)]),
            );
        }
        notes
    }

    /// Why figures are not there, and where to look instead.
    fn missing(&self, catalog: &Catalog, asked: &Population) -> Vec<Line> {
        let cuts = cuts(self.pairs);
        let apart = Apart::of(&cuts);
        let mut reasons: Vec<(Vec<f64>, &str, Vec<Line>)> = Vec::new();
        for (cut, _) in cuts.iter().zip(&self.complete).filter(|(_, complete)| !**complete) {
            for (percentiles, reason) in gaps(cut) {
                let label = apart.label(cut);
                match reasons.iter_mut().find(|(p, r, _)| *p == percentiles && *r == reason) {
                    Some((_, _, of)) => of.push(label),
                    None => reasons.push((percentiles, reason, vec![label])),
                }
            }
        }
        let mut notes: Vec<Line> = reasons
            .into_iter()
            .map(|(percentiles, reason, of)| {
                let what = match percentiles.len() == PUBLISHED_PERCENTILES.len() {
                    true => line!["missing: all percentiles of "],
                    false => {
                        let list = percentiles.into_iter().map(Cell::Percentile).collect();
                        line!["missing: ", Cell::List(list), " percentile of "]
                    }
                };
                what.then(line![Cell::Sentences(of), ": ", &reason.to_owned()])
            })
            .collect();
        // Beside a figure of the first occupation, another's gap is no reason to look elsewhere.
        let first = cuts.first().map(|cut| &cut.occupation.id);
        let main = cuts.iter().filter(|cut| Some(&cut.occupation.id) == first);
        let without = main.filter(|cut| points(cut.row).is_empty());
        let without: Vec<Cut<'_>> = without.copied().collect();
        let places = places(&without).into_iter();
        notes.extend(places.map(|found| self.instead(catalog, asked, found.area, &without)));
        notes
    }

    /// The commands that show the same for the states that a place lies in, and for the nation.
    fn instead(
        &self,
        catalog: &Catalog,
        asked: &Population,
        area: &Area,
        without: &[Cut<'_>],
    ) -> Line {
        let states = catalog.areas().keeping(|state| {
            let code = state.postal_code();
            state.id != area.id && area.states.iter().any(|other| Some(other) == code)
        });
        let (mut commands, mut none) = (Vec::new(), Vec::new());
        for state in states {
            let mut figures = 0;
            for cut in without {
                let here = catalog.by_place(&cut.occupation.id).at(&state.id).iter();
                figures += here.filter(|row| !points(row).is_empty()).count();
            }
            match (figures, state.postal_code()) {
                (0, _) | (_, None) => none.push(Cell::text(state.title.as_str())),
                (_, Some(code)) => {
                    commands.push(Cell::Command(asked.command(&self.side, Where::Place(code))));
                }
            }
        }
        commands.push(Cell::Command(asked.command(&self.side, Where::Nation)));
        let instead = line!["instead of ", &area.title, ": ", Cell::List(commands)];
        match none.is_empty() {
            true => instead,
            false => instead.then(line!["; ", Cell::List(none), " has none either"]),
        }
    }
}

/// What the mark of an estimate stands for.
pub(in crate::report) fn estimated() -> Line {
    line![Cell::Mark(Basis::Estimate), ": worked out, log-normal between two published points"]
}

fn list(words: &[&str]) -> Cell {
    Cell::sentences(words.iter().map(|word| line![&(*word).to_owned()]))
}

/// The percentiles of a cut that are not there, by reason.
fn gaps<'a>(cut: &Cut<'a>) -> Vec<(Vec<f64>, &'a str)> {
    let mut gaps: Vec<(Vec<f64>, &str)> = Vec::new();
    for (percentile, wage) in PUBLISHED_PERCENTILES.into_iter().zip(&cut.row.percentiles) {
        let Wage::Missing(reason) = wage else { continue };
        match gaps.iter_mut().find(|(_, known)| reason == known) {
            Some((percentiles, _)) => percentiles.push(percentile),
            None => gaps.push((vec![percentile], reason)),
        }
    }
    gaps
}

/// The places of some cuts, each once.
fn places<'a>(cuts: &[Cut<'a>]) -> Vec<FoundPlace<'a>> {
    let mut places: Vec<FoundPlace<'a>> = Vec::new();
    for cut in cuts {
        if let Setting::Place(found) = cut.setting
            && places.iter().all(|known| known.area.id != found.area.id)
        {
            places.push(found);
        }
    }
    places
}

/// How the name of a place was understood, where one may have meant something else.
fn understood(answered: &Answered<'_>, asked: &Population, found: FoundPlace<'_>) -> Vec<Line> {
    let title = &found.area.title;
    let alias = found.alias.map(|alias| {
        let named = line!["`", Cell::text(alias), "` is our name for ", title];
        match found.area.note(&alias) {
            Some(note) => named.then(line!["; ", &note]),
            None => named,
        }
    });
    let other = found.other.map(|other| {
        let command = asked.command(&answered.side, Where::Place(other.id.as_str()));
        let kind = if found.area.kind == AreaKind::State { " is the state" } else { " is shown" };
        line![title, kind, "; for ", &other.title, ": ", Cell::Command(command)]
    });
    alias.into_iter().chain(other).collect()
}

/// Says that the name of an industry is ours, where it is.
fn industry_alias(asked: &Population, shown: &[Cut<'_>]) -> Option<Line> {
    let SettingChoice::Industry(name) = &asked.setting else { return None };
    let industry = shown.iter().find_map(|cut| cut.setting.industry())?;
    let ours = fold(&industry.title) != fold(name) && industry.id.as_str() != name;
    let alias = industry.aliases.iter().find(|alias| fold(alias) == fold(name)).filter(|_| ours)?;
    Some(line!["`", Cell::text(alias.as_str()), "` is our name for ", &industry.title])
}

/// Says who is counted: by the occupation that the levels are read from, or by the only one of several places.
fn basis_note(catalog: &Catalog, shown: &[Cut<'_>]) -> Option<Line> {
    let apart = Apart::of(shown);
    let basis = catalog.occupations().get(&catalog.about().default_occupation);
    let (said, of) = match (apart.occupations, apart.places, shown.first()) {
        (true, _, _) => (
            line![&basis.title, " is the basis, from which the levels' pay is read; it counts "],
            basis,
        ),
        (false, true, Some(cut)) => {
            (line!["--occupation counts others; ", &cut.occupation.title, " are "], cut.occupation)
        }
        _ => return None,
    };
    Some(said.then(line![&of.counts.text, " ", Cell::cited(&of.counts.sources)]))
}
