//! Every report in every format: what holds for all of them, from a list.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

mod hostile;
mod program;

use std::collections::BTreeSet;

use serde_json::Value;
use tpm_path::render::Format;
use unicode_width::UnicodeWidthStr;

use program::run;

/// A command line for every report, and for every way to ask for it.
const REPORTS: &[&[&str]] = &[
    &[],
    &["levels"],
    &["levels", "--track", "specialist"],
    &["levels", "mid"],
    &["levels", "principal", "--track", "management"],
    &["salary"],
    &["salary", "--occupation", "13-1082"],
    &["salary", "--occupation", "11-3021"],
    &["salary", "--occupation", "all", "--vintage", "2021"],
    &["salary", "--occupation", "all", "--vintage", "all"],
    &["salary", "--vintage", "all"],
    &["salary", "--percentile", "75"],
    &["salary", "--percentile", "95"],
    &["salary", "--percentile", "5"],
    &["salary", "--percentile", "80", "--vintage", "all"],
    &["salary", "--of", "150k"],
    &["salary", "--of", "20000", "--vintage", "2021"],
    &["salary", "--level", "senior"],
    &["salary", "--chart"],
    &["salary", "--of", "150k", "--chart"],
    &["salary", "--percentile", "90", "--vintage", "2021", "--chart"],
    &["salary", "--occupation", "11-9199", "--chart"],
    &["salary", "--area", "seattle", "--percentile", "75"],
    &["salary", "--area", "seattle", "--area", "austin", "--area", "nyc", "--chart"],
    &["salary", "--area", "seattle", "--area", "abilene", "--of", "165000", "--chart"],
    &["salary", "--area", "AK", "--percentile", "60"],
    &["salary", "--area", "abilene"],
    &["salary", "--area", "denver", "--level", "senior"],
    &["salary", "--area", "wa", "--occupation", "all"],
    &["salary", "--industry", "information"],
    &["salary", "--industry", "99", "--of", "100k", "--chart"],
    &["places"],
    &["places", "--percentile", "90", "--min-jobs", "1000", "--top", "400"],
    &["places", "--by", "state", "--occupation", "13-1082"],
    &["places", "--by", "nonmetro", "--state", "TX"],
    &["outlook"],
    &["outlook", "--occupation", "15-1244"],
    &["outlook", "--occupation", "all"],
    &["levels", "--chart"],
    &["levels", "senior", "--chart"],
    &["roadmap"],
    &["roadmap", "--years", "0"],
    &["roadmap", "--years", "2.5", "--start", "2026-11"],
    &["roadmap", "--years", "4", "--track", "management"],
    &["roadmap", "--years", "7", "--horizon", "3"],
    &["roadmap", "--years", "60"],
    &["skills"],
    &["skills", "--phase", "establish-credibility"],
    &["skills", "--level", "senior", "--kind", "tool"],
    &["skills", "--agree", "9"],
    &["skills", "risk-management"],
    &["skills", "microsoft-project"],
    &["skills", "--kind", "tool"],
    &["levels", "gitlab"],
    &["levels", "dropbox"],
    &["levels", "gitlab:staff"],
    &["levels", "dropbox:ic6"],
    &["routes"],
    &["routes", "--kind", "related"],
    &["routes", "--kind", "lateral", "--kind", "pivot"],
    &["routes", "--from", "qa engineer"],
    &["routes", "--from", "delivery lead"],
    &["routes", "--from", "cto"],
    &["routes", "--from", "15-1299.09"],
    &["routes", "--to", "tpm"],
    &["routes", "--from", "scrum master", "--to", "pmo director"],
    &["routes", "--from", "tpm", "--to", "tpm"],
    &["routes", "--from", "tpm", "--to", "cto"],
    &["routes", "--from", "it project manager", "--to", "13-1082.00", "--kind", "related"],
    &["compare", "mid", "senior"],
    &["compare", "entry", "mid", "senior", "principal"],
    &["compare", "gitlab:staff", "principal"],
    &["compare", "gitlab:senior", "dropbox:ic3"],
    &["compare", "tpm", "product manager"],
    &["compare", "technical project manager", "technical program manager", "qa engineer"],
    &["compare", "13-1082.00", "15-1299.09"],
    &["compare", "11-9199", "13-1082"],
    &["compare", "15-1299", "13-1082", "11-3021"],
    &["compare", "pmp", "csm"],
    &["compare", "pmp", "capm", "pmi-acp"],
    &["certs"],
    &["certs", "--phase", "foundation"],
    &["certs", "pmp"],
    &["certs", "togaf"],
    &["certs", "--eligible"],
    &["certs", "--eligible", "--years", "4", "--have", "capm", "--education", "four-year-degree"],
    &["gap"],
    &["gap", "--years", "0"],
    &["gap", "--years", "4", "--have", "jira,agile,psm-i", "--area", "seattle"],
    &["gap", "--years", "4", "--area", "abilene"],
    &["gap", "--years", "8", "--track", "specialist"],
    &["gap", "--years", "13"],
    &["gap", "--years", "2", "--to", "principal", "--track", "management"],
    &["guide", "duties"],
    &["guide", "education"],
    &["guide"],
    &["guide", "pros-and-cons"],
    &["guide", "questions"],
    &["find", "delivery", "lead"],
    &["find", "xyzzy"],
    &["sources"],
    &["sources", "monster"],
    &["conflicts"],
    &["conflicts", "median"],
    &["conflicts", "places-above-p75"],
    &["conflicts", "openings-and-new-jobs"],
    &["conflicts", "industries"],
    &["conflicts", "industries-that-pay"],
    &["conflicts", "time-to-title"],
    &["conflicts", "growth"],
    &["match", "tests/fixtures/postings/senior-tpm.txt"],
    &["match", "tests/fixtures/postings/coordinator.html", "--have", "excel,capm", "--score"],
    &["match", "tests/fixtures/postings/senior-tpm.txt", "--have", "pmp,jira", "--area", "seattle"],
    &[
        "match",
        "tests/fixtures/postings/senior-tpm.txt",
        "tests/fixtures/postings/coordinator.html",
        "tests/fixtures/postings/hostile.txt",
        "--have",
        "jira",
        "--years",
        "4",
    ],
    &["match", "tests/fixtures/postings/recipe.txt"],
    &["dataset", "check"],
    &["dataset", "check", "--dataset", "tests/fixtures/tiny", "tests/fixtures/layer"],
    &["dataset", "schema"],
    &["dataset", "diff", "tests/fixtures/tiny", "tests/fixtures/another-career"],
    &["dataset", "diff", "tests/fixtures/tiny", "tests/fixtures/hostile"],
    &["profile", "show", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["profile", "show", "--profile", "/dev/null"],
    &["profile", "init", "--years", "2.5", "--skill", "jira", "--profile", "/dev/null", "--force"],
    &[
        "profile",
        "import",
        "tests/fixtures/resumes/developer.json",
        "--profile",
        "/dev/null",
        "--force",
    ],
    &[
        "profile",
        "import",
        "tests/fixtures/resumes/hostile.json",
        "--profile",
        "/dev/null",
        "--force",
    ],
    &["profile", "add", "skill", "jira", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["profile", "remove", "cert", "pmp", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["profile", "path", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["roadmap", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["salary", "--profile", "tests/fixtures/profiles/mid.toml", "--chart"],
    &["salary", "--profile", "tests/fixtures/profiles/mid.toml", "--vintage", "2024"],
    &["salary", "--profile", "tests/fixtures/profiles/unfitting.toml"],
    &["certs", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["routes", "--profile", "tests/fixtures/profiles/mid.toml"],
    &["routes", "--profile", "tests/fixtures/profiles/unfitting.toml"],
];

const LAYERS: [&str; 4] =
    ["--dataset", "tests/fixtures/tiny", "--dataset", "tests/fixtures/hostile"];

fn answer(report: &[&str], more: &[&str]) -> String {
    let output = run(&[report, more].concat());
    assert!(output.stderr.is_empty(), "{report:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{report:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Every report, then every report of the hostile dataset.
fn all() -> impl Iterator<Item = Vec<&'static str>> {
    let ours = REPORTS.iter().map(|report| report.to_vec());
    ours.chain(hostile::REPORTS.iter().map(|report| [*report, &LAYERS].concat()))
}

fn sheets(report: &[&str]) -> Vec<String> {
    let output = run(&[report, &["--sheet", "?"]].concat());
    assert_eq!(output.status.code(), Some(2), "{report:?}");
    let hint = String::from_utf8(output.stderr).unwrap();
    let names = hint.split_once("this answer has: ").unwrap().1;
    names.trim().split(", ").map(str::to_owned).collect()
}

fn csv_rows(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let strings = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header = strings(reader.headers().unwrap());
    (header, reader.records().map(|record| strings(&record.unwrap())).collect())
}

#[test]
fn json_is_one_envelope_around_one_shape_a_name() {
    let mut shapes: Vec<(String, BTreeSet<String>)> = Vec::new();
    for report in all() {
        let value: Value = serde_json::from_str(&answer(&report, &["--format", "json"])).unwrap();
        assert_eq!(value["format_version"], 1, "{report:?}");
        assert!(value["answer"].as_str().is_some_and(|answer| !answer.is_empty()), "{report:?}");
        assert!(value["notes"].is_array() && value["sources"].is_array(), "{report:?}");
        let name = value["report"].as_str().unwrap().to_owned();
        let fields = value["data"].as_object().unwrap().keys().cloned().collect();
        match shapes.iter().find(|(known, _)| *known == name) {
            Some((_, known)) => assert_eq!(*known, fields, "{report:?}"),
            None => shapes.push((name, fields)),
        }
    }
}

#[test]
fn every_column_is_a_field_of_json_and_every_csv_row_is_as_wide_as_its_header() {
    for report in all() {
        let value: Value = serde_json::from_str(&answer(&report, &["--format", "json"])).unwrap();
        for sheet in sheets(&report) {
            let text = answer(&report, &["--format", "csv", "--sheet", &sheet]);
            let (header, rows) = csv_rows(&text);
            let records = value["data"][&sheet].as_array().unwrap();
            assert_eq!(records.len(), rows.len(), "{report:?} {sheet}");
            for row in &rows {
                assert_eq!(row.len(), header.len(), "{report:?} {sheet}");
                assert!(row.iter().all(|cell| !starts_a_formula(cell)), "{report:?} {row:?}");
            }
            for record in records {
                for key in &header {
                    assert!(has(record, key), "{report:?} {sheet}: no field {key}");
                }
            }
            let lines = answer(&report, &["--format", "jsonl", "--sheet", &sheet]);
            let parsed: Vec<Value> =
                lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!(parsed, *records, "{report:?} {sheet}");
        }
    }
}

/// Whether a record has a field; a point leads into the record inside it, where there is one.
fn has(record: &Value, key: &str) -> bool {
    match key.split_once('.') {
        None => record.get(key).is_some(),
        Some((outer, inner)) => {
            record.get(outer).is_some_and(|record| record.is_null() || has(record, inner))
        }
    }
}

fn starts_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err()
}

#[test]
fn sorting_by_any_column_gives_one_order_in_every_format() {
    for report in all() {
        let sheet = &sheets(&report)[0];
        let (header, rows) = csv_rows(&answer(&report, &["--format", "csv"]));
        if rows.len() < 2 {
            continue;
        }
        for key in &header {
            let by = format!("{key}:desc");
            let (_, rows) = csv_rows(&answer(&report, &["--format", "csv", "--sort", &by]));
            let json = answer(&report, &["--format", "json", "--sort", &by]);
            let json: Value = serde_json::from_str(&json).unwrap();
            let records = json["data"][sheet].as_array().unwrap();
            let column = |name: &str| header.iter().position(|known| known == name).unwrap();
            let sorted: Vec<&str> = rows.iter().map(|row| row[column(key)].as_str()).collect();
            assert!(falls(&sorted), "{report:?} by {key}: {sorted:?}");
            let texts = header
                .iter()
                .filter(|name| records.iter().all(|record| record[name.as_str()].is_string()));
            for name in texts {
                let in_csv: Vec<&str> =
                    rows.iter().map(|row| row[column(name)].trim_start_matches('\'')).collect();
                let in_json: Vec<&str> =
                    records.iter().map(|record| record[name.as_str()].as_str().unwrap()).collect();
                assert_eq!(in_csv, in_json, "{report:?} by {key}");
            }
        }
    }
}

/// Whether numbers fall from the first to the last, with empty cells behind them; words are compared elsewhere.
fn falls(cells: &[&str]) -> bool {
    let filled = cells.iter().take_while(|cell| !cell.is_empty()).count();
    let numbers: Vec<f64> = cells[..filled].iter().filter_map(|cell| cell.parse().ok()).collect();
    let all_numbers = numbers.len() == filled;
    cells[filled..].iter().all(|cell| cell.is_empty())
        && (!all_numbers || numbers.windows(2).all(|pair| pair[0] >= pair[1]))
}

#[test]
fn every_subcommand_has_a_line_in_the_list() {
    let help = answer(&["--help"], &[]);
    let commands = help.split_once("Commands:").unwrap().1.split_once("\n\n").unwrap().0;
    for line in commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
        let name = line.split_whitespace().next().unwrap();
        let listed = REPORTS.iter().any(|report| report.first() == Some(&name));
        // What these print is for other programs, and no report.
        let no_report = ["help", "completions", "man"].contains(&name);
        assert!(listed || no_report, "{name} is not in the matrix");
    }
}

#[test]
fn no_line_is_wider_than_asked_for_and_none_holds_control_characters() {
    for report in all() {
        for width in ["20", "40", "59", "60", "80", "200"] {
            let text = answer(&report, &["--format", "table", "--width", width]);
            assert!(text.chars().all(is_shown), "{report:?}");
            // An address, or a path that scripts read, is never broken.
            let whole = report.starts_with(&["profile", "path"]);
            for line in text.lines().filter(|line| !whole && !line.contains("://")) {
                assert!(line.width() <= width.parse().unwrap(), "{report:?} at {width}: {line}");
                assert_eq!(line.trim_end(), line, "{report:?} at {width}");
            }
        }
    }
}

/// Whether a sign is one that a terminal shows and does not act on.
fn is_shown(sign: char) -> bool {
    let turns = matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    sign == '\n' || !sign.is_control() && !turns
}

#[test]
fn no_format_writes_what_a_terminal_acts_on() {
    for report in all() {
        for (format, _) in Format::ALL {
            let text = answer(&report, &["--format", format]);
            assert!(text.chars().all(is_shown), "{report:?} {format}");
        }
    }
}

#[test]
fn plain_text_has_neither_signs_nor_empty_labels() {
    for report in all() {
        let text = answer(&report, &["--format", "plain"]);
        let signs = ['●', '✓', '→', '▲', '├', '─', '│', '•', '…'];
        assert!(!text.contains(signs), "{report:?}");
        for line in text.lines() {
            assert!(!line.starts_with(':') && line.trim_end() == line, "{report:?}: {line:?}");
        }
    }
}

#[test]
fn ascii_is_ascii() {
    for report in all() {
        for format in ["table", "plain", "md"] {
            let text = answer(&report, &["--format", format, "--ascii"]);
            assert!(text.is_ascii(), "{report:?} {format}: {text}");
            let asked = answer(&report, &["--format", format]).matches('?').count();
            let shown = text.matches('?').count();
            assert_eq!(shown, asked, "{report:?} {format}: a sign has no ASCII form");
        }
    }
}

#[test]
fn markdown_tables_have_as_many_cells_in_every_row() {
    for report in all() {
        let text = answer(&report, &["--format", "md"]);
        let mut width = None;
        for line in text.lines() {
            if !line.starts_with('|') {
                width = None;
                continue;
            }
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            assert_eq!(*width.get_or_insert(bars), bars, "{report:?}: {line}");
        }
        assert!(!text.replace("\\<", "").contains('<'), "{report:?}");
        assert!(!text.contains("](javascript"), "{report:?}");
    }
}

#[test]
fn two_runs_are_equal_to_the_byte() {
    for report in all() {
        for (format, _) in Format::ALL {
            let once = answer(&report, &["--format", format]);
            assert_eq!(once, answer(&report, &["--format", format]), "{report:?} {format}");
            let ends = once.is_empty() || once.ends_with('\n');
            assert!(ends, "{report:?} {format}");
        }
    }
}

#[test]
fn colour_never_changes_a_word() {
    for report in all() {
        let plain = answer(&report, &["--color", "never", "--width", "80"]);
        let painted = answer(&report, &["--color", "always", "--width", "80"]);
        let mut bare = String::new();
        let mut rest = painted.as_str();
        while let Some((before, after)) = rest.split_once('\u{1b}') {
            bare.push_str(before);
            rest = after.split_once('m').unwrap().1;
        }
        bare.push_str(rest);
        assert_eq!(bare, plain, "{report:?}");
    }
}

#[test]
fn chosen_columns_come_in_the_order_asked_for() {
    for report in all() {
        let (header, _) = csv_rows(&answer(&report, &["--format", "csv"]));
        let reversed: Vec<String> = header.into_iter().rev().collect();
        let chosen = answer(&report, &["--format", "csv", "--columns", &reversed.join(",")]);
        assert_eq!(csv_rows(&chosen).0, reversed, "{report:?}");
    }
}
