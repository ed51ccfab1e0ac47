//! Datasets of one's own: written, checked, compared, exported, and asked everything that ours is asked.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tpm_path::catalog::Catalog;
use tpm_path::dataset::schema::{SCHEMAS, directive};
use tpm_path::dataset::{Layer, load};
use tpm_path::query::PostingReader;
use tpm_path::render::Format;

use program::run;

/// An invented ladder of another job.
const OTHER: &str = "tests/fixtures/another-career";

/// Questions that any small dataset answers; `{level}` and the like stand for names of it.
const QUESTIONS: &[&[&str]] = &[
    &[],
    &["levels"],
    &["levels", "{level}"],
    &["levels", "--chart"],
    &["salary"],
    &["salary", "--percentile", "60"],
    &["salary", "--of", "33000"],
    &["salary", "--level", "{level}"],
    &["salary", "--vintage", "all"],
    &["salary", "--occupation", "all", "--chart"],
    &["roadmap"],
    &["roadmap", "--years", "4"],
    &["skills"],
    &["skills", "{skill}"],
    &["skills", "--level", "{level}"],
    &["certs"],
    &["certs", "{cert}"],
    &["certs", "--eligible", "--years", "3"],
    &["gap"],
    &["gap", "--years", "2", "--have", "{skill}"],
    &["routes"],
    &["routes", "--from", "{role}"],
    &["compare", "{level}", "{other-level}"],
    &["guide"],
    &["guide", "getting-in"],
    &["find", "{level}"],
    &["find", "xyzzy"],
    &["sources"],
    &["sources", "{source}"],
    &["conflicts"],
    &["match", "tests/fixtures/postings/recipe.txt"],
    &["match", "tests/fixtures/postings/coordinator.html"],
    &["profile", "init", "--years", "3", "--skill", "{skill}", "--profile", "/dev/null", "--force"],
    &[
        "profile",
        "import",
        "tests/fixtures/resumes/qa-engineer.json",
        "--profile",
        "/dev/null",
        "--force",
    ],
    &["dataset", "check"],
    &["dataset", "schema"],
    &["dataset", "diff", "tests/fixtures/tiny", "tests/fixtures/layer"],
];

/// Questions that a dataset without places and projections has no answer to, each with what is said.
const UNANSWERED: &[(&[&str], &str)] = &[
    (&["places"], "the dataset has no place"),
    (&["salary", "--area", "seattle"], "the dataset has no place"),
    (&["salary", "--industry", "information"], "the dataset has no industry"),
    (&["outlook"], "the dataset holds no projections"),
    (&["conflicts", "xyzzy"], "unknown conflict"),
];

fn answer(arguments: &[&str]) -> String {
    let output = run(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), &*complaint), (Some(0), ""), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(&[arguments, &["--format", "json"]].concat())).unwrap()
}

fn written(kind: &[&str]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let dataset = folder.path().join("mine").to_str().unwrap().to_owned();
    answer(&[&["dataset", "init", &dataset], kind].concat());
    (folder, dataset)
}

