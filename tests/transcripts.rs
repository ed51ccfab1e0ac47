//! Real command lines with their whole output; the README's and its picture too.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::process::Command;

use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

#[test]
fn what_is_typed_gives_what_is_shown() {
    let cases = trycmd::TestCases::new();
    for (name, value) in [
        ("COLUMNS", "80"),
        ("NO_COLOR", "1"),
        ("ACCESSIBLE", ""),
        ("TPM_PATH_PROFILE", "none/profile.toml"),
        ("SOURCE_DATE_EPOCH", "1795219200"),
    ] {
        cases.env(name, value);
    }
    cases.case("tests/transcripts/*.md").case("docs/terminals.md").case("README.md");
}

#[test]
fn the_picture_in_the_readme_is_what_a_terminal_shows() {
    let shown = Command::new(env!("CARGO_BIN_EXE_tpm-path"))
        .args(["roadmap", "--years", "4", "--color", "always", "--width", "84"])
        .env("TPM_PATH_PROFILE", "none/profile.toml")
        .output()
        .unwrap();
    let text =
        format!("$ tpm-path roadmap --years 4\n{}", String::from_utf8(shown.stdout).unwrap());
    let picture = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/roadmap.svg");
    let expected = Data::read_from(&picture, Some(DataFormat::TermSvg));
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(Data::text(text).coerce_to(DataFormat::TermSvg), expected);
}
