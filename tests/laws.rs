//! The bodies of the fuzz targets as property tests, on soups of words that mean something and on real files with pieces put
//! in, taken out and moved; and everything that was ever found.
//!
//! `TPM_PATH_SEEDS` may name a folder with more files to start from, and `PROPTEST_CASES` how many to try.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

mod bodies;

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What means something to somebody: to a terminal, a parser, a reader of postings.
const PIECES: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]8;;http://x\u{7}",
    "\u{9b}2J",
    "\u{202e}",
    "\u{2066}",
    "\u{61c}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\0",
    "\r\n",
    "\n",
    "\t",
    "é",
    "İ",
    "ß",
    "ﬁ",
    "👩\u{200d}💻",
    "e\u{301}",
    "\u{e000}",
    "\u{e0041}",
    "\"",
    "'",
    "\"\"\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "#",
    "=",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    ":",
    ";",
    ".",
    "..",
    "<",
    ">",
    "<p>",
    "</li>",
    "<!--",
    "<script",
    "&#10;",
    "&lt;",
    "&gt;",
    "&amp;",
    "&#x110000;",
    "](",
    ")",
    "*",
    "-",
    " - ",
    "5",
    "five (5)",
    "0",
    "-1",
    "1e999",
    "nan",
    "9999999999999999999999",
    "5+ years",
    "10 to 5 years",
    "$",
    "a$",
    "rs.",
    "k",
    "lpa",
    "lakh",
    "100",
    "120,000",
    "$150k-",
    "/hr",
    "per hour",
    "salary",
    "Requirements:",
    "Nice to have",
    "PMP",
    "CSM",
    "Senior",
    "Manager",
    "of",
    "no",
    "not required",
    "bachelor's",
    "degree",
    "years",
    "months",
    "experience",
    "must",
    "title",
    "years = 4",
    "[[skills]]",
    "id = \"jira\"",
    "[[certifications]]",
    "earned = 2024-05-01",
    "skills = [",
    "{ id = 'a' }",
    "\"work\":",
    "\"startDate\":",
    "\"2019-06\"",
    "null",
    "true",
    "kind:",
    "seattle",
    ":desc",
    "150k",
    "2026-11",
];

/// A change of a file: where, how much of it is taken out, and what is put there.
type Change = (Index, usize, Vec<&'static str>);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let taken = prop_oneof![Just(0usize), 0usize..8, 0usize..200];
    vec((any::<Index>(), taken, vec(select(PIECES), 0..3)), 0..6)
}

fn changed(seed: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (at, taken, put) in changes {
        let at = at.index(bytes.len() + 1);
        let end = (at + taken).min(bytes.len());
        bytes.splice(at..end, put.concat().into_bytes());
    }
    bytes
}

/// The files of our own folders with one of these endings, and those of a folder that the environment names.
fn seeds(folders: &[&str], endings: &[&str]) -> Vec<Vec<u8>> {
    let mut all = vec![Vec::new()];
    let more = std::env::var("TPM_PATH_SEEDS").ok();
    for folder in folders.iter().copied().chain(more.as_deref()) {
        let mut paths: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        let fits = |path: &&std::path::PathBuf| {
            endings.iter().any(|ending| path.to_string_lossy().ends_with(ending))
        };
        all.extend(paths.iter().filter(fits).map(|path| fs::read(path).unwrap()));
    }
    all
}

/// Files of these kinds, changed; or soups.
fn input(folders: &[&str], endings: &[&str]) -> impl Strategy<Value = Vec<u8>> {
    let real = (select(seeds(folders, endings)), changes())
        .prop_map(|(seed, changes)| changed(&seed, &changes));
    let soup = (vec(select(PIECES), 0..40), select(vec!["", " "]))
        .prop_map(|(words, gap)| words.join(gap).into_bytes());
    prop_oneof![4 => real, 3 => soup, 1 => vec(any::<u8>(), 0..60)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_a_dataset_or_told_why_not(
        bytes in input(&["tests/fixtures/tiny", "tests/fixtures/hostile", "tests/fixtures/tiny/wages", "tests/fixtures/tiny/onet"], &[".toml"])
    ) {
        bodies::dataset(&bytes);
    }

    #[test]
    fn any_profile_keeps_what_an_edit_does_not_change(bytes in input(&["tests/fixtures/profiles"], &[".toml"])) {
        bodies::profile(&bytes);
    }

    #[test]
    fn any_resume_gives_a_profile_or_is_told_why_not(bytes in input(&["tests/fixtures/resumes"], &[".json"])) {
        bodies::resume(&bytes);
    }

    #[test]
    fn any_posting_is_read_within_its_lines(bytes in input(&["tests/fixtures/postings"], &[".txt", ".html"])) {
        bodies::posting(&bytes);
    }

    #[test]
    fn any_word_is_a_value_or_refused(bytes in input(&[], &[])) {
        bodies::values(&bytes);
    }
}

/// What broke something once.
#[test]
fn what_was_found_stays_fixed() {
    for (folder, body) in [
        ("dataset", bodies::dataset as fn(&[u8])),
        ("profile", bodies::profile),
        ("resume", bodies::resume),
        ("posting", bodies::posting),
        ("values", bodies::values),
    ] {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/found").join(folder);
        for entry in fs::read_dir(folder).into_iter().flatten() {
            body(&fs::read(entry.unwrap().path()).unwrap());
        }
    }
}
