//! Ways in, up, across and out: names of roles, the paths that sources name, comparisons both ways, and what was surveyed.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

mod reference;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use reference::{csv_rows, reference};
use serde_json::Value;
use tpm_path::catalog::{Catalog, MoveKind, Noun, RoleId, Text, fold};
use tpm_path::dataset::{Layer, load};
use tpm_path::query::{QueryError, moves_of, reachable, role, routes};
use tpm_path::report::compare::compare;

fn catalog() -> Catalog {
    Catalog::builtin()
}

/// Every job title that a guide writes, as it writes it.
const TITLES: [&str; 54] = [
    "Technical Project Manager",
    "Software Project Manager",
    "IT Project Manager",
    "Technical Program Manager",
    "Engineering Manager",
    "Product Manager",
    "project manager",
    "assistant project manager",
    "project scheduler",
    "project coordinator",
    "software developer",
    "engineer",
    "scrum master",
    "business analyst",
    "lead project manager",
    "executive project manager",
    "senior project manager",
    "director of project management",
    "TPM",
    "senior PM",
    "generalist PM",
    "non-technical PM",
    "IT Project Coordinator",
    "IT coordinator",
    "Junior Project Manager",
    "junior PM",
    "Technical Analyst",
    "Business Systems Analyst",
    "QA engineering",
    "junior development",
    "IT support",
    "developer",
    "QA engineer",
    "systems analyst",
    "project coordination",
    "Scrum Master II",
    "Delivery Lead",
    "Senior Technical Project Manager",
    "Program Manager",
    "PMO Director",
    "VP of Engineering Operations",
    "VP of Engineering",
    "CTO",
    "Principal Technical Program Manager",
    "Enterprise Architect (Delivery-Focused)",
    "Product Management",
    "Engineering Management",
    "Solutions Architecture",
    "Technical Consulting",
    "DevOps and Release Management",
    "Junior Technical Project Manager",
    "Associate Technical Project Manager",
    "Startup Operations / Chief of Staff",
    "Chief of Staff",
];

#[test]
fn every_title_in_the_guides_is_one_role() {
    let catalog = catalog();
    for title in TITLES {
        let found = role(&catalog, title).unwrap_or_else(|error| panic!("{title}: {error:?}"));
        assert_eq!(found.listed_as, None, "{title}");
    }
}

#[test]
fn every_title_that_onet_lists_is_a_role_or_leads_to_the_roles_that_may_be_meant() {
    let catalog = catalog();
    let own: BTreeSet<String> = catalog
        .roles()
        .iter()
        .flat_map(|role| {
            let names = [role.id().as_str(), role.title()].map(str::to_owned);
            names.into_iter().chain(role.aliases().iter().map(Text::to_string))
        })
        .map(|name| fold(&name))
        .collect();
    let mut titles = 0;
    for listing in catalog.roles() {
        for title in listing.listed_as.iter() {
            titles += 1;
            match role(&catalog, title) {
                Ok(found) if own.contains(&fold(title)) => assert_eq!(found.listed_as, None),
                Ok(found) => assert_eq!(found.role.id, listing.id, "{title}"),
                Err(QueryError::Ambiguous { candidates, .. }) => {
                    let ids: Vec<&str> = candidates.iter().map(|(id, _)| id.as_str()).collect();
                    assert!(
                        ids.contains(&listing.id.as_str()) && ids.len() > 1,
                        "{title}: {ids:?}"
                    );
                }
                Err(error) => panic!("{title}: {error:?}"),
            }
        }
    }
    assert!(titles > 400, "{titles}");
}

#[test]
fn every_title_of_the_onet_files_is_listed() {
    let Some(folder) = reference("onet") else { return };
    let catalog = catalog();
    let files = [
        ("alternate_titles_v30_1.csv", "alternate_title"),
        ("sample_of_reported_titles_v30_1.csv", "reported_job_title"),
    ];
    for (file, column) in files {
        for row in csv_rows(&folder.join(file)) {
            let code = &row["onet_soc_code"];
            let listing = catalog
                .roles()
                .iter()
                .find(|role| role.onet.as_deref() == Some(code.as_str()))
                .unwrap();
            let listed: Vec<String> = listing.listed_as.iter().map(|title| fold(title)).collect();
            // `IT Manager (Information Technology Manager)` is two names of one job.
            let full = &row[column];
            let names = match full.strip_suffix(')').and_then(|full| full.split_once(" (")) {
                Some((short, long)) => vec![short, long],
                None => vec![full.as_str()],
            };
            for name in names {
                assert!(listed.contains(&fold(name)), "{code} does not list {name}");
            }
        }
    }
}

