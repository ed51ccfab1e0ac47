//! Texts of a résumé: bytes made text, texts made tidy, and what is wrong with broken ones. Knows no field.

use crate::profile::Fault;

/// The text of some bytes, without the mark that some editors put before it.
pub(super) fn decoded(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !wide => text,
        Ok(_) => return Err(Fault { line: 1, column: 1, message: UTF_16.to_owned() }),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let good = std::str::from_utf8(good).unwrap_or_default();
            let message = if wide { UTF_16 } else { NO_UTF_8 };
            return Err(Fault::at(good, &(good.len()..good.len()), message));
        }
    };
    match text.trim().is_empty() {
        true => Err(Fault::at(text, &(0..0), "the file is empty")),
        false => Ok(text),
    }
}

const UTF_16: &str = "the text is UTF-16: save the file as UTF-8";

const NO_UTF_8: &str = "the text is not UTF-8: save the file as UTF-8";

/// What is wrong with JSON, and where, in few words of our own where we have some.
pub(super) fn broken(text: &str, error: &serde_json::Error) -> Fault {
    let whole = error.to_string();
    let message = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(message, _)| message);
    let before: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    // The column counts bytes; where it is within a letter, that letter is meant.
    let mut position = (before + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(position) {
        position -= 1;
    }
    let advice = ADVICE.iter().find(|(said, _)| message.contains(said));
    let advice = match text.get(position..).and_then(|rest| rest.chars().next()) {
        Some('/') => Some(COMMENT),
        Some('\'') => Some(SINGLE_QUOTE),
        _ => advice.map(|(_, advice)| *advice),
    };
    let message = advice.map_or(message.to_owned(), |advice| format!("{message}: {advice}"));
    Fault::at(text, &(position..position), message)
}

const COMMENT: &str = "JSON has no comments; take them out";

const SINGLE_QUOTE: &str = "JSON has double quotes only";

/// What to do about what is often wrong.
const ADVICE: &[(&str, &str)] = &[
    ("trailing comma", "take the last comma out"),
    ("key must be a string", "put double quotes around it"),
    ("control character", "write a line break as \\n and a tab as \\t"),
    ("EOF", "the file ends too early; is it cut off?"),
    ("trailing characters", "something stands behind the end of the résumé"),
];

/// How long a name is at most, in characters.
const LONGEST: usize = 200;

/// A text on one line: without control characters and what they switch on, with single spaces; none where nothing is
/// left.
pub(super) fn tidy(text: &str) -> Option<String> {
    let mut shown = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\u{1b}' if signs.next_if_eq(&'[').is_some() => {
                // A sequence of a terminal ends with its first letter.
                while signs.next_if(|sign| !sign.is_alphabetic()).is_some() {}
                signs.next();
            }
            sign if sign.is_whitespace() => shown.push(' '),
            sign if sign.is_control() || is_unseen(sign) => (),
            sign => shown.push(sign),
        }
    }
    let mut tidy = String::new();
    for word in shown.split(' ').filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    let short = tidy.char_indices().nth(LONGEST).map(|(end, _)| end);
    if let Some(end) = short {
        tidy.truncate(end);
        tidy.push('…');
    }
    (!tidy.is_empty()).then_some(tidy)
}

/// Signs without a shape that change how others are shown.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(sign, '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(sign, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The name of a field as it may be shown.
pub(super) fn name(key: &str) -> String {
    tidy(key).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_without_anything_unseen() {
        for (text, shown) in [
            (" a\n\tb ", Some("a b")),
            ("\u{1b}[31mred\u{1b}[0m\u{7}", Some("red")),
            ("\u{200b}\u{0}", None),
            ("\u{202e}olleh", Some("olleh")),
            ("ITIL\u{a0}4", Some("ITIL 4")),
        ] {
            assert_eq!(tidy(text).as_deref(), shown, "{text:?}");
        }
        assert_eq!(tidy(&"x".repeat(5_000)).map(|text| text.chars().count()), Some(LONGEST + 1));
    }
}
