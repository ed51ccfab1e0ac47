//! When two names are the same: without case, accents, hyphens. Knows no particular name.

/// A name as names are compared: without case and accents, hyphens and underscores as spaces, single spaces.
pub fn fold(name: &str) -> String {
    let spaced = unaccented(name).replace(['-', '_'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in lower case without the accents that people leave out when they type: `resume` for `résumé`.
pub fn unaccented(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = text.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    });
    plain.collect()
}
