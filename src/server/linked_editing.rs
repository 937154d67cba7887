//! `textDocument/linkedEditingRange`: a name that an article is signed with twice is edited in both places.

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::text::Span;

/// What a name in a byline is made of.
const NAME: &str = r"[\p{Script=Han}·]+";

/// The places of the signature at a position, if there are several.
pub fn of(open: &Open, position: lsp::Position, abilities: Abilities) -> Option<lsp::LinkedEditingRanges> {
    let offset = open.document.offset(convert::position(position), abilities.encoding);
    let touches = |span: Span| span.start <= offset && offset <= span.end;
    let placed = open.analysis.articles.iter().find(|placed| touches(placed.span))?;
    let base = placed.span.start;
    let names: Vec<_> = placed.analysis.article.bylines.iter().flat_map(|byline| &byline.names).collect();
    let asked = names.iter().find(|name| touches(name.span.shift(base)))?;
    // A name with a space in it, 王 玉, is another to the letter.
    let written = |span: Span| span.of(&placed.analysis.text);
    let same = names.iter().filter(|name| written(name.span) == written(asked.span));
    let mut spans: Vec<Span> = same.map(|name| name.span.shift(base)).collect();
    spans.sort_unstable();
    spans.dedup();
    (spans.len() > 1).then(|| lsp::LinkedEditingRanges {
        ranges: spans.iter().map(|&span| convert::range(&open.document, span, abilities.encoding)).collect(),
        word_pattern: Some(NAME.to_owned()),
    })
}
