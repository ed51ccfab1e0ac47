//! The words of a text, as they are searched for. Knows no text.

use std::borrow::Cow;

use memchr::memchr_iter;

/// The words of a text that is `unaccented`; `c++`, `c#`, `p&l` and `4.5%` stay whole, numbers lose their commas.
pub fn words(lower: &str) -> impl Iterator<Item = Cow<'_, str>> + Clone {
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '&' | '.' | ',' | '%' | '$');
    let stretches = lower.split(move |c| !inside(c)).map(|word| word.trim_end_matches(['.', ',']));
    stretches.flat_map(|stretch| {
        let number = is_grouped(stretch).then(|| stretch.replace(',', "").into());
        let others = if number.is_none() { stretch } else { "" };
        let words = others.split(',').filter(|word| !word.is_empty()).map(Cow::from);
        number.into_iter().chain(words)
    })
}

/// Whether commas stand in something, each between two digits.
fn is_grouped(stretch: &str) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = stretch.as_bytes();
    let mut commas = memchr_iter(b',', bytes).peekable();
    commas.peek().is_some()
        && commas.all(|at| is_digit(bytes[..at].last()) && is_digit(bytes.get(at + 1)))
}

/// Whether a word that is looked for is another or its beginning; a single letter only itself.
pub fn begins_word(word: &str, wanted: &str) -> bool {
    let (word, wanted) = (bare(word), bare(wanted));
    word == wanted || (may_begin(wanted) && word.starts_with(wanted))
}

/// Whether a word is long enough to stand for those that it begins.
pub(super) fn may_begin(bare: &str) -> bool {
    bare.chars().nth(1).is_some()
}

/// A word without the signs before it.
pub fn bare(word: &str) -> &str {
    word.trim_start_matches(['.', '$'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_signs_stay_whole_and_single_letters_match_only_themselves() {
        let told: Vec<_> = words("c++, ci/cd and 4.5%. $136,550 jira,jql,").collect();
        assert_eq!(told, ["c++", "ci", "cd", "and", "4.5%", "$136550", "jira", "jql"]);
        let pairs = [("risks", "risk"), ("$136550", "136550"), ("c", "c")];
        assert!(pairs.iter().all(|(word, wanted)| begins_word(word, wanted)));
        assert!(!begins_word("cloud", "c") && !begins_word("risk", "risks"));
    }
}
