//! What one has to know in order to read pay right: what is counted, how a name was understood, why a figure is missing.

use super::{Pair, Population, Vintages, in_words};
use crate::catalog::{Area, AreaKind, Catalog, PUBLISHED_PERCENTILES, Wage};
use crate::query::{Basis, Cut, FoundPlace, QueryError, Setting, points};
use crate::report::cell::{Cell, Line, line};

/// What the money counts.
pub(in crate::report) const WAGE_ONLY: &str = "wages only, before tax: no bonus, no equity";

/// What an answer about pay shows.
pub(super) struct Answered<'a> {
    /// The cuts, each with the nation's beside it.
    pub(super) pairs: &'a [Pair<'a>],
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

    /// The notes that the figures call for.
    ///
    /// # Errors
    /// When a part of the dataset cannot be read.
    pub(super) fn notes(
        &self,
        catalog: &Catalog,
        asked: &Population,
    ) -> Result<Vec<Line>, QueryError> {
        let shown = self.cuts();
        let mut notes = self.missing(catalog, asked)?;
        notes.push(WAGE_ONLY.into());
        notes.extend(places(&shown).into_iter().flat_map(|found| understood(self, asked, found)));
        notes.extend(basis_note(catalog, &shown));
        if self.bases.contains(&Basis::Estimate) {
            notes.push(line![
                Cell::Mark(Basis::Estimate),
                ": worked out, log-normal between two published points"
            ]);
        }
        if self.bases.contains(&Basis::AtLeast) {
            notes.push(line![
                Cell::Mark(Basis::AtLeast),
                ": top-coded, known only as at least that; a number in a later vintage is not a rise"
            ]);
        }
        if matches!(Vintages::of(&shown), Vintages::Several) {
            notes.extend(
                catalog
                    .about()
                    .vintages
                    .iter()
                    .map(|said| line![&said.text, " ", Cell::cited(&said.sources)]),
            );
        }
        Ok(notes)
    }

    /// Why figures are not there, and where to look instead.
    fn missing(&self, catalog: &Catalog, asked: &Population) -> Result<Vec<Line>, QueryError> {
        let cuts: Vec<Cut<'_>> = self.pairs.iter().map(|pair| pair.cut).collect();
        let mut reasons: Vec<(Vec<f64>, &str, Vec<Line>)> = Vec::new();
        for cut in &cuts {
            for (percentiles, reason) in gaps(cut) {
                let label = in_words::apart(cut, &cuts);
                match reasons.iter_mut().find(|(p, r, _)| *p == percentiles && *r == reason) {
                    Some((_, _, of)) => of.push(label),
                    None => reasons.push((percentiles, reason, vec![label])),
                }
            }
        }
        let mut notes: Vec<Line> = reasons
            .into_iter()
            .map(|(percentiles, reason, of)| {
                let what = match percentiles.len() {
                    5 => line!["missing: all percentiles of "],
                    _ => {
                        let list = percentiles.into_iter().map(Cell::Percentile).collect();
                        line!["missing: ", Cell::List(list), " percentile of "]
                    }
                };
                what.then(line![Cell::Sentences(of), ": ", &reason.to_owned()])
            })
            .collect();
        let without = cuts.iter().filter(|cut| points(cut.row).is_empty());
        let without: Vec<Cut<'_>> = without.copied().collect();
        for found in places(&without) {
            notes.push(self.instead(catalog, asked, found.area, &without)?);
        }
        Ok(notes)
    }

    /// The commands that show the same for the states that a place lies in, and for the nation.
    fn instead(
        &self,
        catalog: &Catalog,
        asked: &Population,
        area: &Area,
        without: &[Cut<'_>],
    ) -> Result<Line, QueryError> {
        let states = catalog.areas()?.iter().filter(|state| {
            let code = state.postal_code();
            state.id != area.id && area.states.iter().any(|other| Some(other.as_str()) == code)
        });
        let (mut commands, mut none) = (Vec::new(), Vec::new());
        for state in states {
            let mut figures = 0;
            for cut in without {
                let rows = catalog.by_place(&cut.occupation.id)?.iter();
                let here = rows.filter(|row| row.at == state.id);
                figures += here.filter(|row| !points(&row.wages).is_empty()).count();
            }
            match (figures, state.postal_code()) {
                (0, _) | (_, None) => none.push(Cell::text(state.title.as_str())),
                (_, Some(code)) => {
                    commands.push(Cell::Command(asked.command(&self.side, Some(code))));
                }
            }
        }
        commands.push(Cell::Command(asked.command(&self.side, None)));
        let instead = line!["instead of ", &area.title, ": ", Cell::List(commands)];
        Ok(match none.is_empty() {
            true => instead,
            false => instead.then(line!["; ", Cell::List(none), " has none either"]),
        })
    }
}

/// The percentiles of a cut that are not there, by reason.
fn gaps<'a>(cut: &Cut<'a>) -> Vec<(Vec<f64>, &'a str)> {
    let mut gaps: Vec<(Vec<f64>, &str)> = Vec::new();
    for (percentile, wage) in PUBLISHED_PERCENTILES.into_iter().zip(&cut.row.percentiles) {
        let Wage::Missing(reason) = wage else { continue };
        match gaps.iter_mut().find(|(_, known)| known == reason) {
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
        match found.area.notes.get(alias) {
            Some(note) => named.then(line!["; ", note]),
            None => named,
        }
    });
    let other = found.other.map(|other| {
        let command = asked.command(&answered.side, Some(other.id.as_str()));
        let kind = if found.area.kind == AreaKind::State { " is the state" } else { " is shown" };
        line![title, kind, "; for ", &other.title, ": ", Cell::Command(command)]
    });
    alias.into_iter().chain(other).collect()
}

/// Says which occupation the levels are read from, where several stand side by side.
fn basis_note(catalog: &Catalog, shown: &[Cut<'_>]) -> Option<Line> {
    let first = shown.first().map(|cut| &cut.occupation.id);
    let several = shown.iter().any(|cut| Some(&cut.occupation.id) != first);
    let basis = catalog.occupations().get(&catalog.about().default_occupation);
    several.then(|| {
        line![
            &basis.title,
            " is the basis, from which the levels' pay is read; it counts ",
            &basis.counts.text,
            " ",
            Cell::cited(&basis.counts.sources)
        ]
    })
}
