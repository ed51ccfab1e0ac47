//! Every text of a dataset, a profile, a résumé and a posting, replaced by what is meant to do harm; then every report in
//! every format.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

mod hostile;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hostile::{ACTS, BEGINNINGS, OURS, REPORTS, WITHIN};
use serde_json::{Value, json};
use tpm_path::catalog::is_printable;

use program::run;

/// Puts another text in the place of each one, the same for the same.
struct Replacing<'a> {
    beginning: &'a str,
    known: BTreeMap<String, String>,
}

impl Replacing<'_> {
    fn text(&mut self, text: &str) -> String {
        if is_code(text) {
            return text.to_owned();
        }
        let number = self.known.len();
        let new = || format!("{}{WITHIN}{number}", self.beginning);
        self.known.entry(text.to_owned()).or_insert_with(new).clone()
    }

    fn value(&mut self, value: &mut toml::Value) {
        match value {
            toml::Value::String(text) => *text = self.text(text),
            toml::Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            toml::Value::Table(table) => table.iter_mut().for_each(|(_, item)| self.value(item)),
            _ => (),
        }
    }
}

/// Whether a string is an id, a reference, a date, a code or a number, and no text.
fn is_code(text: &str) -> bool {
    let small =
        |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-.,[]>".contains(sign);
    let first = text.starts_with(|sign: char| {
        sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '>'
    });
    let capitals = text.len() <= 3 && text.chars().all(|sign| sign.is_ascii_uppercase());
    let mark = text.starts_with(">=") || !text.contains(char::is_alphanumeric);
    first && text.chars().all(small) || capitals || mark
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes a dataset anew, with other texts.
fn replaced(from: &Path, to: &Path, replacing: &mut Replacing<'_>) {
    fs::create_dir_all(to).unwrap();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let new = to.join(path.file_name().unwrap());
        if path.is_dir() {
            replaced(&path, &new, replacing);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            let mut table: toml::Value =
                toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            replacing.value(&mut table);
            fs::write(new, toml::to_string(&table).unwrap()).unwrap();
        }
    }
}

fn answer(report: &[&str], more: &[&str]) -> String {
    let output = run(&[report, more].concat());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{report:?} {more:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Looks at a report in every format.
fn look(report: &[&str]) {
    for (format, width) in [("table", "100"), ("table", "40"), ("plain", "80"), ("jsonl", "80")] {
        let text = answer(report, &["--format", format, "--width", width]);
        is_inert(&text, report);
    }
    let painted = answer(report, &["--color", "always"]);
    is_inert(&unpainted(&painted), report);
    is_safe_in_a_spreadsheet(&answer(report, &["--format", "csv"]), report);
    is_text_in_markdown(&answer(report, &["--format", "md"]), report);
    let json = answer(report, &["--format", "json"]);
    is_inert(&json, report);
    is_whole(&serde_json::from_str(&json).unwrap(), report);
}

fn is_inert(text: &str, report: &[&str]) {
    let acts = text.chars().find(|sign| *sign != '\n' && !is_printable(*sign));
    assert_eq!(acts, None, "{report:?}: {text}");
}

/// Without our own colours, which are the only ones.
fn unpainted(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|sign: char| !sign.is_ascii_digit() && sign != ';').unwrap();
        assert!(part[end..].starts_with('m'), "{part:?}");
        bare.push_str(&part[end + 1..]);
    }
    bare
}

fn is_safe_in_a_spreadsheet(text: &str, report: &[&str]) {
    is_inert(text, report);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            let seen =
                cell.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{200b}');
            let formula = seen.starts_with(['=', '+', '-', '@', '＝']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{report:?}: {cell:?}");
        }
    }
}

