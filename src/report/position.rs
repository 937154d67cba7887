//! Byte spans as the lines and columns that people and the machine formats count.

use super::contract::{Position, Range};
use crate::text::Span;

/// Characters are counted up to every so many bytes, so that a column costs the same on a line of megabytes.
const STRIDE: usize = 512;

/// Lines and columns of one text that does not change. Lines end at LF, CRLF or a lone CR, as in
/// [`crate::text::Document`], which pays for its edits with slower look-ups.
#[derive(Debug)]
pub struct Positions<'a> {
    text: &'a str,
    /// The offset at which each line begins.
    lines: Vec<usize>,
    /// How many characters begin before every [`STRIDE`]th byte.
    characters: Vec<usize>,
}

impl<'a> Positions<'a> {
    /// Gets ready to look up positions in `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines.push(at + 1);
            }
        }
        let mut before = 0;
        let characters = bytes.chunks(STRIDE).map(|chunk| {
            let count = before;
            before += count_characters(chunk);
            count
        });
        Self { text, lines, characters: characters.collect() }
    }

    /// The place of a byte offset. An offset behind the text is its end; one inside a character is its start.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = self.lines[line - 1];
        let column = if offset - start <= STRIDE {
            count_characters(&self.text.as_bytes()[start..offset])
        } else {
            self.characters_before(offset) - self.characters_before(start)
        };
        Position { line, column: column + 1 }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let known = (offset / STRIDE).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(known).copied().unwrap_or_default();
        counted + count_characters(&self.text.as_bytes()[known * STRIDE..offset])
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
        let start = *self.lines.get(line.checked_sub(1)?)?;
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        let line = &self.text[start..end];
        let visible = line.strip_suffix("\r\n").or_else(|| line.strip_suffix(['\n', '\r'])).unwrap_or(line);
        Some(Span::new(start, start + visible.len()))
    }
}

/// How many characters begin in these bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xc0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Document, Encoding};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn every_offset_is_where_the_document_says(text in "([甲𠮷aé\t]{0,9}|\r\n|\r|\n|[乙b]{300,900}){0,9}") {
            let (positions, document) = (Positions::new(&text), Document::new(&text));
            for offset in 0..text.len() + 2 {
                let expected = document.position(offset, Encoding::Utf32);
                let Position { line, column } = positions.position(offset);
                prop_assert_eq!((line, column), (expected.line + 1, expected.character + 1), "offset {}", offset);
            }
            for line in 0..=document.line_count() {
                prop_assert_eq!(positions.line(line + 1), document.line(line));
            }
        }
    }

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
