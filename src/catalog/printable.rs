//! Which characters may reach a terminal. Knows no text in particular.

/// Whether a character is safe to print: no control, no bidirectional override, no line or paragraph separator.
pub fn is_printable(character: char) -> bool {
    !character.is_control()
        && !matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}
