//! The lines of a draft as they are laid out: what stands on each, and the space around it.

use std::collections::HashMap;

use crate::{check::Analysis, outline::BlockKind, text::Span};

/// A line of the draft; every span is an offset into it.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// White space before what it holds.
    pub indent: Span,
    /// White space behind what it holds; all there is on a line that holds nothing.
    pub trailing: Span,
    /// The line break at its end.
    pub ending: Span,
    /// What begins on it.
    pub kind: LineKind,
}

/// What begins on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing: the line is blank.
    Blank,
    /// An article.
    Article(BlockKind),
    /// Another part of an article.
    Block(BlockKind),
    /// Nothing new: what stands on it belongs to what began before.
    Rest,
}

impl LineKind {
    /// Whether it is a paragraph that begins there.
    pub const fn is_paragraph(self) -> bool {
        matches!(self, Self::Article(BlockKind::Paragraph) | Self::Block(BlockKind::Paragraph))
    }
}

/// Reads the lines of a draft.
pub fn read(text: &str, analysis: &Analysis) -> Vec<Line> {
    let starts = starts(analysis);
    let mut lines = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = text[at..].find(['\n', '\r']).map_or(text.len(), |found| at + found);
        let rest = &text[end..];
        let break_len = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        let line = &text[at..end];
        let held = line.trim_end_matches(is_padding).len();
        let first = line.len() - line.trim_start_matches(is_padding).len();
        let indent = Span::new(at, at + first.min(held));
        let kind = if held == 0 {
            LineKind::Blank
        } else {
            starts.get(&indent.end).copied().unwrap_or(LineKind::Rest)
        };
        lines.push(Line {
            indent,
            trailing: Span::new(at + held, end),
            ending: Span::new(end, end + break_len),
            kind,
        });
        at = end + break_len;
    }
    lines
}

/// What begins where. Of two that begin at one place it is the first.
fn starts(analysis: &Analysis) -> HashMap<usize, LineKind> {
    let mut starts = HashMap::new();
    for placed in &analysis.articles {
        for block in &placed.analysis.article.blocks {
            let start = placed.span.start + block.span.start;
            let kind = if block.span.start == 0 { LineKind::Article } else { LineKind::Block };
            starts.entry(start).or_insert(kind(block.kind));
        }
    }
    starts
}

/// White space that pads a line; what breaks a page is more than that.
const fn is_padding(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}
