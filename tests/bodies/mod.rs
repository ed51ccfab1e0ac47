//! What holds of whatever comes in: a body for each kind of input, run by the fuzz targets and by `tests/laws.rs`.

use std::collections::BTreeSet;
use std::fs;

use tpm_path::catalog::{Catalog, Date, is_printable, rules};
use tpm_path::cli::value;
use tpm_path::dataset::diagnostic::{Places, Severity, show};
use tpm_path::dataset::{Layer, load};
use tpm_path::profile::{self, Edit, Entry, Fault, List, Profile, resume};
use tpm_path::query::{
    Names, Person, Posting, PostingReader, imported, lookup, person, place, search,
};
use tpm_path::render::{Charset, Colour, Format, Notes, Style, clean, record, render};
use tpm_path::report::posting::{Asker, PostingRow, Scoring, matching};
use tpm_path::report::{
    Document, Presentation, Report, conflicts, guide, levels, overview, sources,
};

/// What is asked again and again: made once, and kept to the end.
struct Kept {
    catalog: &'static Catalog,
    reader: PostingReader<'static>,
    names: Names<'static>,
}

thread_local! {
    static KEPT: &'static Kept = {
        let catalog: &'static Catalog = Box::leak(Box::new(Catalog::builtin()));
        let reader = PostingReader::new(catalog);
        Box::leak(Box::new(Kept { catalog, reader, names: Names::of(catalog) }))
    };
}

fn kept() -> &'static Kept {
    KEPT.with(|kept| *kept)
}

fn today() -> Date {
    "2026-11-21".parse().expect("a date")
}

fn lines(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte == b'\n').count() + 1
}

/// Every format: nothing a terminal acts on, JSON that is JSON, CSV as wide as its header.
fn shown(catalog: &Catalog, report: &mut dyn Report) {
    for (name, format) in Format::ALL {
        for width in [20, 80] {
            let style = Style {
                width,
                colour: Colour::Off,
                charset: Charset::Unicode,
                notes: Notes::Shown,
            };
            let mut text = Vec::new();
            let presentation = Presentation::default();
            let document =
                Document::new(Some(catalog), report, &presentation).expect("the first sheet");
            render(format, &document, report, &style, &mut text).expect("memory takes all");
            let text = String::from_utf8(text).expect("text");
            let acts = text.chars().find(|sign| *sign != '\n' && !is_printable(*sign));
            assert_eq!(acts, None, "{name}: {text:?}");
            if format == Format::Json {
                serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
            }
        }
    }
}

/// A file laid over a small dataset: every finding has a place in its file, and what no rule objects to is shown.
pub fn dataset(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("laid-over.toml"), bytes).expect("a file");
    let tiny = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tiny")
        .replace("/fuzz/tests", "/tests");
    let layers = [Layer::Directory(tiny.into()), Layer::Directory(folder.path().into())];
    let Ok(raw) = load(&layers) else {
        assert!(std::str::from_utf8(bytes).is_err(), "only what is no text cannot be read");
        return;
    };
    let findings = rules::check(&raw);
    for finding in &findings {
        let place = Places::of(&raw).at(finding.file, finding.start);
        assert!(place.line <= lines(raw.files[finding.file].text.as_bytes()), "{finding:?}");
        assert!(place.column >= 1 && place.excerpt.len() <= 1100, "{finding:?}");
        let said = [&finding.message].into_iter().chain(&finding.hint);
        said.for_each(|said| assert!(!said.is_empty() && !said.contains('\n'), "{finding:?}"));
    }
    assert!(show(&findings, &raw).lines().all(|line| clean(line).chars().all(is_printable)));
    if findings.iter().all(|finding| finding.severity != Severity::Error) {
        let catalog = Catalog::assemble(raw).expect("the rules have passed");
        shown(&catalog, &mut overview::overview(&catalog).expect("a ladder"));
        shown(&catalog, &mut guide::guide(&catalog));
        shown(&catalog, &mut sources::sources(&catalog));
        shown(&catalog, &mut conflicts::conflicts(&catalog));
        shown(&catalog, &mut levels::levels(&catalog, None).expect("a ladder"));
    }
}

fn told(fault: &Fault, text: &[u8]) {
    assert!(fault.line >= 1 && fault.line <= lines(text), "{fault:?}");
    assert!(fault.column >= 1 && fault.column <= text.len() + 1, "{fault:?}");
    assert!(!fault.message.contains('\n') && fault.message.chars().count() <= 201, "{fault:?}");
}

fn ids(profile: &Profile, list: List) -> Vec<String> {
    match list {
        List::Skills => profile.skills.iter().map(|one| one.id.get_ref().clone()).collect(),
        List::Certifications => {
            profile.certifications.iter().map(|one| one.id.get_ref().clone()).collect()
        }
    }
}

