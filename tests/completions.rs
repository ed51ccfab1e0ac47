//! What shells complete: every argument that names something, with names that are then understood.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tpm-path");

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .args(arguments)
        .env("TPM_PATH_PROFILE", "none/profile.toml")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// What completes the last of some words, with what is said of it.
fn completed(words: &[&str]) -> Vec<(String, String)> {
    let last = words.len().to_string();
    let arguments = [&["completions", "fish", "--word", &last, "--", "tpm-path"], words].concat();
    let output = run(&arguments);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let line = |line: &str| line.split_once('\t').map(|(a, b)| (a.to_owned(), b.to_owned()));
    text.lines().map(|text| line(text).unwrap()).collect()
}

fn names(words: &[&str]) -> Vec<String> {
    completed(words).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn names_of_the_dataset_complete_with_their_titles() {
    for (words, name, title) in [
        (&["levels", "s"][..], "senior", "Senior"),
        (&["levels", "gitlab:st"], "gitlab:staff", "Staff Technical Program Manager"),
        (&["skills", "risk"], "risk-management", "Risk management"),
        (&["certs", "pm"], "pmp", "Project Management Professional"),
        (
            &["certs", "project-man"],
            "project-management-professional",
            "Project Management Professional",
        ),
        (&["routes", "--from", "qa"], "qa-engineer", "QA Engineer"),
        (&["routes", "--to=pmo"], "--to=pmo-director", "Director of Project Management"),
        (
            &["salary", "--area", "seattle"],
            "seattle-tacoma-bellevue-wa",
            "Seattle-Tacoma-Bellevue, WA",
        ),
        (&["salary", "--area", "oakland-c"], "oakland-ca", "San Francisco-Oakland-Fremont, CA"),
        (&["salary", "--area", "new-y"], "new-york", "New York"),
        (&["salary", "--area", "new y"], "new-york", "New York"),
        (&["salary", "--industry", "inf"], "information", "Information"),
        (&["salary", "--occupation", "13"], "13-1082", "Project management specialists"),
        (&["salary", "--vintage", ""], "2025", "May 2025"),
        (&["places", "--state", "w"], "WA", "Washington"),
        (&["gap", "--have", "jira,cs"], "jira,csm", "Certified ScrumMaster"),
        (&["gap", "--have", "smarts"], "smartsheet", "Smartsheet"),
        (&["compare", "mid", "sen"], "senior", "Senior"),
        (&["conflicts", "med"], "median", "National median pay"),
        (&["guide", "pro"], "promotion", "Promotion"),
        (&["sources", "mon"], "monster", "Monster"),
        (&["profile", "add", "skill", "ji"], "jira", "Jira"),
        (
            &["man", "sal"],
            "salary",
            "Show what is paid at a percentile, or which percentile a pay is",
        ),
    ] {
        let found = completed(words);
        let expected = (name.to_owned(), title.to_owned());
        assert!(found.contains(&expected), "{words:?} gives {found:?}");
    }
}

#[test]
fn the_ladder_completes_in_its_order() {
    let ladder = names(&["levels", ""]);
    assert_eq!(ladder[..4], ["entry", "mid", "senior", "principal"]);
}

#[test]
fn options_are_shown_once_begun_or_where_there_is_nothing_else() {
    assert!(names(&["levels", ""]).iter().all(|name| !name.starts_with('-')));
    assert_eq!(names(&["levels", "--tr"]), ["--track"]);
    assert!(names(&["salary", ""]).contains(&"--percentile".to_owned()));
}

#[test]
fn another_dataset_completes_by_its_own_names() {
    let tiny = ["--dataset", "tests/fixtures/tiny", "levels", ""];
    assert_eq!(names(&tiny)[..2], ["helper", "keeper"]);
    assert_eq!(names(&["levels", "--dataset=nowhere", "s"]), [""; 0]);
}

/// Where a file is to be named, shells know better.
#[test]
fn files_are_left_to_the_shell() {
    for words in [&["match", "po"][..], &["levels", "--output", "x"], &["--dataset=", ""][..1]] {
        let last = words.len().to_string();
        let asked = [&["completions", "zsh", "--word", &last, "--", "tpm-path"], words].concat();
        let output = run(&asked);
        assert_eq!((output.status.code(), output.stdout), (Some(1), Vec::new()), "{words:?}");
    }
}

/// Places, roles and the like are found by the very names that are offered for each beginning.
#[test]
fn what_completes_is_understood_and_needs_no_quotes() {
    let begun = ('a'..='z').map(String::from).chain([String::new()]);
    let asked: [(&[&str], &[&str]); 5] = [
        (&["salary", "--area"], &["salary", "--area"]),
        (&["routes", "--from"], &["routes", "--from"]),
        (&["certs"], &["certs"]),
        (&["skills"], &["skills"]),
        (&["salary", "--occupation"], &["salary", "--occupation"]),
    ];
    let mut offered: Vec<BTreeSet<String>> = vec![BTreeSet::new(); asked.len()];
    for letter in begun {
        for ((words, _), all) in asked.iter().zip(&mut offered) {
            all.extend(names(&[*words, &[letter.as_str()]].concat()));
        }
    }
    for ((_, command), all) in asked.iter().zip(&offered) {
        assert!(all.len() > 20, "{command:?} is completed by {all:?}");
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_.:+/,@%".contains(sign);
        assert!(all.iter().all(|name| name.chars().all(plain)), "{all:?}");
        // One in so many is tried, since each is a run of the program.
        for name in all.iter().filter(|name| !name.starts_with('-')).step_by(all.len() / 20) {
            let output = run(&[*command, &[name.as_str(), "--quiet"]].concat());
            let said = String::from_utf8_lossy(&output.stderr);
            // The occupations that are groups have no wages by place.
            assert!(output.status.success(), "{command:?} {name}: {said}");
        }
    }
}

/// An argument is completed, or it is plain why not: a number, an amount, a date, words of one's own.
#[test]
fn every_argument_completes_or_is_of_ones_own() {
    const OWN: &[&str] = &[
        "N", "P", "AMOUNT", "DATE", "YYYY-MM", "TEXT", "KEY", "KEY,…", "NAME", "WORDS", "FILE",
        "DIR", "POSTING", "RESUME", "FOLDER",
    ];
    let mut pages = vec![String::from_utf8(run(&["--help"]).stdout).unwrap()];
    let commands: Vec<String> = names(&[""]);
    assert!(commands.len() > 17, "{commands:?}");
    for command in &commands {
        pages.push(String::from_utf8(run(&[command, "--help"]).stdout).unwrap());
    }
    for (page, command) in
        pages.iter().zip([""].into_iter().chain(commands.iter().map(String::as_str)))
    {
        for line in page.lines().filter(|line| line.trim_start().starts_with("--")) {
            let (option, value) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            let value = value.trim_matches(|sign| "<>".contains(sign));
            if value.is_empty() || OWN.contains(&value) || !option.starts_with("--") {
                continue;
            }
            let words: Vec<&str> = [command, option, ""]
                .into_iter()
                .enumerate()
                .filter(|(at, word)| *at > 0 || !word.is_empty())
                .map(|(_, word)| word)
                .collect();
            assert!(!names(&words).is_empty(), "nothing completes {words:?}, a {value}");
        }
    }
}

#[test]
fn every_shell_gets_a_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completions", shell]);
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && script.contains("--word"), "{shell}");
    }
    assert_eq!(run(&["completions", "csh"]).status.code(), Some(2));
}

/// The scripts in the shells themselves; bash is everywhere, the others where they are installed, as `.ci/run` sees to.
#[test]
fn shells_complete_as_the_scripts_say() {
    let folder = Path::new(PROGRAM).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    for shell in ["bash", "zsh", "fish"] {
        let there = Command::new(shell).arg("--version").output().is_ok();
        if !there {
            assert_ne!(shell, "bash");
            eprintln!("{shell} is not installed: its script was not run");
            continue;
        }
        let output = Command::new("bash")
            .args(["tests/shells/complete", shell])
            .env("PATH", &path)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{shell}: {}\n{said}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}
