//! Places, industries and projections from raw to catalog. Decides nothing: what does not fit is an error.

use anyhow::Result;

use super::wages::{national, spread};
use super::{Names, ids, known};
use crate::catalog::id::Ids;
use crate::catalog::market::{ByOccupation, Market};
use crate::catalog::part::Part;
use crate::catalog::{
    Area, AreaKind, Collection, Holdings, Industry, Occupation, Projection, States, Text, WageRow,
};
use crate::dataset::raw;

fn texts<'a>(texts: impl IntoIterator<Item = &'a raw::Text>) -> Vec<Text> {
    texts.into_iter().map(text).collect()
}

fn text(raw: &raw::Text) -> Text {
    raw.get_ref().clone().into()
}

/// The places, in the order of the files.
fn areas(raw: &raw::Market) -> Result<Collection<Area>> {
    let ids: Ids<Area> = ids(&raw.areas, |area| &area.code);
    let mut areas: Vec<Area> = Vec::with_capacity(raw.areas.len());
    for (index, placed) in raw.areas.iter().enumerate() {
        let entry = &placed.entry;
        areas.push(Area {
            id: ids.at(index),
            kind: match entry.kind {
                raw::AreaKind::State => AreaKind::State,
                raw::AreaKind::Metro => AreaKind::Metro,
                raw::AreaKind::Nonmetro => AreaKind::Nonmetro,
            },
            title: text(&entry.title),
            states: States::new(
                &entry.states.iter().map(|code| code.get_ref().as_str()).collect::<Vec<_>>(),
            ),
            called: None,
        });
    }
    for placed in &raw.place_names {
        let area = known(&ids, &placed.entry.area)?;
        let area = areas[area.index()].called.get_or_insert_default();
        let names = texts(&placed.entry.names);
        if let Some(note) = &placed.entry.note {
            area.notes.extend(names.iter().map(|name| (*name, text(note))));
        }
        area.aliases.extend(names);
        area.also.extend(texts(&placed.entry.also));
    }
    Ok(Collection::new(areas))
}

/// The industries, in the order of the files.
fn industries(raw: &raw::Market) -> Result<Collection<Industry>> {
    let ids: Ids<Industry> = ids(&raw.industries, |industry| &industry.0);
    let numbered = raw.industries.iter().enumerate();
    let mut industries: Vec<Industry> = numbered
        .map(|(index, placed)| Industry {
            id: ids.at(index),
            title: text(&placed.entry.1),
            aliases: Vec::new(),
        })
        .collect();
    for placed in &raw.industry_names {
        let industry = known(&ids, &placed.entry.industry)?;
        industries[industry.index()].aliases.extend(texts(&placed.entry.names));
    }
    Ok(Collection::new(industries))
}

/// Something of each occupation, by its id.
fn of_each<T>(
    occupations: &Ids<Occupation>,
    something: impl Fn(&str) -> Result<T>,
) -> Result<ByOccupation<T>> {
    let all = occupations.iter().map(|id| Ok(Part::from(something(id.as_str())?)));
    Ok(all.collect::<Result<Vec<_>>>()?.into())
}

impl Names {
    pub(super) fn market(
        &self,
        raw: &raw::Market,
        occupations: &Ids<Occupation>,
        moves: bool,
    ) -> Result<Market> {
        let (areas, industries) = (areas(raw)?, industries(raw)?);
        Ok(Market {
            holds: Holdings {
                moves,
                places: !raw.areas.is_empty(),
                projections: !raw.projections.is_empty(),
            },
            national: of_each(occupations, |of| national(&raw.national_wages, of))?,
            by_industry: of_each(occupations, |of| spread(&raw.industry_wages, of, &industries))?,
            by_place: of_each(occupations, |of| spread(&raw.place_wages, of, &areas))?,
            projections: self.projections(raw, occupations)?.into(),
            areas: areas.into(),
            industries: industries.into(),
            unpublished: WageRow::unpublished("no figure is held".into()),
        })
    }

    /// What is projected, in the order of the files.
    fn projections(
        &self,
        raw: &raw::Market,
        occupations: &Ids<Occupation>,
    ) -> Result<Vec<Projection>> {
        let projections = raw.projections.iter().map(|placed| {
            let entry = &placed.entry;
            Ok(Projection {
                occupation: known(occupations, &entry.occupation)?,
                from: entry.from,
                to: entry.to,
                employment: entry.employment,
                projected_employment: entry.projected_employment,
                change: entry.change,
                growth: *entry.growth.get_ref(),
                self_employed: *entry.self_employed.get_ref(),
                openings: entry.openings,
                education: entry.education.as_ref().map(text),
                experience: entry.experience.as_ref().map(text),
                training: entry.training.as_ref().map(text),
                exit_rate: *entry.exit_rate.get_ref(),
                transfer_rate: *entry.transfer_rate.get_ref(),
                separation_rate: *entry.separation_rate.get_ref(),
                separations: entry.separations,
                sources: self.citations(&entry.sources)?,
            })
        });
        projections.collect()
    }
}
