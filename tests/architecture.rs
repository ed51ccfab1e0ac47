//! Layer order, a sentence on top of every file, and fences that the compiler does not hold.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LAYERS: [&str; 7] = ["dataset", "profile", "catalog", "query", "report", "render", "cli"];

/// What a layer may use besides itself, where that is not everything to its left.
fn allowed(layer: &str) -> Vec<&'static str> {
    match layer {
        "render" => vec!["report"],
        "query" => vec!["catalog", "profile"],
        "report" => vec!["query", "catalog"],
        "catalog" => vec!["dataset"],
        other => LAYERS.iter().take_while(|name| **name != other).copied().collect(),
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

fn layer_of(path: &Path) -> Option<&'static str> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    LAYERS.into_iter().find(|layer| inside.starts_with(layer))
}

#[test]
fn arrows_point_left() {
    for (path, text) in sources() {
        let Some(layer) = layer_of(&path) else {
            continue;
        };
        for used in LAYERS.iter().filter(|used| text.contains(&format!("crate::{used}"))) {
            let fine = *used == layer || allowed(layer).contains(used);
            assert!(fine, "{} uses {used}", path.display());
        }
        let hidden = text.contains("crate::{") || text.contains("super::super::super");
        assert!(!hidden, "{} names layers where this test does not look", path.display());
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_readable() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} has no first sentence", path.display());
        let code = text.split("#[cfg(test)]").next().unwrap();
        assert!(code.lines().count() <= 400, "{} is two files", path.display());
    }
}

#[test]
fn each_library_stays_behind_its_fence() {
    for (word, places) in [
        (
            "serde_json",
            &[
                "render/json.rs",
                "render/jsonl.rs",
                "src/profile/resume/",
                "cli/posting.rs",
                "dataset/shape.rs",
                "dataset/schema.rs",
            ][..],
        ),
        ("postcard", &["catalog/part.rs"]),
        ("unicode_width", &["render/layout.rs"]),
        ("clap", &["src/cli/"]),
        ("toml::", &["src/dataset/", "src/profile/", "catalog/rules/", "catalog/assemble/"]),
        (
            "anyhow::",
            &[
                "src/dataset/",
                "catalog/mod.rs",
                "catalog/market.rs",
                "catalog/assemble/",
                "src/cli/",
            ],
        ),
        ("statrs", &["query/percentile.rs"]),
        ("libm", &["query/percentile.rs"]),
        (
            "std::fs",
            &[
                "src/intake.rs",
                "dataset/files.rs",
                "cli/output.rs",
                "cli/folder.rs",
                "cli/profile/file.rs",
            ],
        ),
        ("toml_edit", &["src/profile/"]),
        ("std::env", &["src/cli/", "src/main.rs"]),
    ] {
        for (path, text) in sources() {
            let used = text
                .lines()
                .any(|line| !line.trim_start().starts_with("//") && line.contains(word));
            let inside = places.iter().any(|place| path.to_string_lossy().contains(place));
            assert!(!used || inside, "{} uses {word}", path.display());
        }
    }
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A crate of the lock file: its name, where it comes from, what it needs.
struct Locked {
    name: String,
    source: Option<String>,
    needs: Vec<String>,
}

fn locked() -> Vec<Locked> {
    let lock: toml::Table = toml::from_str(&read("Cargo.lock")).unwrap();
    let text = |entry: &toml::Value, key: &str| Some(entry.get(key)?.as_str()?.to_owned());
    let packages = lock["package"].as_array().unwrap().iter().map(|entry| {
        let needs = entry.get("dependencies").and_then(|needs| needs.as_array());
        let names = needs.into_iter().flatten().map(|need| need.as_str().unwrap());
        Locked {
            name: text(entry, "name").unwrap(),
            source: text(entry, "source"),
            // A version stands behind a name that several have.
            needs: names.map(|name| name.split(' ').next().unwrap().to_owned()).collect(),
        }
    });
    packages.collect()
}

#[test]
fn no_network_code_is_linked_in() {
    let deny: toml::Table = toml::from_str(&read("deny.toml")).unwrap();
    let speaking = deny["bans"]["deny"].as_array().unwrap();
    assert!(speaking.len() > 20);
    for name in speaking.iter().map(|name| name.as_str().unwrap()) {
        let there = locked().iter().any(|found| found.name == name);
        assert!(!there, "{name} is in the dependency list");
    }
    for (path, text) in sources() {
        assert!(!text.contains("std::net"), "{} speaks to the network", path.display());
    }
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    for found in locked().iter().filter(|found| found.name != "tpm-path") {
        let source = found.source.as_deref();
        assert_eq!(
            source,
            Some("registry+https://github.com/rust-lang/crates.io-index"),
            "{}",
            found.name
        );
    }
}

/// What Cargo tells of the crates that this system builds with; without a network, since they are at hand.
fn metadata() -> serde_json::Value {
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let rustc = said("rustc", &["-vV"]);
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let told =
        ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host];
    serde_json::from_str(&said(env!("CARGO"), &told)).unwrap()
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() {
    let deny: toml::Table = toml::from_str(&read("deny.toml")).unwrap();
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    let is_allowed = |licence: &str| {
        allowed.iter().any(|one| one.as_str() == Some(licence.trim_matches(['(', ')', ' '])))
    };
    for package in metadata()["packages"].as_array().unwrap() {
        let licence = package["license"].as_str().unwrap_or_default().replace('/', " OR ");
        let mut needed = licence.split(" AND ");
        let taken = needed.all(|choice| choice.split(" OR ").any(is_allowed));
        assert!(taken, "{}: {licence}", package["name"]);
    }
}

/// The crates that are linked in, on any system: what the program names, and what that needs in turn.
#[test]
fn as_many_crates_are_linked_in_as_contributing_says() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).unwrap();
    let mut names: Vec<String> =
        manifest["dependencies"].as_table().unwrap().keys().cloned().collect();
    let named = names.len();
    let all = locked();
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        for needs in all.iter().filter(|found| found.name == name).map(|found| &found.needs) {
            let new: Vec<String> =
                needs.iter().filter(|need| !names.contains(need)).cloned().collect();
            names.extend(new);
        }
        next += 1;
    }
    let says =
        format!("{named} libraries and, with what they need in turn, {} crates", names.len());
    let page = read("CONTRIBUTING.md");
    let flowing = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flowing.contains(&says), "CONTRIBUTING.md should say, with a reason for each: {says}");
}

#[test]
fn nothing_is_unsafe() {
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).unwrap();
    // The compiler lets no file override what is forbidden.
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    for (path, text) in sources() {
        let word = |line: &str| {
            line.split(|sign: char| !sign.is_alphanumeric() && sign != '_')
                .any(|word| word == "unsafe")
        };
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        assert!(!code.into_iter().any(word), "{}", path.display());
    }
}
