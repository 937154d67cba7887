//! Everyday words of two characters: what is one of them is a name only with evidence.
//!
//! Derived from the dictionary of jieba (MIT) by `cargo xtask words`.

use std::sync::LazyLock;

use fst::Set;

static WORDS: LazyLock<Set<&'static [u8]>> = LazyLock::new(|| {
    Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.fst")).as_slice())
        .expect("the index was written by the build")
});

/// Whether `text` is an everyday word of two characters.
pub fn is_word(text: &str) -> bool {
    WORDS.contains(text)
}

/// Whether a name from `start` to `end` is made of the end of one word and the beginning of another (安阳 in 平安阳光).
pub fn straddles(text: &str, start: usize, end: usize) -> bool {
    let joined = |left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => is_word(&String::from_iter([left, right])),
        _ => false,
    };
    let name = &text[start..end];
    joined(text[..start].chars().next_back(), name.chars().next())
        && joined(name.chars().next_back(), text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_across_two_words_is_seen() {
        let text = "平安阳光";
        assert!(straddles(text, "平".len(), "平安阳".len()));
        assert!(!straddles("在安阳举办", "在".len(), "在安阳".len()));
        assert!(is_word("同心") && !is_word("支塘"));
    }
}