#[test]
fn alike_occupations_are_ranked_as_onet_ranks_them() {
    let Some(folder) = reference("onet") else { return };
    let catalog = catalog();
    let held: Vec<(String, String, String, String)> = moves_of(&catalog, &[MoveKind::Related])
        .iter()
        .map(|found| {
            let (rank, tier) = found.rank.unwrap();
            (
                code(&catalog, &found.from),
                code(&catalog, &found.to),
                rank.to_string(),
                tier.to_string(),
            )
        })
        .collect();
    let published: Vec<(String, String, String, String)> =
        csv_rows(&folder.join("related_occupations_v30_1.csv"))
            .into_iter()
            .map(|row| {
                let column = |name: &str| row[name].clone();
                let codes = (column("onet_soc_code"), column("related_onet_soc_code"));
                (codes.0, codes.1, column("index"), column("relatedness_tier"))
            })
            .collect();
    assert_eq!(held, published);
}

/// The occupations of which tools, tasks and answers are held.
const THREE: [&str; 3] = ["15-1299.09", "13-1082.00", "11-3021.00"];

/// The rows of one of O*NET's files on those occupations.
fn of_three(folder: &Path, file: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = csv_rows(&folder.join(file));
    rows.retain(|row| THREE.contains(&row["onet_soc_code"].as_str()));
    rows
}

fn code(catalog: &Catalog, id: &RoleId) -> String {
    catalog.roles().get(id).onet.as_ref().unwrap().to_string()
}

#[test]
fn tools_are_those_that_onet_marks() {
    let Some(folder) = reference("onet") else { return };
    let catalog = catalog();
    let yes = |flag: bool| if flag { "Y" } else { "N" }.to_owned();
    let technology = catalog.skills().iter().flat_map(|skill| skill.technology.iter());
    let held: BTreeSet<[String; 5]> = technology
        .map(|found| {
            let (hot, in_demand) = (yes(found.hot), yes(found.in_demand));
            let role = code(&catalog, &found.role);
            [role, found.name.to_string(), found.class.to_string(), hot, in_demand]
        })
        .collect();
    let columns = ["onet_soc_code", "example", "commodity_title", "hot_technology", "in_demand"];
    let published: BTreeSet<[String; 5]> = of_three(&folder, "technology_skills_v30_1.csv")
        .into_iter()
        .filter(|row| row["hot_technology"] == "Y" || row["in_demand"] == "Y")
        // A class of products, not one that a posting could name.
        .filter(|row| row["example"] != "Project management software")
        .map(|row| columns.map(|column| row[column].clone()))
        .collect();
    assert_eq!(held, published);
}

#[test]
fn tasks_are_those_of_onet_with_its_ratings() {
    let Some(folder) = reference("onet") else { return };
    let catalog = catalog();
    let tasks = catalog.tasks().iter();
    let mut held: Vec<[String; 4]> = tasks
        .map(|task| {
            let rating = task.rating.map_or("n/a", |rating| rating.word()).to_owned();
            let asked = task.asked.map_or("n/a".to_owned(), |asked| asked.to_string());
            [code(&catalog, &task.role), rating, asked, task.date.to_string()]
        })
        .collect();
    let mut published: Vec<[String; 4]> = of_three(&folder, "task_statements_v30_1.csv")
        .into_iter()
        .map(|row| {
            let (month, year) = row["date"].split_once('/').unwrap();
            let (rating, asked) = (row["task_type"].to_lowercase(), &row["incumbents_responding"]);
            [row["onet_soc_code"].clone(), rating, asked.clone(), format!("{year}-{month}")]
        })
        .collect();
    held.sort();
    published.sort();
    assert_eq!(held, published);
}

#[test]
fn answers_on_preparation_are_those_of_onet() {
    let Some(folder) = reference("onet") else { return };
    let catalog = catalog();
    let survey = catalog.survey().iter();
    let mut held: Vec<(String, String, u32)> = survey
        .map(|answer| {
            (code(&catalog, &answer.role), format!("{:.2}", answer.percent), answer.asked)
        })
        .collect();
    let file = "education_training_and_experience_v30_1.csv";
    let mut published: Vec<(String, String, u32)> = of_three(&folder, file)
        .into_iter()
        .filter(|row| ["RL", "RW", "PT", "OJ"].contains(&row["scale_id"].as_str()))
        .filter(|row| row["data_value"].parse::<f64>().unwrap() > 0.0)
        .map(|row| {
            let share = row["data_value"].parse::<f64>().unwrap();
            (row["onet_soc_code"].clone(), format!("{share:.2}"), row["n"].parse().unwrap())
        })
        .collect();
    held.sort();
    published.sort();
    assert_eq!(held, published);
}

