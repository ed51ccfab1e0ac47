//! Text in ASCII: each other sign becomes the nearest that a plain terminal has. Knows no layout.

use super::layout::width;

/// Replaces every sign that is not ASCII.
pub fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            _ if sign.is_ascii() => plain.push(sign),
            '–' | '—' | '─' | '‐' | '−' => plain.push('-'),
            '’' | '‘' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            '…' => plain.push_str("..."),
            '→' => plain.push('>'),
            '✓' => plain.push('x'),
            '●' | '•' => plain.push('*'),
            '·' => plain.push('.'),
            '▲' => plain.push('^'),
            '├' | '┤' | '│' => plain.push('|'),
            '━' => plain.push('='),
            '╋' => plain.push('#'),
            '◆' => plain.push('o'),
            '×' => plain.push('x'),
            '≥' => plain.push_str(">="),
            '≤' => plain.push_str("<="),
            'ß' => plain.push_str("ss"),
            // What stands on the letter before it.
            _ if width(sign.encode_utf8(&mut [0; 4])) == 0 => (),
            _ => plain.push(letter(sign)),
        }
    }
    plain
}

/// A letter without its accent.
fn letter(accented: char) -> char {
    let plain = BARE.iter().find(|(_, accents)| accents.contains(accented));
    plain.map_or('?', |(letter, _)| *letter)
}

/// Letters, with those that are them under an accent.
const BARE: [(char, &str); 18] = [
    ('a', "áàâäãå"),
    ('c', "ç"),
    ('e', "éèêë"),
    ('i', "íìîï"),
    ('n', "ñ"),
    ('o', "óòôöõø"),
    ('s', "š"),
    ('u', "úùûü"),
    ('y', "ýÿ"),
    ('z', "ž"),
    ('A', "ÁÀÂÄÃÅ"),
    ('C', "Ç"),
    ('E', "ÉÈÊË"),
    ('I', "ÍÌÎÏ"),
    ('N', "Ñ"),
    ('O', "ÓÒÔÖÕØ"),
    ('S', "Š"),
    ('U', "ÚÙÛÜ"),
];
