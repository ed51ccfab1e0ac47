//! What comes in, and what it gets: every row of the tables in `docs/input.md`, made by the shell lines here.
//!
//! `SNAPSHOTS=overwrite` writes the tables anew; read the difference as a user will.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// What is put there, and what it is called; `d/` is a folder of its own.
type Row = (&'static str, &'static str);

/// A table: its name, the command that is asked, its rows.
type Kind = (&'static str, &'static str, &'static [Row]);

const DATASET: Kind = (
    "dataset",
    "tpm-path guide --dataset $TINY --dataset d",
    &[
        ("empty", ": > d/x.toml"),
        ("cut off", "printf '[[facts]]\\nid = \"win' > d/x.toml"),
        ("with a mark before it", "printf '\\357\\273\\277# mine\\n' > d/x.toml"),
        ("lines that end as on Windows", "printf '# mine\\r\\n\\r\\n' > d/x.toml"),
        ("no UTF-8", "printf '# \\377\\n' > d/x.toml"),
        ("UTF-16", "printf '\\377\\376#\\0\\n\\0' > d/x.toml"),
        ("a NUL", "printf '[[facts]]\\nid = \"a\\0b\"\\n' > d/x.toml"),
        (
            "an escape sequence",
            "printf '[[topics]]\\nid = \"x\"\\ntitle = \"\\\\u001b[31mred\"\\nabout = \"x\"\\n' > d/x.toml",
        ),
        (
            "a sign that turns the direction",
            "printf '[[topics]]\\nid = \"x\"\\ntitle = \"a\\342\\200\\256b\"\\nabout = \"x\"\\n' > d/x.toml",
        ),
        ("a key that stands twice", "printf '[[topics]]\\nid = \"x\"\\nid = \"y\"\\n' > d/x.toml"),
        (
            "an id that stands twice",
            "printf '[[topics]]\\nid = \"x\"\\ntitle = \"a\"\\nabout = \"x\"\\n[[topics]]\\nid = \"x\"\\ntitle = \"b\"\\nabout = \"x\"\\n' > d/x.toml",
        ),
        ("a number out of range", "printf '[[vintages]]\\nyear = 99999999999\\n' > d/x.toml"),
        ("a number that is none", "printf '[[vintages]]\\nyear = nan\\n' > d/x.toml"),
        (
            "lists 100,000 deep",
            "(printf 'a = '; head -c 100000 /dev/zero | tr '\\0' '[') > d/x.toml",
        ),
        (
            "a key of 100,000 parts",
            "(head -c 100000 /dev/zero | sed 's/\\x0/a./g'; echo 'a = 1') > d/x.toml",
        ),
        (
            "20,000 entries with two faults each",
            "seq 20000 | sed 's/.*/[[facts]]\\nid = \"x&\"\\ntopic = 5/' > d/x.toml",
        ),
        ("5 MB of lines that are no TOML", "yes a | head -c 5000000 > d/x.toml"),
        (
            "wages of 4,000 places that there are not",
            "mkdir -p d/wages/places; (echo 'currency = \"USD\"'; echo 'period = \"year\"'; echo 'columns = [\"vintage\", \"area\", \"employment\", \"mean\", \"p10\", \"p25\", \"p50\", \"p75\", \"p90\"]'; echo 'rows = ['; seq 4000 | sed 's/.*/[2030, \"x&\", 1, 2, 3, 4, 5, 6, 7],/'; echo ']') > d/wages/places/1000.toml",
        ),
        (
            "a misspelt key above 4,000 rows",
            "mkdir -p d/wages/places; (echo 'colums = [\"vintage\"]'; echo 'rows = ['; seq 4000 | sed 's/.*/[2030, \"x&\", 1, 2, 3, 4, 5, 6, 7],/'; echo ']') > d/wages/places/1000.toml",
        ),
        ("20,000 findings", "seq 20000 | sed 's/.*/k& = 1/' > d/x.toml"),
        (
            "a line of 1 MB",
            "(printf 'x = \"'; head -c 1000000 /dev/zero | tr '\\0' a; echo '\"') > d/x.toml",
        ),
        ("larger than it may be", "truncate -s 300M d/x.toml"),
        ("more files than there may be", "cd d; seq -f %.0f.toml 10001 | xargs touch"),
        ("a folder in its place", "mkdir d/x.toml"),
        ("a file in place of a folder", ": > d/x.toml; : > d/wages"),
        ("a file in place of the whole folder", "rmdir d; : > d"),
        ("nothing there", "rmdir d"),
        ("no file in the folder", ":"),
        ("a link to a good file", "printf '# mine\\n' > good; ln -s ../good d/x.toml"),
        ("a link that leads nowhere", "ln -s nowhere d/x.toml"),
        ("a link in a circle", "ln -s x.toml d/x.toml"),
        ("a named pipe", "mkfifo d/x.toml"),
        ("a link to a device without end", "ln -s /dev/zero d/x.toml"),
        ("no permission", ": > d/x.toml; chmod 0 d/x.toml"),
    ],
);

const PROFILE: Kind = (
    "profile",
    "tpm-path profile show --profile x.toml",
    &[
        ("empty", ": > x.toml"),
        ("cut off", "printf 'title = \"Project' > x.toml"),
        ("with a mark before it", "printf '\\357\\273\\277years = 4\\n' > x.toml"),
        ("lines that end as on Windows", "printf 'years = 4\\r\\n' > x.toml"),
        ("no UTF-8", "printf '# \\377\\n' > x.toml"),
        ("a NUL", "printf 'title = \"a\\0b\"\\n' > x.toml"),
        ("an escape sequence", "printf 'title = \"\\\\u001b[31mred\"\\n' > x.toml"),
        ("a key that no profile has", "printf 'pya = 3\\n' > x.toml"),
        ("a key that stands twice", "printf 'years = 3\\nyears = 4\\n' > x.toml"),
        ("years without end", "printf 'years = 1e999\\n' > x.toml"),
        ("years below zero", "printf 'years = -1\\n' > x.toml"),
        (
            "a place of 100,000 letters",
            "(printf 'place = \"'; head -c 100000 /dev/zero | tr '\\0' a; echo '\"') > x.toml",
        ),
        (
            "lists 100,000 deep",
            "(printf 'skills = '; head -c 100000 /dev/zero | tr '\\0' '[') > x.toml",
        ),
        ("larger than it may be", "truncate -s 2M x.toml"),
        ("2,000 skills", "seq 2000 | sed 's/.*/[[skills]]\\nid = \"a&\"/' > x.toml"),
        ("a folder in its place", "mkdir x.toml"),
        ("nothing there", ":"),
        ("a link that leads nowhere", "ln -s nowhere x.toml"),
        ("a link in a circle", "ln -s x.toml x.toml"),
        ("a named pipe", "mkfifo x.toml"),
        ("a device without end", "ln -s /dev/zero x.toml"),
        ("no permission", ": > x.toml; chmod 0 x.toml"),
    ],
);

const RESUME: Kind = (
    "resume",
    "tpm-path profile import x.json --profile new.toml",
    &[
        ("empty", ": > x.json"),
        ("cut off", "printf '{\"work\": [' > x.json"),
        ("with a mark before it", "printf '\\357\\273\\277{}' > x.json"),
        ("lines that end as on Windows", "printf '{\\r\\n}\\r\\n' > x.json"),
        ("no UTF-8", "printf '{\"a\": \"\\377\"}' > x.json"),
        ("UTF-16", "printf '\\377\\376{\\0}\\0' > x.json"),
        ("a NUL", "printf '{\"a\": \"\\0\"}' > x.json"),
        (
            "an escape sequence",
            "printf '{\"work\": [{\"position\": \"\\\\u001b[31mred\"}]}' > x.json",
        ),
        ("no résumé", "printf '[1, 2]' > x.json"),
        (
            "a field that stands twice",
            "printf '{\"skills\": [\"a\"], \"skills\": [\"jira\"]}' > x.json",
        ),
        ("a number out of range", "printf '{\"work\": [{\"position\": 1e999}]}' > x.json"),
        (
            "lists 100,000 deep",
            "(printf '{\"x\": '; head -c 100000 /dev/zero | tr '\\0' '['; head -c 100000 /dev/zero | tr '\\0' ']'; echo '}') > x.json",
        ),
        ("larger than it may be", "truncate -s 17M x.json"),
        (
            "2,000 skills",
            "(printf '{\"skills\": ['; seq 2000 | sed 's/.*/\"skill &\",/'; echo '\"jira\"]}') > x.json",
        ),
        ("20,000 jobs", "(printf '{\"work\": ['; yes '{},' | head -n 20000; echo '{}]}') > x.json"),
        ("a folder in its place", "mkdir x.json"),
        ("nothing there", ":"),
        ("a link in a circle", "ln -s x.json x.json"),
        ("a named pipe", "mkfifo x.json"),
        ("a profile that is there", "printf '{}' > x.json; : > new.toml"),
    ],
);

const POSTING: Kind = (
    "posting",
    "tpm-path match x.txt",
    &[
        ("empty", ": > x.txt"),
        ("cut off inside a tag", "printf 'PMP required <b' > x.txt"),
        ("with a mark before it", "printf '\\357\\273\\277PMP required' > x.txt"),
        ("Windows-1252", "printf 'PMP required \\226 5+ years\\222 experience' > x.txt"),
        ("UTF-16", "printf 'PMP required' | iconv -f UTF-8 -t UTF-16 > x.txt"),
        ("a NUL and an escape sequence", "printf 'PMP\\0 \\033[31m required' > x.txt"),
        ("pay out of range", "printf 'PMP required, salary $99999999999999999999 a year' > x.txt"),
        ("4 MiB of tags", "(yes '<p>' | head -c 4194304) > x.txt"),
        ("larger than it may be", "truncate -s 5M x.txt"),
        ("a folder in its place", "mkdir x.txt"),
        ("nothing there", ":"),
        ("a link that leads nowhere", "ln -s nowhere x.txt"),
        ("a link in a circle", "ln -s x.txt x.txt"),
        ("a named pipe", "mkfifo x.txt"),
        ("a device without end", "ln -s /dev/zero x.txt"),
        ("no permission", ": > x.txt; chmod 0 x.txt"),
    ],
);

const STREAM: Kind = (
    "stream",
    "tpm-path match --jsonl x.jsonl",
    &[
        ("empty", ": > x.jsonl"),
        ("cut off", "printf '{\"text\": \"PMP' > x.jsonl"),
        ("with a mark before it", "printf '\\357\\273\\277{\"text\": \"PMP\"}\\r\\n' > x.jsonl"),
        ("no text in it", "printf '{\"id\": 1}\\n' > x.jsonl"),
        ("a field that stands twice", "printf '{\"text\": \"a\", \"text\": \"b\"}\\n' > x.jsonl"),
        (
            "an id 1,000 deep",
            "(printf '{\"id\": '; head -c 1000 /dev/zero | tr '\\0' '['; head -c 1000 /dev/zero | tr '\\0' ']'; echo ', \"text\": \"\"}') > x.jsonl",
        ),
        (
            "a line larger than it may be",
            "(printf '{\"text\": \"'; head -c 5000000 /dev/zero | tr '\\0' a; echo '\"}') > x.jsonl",
        ),
        ("a folder in its place", "mkdir x.jsonl"),
    ],
);

/// Here the row is the whole command.
const WORDS: Kind = (
    "words",
    "",
    &[
        ("an argument of 5,000 letters", "tpm-path levels $(head -c 5000 /dev/zero | tr '\\0' a)"),
        ("no UTF-8", "tpm-path levels $(printf '\\377')"),
        ("an escape sequence", "tpm-path levels $(printf '\\033[31mred')"),
        ("nothing", "tpm-path levels ''"),
        ("years without end", "tpm-path roadmap --years inf"),
        ("years that are none", "tpm-path roadmap --years nan"),
        ("a percentile out of range", "tpm-path salary --percentile 1e9"),
        ("pay out of range", "tpm-path salary --of 99999999999999999999999"),
        ("a count out of range", "tpm-path places --min-jobs 99999999999999999999999"),
        ("a width out of range", "tpm-path levels --width 1"),
        ("a month that is none", "tpm-path roadmap --start 2026-13"),
        ("`-` for a profile", "tpm-path levels --profile -"),
    ],
);

const ENVIRONMENT: Kind = (
    "environment",
    "",
    &[
        ("`COLUMNS=wide`, which is passed over", "COLUMNS=wide tpm-path levels"),
        ("`COLUMNS=1`, as if it were 20", "COLUMNS=1 tpm-path levels"),
        (
            "`COLUMNS=99999999999999999999`, which is passed over",
            "COLUMNS=99999999999999999999 tpm-path levels",
        ),
        (
            "`SOURCE_DATE_EPOCH=today`",
            "SOURCE_DATE_EPOCH=today tpm-path profile show --profile /dev/null",
        ),
        (
            "`SOURCE_DATE_EPOCH=99999999999999999`",
            "SOURCE_DATE_EPOCH=99999999999999999 tpm-path profile show --profile /dev/null",
        ),
        ("`TPM_PATH_PROFILE=-`", "TPM_PATH_PROFILE=- tpm-path roadmap"),
        ("no home", "env -u TPM_PATH_PROFILE -u HOME -u XDG_CONFIG_HOME tpm-path profile show"),
        ("a home that is no whole path", "env -u TPM_PATH_PROFILE HOME=here tpm-path roadmap"),
    ],
);

const OUTPUT: Kind = (
    "output",
    "",
    &[
        ("a file that is there", "echo old > x; tpm-path levels -o x; head -n 1 x"),
        ("a folder", "mkdir x; tpm-path levels -o x"),
        ("no such folder", "tpm-path levels -o nowhere/x"),
        ("a name that holds the end of a line", "tpm-path levels -o 'nowhere/x\nhint: none'"),
        (
            "an empty folder, which stays the same one",
            "cd d; chmod 700 .; tpm-path dataset init . --minimal; ls -ld . | grep -q '^drwx------' || exit 99",
        ),
        (
            "a link, which stays one",
            "echo old > d/x; ln -s d/x x; tpm-path levels -o x; test -L x && head -n 1 d/x",
        ),
        ("a link that leads nowhere yet", "ln -s y d/x; tpm-path levels -o d/x; head -n 1 d/y"),
        ("a link in a circle", "ln -s x x; tpm-path levels -o x"),
        ("no permission", "chmod 500 d; tpm-path levels -o d/x"),
        ("a full device", "tpm-path levels -o /dev/full"),
        ("a full standard output", "tpm-path levels > /dev/full"),
        (
            "a full disk",
            "echo old > d/x; trap '' XFSZ; (ulimit -f 1; tpm-path skills -o d/x); code=$?; grep -q old d/x && test $(ls -A d | wc -l) = 1 || exit 99; exit $code",
        ),
        ("a pipe that is closed", "(tpm-path skills; echo $? > code) | true; exit $(cat code)"),
    ],
);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        let _ = Command::new("chmod").args(["-R", "u+rwx"]).arg(&folder).output();
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(folder.join("d")).unwrap();
    folder
}

