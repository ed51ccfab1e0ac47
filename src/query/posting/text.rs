//! A posting as text that can be searched: any bytes, with or without HTML. Knows no word of any language.

use std::ops::Range;

use memchr::memchr_iter;

use super::marks::marks;
use crate::catalog::lexicon::compared;

/// A text made ready: entities decoded, tags gone, one space between words.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// As people read it.
    pub(super) shown: String,
    /// The same length, in lower case, with spaces for hyphens.
    pub(super) folded: String,
    /// Where each line of the original begins in it.
    lines: Vec<usize>,
}

impl Text {
    /// Takes in UTF-8, UTF-16 with a mark, or else Windows-1252.
    pub(super) fn read(bytes: &[u8]) -> Text {
        Text::of(&decode(bytes))
    }

    /// Takes in what is decoded.
    pub(super) fn of(decoded: &str) -> Text {
        let mut text = Text {
            shown: String::with_capacity(decoded.len()),
            folded: String::new(),
            lines: Vec::with_capacity(decoded.len() / A_LINE + 1),
        };
        text.lines.push(0);
        text.take_in(decoded);
        text.folded = compared(&text.shown);
        text
    }

    /// The line of the original, from 1, in which a place lies.
    pub(super) fn line_at(&self, place: usize) -> usize {
        self.lines.partition_point(|start| *start <= place).max(1)
    }

    /// Every line, with its end.
    pub(super) fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = memchr_iter(b'\n', self.shown.as_bytes()).map(|at| at + 1);
        let last = Some(self.shown.len())
            .filter(|_| !self.shown.is_empty() && !self.shown.ends_with('\n'));
        ends.chain(last).scan(0, |start, end| Some(std::mem::replace(start, end)..end))
    }

    /// How many commas stand in a stretch.
    pub(super) fn commas_in(&self, place: Range<usize>) -> usize {
        self.shown.as_bytes()[place].iter().filter(|byte| **byte == b',').count()
    }

    fn take_in(&mut self, decoded: &str) {
        let mut searched = Searched::default();
        let mut taken = 0;
        // Nearly all of a posting is words with single spaces between; what else stands in it is looked at one by one.
        let other = |before: u8, byte: u8| !(is_word(byte) | (byte == b' ') & is_word(before));
        for block in marks(decoded.as_bytes(), other) {
            for place in block {
                if place >= taken {
                    self.words(&decoded[taken..place]);
                    taken = place + self.other(&decoded[place..], &mut searched);
                }
            }
        }
        self.words(&decoded[taken..]);
    }

    /// Takes in plain words, before which a space may stand that has not been looked at: behind a tag, for one.
    fn words(&mut self, words: &str) {
        match words.strip_prefix(' ') {
            Some(others) => {
                self.break_here(Some(' '));
                self.shown.push_str(others);
            }
            None => self.shown.push_str(words),
        }
    }

    /// Takes in what a text begins with that is no plain word. Gives its length.
    fn other(&mut self, rest: &str, searched: &mut Searched) -> usize {
        let Some(first) = rest.chars().next() else { return 0 };
        let taken = match first {
            '<' => self.tag(rest, searched),
            '&' => self.entity(rest),
            '[' if link(rest).is_some() => Some(1),
            ']' => self.address(rest),
            _ => None,
        };
        taken.unwrap_or_else(|| {
            self.push(first);
            first.len_utf8()
        })
    }

    /// Leaves out a tag; those that begin a block begin a line. Gives its length, if it is one.
    fn tag(&mut self, rest: &str, searched: &mut Searched) -> Option<usize> {
        let inside = &rest[1..];
        if let Some(hidden) = hidden(rest, searched) {
            self.break_here(Some('\n'));
            rest[..hidden].bytes().filter(|byte| *byte == b'\n').for_each(|_| self.push('\n'));
            return Some(hidden);
        }
        let named = inside.strip_prefix('/').unwrap_or(inside);
        if !named.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
            return None;
        }
        let end = tag_end(inside)?;
        let name = &named[..named.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        let blocks = BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block));
        self.break_here(if blocks { Some('\n') } else { None });
        if name.eq_ignore_ascii_case("li") && !inside.starts_with('/') {
            self.shown.push_str("* ");
        }
        inside[..end].bytes().filter(|byte| *byte == b'\n').for_each(|_| self.push('\n'));
        Some(end + 2)
    }

    /// Leaves out the address of a Markdown link. Gives its length, if there is one.
    fn address(&mut self, rest: &str) -> Option<usize> {
        let inside = rest.strip_prefix("](")?;
        let end =
            inside.bytes().take(LONGEST_TAG).position(|byte| byte == b')' || byte == b'\n')?;
        (inside.as_bytes()[end] == b')').then_some(end + "](".len() + 1)
    }

    /// Puts the character that an entity stands for. Gives its length, if it is one.
    fn entity(&mut self, rest: &str) -> Option<usize> {
        let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
        let name = &rest[1..end];
        let numbered = name.strip_prefix('#').and_then(|number| {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            // What is numbered 128 to 159 is meant as in Windows-1252.
            code.ok().map(|code| {
                u8::try_from(code)
                    .map(windows_1252)
                    .unwrap_or_else(|_| char::from_u32(code).unwrap_or(' '))
            })
        });
        let named = ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
        let letter = numbered.or(named)?;
        // An escaped tag is a tag once more.
        if letter == '<'
            && let Some(length) = self.escaped_tag(&rest[end + 1..])
        {
            return Some(end + 1 + length);
        }
        match letter {
            // It ends a line of the text, but none of the file.
            '\n' => self.break_here(Some('\n')),
            letter => self.push(letter),
        }
        Some(end + 1)
    }

    fn escaped_tag(&mut self, rest: &str) -> Option<usize> {
        let bytes = rest.as_bytes();
        let near = &bytes[..bytes.len().min(LONGEST_TAG)];
        let end = near.windows(4).position(|four| four == b"&gt;")?;
        if near[..end].contains(&b'>') {
            return None;
        }
        let whole = format!("<{}>", &rest[..end]);
        self.tag(&whole, &mut Searched::default()).map(|_| end + "&gt;".len())
    }

    fn push(&mut self, letter: char) {
        match plain(letter) {
            Plain::Nothing => (),
            Plain::Letter('\n') => {
                self.break_here(Some('\n'));
                self.lines.push(self.shown.len());
            }
            Plain::Letter(' ') => self.break_here(Some(' ')),
            Plain::Letter(letter) => self.shown.push(letter),
            Plain::Dots => self.shown.push_str("..."),
        }
    }

    /// Ends a word or a line, unless one has just ended.
    fn break_here(&mut self, with: Option<char>) {
        match with {
            Some('\n') => {
                let kept = self.shown.trim_end_matches(' ').len();
                self.shown.truncate(kept.max(self.lines.last().copied().unwrap_or(0)));
                self.shown.push('\n');
            }
            Some(space) if !self.shown.is_empty() && !self.shown.ends_with([' ', '\n']) => {
                self.shown.push(space);
            }
            _ => (),
        }
    }
}

