//! What is said of a gap around its tables. Knows no table.

use std::cmp::Ordering;

use super::Purpose;
use super::first::FirstRow;
use super::pay::Pays;
use super::rows::DemandRow;
use crate::catalog::{Catalog, CertificationId, SkillId, Years};
use crate::query::{Aim, Gap, Person, standpoint};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;

/// What an answer is made of.
pub(super) struct Told<'r, 'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) person: &'r Person<'a>,
    pub(super) gap: &'r Gap<'a>,
    pub(super) pays: &'r Pays<'a>,
    pub(super) first: &'r [FirstRow],
    pub(super) skills: &'r [DemandRow<SkillId>],
    pub(super) certificates: &'r [DemandRow<CertificationId>],
}

/// Those that are asked of everybody, and those of them that are left.
fn counted<I: serde::Serialize>(rows: &[DemandRow<I>]) -> (usize, Vec<&DemandRow<I>>) {
    let all: Vec<&DemandRow<I>> = rows.iter().filter(|row| row.only.is_none()).collect();
    (all.len(), all.into_iter().filter(|row| row.is_left()).collect())
}

fn count(of: usize) -> Cell {
    Cell::Count(of as u64)
}

impl Told<'_, '_> {
    /// The first line.
    pub(super) fn answer(&self, purpose: Purpose) -> Line {
        match purpose {
            Purpose::Advice => self.advice(),
            Purpose::Check => self.check(),
        }
    }

    /// The first line of advice.
    fn advice(&self) -> Line {
        let left = match self.gap.years_to_go {
            _ if self.gap.goal.aim == Aim::Top => self.skills_left(),
            None | Some(0.0) => self.skills_left(),
            Some(left) => Line::years(left).then(line![" and "]).then(self.skills_left()),
        };
        let names: Vec<Line> = self.first.iter().map(FirstRow::name).collect();
        let start = (!names.is_empty()).then(|| {
            line!["; start with "].then(line![Cell::List(
                names.into_iter().map(|name| Cell::Sentences(vec![name])).collect()
            )])
        });
        self.way().then(left).then(start.unwrap_or_default())
    }

    /// From where to where.
    fn way(&self) -> Line {
        let goal = &self.gap.goal;
        let to = &goal.level.title;
        let elsewhere = self.person.years_elsewhere().map(|all| Line::years(all.number()));
        if let (None, Some(role)) = (goal.from, goal.coming_from) {
            let come = match elsewhere {
                Some(all) => line!["You come from ", &role.title, " ("]
                    .then(all)
                    .then(line![" of other work)"]),
                None => line!["You come from ", &role.title],
            };
            return come.then(match goal.aim {
                Aim::WayIn => line!["; to ", to, ", where moves from there lead: "],
                _ => line!["; to ", to, ": "],
            });
        }
        if let (None, Some(all)) = (goal.from, elsewhere) {
            let first = if goal.aim == Aim::First { ", the first level" } else { "" };
            return line!["Your "].then(all).then(line![" were other work; to ", to, first, ": "]);
        }
        let Some(from) = goal.from else {
            return match goal.aim {
                Aim::First => {
                    line!["To ", to, ", the first level (--years N starts from yours): "]
                }
                Aim::Target => line!["To ", to, ", your target: "],
                Aim::Named | Aim::Next | Aim::Top | Aim::WayIn => line!["To ", to, ": "],
            };
        };
        let way = match (goal.aim, from.id.cmp(&goal.level.id)) {
            (Aim::Top, _) => {
                return line!["You are on ", to, ", the last level: "];
            }
            (Aim::Target, Ordering::Less) => {
                line!["To ", to, ", your target, from ", &from.title]
            }
            (_, Ordering::Less) => line!["To ", to, " from ", &from.title],
            (_, Ordering::Equal) => line!["For ", to, ", the level you are on"],
            (_, Ordering::Greater) => line!["For ", to, ", below your level, ", &from.title],
        };
        way.then(line![": "])
    }

