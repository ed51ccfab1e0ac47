//! How fast a stream of postings is read: `cargo bench --bench posting` gives MB/s, beside taking the lines apart alone.
//!
//! What callgrind and perf found, per byte of a stream of real postings of about 4 KB:
//!
//! - at first 440 instructions: 126 took the text in character by character, 124 looked for phrases at every byte and then
//!   asked of each hit whether a word begins there, 100 looked at every byte for the end of a sentence, 37 wrote the row
//!   (half of that looked at each of its characters for controls), 19 looked for pay, 7 took the line apart;
//! - then 140. Of the time a third went to walking a tree of phrases by their letters, since half of the words of a posting
//!   begin one. A hash of their first bytes, with all that is known of a phrase side by side, took four fifths of the time
//!   with as many instructions;
//! - then 114, in seven tenths of the time. One posting again and again was read up to 1.8 times as fast as ten in turn: by
//!   callgrind's model 1.6 branches in a byte were foretold wrongly, and they took nearly half of the time. A tenth fewer
//!   instructions changed nothing until some of these branches were gone; there were 1.2 then. Most were loops of a few steps: each
//!   cue of a sentence was asked for in one of its own (their kinds are known as bits since), and places of unknown distance were
//!   searched for one after the other (`marks.rs` compares a block and then goes through its bits). These two took an eighth
//!   of the time alone. Of the rest phrases take two fifths, sentences a tenth, the row that is written another one.
//! - then 106, in thirteen fourteenths of the time: what is asked at each word counts, and nothing that is asked seldom does.
//!   Most phrases that are a later part of a spelling stand behind no earlier one, which one comparison tells for all of them; that
//!   a word goes on is told by a table; a currency is looked for by the one letter that all of its signs end with; no list is made of
//!   what stands in a text before it is taken in, but to note first where something may stand and look it up later is worth its
//!   while: without, a twentieth more time.
//!
//! What is left: the same postings over and over are read in seven tenths of the time that ever new ones take, since a processor
//! foresees what it has seen. Every posting runs through more code than its nearest cache holds. No one step has many
//! instructions. A program that rustc built by a profile of other postings and of all commands read no faster.
//!
//! The stream of this benchmark has other words in every posting, for what comes again soon is foretold rightly.
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

/// Of how many words one is another one in each posting.
const OTHER: usize = 7;

/// A stream of postings, one a line: those of `benches/postings/`, each time with some words of others.
fn stream() -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/postings");
    let texts = ["bank.txt", "clinic.txt", "ferries.txt", "robots.html"]
        .map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let words: Vec<&str> =
        texts.iter().flat_map(|text| text.split(' ')).filter(|word| !word.contains('\n')).collect();
    let mut random = 1_u64;
    let mut next = move |below: usize| {
        // A generator of Lehmer's, whose high bits are good enough here.
        random = random.wrapping_mul(0xda94_2042_e4dd_58b5);
        (random >> 33) as usize % below
    };
    let mut stream = String::new();
    for number in 0..POSTINGS {
        let posting = texts[number % texts.len()].split(' ').map(|word| match next(OTHER) {
            0 if !word.contains('\n') => words[next(words.len())],
            _ => word,
        });
        let posting = posting.collect::<Vec<_>>().join(" ");
        stream.push_str(&serde_json::json!({ "id": number, "text": posting }).to_string());
        stream.push('\n');
    }
    stream
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
        stream.lines().map(|line| reader.read_text(&text(line)).terms.len()).sum::<usize>()
    });
}
