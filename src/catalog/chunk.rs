//! Some bytes of a text, compared at once as a number. Knows not what they mean.

/// Bytes of a text that are compared at once; behind its end are zeros, which no phrase has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chunk(u64);

/// How many bytes are compared at once.
pub(super) const CHUNK: usize = size_of::<u64>();

/// How many bits of a byte are looked at in a pair: letters differ in them.
pub(super) const LETTER: u32 = 5;

/// How many pairs there are.
pub(super) const PAIRS: usize = 1 << (2 * LETTER);

impl Chunk {
    /// The bytes from a place on.
    pub(super) fn at(text: &[u8], start: usize) -> Chunk {
        match text.get(start..start + CHUNK).and_then(<[u8]>::first_chunk) {
            Some(chunk) => Chunk(u64::from_le_bytes(*chunk)),
            None => {
                let rest = text.get(start..).unwrap_or_default();
                Chunk(rest.iter().rfold(0, |chunk, byte| chunk << 8 | u64::from(*byte)))
            }
        }
    }

    /// No more than so many of them.
    pub(super) fn up_to(self, length: usize) -> Chunk {
        Chunk(self.0 & FIRST[length])
    }

    /// What its first two bytes are, as far as letters differ.
    pub(super) fn pair(self) -> usize {
        const ONE: u64 = (1 << LETTER) - 1;
        (self.0 & ONE | (self.0 >> (u8::BITS - LETTER)) & (ONE << LETTER)) as usize
    }

    /// Of which the first bits tell most.
    pub(super) fn hash(self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// As two numbers.
    pub(super) fn halves(self) -> [u32; 2] {
        [self.0 as u32, (self.0 >> u32::BITS) as u32]
    }

    /// Of two numbers.
    pub(super) fn of([low, high]: [u32; 2]) -> Chunk {
        Chunk(u64::from(high) << u32::BITS | u64::from(low))
    }
}

/// What leaves so many bytes of a chunk.
const FIRST: [u64; CHUNK + 1] = {
    let mut masks = [u64::MAX; CHUNK + 1];
    let mut length = 0;
    while length < CHUNK {
        masks[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    masks
};

/// The number that the first bits of a hash are, among so many as a power of two.
pub(super) fn among(hash: u64, count: usize) -> usize {
    (hash >> (u64::BITS - count.trailing_zeros())) as usize
}
