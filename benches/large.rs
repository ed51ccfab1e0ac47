//! How reading a dataset grows with it: `cargo bench --bench large -- parse`, then `whole`. A factor of 1,000 is a thousand times our skills,
//! roles and facts.
//!
//! `parse` takes the files into raw structs alone, `whole` asks every rule and assembles the catalog too. Each factor is read once in a
//! process, as the program does: a catalog's texts are kept to its end, and what is read beside them takes longer. By the median of five
//! processes of each on one core, the second takes 1.6 times the first at a factor of 10, 1.5 at 100 and 1.7 at 1,000 (70 MB); ten times as
//! much takes eleven times as long to parse and twelve times in whole. The second took 3.5 times the first while two rules parsed every file
//! again for its texts. Callgrind finds 36% of the whole in parsing, 17% in taking what was parsed into raw structs, 28% in the rules (half of
//! that compares names), 8% in assembly. Memory at its peak is 33 to 44 bytes for each one that is read, fewest where most is read.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark may fail, and reads what it wants"
)]

use std::fmt::Write;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use tpm_path::catalog::{Catalog, rules};
use tpm_path::dataset::{Layer, load};

fn main() {
    divan::main();
}

const FACTORS: [usize; 4] = [1, 10, 100, 1000];

/// About how many there are in ours.
const SKILLS: usize = 120;
const ROLES: usize = 60;
const FACTS: usize = 200;

/// A dataset laid over the smallest one of the tests, and how many bytes it adds.
fn dataset(factor: usize) -> (tempfile::TempDir, [Layer; 2], usize) {
    let tiny = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tiny");
    let mut text = String::new();
    for number in 0..SKILLS * factor {
        let mention =
            "{ level = \"helper\", text = \"asked for in some words\", sources = [\"almanac\"] }";
        let mentions = [mention; 3].join(", ");
        write!(
            text,
            "[[skills]]\nid = \"skill-{number}\"\ntitle = \"Skill number {number}\"\nkind = \"skill\"\naliases = [\"also {number}\"]\nmentions = [{mentions}]\n\n"
        )
        .unwrap();
    }
    for number in 0..ROLES * factor {
        write!(
            text,
            "[[roles]]\nid = \"role-{number}\"\ntitle = \"Role number {number}\"\nlevel = \"helper\"\nabout = [{{ text = \"does something\", sources = [\"almanac\"] }}]\n\n"
        )
        .unwrap();
    }
    for number in 0..FACTS * factor {
        write!(
            text,
            "[[facts]]\nid = \"fact-{number}\"\ntopic = \"weather\"\ntext = \"something that is said\"\nsources = [\"almanac\"]\n\n"
        )
        .unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("large.toml"), &text).unwrap();
    let layers = [Layer::Directory(tiny), Layer::Directory(folder.path().to_path_buf())];
    (folder, layers, text.len())
}

#[divan::bench(args = FACTORS, sample_count = 1)]
fn parse(bencher: Bencher<'_, '_>, factor: usize) {
    let (_folder, layers, bytes) = dataset(factor);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| black_box(load(&layers).unwrap()));
}

#[divan::bench(args = FACTORS, sample_count = 1)]
fn whole(bencher: Bencher<'_, '_>, factor: usize) {
    let (_folder, layers, bytes) = dataset(factor);
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let raw = load(&layers).unwrap();
        let findings = rules::check(&raw);
        assert!(findings.is_empty(), "{:?}", findings.first());
        black_box(Catalog::assemble(raw).unwrap())
    });
}
