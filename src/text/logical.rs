//! Text as it reads: pieces of a source put together without the line breaks that cut them.

use super::{Span, chars::is_han};

/// Pieces of a source read as one text, with the way back to the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogicalText {
    text: String,
    pieces: Vec<Piece>,
    marks: u64,
}

/// Where one piece begins, in the logical text and in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    logical: usize,
    source: usize,
}

impl LogicalText {
    /// Reads `pieces` of `source`, in order, as one text.
    pub fn join(source: &str, pieces: impl IntoIterator<Item = Span>) -> Self {
        let mut joined = Self::default();
        for piece in pieces {
            joined.pieces.push(Piece { logical: joined.text.len(), source: piece.start });
            joined.text.push_str(piece.of(source));
        }
        joined.marks = joined.text.chars().filter(|&c| !is_han(c)).fold(0, |marks, c| marks | mark_bit(c));
        joined
    }

    /// The text as it reads.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a character other than a Chinese one may stand in the text; `false` is certain. Most rules look for
    /// marks that most paragraphs do not have, and need not read those.
    pub fn may_hold(&self, mark: char) -> bool {
        self.marks & mark_bit(mark) != 0
    }

    /// The pieces the text was put together from, as spans of the source.
    pub fn pieces(&self) -> impl Iterator<Item = Span> {
        self.pieces.iter().enumerate().map(|(at, piece)| {
            let end = self.pieces.get(at + 1).map_or(self.text.len(), |next| next.logical);
            Span::new(piece.source, piece.source + end - piece.logical)
        })
    }

    /// The offsets in the logical text at which a piece other than the first begins.
    pub fn joins(&self) -> impl Iterator<Item = usize> {
        self.pieces.iter().skip(1).map(|piece| piece.logical)
    }

    /// Where a span of the logical text stands in the source; it covers what was left out in between.
    pub fn to_source(&self, span: Span) -> Span {
        let start = self.source_offset(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        // The end is exclusive: it belongs to the piece of the byte before it.
        Span::new(start, self.source_offset(span.end - 1) + 1)
    }

    /// Where a span of the source stands in the logical text, if it lies in a single piece.
    pub fn from_source(&self, span: Span) -> Option<Span> {
        let at = self.pieces.partition_point(|piece| piece.source <= span.start).checked_sub(1)?;
        let piece = self.pieces[at];
        let end = self.pieces.get(at + 1).map_or(self.text.len(), |next| next.logical);
        let found = Span::new(
            span.start - piece.source + piece.logical,
            span.end.checked_sub(piece.source)? + piece.logical,
        );
        (found.end <= end).then_some(found)
    }

    fn source_offset(&self, logical: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.logical <= logical).saturating_sub(1);
        self.pieces.get(at).map_or(logical, |piece| logical - piece.logical + piece.source)
    }
}

/// One of 64 bits for a character; two characters may share theirs.
const fn mark_bit(c: char) -> u64 {
    1 << ((c as u32).wrapping_mul(0x9e37_79b1) >> 26)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_across_a_join_covers_the_gap_in_the_source() {
        let source = "54处核\n\n酸检测点";
        let first = Span::new(0, "54处核".len());
        let second = Span::new(first.end + 2, source.len());
        let text = LogicalText::join(source, [first, second]);
        assert_eq!(text.as_str(), "54处核酸检测点");
        let word = text.as_str().find("核酸").unwrap();
        let span = text.to_source(Span::new(word, word + "核酸".len()));
        assert_eq!(span.of(source), "核\n\n酸");
        assert_eq!(text.joins().collect::<Vec<_>>(), [first.end]);
    }

    #[test]
    fn the_marks_of_a_text_are_known() {
        let source = "清渠，（护渠）。";
        let text = LogicalText::join(source, [Span::new(0, source.len())]);
        assert!(source.chars().filter(|&c| !is_han(c)).all(|mark| text.may_hold(mark)));
        let others = "“”《》——……·～；：？！".chars();
        assert!(others.filter(|&mark| text.may_hold(mark)).count() < 4, "few bits are shared");
        assert!(!LogicalText::default().may_hold('，'));
    }

    #[test]
    fn source_spans_come_back_only_from_one_piece() {
        let source = "甲乙\n丙丁";
        let text = LogicalText::join(source, [Span::new(0, 6), Span::new(7, 13)]);
        assert_eq!(text.from_source(Span::new(10, 13)), Some(Span::new(9, 12)));
        assert_eq!(text.from_source(Span::new(3, 10)), None);
    }

    #[test]
    fn the_end_of_a_span_stays_in_the_piece_it_closes() {
        let source = "甲乙\n\n丙丁";
        let text = LogicalText::join(source, [Span::new(0, 6), Span::new(8, 14)]);
        assert_eq!(text.to_source(Span::new(3, 6)).of(source), "乙");
        assert_eq!(text.to_source(Span::new(6, 9)).of(source), "丙");
    }
}
