//! Reads one article: its head, its blocks, its bylines, its broken joins and its end.

use super::{
    Article, Block, BlockKind, BrokenJoin, Byline, BylinePlace, Layout, List, Part, headline,
    line::{Ending, Line},
    page::{LineRole, Page},
    run_in_head,
};
use crate::text::{LogicalText, Span};

impl Article {
    /// Reads one article; `text` is the article alone, `layout` that of its bulletin.
    pub fn parse(text: &str, layout: &Layout) -> Self {
        let page = Page::read(text, Some(layout));
        let mut article = Self { issue: page.layout.issue, ..Self::default() };
        let body_start = article.read_head(&page);
        article.read_body(&page, body_start);
        article.truncation = truncation(&page);
        run_in_head::mark(&mut article.blocks);
        article.lists = List::find(&article.blocks);
        article
    }

    /// Reads masthead, kicker, headline, deck and the bylines under them; returns the index of the first line behind.
    fn read_head(&mut self, page: &Page<'_>) -> usize {
        let opens = |role: &LineRole| {
            matches!(role, LineRole::Head | LineRole::Byline | LineRole::Note | LineRole::FrontMatter)
        };
        let end = page.roles.iter().position(|role| !opens(role)).unwrap_or(page.lines.len());
        // Front matter may hold an editor's note, joined over several lines.
        let end =
            page.roles[end..].iter().rposition(|role| *role == LineRole::FrontMatter).map_or(end, |last| {
                let from = end + last + 1;
                page.roles[from..]
                    .iter()
                    .position(|role| !opens(role))
                    .map_or(page.lines.len(), |at| from + at)
            });
        let heads: Vec<usize> = (0..end).filter(|&at| page.roles[at] == LineRole::Head).collect();
        let lines: Vec<&Line> = heads.iter().map(|&at| &page.lines[at]).collect();
        let chosen = (!heads.is_empty()).then(|| heads[headline::choose(page.text, &lines)]);
        for at in 0..end {
            let line = &page.lines[at];
            match page.roles[at] {
                LineRole::Head => self.read_head_line(page, at, chosen),
                LineRole::Byline => {
                    self.push_block(BlockKind::Byline, page, line.span);
                    self.add_bylines(line, Some(BylinePlace::Head));
                }
                LineRole::FrontMatter if line.has_inner_stop => {
                    self.push_block(BlockKind::Paragraph, page, line.span);
                }
                LineRole::Continuation => self.extend_paragraph(page, at),
                LineRole::Note => self.push_block(BlockKind::Note, page, line.span),
                LineRole::FrontMatter | LineRole::Body | LineRole::Caption => {
                    self.push_block(BlockKind::Masthead, page, line.span);
                }
            }
        }
        end
    }

    fn read_head_line(&mut self, page: &Page<'_>, at: usize, chosen: Option<usize>) {
        let span = page.lines[at].span;
        let whole = || Part { span, text: span.of(page.text).to_owned() };
        match chosen {
            Some(headline) if at == headline => {
                let (place, rest) = headline::split(page.text, span);
                if let Some(place) = place {
                    self.push_block(BlockKind::Kicker, page, place.span);
                    self.kicker = Some(place);
                }
                self.push_block(BlockKind::Headline, page, rest.span);
                self.headline = Some(rest);
            }
            Some(headline) if at < headline => {
                // Of several lines above the headline the nearest is its kicker.
                let is_kicker = (at + 1..headline).all(|next| page.roles[next] != LineRole::Head);
                self.push_block(if is_kicker { BlockKind::Kicker } else { BlockKind::Masthead }, page, span);
                if is_kicker {
                    self.kicker = Some(whole());
                }
            }
            _ => {
                self.push_block(BlockKind::Deck, page, span);
                self.deck.get_or_insert_with(whole);
            }
        }
    }