fn sh(folder: &Path, line: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_tpm-path"));
    let path =
        format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .env("TINY", root().join("tests/fixtures/tiny"))
        .env("TPM_PATH_PROFILE", "none/profile.toml")
        .env("SOURCE_DATE_EPOCH", "1795219200")
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .env_remove("ACCESSIBLE")
        .output()
        .unwrap()
}

/// Whether those that run this may read what nobody may read.
fn may_everything(folder: &Path) -> bool {
    sh(folder, ": > secret; chmod 0 secret; cat secret").status.success()
}

/// A row as the page has it: what, exit code, first line.
fn row(folder: &Path, kind: &Kind, (what, given): &Row) -> String {
    let (name, asked, _) = kind;
    let line = if asked.is_empty() { (*given).to_owned() } else { format!("({given}); {asked}") };
    let start = Instant::now();
    let output = sh(folder, &line);
    assert!(start.elapsed() < Duration::from_secs(60), "{what}: {:?}", start.elapsed());
    shown(what, name, output)
}

fn shown(what: &str, name: &str, output: Output) -> String {
    let (said, answered) =
        (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap());
    assert!(!said.contains("panicked"), "{name}, {what}: {said}");
    let first = said.lines().chain(answered.lines()).next().unwrap_or("(nothing)");
    let code = output.status.code().unwrap();
    // What stops a command tells what to do instead; what is only passed over does not.
    let hinted = said.contains("hint: ") || said.contains("For more information") || code < 2;
    assert!(hinted, "{what}: {said}");
    let first = match first.char_indices().nth(150) {
        Some((end, _)) => format!("{}…", &first[..end]),
        None => first.to_owned(),
    };
    format!("| {what} | {code} | `` {first} `` |\n")
}

