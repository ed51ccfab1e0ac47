//! Rules on numbers: spans, bands, money, rates, dates. Knows no names and no row of wages.

use std::collections::BTreeSet;

use crate::dataset::raw::Spanned;

use super::inventory::{cited, wage_tables};
use super::{Findings, moves, wages};
use crate::catalog::source::split_citation;
use crate::catalog::{self, Date, Percentile};
use crate::dataset::raw::{FileIndex, Placed, Raw, Source, Text, Years};

pub(super) fn broken_span(raw: &Raw, findings: &mut Findings) {
    let levels = raw.levels.iter().map(|placed| (placed.file, &placed.entry.years));
    meet(raw, levels.collect(), findings);
    let phases = raw.phases.iter().map(|placed| (placed.file, &placed.entry.years));
    meet(raw, phases.collect(), findings);
}

/// More years than anybody works.
pub(super) const MOST_YEARS: u32 = catalog::Years::MOST as u32;

fn meet(raw: &Raw, mut spans: Vec<(FileIndex, &Spanned<Years>)>, findings: &mut Findings) {
    spans.sort_by_key(|(_, span)| span.get_ref().from);
    let faults: BTreeSet<(FileIndex, usize)> =
        raw.malformed.iter().map(|fault| (fault.file, fault.span.start)).collect();
    for (index, (file, span)) in spans.iter().enumerate() {
        let years = span.get_ref();
        if !self::span(*file, span, findings) {
            continue;
        }
        let before = index.checked_sub(1).map(|before| &spans[before]);
        // One that was left out for what is wrong in it is missed by its neighbours alone.
        let since = before.filter(|(of, _)| of == file).map_or(0, |(_, before)| before.span().end);
        let here = span.span().start;
        if since < here && faults.range((*file, since)..(*file, here)).next().is_some() {
            continue;
        }
        let due = match before.map(|(_, before)| before.get_ref().to) {
            None => 0..=0,
            Some(Some(end)) => end..=end + 1,
            Some(None) => {
                let message = "this span follows one that has no end".to_owned();
                findings.report(*file, span.span(), message, "give the span before it a `to`");
                continue;
            }
        };
        if !due.contains(&years.from) {
            let message = format!("this span begins in year {}, not where it is due", years.from);
            let hint = format!(
                "begin in year {}: where the one before ends, or the year after; the first in 0",
                due.end()
            );
            findings.report(*file, span.span(), message, hint);
        }
    }
}

/// Whether a span lies within a working life and runs forward; reports it where it does not.
pub(super) fn span(file: FileIndex, span: &Spanned<Years>, findings: &mut Findings) -> bool {
    let years = span.get_ref();
    if years.from > MOST_YEARS || years.to.is_some_and(|to| to > MOST_YEARS) {
        let message = format!("a working life has {MOST_YEARS} years at most");
        findings.report(file, span.span(), message, "count in years of experience");
        return false;
    }
    if years.to.is_some_and(|to| to < years.from) {
        let message = "this span of years runs backwards".to_owned();
        findings.report(file, span.span(), message, "`to` is the last year: `from` or later");
        return false;
    }
    true
}

pub(super) fn money_without_unit(raw: &Raw, findings: &mut Findings) {
    let mut require = |file, place: &Text, key: &str, given: Option<&Text>, only: &str| {
        let message = match given {
            None => format!("`{}` holds money without a {key}", place.get_ref()),
            Some(given) if given.get_ref() != only => {
                format!("figures cannot be held in {key} `{}`", given.get_ref())
            }
            Some(_) => return,
        };
        let span = given.unwrap_or(place).span();
        findings.report(file, span, message, format!("write {key} = \"{only}\""));
    };
    if let Some(Placed { file, entry }) = &raw.about {
        require(*file, &entry.name, "currency", entry.currency.as_ref(), "USD");
    }
    for Placed { file, entry } in &raw.quotes {
        require(*file, &entry.id, "currency", entry.currency.as_ref(), "USD");
        require(*file, &entry.id, "period", entry.period.as_ref(), "year");
    }
    for table in wage_tables(raw) {
        let (of, wages) = (table.occupation, table.wages);
        require(table.file, of, "currency", wages.currency.as_ref(), "USD");
        require(table.file, of, "period", wages.period.as_ref(), "year");
    }
}

