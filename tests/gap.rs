//! Laws of the gap between a person and a level, and of who may sit a certificate, over the shipped dataset.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;

use tpm_path::catalog::{Catalog, Education, Skill, Years};
use tpm_path::query::{
    Aim, Demanded, Gap, Had, MaySit, Named, Person, Shown, State, eligibility, gap, lookup,
};
use tpm_path::report::Report;
use tpm_path::report::gap::Question;

fn catalog() -> Catalog {
    Catalog::builtin()
}

fn person<'a>(catalog: &'a Catalog, years: f64, have: &[&str]) -> Person<'a> {
    let mut person = Person { years: Years::new(years), ..Person::default() };
    have.iter().for_each(|name| person.have(catalog, name).unwrap());
    person
}

fn count(gap: &Gap<'_>) -> usize {
    gap.first().len()
}

fn ids<'a>(of: &[Demanded<'a, Skill>]) -> Vec<&'a str> {
    of.iter().flat_map(|of| &of.any_of).map(|skill| skill.id.as_str()).collect()
}

#[test]
fn the_goal_is_the_one_named_then_the_target_then_the_next_then_the_first() {
    let catalog = catalog();
    let goal_of = |person: Person<'_>, to| {
        let goal = gap(&catalog, &person, to).unwrap().goal;
        (goal.level.id.as_str().to_owned(), goal.aim)
    };
    let four = || person(&catalog, 4.0, &[]);
    let target = catalog.levels().iter().next_back();
    assert_eq!(goal_of(four(), Some("entry")), ("entry".to_owned(), Aim::Named));
    assert_eq!(goal_of(four(), None), ("senior".to_owned(), Aim::Next));
    assert_eq!(goal_of(Person { target, ..four() }, None), ("principal".to_owned(), Aim::Target));
    assert_eq!(goal_of(Person::default(), None), ("entry".to_owned(), Aim::First));
    assert_eq!(goal_of(person(&catalog, 13.0, &[]), None), ("principal".to_owned(), Aim::Top));
}

#[test]
fn one_of_several_alternatives_is_enough() {
    let catalog = catalog();
    let senior = |have: &[&str]| {
        let gap = gap(&catalog, &person(&catalog, 4.0, have), None).unwrap();
        (gap.skills.iter().filter(|of| of.is_missing()).count(), count(&gap))
    };
    let (skills, all) = senior(&[]);
    assert_eq!(senior(&["jira"]), (skills - 1, all - 1));
    assert_eq!(senior(&["jira", "azure devops"]), (skills - 1, all - 1));
    assert_eq!(senior(&["azure-fundamentals"]).1, all - 1);
}

#[test]
fn a_certificate_shows_the_skills_that_it_covers() {
    let catalog = catalog();
    let gap = gap(&catalog, &person(&catalog, 4.0, &["psm-i"]), None).unwrap();
    let agile = gap.skills.iter().find(|of| ids(std::slice::from_ref(of)) == ["agile-scrum"]);
    assert!(matches!(agile.unwrap().shown, Some((_, Shown::Covered(..)))));
}

#[test]
fn what_is_asked_of_some_alone_does_not_count() {
    let catalog = catalog();
    let gap = gap(&catalog, &person(&catalog, 0.0, &[]), Some("mid")).unwrap();
    let some: Vec<&str> = gap
        .skills
        .iter()
        .filter(|of| !of.counts())
        .flat_map(|of| ids(std::slice::from_ref(of)))
        .collect();
    assert!(some.contains(&"pci-compliance") && !some.contains(&"risk-management"), "{some:?}");
}

#[test]
fn certificates_do_not_count_for_the_check_unless_a_source_requires_them() {
    let catalog = catalog();
    let asked = gap(&catalog, &Person::default(), Some("senior")).unwrap();
    let all: Vec<&str> = ids(&asked.skills);
    let whole = gap(&catalog, &person(&catalog, 7.0, &all), Some("senior")).unwrap();
    assert!(whole.is_met() && count(&whole) > 0);
    let early = gap(&catalog, &person(&catalog, 6.9, &all), Some("senior")).unwrap();
    assert!(!early.is_met());
}

#[test]
fn whoever_has_everything_that_is_asked_has_no_gap() {
    let catalog = catalog();
    for level in catalog.levels() {
        let name = Some(level.id.as_str());
        let asked = gap(&catalog, &Person::default(), name).unwrap();
        let mut have: Vec<&str> = ids(&asked.skills);
        have.extend(asked.certifications.iter().flat_map(|of| &of.any_of).map(|of| of.id.as_str()));
        let whole = person(&catalog, f64::from(level.years.from), &have);
        let none = gap(&catalog, &whole, name).unwrap();
        assert!(none.is_met() && count(&none) == 0, "{name:?}");
    }
}