/// A profile: what is wrong has a place in it; an edit adds or takes away one stretch and keeps every other byte.
pub fn profile(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = match profile::read(text) {
        Ok(read) => read,
        Err(fault) => return told(&fault, bytes),
    };
    if let Err(misfit) = person(kept().catalog, &read, today()) {
        assert!(misfit.span.start <= misfit.span.end && misfit.span.end <= text.len());
    }
    const NEW: &str = "never-heard-of";
    let same = |id: &str| id == NEW;
    for list in [List::Skills, List::Certifications] {
        let before = ids(&read, list);
        if before.iter().any(|id| same(id)) {
            continue;
        }
        let entry = Entry { id: NEW.to_owned(), more: Vec::new() };
        let edited = match profile::add(text, list, &entry, same) {
            Ok(Edit::Changed(edited)) => edited,
            other => panic!("{other:?}"),
        };
        inserted(text, &edited);
        let after = profile::read(&edited).expect("an edit leaves a profile");
        assert_eq!(ids(&after, list), [before.as_slice(), &[NEW.to_owned()]].concat());
        let Ok(Edit::Changed(removed)) = profile::remove(&edited, list, same) else {
            panic!("what was added is not removed: {edited}");
        };
        inserted(&removed, &edited);
        let again = profile::read(&removed).expect("an edit leaves a profile");
        assert_eq!(ids(&again, list), before);
    }
    if let Some(first) = ids(&read, List::Skills).first() {
        let Ok(Edit::Changed(removed)) = profile::remove(text, List::Skills, |id| id == first)
        else {
            panic!("{first} is not removed from {text}");
        };
        let left = ids(&profile::read(&removed).expect("an edit leaves a profile"), List::Skills);
        let kept: Vec<String> =
            ids(&read, List::Skills).into_iter().filter(|id| id != first).collect();
        assert_eq!(left, kept);
    }
}

/// One text is the other with one stretch put in.
fn inserted(short: &str, long: &str) {
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let alike = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let behind = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    assert!(
        alike + behind >= short.len(),
        "{:?}\n{:?}",
        String::from_utf8_lossy(short),
        String::from_utf8_lossy(long)
    );
}

/// A résumé: it becomes a profile that is read again, without anything unseen, and says the same.
pub fn resume(bytes: &[u8]) {
    let Kept { catalog, .. } = kept();
    let read = match resume::read(bytes) {
        Ok(read) => read,
        Err(fault) => return told(&fault, bytes),
    };
    let found = imported(catalog, &read, today());
    let text = found.draft().text();
    let unseen = text.chars().find(|sign| *sign != '\n' && !is_printable(*sign));
    assert_eq!(unseen, None, "{text}");
    let profile = profile::read(&text).expect("what is written is a profile");
    let person = person(catalog, &profile, today()).expect("that fits the dataset");
    assert_eq!(person.worked, found.years);
    assert_eq!(person.years, found.career_years);
    shown(catalog, &mut tpm_path::report::profile::imported("profile.toml".to_owned(), &found));
}

/// A posting: every place lies in it, every number is one, and no format shows what a terminal acts on.
pub fn posting(bytes: &[u8]) {
    let Kept { catalog, reader, .. } = kept();
    let posting = reader.read(bytes);
    places(&posting, lines(bytes));
    let nobody = Person::default();
    let asker = Asker::new(catalog, &nobody, None, Scoring::Off).expect("the nation");
    let mut row = Vec::new();
    record(&PostingRow::new("one".to_owned(), reader.read(bytes), &asker), &mut row)
        .expect("memory takes all");
    let row = String::from_utf8(row).expect("text");
    serde_json::from_str::<serde_json::Value>(&row).expect("JSON");
    assert!(row.chars().all(|sign| sign == '\n' || is_printable(sign)), "{row}");
    shown(catalog, &mut matching(&asker, vec![("one".to_owned(), posting)]));
}

fn places(posting: &Posting<'_>, most: usize) {
    let title = posting.title.iter().map(|title| title.line);
    let years = posting.years.iter().map(|years| years.line);
    let pay = posting.pay.iter().map(|pay| pay.line);
    let degree = posting.degree.iter().map(|degree| degree.line);
    let terms = posting.terms.iter().map(|term| term.line);
    for line in title.chain(years).chain(pay).chain(degree).chain(terms) {
        assert!(line >= 1 && line <= most, "line {line} of {most}: {posting:?}");
    }
    let mut seen = BTreeSet::new();
    assert!(posting.terms.iter().all(|term| seen.insert(&term.term.id) && !term.words.is_empty()));
    if let Some(years) = posting.years {
        assert!(years.from.is_finite() && years.to.is_none_or(|to| to >= years.from && to <= 30.0));
    }
    if let Some(pay) = &posting.pay {
        assert!(
            pay.low > 0.0
                && pay.low < 1e9
                && pay.high.is_none_or(|high| high >= pay.low && high < 1e9)
        );
    }
}

/// A word of a command line: it is read as a value within its bounds or refused, by every reader of values and of names.
pub fn values(bytes: &[u8]) {
    let Kept { catalog, names, .. } = kept();
    let text = String::from_utf8_lossy(bytes);
    let text = text.as_ref();
    if let Ok(percentile) = value::percentile(text) {
        assert!(percentile.number() > 0.0 && percentile.number() < 100.0);
    }
    if let Ok(usd) = value::amount(text) {
        assert!((1_000.0..1e9).contains(&usd.dollars()));
    }
    if let Ok(years) = value::years(text) {
        assert!((0.0..=60.0).contains(&years.number()));
    }
    if let Ok(month) = value::month(text) {
        assert_eq!(month.to_string().parse(), Ok(month));
    }
    if let Ok(date) = value::date(text) {
        assert_eq!(date.to_string().parse(), Ok(date));
    }
    if let Ok(width) = value::width(text) {
        assert!(value::WIDTHS.contains(&width));
    }
    if let Ok(key) = value::sort_key(text) {
        assert!(text.starts_with(&key.key));
    }
    let _ = (value::count(text), value::education(text), value::word(text));
    let _ = (lookup(catalog.levels(), text).is_ok(), lookup(catalog.skills(), text).is_ok());
    let _ = (place(catalog, text).is_ok(), search(catalog, text));
    let _ = (names.skill(text), names.certification(text), names.title(text));
}