pub(super) fn malformed(raw: &Raw, findings: &mut Findings) {
    about(raw, findings);
    for Placed { file, entry } in &raw.sources {
        dates(*file, entry, findings);
    }
    for Placed { file, entry } in &raw.levels {
        let band = entry.percentiles.get_ref();
        let inside = 0.0 < band.from && band.from < band.to && band.to < 100.0;
        if !inside {
            let message = "a band runs from a lower to a higher percentile within 0 to 100";
            let hint = "write percentiles = { from = 25, to = 50 }";
            findings.report(*file, entry.percentiles.span(), message.to_owned(), hint);
        }
    }
    moves::malformed(raw, findings);
    for Placed { file, entry } in &raw.quotes {
        if let Some(percentile) = &entry.percentile
            && Percentile::new(*percentile.get_ref()).is_none()
        {
            let message = format!("{} is no percentile", percentile.get_ref());
            findings.report(*file, percentile.span(), message, "write a number between 0 and 100");
        }
        let one = entry.amount.is_some() && entry.low.is_none() && entry.high.is_none();
        let two = entry.amount.is_none() && entry.low.zip(entry.high).is_some_and(|(a, b)| a < b);
        if !one && !two {
            let message = format!("quote `{}` is neither one amount nor two", entry.id.get_ref());
            let hint = "give amount = …, or low = … and high = …, the lower first";
            findings.report(*file, entry.id.span(), message, hint);
        }
    }
    vintages(raw, findings);
    certificates(raw, findings);
    for cited in cited(raw) {
        for citation in cited.sources.iter().filter(|c| split_citation(c.get_ref()).is_none()) {
            let message = format!("`{}` is not written as a citation", citation.get_ref());
            findings.report(cited.file, citation.span(), message, "write \"id\" or \"id[4,5]\"");
        }
    }
    projections(raw, findings);
    for table in wage_tables(raw) {
        wages::malformed(&table, raw, findings);
    }
}

fn vintages(raw: &Raw, findings: &mut Findings) {
    let mut years: Vec<u32> = Vec::new();
    for Placed { file, entry } in &raw.vintages {
        let year = *entry.year.get_ref();
        if years.contains(&year) {
            let message = format!("two vintages are of the year {year}");
            findings.report(*file, entry.year.span(), message, "take one of them out");
        }
        years.push(year);
    }
}

fn certificates(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.certifications {
        if let Some(years) = &entry.years {
            span(*file, years, findings);
        }
    }
}

fn projections(raw: &Raw, findings: &mut Findings) {
    for Placed { file, entry } in &raw.market.projections {
        let rates = [
            &entry.growth,
            &entry.self_employed,
            &entry.exit_rate,
            &entry.transfer_rate,
            &entry.separation_rate,
        ];
        for rate in rates.into_iter().filter(|rate| !rate.get_ref().is_finite()) {
            let message = format!("{} is no percentage", rate.get_ref());
            findings.report(*file, rate.span(), message, "write a number such as 4.5");
        }
        if entry.to <= entry.from {
            let of = &entry.occupation;
            let message = format!("the projection of `{}` runs backwards", of.get_ref());
            findings.report(*file, of.span(), message, "`to` is a later year than `from`");
        }
    }
}

fn about(raw: &Raw, findings: &mut Findings) {
    let Some(Placed { file, entry }) = &raw.about else {
        return;
    };
    if *entry.schema.get_ref() != 1 {
        let message =
            format!("schema {} is not one that this version reads", entry.schema.get_ref());
        findings.report(*file, entry.schema.span(), message, "write schema = 1");
    }
    date(*file, &entry.as_of, findings);
    if let Some(quoted) = &entry.quoted_vintage
        && !raw.vintages.iter().any(|v| v.entry.year.get_ref() == quoted.get_ref())
    {
        let message = format!("no vintage is of the year {}", quoted.get_ref());
        findings.report(*file, quoted.span(), message, "name a year of wages/occupations.toml");
    }
}

fn dates(file: FileIndex, source: &Source, findings: &mut Findings) {
    for text in [&source.published, &source.undated, &source.period].into_iter().flatten() {
        date(file, text, findings);
    }
}

pub(super) fn date(file: FileIndex, text: &Text, findings: &mut Findings) {
    if text.get_ref().parse::<Date>().is_err() {
        let message = format!("`{}` is not a date", text.get_ref());
        findings.report(file, text.span(), message, "write YYYY, YYYY-MM or YYYY-MM-DD");
    }
}
