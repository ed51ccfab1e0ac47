//! How texts fit into the columns of a terminal: cut into lines, and side by side. Knows no cell and no colour.

use std::borrow::Cow;

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

impl Lines<'_> {
    /// Cuts a text where spaces stand, as late as each line has room; what is empty begins with nothing.
    pub(super) fn of(self, text: &str) -> Vec<String> {
        let [first, rest] =
            [self.first, self.rest].map(|begin| self.width.saturating_sub(width(begin)));
        let room = Room { first, rest, breaks_words: self.breaks_words };
        let lines = wrap(text, room).into_iter().enumerate();
        lines
            .map(|(number, line)| match (number, line) {
                (_, "") => String::new(),
                (0, line) => format!("{}{line}", self.first),
                (_, line) => format!("{}{line}", self.rest),
            })
            .collect()
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
    for line in text.split('\n') {
        let (mut begin, mut end, mut taken) = (0, 0, 0);
        for (start, word) in words(line, room) {
            let own = width(word);
            let with = taken + (start - end) + own;
            let may = if lines.is_empty() { room.first } else { room.rest };
            if with > may && end > 0 {
                lines.push(&line[begin..end]);
                (begin, taken) = (start, own);
            } else {
                taken = with;
            }
            end = start + word.len();
        }
        lines.push(&line[begin..end]);
    }
    lines
}

/// The words of a line, each with the place where it begins; those that no line has room for in pieces, if so wanted.
fn words(line: &str, room: Room) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in line.split(' ') {
        if room.breaks_words && width(word) > room.rest {
            words.extend(pieces(word, room.rest).map(|(at, piece)| (start + at, piece)));
        } else if !word.is_empty() {
            words.push((start, word));
        }
        start += word.len() + 1;
    }
    words
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

/// Sets rows side by side in columns, as wide as there is room; gives the lines of each row. `None` where a word would have
/// to be broken.
pub(super) fn columns(
    rows: &[Row<'_>],
    sides: &[Align],
    room: usize,
) -> Option<impl Iterator<Item = Vec<String>>> {
    let widths = widths(rows, sides, room)?;
    Some(rows.iter().map(move |row| {
        let cells = row.iter().zip(&widths).map(|(text, width)| lines(text, *width));
        let cells: Vec<Vec<&str>> = cells.collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let line = |number: usize| {
            let mut line = String::with_capacity(room);
            for ((cell, side), all) in cells.iter().zip(sides).zip(&widths) {
                let text = cell.get(number).copied().unwrap_or_default();
                let left = all.saturating_sub(width(text));
                let (before, after) = match side {
                    Align::Left => (0, left),
                    Align::Right => (left, 0),
                };
                line.extend(std::iter::repeat_n(' ', before));
                line.push_str(text);
                line.extend(std::iter::repeat_n(' ', after + GAP));
            }
            line.truncate(line.trim_end().len());
            line
        };
        (0..height).map(line).collect()
    }))
}

/// The lines of a text in a column.
fn lines(text: &str, most: usize) -> Vec<&str> {
    match width(text) <= most && !text.contains('\n') {
        true => vec![text],
        false => wrap(text, Room { first: most, rest: most, breaks_words: false }),
    }
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
    let least: Vec<usize> = least.map(Option::unwrap_or_default).collect();
    let gaps = GAP * sides.len().saturating_sub(1);
    let room = room.checked_sub(gaps).filter(|room| least.iter().sum::<usize>() <= *room)?;
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
    let words = text.split([' ', '\n']).map(width).max().unwrap_or(0);
    words.max(Some(width(text)).filter(|whole| *whole <= SHORT).unwrap_or(0))
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
        fn columns_take_no_more_than_there_is_room(
            texts in prop::collection::vec(("[a-c ]{0,30}", "[a-zé]{0,8}", "[a-c ]{0,50}"), 1..6),
            room in 60usize..200,
        ) {
            let rows: Vec<Row<'_>> = texts
                .iter()
                .map(|(a, b, c)| vec![a.into(), b.into(), c.into()])
                .collect();
            let sides = [Align::Left, Align::Right, Align::Left];
            let Some(all_lines) = columns(&rows, &sides, room) else { return Ok(()) };
            for (row, lines) in rows.iter().zip(all_lines) {
                let all = |text: &str| text.replace(' ', "");
                prop_assert!(lines.iter().all(|line| width(line) <= room), "{:?}", lines);
                let letters: usize = row.iter().map(|text| all(text).chars().count()).sum();
                prop_assert_eq!(all(&lines.concat()).chars().count(), letters);
            }
        }
    }
}