    fn years_left(&self) -> Line {
        match self.gap.years_to_go {
            None => line!["years not told"],
            Some(0.0) => line!["enough years"],
            Some(left) => Line::years(left).then(line![" to go"]),
        }
    }

    fn skills_left(&self) -> Line {
        let (all, left) = counted(self.skills);
        match (all, left.len()) {
            (0, _) => line!["no source names a skill for it"],
            (1, 0) => line!["its one skill shown"],
            (_, 0) => line!["all ", count(all), " skills shown"],
            (1, _) => line!["1 skill to go"],
            (_, left) => line![count(left), " of ", count(all), " skills to go"],
        }
    }

    /// The first line of a check.
    fn check(&self) -> Line {
        let level = &self.gap.goal.level.title;
        if self.gap.is_met() {
            let shown = line!["Met, as far as you can show it: for ", level, " level, "];
            return shown.then(self.years_left()).then(line![", "]).then(self.skills_left());
        }
        let (all, left) = counted(self.skills);
        let mut reasons = Vec::new();
        match self.gap.years_to_go {
            None => reasons.push(match self.person.years_elsewhere() {
                Some(all) => {
                    line!["your "].then(Line::years(all.number())).then(line![" were other work"])
                }
                None => line!["years are not told (--years N)"],
            }),
            Some(0.0) => (),
            Some(_) => reasons.push(self.years_left()),
        }
        if !left.is_empty() {
            let skills = if all == 1 { " skill to show" } else { " skills to show" };
            reasons.push(line![count(left.len()), " of ", count(all), skills]);
        }
        let required = self.certificates.iter().filter(|row| row.required && row.is_left());
        reasons.extend(required.map(|row| row.name().then(line![" is required"])));
        line!["Not met, ", level, " level: "].then(Line::joined(reasons, "; "))
    }

    pub(super) fn notes(&self, purpose: Purpose) -> Vec<Line> {
        if purpose == Purpose::Check {
            return self.shown().into_iter().chain(self.other_work()).collect();
        }
        let mut notes = Vec::new();
        notes.extend(self.shown());
        notes.extend(self.beside());
        if !self.first.is_empty() {
            notes.push(ORDER.into());
        }
        notes.extend(self.long_behind());
        let shown = self.skills.iter().filter(|row| row.is_left());
        if shown.filter_map(|row| row.evidence.first()).any(|proof| proof.inferred.is_some()) {
            notes.push(line![
                "that doing something shows a skill is often our reading: ",
                Cell::Command(command(["skills", "SKILL"])),
                " says where"
            ]);
        }
        notes.extend(self.other_work());
        notes.extend(self.some_only());
        notes.extend(self.certificates_said());
        notes.extend(self.clocks());
        notes.extend(self.pays.notes(&self.gap.goal));
        notes.extend(self.unknown());
        let duties = command(["levels", self.gap.goal.level.id.as_str()]);
        notes.push(line![
            "promotion and scope are nothing that a profile can show; duties: ",
            Cell::Command(duties)
        ]);
        notes
    }

    /// What is shown already, and what can be done about the rest.
    fn shown(&self) -> Option<Line> {
        let (_, left) = counted(self.skills);
        let skills = self.skills.iter().filter(|row| !row.is_left()).map(DemandRow::shown);
        let certificates = self.certificates.iter().filter(|row| !row.is_left());
        let shown: Vec<Line> = skills.chain(certificates.map(DemandRow::shown)).collect();
        let told = (!shown.is_empty()).then(|| line!["shown: ", Cell::sentences(shown)]);
        let more = (!left.is_empty()).then(|| {
            line!["what you do not name counts as not shown; --have adds skills and certificates"]
        });
        let both: Vec<Line> = told.into_iter().chain(more).collect();
        (!both.is_empty()).then(|| Line::joined(both, "; "))
    }

