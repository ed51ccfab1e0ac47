//! Where bytes of some kind stand in a text. Knows not what they mean.
//!
//! A processor compares many bytes at once, but cannot foresee where in a text something stands. So the bytes of a block are
//! compared first, and then only the places that are as asked for are gone through.

use std::array;

/// Places of one block, in order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    from: usize,
    /// A bit for each place from there on.
    bits: u64,
}

/// How many places there are in a block.
pub(super) const BLOCK: usize = u64::BITS as usize;

impl Iterator for Marks {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let first = self.bits.trailing_zeros() as usize;
        self.bits &= self.bits.checked_sub(1)?;
        Some(self.from + first)
    }
}

/// The places of a text at which a byte is as asked for, which may rest on the one before it: a space before the first one.
/// Block by block, since an iterator over all of them would take as long again.
#[inline]
pub(super) fn marks(text: &[u8], asked: impl Fn(u8, u8) -> bool) -> impl Iterator<Item = Marks> {
    (0..text.len().div_ceil(BLOCK)).map(move |number| {
        let from = number * BLOCK;
        let block = block(text, from);
        let before = match from.checked_sub(1) {
            Some(before) => self::block(text, before),
            None => array::from_fn(|at| at.checked_sub(1).map_or(b' ', |before| block[before])),
        };
        let inside = u64::MAX >> BLOCK.saturating_sub(text.len() - from);
        Marks { from, bits: bits(&before, &block, &asked) & inside }
    })
}

/// The bytes of a text from a place on, and zeros behind its end.
#[inline]
fn block(text: &[u8], from: usize) -> [u8; BLOCK] {
    let rest = &text[from..];
    match rest.first_chunk() {
        Some(block) => *block,
        None => array::from_fn(|at| rest.get(at).copied().unwrap_or(0)),
    }
}

#[inline]
fn bits(before: &[u8; BLOCK], block: &[u8; BLOCK], asked: impl Fn(u8, u8) -> bool) -> u64 {
    let marked: [u8; BLOCK] = array::from_fn(|at| u8::from(asked(before[at], block[at])));
    let (eights, _) = marked.as_chunks::<8>();
    let bits = eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    bits.rev().fold(0, |all, bits| all << 8 | bits)
}

/// What eight bytes of 0 or 1 are multiplied by, so that the highest byte has a bit for each.
const GATHER: u64 = 0x0102_0408_1020_4080;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_place_that_is_as_asked_for_is_marked(text in "[ab \n]{0,300}") {
            let asked = |before: u8, byte: u8| (before == b' ') & (byte == b'a') | (byte == b'\n');
            let marked: Vec<usize> = marks(text.as_bytes(), asked).flatten().collect();
            let spaced = format!(" {text}");
            let two = spaced.as_bytes().windows(2).enumerate();
            let known = two.filter(|(_, two)| asked(two[0], two[1])).map(|(place, _)| place);
            prop_assert_eq!(marked, known.collect::<Vec<_>>());
        }
    }
}