/// For each role where one begins, the best way to each executive role: the stops, or `None` where no source names one.
fn paths(catalog: &Catalog, from: &str, to: &str) -> Option<Vec<String>> {
    let moves = moves_of(catalog, &[]);
    let (from, to) = (role(catalog, from).unwrap().role, role(catalog, to).unwrap().role);
    let found = routes(catalog, &moves, from, to);
    let best = found.first()?;
    Some(best.moves.iter().map(|step| step.to.as_str().to_owned()).collect())
}

const TPM: &str = "technical-project-manager";

/// The roles where one begins, and what they lead through before the role itself.
const BEGINNINGS: [(&str, &[&str]); 16] = [
    ("junior-technical-project-manager", &[]),
    ("it-project-coordinator", &[]),
    ("junior-project-manager", &[]),
    ("scrum-master", &[]),
    ("technical-analyst", &[]),
    ("business-systems-analyst", &[]),
    ("project-coordinator", &[]),
    ("software-developer", &[]),
    ("engineer", &[]),
    ("qa-engineer", &[]),
    ("systems-analyst", &[]),
    ("business-analyst", &[]),
    ("assistant-project-manager", &["project-manager"]),
    ("project-scheduler", &["project-manager"]),
    ("junior-developer", &["project-coordinator"]),
    ("it-support", &["project-coordinator"]),
];

/// The executive roles, and the way to each from the role itself; the last two are named only as those to whom directors
/// report.
const EXECUTIVES: [(&str, Option<&[&str]>); 5] = [
    (
        "director-of-project-management",
        Some(&["program-manager", "director-of-project-management"]),
    ),
    (
        "vp-of-engineering-operations",
        Some(&[
            "program-manager",
            "director-of-project-management",
            "vp-of-engineering-operations",
        ]),
    ),
    (
        "principal-technical-program-manager",
        Some(&["senior-technical-project-manager", "principal-technical-program-manager"]),
    ),
    ("vp-of-engineering", None),
    ("cto", None),
];

#[test]
fn from_every_way_in_the_sourced_path_to_every_executive_role_is_known() {
    let catalog = catalog();
    let entry: BTreeSet<&str> = catalog
        .roles()
        .iter()
        .filter(|role| {
            role.topic.as_ref().is_some_and(|topic| topic.as_str() == "getting-in")
                || role.level.as_ref().is_some_and(|level| level.as_str() == "entry")
        })
        .map(|role| role.id.as_str())
        .collect();
    assert_eq!(BEGINNINGS.iter().map(|(from, _)| *from).collect::<BTreeSet<_>>(), entry);
    for (from, before) in BEGINNINGS {
        for (to, after) in EXECUTIVES {
            let expected = after.map(|after| {
                let stops = before.iter().chain([&TPM]).chain(after);
                stops.map(|stop| (*stop).to_owned()).collect::<Vec<_>>()
            });
            assert_eq!(paths(&catalog, from, to), expected, "{from} to {to}");
        }
    }
}

#[test]
fn engineering_and_product_managers_lead_in_and_out() {
    let catalog = catalog();
    for other in ["engineering-manager", "product-manager"] {
        assert_eq!(paths(&catalog, TPM, other), Some(vec![other.to_owned()]));
        assert_eq!(paths(&catalog, other, TPM), Some(vec![TPM.to_owned()]));
    }
}

#[test]
fn every_move_rests_on_a_source_and_every_role_that_can_be_reached_has_a_route() {
    let catalog = catalog();
    let moves = moves_of(&catalog, &[]);
    for found in catalog.moves() {
        assert!(!found.sources.is_empty());
        assert!(found.years.as_ref().is_none_or(|years| !years.said.sources.is_empty()));
    }
    for from in catalog.roles() {
        for reached in reachable(&catalog, &moves, from) {
            let best = routes(&catalog, &moves, from, reached.role);
            assert_eq!(best[0].elapsed, reached.route.elapsed, "{:?}", reached.role.id);
        }
    }
}

/// What each aspect gains, loses and keeps, from a comparison as JSON.
fn told(catalog: &Catalog, names: [&str; 2]) -> Told {
    told_of(catalog, &names.map(str::to_owned))
}

/// Entries by aspect and change.
type Told = BTreeMap<(String, String), BTreeSet<String>>;

fn told_of(catalog: &Catalog, names: &[String]) -> Told {
    let report = compare(catalog, names).unwrap();
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::new(&mut bytes);
    erased_serde::serialize(report.as_ref(), &mut serializer).unwrap();
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut told = Told::new();
    for row in value["changes"].as_array().unwrap() {
        let entries = row["entries"].as_array().unwrap().iter().map(|entry| text(&entry["text"]));
        told.entry((text(&row["aspect"]), text(&row["change"]))).or_default().extend(entries);
    }
    told
}