/// The row of what somebody may not do, where those that run this may do everything: as somebody else, or as it was.
fn forbidden(folder: &Path, (name, asked, _): &Kind, (what, given): &Row, page: &str) -> String {
    const OTHER: &str = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    let program = env!("CARGO_BIN_EXE_tpm-path");
    if !sh(folder, &format!("{OTHER} {program} --version")).status.success() {
        let known = page.lines().find(|line| line.starts_with(&format!("| {what} |")));
        return format!("{}\n", known.unwrap());
    }
    let as_other = |line: &str| line.replace("tpm-path", &format!("{OTHER} tpm-path"));
    let (asked, given) = (as_other(asked), as_other(given));
    let line = if asked.is_empty() { given } else { format!("({given}); {asked}") };
    shown(what, name, sh(folder, &line))
}

fn table(kind: &Kind, page: &str) -> String {
    let (name, _, rows) = kind;
    let mut table = "| What | Exit | First line |\n| --- | --- | --- |\n".to_owned();
    for (number, given) in rows.iter().enumerate() {
        let folder = folder(&format!("input-{name}-{number}"));
        let row = match given.0 == "no permission" && may_everything(&folder) {
            true => forbidden(&folder, kind, given, page),
            false => row(&folder, kind, given),
        };
        table.push_str(&row);
    }
    table
}

