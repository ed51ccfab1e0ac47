//! How fast a stream of postings is read: `cargo bench --bench posting` gives MB/s, beside taking the lines apart alone.
//!
//! What callgrind and perf found, per byte of a stream of real postings of about 4 KB:
//!
//! - at first 440 instructions: 126 took the text in character by character, 124 looked for phrases at every byte and then
//!   asked of each hit whether a word begins there, 100 looked at every byte for the end of a sentence, 37 wrote the row
//!   (half of that looked at each of its characters for controls), 19 looked for pay, 7 took the line apart;
//! - then 140, and 44 MB/s on a shared core that gave 19 before. Of the time a third went to walking a tree of phrases by their letters,
//!   since half of the words of a posting begin one: about one branch in a byte was foretold wrongly, and each step waited for
//!   the one before it;
//! - now as many, in four fifths of the time: phrases are found by a hash of their first bytes, which is decided for many places at once,
//!   and all that is known of one stands side by side. Asking once more by the bytes behind them told
//!   more exactly, but took longer; keeping what a phrase means in tables of their own missed the nearest cache three times more for each. A quarter of the time still goes there:
//!   in a posting of 590 words 340 phrases are found. The rest is spread: sentences a twelfth, taking the text in and what
//!   is paid a twentieth each, memory another one.
//!
//! Making ready took 148 million instructions for a stream and 28 million for one posting, then 11 million for both, of which 10 built the
//! tree. The build stores the phrases as they are used now, and it takes half a million: the terms that they stand for.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark may fail, and reads what it wants"
)]

use divan::Bencher;
use divan::counter::BytesCount;
use tpm_path::catalog::Catalog;
use tpm_path::query::PostingReader;

fn main() {
    divan::main();
}

/// How many postings the stream holds.
const POSTINGS: usize = 500;

/// A stream of postings, one a line.
fn stream() -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/postings");
    let texts = ["senior-tpm.txt", "coordinator.html"]
        .map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let lines = (0..POSTINGS).map(|number| {
        let text = &texts[number % texts.len()];
        format!("{}\n", serde_json::json!({ "id": number, "text": text }))
    });
    lines.collect()
}

fn text(line: &str) -> String {
    let parsed: serde_json::Value = serde_json::from_str(line).unwrap();
    parsed["text"].as_str().unwrap().to_owned()
}

/// Taking the lines apart.
#[divan::bench]
fn reading_alone(bencher: Bencher<'_, '_>) {
    let stream = stream();
    bencher
        .counter(BytesCount::of_str(&stream))
        .bench_local(|| stream.lines().map(|line| text(line).len()).sum::<usize>());
}

/// Taking the lines apart, and reading each posting.
#[divan::bench]
fn matching(bencher: Bencher<'_, '_>) {
    let stream = stream();
    let catalog = Catalog::builtin();
    let reader = PostingReader::new(&catalog);
    bencher.counter(BytesCount::of_str(&stream)).bench_local(|| {
        stream.lines().map(|line| reader.read(text(line).as_bytes()).terms.len()).sum::<usize>()
    });
}
