//! The words of a text, as they are searched for. Knows no text.

use super::name::unaccented;

/// Words in lower case; `c++`, `c#`, `p&l` and `4.5%` stay whole.
pub fn words(text: &str) -> Vec<String> {
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '&' | '.' | ',' | '%' | '$');
    let lower = unaccented(text);
    let words = lower.split(|c: char| !inside(c)).map(|word| word.trim_end_matches(['.', ',']));
    words.filter(|word| !word.is_empty()).map(|word| word.replace(',', "")).collect()
}

/// Whether a word that is looked for is another or its beginning; a single letter only itself.
pub fn begins_word(word: &str, wanted: &str) -> bool {
    let (word, wanted) = (bare(word), bare(wanted));
    word == wanted || (has_letters(wanted) && word.starts_with(wanted))
}

/// Whether a word is long enough to stand for those that it begins.
pub(super) fn has_letters(bare: &str) -> bool {
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
        assert_eq!(words("C++, CI/CD and 4.5%."), ["c++", "ci", "cd", "and", "4.5%"]);
        assert_eq!(words("$136,550"), ["$136550"]);
        let pairs = [("risks", "risk"), ("$136550", "136550"), ("c", "c")];
        assert!(pairs.iter().all(|(word, wanted)| begins_word(word, wanted)));
        assert!(!begins_word("cloud", "c") && !begins_word("risk", "risks"));
    }
}
