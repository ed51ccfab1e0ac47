//! Which characters may reach a terminal. Knows no text in particular.

/// Whether a character is safe to print: no control, no bidirectional override, no line or paragraph separator, nothing
/// that stands for no sign and changes others.
pub fn is_printable(character: char) -> bool {
    !character.is_control()
        && !matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}
