//! How the entries of a catalog are gathered: noun by noun, in reading order. Ranks nothing.

use super::*;

/// Gathers entries in the catalog's order.
struct Gathering(Vec<Entry>);

impl Gathering {
    /// Every name and every text that rests on a source, then the names of places and industries.
    fn of(catalog: &Catalog) -> Self {
        let mut gathering = Gathering(Vec::new());
        gathering.levels(catalog);
        gathering.nouns(catalog);
        gathering.evidence(catalog);
        gathering.moves(catalog);
        gathering.surveys(catalog);
        gathering.claims(catalog);
        gathering.settings(catalog);
        gathering
    }

    fn noun<'a, T: Noun>(
        &mut self,
        noun: &T,
        text: Text,
        sources: impl IntoIterator<Item = &'a Citation>,
        target: Target,
    ) {
        let title = Text::from(noun.title());
        let names = [noun.id().name(), title];
        self.0.push(Entry {
            kind: Text::from(T::KIND.word()),
            title,
            names: names.into_iter().chain(noun.aliases().iter().copied()).collect(),
            text,
            sources: sources.into_iter().cloned().collect(),
            target,
        });
    }

    fn text(
        &mut self,
        kind: &'static str,
        title: Text,
        text: Text,
        sources: &[Citation],
        target: &Target,
    ) {
        self.0.push(Entry {
            kind: Text::from(kind),
            title,
            names: Vec::new(),
            text,
            sources: sources.to_vec(),
            target: target.clone(),
        });
    }

    /// A noun with the first thing said of it, then each of the others.
    fn described<'a, T: Noun>(
        &mut self,
        noun: &T,
        kind: &'static str,
        title: Text,
        mut said: impl Iterator<Item = &'a Statement>,
        target: &Target,
    ) {
        let first = said.next();
        let text = first.map_or_else(Text::default, |statement| statement.text);
        self.noun(noun, text, first.iter().flat_map(|said| &said.sources), target.clone());
        self.statements(kind, title, said, target);
    }

    fn statements<'a>(
        &mut self,
        kind: &'static str,
        title: Text,
        statements: impl IntoIterator<Item = &'a Statement>,
        target: &Target,
    ) {
        for statement in statements {
            self.text(kind, title, statement.text, &statement.sources, target);
        }
    }

    fn steps(&mut self, title: Text, steps: &[Step], target: &Target) {
        for step in steps {
            self.text("step", title, step.text, &step.sources, target);
            self.text("reason", step.text, step.reason, &step.sources, target);
        }
    }

    fn levels(&mut self, catalog: &Catalog) {
        for level in catalog.levels() {
            let target = Target::Level(level.id);
            self.noun(level, level.change.text, &level.change.sources, target.clone());
            self.statements("scope", level.title, &level.scope, &target);
            self.statements("duty", level.title, &level.duties, &target);
            self.statements("promotion", level.title, &level.promotion, &target);
            self.steps(level.title, &level.steps, &target);
        }
        for track in catalog.tracks() {
            self.noun(track, Text::default(), &track.sources, Target::Level(track.opens));
        }
        for phase in catalog.phases() {
            let target = Target::Phase(phase.id);
            self.noun(phase, Text::default(), &phase.sources, target.clone());
            self.statements("phase", phase.title, &phase.notes, &target);
            self.steps(phase.title, &phase.steps, &target);
        }
    }

    fn nouns(&mut self, catalog: &Catalog) {
        for role in catalog.roles() {
            let target = match (&role.level, &role.topic) {
                (Some(level), _) => Target::Level(*level),
                (None, Some(topic)) => Target::Topic(*topic),
                (None, None) => Target::Role(role.id),
            };
            let entry = self.0.len();
            self.described(role, "role", role.title, role.about.iter(), &target);
            self.0[entry].names.extend(role.listed_as.iter().copied());
        }
        for skill in catalog.skills() {
            let target = Target::Skill(skill.id);
            let mentions = skill.mentions.iter().map(|mention| &mention.statement);
            let said = mentions.chain(skill.used_for.iter().map(|covers| &covers.statement));
            self.described(skill, skill.kind.word(), skill.title, said, &target);
            for found in skill.technology.iter() {
                self.text("technology", found.name, found.class, &found.sources, &target);
            }
        }
        for certification in catalog.certifications() {
            let target = Target::Certification(certification.id);
            let (title, said) =
                (Text::from(certification.short_name()), certification.statements());
            self.described(certification, "certificate", title, said, &target);
            for way in &certification.ways {
                let experience = way.experience.iter().map(|experience| experience.of);
                let training = way.training.iter().map(|training| training.of);
                let mut asked = experience.chain(training).peekable();
                if asked.peek().is_none() {
                    self.text("way", title, certification.title, &way.sources, &target);
                }
                for asked in asked {
                    self.text("way", title, asked, &way.sources, &target);
                }
            }
        }
    }

    fn evidence(&mut self, catalog: &Catalog) {
        for evidence in catalog.evidence() {
            for shows in &evidence.shows {
                let skill = catalog.skills().get(&shows.skill);
                let target = Target::Skill(skill.id);
                let said = &shows.statement;
                self.text("evidence", skill.title, evidence.text, &evidence.sources, &target);
                self.text("evidence", evidence.text, said.text, &said.sources, &target);
            }
        }
    }

    fn moves(&mut self, catalog: &Catalog) {
        for found in catalog.moves() {
            let (from, to) = (catalog.roles().get(&found.from), catalog.roles().get(&found.to));
            self.statements("move", to.title, found.statements(), &Target::Role(from.id));
        }
        for found in catalog.alike() {
            let (from, to) = (catalog.roles().get(&found.from), catalog.roles().get(&found.to));
            self.text("related", from.title, to.title, &found.sources, &Target::Role(from.id));
        }
        for ladder in catalog.ladders() {
            let target = Target::Ladder(ladder.id);
            self.noun(ladder, Text::default(), &ladder.sources, target.clone());
            self.statements("ladder", ladder.title, &ladder.about, &target);
            for rung in &ladder.rungs {
                let target = Target::Rung(ladder.id, rung.id);
                self.noun(rung, ladder.title, &rung.sources, target.clone());
                self.statements("scope", rung.title, rung.statements(), &target);
            }
        }
    }

    fn surveys(&mut self, catalog: &Catalog) {
        for task in catalog.tasks() {
            let role = catalog.roles().get(&task.role);
            let said = &task.statement;
            let target = Target::Role(role.id);
            self.text("task", role.title, said.text, &said.sources, &target);
        }
        for answer in catalog.survey() {
            let role = catalog.roles().get(&answer.role);
            let target = Target::Role(role.id);
            self.text(answer.question.words(), role.title, answer.answer, &answer.sources, &target);
        }
    }

    fn claims(&mut self, catalog: &Catalog) {
        for topic in catalog.topics() {
            let target = Target::Topic(topic.id);
            self.noun(topic, topic.about, [], target.clone());
            for fact in catalog.facts().iter().filter(|fact| fact.topic == topic.id) {
                let title = fact.question.unwrap_or(topic.title);
                let statement = &fact.statement;
                self.text("fact", title, statement.text, &statement.sources, &target);
            }
        }
        for conflict in catalog.conflicts() {
            let target = Target::Conflict(conflict.id);
            let cited = conflict.positions.iter().flat_map(|position| &position.sources);
            self.noun(conflict, conflict.question, cited, target.clone());
            for position in &conflict.positions {
                let texts = [Some(position.claim), position.detail];
                for text in texts.into_iter().flatten() {
                    self.text("position", conflict.title, text, &position.sources, &target);
                }
            }
            self.text("reading", conflict.title, conflict.why, &[], &target);
        }
        for occupation in catalog.occupations() {
            let target = Target::Occupation(occupation.id);
            self.noun(occupation, occupation.counts.text, &occupation.counts.sources, target);
        }
        for quote in catalog.quotes() {
            let target = match (&quote.level, quote.percentile) {
                (Some(level), _) => Target::Level(*level),
                (None, Some(percentile)) => Target::PayAt(percentile),
                (None, None) => Target::Pay,
            };
            self.text("quote", quote.about, quote.scope, &quote.sources, &target);
        }
        for source in catalog.sources() {
            self.noun(source, source.full_title, [], Target::Source(source.id));
            self.text("source", source.title, source.covers, &[], &Target::Source(source.id));
        }
    }

    /// The names of places and industries; nothing is said of them.
    fn settings(&mut self, catalog: &Catalog) {
        for area in catalog.areas() {
            self.noun(area, Text::default(), [], Target::Place(area.id));
        }
        for industry in catalog.industries() {
            self.noun(industry, Text::default(), [], Target::Industry(industry.id));
        }
    }
}

impl Catalog {
    /// Every name and every text that rests on a source, nouns in reading order; places and industries last.
    pub(super) fn gathered(&self) -> Vec<Entry> {
        Gathering::of(self).0
    }
}
