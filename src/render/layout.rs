//! How texts fit into the columns of a terminal: cut into lines, and side by side. Knows no cell and no colour.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::sheet::Align;

/// Between two columns of a table.
pub(super) const GAP: usize = 2;

/// How many columns a printable text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// What the lines of a text begin with, and how wide they may be with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'i> {
    /// What the first one begins with.
    pub(super) first: &'i str,
    /// What all others begin with.
    pub(super) rest: &'i str,
    pub(super) width: usize,
    /// Whether a word that is wider than a line is broken.
    pub(super) breaks_words: bool,
}

impl<'i> Lines<'i> {
    /// Cuts a text where spaces stand, as late as each line has room; each line with what it begins with, what is empty with
    /// nothing.
    pub(super) fn of<'t>(self, text: &'t str) -> impl Iterator<Item = (&'i str, &'t str)> {
        let [first, rest] =
            [self.first, self.rest].map(|begin| self.width.saturating_sub(width(begin)));
        let room = Room { first, rest, breaks_words: self.breaks_words };
        wrap(text, room).into_iter().enumerate().map(move |(number, line)| match (number, line) {
            (_, "") => ("", line),
            (0, _) => (self.first, line),
            _ => (self.rest, line),
        })
    }
}

/// How wide lines may be.
#[derive(Debug, Clone, Copy)]
struct Room {
    first: usize,
    rest: usize,
    breaks_words: bool,
}

/// The lines of a text.
fn wrap(text: &str, room: Room) -> Vec<&str> {
    let mut lines = Vec::new();
    let ascii = text.is_ascii();
    for mut left in text.split('\n') {
        loop {
            let may = if lines.is_empty() { room.first } else { room.rest };
            let mut end = if ascii { fitting_bytes(left, may) } else { fitting_words(left, may) };
            if end == 0 {
                let word = first_word(left);
                end = word.end;
                if room.breaks_words && width(&left[word.clone()]) > room.rest {
                    let broken = break_word(left, word, room.rest, &mut lines);
                    if broken > 0 {
                        left = &left[broken..];
                        continue;
                    }
                }
            }
            lines.push(left[..end].trim_end_matches(' '));
            left = left[end..].trim_start_matches(' ');
            if left.is_empty() {
                break;
            }
        }
    }
    lines
}

/// Where the first word of a line stands.
fn first_word(line: &str) -> Range<usize> {
    let start = line.len() - line.trim_start_matches(' ').len();
    start..line[start..].find(' ').map_or(line.len(), |length| start + length)
}

/// Where the words end for which there is room; 0 where there is none for the first. In ASCII, each byte takes a column.
fn fitting_bytes(line: &str, room: usize) -> usize {
    match line.as_bytes().get(..=room) {
        None => line.len(),
        Some(bytes) => {
            let gap = bytes.iter().rposition(|byte| *byte == b' ');
            gap.map_or(0, |gap| line[..gap].trim_end_matches(' ').len())
        }
    }
}

/// The same of any text.
fn fitting_words(line: &str, room: usize) -> usize {
    let (mut end, mut taken, mut start) = (0, 0, 0);
    for word in line.split(' ') {
        if !word.is_empty() {
            taken += start - end + width(word);
            if taken > room {
                return end;
            }
            end = start + word.len();
        }
        start += word.len() + 1;
    }
    line.len()
}

/// Makes lines of a word that no line has room for, but for its last piece; gives where that begins.
fn break_word<'t>(
    line: &'t str,
    word: Range<usize>,
    room: usize,
    lines: &mut Vec<&'t str>,
) -> usize {
    let mut begin = 0;
    for (at, _) in pieces(&line[word.clone()], room).skip(1) {
        lines.push(&line[begin..word.start + at]);
        begin = word.start + at;
    }
    begin
}

/// A word in pieces that fit into a width, each with the place where it begins; one letter is never broken.
fn pieces(word: &str, room: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut letters = word.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.next()?;
        let mut taken = first.width().unwrap_or(0);
        let mut fits = |letter: char| {
            taken += letter.width().unwrap_or(0);
            taken <= room
        };
        while letters.next_if(|(_, letter)| fits(*letter)).is_some() {}
        let end = letters.peek().map_or(word.len(), |(end, _)| *end);
        Some((start, &word[start..end]))
    })
}

