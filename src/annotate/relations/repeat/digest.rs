//! Lines that sum up other text, each with the text that it sums up: the head its article, a section head its section, a
//! caption the article around it.

use crate::{
    annotate::{Figure, Place},
    outline::{Article, BlockKind},
    text::Span,
};

/// Which lines sum up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestKind {
    /// Kicker, headline and deck.
    Head,
    /// A section head, on a line of its own or run in.
    SectionHead,
    /// 图为….
    Caption,
}

/// A part of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// In its logical text.
    pub at: Span,
}

impl Piece {
    fn whole(article: &Article, block: usize) -> Self {
        Self { block, at: Span::new(0, article.blocks[block].text.as_str().len()) }
    }

    /// As it reads.
    pub fn text(self, article: &Article) -> &str {
        self.at.of(article.blocks[self.block].text.as_str())
    }

    /// Whether a mention stands in it.
    pub fn holds(self, place: Place) -> bool {
        self.block == place.block && self.at.contains(place.at)
    }
}

/// Lines that sum up a stretch of text, and that text.
#[derive(Clone, Debug)]
pub struct Digest {
    /// Which lines they are.
    pub kind: DigestKind,
    /// The lines.
    pub lines: Vec<Piece>,
    /// The paragraphs they sum up, in their order.
    pub body: Vec<Piece>,
}

impl Digest {
    /// The figures of an article that stand in some of these pieces.
    pub fn figures<'f>(figures: &'f [Figure], pieces: &[Piece]) -> Vec<&'f Figure> {
        let mut found = Vec::new();
        for piece in pieces {
            let first = figures.partition_point(|figure| figure.place.block < piece.block);
            let block = figures[first..].iter().take_while(|figure| figure.place.block == piece.block);
            found.extend(block.filter(|figure| piece.holds(figure.place)));
        }
        found
    }
}

/// The digests of an article: its head, its section heads, its captions.
pub fn find(article: &Article) -> Vec<Digest> {
    let blocks = |is_wanted: &dyn Fn(usize) -> bool| -> Vec<Piece> {
        (0..article.blocks.len())
            .filter(|&block| is_wanted(block))
            .map(|block| Piece::whole(article, block))
            .collect()
    };
    let kind = |block: usize| article.blocks[block].kind;
    let is_head =
        |block: usize| matches!(kind(block), BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck);
    let is_paragraph = |block: usize| kind(block) == BlockKind::Paragraph;
    let mut digests =
        vec![Digest { kind: DigestKind::Head, lines: blocks(&is_head), body: blocks(&is_paragraph) }];
    digests.extend(sections(article));
    let is_caption = |block: usize| is_caption(article, block);
    for caption in blocks(&is_caption) {
        let body = blocks(&|block| is_paragraph(block) && !is_caption(block));
        digests.push(Digest { kind: DigestKind::Caption, lines: vec![caption], body });
    }
    digests
}

fn is_caption(article: &Article, block: usize) -> bool {
    let block = &article.blocks[block];
    matches!(block.kind, BlockKind::Paragraph | BlockKind::SectionHead | BlockKind::Note)
        && block.is_caption()
}

/// The section heads, each with all that stands up to the next.
fn sections(article: &Article) -> Vec<Digest> {
    let mut sections: Vec<Digest> = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let whole = Piece::whole(article, index);
        let (head, rest) = match (block.kind, block.run_in_head) {
            _ if is_caption(article, index) => continue,
            (BlockKind::SectionHead, _) => (Some(whole), None),
            (BlockKind::Paragraph, Some(at)) => {
                let rest = Span::new(at.end, whole.at.end);
                (Some(Piece { block: index, at }), Some(Piece { block: index, at: rest }))
            }
            (BlockKind::Paragraph, None) => (None, Some(whole)),
            _ => continue,
        };
        if let Some(head) = head {
            sections.push(Digest { kind: DigestKind::SectionHead, lines: vec![head], body: Vec::new() });
        }
        if let Some(section) = sections.last_mut() {
            section.body.extend(rest);
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Layout;

    #[test]
    fn a_section_head_sums_up_its_section_and_a_caption_the_article() {
        let text = "青禾镇修渠引水\n\n　　入春以来，全镇动员修渠。\n\n干部带头\n\n　　干部走在前面，清淤3公里。\n\n　　雨停之后又清1公里。\n\n村民出力\n\n　　村民带着铁锹来，清淤2公里。\n\n　　图为村民清淤。\n";
        let article = Article::parse(text, &Layout { indented: true, spaced: true, ..Layout::default() });
        let read: Vec<(DigestKind, Vec<&str>, Vec<&str>)> = find(&article)
            .iter()
            .map(|digest| {
                let texts = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text(&article)).collect();
                (digest.kind, texts(&digest.lines), texts(&digest.body))
            })
            .collect();
        assert_eq!(read[1].1, ["干部带头"]);
        assert_eq!(read[1].2, ["干部走在前面，清淤3公里。", "雨停之后又清1公里。"]);
        assert_eq!(read[2].2, ["村民带着铁锹来，清淤2公里。"]);
        assert_eq!((read[3].0, read[3].2.len()), (DigestKind::Caption, 4));
    }
}
