//! The sections of an article: from a head to the next, bylines left out.

use crate::{
    outline::{Article, BlockKind},
    text::Span,
};

/// Where each section stands in its article, its head included, with how the head reads.
pub fn of(article: &Article) -> Vec<(Span, String)> {
    let heads: Vec<_> = article.sections().collect();
    let is_text = |kind| !matches!(kind, BlockKind::Byline | BlockKind::Note);
    let section = |(at, head): (usize, &crate::outline::Part)| {
        let next = heads.get(at + 1).map_or(usize::MAX, |next| next.span.start);
        let is_here = |start| (head.span.start..next).contains(&start);
        let last = article.blocks.iter().rfind(|block| is_text(block.kind) && is_here(block.span.start));
        let end = last.map_or(head.span.end, |block| block.span.end.max(head.span.end));
        (Span::new(head.span.start, end), head.text.clone())
    };
    heads.iter().enumerate().map(section).collect()
}
