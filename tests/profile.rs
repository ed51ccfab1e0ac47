//! Profiles as files: found, written whole, edited in place; résumés of every kind, and what their names are.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::Value;
use tpm_path::catalog::{Catalog, Date};
use tpm_path::profile::{self, resume};
use tpm_path::query::{Names, Why, imported, person};

fn catalog() -> Catalog {
    Catalog::builtin()
}

fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

fn program(arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tpm-path"));
    program
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("TPM_PATH_PROFILE")
        .env_remove("XDG_CONFIG_HOME")
        .env("HOME", "none")
        .env("SOURCE_DATE_EPOCH", "1795219200");
    program
}

fn run(arguments: &[&str], environment: &[(&str, &Path)]) -> Output {
    let mut program = program(arguments);
    program.envs(environment.iter().copied()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_profile_is_where_the_environment_says() {
    let home = folder("home");
    let path = |environment: &[(&str, &Path)]| {
        stdout(&run(&["profile", "path", "--format", "plain"], environment)).trim().to_owned()
    };
    let usual = home.join(".config/tpm-path/profile.toml");
    assert_eq!(path(&[("HOME", &home)]), usual.display().to_string());
    let configured = home.join("tpm-path/profile.toml");
    assert_eq!(path(&[("XDG_CONFIG_HOME", &home)]), configured.display().to_string());
    let named: [(&str, &Path); 2] =
        [("TPM_PATH_PROFILE", Path::new("mine.toml")), ("XDG_CONFIG_HOME", &home)];
    assert_eq!(path(&named), "mine.toml");
    let relative: [(&str, &Path); 2] = [("XDG_CONFIG_HOME", Path::new("x")), ("HOME", &home)];
    assert_eq!(path(&relative), usual.display().to_string());
}

#[test]
fn a_new_profile_makes_its_folder_and_is_used_from_then_on() {
    let home = folder("new");
    let environment: [(&str, &Path); 1] = [("HOME", &home)];
    let output = run(&["profile", "init", "--years", "4"], &environment);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let answer = stdout(&run(&["roadmap", "--format", "json"], &environment));
    let value: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(value["from_profile"], serde_json::json!(["years"]));
    assert_eq!(value["data"]["years"], 4);
    let without = stdout(&run(&["roadmap", "--no-profile"], &environment));
    assert!(without.starts_with("The road from year 0"), "{without}");
    let path = home.join(".config/tpm-path/profile.toml");
    fs::write(&path, "years = nonsense").unwrap();
    let warned = run(&["roadmap", "--quiet"], &environment);
    assert_eq!(warned.status.code(), Some(0));
    let warning = String::from_utf8(warned.stderr.clone()).unwrap();
    assert!(warning.starts_with("warning: ") && warning.contains("profile.toml:1:"), "{warning}");
    assert_eq!(
        stdout(&warned),
        stdout(&run(&["roadmap", "--quiet", "--no-profile"], &environment))
    );
}

#[test]
fn a_resume_from_standard_input_becomes_a_profile_whose_years_go_on() {
    let home = folder("stdin");
    let mut child = program(&["profile", "import", "-", "--quiet"])
        .env("HOME", &home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let resume = fs::read("tests/fixtures/resumes/developer.json").unwrap();
    child.stdin.take().unwrap().write_all(&resume).unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    let years = |seconds: &str| {
        let environment: [(&str, &Path); 2] =
            [("HOME", &home), ("SOURCE_DATE_EPOCH", Path::new(seconds))];
        let shown = stdout(&run(&["profile", "show", "--format", "json"], &environment));
        let value: Value = serde_json::from_str(&shown).unwrap();
        value["data"]["you"][0]["worked"].as_f64().unwrap()
    };
    assert_eq!(years("1795219200"), 12.8);
    assert_eq!(years("1826755200"), 13.8);
}

#[test]
fn the_profile_in_the_readme_is_one() {
    let readme = fs::read_to_string("README.md").unwrap();
    let text = readme.split("```toml\n").find(|part| part.contains("[[jobs]]")).unwrap();
    let text = text.split("```").next().unwrap();
    let uncommented = text.replace("# years = 4", "years = 4");
    for text in [text, &uncommented] {
        let person = person(&catalog(), &profile::read(text).unwrap(), today()).map(|_| ());
        assert_eq!(person, Ok(()));
    }
}

#[test]
fn what_stood_there_stays_where_the_new_file_cannot_be_read() {
    let home = folder("kept");
    let file = home.join("profile.toml");
    fs::write(&file, "years = 4\n").unwrap();
    let name = file.display().to_string();
    let broken = "tests/fixtures/resumes/broken.json";
    for arguments in [
        &["profile", "import", broken, "--profile", &name, "--force"][..],
        &["profile", "init", "--skill", "nonsense", "--profile", &name, "--force"],
        &["profile", "init", "--years", "5", "--profile", &name],
        &["profile", "add", "skill", "nonsense", "--profile", &name],
    ] {
        assert_ne!(run(arguments, &[]).status.code(), Some(0), "{arguments:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "years = 4\n");
    }
}

#[test]
fn certificates_are_placed_by_exact_names_and_never_at_another_level() {
    let catalog = catalog();
    let names = Names::of(&catalog);
    for (given, expected) in [
        ("PMP®", Some("pmp")),
        ("pmp", Some("pmp")),
        ("Project Management Professional (PMP)", Some("pmp")),
        ("PMI Project Management Professional (PMP)®", Some("pmp")),
        ("PMP, Project Management Institute, 2021", Some("pmp")),
        ("PMP Certification", Some("pmp")),
        ("Certified ScrumMaster (CSM)", Some("csm")),
        ("Certified Scrum Master®", Some("csm")),
        ("AWS Certified Solutions Architect – Associate", Some("aws-solutions-architect")),
        ("Microsoft Certified: Azure Fundamentals", Some("azure-fundamentals")),
        ("Professional Scrum Master™ II (PSM II)", Some("psm-ii")),
        ("AWS Certified Solutions Architect – Professional", None),
        ("AWS Solutions Architect Professional", None),
        ("AWS Certified Solutions Architect (Professional)", None),
        ("PMP exam prep course", None),
        ("PMP (in progress)", None),
        ("PMP, CSM", None),
        ("Certified Scrum Product Owner", None),
        ("P", None),
        ("", None),
    ] {
        let placed = names.certification(given).map(|found| found.id.as_str());
        assert_eq!(placed, expected, "{given}");
    }
}

#[test]
fn skills_and_titles_are_placed_by_exact_names() {
    let catalog = catalog();
    let names = Names::of(&catalog);
    for (given, expected) in [
        ("C", Some("c")),
        ("C++", Some("cpp")),
        ("JIRA", Some("jira")),
        ("Amazon Web Services (AWS)", Some("aws")),
        ("CI/CD", Some("ci-cd")),
        ("Agil", None),
        ("Ris", None),
        ("C++ / C#", None),
        ("", None),
    ] {
        assert_eq!(names.skill(given).map(|found| found.id.as_str()), expected, "{given}");
    }
    let role = |given: &str| {
        let placed = names.title(given)?;
        Some((placed.found.role.id.as_str().to_owned(), placed.dropped))
    };
    let senior = Some(("qa-engineer".to_owned(), Some("Senior".to_owned())));
    assert_eq!(role("Senior QA Engineer"), senior);
    assert_eq!(role("QA Engineer"), Some(("qa-engineer".to_owned(), None)));
    assert_eq!(role("Sr. PM").map(|(id, _)| id).as_deref(), Some("project-manager"));
    for nothing in ["QA Eng", "Chief QA Engineer", "Senior", "", "Senior Senior QA Engineer"] {
        assert_eq!(role(nothing), None, "{nothing}");
    }
}

#[test]
fn what_does_not_fit_is_told_with_its_place() {
    let catalog = catalog();
    let why = |text: &str| {
        let misfit = person(&catalog, &profile::read(text).unwrap(), today()).unwrap_err();
        (text[misfit.span].to_owned(), misfit.why)
    };
    assert_eq!(why("years = 61"), ("61".to_owned(), Why::Years));
    assert_eq!(why("years = nan"), ("nan".to_owned(), Why::Years));
    assert_eq!(why("pay = 95"), ("95".to_owned(), Why::Pay));
    assert_eq!(
        why("[[jobs]]\nstart = '2019-13'"),
        ("'2019-13'".into(), Why::Date("2019-13".into()))
    );
    assert_eq!(why("education = 'PhD'"), ("'PhD'".into(), Why::Education("PhD".into())));
    assert!(matches!(why("track = 'x'"), (_, Why::Name(_))));
    let kept = profile::read("[[skills]]\nid = 'Go-Kart'\n[[certifications]]\nid = 'X'").unwrap();
    let person = person(&catalog, &kept, today()).unwrap();
    assert!(person.skills[0].skill.known.is_none());
    assert!(person.certifications[0].certification.known.is_none());
}

#[test]
fn reading_takes_time_that_grows_with_length() {
    let catalog = catalog();
    let entry = r#"{"position":"Senior QA Engineer","startDate":"June 2014","endDate":"2015"},"#;
    let skill = r#"{"name":"Jira (x) - y","keywords":["a, b","PMP","Amazon Web Services (AWS)"]},"#;
    let time = |times: usize| {
        let json = format!(
            r#"{{"work":[{}null],"skills":[{}null],"certificates":[{}null]}}"#,
            entry.repeat(times),
            skill.repeat(times),
            skill.repeat(times)
        );
        let start = Instant::now();
        let read = resume::read(json.as_bytes()).unwrap();
        assert_eq!(imported(&catalog, &read, today()).jobs.len(), times);
        start.elapsed()
    };
    let (short, long) = (time(1_000), time(8_000));
    assert!(long < short * 40 + Duration::from_millis(500), "{short:?} {long:?}");
}

proptest! {
    #[test]
    fn any_resume_gives_a_profile_that_is_read_again(
        title in ".{0,12}", skill in ".{0,12}", held in ".{0,12}", start in ".{0,12}",
    ) {
        let json = serde_json::json!({
            "work": [{"position": title, "startDate": start}, {"position": title, "startDate": "2019"}],
            "skills": [skill, {"name": title, "keywords": [held]}],
            "certificates": [{"name": held, "date": start}],
        });
        thread_local! { static CATALOG: Catalog = catalog(); }
        CATALOG.with(|catalog| {
            let read = resume::read(json.to_string().as_bytes()).unwrap();
            let found = imported(catalog, &read, today());
            let text = found.draft().text();
            prop_assert!(text.chars().all(|sign| sign == '\n' || !sign.is_control()), "{:?}", text);
            let profile = profile::read(&text).unwrap();
            let person = person(catalog, &profile, today());
            prop_assert!(person.is_ok(), "{:?}", text);
            let person = person.unwrap();
            prop_assert_eq!(person.worked, found.years);
            prop_assert_eq!(person.years, found.career_years);
            prop_assert_eq!(person.skills.len(), profile.skills.len());
            Ok(())
        })?;
    }
}