fn check(kind: Kind) {
    let path = root().join("docs/input.md");
    let page = fs::read_to_string(&path).unwrap();
    let (begins, ends) = (format!("<!-- {} -->\n", kind.0), "<!-- end -->");
    let (before, rest) = page.split_once(&begins).unwrap();
    let (known, after) = rest.split_once(ends).unwrap();
    let table = table(&kind, known);
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(&path, format!("{before}{begins}\n{table}\n{ends}{after}")).unwrap();
        return;
    }
    assert_eq!(known.trim(), table.trim(), "{}", kind.0);
}

// One after the other, since each may write its table.
#[test]
fn the_page_tells_what_each_input_gets() {
    for kind in [DATASET, PROFILE, RESUME, POSTING, STREAM, WORDS, ENVIRONMENT, OUTPUT] {
        check(kind);
    }
}

#[test]
fn memory_stays_in_proportion_to_what_is_read() {
    let folder = folder("input-large");
    let made = sh(
        &folder,
        "yes '# nothing but a comment, again and again and again and again' | head -c 100000000 > d/x.toml",
    );
    assert!(made.status.success());
    let output = sh(&folder, "ulimit -v 2000000; tpm-path guide --dataset $TINY --dataset d");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    // A stream takes the memory of a line.
    let line = r#"{"text": "PMP required, five years of experience"}"#;
    let output = sh(
        &folder,
        &format!(
            "ulimit -v 500000; yes '{line}' | head -n 20000 | tpm-path match --jsonl -o x && wc -l < x"
        ),
    );
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "20000", "{output:?}");
}

