//! Which lines of a posting are headings, and the part that each begins. Knows no sentence.

use std::ops::Range;

use super::hits::Hit;
use super::text::Text;
use crate::catalog::cue::{Cue, Kinds, Part};

/// How long a heading may be, in bytes.
const HEADING: usize = 90;

/// The kind of cues that tell a part.
pub(super) const PART: Kinds = Kinds::of(&[Cue::Part(Part::Opening)]);

/// Whether a line is a heading, and which part it begins, if its words tell.
pub(super) fn heading(
    text: &Text,
    place: &Range<usize>,
    cues: &[Hit<Cue>],
    kinds: Kinds,
) -> Option<Option<Part>> {
    let line = text.shown[place.clone()].trim_ascii();
    if line.len() > HEADING {
        return None;
    }
    let marked = line.starts_with('#')
        || line.ends_with(':')
        || (line.starts_with("**") && line.trim_end_matches(':').ends_with("**"))
        || (line.starts_with("__") && line.ends_with("__"));
    let bullet = line.starts_with(['*', '-']) && !line.starts_with("**");
    let ends = line.ends_with(['.', '!', ',', ';']) && !line.ends_with("...");
    // Most lines are told here, before their words are counted.
    if !marked && (bullet || ends) {
        return None;
    }
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != ')');
    // A line that is read holds no white space but single spaces between words.
    let words = bare.bytes().filter(|byte| *byte == b' ').count() + usize::from(!bare.is_empty());
    if words == 0 || words > 10 {
        return None;
    }
    let whole =
        WHOLE.iter().find(|(word, _)| bare.eq_ignore_ascii_case(word)).map(|(_, part)| *part);
    let told = whole
        .or_else(|| kinds.any(PART).then(|| told(text, place.start, cues, |_| true)).flatten());
    // `Salary: $120k` tells of that line alone.
    let valued = !marked && bare.contains(": ");
    let short = words <= 6 && !valued && !says_unneeded(place, cues);
    let titled = || {
        bare.split(' ').all(|word| {
            let first = word.chars().next().unwrap_or(' ');
            !first.is_lowercase() || SMALL.contains(&word)
        })
    };
    match (marked, bullet) {
        (true, false) => Some(told),
        (true, true) => told.is_some().then_some(told),
        // Without a mark, it takes the words of a heading, and their capitals or no others.
        (false, false)
            if short
                && (titled()
                    || begins_with_cue(line, place, cues)
                    || says_no_more(text, place, cues)) =>
        {
            told.map(Some)
        }
        _ => None,
    }
}

/// Whether a line says of what it begins with that it need not be: `PMP Not Required`.
fn says_unneeded(place: &Range<usize>, cues: &[Hit<Cue>]) -> bool {
    let unneeded = |hit: &Hit<Cue>| hit.of == Cue::Unneeded && hit.start > place.start + 3;
    cues.iter().any(unneeded) && !cues.iter().any(|hit| hit.of == Cue::Wished)
}

fn begins_with_cue(line: &str, place: &Range<usize>, cues: &[Hit<Cue>]) -> bool {
    let whole = place.start + line.trim_end_matches(['?', ':', ' ']).len();
    cues.iter().any(|hit| {
        matches!(hit.of, Cue::Part(_)) && hit.start <= place.start + 3 && hit.end >= whole
    })
}

/// Whether a line begins with a capital and says nothing but what headings say: `Preferred qualifications`.
fn says_no_more(text: &Text, place: &Range<usize>, cues: &[Hit<Cue>]) -> bool {
    let line = &text.shown[place.clone()];
    let mut start = place.start;
    let mut known = |piece: &str| {
        let word = piece.trim_ascii().trim_end_matches('?');
        let place = start..start + word.len();
        start += piece.len();
        word.is_empty()
            || SMALL.contains(&word)
            || SORTS.iter().any(|sort| word.eq_ignore_ascii_case(sort))
            || cues.iter().any(|hit| {
                let told = matches!(hit.of, Cue::Part(_));
                told && hit.start <= place.start && place.end <= hit.end
            })
    };
    line.starts_with(char::is_uppercase) && line.split_inclusive([' ', '\t', '\n']).all(&mut known)
}

/// Words that say of which sort what stands below a heading is.
const SORTS: [&str; 10] = [
    "basic",
    "key",
    "core",
    "main",
    "other",
    "general",
    "additional",
    "technical",
    "soft",
    "essential",
];

/// Words that tell the part only where they are the whole heading.
const WHOLE: [(&str, Part); 12] = [
    ("role", Part::Duties),
    ("position", Part::Duties),
    ("job", Part::Duties),
    ("description", Part::Opening),
    ("overview", Part::Opening),
    ("summary", Part::Duties),
    ("you", Part::Requirements),
    ("us", Part::Company),
    ("essential", Part::Requirements),
    ("essentials", Part::Requirements),
    ("plus", Part::Wishes),
    ("pay", Part::Benefits),
];

/// Words that a title writes small.
pub(super) const SMALL: [&str; 22] = [
    "and", "of", "the", "for", "to", "a", "an", "in", "on", "or", "with", "you", "we", "your",
    "will", "are", "be", "have", "do", "it", "us", "at",
];

/// The part that the cues of a heading tell: what is wished for before anything else, then the longest.
pub(super) fn told(
    text: &Text,
    start: usize,
    cues: &[Hit<Cue>],
    counts: impl Fn(&Hit<Cue>) -> bool,
) -> Option<Part> {
    let parts = cues.iter().filter(|hit| counts(hit)).filter_map(|hit| match hit.of {
        Cue::Part(part) => Some((part, hit)),
        _ => None,
    });
    let ranked = parts.max_by_key(|(part, hit)| {
        let words = text.folded[hit.start..hit.end].split(' ').count();
        // `About the role` is about the role, and `why` alone about the company, wherever they stand first.
        let first = hit.start <= start + 4;
        (*part == Part::Wishes, words > 1, first, hit.end - hit.start)
    });
    ranked.map(|(part, _)| part)
}