/// A row of a table, a text for each column.
pub(super) type Row<'t> = Vec<Cow<'t, str>>;

/// The columns of a table, and how wide each is.
#[derive(Debug)]
pub(super) struct Columns<'s> {
    sides: &'s [Align],
    widths: Vec<usize>,
}

impl<'s> Columns<'s> {
    /// Columns as wide as there is room; `None` where a word would have to be broken.
    pub(super) fn of(rows: &[Row<'_>], sides: &'s [Align], room: usize) -> Option<Self> {
        Some(Columns { sides, widths: widths(rows, sides, room)? })
    }

    /// Shows the lines of a row, one after the other.
    ///
    /// # Errors
    /// The first one of showing.
    pub(super) fn set<E>(
        &self,
        row: &Row<'_>,
        mut show: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let cells = row.iter().zip(&self.widths).map(|(text, width)| lines(text, *width));
        let mut cells: Vec<_> = cells.map(Iterator::peekable).collect();
        let mut line = String::new();
        while cells.iter_mut().any(|cell| cell.peek().is_some()) {
            line.clear();
            // No line ends with spaces: they are put before what comes behind them.
            let mut gap = 0;
            for ((cell, side), all) in cells.iter_mut().zip(self.sides).zip(&self.widths) {
                let text = cell.next().unwrap_or_default();
                let left = all.saturating_sub(width(text));
                let (before, after) = match side {
                    Align::Left => (0, left),
                    Align::Right => (left, 0),
                };
                gap += before;
                if !text.is_empty() {
                    line.extend(blank(std::mem::take(&mut gap)));
                    line.push_str(text);
                }
                gap += after + GAP;
            }
            show(&line)?;
        }
        Ok(())
    }
}

/// So many spaces.
fn blank(mut columns: usize) -> impl Iterator<Item = &'static str> {
    const MANY: &str = "                                ";
    std::iter::from_fn(move || {
        let some = columns.min(MANY.len());
        columns -= some;
        (some > 0).then_some(&MANY[..some])
    })
}

/// The lines of a text in a column.
fn lines(text: &str, most: usize) -> impl Iterator<Item = &str> {
    let fits = width(text) <= most && !text.contains('\n');
    let room = Room { first: most, rest: most, breaks_words: false };
    let wrapped = if fits { Vec::new() } else { wrap(text, room) };
    fits.then_some(text).into_iter().chain(wrapped)
}

