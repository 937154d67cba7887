//! `textDocument/selectionRange`: word, name, clause, quotation, sentence, paragraph, section, article, draft.

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, name, sections, session::Open, units};
use crate::{check::PlacedArticle, lexicon::segmenter, text::Span};

/// What may be selected at each position, from the narrowest out.
pub fn of(open: &Open, positions: &[lsp::Position], abilities: Abilities) -> Vec<lsp::SelectionRange> {
    let one = |position: &lsp::Position| {
        let offset = open.document.offset(convert::position(*position), abilities.encoding);
        let range = |span| convert::range(&open.document, span, abilities.encoding);
        let mut found = lsp::SelectionRange { range: range(Span::new(0, open.document.len())), parent: None };
        for span in around(open, offset).into_iter().rev().map(range) {
            if span != found.range {
                found = lsp::SelectionRange { range: span, parent: Some(Box::new(found)) };
            }
        }
        found
    };
    positions.iter().map(one).collect()
}

/// The stretches around an offset, each within the next.
fn around(open: &Open, offset: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    if let Some(placed) = open.analysis.articles.iter().find(|placed| touches(placed.span, offset)) {
        spans.push(placed.span);
        in_article(placed, offset, &mut spans);
    }
    spans.extend(name::all(open).into_iter().map(|one| one.span).filter(|span| touches(*span, offset)));
    spans.retain(|span| !span.is_empty());
    spans.sort_by_key(|span| span.len());
    // What cuts across something narrower, as a name across the end of a word does, is left out.
    let mut nested: Vec<Span> = Vec::new();
    for span in spans {
        if nested.last().is_none_or(|last| span.contains(*last)) {
            nested.push(span);
        }
    }
    nested
}

fn in_article(placed: &PlacedArticle, offset: usize, spans: &mut Vec<Span>) {
    let base = placed.span.start;
    let (read, said, at) = (&placed.analysis.article, &placed.analysis.annotations, offset - base);
    let mut add = |span: Span| spans.push(span.shift(base));
    for (section, _) in sections::of(read).iter().filter(|(section, _)| touches(*section, at)) {
        add(*section);
    }
    let figures = said.figures.iter().map(|one| one.place.span);
    let dates = said.dates.iter().map(|one| one.place.span);
    let bylines = read.bylines.iter().map(|one| one.span);
    figures.chain(dates).chain(bylines).filter(|span| touches(*span, at)).for_each(&mut add);
    let Some(block) = read.blocks.iter().find(|block| touches(block.span, at)) else { return };
    add(block.span);
    let text = block.span.of(&placed.analysis.text);
    // Behind the last character stands what that belongs to.
    let inside = (at - block.span.start).min(text.len().saturating_sub(1));
    let sentence = units::sentence(text, inside);
    add(sentence.shift(block.span.start));
    let (start, text) = (block.span.start + sentence.start, sentence.of(text));
    let inside = floor(text, inside - sentence.start);
    add(units::clause(text, inside).shift(start));
    if let Some((outer, inner)) = units::pair(text, inside) {
        add(outer.shift(start));
        if inner.holds(inside) {
            add(inner.shift(start));
        }
    }
    let words = segmenter::words(text);
    if let Some(word) = words.iter().find(|word| word.at.holds(inside)) {
        add(word.at.shift(start));
    }
}

/// The start of the character at an offset.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether an offset lies in a span, or where a caret stands behind it.
fn touches(span: Span, offset: usize) -> bool {
    span.start <= offset && offset <= span.end
}
