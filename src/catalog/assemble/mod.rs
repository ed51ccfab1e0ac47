//! Raw to catalog, once the rules have passed. Decides nothing: what does not fit is an error here, not a default.

mod clocks;
mod learning;
mod market;
mod moves;
mod onet;
mod postings;
mod wages;

use std::cell::OnceCell;

use anyhow::{Context, Result, anyhow};

use crate::catalog::id::{Collection, Ids};
use crate::catalog::part::Part;
use crate::catalog::source::split_citation;
use crate::catalog::*;
use crate::dataset::raw::{self, Placed};

use wages::vintages;
pub(super) use wages::wage;

/// The ids of every noun that others point at.
#[derive(Debug)]
pub(super) struct Names {
    sources: Ids<Source>,
    tracks: Ids<Track>,
    levels: Ids<Level>,
    phases: Ids<Phase>,
    topics: Ids<Topic>,
    roles: Ids<Role>,
    skills: Ids<Skill>,
    certifications: Ids<Certification>,
}

fn ids<T, R>(entries: &[Placed<R>], id: fn(&R) -> &raw::Text) -> Ids<T> {
    Ids::new(entries.iter().map(|placed| id(&placed.entry).get_ref().as_str()))
}

fn known<T>(ids: &Ids<T>, name: &raw::Text) -> Result<Id<T>> {
    ids.named(name.get_ref()).ok_or_else(|| anyhow!("unknown id `{}`", name.get_ref()))
}

fn known_all<T>(ids: &Ids<T>, names: &[raw::Text]) -> Result<Vec<Id<T>>> {
    names.iter().map(|name| known(ids, name)).collect()
}

fn maybe<T>(ids: &Ids<T>, name: Option<&raw::Text>) -> Result<Option<Id<T>>> {
    name.map(|name| known(ids, name)).transpose()
}

/// Turns each entry of a noun into its catalog form, with its id.
fn collect<R, T>(
    entries: Vec<Placed<R>>,
    ids: &Ids<T>,
    build: impl Fn(Id<T>, R) -> Result<T>,
) -> Result<Collection<T>> {
    let numbered = entries.into_iter().enumerate();
    let built = numbered.map(|(index, placed)| build(ids.at(index), placed.entry));
    Ok(Collection::new(built.collect::<Result<_>>()?))
}

/// Turns each entry of a noun that nobody points at into its catalog form.
fn each<R, T>(entries: Vec<Placed<R>>, build: impl Fn(R) -> Result<T>) -> Result<Vec<T>> {
    entries.into_iter().map(|placed| build(placed.entry)).collect()
}

fn text_of(raw: raw::Text) -> Text {
    raw.into_inner().into()
}

fn texts_of(raw: Vec<raw::Text>) -> Vec<Text> {
    raw.into_iter().map(text_of).collect()
}

fn date(text: &raw::Text) -> Result<Date> {
    text.get_ref().parse().map_err(|NotADate| anyhow!("`{}` is not a date", text.get_ref()))
}

impl Names {
    fn of(raw: &Raw) -> Self {
        Names {
            sources: ids(&raw.sources, |source| &source.id),
            tracks: ids(&raw.tracks, |track| &track.id),
            levels: ids(&raw.levels, |level| &level.id),
            phases: ids(&raw.phases, |phase| &phase.id),
            topics: ids(&raw.topics, |topic| &topic.id),
            roles: ids(&raw.roles, |role| &role.id),
            skills: ids(&raw.skills, |skill| &skill.id),
            certifications: ids(&raw.certifications, |certification| &certification.id),
        }
    }

    fn citations(&self, sources: &[raw::Text]) -> Result<Part<Vec<Citation>>> {
        let cited = sources.iter().map(|text| {
            let (source, references) =
                split_citation(text.get_ref()).context("a citation is not written as one")?;
            let source = self.sources.named(source).context("unknown source")?;
            Ok(Citation { source, references })
        });
        Ok(cited.collect::<Result<Vec<_>>>()?.into())
    }

    fn statement(&self, raw: raw::Statement) -> Result<Statement> {
        Ok(Statement {
            sources: self.citations(&raw.sources)?,
            text: text_of(raw.text),
            inferred: raw.inferred.map(text_of),
        })
    }

