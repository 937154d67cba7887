//! Sentences as the relations see them: their figures, and the words in front of, between and behind those.

use super::{Operand, OperandRole};
use crate::{
    annotate::{Annotations, Figure, Place},
    outline::{Article, Block},
    text::Span,
};

/// Marks that end a sentence.
pub const STOPS: [char; 4] = ['。', '！', '？', '\n'];

/// Marks that end a sentence or one of its independent parts.
pub const STOPS_AND_SEMICOLON: [char; 5] = ['。', '！', '？', '；', '\n'];

/// A sentence, or a part of it, with its figures in their order.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    block: &'a Block,
    index: usize,
    /// Where it stands in the logical text of its block.
    pub at: Span,
    /// The figures that begin in it.
    pub figures: &'a [Figure],
}

/// The sentences of an article, cut at `stops`.
pub fn sentences<'a>(
    article: &'a Article,
    said: &'a Annotations,
    stops: &'static [char],
) -> impl Iterator<Item = Sentence<'a>> {
    article.blocks.iter().enumerate().flat_map(move |(index, block)| {
        let text = block.text.as_str();
        text.split(stops).map(move |sentence| {
            let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
            Sentence::new(block, index, Span::new(start, start + sentence.len()), said)
        })
    })
}

impl<'a> Sentence<'a> {
    /// The part `at` of a block and the figures that begin in it.
    pub fn new(block: &'a Block, index: usize, at: Span, said: &'a Annotations) -> Self {
        Self { block, index, at, figures: said.figures_in(index, at) }
    }

    /// The logical text of its block, which `at` and the places of its figures are offsets into.
    pub fn block_text(&self) -> &'a str {
        self.block.text.as_str()
    }

    /// The index of its block in the article.
    pub fn block_index(&self) -> usize {
        self.index
    }

    /// The figures that begin in a span of the block, of those of the sentence.
    pub fn figures_in(&self, span: Span) -> &'a [Figure] {
        let first = self.figures.partition_point(|figure| figure.place.at.start < span.start);
        let end = self.figures.partition_point(|figure| figure.place.at.start < span.end);
        &self.figures[first..end.max(first)]
    }

    /// As it reads.
    pub fn text(&self) -> &'a str {
        self.at.of(self.block_text())
    }

    /// The words from the figure before this one, or the start of the sentence, up to it.
    pub fn before(&self, figure: usize) -> &'a str {
        let start = figure.checked_sub(1).map_or(self.at.start, |previous| self.end_of(previous));
        self.words(start, self.figures[figure].place.at.start)
    }

    /// The words from this figure up to the next one, or to the end of the sentence.
    pub fn after(&self, figure: usize) -> &'a str {
        let end = self.figures.get(figure + 1).map_or(self.at.end, |next| next.place.at.start);
        self.words(self.end_of(figure), end)
    }

    /// The words from this figure to the end of the sentence, whatever other figures stand among them.
    pub fn rest(&self, figure: usize) -> &'a str {
        self.words(self.end_of(figure), self.at.end)
    }

    /// A figure in a relation.
    pub fn operand(&self, figure: usize, role: OperandRole) -> Operand {
        let figure = &self.figures[figure];
        Operand { place: figure.place, text: figure.text.clone(), role }
    }

    /// Words of the sentence in a relation: `part` must be cut from its text.
    pub fn operand_of(&self, part: &str, role: OperandRole) -> Operand {
        let start = part.as_ptr() as usize - self.block_text().as_ptr() as usize;
        let at = Span::new(start, start + part.len());
        let place = Place { span: self.block.text.to_source(at), block: self.index, at };
        Operand { place, text: part.to_owned(), role }
    }

    fn end_of(&self, figure: usize) -> usize {
        self.figures[figure].place.at.end.min(self.at.end)
    }

    fn words(&self, start: usize, end: usize) -> &'a str {
        Span::new(start.min(end), end).of(self.block_text())
    }
}

/// The words behind the last mark, those of the clause alone: `今年丰收，产量` has `产量`.
pub fn last_clause(words: &str) -> &str {
    words.rsplit(['，', '、', '：', '（', '(', ',', '“']).next().unwrap_or_default()
}

/// Whether any of `needles` stands in `words`.
pub fn mentions(words: &str, needles: &[&str]) -> bool {
    needles.iter().any(|needle| words.contains(needle))
}
