//! How fast what an answer is made of is: `cargo bench --bench answers`. Whole commands are measured by `benches/ratios.py`.
//!
//! Where a command's time went, counted with callgrind before each of these was changed: `levels` took 32.6 million
//! instructions, of which 28 parsed TOML. With the catalog decoded, names were folded and copied for each comparison
//! (`compare`, `routes`), every name was indexed before one was looked up (`gap`), what rests on a source was gathered anew for each
//! source (`sources`), and all rows of a place's occupations were read for one place (`salary --area`).
//!
//! Then perf found that starting took twice as long in the kernel as here, in page faults: 281 for `levels`, 67 for an empty
//! program. 80 of them were for copies of shared options that clap makes for each subcommand, 55 for linking and relocating, which a release
//! does not do, and 13 for walking past the stored wages. Of the 140 that were left 53 were for code, each of which maps 64 KB: the functions
//! that run were spread over all 6 MB (`opt-level = "s"` leaves 5 MB, and as many faults). A release puts them together, those of the same
//! commands side by side.
//!
//! A page of memory that is written first took 2.8 µs where this was measured, a window of 64 KB of the file 4 µs: more than half of what
//! `levels` took beyond an empty program. So the grammar's memory is used again. Then texts were found to be looked at as UTF-8 once
//! more (a twelfth of all instructions) and copied into rows and cells: they stand in one string now, each once, and are lent. `find` and
//! `sources` decoded all of them: an index leads to those that are asked for (16.0 to 2.9 and 9.2 to 2.6 million instructions).
//!
//! Then of a long answer comfy-table and textwrap were half (`gap` 1.8 of 4.0 million, `outlook` 1.8 of 3.6): they measured each text five times and
//! kept each line of each cell apart, for which the allocator paid again. And `match` built its phrases anew (10 of 12.7 million): the
//! build stores them now as they are used.
//!
//! Then half of the memory that an answer wrote first was what it decoded in order to find a few: all skills with their citations (`gap`, `compare`), all
//! roles for a name or a listed title (`compare`, `routes`, `guide`), all places. A level and a phase know now what belongs to them, names and
//! listed titles lead to their entries, and nothing is kept of what is passed over. With parts stored by place and tables written line
//! by line, `gap` went from 2.7 to 1.8 million instructions and from 81 to 48 pages, `routes` from 2.5 to 1.7 and from 106 to 50, `compare` from 2.5
//! to 1.5 and from 84 to 41. By least squares over all commands a page cost 1.6 µs and a million instructions 80 µs on that machine.
//!
//! Ended after each step, as Cargo links it, beside an empty program of 0.95 ms: being larger and having 8,000 addresses to relocate
//! takes 4% of that (38 pages), the command line 9% (26), opening the catalog 2%; then `levels` takes 6% to find, 3% to lay out and 6% to write what
//! it shows, `gap` 18, 7 and 14%, `routes` 33, 6 and 7%, `find` 25, 4 and 12%. So what is read for nothing counts: `routes` read the 200 pairs
//! that are found alike, `find` took each text apart twice, `match` sorted the names of all roles, and `profile import` gathered every name
//! of the catalog anew.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark may fail, and reads what it wants"
)]

use std::path::Path;

use divan::{Bencher, black_box};
use tpm_path::catalog::{Catalog, MoveKind, Percentile, rules};
use tpm_path::dataset::{Layer, load};
use tpm_path::query::{basis, moves_of, role, routes, search};
use tpm_path::render::{Charset, Colour, Format, Notes, Style, render};
use tpm_path::report::{Document, Presentation, skills};

fn main() {
    divan::main();
}

fn data() -> [Layer; 1] {
    [Layer::Directory(Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))]
}

/// Our own dataset as it is stored, before any part of it is asked for.
#[divan::bench]
fn opening_ours() -> Catalog {
    Catalog::builtin()
}

/// Our own dataset with every part of it decoded, which no command does.
#[divan::bench]
fn decoding_all_of_ours() -> usize {
    format!("{:?}", Catalog::builtin()).len()
}

/// The same from TOML: parsing alone, then with every rule, then with assembly.
#[divan::bench(args = ["parse", "check", "assemble"])]
fn loading_toml(until: &str) {
    let raw = load(&data()).unwrap();
    if until != "parse" {
        assert!(rules::check(&raw).is_empty());
    }
    if until == "assemble" {
        black_box(Catalog::assemble(raw).unwrap());
    }
}

/// A hundred percentiles of one cut.
#[divan::bench]
fn percentiles(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::builtin();
    let cut = basis(&catalog).unwrap();
    let all: Vec<Percentile> = (1..100).filter_map(|p| Percentile::new(f64::from(p))).collect();
    bencher.bench_local(|| all.iter().filter(|p| cut.pay_at(**p).usd().is_some()).count());
}

/// The ways between two roles that are far apart.
#[divan::bench]
fn ways_between_roles(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::builtin();
    let moves = moves_of(&catalog, &[MoveKind::Entry, MoveKind::Promotion, MoveKind::Lateral]);
    let [from, to] =
        ["project-coordinator", "pmo-director"].map(|id| role(&catalog, id).unwrap().role);
    bencher.bench_local(|| routes(&catalog, black_box(&moves), from, to).len());
}

/// Everything that mentions a word.
#[divan::bench]
fn finding(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::builtin();
    bencher.bench_local(|| search(&catalog, black_box("pmp")).0.len());
}

/// One answer of all skills and tools, in every format.
#[divan::bench(args = Format::ALL.map(|(word, _)| word))]
fn rendering(bencher: Bencher<'_, '_>, word: &str) {
    let catalog = Catalog::builtin();
    let format = Format::ALL.into_iter().find(|(known, _)| *known == word).unwrap().1;
    let style =
        Style { width: 80, colour: Colour::On, charset: Charset::Unicode, notes: Notes::Shown };
    let mut report = skills::skills(&catalog, &skills::Filter::default()).unwrap();
    bencher.bench_local(|| {
        let document =
            Document::new(Some(&catalog), &mut report, &Presentation::default()).unwrap();
        let mut text = Vec::new();
        render(format, &document, &mut report, &style, &mut text).unwrap();
        text.len()
    });
}
