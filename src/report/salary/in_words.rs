//! Where pay is paid, to whom, and what tells rows apart, in words. Knows no table.

use super::{Pair, Vintages};
use crate::catalog::{Catalog, Level};
use crate::query::{Cut, Setting};
use crate::report::cell::{Cell, Line, line};

/// How many places the first line names; the table names all.
pub(super) const NAMED: usize = 3;

/// Where a cut is of: `US`, a place, or an industry.
pub(super) fn setting(cut: &Cut<'_>) -> Line {
    match cut.setting {
        Setting::Nation => line!["US"],
        Setting::Place(found) => line![&found.area.title],
        Setting::Industry(industry) => line![&industry.title, ", US"],
    }
}

/// Who is counted, by whom and when: `Managers, all other; BLS OEWS May 2025`.
pub(super) fn population(catalog: &Catalog, cut: &Cut<'_>) -> Line {
    line![&cut.occupation.title, "; ", &catalog.sources().get(&cut.vintage.source).title]
}

/// What tells a cut apart from the others beside it: its place, its vintage, or its occupation.
pub(super) fn apart(cut: &Cut<'_>, all: &[Cut<'_>]) -> Line {
    let occupations = all.iter().any(|other| other.occupation.id != cut.occupation.id);
    match Vintages::of(all) {
        _ if several_places(all) => setting(cut),
        Vintages::Several if occupations => {
            line![&cut.occupation.title, ", ", &cut.vintage.title]
        }
        Vintages::Several => line![&cut.vintage.title],
        Vintages::One(_) => line![&cut.occupation.title],
    }
}

/// Whether several places stand side by side.
pub(super) fn several_places(cuts: &[Cut<'_>]) -> bool {
    let mut areas = cuts.iter().filter_map(|cut| cut.setting.area());
    areas.next().is_some_and(|first| areas.any(|other| other.id != first.id))
}

/// One figure of the first cut, or of each of several places: `What, where: figure (population)`.
pub(super) fn figures(
    catalog: &Catalog,
    pairs: &[Pair<'_>],
    what: Line,
    figure: impl Fn(&Cut<'_>) -> Line,
) -> Line {
    let Some(Pair { cut: first, .. }) = pairs.first() else { return what };
    let cuts: Vec<Cut<'_>> = pairs.iter().map(|pair| pair.cut).collect();
    let counted = line![" ("].then(population(catalog, first)).then(line![")"]);
    if !several_places(&cuts) {
        let place = line![", "].then(setting(first)).then(line![": "]);
        return what.then(place).then(figure(first)).then(counted);
    }
    let mut words = what.then(line![": "]);
    for (index, cut) in cuts.iter().take(NAMED).enumerate() {
        let joint = if index == 0 { line![] } else { line!["; "] };
        words = words.then(joint).then(setting(cut)).then(line![" "]).then(figure(cut));
    }
    if let Some(more) = cuts.len().checked_sub(NAMED).filter(|more| *more > 0) {
        words = words.then(line!["; ", Cell::Count(more as u64), " more below"]);
    }
    words.then(counted)
}

/// What a level's band is paid: `$102,880 to $141,900 a year, 25th to 50th percentile`.
pub(in crate::report) fn band(level: &Level, cut: &Cut<'_>) -> Line {
    let (low, high) = cut.pay_in(level.band);
    line![
        Cell::Pay(low),
        " to ",
        Cell::Pay(high),
        " a year, ",
        Cell::Percentile(level.band.from.number()),
        " to ",
        Cell::Percentile(level.band.to.number()),
        " percentile"
    ]
}