fn is_text_in_markdown(text: &str, report: &[&str]) {
    is_inert(text, report);
    let mut width = None;
    for line in text.lines() {
        // What is escaped means nothing.
        let mut bare = String::new();
        let mut signs = line.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => drop(signs.next()),
                sign => bare.push(sign),
            }
        }
        for active in ["<", "`", "](", "]:", "~~", "&lt;", "&#60;", "_l_"] {
            assert!(!bare.contains(active), "{report:?}: {active} in {line}");
        }
        let starred =
            bare.strip_prefix("**").and_then(|bare| bare.strip_suffix("**")).unwrap_or(&bare);
        let starred = starred
            .strip_prefix("- **")
            .map_or(starred.to_owned(), |bare| bare.replacen(":**", ":", 1));
        assert!(!starred.contains('*'), "{report:?}: {line}");
        let item = line.strip_prefix("- ").unwrap_or(line);
        assert!(
            item == line || !item.trim_start().starts_with(['#', '>', '+', '-']),
            "{report:?}: {line}"
        );
        match line.starts_with('|') {
            true => {
                let bars = bare.matches('|').count();
                assert_eq!(*width.get_or_insert(bars), bars, "{report:?}: {line}");
            }
            false => width = None,
        }
    }
}

/// Wherever a text of ours ends, all of it stands before.
fn is_whole(value: &Value, report: &[&str]) {
    match value {
        Value::String(text) => {
            let (ends, wholes) = (text.matches('§').count(), text.matches(WITHIN).count());
            assert_eq!(ends, wholes, "{report:?}: {text}");
        }
        Value::Array(items) => items.iter().for_each(|item| is_whole(item, report)),
        Value::Object(fields) => fields.values().for_each(|item| is_whole(item, report)),
        _ => (),
    }
}

/// Reports on the dataset whose texts these are, without those that ask by a text.
fn reports() -> impl Iterator<Item = &'static &'static [&'static str]> {
    REPORTS.iter().filter(|report| {
        !report
            .iter()
            .any(|word| word.contains('|') || word.contains("fixtures/") || *word == "keeps")
    })
}

/// Asks with each beginning, by its number, two at a time.
fn each_beginning(ask: impl Fn(usize, &str) + Sync) {
    std::thread::scope(|threads| {
        for half in [0, 1] {
            let ask = &ask;
            threads.spawn(move || {
                let numbered = BEGINNINGS.iter().enumerate();
                numbered
                    .filter(|(number, _)| number % 2 == half)
                    .for_each(|(number, beginning)| ask(number, beginning));
            });
        }
    });
}

#[test]
fn no_text_of_a_dataset_does_anything_to_its_reader() {
    each_beginning(|number, beginning| {
        let folder = folder(&format!("injected-{number}"));
        let mut replacing = Replacing { beginning, known: BTreeMap::new() };
        let layers = ["tiny", "hostile"].map(|layer| {
            let from = root().join("tests/fixtures").join(layer);
            replaced(&from, &folder.join(layer), &mut replacing);
            folder.join(layer).display().to_string()
        });
        assert!(replacing.known.len() > 100, "{}", replacing.known.len());
        let layered = ["--dataset", &layers[0], "--dataset", &layers[1]];
        // Every beginning meets every report, each report several formats, in turn.
        for report in reports().skip(number % 4).step_by(4) {
            look(&[*report, &layered[..]].concat());
        }
    });
}

/// Our dataset has a text in every field that there is.
#[test]
fn no_text_of_our_dataset_would_do_anything_to_its_reader() {
    each_beginning(|number, beginning| {
        let folder = folder(&format!("injected-ours-{number}"));
        let mut replacing = Replacing { beginning, known: BTreeMap::new() };
        replaced(&root().join("data"), &folder, &mut replacing);
        assert!(replacing.known.len() > 2000, "{}", replacing.known.len());
        let ours = ["--dataset", &folder.display().to_string()];
        for report in OURS.iter().skip(number % 5).step_by(5) {
            look(&[*report, &ours[..]].concat());
        }
    });
}

