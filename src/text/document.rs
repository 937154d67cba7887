//! A bulletin held in a rope: positions in the three LSP encodings, and edits.

use ropey::{Rope, RopeSlice};

use super::Span;

/// What the `character` of a [`Position`] counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16, the encoding every LSP client knows.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A place between two characters: line and units from its start, both 0-based.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// 0-based line.
    pub line: usize,
    /// 0-based units from the start of the line; see [`Encoding`].
    pub character: usize,
}

/// The text of one bulletin. Lines end at LF, CRLF or a lone CR, as in LSP.
#[derive(Clone, Debug, Default)]
pub struct Document {
    rope: Rope,
}

impl Document {
    /// A document with this text.
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.rope.to_string()
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many lines there are; a text that ends with a line break has an empty last line.
    pub fn line_count(&self) -> usize {
        self.rope.len_lines()
    }

    /// The bytes of a line without its line break. `None` behind the last line.
    pub fn line(&self, line: usize) -> Option<Span> {
        let slice = self.rope.get_line(line)?;
        let start = self.rope.line_to_byte(line);
        Some(Span::new(start, start + slice.len_bytes() - line_break_len(slice)))
    }

    /// The text in a span; both ends lie on character boundaries.
    pub fn slice(&self, span: Span) -> String {
        self.rope.byte_slice(span.start..span.end).to_string()
    }

    /// The byte offset of a position. A line behind the last, or a character behind the end of its line,
    /// is clamped as LSP asks; a position inside a character goes to its start.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let Some(line) = self.line(position.line) else { return self.len() };
        let start = self.units(self.rope.byte_to_char(line.start), encoding);
        let end = self.units(self.rope.byte_to_char(line.end), encoding);
        let unit = start.saturating_add(position.character).min(end);
        let char = match encoding {
            Encoding::Utf8 => self.rope.byte_to_char(unit),
            Encoding::Utf16 => self.rope.utf16_cu_to_char(unit),
            Encoding::Utf32 => unit,
        };
        self.rope.char_to_byte(char)
    }

    /// The position of a byte offset. An offset behind the text is its end; one inside a character is its start.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let char = self.rope.byte_to_char(offset.min(self.len()));
        let line = self.rope.char_to_line(char);
        let start = self.rope.line_to_char(line);
        Position { line, character: self.units(char, encoding) - self.units(start, encoding) }
    }

    /// How many units stand before a character. The rope keeps count, so that a line of megabytes costs no more.
    fn units(&self, char: usize, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Utf8 => self.rope.char_to_byte(char),
            Encoding::Utf16 => self.rope.char_to_utf16_cu(char),
            Encoding::Utf32 => char,
        }
    }

    /// Replaces a span by `text`. A span behind the end is clamped; one that is upside down is read the right way.
    pub fn replace(&mut self, span: Span, text: &str) {
        let len = self.len();
        let start = self.rope.byte_to_char(span.start.min(span.end).min(len));
        let end = self.rope.byte_to_char(span.start.max(span.end).min(len));
        self.rope.remove(start..end);
        self.rope.insert(start, text);
    }
}

/// The length in bytes of the line break a line ends with.
fn line_break_len(line: RopeSlice<'_>) -> usize {
    let count = line.len_bytes();
    let byte = |back: usize| count.checked_sub(back).map(|at| line.byte(at));
    match (byte(2), byte(1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (_, Some(b'\r' | b'\n')) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn lines_end_at_lf_crlf_and_cr_only() {
        let document = Document::new("甲\r\n乙\r丙\n丁\u{2028}戊\u{b}己\u{85}庚");
        assert_eq!(document.line_count(), 4);
        let text = document.text();
        let lines: Vec<_> = (0..4).map(|line| document.line(line).unwrap().of(&text)).collect();
        assert_eq!(lines, ["甲", "乙", "丙", "丁\u{2028}戊\u{b}己\u{85}庚"]);
        assert_eq!(document.line(4), None);
    }

    #[test]
    fn a_position_counts_the_units_of_its_encoding() {
        let document = Document::new("𠮷野家\n2碗");
        let offset = "𠮷野".len();
        let character = |encoding| document.position(offset, encoding).character;
        assert_eq!(ALL.map(character), [7, 3, 2]);
        for encoding in ALL {
            assert_eq!(document.offset(document.position(offset, encoding), encoding), offset);
        }
    }

    #[test]
    fn every_offset_comes_back_from_its_position_in_every_encoding() {
        let text = "甲a𠮷\r\n\r\né乙\r丙\n".repeat(300);
        let document = Document::new(&text);
        for encoding in ALL {
            let (mut line, mut character) = (0, 0);
            for (offset, c) in text.char_indices() {
                let position = document.position(offset, encoding);
                assert_eq!(position, Position { line, character }, "offset {offset}");
                // Behind the CR of a CRLF there is no position of its own.
                if !text[..offset].ends_with('\r') || c != '\n' {
                    assert_eq!(document.offset(position, encoding), offset);
                }
                let breaks = c == '\n' || (c == '\r' && !text[offset..].starts_with("\r\n"));
                if breaks {
                    (line, character) = (line + 1, 0);
                } else {
                    character += match encoding {
                        Encoding::Utf8 => c.len_utf8(),
                        Encoding::Utf16 => c.len_utf16(),
                        Encoding::Utf32 => 1,
                    };
                }
            }
        }
    }

    #[test]
    fn positions_out_of_range_are_clamped() {
        let document = Document::new("甲乙\r\n丙");
        for encoding in ALL {
            let behind_line = Position { line: 0, character: 99 };
            assert_eq!(document.offset(behind_line, encoding), "甲乙".len());
            assert_eq!(document.offset(Position { line: 9, character: 0 }, encoding), document.len());
        }
        // Inside the surrogate pair, or inside the bytes of one character.
        let document = Document::new("𠮷");
        assert_eq!(document.offset(Position { line: 0, character: 1 }, Encoding::Utf16), 0);
        assert_eq!(document.offset(Position { line: 0, character: 3 }, Encoding::Utf8), 0);
        assert_eq!(document.position(99, Encoding::Utf16), Position { line: 0, character: 2 });
    }

    #[test]
    fn edits_replace_insert_and_delete() {
        let mut document = Document::new("共计30人");
        document.replace(Span::new(6, 8), "32");
        assert_eq!(document.text(), "共计32人");
        document.replace(Span::new(document.len(), document.len()), "。\n");
        document.replace(Span::new(0, 3), "");
        assert_eq!(document.text(), "计32人。\n");
        document.replace(Span::new(900, 3), "");
        assert_eq!(document.text(), "计");
    }
}
