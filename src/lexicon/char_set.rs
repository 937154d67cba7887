//! A set of Chinese characters that answers in one step: a bit for each character of the basic plane.

/// Characters up to U+FFFF.
#[derive(Debug)]
pub struct CharSet {
    bits: Box<[u64; 1024]>,
}

impl CharSet {
    /// The characters of a text; those above U+FFFF are left out.
    pub fn of(text: &str) -> Self {
        Self::from_chars(text.chars())
    }

    /// The characters given; those above U+FFFF are left out.
    pub fn from_chars(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = Box::new([0; 1024]);
        for code in characters.map(|c| c as usize).filter(|code| *code < 0x1_0000) {
            bits[code / 64] |= 1 << (code % 64);
        }
        Self { bits }
    }

    /// Whether it holds a character.
    pub fn has(&self, c: char) -> bool {
        let code = c as usize;
        self.bits.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_characters_and_no_other() {
        let set = CharSet::of("甲〇𠮷");
        assert!(set.has('甲') && set.has('〇'));
        assert!(!set.has('乙') && !set.has('𠮷'));
    }
}
