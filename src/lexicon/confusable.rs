//! Characters that are taken for one another in names of places.
//!
//! Derived from stroke orders (npm package `cnchar-order`, MIT) and readings (crate `pinyin`, MIT) by
//! `cargo xtask confusables`.

static PAIRS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/confusables.bin"));

/// How two characters come to be confused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confusion {
    /// One stroke apart: 沐 and 沭.
    LooksAlike,
    /// Most of their strokes are one and the same part: 健 and 犍.
    SharesPart,
    /// The same reading but for the tone: 叙 and 溆.
    SoundsAlike,
}

/// The characters of place names that `written` may stand for.
pub fn meant_by(written: char) -> impl Iterator<Item = (char, Confusion)> {
    let code = u32::from(written);
    let written_at = |at: usize| u32::from(u16::from_le_bytes([PAIRS[at * 5], PAIRS[at * 5 + 1]]));
    let count = PAIRS.len() / 5;
    let first = partition_point(count, |at| written_at(at) < code);
    (first..count).take_while(move |&at| written_at(at) == code).filter_map(|at| {
        let pair = &PAIRS[at * 5..at * 5 + 5];
        let target = char::from_u32(u16::from_le_bytes([pair[2], pair[3]]).into())?;
        let confusion = match pair[4] {
            0 => Confusion::LooksAlike,
            1 => Confusion::SharesPart,
            _ => Confusion::SoundsAlike,
        };
        Some((target, confusion))
    })
}

/// The first number below `count` for which `is_before` is false.
fn partition_point(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confusions_are_told_apart_by_their_sort() {
        let of = |written, target| meant_by(written).find(|(meant, _)| *meant == target).map(|(_, how)| how);
        assert_eq!(of('沐', '沭'), Some(Confusion::LooksAlike));
        assert_eq!(of('健', '犍'), Some(Confusion::SharesPart));
        assert_eq!(of('旭', '溆'), Some(Confusion::SoundsAlike));
        assert_eq!(of('叙', '江'), None);
        assert_eq!(meant_by('。').count(), 0);
    }
}