#[test]
fn a_dataset_that_holds_what_a_terminal_acts_on_is_refused_and_shown_without_it() {
    let folder = folder("injected-acts");
    for acts in ACTS {
        let text = format!("name{acts}x");
        let fact = json!({"facts": [{"id": "x", "topic": "weather", "text": text, "sources": ["almanac"]}]});
        fs::write(folder.join("x.toml"), toml::to_string(&fact).unwrap()).unwrap();
        let path = folder.display().to_string();
        let output = run(&["guide", "--dataset", "tests/fixtures/tiny", "--dataset", &path]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{acts:?}: {said}");
        assert!(said.starts_with("error[control-character]: this text holds"), "{acts:?}: {said}");
        is_inert(&said, &[acts]);
    }
}

/// What somebody's own files may hold: everything.
fn all(number: usize) -> String {
    let beginning = BEGINNINGS[number % BEGINNINGS.len()];
    format!("{beginning}{}{WITHIN}{}", ACTS[number % ACTS.len()], ACTS.concat())
}

#[test]
fn no_text_of_a_profile_or_resume_does_anything_to_its_reader() {
    let folder = folder("injected-profile");
    let path = folder.join("profile.toml").display().to_string();
    let resume = folder.join("resume.json").display().to_string();
    for number in 0..BEGINNINGS.len() {
        let text = all(number);
        let profile = json!({
            "title": text, "years": 3, "notes": text,
            "jobs": [{"title": text, "start": "2020"}],
            "skills": [{"id": text, "evidence": text}, {"id": "jira", "evidence": text}],
            "certifications": [{"id": text}, {"id": "pmp", "earned": "2024"}],
        });
        fs::write(&path, toml::to_string(&profile).unwrap()).unwrap();
        const READERS: [&[&str]; 5] =
            [&["profile", "show"], &["roadmap"], &["gap"], &["routes"], &["certs", "--eligible"]];
        let report = READERS[number % READERS.len()];
        inert_in_all(&[report, &["--profile", &path]].concat(), number);
        let found = json!({
            "basics": {"name": text, "label": text, "summary": text, "location": {"city": text, "region": text, "countryCode": text}},
            "work": [{"position": text, "name": text, "startDate": text, "endDate": text}, {"position": "Project Manager", "startDate": "2019"}],
            "skills": [text, {"name": text, "level": text, "keywords": [text, text]}],
            "certificates": [{"name": text, "date": text, "issuer": text}],
            "education": [{"studyType": text, "area": text, "endDate": text}],
            text.as_str(): text, format!("work{text}"): text,
        });
        fs::write(&resume, found.to_string()).unwrap();
        inert_in_all(&["profile", "import", &resume, "--profile", "/dev/null", "--force"], number);
    }
}

/// The same, of texts that are shown without what acts on a reader; how they begin matters to two formats alone.
fn inert_in_all(report: &[&str], number: usize) {
    for format in ["table", "plain", "jsonl", "json"].iter().filter(|_| number.is_multiple_of(7)) {
        is_inert(&answer(report, &["--format", format]), report);
    }
    is_safe_in_a_spreadsheet(&answer(report, &["--format", "csv"]), report);
    is_text_in_markdown(&answer(report, &["--format", "md"]), report);
}

#[test]
fn no_text_of_a_posting_does_anything_to_its_reader() {
    let folder = folder("injected-posting");
    for (number, beginning) in BEGINNINGS.iter().enumerate() {
        let text = all(number);
        let posting = folder.join(format!("{number}<b>|.txt")).display().to_string();
        let lines = format!(
            "Title: {beginning}Senior{text} Project Manager\n{text}\nRequirements:\n- 5+ years of {text} experience\n- {beginning}PMP {text} required, jira{text}\n$120{text},000 a year\n"
        );
        fs::write(&posting, lines).unwrap();
        inert_in_all(&["match", &posting, "--have", "jira"], number);
        let stream = folder.join("stream.jsonl").display().to_string();
        fs::write(&stream, format!("{}\n", json!({"id": text, "text": text}))).unwrap();
        is_inert(&answer(&["match", "--jsonl", &stream], &[]), &[&stream]);
    }
}

#[test]
fn no_word_of_a_command_line_does_anything_to_its_reader() {
    // Each text holds all that acts; only how it begins differs.
    for number in 0..3 {
        let text = all(number).replace('\0', "");
        for question in [
            &["levels", &text][..],
            &["skills", &text],
            &["salary", "--area", &text],
            &["salary", "--of", &text],
            &["compare", &text, "mid"],
            &["levels", "--columns", &text],
            &["levels", "--sheet", &text],
            &["levels", "--sort", &text],
            &["levels", "--dataset", &text],
            &["match", &text],
            &["roadmap", "--profile", &text],
            &[&text],
        ] {
            let output = run(question);
            assert!(matches!(output.status.code(), Some(2 | 3)), "{question:?}");
            assert!(output.stdout.is_empty());
            is_inert(&String::from_utf8(output.stderr).unwrap(), question);
        }
        is_inert(&answer(&["find", "--", &text], &[]), &[&text]);
    }
}