fn asked_of(dataset: &str, names: &[(&str, &str)]) {
    let named = |word: &&'static str| -> String {
        let name = names.iter().find(|(key, _)| *word == format!("{{{key}}}"));
        name.map_or_else(|| (*word).to_owned(), |(_, name)| (*name).to_owned())
    };
    for question in QUESTIONS {
        let words: Vec<String> = question.iter().map(named).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for (format, _) in Format::ALL {
            let asked = [&words[..], &["--dataset", dataset, "--format", format]].concat();
            let said = answer(&asked);
            assert!(format == "jsonl" || !said.lines().next().unwrap().is_empty(), "{asked:?}");
            for ours in ["TPM", "Technical Project", "O*NET", "BLS", "OEWS", "11-9199"] {
                assert!(!said.contains(ours), "{asked:?} speaks of {ours}: {said}");
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let [stream, export, profile] =
        ["stream.jsonl", "export", "profile.toml"].map(|name| folder.path().join(name));
    fs::write(&stream, "{\"id\": 1, \"text\": \"Baker\\n\\n3 years of experience\"}\n").unwrap();
    let [stream, export, profile] = [&stream, &export, &profile].map(|path| path.to_str().unwrap());
    let (skill, cert) = (named(&"{skill}"), named(&"{cert}"));
    for asked in [
        &["match", "--jsonl", stream][..],
        &["dataset", "export", export],
        &["profile", "init", "--years", "2", "--profile", profile],
        &["profile", "add", "skill", &skill, "--profile", profile],
        &["profile", "add", "cert", &cert, "--profile", profile],
        &["profile", "show", "--profile", profile],
        &["profile", "remove", "cert", &cert, "--profile", profile],
        &["gap", "--profile", profile],
        &["man", "levels"],
        &["completions", "bash"],
    ] {
        assert!(!answer(&[asked, &["--dataset", dataset]].concat()).is_empty(), "{asked:?}");
    }
    for (question, complaint) in UNANSWERED {
        let output = run(&[question, &["--dataset", dataset][..]].concat());
        assert_eq!(output.status.code(), Some(2), "{question:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(complaint) && said.contains("hint: "), "{question:?}: {said}");
    }
}

#[test]
fn another_career_is_asked_everything_and_nothing_speaks_of_ours() {
    asked_of(
        OTHER,
        &[
            ("level", "journeyman"),
            ("other-level", "master"),
            ("skill", "kneading"),
            ("cert", "rye-letter"),
            ("role", "kitchen-help"),
            ("source", "guild"),
        ],
    );
}

#[test]
fn the_small_dataset_is_right_and_answers_everything() {
    let (_folder, dataset) = written(&["--minimal"]);
    assert!(answer(&["dataset", "check", &dataset]).contains("nothing wrong"));
    asked_of(
        &dataset,
        &[
            ("level", "junior"),
            ("other-level", "senior"),
            ("skill", "first-skill"),
            ("cert", "first-certificate"),
            ("role", "example-worker"),
            ("source", "example"),
        ],
    );
}

#[test]
fn a_copy_of_our_dataset_differs_from_it_in_nothing() {
    let (_folder, dataset) = written(&[]);
    assert!(answer(&["dataset", "check", &dataset]).contains("nothing wrong"));
    let said = answer(&["dataset", "diff", "builtin", &dataset, "--check"]);
    assert!(said.contains("nothing differs"), "{said}");
    // What the build stores is made anew for a folder: the index, and the phrases of postings.
    let posting = "tests/fixtures/postings/senior-tpm.txt";
    for asked in [&["levels"][..], &["find", "pmp"], &["sources"], &["match", posting]] {
        assert_eq!(answer(&[asked, &["--dataset", &dataset]].concat()), answer(asked));
    }
}

#[test]
fn every_file_leads_to_the_schema_beside_it() {
    let (_folder, dataset) = written(&[]);
    for root in
        [Path::new(&dataset), Path::new("data"), Path::new("templates/minimal"), Path::new(OTHER)]
    {
        for path in toml_files(root) {
            let text = fs::read_to_string(&path).unwrap();
            let line = text.lines().next().unwrap();
            let schema = line.strip_prefix("#:schema ").unwrap();
            let schema = path.parent().unwrap().join(schema);
            let known: Value = serde_json::from_str(&fs::read_to_string(&schema).unwrap()).unwrap();
            assert_eq!(known["additionalProperties"], false, "{}", schema.display());
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            let expected = directive(&name, "schema").rsplit('/').next().unwrap().to_owned();
            assert!(line.ends_with(&expected), "{}: {line}", path.display());
        }
    }
    for schema in SCHEMAS {
        let beside = Path::new(&dataset).join("schema").join(format!("{}.json", schema.name));
        assert_eq!(fs::read_to_string(beside).unwrap(), schema.text);
        assert_eq!(answer(&["dataset", "schema", schema.name]), schema.text);
    }
}

fn toml_files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    assert!(!found.is_empty() || root.ends_with("schema"), "{}", root.display());
    found
}

#[test]
fn what_is_there_is_never_written_over() {
    let (_folder, dataset) = written(&["--minimal"]);
    fs::write(Path::new(&dataset).join("levels.toml"), "mine").unwrap();
    for command in ["init", "export"] {
        let output = run(&["dataset", command, &dataset]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("is there already"));
    }
    assert_eq!(fs::read_to_string(Path::new(&dataset).join("levels.toml")).unwrap(), "mine");
    // An empty folder is filled; nothing is left beside it.
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    answer(&["dataset", "init", "--minimal", empty.to_str().unwrap()]);
    assert!(empty.join("wages/1000.toml").is_file());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let nowhere = folder.path().join("no/where");
    assert_eq!(run(&["dataset", "init", nowhere.to_str().unwrap()]).status.code(), Some(4));
}

/// One fault each in several files, and one file that is no TOML: nothing hides anything else.
#[test]
fn one_run_tells_every_fault_and_no_consequence() {
    let (_folder, dataset) = written(&["--minimal"]);
    let change = |file: &str, from: &str, to: &str| {
        let path = Path::new(&dataset).join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    change("levels.toml", "title = \"Junior\"", "titel = \"Junior\"");
    change("levels.toml", "percentiles = { from = 50", "percentiles = { from = \"50\"");
    change("skills.toml", "kind = \"skill\"", "kind = \"skil\"");
    change("facts.toml", "topic = \"getting-in\"", "topic = \"geting-in\"");
    change("sources.toml", "licence", "license");
    change("phases.toml", "title = \"Teach\"", "title = \"Teach");
    change(
        "certifications.toml",
        "{ text = \"Example Board\", sources = [\"example\"] }",
        "\"Example Board\"",
    );
    change("roles.toml", "title = ", "Title = ");
    let more =
        "\n[[facts]]\nid = \"odd\"\ntopic = 7\nsources = \"example\"\n\n[[topic]]\nid = \"more\"\n";
    let facts = Path::new(&dataset).join("facts.toml");
    fs::write(&facts, fs::read_to_string(&facts).unwrap() + more).unwrap();
    let output = run(&["dataset", "check", &dataset, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = BTreeSet::new();
    for finding in value["data"]["findings"].as_array().unwrap() {
        let file = finding["file"].as_str().unwrap().rsplit('/').next().unwrap();
        assert!(finding["line"].as_u64() > Some(1), "{finding}");
        assert!(!finding["excerpt"].as_str().unwrap().is_empty());
        found.insert((file.to_owned(), finding["hint"].as_str().unwrap().to_owned()));
    }
    let expected = [
        ("certifications.toml", "write a table in braces, { … }, as docs/dataset.md shows"),
        ("facts.toml", "add text = …, as docs/dataset.md shows"),
        ("facts.toml", "did you mean `getting-in`?"),
        ("facts.toml", "did you mean `topics`?"),
        ("facts.toml", "write a list in brackets: [\"…\"]"),
        ("facts.toml", "write text in quotation marks"),
        ("roles.toml", "did you mean `title`?"),
        ("levels.toml", "did you mean `title`?"),
        ("levels.toml", "write a number"),
        ("phases.toml", "end the text with a quotation mark, on the same line"),
        ("skills.toml", "did you mean `skill`?"),
        ("sources.toml", "add licence = \"…\"; \"not stated\" where it states none"),
        ("sources.toml", "did you mean `licence`?"),
    ];
    let expected = expected.map(|(file, hint)| (file.to_owned(), hint.to_owned()));
    assert_eq!(found, BTreeSet::from(expected));
}

/// A level and a phase that are left out for what is wrong in them break no span, and nothing that refers to them; spans further
/// on in the same file have to meet as ever.
#[test]
fn what_is_left_out_is_missed_by_nothing() {
    let (_folder, dataset) = written(&[]);
    for noun in ["levels", "phases"] {
        let path = Path::new(&dataset).join(format!("{noun}.toml"));
        let text = fs::read_to_string(&path).unwrap();
        let (before, first) = text.split_once(&format!("[[{noun}]]")).unwrap();
        let first = first.replacen("\ntitle = ", "\ntitel = ", 1);
        let first = first.replacen("years = { from = 12 }", "years = { from = 14 }", 1);
        fs::write(path, format!("{before}[[{noun}]]{first}")).unwrap();
    }
    let output = run(&["dataset", "check", &dataset, "--format", "json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = value["data"]["findings"].as_array().unwrap();
    let rules: Vec<_> = findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["unknown-key", "broken-span", "unknown-key"]);
}

#[test]
fn a_layer_is_told_to_override_what_it_overrides() {
    let layers = ["--dataset", "tests/fixtures/tiny", "--dataset", "tests/fixtures/layer"];
    let value = json(&[&["dataset", "check"][..], &layers].concat());
    let overrides = value["data"]["overrides"].as_array().unwrap();
    let level = overrides.iter().find(|found| found["noun"] == "levels").unwrap();
    assert_eq!(level["id"], "helper");
    for (file, line) in [("old_file", "old_line"), ("new_file", "new_line")] {
        let text = fs::read_to_string(level[file].as_str().unwrap()).unwrap();
        let line = usize::try_from(level[line].as_u64().unwrap()).unwrap();
        assert!(text.lines().nth(line - 1).unwrap().contains("helper"));
    }
}

/// Few signs are told apart when words are looked for, and many are not: spellings are found either way.
#[test]
fn spellings_may_begin_with_any_sign() {
    for signs in ["(", "(#", "(#/&", "!#$%&'()*+,./:;=?@^_`{|}~"] {
        let folder = tempfile::tempdir().unwrap();
        let spellings: Vec<String> = signs.chars().map(|sign| format!("\"{sign}zeta\"")).collect();
        let term = format!(
            "[[terms]]\nkind = \"technology\"\nid = \"zeta\"\ntitle = \"Zeta\"\nspellings = [{}]\n",
            spellings.join(", ")
        );
        fs::write(folder.path().join("postings.toml"), term).unwrap();
        let layers = [Layer::Builtin, Layer::Directory(folder.path().into())];
        let catalog = Catalog::assemble(load(&layers).unwrap()).unwrap();
        let read = PostingReader::new(&catalog);
        for sign in signs.chars() {
            let posting = format!("Manager\n\nRequirements:\nYou know a {sign}zeta well\n");
            let named =
                read.read_text(&posting).terms.iter().any(|posted| posted.term.id == "zeta");
            assert!(named, "{sign} of {signs}");
        }
    }
}

/// Which rows a later layer's take the place of is said for reading and for exporting.
#[test]
fn rows_are_exported_as_they_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let later = folder.path().join("later");
    fs::create_dir(&later).unwrap();
    fs::write(
        later.join("x.toml"),
        r#"
            [related]
            sources = ["census"]
            rows = [["keepers-of-lights", "rowers", 1, "Near"]]

            [technology]
            sources = ["census"]
            rows = [["oil", "Seal oil", "keepers-of-lights", "Lamp fuels"]]
        "#,
    )
    .unwrap();
    let paths = ["tests/fixtures/tiny", "tests/fixtures/layer", later.to_str().unwrap()];
    let raw = load(&paths.map(|path| Layer::Directory(path.into()))).unwrap();
    let export = folder.path().join("export");
    let layers: Vec<&str> = paths.iter().flat_map(|path| ["--dataset", path]).collect();
    answer(&[&["dataset", "export", export.to_str().unwrap()][..], &layers].concat());
    for (noun, read) in [
        ("related", raw.related.iter().map(|block| block.entry.rows.len()).sum::<usize>()),
        ("technology", raw.technology.iter().map(|block| block.entry.rows.len()).sum()),
        ("survey", raw.survey.iter().map(|block| block.entry.rows.len()).sum()),
    ] {
        let text = fs::read_to_string(export.join(format!("{noun}.csv"))).unwrap();
        assert_eq!(csv::Reader::from_reader(text.as_bytes()).records().count(), read, "{noun}");
    }
    for noun in ["related", "technology", "survey"] {
        assert!(raw.overrides.iter().any(|found| found.noun == noun), "{noun}");
    }
}

#[test]
fn a_difference_is_told_figure_by_figure_with_both_sources() {
    let (_folder, dataset) = written(&[]);
    let path = Path::new(&dataset).join("wages/11-9199.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("186300", "187000", 1)).unwrap();
    let path = Path::new(&dataset).join("certifications.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replacen("150 questions, of which 135", "160 questions, of which 145", 1),
    )
    .unwrap();
    let path = Path::new(&dataset).join("tracks-of-mine.toml");
    let track =
        "[[tracks]]\nid = \"x\"\ntitle = \"X\"\nopens = \"senior\"\nsources = [\"monster\"]\n";
    fs::write(path, track).unwrap();
    let value = json(&["dataset", "diff", "builtin", &dataset]);
    let changes = value["data"]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 3, "{changes:#?}");
    assert_eq!(changes[0]["change"], "added");
    assert_eq!(changes[0]["new"][0], "X");
    assert_eq!(changes[1]["field"], "exam[1].text");
    assert_eq!(changes[1]["old_sources"][0], "careeremployer-capm");
    let wage = &changes[2];
    assert_eq!((&wage["id"], &wage["field"]), (&"11-9199 2025".into(), &"p75".into()));
    assert_eq!((&wage["old"][0], &wage["new"][0]), (&186_300.into(), &187_000.into()));
    assert_eq!(wage["old_sources"][0], "bls-oews-2025");
    assert_eq!(run(&["dataset", "diff", "builtin", &dataset, "--check"]).status.code(), Some(1));
    let back = json(&["dataset", "diff", &dataset, "builtin"]);
    assert_eq!(back["data"]["changes"][0]["change"], "removed");
}

#[test]
fn an_export_holds_every_entry_with_keys_that_join() {
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("csv");
    answer(&["dataset", "export", export.to_str().unwrap()]);
    let table = |name: &str| -> (Vec<String>, Vec<Vec<String>>) {
        let mut reader = csv::Reader::from_path(export.join(format!("{name}.csv"))).unwrap();
        let strings = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let header = strings(reader.headers().unwrap());
        (header, reader.records().map(|record| strings(&record.unwrap())).collect())
    };
    let column = |name: &str, column: &str| -> Vec<String> {
        let (header, rows) = table(name);
        let place = header.iter().position(|known| known == column).unwrap();
        rows.into_iter().map(|row| row[place].clone()).collect()
    };
    let levels: Vec<Value> = json(&["levels"])["data"]["levels"].as_array().unwrap().clone();
    assert_eq!(column("levels", "id").len(), levels.len());
    let ids: BTreeSet<String> = column("certifications", "id").into_iter().collect();
    for inside in ["mentions", "ways", "exam", "covers"] {
        let keys = column(&format!("certifications_{inside}"), "certification_id");
        assert!(!keys.is_empty() && keys.iter().all(|key| ids.contains(key)), "{inside}");
    }
    let (header, rows) = table("wages");
    assert_eq!(header[..4], ["occupation", "vintage", "employment", "mean"]);
    let row = rows.iter().find(|row| row[0] == "11-9199" && row[1] == "2025").unwrap();
    assert_eq!(row[7], "186300");
    assert_eq!(row[10], "bls-oews-2025");
    // An invented dataset has the same files and headers.
    let other = folder.path().join("other");
    answer(&["dataset", "export", other.to_str().unwrap(), "--dataset", OTHER]);
    for entry in fs::read_dir(&export).unwrap() {
        let name = entry.unwrap().file_name();
        let first = |folder: &Path| {
            let text = fs::read_to_string(folder.join(&name)).unwrap();
            text.lines().next().unwrap().to_owned()
        };
        assert_eq!(first(&export), first(&other), "{}", name.display());
    }
}