    fn read_body(&mut self, page: &Page<'_>, from: usize) {
        for at in from..page.lines.len() {
            let line = &page.lines[at];
            match page.roles[at] {
                LineRole::Head => self.push_block(BlockKind::SectionHead, page, line.span),
                LineRole::Byline => {
                    self.push_block(BlockKind::Byline, page, line.span);
                    self.add_bylines(line, None);
                }
                LineRole::Continuation => {
                    self.extend_paragraph(page, at);
                    self.add_bylines(line, None);
                }
                LineRole::Body => {
                    self.push_block(BlockKind::Paragraph, page, line.body);
                    self.add_bylines(line, None);
                    if let Some(dateline) = line.dateline
                        && self.dateline.is_none()
                    {
                        self.dateline =
                            Some(Part { span: dateline, text: dateline.of(page.text).to_owned() });
                    }
                }
                LineRole::Caption => {
                    self.push_block(BlockKind::Paragraph, page, line.body);
                    self.add_bylines(line, None);
                }
                LineRole::Note | LineRole::FrontMatter => self.push_block(BlockKind::Note, page, line.span),
            }
        }
    }

    fn push_block(&mut self, kind: BlockKind, page: &Page<'_>, span: Span) {
        let text = LogicalText::join(page.text, [span]);
        self.blocks.push(Block { kind, span, text, run_in_head: None });
    }

    /// Joins a line to the block before it.
    fn extend_paragraph(&mut self, page: &Page<'_>, at: usize) {
        let body = page.lines[at].body;
        let Some(block) = self.blocks.last_mut() else { return };
        let gap = Span::new(block.span.end, body.start);
        let before = page.text[..gap.start].chars().next_back().map_or(0, char::len_utf8);
        let after = page.text[gap.end..].chars().next().map_or(0, char::len_utf8);
        let mut pieces: Vec<Span> = block.text.pieces().collect();
        pieces.push(body);
        block.text = LogicalText::join(page.text, pieces);
        block.span.end = body.end;
        self.broken_joins.push(BrokenJoin {
            block: self.blocks.len() - 1,
            span: Span::new(gap.start - before, gap.end + after),
            gap,
        });
    }

    fn add_bylines(&mut self, line: &Line, place: Option<BylinePlace>) {
        self.bylines.extend(line.bylines.iter().cloned().map(|byline| Byline {
            place: place.unwrap_or(byline.place),
            span: byline.span,
            ..byline
        }));
    }
}

/// The last words of an article that stops in the middle of a sentence.
fn truncation(page: &Page<'_>) -> Option<Span> {
    let last = page.roles.iter().rposition(|role| matches!(role, LineRole::Body | LineRole::Continuation))?;
    let line = &page.lines[last];
    // The paragraph is what is judged, over however many lines it is broken.
    let first = page.roles[..=last].iter().rposition(|role| *role != LineRole::Continuation).unwrap_or(last);
    let paragraph = &page.lines[first..=last];
    let has_inner_stop = paragraph.iter().any(|line| line.has_inner_stop)
        || paragraph.iter().rev().skip(1).any(|line| line.body.of(page.text).contains('。'));
    let has_punctuation = paragraph.iter().any(|line| line.has_punctuation);
    let length: usize = paragraph.iter().map(|line| line.length).sum();
    let is_prose = has_inner_stop || (has_punctuation && length >= 20);
    let is_cut = matches!(line.ending, Ending::Open | Ending::Comma) && line.body.end == line.span.end;
    // A head behind it: the text before that head belongs to a section, and its end is not the article's.
    let is_end = page.roles[last + 1..].iter().all(|role| *role != LineRole::Head);
    if !(is_prose && is_cut && is_end && ends_in_word(line.body.of(page.text))) {
        return None;
    }
    let body = line.body.of(page.text);
    let start = body.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    Some(Span::new(line.body.start + start, line.body.end))
}

/// Whether the text ends in a word or a comma, rather than in a bracket, a figure or a link.
fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(|c| {
        crate::text::chars::is_han(c) || crate::text::chars::is_comma(c) || crate::text::chars::is_opening(c)
    })
}
