//! When two names are the same: without case, accents, hyphens. Knows no particular name.

/// A name as names are compared: without case and accents, hyphens and underscores as spaces, single spaces.
pub fn fold(name: &str) -> String {
    let mut all = String::with_capacity(name.len());
    for word in words(name) {
        if !all.is_empty() {
            all.push(' ');
        }
        let begun = all.len();
        match word.is_ascii() {
            true => {
                all.push_str(word);
                all[begun..].make_ascii_lowercase();
            }
            false => all.extend(plain(word)),
        }
    }
    all
}

/// Whether a name is, as names are compared, the one that `fold` has given.
pub fn is_named(name: &str, wanted: &str) -> bool {
    if differs_soon(name, wanted) {
        return false;
    }
    match name.is_ascii() {
        true => is_plainly_named(name, wanted).unwrap_or(false),
        false => folded(name).eq(wanted.chars()),
    }
}

/// The same of a name without accents, word by word; `None` where a word is not the one that is wanted.
fn is_plainly_named(name: &str, wanted: &str) -> Option<bool> {
    let mut rest = wanted.as_bytes();
    for (number, word) in words(name).enumerate() {
        if number > 0 {
            rest = rest.strip_prefix(b" ")?;
        }
        let (begun, after) = rest.split_at_checked(word.len())?;
        if !begun.eq_ignore_ascii_case(word.as_bytes()) {
            return None;
        }
        rest = after;
    }
    Some(rest.is_empty())
}

/// Whether a name begins, as names are compared, with what `fold` has given.
pub fn begins_with(name: &str, wanted: &str) -> bool {
    let mut letters = folded(name);
    !differs_soon(name, wanted) && wanted.chars().all(|letter| letters.next() == Some(letter))
}

/// The same, where what follows in the name is another word: `ai` is not the beginning of `airlines`.
pub fn begins_with_words(name: &str, wanted: &str) -> bool {
    let mut letters = folded(name);
    wanted.chars().all(|letter| letters.next() == Some(letter))
        && letters.next().is_none_or(|next| next == ' ')
}

/// Whether the first letter tells a name from one that is folded, as it does most.
pub fn differs_at_once(name: &str, wanted: &str) -> bool {
    known_first(name).zip(wanted.bytes().next()).is_some_and(|(first, other)| first != other)
}

/// Whether the letters before any other sign tell a name from one that is folded.
fn differs_soon(name: &str, wanted: &str) -> bool {
    let both = name.bytes().zip(wanted.bytes());
    let mut plain = both.take_while(|(letter, _)| letter.is_ascii_alphanumeric());
    plain.any(|(letter, other)| letter.to_ascii_lowercase() != other)
}

/// The byte with which a name begins as names are compared, where its own first one tells.
fn known_first(name: &str) -> Option<u8> {
    name.bytes().next().filter(u8::is_ascii_alphanumeric).map(|first| first.to_ascii_lowercase())
}

/// The letters of a name as names are compared.
fn folded(name: &str) -> impl Iterator<Item = char> {
    words(name)
        .enumerate()
        .flat_map(|(index, word)| (index > 0).then_some(' ').into_iter().chain(plain(word)))
}

/// The words of a name, which hyphens, underscores and spaces part.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split(|c: char| matches!(c, '-' | '_') || c.is_whitespace());
    words.filter(|word| !word.is_empty())
}

/// Text in lower case without the accents that people leave out when they type: `resume` for `résumé`.
pub fn unaccented(text: &str) -> String {
    match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => plain(text).collect(),
    }
}

fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_compared_without_case_accents_hyphens_and_spaces_around() {
        for name in ["Résumé  Builder", " resume-builder", "RESUME_builder ", "resume - builder"]
        {
            assert_eq!(fold(name), "resume builder");
            assert!(is_named(name, "resume builder") && !is_named(name, "resume build"));
            assert!(begins_with(name, "resume bu") && !begins_with(name, "resume builders"));
            assert!(begins_with_words(name, "resume") && !begins_with_words(name, "resume bu"));
        }
        assert_eq!(fold(" - "), "");
    }

    proptest! {
        #[test]
        fn every_name_is_the_one_that_it_is_folded_to(name in "[a-cA-C é_-]{0,12}") {
            let folded = fold(&name);
            prop_assert!(is_named(&name, &folded) && begins_with(&name, &folded));
            prop_assert!(fold(&folded) == folded);
        }
    }
}