#[test]
fn of_edits_at_the_same_moment_none_is_lost() {
    let folder = folder("input-writers");
    fs::write(folder.join("x.toml"), "# mine\nyears = 4\n").unwrap();
    let skills =
        ["jira", "sql", "aws", "excel", "confluence", "risk-management", "docker", "python"];
    std::thread::scope(|threads| {
        for skill in skills {
            let folder = &folder;
            threads.spawn(move || {
                let output =
                    sh(folder, &format!("tpm-path profile add skill {skill} --profile x.toml"));
                assert_eq!(output.status.code(), Some(0), "{output:?}");
            });
        }
    });
    let text = fs::read_to_string(folder.join("x.toml")).unwrap();
    assert!(text.starts_with("# mine\nyears = 4\n"), "{text}");
    assert_eq!(text.matches("[[skills]]").count(), skills.len(), "{text}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is left beside it");
}

#[test]
fn of_new_profiles_at_the_same_moment_one_is_written() {
    let folder = folder("input-new");
    let codes: Vec<Option<i32>> = std::thread::scope(|threads| {
        let started: Vec<_> = (1..7)
            .map(|years| {
                let folder = &folder;
                threads.spawn(move || {
                    sh(folder, &format!("tpm-path profile init --years {years} --profile x.toml"))
                        .status
                        .code()
                })
            })
            .collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == Some(2)).count(), 5, "{codes:?}");
}