    /// What one has and the level does not ask for.
    fn beside(&self) -> Option<Line> {
        let skills = self.person.skills.iter().filter_map(|had| had.skill.known);
        let asked = |id: &SkillId| self.skills.iter().any(|row| row.ids.contains(id));
        let skills = skills.filter(|skill| !asked(&skill.id)).map(|skill| skill.title.as_str());
        let held = self.person.certifications.iter().filter_map(|held| held.certification.known);
        let asked = |id: &CertificationId| self.certificates.iter().any(|row| row.ids.contains(id));
        let held = held.filter(|held| !asked(&held.id)).map(|held| held.short_name());
        let names: Vec<&str> = skills.chain(held).collect();
        (!names.is_empty()).then(|| line!["not asked for at this level: ", Cell::brief(names)])
    }

    /// What is quick to add, as one has likely done it.
    fn long_behind(&self) -> Option<Line> {
        let mut behind = self.skills.iter().filter(|row| row.long_behind && row.is_missing());
        let id = behind.next()?.ids.first()?;
        let add = Cell::Command(command(["profile", "add", "skill", id.as_str()]));
        Some(line![
            "skills of phases long behind you stand last; those that you have are quick to add: ",
            add
        ])
    }

    /// What years count, to those who are at the top by them.
    fn other_work(&self) -> Option<Line> {
        let by_years = self.gap.goal.aim == Aim::Top && self.person.level.is_none();
        let first = self.catalog.levels().iter().nth(1).filter(|_| by_years)?;
        Some(line![
            "years are those in this career; if yours were in other work, name the level to reach: ",
            Cell::Command(command(["gap", "--to", first.id.as_str()]))
        ])
    }

    fn some_only(&self) -> Option<Line> {
        let skills = self.skills.iter().any(|row| row.only.is_some() && row.is_left());
        let certificates = self.certificates.iter().any(|row| row.only.is_some() && row.is_left());
        (skills || certificates).then(|| line!["what is asked only of some is not counted"])
    }

    /// How far certificates count.
    fn certificates_said(&self) -> Option<Line> {
        let (_, left) = counted(self.certificates);
        let said = self.catalog.about().certificates.as_ref()?;
        let optional = left.iter().any(|row| !row.required);
        let counts = line!["; --check does not count them"];
        optional.then(|| line![&said.text, " ", Cell::cited(&said.sources)].then(counts))
    }

    /// What the clock of phases says of the way.
    fn clocks(&self) -> Option<Line> {
        let level = self.gap.goal.level;
        let first_year = Years::new(f64::from(level.years.from))?;
        let there = standpoint(self.catalog, first_year).ok()?.phase.of;
        let here = self.person.years.and_then(|years| standpoint(self.catalog, years).ok());
        let here = here.map(|here| here.phase.of).filter(|here| here.id < there.id)?;
        Some(line![
            "by phases you are in ",
            &here.title,
            " (years ",
            Cell::Years(here.years),
            "); ",
            &level.title,
            " begins in ",
            &there.title,
            " (",
            Cell::Years(there.years),
            ")"
        ])
    }

    /// Names of the profile that are nothing here.
    fn unknown(&self) -> Option<Line> {
        let skills = self
            .person
            .skills
            .iter()
            .map(|had| (had.skill.given.as_str(), had.skill.known.is_some()));
        let held = self.person.certifications.iter().map(|held| &held.certification);
        let held = held.map(|held| (held.given.as_str(), held.known.is_some()));
        let unknown = skills.chain(held).filter(|(_, known)| !known);
        let names: Vec<Cell> = unknown.map(|(given, _)| Cell::text(given.to_owned())).collect();
        (!names.is_empty())
            .then(|| line!["not in this dataset, so not counted: ", Cell::List(names)])
    }
}

/// What comes first, and what is cheap.
const ORDER: &str = "order: earliest phase first, then what most sources name; what shows a skill: the \
                     cheapest that a source names, in our order: at work, own time, a course, an exam, \
                     another job; nothing where none names any";
