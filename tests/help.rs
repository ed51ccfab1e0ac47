//! What help, manual pages and `--version` say: two examples for every command, each of which works.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tpm-path");

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).env("COLUMNS", "80").output().unwrap()
}

fn text(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Every command, as the names of the manual pages tell.
fn commands() -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    assert!(run(&["man", "--dir", pages.to_str().unwrap()]).status.success());
    let mut found: Vec<Vec<String>> = fs::read_dir(pages)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.trim_end_matches(".1").split('-').skip(2).map(str::to_owned).collect())
        .collect();
    found.sort();
    assert!(found.len() > 30, "{found:?}");
    found
}

/// The examples that a help text opens with.
fn examples(command: &[String]) -> Vec<String> {
    let words: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
    let help = text(&words);
    let (about, rest) =
        help.split_once("\n\nExamples:\n").unwrap_or_else(|| panic!("{words:?} has no examples"));
    assert!(about.lines().count() <= 2, "{words:?} does not open with its examples");
    let (shown, _) = rest.split_once("\n\nUsage: ").unwrap();
    let lines = shown.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_help_opens_with_two_examples_that_are_of_its_command() {
    for command in commands() {
        let (found, path) = (examples(&command), command.join(" "));
        let of = |line: &&String| line.contains(&format!("tpm-path {path}"));
        assert_eq!(found.iter().filter(of).count(), 2, "{path}: {found:?}");
        let manual =
            text(&[&["man"], &command.iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
        assert!(manual.contains(".SH EXAMPLES"), "{path}");
    }
}

/// Where an example is typed: a posting, a résumé, a dataset, and a profile unless it is to be written.
fn surroundings(writes_profile: bool) -> tempfile::TempDir {
    let here = tempfile::tempdir().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let copy = |from: &str, to: &str| fs::copy(fixtures.join(from), here.path().join(to)).unwrap();
    copy("postings/senior-tpm.txt", "posting.txt");
    copy("resumes/developer.json", "resume.json");
    fs::write(here.path().join("postings.jsonl"), "{\"id\": 1, \"text\": \"Scrum Master\"}\n")
        .unwrap();
    if !writes_profile {
        copy("profiles/mid.toml", "profile.toml");
    }
    for folder in [".config/fish/completions", ".local/share/man/man1", "mine"] {
        fs::create_dir_all(here.path().join(folder)).unwrap();
    }
    fs::write(
        here.path().join("mine/facts.toml"),
        "[[facts]]\nid = \"mine\"\ntopic = \"pros-and-cons\"\ntext = \"one more\"\nsources = [\"monster\"]\n",
    )
    .unwrap();
    here
}

#[test]
fn every_example_works_as_it_stands() {
    let folder = Path::new(PROGRAM).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    for command in commands() {
        for line in examples(&command) {
            let writes = line.contains("profile init") || line.ends_with("import resume.json");
            let here = surroundings(writes);
            // A folder of one's own is checked alone here, and has no more than it needs.
            if line.ends_with("check mine") && !line.contains("builtin") {
                let tiny = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tiny");
                fs::remove_dir_all(here.path().join("mine")).unwrap();
                let mut copy = Command::new("cp");
                let copied = copy.arg("-r").arg(tiny).arg(here.path().join("mine")).status();
                assert!(copied.unwrap().success());
            }
            let output = Command::new("bash")
                .args(["-o", "pipefail", "-c", line.trim()])
                .env("PATH", &path)
                .env("HOME", here.path())
                .env("TPM_PATH_PROFILE", here.path().join("profile.toml"))
                .current_dir(here.path())
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{line}: {said}");
        }
    }
}

#[test]
fn the_help_of_the_program_is_one_page() {
    let help = Command::new(PROGRAM).arg("-h").env("COLUMNS", "100").output().unwrap().stdout;
    let help = String::from_utf8(help).unwrap();
    assert!(help.lines().count() < 60, "{}", help.lines().count());
}

#[test]
fn the_version_names_the_dataset_and_its_newest_wages() {
    for flag in ["--version", "-V"] {
        let shown = text(&[flag]);
        let dataset = text(&["levels", "--format", "json"]);
        let dataset: serde_json::Value = serde_json::from_str(&dataset).unwrap();
        let as_of = dataset["dataset"]["as_of"].as_str().unwrap();
        let version = env!("CARGO_PKG_VERSION");
        let expected =
            format!("tpm-path {version} (dataset tpm-path as of {as_of}; wages May 2025)\n");
        assert_eq!(shown, expected);
    }
}

#[test]
fn manual_pages_are_written_whole_and_again() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    let write = || run(&["man", "--dir", pages.to_str().unwrap()]);
    assert!(write().status.success() && write().status.success());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing is left beside it");
    for entry in fs::read_dir(&pages).unwrap() {
        let page = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(
            page.is_ascii()
                && page.contains(".SH SYNOPSIS")
                && page.contains(".SH \"EXIT STATUS\"")
        );
    }
    fs::write(folder.path().join("file"), "").unwrap();
    let file = run(&["man", "--dir", folder.path().join("file").to_str().unwrap()]);
    assert_eq!(file.status.code(), Some(4));
    assert_eq!(run(&["man", "levles"]).status.code(), Some(2));
}

#[test]
fn an_example_is_given_for_no_command_that_is_not_there() {
    let list =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/examples.rs"))
            .unwrap();
    let entries =
        list.lines().filter(|line| line.starts_with("        \"") && line.ends_with("\","));
    let known: Vec<String> = commands().iter().map(|command| command.join(" ")).collect();
    for entry in entries {
        let path = entry.trim().trim_matches(|sign| "\",".contains(sign));
        assert!(known.contains(&path.to_owned()), "there is no command `{path}`");
    }
}
