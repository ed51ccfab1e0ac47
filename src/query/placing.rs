//! Names as people write them in profiles and résumés: which skill, certificate or role each is. Knows exact names
//! only, since a guess would put words into somebody's mouth.

use std::cell::OnceCell;

use super::career::{Career, CareerTitles};
use super::lookup::exactly;
use super::role::{FoundRole, listed};
use crate::catalog::{Catalog, Certification, Collection, Noun, Skill, fold};

/// The names of a catalog, ready for many questions.
pub struct Names<'a> {
    catalog: &'a Catalog,
    career: OnceCell<Career<'a>>,
    career_titles: OnceCell<CareerTitles>,
}

/// A title with the role that it is.
#[derive(Debug, Clone)]
pub struct PlacedTitle<'a> {
    /// The role.
    pub found: FoundRole<'a>,
    /// The title without the word that was left out, as given.
    pub title: String,
    /// The word that was left out: `Senior`.
    pub dropped: Option<String>,
}

impl<'a> Names<'a> {
    /// The names of everything in a catalog.
    pub fn of(catalog: &'a Catalog) -> Self {
        Names { catalog, career: OnceCell::new(), career_titles: OnceCell::new() }
    }

    /// The skill or tool of this name; where it is told by two names, both are of the same one.
    pub fn skill(&self, given: &str) -> Option<&'a Skill> {
        let plain = plain(given);
        let skills = self.catalog.skills();
        named(skills, &plain).or_else(|| {
            let parts = Parts::of(skills, &plain);
            parts.found.filter(|_| parts.unknown.is_empty())
        })
    }

    /// The certificate of this name, with or without abbreviation, issuer and year, but of no other level and not one
    /// that is still to be earned.
    pub fn certification(&self, given: &str) -> Option<&'a Certification> {
        let plain = plain(given);
        let words = |text: &str, list: &[&str]| {
            let folded = fold(text);
            folded.split(|sign: char| !sign.is_alphanumeric()).any(|word| list.contains(&word))
        };
        if words(&plain, NOT_HELD) {
            return None;
        }
        let certifications = self.catalog.certifications();
        named(certifications, &plain).or_else(|| {
            let parts = Parts::of(certifications, &plain);
            let title = fold(&parts.found?.title);
            let another = |part: &&str| {
                let part = fold(part);
                // With the issuer before it, the title is still the title.
                words(part.strip_suffix(&title).unwrap_or(&part), OTHER_LEVELS)
            };
            parts.found.filter(|_| !parts.unknown.iter().any(another))
        })
    }

    /// The role of this title; a word that tells how senior one is may be left out.
    pub fn title(&self, given: &str) -> Option<PlacedTitle<'a>> {
        let whole = plain(given);
        if let Some(found) = self.exact_title(&whole) {
            return Some(PlacedTitle { found, title: whole, dropped: None });
        }
        let words: Vec<&str> = whole.split_whitespace().collect();
        let without = |index: usize, rest: &[&str]| {
            let dropped = *words.get(index)?;
            let known = SENIORITY.contains(&fold(dropped).trim_end_matches('.'));
            let title = rest.join(" ");
            let found = self.exact_title(&title).filter(|_| known)?;
            Some(PlacedTitle { found, title, dropped: Some(dropped.to_owned()) })
        };
        let (_, behind) = words.split_first()?;
        let (_, before) = words.split_last()?;
        without(0, behind).or_else(|| without(words.len() - 1, before))
    }

    /// Whether a title is of this career: it is, or holds as whole words, the name of one of its roles.
    pub fn is_of_the_career(&self, title: &str) -> bool {
        let placed = self.title(title).map(|placed| placed.found.role);
        let career = self.career.get_or_init(|| Career::of(self.catalog));
        let titles = || self.career_titles.get_or_init(|| CareerTitles::of(career));
        placed.is_some_and(|role| career.holds(role)) || titles().is_in(&plain(title))
    }

    /// The role whose own name this is, else the only one as which O*NET lists it.
    fn exact_title(&self, title: &str) -> Option<FoundRole<'a>> {
        if let Some(role) = named(self.catalog.roles(), title) {
            return Some(FoundRole::from(role));
        }
        match listed(self.catalog, &fold(title)).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// The entry of a name: as it stands, without the signs around it, or without the words around it that say only what
