//! The shipped data passes every rule and can be reached; every rule has a fixture that trips it and no other.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tpm_path::catalog::Catalog;
use tpm_path::catalog::rules::{RULES, check};
use tpm_path::dataset::diagnostic::Places;
use tpm_path::dataset::{Layer, load};
use tpm_path::query::search;

fn folder(name: &str) -> Layer {
    Layer::Directory(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

fn answer(arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tpm-path"));
    let program = program.args(arguments).env("TPM_PATH_PROFILE", "none/profile.toml");
    let output = program.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(&[arguments, &["--format", "json"]].concat())).unwrap()
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    let lines = answer(&[arguments, &["--format", "jsonl"]].concat());
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_shipped_dataset_breaks_no_rule_and_is_what_the_binary_holds() {
    let shipped = load(&[folder("data")]).unwrap();
    assert_eq!(check(&shipped), []);
    let builtin = load(&[Layer::Builtin]).unwrap();
    let texts = |raw: &tpm_path::dataset::raw::Raw| -> BTreeMap<String, String> {
        raw.files.iter().map(|file| (file.name.clone(), file.text.to_string())).collect()
    };
    assert_eq!(texts(&builtin), texts(&shipped));
}

#[test]
fn the_stored_catalog_holds_all_that_the_files_say() {
    let read = Catalog::assemble(load(&[folder("data")]).unwrap()).unwrap();
    // Only a stored catalog has an index, its last field.
    let told = |catalog: &Catalog| {
        let told = format!("{catalog:#?}");
        told.split_once("\n    index: ").map(|(nouns, _)| nouns.to_owned())
    };
    assert_eq!(told(&Catalog::builtin()), told(&read));
}

#[test]
fn the_stored_index_leads_to_what_is_found_by_looking_through_all() {
    let (stored, read) =
        (Catalog::builtin(), Catalog::assemble(load(&[folder("data")]).unwrap()).unwrap());
    assert_eq!(format!("{:?}", stored.entries()), format!("{:?}", read.entries()));
    assert_eq!(stored.entries_by_source(), read.entries_by_source());
    for (stored_source, source) in stored.sources().iter().zip(read.sources()) {
        let (there, here) = (stored.entries_on(&stored_source.id), read.entries_on(&source.id));
        assert_eq!(format!("{there:?}"), format!("{here:?}"), "{}", source.title);
    }
    for words in
        ["pmp", "Project manager", "c", "C++", "136550", "$", ".net", "résumé", "4.5%", "a the"]
    {
        let (there, here) = (search(&stored, words).0, search(&read, words).0);
        assert_eq!(format!("{there:?}"), format!("{here:?}"), "{words}");
    }
}

#[test]
fn every_rule_has_a_fixture_that_trips_it_and_no_other() {
    let tiny = folder("tests/fixtures/tiny");
    assert_eq!(check(&load(std::slice::from_ref(&tiny)).unwrap()), []);
    for rule in RULES {
        let broken = folder(&format!("tests/fixtures/broken/{}", rule.name));
        let raw = load(&[tiny.clone(), broken]).unwrap();
        let tripped: BTreeSet<&str> = check(&raw).iter().map(|finding| finding.rule).collect();
        assert_eq!(tripped, BTreeSet::from([rule.name]), "{}", rule.asks);
    }
}

#[test]
fn every_finding_names_a_place_and_something_to_do() {
    let fixtures =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken/malformed-value");
    let raw = load(&[folder("tests/fixtures/tiny"), Layer::Directory(fixtures)]).unwrap();
    let findings = check(&raw);
    assert_eq!(findings.len(), 22, "{findings:#?}");
    for finding in findings {
        let place = Places::of(&raw).at(finding.file, finding.start);
        assert!(place.path.contains("malformed-value") && !place.excerpt.is_empty(), "{place:?}");
        assert!(finding.hint.is_some(), "{}", finding.message);
    }
}

/// Every example of docs/dataset.md has the shape that it documents.
#[test]
fn the_documented_examples_are_read_without_unknown_keys() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dataset.md");
    let page = std::fs::read_to_string(page).unwrap();
    let examples: Vec<&str> =
        page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let folder = tempfile::tempdir().unwrap();
    for inside in ["wages/industries", "wages/places"] {
        std::fs::create_dir_all(folder.path().join(inside)).unwrap();
    }
    for (index, example) in examples.iter().enumerate() {
        let name = match example {
            about if about.starts_with("name = ") => "dataset.toml".to_owned(),
            wages if wages.contains("\"area\"") => "wages/places/11-9199.toml".to_owned(),
            wages if wages.contains("\"industry\"") => "wages/industries/11-9199.toml".to_owned(),
            wages if wages.starts_with("currency = ") => "wages/11-9199.toml".to_owned(),
            _ => format!("{index}.toml"),
        };
        std::fs::write(folder.path().join(name), example).unwrap();
    }
    let raw = load(&[Layer::Directory(folder.path().to_owned())]).unwrap();
    let problems: Vec<String> =
        raw.malformed.iter().map(|problem| problem.message.clone()).collect();
    assert_eq!(problems, [""; 0]);
    assert!(raw.odd_keys.is_empty(), "{:?}", raw.odd_keys);
    let market = &raw.market;
    assert!(examples.len() > 10 && raw.levels.len() == 1 && market.areas.len() == 2);
    let wages = [&market.national_wages, &market.industry_wages, &market.place_wages];
    assert_eq!(wages.map(Vec::len), [1, 1, 1]);
}

#[test]
fn whoever_says_who_is_counted_is_cited_beside_it() {
    for row in rows(&["salary", "--percentile", "75"]) {
        assert_ne!(row["counts"]["sources"], serde_json::json!([]), "{row}");
    }
    let filed = answer(&["salary", "--percentile", "75", "--format", "csv"]);
    assert_eq!(filed.lines().filter(|l| l.contains("O*NET") && l.contains("onet-30-1")).count(), 3);
}

#[test]
fn our_own_files_over_ours_change_nothing() {
    let once = load(&[Layer::Builtin]).unwrap();
    let twice = load(&[Layer::Builtin, folder("data")]).unwrap();
    assert_eq!(check(&twice), []);
    let ids = |raw: &tpm_path::dataset::raw::Raw| -> Vec<String> {
        raw.facts.iter().map(|fact| fact.entry.id.get_ref().clone()).collect()
    };
    assert_eq!(ids(&once), ids(&twice));
}

#[test]
fn a_later_layer_replaces_entries_by_id_and_adds_others() {
    let tiny = ["--dataset", "tests/fixtures/tiny"];
    let layered = [&tiny[..], &["--dataset", "tests/fixtures/layer"]].concat();
    let levels = |layers: &[&str]| -> Vec<String> {
        let rows = rows(&[&["levels"], layers].concat());
        rows.iter().map(|row| row["level"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(levels(&tiny), ["Helper", "Keeper", "Head keeper"]);
    // The layer puts a level between two others, and renames one.
    assert_eq!(levels(&layered), ["Apprentice", "Deputy", "Keeper", "Head keeper"]);
    let said = answer(&[&["guide", "weather"], &layered[..]].concat());
    assert!(said.contains("Wind is gone") && !said.contains("Wind is stronger"), "{said}");
}

#[test]
fn a_repeat_within_the_layer_that_overrides_is_still_a_repeat() {
    let twice = folder("tests/fixtures/broken/duplicate-id");
    let raw = load(&[folder("tests/fixtures/tiny"), twice.clone(), twice]).unwrap();
    assert_eq!(check(&raw).iter().filter(|finding| finding.rule == "duplicate-id").count(), 1);
}

/// Every text that rests on a source is in the answer of the command that `find` and `sources` name for it.
#[test]
fn every_text_is_shown_by_the_command_that_is_named_for_it() {
    let mut promised: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for source in rows(&["sources"]) {
        for cited in rows(&["sources", source["id"].as_str().unwrap(), "--sheet", "cited"]) {
            let command = cited["command"].as_array().unwrap();
            let command = command.iter().map(|word| word.as_str().unwrap().to_owned()).collect();
            let text = cited["text"].as_str().unwrap().to_owned();
            promised.entry(command).or_default().push(text);
        }
    }
    assert!(promised.len() > 100, "{}", promised.len());
    for (command, texts) in promised {
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        let shown = strings(&json(&command));
        for text in texts {
            assert!(shown.iter().any(|s| s.contains(&text)), "{command:?} does not show: {text}");
        }
    }
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// What BLS published, as its national estimates hold it (tests/fixtures/bls_national.csv: an extract of its workbooks).
#[test]
fn every_wage_that_the_tool_shows_is_the_one_that_bls_published() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bls_national.csv");
    let mut published: BTreeMap<(String, String), csv::StringRecord> = BTreeMap::new();
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        let key = (record[column("occ_code")].to_owned(), record[column("vintage")].to_owned());
        published.insert(key, record);
    }
    let mut cells = 0;
    for occupation in rows(&["salary"]) {
        let code = occupation["code"].as_str().unwrap();
        let vintages = rows(&["salary", "--occupation", code, "--vintage", "all"]);
        assert_eq!(vintages.len(), 5, "{code}");
        for row in vintages {
            let record =
                &published[&(code.to_owned(), row["vintage"].as_str().unwrap().to_owned())];
            assert_eq!(row["employment"].to_string(), record[column("employment")]);
            for name in ["mean", "p10", "p25", "p50", "p75", "p90"] {
                let (shown, cell) = (&row[name], &record[column(name)]);
                if cell.is_empty() {
                    assert_eq!(shown["basis"], "at-least", "{code} {name}");
                    assert!(
                        record[column("markers")].contains(&format!("{name}=#")),
                        "{code} {name}"
                    );
                } else {
                    assert_eq!(shown["usd"].to_string(), *cell, "{code} {name}");
                    assert_eq!(shown["basis"], "published");
                }
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 4 * 5 * 6);
}
