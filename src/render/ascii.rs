//! Text in ASCII: each other sign becomes the nearest that a plain terminal has. Knows no layout.

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
            'é' | 'è' => plain.push('e'),
            _ => plain.push('?'),
        }
    }
    plain
}