/// Whether a byte is a letter, digit or sign that is shown as it is and begins no tag, entity or link.
fn is_word(byte: u8) -> bool {
    (byte > b' ')
        & (byte < 0x7f)
        & (byte != b'<')
        & (byte != b'&')
        & (byte != b'[')
        & (byte != b']')
}

/// About how long a line is, in bytes.
const A_LINE: usize = 32;

/// How long a script, a style sheet or a comment is that begins here, with its end; without one it is text.
fn hidden(rest: &str, searched: &mut Searched) -> Option<usize> {
    let kind = HIDDEN.iter().position(|(begins, _)| {
        rest.get(..begins.len()).is_some_and(|begun| begun.eq_ignore_ascii_case(begins))
    })?;
    let end = HIDDEN[kind].1;
    let near = rest.floor_char_boundary(LONGEST_HIDDEN);
    let known = rest.len().saturating_sub(searched.0[kind]).min(near);
    let from = rest.floor_char_boundary(known.saturating_sub(end.len()));
    let found = rest[from..near].find(end).map(|found| from + found + end.len());
    if found.is_none() {
        searched.0[kind] = rest.len() - near;
    }
    found
}

/// How many bytes of a text are left in which the end of each [`HIDDEN`] was not looked for: none is looked through twice.
struct Searched([usize; HIDDEN.len()]);

impl Default for Searched {
    fn default() -> Searched {
        Searched([usize::MAX; HIDDEN.len()])
    }
}