#[test]
fn another_skill_never_makes_the_gap_larger_nor_do_more_years_raise_those_to_go() {
    let catalog = catalog();
    let names: Vec<&str> = catalog
        .skills()
        .iter()
        .map(|skill| skill.id.as_str())
        .chain(catalog.certifications().iter().map(|of| of.id.as_str()))
        .collect();
    let levels: Vec<&str> = catalog.levels().iter().map(|level| level.id.as_str()).collect();
    proptest!(|(
        have in prop::collection::vec(0..names.len(), 0..20),
        one in 0..names.len(),
        level in 0..levels.len(),
        years in 0.0..30.0f64,
        more in 0.0..30.0f64,
    )| {
        let to = Some(levels[level]);
        let have: Vec<&str> = have.into_iter().map(|index| names[index]).collect();
        let wider = [&have[..], &[names[one]]].concat();
        let before = gap(&catalog, &person(&catalog, years, &have), to).unwrap();
        let after = gap(&catalog, &person(&catalog, years + more, &wider), to).unwrap();
        prop_assert!(count(&after) <= count(&before));
        prop_assert!(after.years_to_go <= before.years_to_go);
        prop_assert!(after.is_met() || !before.is_met());
    });
}

fn answer(catalog: &Catalog, person: &Person<'_>, id: &str) -> MaySit {
    let of = catalog.certifications().iter().find(|of| of.id.as_str() == id).unwrap();
    eligibility(catalog, person, of).may_sit
}

#[test]
fn what_asks_for_nothing_may_be_sat_and_what_nobody_describes_is_not_said() {
    let catalog = catalog();
    let nobody = Person::default();
    assert_eq!(answer(&catalog, &nobody, "psm-i"), MaySit::Yes);
    assert_eq!(answer(&catalog, &nobody, "togaf"), MaySit::NotSaid);
    assert_eq!(answer(&catalog, &nobody, "pmp"), MaySit::NotSaid);
}

#[test]
fn the_pmp_takes_education_years_and_training_or_the_capm() {
    let catalog = catalog();
    let degree = Some(Education::FourYearDegree);
    let pmp = |years, have: &[&str], education| {
        let person = Person { education, ..person(&catalog, years, have) };
        answer(&catalog, &person, "pmp")
    };
    assert_eq!(pmp(1.0, &["capm"], degree), MaySit::NotYet);
    assert_eq!(pmp(3.0, &["capm"], degree), MaySit::Yes);
    assert_eq!(pmp(3.0, &[], degree), MaySit::NotSaid);
    assert_eq!(pmp(3.0, &["capm"], Some(Education::SecondaryDiploma)), MaySit::NotYet);
    assert_eq!(pmp(5.0, &["capm"], None), MaySit::Yes);
    assert_eq!(pmp(0.0, &["pmp"], None), MaySit::Held);
}

#[test]
fn more_years_never_take_a_certificate_away() {
    let catalog = catalog();
    proptest!(|(years in 0.0..30.0f64, more in 0.0..30.0f64)| {
        let before = person(&catalog, years, &["capm"]);
        let after = person(&catalog, years + more, &["capm"]);
        for of in catalog.certifications() {
            let rank = |person: &Person<'_>| eligibility(&catalog, person, of).may_sit;
            prop_assert!(rank(&after) <= rank(&before), "{}", of.id.as_str());
        }
    });
}

#[test]
fn what_a_profile_tells_amiss_is_left_out_with_a_note() {
    let catalog = catalog();
    let mut told = person(&catalog, 4.0, &["jira"]);
    told.place = Some("Narnia".to_owned());
    told.target = catalog.levels().iter().last();
    told.skills
        .push(Had { skill: Named { given: "Broomstick".to_owned(), known: None }, evidence: None });
    let mut report = tpm_path::report::gap::gap(&catalog, &told, &Question::default()).unwrap();
    let notes = format!("{:?}", report.said().notes);
    assert!(notes.contains("Narnia") && notes.contains("Broomstick"), "{notes}");
    assert_eq!(report.tables().len(), 6);
}

#[test]
fn years_beside_a_title_of_other_work_are_asked_about() {
    let catalog = catalog();
    let pmp = lookup(catalog.certifications(), "pmp").unwrap();
    let led = |title_elsewhere| {
        let person = Person { title_elsewhere, ..person(&catalog, 6.0, &[]) };
        let asked = eligibility(&catalog, &person, pmp).needs;
        asked.iter().any(|needed| matches!(needed.state, State::ByYears))
    };
    assert_eq!([led(false), led(true)], [true, false]);
}

#[test]
fn whoever_holds_a_level_has_its_years() {
    let catalog = catalog();
    let level = catalog.levels().iter().nth(2);
    let held = Person { level, ..person(&catalog, 1.0, &[]) };
    assert_eq!(gap(&catalog, &held, Some("senior")).unwrap().years_to_go, Some(0.0));
    assert_eq!(gap(&catalog, &held, None).unwrap().years_to_go, Some(11.0));
}
