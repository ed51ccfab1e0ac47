//! Roles, the moves between them and published ladders from raw to catalog. Decides nothing: what does not fit is an error.

use anyhow::Result;

use super::{Names, collect, date, ids, known, known_all, maybe, span, text_of, texts_of};
use crate::catalog::id::Ids;
use crate::catalog::{
    Ladder, LadderId, Move, MoveKind, MoveYears, Occupation, Role, RoleId, Rung, RungId, Statement,
    Zone,
};
use crate::dataset::raw::{self, Placed};

impl Names {
    pub(super) fn role(
        &self,
        id: RoleId,
        raw: raw::Role,
        occupations: &Ids<Occupation>,
    ) -> Result<Role> {
        let zone = raw.zone.map(|zone| {
            Ok::<_, anyhow::Error>(Zone {
                number: zone.number,
                date: date(&zone.date)?,
                title: text_of(zone.title),
            })
        });
        Ok(Role {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            level: maybe(&self.levels, raw.level.as_ref())?,
            track: maybe(&self.tracks, raw.track.as_ref())?,
            topic: maybe(&self.topics, raw.topic.as_ref())?,
            same_as: maybe(&self.roles, raw.same_as.as_ref())?,
            onet: raw.onet.map(text_of),
            occupation: maybe(occupations, raw.occupation.as_ref())?,
            zone: zone.transpose()?,
            listed_as: texts_of(raw.listed_as).into(),
            about: self.statements(raw.about)?.into(),
        })
    }

    /// What is found alike.
    pub(super) fn alike(&self, related: Vec<Placed<raw::Related>>) -> Result<Vec<Move>> {
        let mut alike = Vec::new();
        for block in related {
            let sources = self.citations(&block.entry.sources)?;
            for raw::RelatedRow(from, to, rank, tier) in block.entry.rows {
                alike.push(Move {
                    from: known(&self.roles, &from)?,
                    to: known(&self.roles, &to)?,
                    kind: MoveKind::Related,
                    settings: None,
                    years: None,
                    rank: Some((rank, text_of(tier))),
                    skills: Vec::new(),
                    certifications: Vec::new(),
                    takes: Vec::new(),
                    suits: Vec::new(),
                    costs: Vec::new(),
                    inferred: None,
                    sources: sources.clone(),
                });
            }
        }
        Ok(alike)
    }

    pub(super) fn named_move(&self, raw: raw::Move) -> Result<Move> {
        let years = raw.years.map(|years| {
            Ok::<_, anyhow::Error>(MoveYears {
                span: span(*years.span.get_ref()),
                counted: years.counted,
                said: Statement {
                    sources: self.citations(&years.sources)?,
                    text: text_of(years.text),
                    inferred: None,
                },
            })
        });
        Ok(Move {
            from: known(&self.roles, &raw.from)?,
            to: known(&self.roles, &raw.to)?,
            kind: raw.kind,
            settings: raw.settings.map(|both| (text_of(both.from), text_of(both.to))),
            years: years.transpose()?,
            rank: None,
            skills: known_all(&self.skills, &raw.skills)?,
            certifications: known_all(&self.certifications, &raw.certifications)?,
            takes: self.statements(raw.takes)?,
            suits: self.statements(raw.suits)?,
            costs: self.statements(raw.costs)?,
            inferred: raw.inferred.map(text_of),
            sources: self.citations(&raw.sources)?,
        })
    }

    pub(super) fn ladder(&self, id: LadderId, raw: raw::Ladder) -> Result<Ladder> {
        let levels: Vec<Placed<raw::Rung>> =
            raw.levels.into_iter().map(|entry| Placed { file: 0, entry }).collect();
        let rungs: Ids<Rung> = ids(&levels, |rung| &rung.id);
        Ok(Ladder {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            about: self.statements(raw.about)?,
            rungs: collect(levels, &rungs, |id, rung| self.rung(id, rung))?,
            sources: self.citations(&raw.sources)?,
        })
    }

    fn rung(&self, id: RungId, raw: raw::Rung) -> Result<Rung> {
        Ok(Rung {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            grade: raw.grade.map(text_of),
            years: raw.years,
            scope: self.statements(raw.scope)?,
            horizon: raw.horizon.map(|said| self.statement(said)).transpose()?,
            reach: raw.reach.map(|said| self.statement(said)).transpose()?,
            asks: self.statements(raw.asks)?,
            sources: self.citations(&raw.sources)?,
        })
    }
}
