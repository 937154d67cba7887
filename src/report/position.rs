//! Byte spans as the lines and columns that people and the machine formats count.

use super::contract::{Position, Range};
use crate::text::{Document, Encoding, Span};

/// Lines and columns of one text.
#[derive(Debug)]
pub struct Positions {
    document: Document,
}

impl Positions {
    /// Gets ready to look up positions in `text`.
    pub fn new(text: &str) -> Self {
        Self { document: Document::new(text) }
    }

    /// The place of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let position = self.document.position(offset, Encoding::Utf32);
        Position { line: position.line + 1, column: position.character + 1 }
    }

    /// The place of a span.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The first and the last line a span touches, 1-based.
    pub fn lines(&self, span: Span) -> [usize; 2] {
        let last = if span.is_empty() { span.start } else { span.end - 1 };
        [self.position(span.start).line, self.position(last).line]
    }

    /// The bytes of a 1-based line without its line break.
    pub fn line(&self, line: usize) -> Option<Span> {
        self.document.line(line.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "甲乙\r\n丙𠮷丁";
        let positions = Positions::new(text);
        let at = text.find('𠮷').unwrap();
        let range = positions.range(Span::new(at, at + '𠮷'.len_utf8()));
        assert_eq!(range.start, Position { line: 2, column: 2 });
        assert_eq!(range.end, Position { line: 2, column: 3 });
        assert_eq!(positions.line(2).unwrap().of(text), "丙𠮷丁");
    }

    #[test]
    fn a_span_that_ends_with_its_line_break_does_not_touch_the_next_line() {
        let positions = Positions::new("甲\n乙\n丙");
        assert_eq!(positions.lines(Span::new(0, 4)), [1, 1]);
        assert_eq!(positions.lines(Span::new(0, 5)), [1, 2]);
        assert_eq!(positions.lines(Span::new(4, 4)), [2, 2]);
    }
}