/// kind of thing it is.
fn named<'a, T: Noun>(entries: &'a Collection<T>, name: &str) -> Option<&'a T> {
    let folded = fold(name);
    let bare = folded.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let bare = bare.trim_end_matches(|sign: char| !sign.is_alphanumeric() && !"+#".contains(sign));
    let spaced: String =
        bare.chars().map(|sign| if ",:;()|".contains(sign) { ' ' } else { sign }).collect();
    let spaced = fold(&spaced);
    let mut words: Vec<&str> = spaced.split(' ').collect();
    words.retain(|word| !KINDS.contains(word));
    let kindless = words.join(" ");
    [folded.as_str(), bare, &spaced, &kindless].iter().find_map(|name| exactly(entries, name))
}

/// What the parts of a name are, as far as they agree.
struct Parts<'a, 'n, T> {
    found: Option<&'a T>,
    unknown: Vec<&'n str>,
}

impl<'a, 'n, T: Noun> Parts<'a, 'n, T> {
    fn of(entries: &'a Collection<T>, name: &'n str) -> Self {
        let parts = name.split(['(', ')', ',', ';', ':', '|', '/']);
        let parts = parts.flat_map(|part| part.split(" - ")).map(str::trim);
        let (mut found, mut unknown): (Vec<&'a T>, Vec<&str>) = (Vec::new(), Vec::new());
        for part in parts.filter(|part| !part.is_empty()) {
            match named(entries, part) {
                Some(entry) => found.push(entry),
                None => unknown.push(part),
            }
        }
        let agree = found.windows(2).all(|pair| pair[0].id() == pair[1].id());
        Parts { found: found.first().copied().filter(|_| agree), unknown }
    }
}

/// A name without marks, tags and the like.
fn plain(given: &str) -> String {
    let given = given.replace("&amp;", "&");
    let mut plain = String::with_capacity(given.len());
    let mut rest = given.as_str();
    while let Some(sign) = rest.chars().next() {
        rest = &rest[sign.len_utf8()..];
        match sign {
            '<' if rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/') => {
                rest = rest.split_once('>').map_or(rest, |(_, behind)| behind);
            }
            '®' | '™' | '℠' | '©' => (),
            '–' | '—' | '‐' | '‑' => plain.push('-'),
            '\u{a0}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

/// Words that say of a certificate only that it is one.
const KINDS: &[&str] = &[
    "certification",
    "certificate",
    "certified",
    "credential",
    "holder",
    "certificación",
    "certificacion",
    "zertifizierung",
    "zertifikat",
];

/// Words that say that a certificate is not held.
const NOT_HELD: &[&str] = &[
    "course",
    "training",
    "prep",
    "preparation",
    "bootcamp",
    "candidate",
    "expected",
    "planned",
    "progress",
    "pursuing",
    "studying",
    "expired",
    "lapsed",
    "exam",
    "workshop",
];

/// Words that tell one level of a certificate from another.
const OTHER_LEVELS: &[&str] = &[
    "professional",
    "practitioner",
    "foundation",
    "foundations",
    "fundamentals",
    "associate",
    "expert",
    "specialty",
    "advanced",
    "master",
    "intermediate",
    "ii",
    "iii",
    "2",
    "3",
];

/// Words that tell how senior a title is.
const SENIORITY: &[&str] = &[
    "senior",
    "sr",
    "lead",
    "principal",
    "staff",
    "junior",
    "jr",
    "i",
    "ii",
    "iii",
    "iv",
    "1",
    "2",
    "3",
    "4",
];