/// How wide each column is: those that need more than their share get it first, then those that need less give the rest of
/// theirs to the others, which take even parts of what is left. `None` where there is less room than they need.
fn widths(rows: &[Row<'_>], sides: &[Align], room: usize) -> Option<Vec<usize>> {
    let texts = |column: usize| rows.iter().map(move |row| &*row[column]);
    let least = sides.iter().enumerate().map(|(column, side)| match side {
        // What stands on the right are figures, and those are one word.
        Align::Right => texts(column).map(width).max(),
        Align::Left => texts(column).map(unbreakable).max(),
    });
    let room = room.checked_sub(GAP * sides.len().saturating_sub(1))?;
    // No column is looked at once those before it take more than there is.
    let within = least.map(Option::unwrap_or_default).scan(0, |taken, least| {
        *taken += least;
        Some((*taken <= room).then_some(least))
    });
    let least: Vec<usize> = within.collect::<Option<_>>()?;
    let most = |column| texts(column).flat_map(|text| text.split('\n')).map(width).max();
    let most: Vec<usize> = (0..sides.len()).map(|column| most(column).unwrap_or(0)).collect();
    let enough = |(least, most): (&usize, &usize)| (most <= least).then_some((*least).max(1));
    let mut shares = Shares { fixed: least.iter().zip(&most).map(enough).collect(), room };
    let last = sides.len().saturating_sub(1);
    shares.settle(|column, share| {
        // Its gap is reckoned to a column that may not get enough.
        let gap = if column == last { 0 } else { GAP };
        (share < least[column] + gap).then_some(least[column])
    });
    shares.settle(|column, share| (most[column] <= share).then_some(most[column].max(1)));
    shares.settle(|column, share| {
        let longest = texts(column).flat_map(|text| lines(text, share)).map(width).max();
        longest.filter(|longest| longest + NOTABLE <= share).map(|longest| longest.max(1))
    });
    Some(shares.evenly())
}

/// The width that a text needs: its longest word, or all of it where it is short.
fn unbreakable(text: &str) -> usize {
    const SHORT: usize = 10;
    match width(text) {
        whole @ ..=SHORT => whole,
        _ => text.split_ascii_whitespace().map(width).max().unwrap_or(0),
    }
}

/// How much narrower than its share a column has to be in order to give the rest of it to others.
const NOTABLE: usize = 3;

/// Columns of which some have a width, and the others share what is left.
struct Shares {
    fixed: Vec<Option<usize>>,
    room: usize,
}

impl Shares {
    /// What is left, and for how many.
    fn left(&self) -> (usize, usize) {
        let taken = self.fixed.iter().flatten().sum();
        let open = self.fixed.iter().filter(|width| width.is_none()).count();
        (self.room.saturating_sub(taken), open)
    }

    /// Gives columns the widths that are told by their shares, until there is none to which one is told.
    fn settle(&mut self, told: impl Fn(usize, usize) -> Option<usize>) {
        let mut found = true;
        while std::mem::take(&mut found) {
            for column in 0..self.fixed.len() {
                let (room, open) = self.left();
                if self.fixed[column].is_none() {
                    self.fixed[column] = told(column, room / open);
                    found |= self.fixed[column].is_some();
                }
            }
        }
    }

    /// Even parts of what is left for those that have no width yet.
    fn evenly(self) -> Vec<usize> {
        let (room, open) = self.left();
        let mut open_before = 0;
        let width = |fixed: Option<usize>| {
            fixed.unwrap_or_else(|| {
                open_before += 1;
                room / open + usize::from(open_before <= room % open)
            })
        };
        self.fixed.into_iter().map(width).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Each letter is looked at once, so that this takes no time to speak of.
    #[test]
    fn a_word_as_long_as_a_file_is_broken() {
        let room = Room { first: 40, rest: 40, breaks_words: true };
        let lines = |text: &str| wrap(text, room).len();
        assert_eq!(lines(&"é".repeat(400_000)), 10_000);
        assert_eq!(lines(&format!("a{}{}", "\u{301}".repeat(400_000), "a".repeat(79))), 2);
    }

    proptest! {
        #[test]
        fn lines_hold_every_word_and_are_no_wider_than_there_is_room(
            text in "[ a-zé–漢]{0,60}",
            first in 5usize..20,
            rest in 5usize..20,
            breaks_words: bool,
        ) {
            let lines = wrap(&text, Room { first, rest, breaks_words });
            let all = |text: &str| text.replace(' ', "");
            prop_assert_eq!(all(&lines.concat()), all(&text));
            for (number, line) in lines.iter().enumerate() {
                let room = if number == 0 { first } else { rest };
                let single = !line.trim().contains(' ');
                prop_assert!(width(line) <= room || single && (!breaks_words || number == 0), "{}", line);
            }
        }

        #[test]
        fn ascii_is_cut_as_any_text_is(text in "[ a-z]{0,60}", room in 0usize..30) {
            let trimmed = |end: usize| text[..end].trim_end_matches(' ');
            prop_assert_eq!(trimmed(fitting_bytes(&text, room)), trimmed(fitting_words(&text, room)));
        }

        #[test]
        fn columns_take_no_more_than_there_is_room(
            texts in prop::collection::vec(("[a-c ]{0,30}", "[a-zé]{0,8}", "[a-c ]{0,50}"), 1..6),
            room in 60usize..200,
        ) {
            let rows: Vec<Row<'_>> = texts
                .iter()
                .map(|(a, b, c)| vec![a.into(), b.into(), c.into()])
                .collect();
            let sides = [Align::Left, Align::Right, Align::Left];
            let Some(columns) = Columns::of(&rows, &sides, room) else { return Ok(()) };
            for row in &rows {
                let mut lines: Vec<String> = Vec::new();
                let set: Result<(), ()> = columns.set(row, |line| {
                    lines.push(line.to_owned());
                    Ok(())
                });
                prop_assert!(set.is_ok());
                let all = |text: &str| text.replace(' ', "");
                prop_assert!(lines.iter().all(|line| width(line) <= room), "{:?}", lines);
                let letters: usize = row.iter().map(|text| all(text).chars().count()).sum();
                prop_assert_eq!(all(&lines.concat()).chars().count(), letters);
            }
        }
    }
}
