//! Where pay is paid, to whom, and what tells rows apart, in words. Knows no table.

use super::{Pair, cuts};
use crate::catalog::{Catalog, Level, PUBLISHED_PERCENTILES};
use crate::query::{Cut, Pay, Point, Setting};
use crate::report::cell::{Cell, Line, line};

/// How many places the first line names; the table names all.
const NAMED: usize = 3;

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

/// What rows have to be told apart by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Apart {
    /// They are of several places.
    pub(super) places: bool,
    /// They are of several vintages.
    pub(super) vintages: bool,
    /// They are of several occupations.
    pub(super) occupations: bool,
}

impl Apart {
    pub(super) fn of(cuts: &[Cut<'_>]) -> Self {
        let differs = |same: fn(&Cut<'_>, &Cut<'_>) -> bool| {
            cuts.first().is_some_and(|first| cuts.iter().any(|cut| !same(first, cut)))
        };
        Apart {
            places: differs(|a, b| {
                a.setting.area().map(|area| &area.id) == b.setting.area().map(|area| &area.id)
            }),
            vintages: differs(|a, b| a.vintage.year == b.vintage.year),
            occupations: differs(|a, b| a.occupation.id == b.occupation.id),
        }
    }

    /// What tells a cut apart from those beside it; its occupation where nothing has to.
    pub(super) fn label(self, cut: &Cut<'_>) -> Line {
        let mut parts = Vec::new();
        if self.places {
            parts.push(setting(cut));
        }
        if self.names_occupation() {
            parts.push(line![&cut.occupation.title]);
        }
        if self.vintages {
            parts.push(line![&cut.vintage.title]);
        }
        Line::joined(parts, ", ")
    }

    fn names_occupation(self) -> bool {
        self.occupations || !(self.places || self.vintages)
    }

    /// The keys of the columns that tell rows apart.
    pub(super) fn columns(self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        keys.extend(self.places.then_some("place"));
        keys.extend(self.names_occupation().then_some("occupation"));
        keys.extend(self.vintages.then_some("vintage"));
        keys
    }
}

/// The same said of the first few cuts, and how many more there are below.
pub(super) fn first_of(cuts: &[Cut<'_>], say: impl Fn(&Cut<'_>) -> Line) -> Line {
    let mut clauses: Vec<Line> = cuts.iter().take(NAMED).map(say).collect();
    if let Some(more) = cuts.len().checked_sub(NAMED).filter(|more| *more > 0) {
        clauses.push(line![Cell::Count(more as u64), " more below"]);
    }
    Line::joined(clauses, "; ")
}

/// What is paid, in words; a bound with where it comes from, a gap with why.
pub(in crate::report) fn pay(pay: Pay) -> Line {
    match pay {
        Pay::Published(_) => line![Cell::Pay(pay), " a year"],
        Pay::Estimate(usd) => line!["about ", Cell::Money(usd), " a year"],
        Pay::Above(point) => bound("above ", point, " highest that is "),
        Pay::Below(point) => bound("below ", point, " lowest that is "),
        Pay::AtLeast(usd) => line![Cell::Money(usd), " a year or more, top-coded"],
        Pay::Missing(reason) => line!["missing, ", &reason],
    }
}

fn bound(side: &'static str, point: Point, end: &'static str) -> Line {
    let [first, .., last] = PUBLISHED_PERCENTILES;
    // Where not even the outermost published percentile is there, more was published than is held.
    let outermost = point.percentile == first || point.percentile == last;
    let known = if outermost { "published" } else { "held" };
    line![
        side,
        Cell::Money(point.usd),
        " a year, the ",
        Cell::Percentile(point.percentile),
        ", the"
    ]
    .then(line![end, known])
}

/// One figure of the first cut, or of each of several places: `What, where: figure (population)`.
pub(super) fn figures(
    catalog: &Catalog,
    pairs: &[Pair<'_>],
    what: Line,
    figure: impl Fn(&Cut<'_>) -> Line,
) -> Line {
    let Some(Pair { cut: first, .. }) = pairs.first() else { return what };
    let cuts = cuts(pairs);
    let apart = Apart::of(&cuts);
    let counted = line![" ("].then(population(catalog, first)).then(line![")"]);
    if !apart.places {
        let place = line![", "].then(setting(first)).then(line![": "]);
        return what.then(place).then(figure(first)).then(counted);
    }
    let each = first_of(&cuts, |cut| apart.label(cut).then(line![" "]).then(figure(cut)));
    what.then(line![": "]).then(each).then(counted)
}

/// What a level's band is paid: `$102,880 to $141,900 a year, 25th to 50th percentile`.
pub(in crate::report) fn band(level: &Level, cut: &Cut<'_>) -> Line {
    let (from, to) = (level.band.from.number(), level.band.to.number());
    let percentiles =
        line![", ", Cell::Percentile(from), " to ", Cell::Percentile(to), " percentile"];
    match cut.pay_in(level.band) {
        (Pay::Missing(reason), Pay::Missing(_)) => line!["missing, ", &reason],
        (low, high) => line![Cell::Pay(low), " to ", Cell::Pay(high), " a year"].then(percentiles),
    }
}