#[test]
fn of_datasets_in_one_folder_at_the_same_moment_no_two_are_mixed() {
    let folder = folder("input-datasets");
    let codes: Vec<Option<i32>> = std::thread::scope(|threads| {
        let init = || sh(&folder, "tpm-path dataset init d --minimal").status.code();
        let started: Vec<_> = (0..6).map(|_| threads.spawn(init)).collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let written = codes.iter().filter(|code| **code == Some(0)).count();
    assert!(written <= 1, "{codes:?}");
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 2 | 4))), "{codes:?}");
    let inside = fs::read_dir(folder.join("d")).unwrap();
    let names: Vec<_> = inside.map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().starts_with('.')), "{names:?}");
    assert_eq!(names.is_empty(), written == 0, "{names:?}");
}

#[test]
fn of_answers_to_one_file_at_the_same_moment_each_is_whole() {
    let folder = folder("input-answers");
    let answers = ["levels", "guide", "sources"].map(|asked| {
        assert!(sh(&folder, &format!("tpm-path {asked} --output {asked}")).status.success());
        fs::read(folder.join(asked)).unwrap()
    });
    let one = folder.join("one");
    std::thread::scope(|threads| {
        let writers = ["levels", "guide", "sources"].map(|asked| {
            let folder = &folder;
            threads.spawn(move || {
                for _ in 0..20 {
                    let line = format!("tpm-path {asked} --output one");
                    assert!(sh(folder, &line).status.success());
                }
            })
        });
        while !writers.iter().all(std::thread::ScopedJoinHandle::is_finished) {
            if let Ok(read) = fs::read(&one) {
                assert!(answers.contains(&read), "{}", String::from_utf8_lossy(&read));
            }
        }
    });
    assert!(answers.contains(&fs::read(&one).unwrap()));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 5, "nothing but these and `d` is left");
}

#[test]
fn a_pipe_that_a_shell_hands_over_is_read() {
    let folder = folder("input-handed");
    let output = sh(&folder, "echo 'PMP required' | tpm-path match /dev/stdin --format csv");
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("Project Management Professional"),
        "{output:?}"
    );
}
