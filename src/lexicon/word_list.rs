//! A list of words asked for at the edge of a text; one look at a character answers nearly every time.

use super::char_set::CharSet;

/// Words, and the characters they begin and end with.
#[derive(Debug)]
pub struct WordList {
    words: Vec<&'static str>,
    first: CharSet,
    last: CharSet,
}

impl WordList {
    /// The words given.
    pub fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let first = CharSet::from_chars(words.iter().filter_map(|word| word.chars().next()));
        let last = CharSet::from_chars(words.iter().filter_map(|word| word.chars().next_back()));
        Self { words, first, last }
    }

    /// Whether `text` begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| self.first.has(c))
            && self.words.iter().any(|word| text.starts_with(word))
    }

    /// Whether `text` ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        text.chars().next_back().is_some_and(|c| self.last.has(c))
            && self.words.iter().any(|word| text.ends_with(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_either_edge() {
        let list = WordList::of(["表示", "说"]);
        assert!(list.begins("表示满意") && !list.begins("表面"));
        assert!(list.ends("他说") && !list.ends("说他"));
        assert!(!list.begins("") && !list.ends(""));
    }
}
