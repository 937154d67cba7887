//! “四个迅速” against the section heads that open with 迅速, or against the items that do so right behind it.

use super::{Listed, item};
use crate::{
    annotate::Figure,
    outline::{Article, BlockKind},
    text::Span,
};

/// How many bytes behind a slogan its items are looked for in, for a line without stops.
const REACH: usize = 4096;

/// What opens with the key word of a slogan.
pub(super) fn find(article: &Article, figure: &Figure) -> Option<Listed> {
    let block = &article.blocks[figure.place.block];
    let text = block.text.as_str();
    let is_quoted = text[..figure.place.at.start].ends_with('“');
    if !is_quoted || !matches!(figure.unit.as_str(), "个" | "项") {
        return None;
    }
    let key = &text[figure.place.at.end..];
    let (close, _) = key.char_indices().nth(2).filter(|(_, c)| *c == '”')?;
    let key = &key[..close];
    if key.contains('”') {
        return None;
    }
    let said = Some(format!("{}{key}", figure.text));
    let items = items_behind(article, figure, key);
    if items.len() >= 2 {
        return Some(Listed { said, items, is_open: false, doubt: None });
    }
    let lead = article.paragraphs().next().map(|(index, _)| index);
    let is_head = matches!(block.kind, BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck);
    if !is_head && lead != Some(figure.place.block) {
        return None;
    }
    let heads = heads(article, key);
    (heads.len() >= 2).then_some(Listed { said, items: heads, is_open: false, doubt: None })
}

/// Section heads that open with the key word, behind their number.
fn heads(article: &Article, key: &str) -> Vec<super::Operand> {
    let mut heads = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let at = match block.kind {
            BlockKind::SectionHead => Span::new(0, block.text.as_str().len()),
            BlockKind::Paragraph => match block.run_in_head {
                Some(at) => at,
                None => continue,
            },
            _ => continue,
        };
        let bare = at.of(block.text.as_str()).trim_start_matches(|c: char| {
            "一二三四五六七八九十、是.．（）() ".contains(c) || c.is_ascii_digit()
        });
        if bare.starts_with(key) {
            heads.push(item(article, index, at));
        }
    }
    heads
}

/// “三个坚持”，坚持党建引领、坚持凝聚人心…: the items of the sentence that open with the key word, side by side.
fn items_behind(article: &Article, figure: &Figure, key: &str) -> Vec<super::Operand> {
    let text = article.blocks[figure.place.block].text.as_str();
    let start = figure.place.at.end + key.len() + '”'.len_utf8();
    let near = text.floor_char_boundary(start + REACH);
    let end = text[start..near].find(['。', '！', '？']).map_or(near, |at| start + at);
    let mut items = Vec::new();
    let mut piece = start;
    for (at, c) in Span::new(start, end).of(text).char_indices().chain([(end - start, '。')]) {
        if !matches!(c, '、' | '，' | '；' | '：' | '—' | '。' | '（' | '）' | '和' | '与' | '以')
        {
            continue;
        }
        let span = Span::new(piece, start + at);
        let words = span.of(text).trim_start_matches(['即', '以', '“']);
        if words.starts_with(key) && words.chars().count() > key.chars().count() + 1 {
            let from = span.end - words.len();
            items.push(item(article, figure.place.block, Span::new(from, span.end)));
        } else if !items.is_empty() && !matches!(c, '和' | '与' | '以') && !span.of(text).contains(key) {
            // Something else follows: the items are over.
            break;
        }
        if !matches!(c, '和' | '与' | '以') || text[start + at + c.len_utf8()..].starts_with(key) {
            piece = start + at + c.len_utf8();
        }
    }
    items
}
