//! The text near a place, so that looking for the end of a sentence costs no more where a text has none.

/// How far to look, in bytes: some two hundred characters, longer than a sentence should be.
const REACH: usize = 600;

/// The text right in front of `at`, as far back as a sentence reaches.
pub fn before(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// The text right behind `at`, as far as a sentence reaches.
pub fn behind(text: &str, at: usize) -> &str {
    let mut end = (at + REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

#[cfg(test)]
mod tests {
    use super::{before, behind};

    #[test]
    fn both_sides_end_on_whole_characters() {
        let text = "字".repeat(500);
        assert_eq!((before(&text, 900).len(), behind(&text, 900).len()), (600, 600));
        assert_eq!((before(&text, 9).len(), behind(&text, 1497).len()), (9, 3));
        let text = format!("a{text}");
        assert_eq!(before(&text, 901).len(), 600);
        assert_eq!(behind(&text, 0).len(), 598);
    }
}