/// How what no reader sees begins and ends.
const HIDDEN: [(&str, &str); 3] =
    [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")];

/// How long it may be, in bytes.
const LONGEST_HIDDEN: usize = 20_000;

/// Where a tag ends; signs in quotes belong to it.
fn tag_end(inside: &str) -> Option<usize> {
    let mut quoted = None;
    for (at, byte) in inside.bytes().take(LONGEST_TAG).enumerate() {
        match (quoted, byte) {
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if inside[..at].ends_with('=') => quoted = Some(byte),
            (Some(open), close) if open == close => quoted = None,
            _ => (),
        }
    }
    None
}

/// Where the text of a Markdown link ends, if one begins here.
fn link(rest: &str) -> Option<usize> {
    let close = rest.bytes().take(LONGEST_LINK).position(|byte| byte == b']' || byte == b'\n')?;
    rest[close..].starts_with("](").then_some(close)
}

/// How long a tag may be, in bytes; what goes on longer is text.
const LONGEST_TAG: usize = 1000;

/// How long the text of a link may be.
const LONGEST_LINK: usize = 200;

/// How long an entity may be.
const LONGEST_ENTITY: usize = 12;

const BLOCKS: [&str; 16] = [
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table",
    "section", "hr",
];

const ENTITIES: [(&str, char); 22] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("rsquo", '\''),
    ("lsquo", '\''),
    ("ldquo", '"'),
    ("rdquo", '"'),
    ("ndash", '-'),
    ("mdash", '-'),
    ("bull", '*'),
    ("middot", '*'),
    ("hellip", '…'),
    ("pound", '£'),
    ("euro", '€'),
    ("eacute", 'é'),
    ("reg", '®'),
    ("trade", '™'),
    ("copy", '©'),
    ("shy", '\u{ad}'),
];

/// What becomes of a character.
enum Plain {
    Letter(char),
    Dots,
    Nothing,
}

fn plain(letter: char) -> Plain {
    if letter.is_ascii_graphic() || letter == '\n' {
        return Plain::Letter(letter);
    }
    match letter {
        '\r'
        | '®'
        | '™'
        | '©'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{61c}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => Plain::Nothing,
        '‘' | '’' | '‚' | 'ʼ' | '´' => Plain::Letter('\''),
        '“' | '”' | '„' => Plain::Letter('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Plain::Letter('-'),
        '•' | '·' | '▪' | '●' | '◦' | '○' | '■' | '□' | '▶' | '►' | '➢' | '✓' | '✔' | '‣' | '⁃'
        | '◆' | '➤' | '\u{f0b7}' => Plain::Letter('*'),
        '…' => Plain::Dots,
        letter if letter.is_whitespace() || letter.is_control() => Plain::Letter(' '),
        letter => Plain::Letter(letter),
    }
}

fn decode(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    let sixteen = |bytes: &[u8], join: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks(2).map(|pair| join([pair[0], pair.get(1).copied().unwrap_or(0)]));
        char::decode_utf16(pairs).map(|letter| letter.unwrap_or(' ')).collect::<String>().into()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => sixteen(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => sixteen(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => readable(rest),
        _ => readable(bytes),
    }
}

fn readable(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(),
    }
}

fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> String {
        Text::read(bytes).shown
    }

    #[test]
    fn html_is_read_as_the_text_that_it_shows() {
        let text =
            shown(b"<ul><li>5&ndash;8 years</li><li>R&amp;D &#8217;s</li></ul>a < b &lt;p&gt;c");
        assert_eq!(text, "\n\n* 5-8 years\n\n* R&D 's\n\na < b\nc");
    }

    #[test]
    fn old_encodings_are_read() {
        assert_eq!(shown(b"Bachelor\x92s \x96 5"), "Bachelor's - 5");
        assert_eq!(shown(&[0xff, 0xfe, b'P', 0, b'M', 0]), "PM");
        assert_eq!(shown("\u{feff}PMP®\u{200b} x\u{1b}[31m".as_bytes()), "PMP x [31m");
    }

    #[test]
    fn what_is_hidden_ends_where_its_end_is_near() {
        assert_eq!(shown(b"a<!-- b <!-- c --> d"), "a\nd");
        let far = format!(
            "<!-- <!-- {} <!-- {} --> z",
            "b".repeat(LONGEST_HIDDEN),
            "c".repeat(LONGEST_HIDDEN - 9)
        );
        assert_eq!(shown(far.as_bytes()), format!("<!-- <!-- {}\nz", "b".repeat(LONGEST_HIDDEN)));
    }

    #[test]
    fn a_place_is_in_the_line_of_the_original() {
        let text = Text::read(b"one\r\n\r\n<p>two\n</p>three");
        let place = text.shown.find("three").unwrap();
        assert_eq!(text.line_at(place), 4);
        assert_eq!(text.line_at(0), 1);
        let text = Text::read(b"one&#10;two\nthree");
        assert_eq!(text.line_at(text.shown.find("two").unwrap()), 1);
        assert_eq!(text.line_at(text.shown.find("three").unwrap()), 2);
        assert_eq!(text.shown.len(), text.folded.len());
    }
}
