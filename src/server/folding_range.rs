//! `textDocument/foldingRange`: articles, sections, and lists of lines.

use std::collections::HashSet;

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, sections, session::Open};
use crate::{
    check::PlacedArticle,
    text::{Encoding, Span},
};

/// What can be folded, by the line on which it begins. Where a client takes no more than so many, articles come first.
pub fn of(open: &Open, abilities: Abilities) -> Vec<lsp::FoldingRange> {
    let mut folds = Vec::new();
    for placed in &open.analysis.articles {
        in_article(open, placed, &mut folds);
    }
    folds.sort_by_key(|fold: &Fold| (fold.level, fold.lines));
    let mut seen = HashSet::new();
    folds.retain(|fold| fold.lines.0 < fold.lines.1 && seen.insert(fold.lines));
    folds.truncate(abilities.most_folds.unwrap_or(usize::MAX));
    folds.sort_by_key(|fold| (fold.lines.0, std::cmp::Reverse(fold.lines.1)));
    folds.into_iter().map(|fold| fold.range(abilities)).collect()
}

/// Lines that can be folded.
struct Fold {
    /// Articles before sections before lists.
    level: u8,
    lines: (u32, u32),
    /// What is shown in their place.
    shown: String,
}

impl Fold {
    fn range(self, abilities: Abilities) -> lsp::FoldingRange {
        lsp::FoldingRange {
            start_line: self.lines.0,
            end_line: self.lines.1,
            kind: Some(lsp::FoldingRangeKind::Region),
            collapsed_text: (abilities.collapsed_text && !self.shown.is_empty()).then_some(self.shown),
            ..lsp::FoldingRange::default()
        }
    }
}

fn in_article(open: &Open, placed: &PlacedArticle, folds: &mut Vec<Fold>) {
    let read = &placed.analysis.article;
    let line = |offset| open.document.position(offset, Encoding::Utf8).line as u32;
    let mut add = |level, span: Span, shown: &str| {
        let span = span.shift(placed.span.start);
        folds.push(Fold { level, lines: (line(span.start), line(span.end)), shown: shown.to_owned() });
    };
    let headline = read.headline.as_ref().map_or("", |part| &part.text);
    add(0, Span::new(0, placed.analysis.text.trim_end().len()), headline);
    for (section, head) in sections::of(read) {
        add(1, section, &head);
    }
    for list in &read.lists {
        let own_line =
            |block: usize, at: usize| read.blocks.get(block).is_some_and(|one| one.span.start == at);
        let lines = list.items.iter().filter(|item| own_line(item.block, item.span.start));
        let blocks: Vec<usize> = lines.map(|item| item.block).collect();
        if let (Some(first), Some(last)) = (blocks.first(), blocks.last())
            && first < last
        {
            add(2, read.blocks[*first].span.to(read.blocks[*last].span), "");
        }
    }
}
