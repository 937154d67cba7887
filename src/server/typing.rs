//! The sentence that is being typed: it has no end yet, and what is found in it is not told until it is left.

use super::units;
use crate::text::{Document, Encoding, Span, chars::is_stop};

/// The sentence that somebody types with the caret at `caret`: from the last stop to the end of its line. There is none
/// where text follows on the line, or where the sentence has come to its stop.
pub fn unfinished(document: &Document, caret: usize) -> Option<Span> {
    let line = document.line(document.position(caret, Encoding::Utf8).line)?;
    let text = document.slice(line);
    let (before, after) = text.split_at_checked(caret.checked_sub(line.start)?)?;
    if after.chars().any(|c| !units::may_follow_stop(c)) {
        return None;
    }
    let typed = before.trim_end_matches(units::may_follow_stop);
    if typed.ends_with(is_stop) || typed.trim_start().is_empty() {
        return None;
    }
    let sentence = units::sentence(&text, typed.len() - 1);
    Some(Span::new(line.start + sentence.start, line.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentence that is typed where `|` stands.
    fn typed(text: &str) -> Option<String> {
        let caret = text.find('|').expect("a caret");
        let document = Document::new(&text.replace('|', ""));
        unfinished(&document, caret).map(|span| document.slice(span))
    }

    #[test]
    fn a_sentence_without_a_stop_is_typed_at_its_end_alone() {
        assert_eq!(typed("甲县开工。乙县也|").as_deref(), Some("乙县也"));
        assert_eq!(typed("甲县开工。“乙县也|”").as_deref(), Some("“乙县也”"));
        assert_eq!(typed("标题\n　　甲县开工，|\n乙县").as_deref(), Some("　　甲县开工，"));
        assert_eq!(typed("甲县|开工"), None, "text follows");
        assert_eq!(typed("甲县开工。|"), None, "it has its stop");
        assert_eq!(typed("他说：“甲县开工。”|"), None);
        assert_eq!(typed("甲县开工。\n　　|"), None, "nothing is typed yet");
        assert_eq!(typed("|"), None);
    }
}
