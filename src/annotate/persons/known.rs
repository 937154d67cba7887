//! People whom everyone knows, wherever their names stand as words.

use super::foreign::DOTS;
use crate::{
    lexicon::{known_person, segmenter::Word},
    text::{Span, Spans},
};

/// The names in a text that do not overlap what is `taken`.
pub(super) fn names(text: &str, words: &[Word], taken: &Spans) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let start = word.at.start;
        if found.last().is_some_and(|last| last.end > start) {
            continue;
        }
        let Some(length) = known_person::len_at_start(&text[start..]) else { continue };
        let at = Span::new(start, start + length);
        // 李白 is no word, and 李白云 another man.
        let ends = words[index..].iter().take_while(|word| word.at.start < at.end).last();
        let is_whole = ends.is_some_and(|last| last.at.end == at.end || at.of(text).chars().count() > 2);
        // 詹姆斯·伯德 is another man.
        let is_part = text[..at.start].ends_with(DOTS) || text[at.end..].starts_with(DOTS);
        if is_whole && !is_part && !taken.overlap(at) {
            found.push(at);
        }
    }
    found
}