    fn statements(&self, raw: Vec<raw::Statement>) -> Result<Vec<Statement>> {
        raw.into_iter().map(|statement| self.statement(statement)).collect()
    }

    fn mentions(&self, raw: Vec<raw::Mention>) -> Result<Vec<Mention>> {
        let mentions = raw.into_iter().map(|mention| {
            Ok(Mention {
                phase: maybe(&self.phases, mention.phase.as_ref())?,
                level: maybe(&self.levels, mention.level.as_ref())?,
                track: maybe(&self.tracks, mention.track.as_ref())?,
                only: mention.only.map(text_of),
                required: mention.required,
                statement: Statement {
                    sources: self.citations(&mention.sources)?,
                    text: text_of(mention.text),
                    inferred: mention.inferred.map(text_of),
                },
            })
        });
        mentions.collect()
    }

    fn steps(&self, raw: Vec<raw::Step>) -> Result<Vec<Step>> {
        let steps = raw.into_iter().map(|step| {
            Ok(Step {
                track: maybe(&self.tracks, step.track.as_ref())?,
                sources: self.citations(&step.sources)?,
                text: text_of(step.text),
                reason: text_of(step.reason),
                by: step.by,
            })
        });
        steps.collect()
    }

    fn about(&self, raw: raw::About, occupations: &Ids<Occupation>) -> Result<About> {
        Ok(About {
            as_of: date(&raw.as_of)?,
            default_occupation: known(occupations, &raw.default_occupation)?,
            beside_occupations: known_all(occupations, &raw.beside_occupations)?,
            total_occupation: maybe(occupations, raw.total_occupation.as_ref())?,
            name: text_of(raw.name),
            career: text_of(raw.career),
            vintages: raw.vintages.map(|said| self.statement(said)).transpose()?,
            certificates: raw.certificates.map(|said| self.statement(said)).transpose()?,
            quoted_vintage: raw.quoted_vintage.map(raw::Spanned::into_inner),
        })
    }

    fn track(&self, id: TrackId, raw: raw::Track) -> Result<Track> {
        Ok(Track {
            id,
            opens: known(&self.levels, &raw.opens)?,
            sources: self.citations(&raw.sources)?,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
        })
    }

    fn topic(id: TopicId, raw: raw::Topic) -> Topic {
        Topic {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            about: text_of(raw.about),
            shows: raw.shows,
        }
    }

    fn fact(&self, raw: raw::Fact) -> Result<Fact> {
        Ok(Fact {
            topic: known(&self.topics, &raw.topic)?,
            question: raw.question.map(text_of),
            statement: Statement {
                sources: self.citations(&raw.sources)?,
                text: text_of(raw.text),
                inferred: raw.inferred.map(text_of),
            },
        })
    }

    fn occupation(&self, id: OccupationId, raw: raw::Occupation) -> Result<Occupation> {
        Ok(Occupation {
            id,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            counts: self.statement(raw.counts)?,
        })
    }

    fn source(&self, id: SourceId, raw: raw::Source) -> Result<Source> {
        let date = match (&raw.published, &raw.undated) {
            (Some(published), _) => SourceDate::Published(date(published)?),
            (None, Some(read)) => SourceDate::Undated(date(read)?),
            (None, None) => return Err(anyhow!("source `{}` has no date", id.as_str())),
        };
        let references = raw.references.iter().map(|reference| {
            let source = known(&self.sources, &reference.source)?;
            Ok(Reference { number: reference.number, source })
        });
        Ok(Source {
            references: references.collect::<Result<_>>()?,
            id,
            title: text_of(raw.short),
            full_title: text_of(raw.title),
            aliases: Vec::new(),
            publisher: text_of(raw.publisher),
            covers: text_of(raw.covers),
            licence: text_of(raw.licence.context("a source has no licence statement")?),
            date,
            period: raw.period.as_ref().map(self::date).transpose()?,
            url: raw.url.map(text_of),
        })
    }

