//! Layer order, a sentence on top of every file, and fences that the compiler does not hold.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::fs;
use std::path::{Path, PathBuf};

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
        ("comfy_table", &["render/table.rs"][..]),
        (
            "serde_json",
            &["render/json.rs", "render/jsonl.rs", "src/profile/resume/", "cli/posting.rs"],
        ),
        ("postcard", &["catalog/part.rs"]),
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
        ("std::fs", &["dataset/files.rs", "cli/output.rs", "cli/input.rs", "cli/profile/file.rs"]),
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

#[test]
fn no_network_code_is_linked_in() {
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let speaking = [
        "async-std",
        "curl",
        "h2",
        "hyper",
        "isahc",
        "mio",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "surf",
        "tokio",
        "trust-dns-resolver",
        "tungstenite",
        "ureq",
    ];
    for name in speaking {
        assert!(!lock.contains(&format!("name = \"{name}\"")), "{name} is in the dependency list");
    }
    for (path, text) in sources() {
        assert!(!text.contains("std::net"), "{} speaks to the network", path.display());
    }
}