/// Things to compare with each other, a kind at a time.
fn kinds(catalog: &Catalog) -> [Vec<String>; 4] {
    let levels = ["level:entry", "level:mid", "level:senior", "level:principal"];
    let rungs = ["gitlab:staff", "gitlab:director", "dropbox:ic4"];
    let occupations = ["11-9199", "13-1082", "15-1299", "11-3021", "15-1252"];
    let roles = ["tpm", "product manager", "scrum master", "pmo director", "13-1082.00"];
    let certificates = catalog.certifications().iter();
    let certificates = certificates.map(|of| format!("certificate:{}", of.id.as_str()));
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    [
        named(&[&levels[..], &rungs].concat()),
        certificates.collect(),
        named(&occupations),
        named(&roles),
    ]
}

#[test]
fn comparing_one_way_mirrors_comparing_the_other_way() {
    let catalog = catalog();
    for kind in kinds(&catalog) {
        for a in &kind {
            for b in &kind {
                let there = told(&catalog, [a, b]);
                let back = told(&catalog, [b, a]).into_iter();
                let mirrored: BTreeMap<(String, String), BTreeSet<String>> = back
                    .map(|((aspect, change), entries)| ((aspect, mirror(change)), entries))
                    .collect();
                assert_eq!(there, mirrored, "{a} and {b}");
                for ((aspect, change), entries) in &there {
                    for other in ["gained", "lost", "same"].iter().filter(|other| *other != change)
                    {
                        let key = (aspect.clone(), (*other).to_owned());
                        let shared = there.get(&key).is_some_and(|set| !set.is_disjoint(entries));
                        assert!(!shared, "{a} and {b}: {aspect} is {change} and {other}");
                    }
                }
            }
        }
    }
}

fn mirror(change: String) -> String {
    match change.as_str() {
        "gained" => "lost".to_owned(),
        "lost" => "gained".to_owned(),
        _ => change,
    }
}

/// Our own dataset, and folders laid over it.
fn layered(folder: &str) -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let tiny = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tiny");
    let layers = [Layer::Directory(tiny), Layer::Directory(folder)];
    Catalog::assemble(load(&layers).unwrap()).unwrap()
}

#[test]
fn rows_of_a_later_layer_replace_those_of_the_same_key_and_others_stay() {
    let catalog = layered("tests/fixtures/layer");
    let oil = catalog.skills().iter().find(|skill| skill.id.as_str() == "oil").unwrap();
    let found: Vec<(&str, &str)> =
        oil.technology.iter().map(|found| (found.role.as_str(), found.name.as_str())).collect();
    assert_eq!(found, [("keepers-of-lights", "Whale oil"), ("rowers", "Rape oil")]);
    // The class stands in the layer below.
    assert!(oil.technology.iter().all(|found| found.serves.is_some()));
    let answers: Vec<(&str, f64)> =
        catalog.survey().iter().map(|answer| (answer.answer.as_str(), answer.percent)).collect();
    assert_eq!(answers, [("a little", 25.0), ("a lot", 75.0)]);
}

#[test]
fn nothing_is_gained_or_lost_from_something_of_which_nothing_is_told() {
    let catalog = catalog();
    let names = ["level:entry", "dropbox:ic4", "dropbox:ic5"].map(str::to_owned);
    let told = told_of(&catalog, &names);
    assert!(told.keys().all(|(aspect, _)| aspect != "horizon" && aspect != "reach"), "{told:?}");
    assert!(told.keys().any(|(aspect, _)| aspect == "scope"));
}

#[test]
fn what_is_found_alike_to_the_occupation_of_a_role_is_found_alike_to_the_role() {
    let catalog = catalog();
    let moves = moves_of(&catalog, &[MoveKind::Related]);
    let tpm = role(&catalog, TPM).unwrap().role;
    let analysts = role(&catalog, "management analysts").unwrap().role;
    assert_eq!(routes(&catalog, &moves, tpm, analysts)[0].moves.len(), 1);
    assert!(reachable(&catalog, &moves, tpm).iter().any(|found| found.role.id == analysts.id));
}

#[test]
fn sorting_shows_people_no_rows_that_they_do_not_see_otherwise() {
    let shown = |more: &[&str]| {
        let program = env!("CARGO_BIN_EXE_tpm-path");
        let output = std::process::Command::new(program)
            .args(["skills", "--format", "md", "--quiet"])
            .args(more)
            .env("TPM_PATH_PROFILE", "none/profile.toml")
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let mut rows: Vec<String> =
            text.lines().filter(|line| line.starts_with('|')).map(cells).collect();
        rows.sort();
        rows
    };
    assert_eq!(shown(&[]), shown(&["--sort", "skill:desc"]));
}

/// The cells of a row but the last, which numbers sources in the order in which they come.
fn cells(row: &str) -> String {
    row.trim_end_matches(" |").rsplit_once('|').unwrap().0.to_owned()
}