    fn conflict(
        &self,
        id: ConflictId,
        raw: raw::Conflict,
        occupations: &Ids<Occupation>,
    ) -> Result<Conflict> {
        let positions = raw.positions.into_iter().map(|position| {
            Ok(Position {
                sources: self.citations(&position.sources)?,
                claim: text_of(position.claim),
                detail: position.detail.map(text_of),
            })
        });
        Ok(Conflict {
            positions: positions.collect::<Result<_>>()?,
            id,
            topics: known_all(&self.topics, &raw.topics)?,
            certifications: known_all(&self.certifications, &raw.certifications)?,
            roles: known_all(&self.roles, &raw.roles)?,
            title: text_of(raw.title),
            aliases: texts_of(raw.aliases),
            question: text_of(raw.question),
            why: text_of(raw.why),
            untested: raw.untested.map(text_of),
            official: raw.official,
            occupations: known_all(occupations, &raw.occupations)?,
            places: texts_of(raw.places),
            industries: texts_of(raw.industries),
        })
    }

    fn quote(&self, raw: raw::Quote) -> Result<Quote> {
        let low = raw.amount.or(raw.low).context("a quote has no amount")?;
        Ok(Quote {
            about: text_of(raw.about),
            low: Usd::whole(low),
            high: raw.high.map(Usd::whole),
            level: maybe(&self.levels, raw.level.as_ref())?,
            percentile: raw.percentile.and_then(|number| Percentile::new(number.into_inner())),
            scope: text_of(raw.scope),
            sources: self.citations(&raw.sources)?,
        })
    }
}

fn span(years: raw::Years) -> YearSpan {
    YearSpan { from: years.from, to: years.to }
}

pub(in crate::catalog) fn assemble(mut raw: Raw) -> Result<Catalog> {
    // The ladder is in the order of its years, wherever a layer has put a level.
    raw.levels.sort_by_key(|level| level.entry.years.get_ref().from);
    raw.phases.sort_by_key(|phase| phase.entry.years.get_ref().from);
    let names = Names::of(&raw);
    let ladders: Ids<Ladder> = ids(&raw.ladders, |ladder| &ladder.id);
    let conflicts: Ids<Conflict> = ids(&raw.conflicts, |conflict| &conflict.id);
    let occupations: Ids<Occupation> = ids(&raw.occupations, |occupation| &occupation.id);
    let about = raw.about.context("the dataset has no dataset.toml")?.entry;
    let skills = names.skills_with(raw.skills, raw.technology)?;
    let certifications =
        collect(raw.certifications, &names.certifications, |id, one| names.certification(id, one))?;
    let roles = collect(raw.roles, &names.roles, |id, role| names.role(id, role, &occupations))?;
    let levels = names.levels_with(raw.levels, &skills, &certifications, &roles)?;
    let phases = names.phases_with(raw.phases, &skills, &certifications)?;
    let moves = each(raw.moves, |step| names.named_move(step))?;
    let alike = names.alike(raw.related)?;
    let terms = each(raw.terms, |term| postings::term(&levels, &skills, &certifications, term))?;
    Ok(Catalog {
        about: names.about(about, &occupations)?.into(),
        tracks: collect(raw.tracks, &names.tracks, |id, track| names.track(id, track))?.into(),
        sources: collect(raw.sources, &names.sources, |id, one| names.source(id, one))?.into(),
        levels: levels.into(),
        phases: phases.into(),
        roles: roles.into(),
        skills: skills.into(),
        certifications: certifications.into(),
        alternatives: each(raw.alternatives, |entry| names.alternatives(entry))?.into(),
        evidence: each(raw.evidence, |entry| names.evidence(entry))?.into(),
        ladders: collect(raw.ladders, &ladders, |id, ladder| names.ladder(id, ladder))?.into(),
        tasks: each(raw.tasks, |task| names.task(task))?.into(),
        survey: names.survey(raw.survey)?.into(),
        facts: each(raw.facts, |fact| names.fact(fact))?.into(),
        topics: collect(raw.topics, &names.topics, |id, one| Ok(Names::topic(id, one)))?.into(),
        conflicts: collect(raw.conflicts, &conflicts, |id, conflict| {
            names.conflict(id, conflict, &occupations)
        })?
        .into(),
        vintages: vintages(&names, raw.vintages)?.into(),
        quotes: each(raw.quotes, |quote| names.quote(quote))?.into(),
        market: names.market(&raw.market, &occupations, !(moves.is_empty() && alike.is_empty()))?,
        index: None.into(),
        roles_by_listed: OnceCell::new(),
        lexicon: None.into(),
        moves: moves.into(),
        alike: alike.into(),
        occupations: collect(raw.occupations, &occupations, |id, one| names.occupation(id, one))?
            .into(),
        terms: terms.into(),
    })
}
