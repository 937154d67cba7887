//! Whether two stretches of text speak of the same thing: what stands alike in front of two figures and behind them.

use std::collections::HashSet;

use crate::text::{Span, chars::is_han};

/// Words between what is counted and its number, that say nothing of what is counted.
const FILLERS: &[&str] = &[
    "突破了",
    "已突破",
    "突破",
    "达到了",
    "达到",
    "已达",
    "达",
    "了",
    "共计",
    "共有",
    "共",
    "为",
    "是",
    "已",
    "超过",
    "超",
    "逾",
    "近",
    "约",
    "总计",
    "合计",
    "总数",
    "至",
    "到",
    "过",
    "有",
    "的",
];

/// What stands in front of a figure within its clause, without the words that only lead up to the number.
pub fn lead(text: &str, at: usize) -> &str {
    let before = &text[..at];
    let start = before
        .rfind(|c: char| !is_han(c))
        .map_or(0, |edge| edge + before[edge..].chars().next().map_or(0, char::len_utf8));
    let mut lead = &before[start..];
    while let Some(shorter) = FILLERS.iter().find_map(|filler| lead.strip_suffix(filler)) {
        lead = shorter;
    }
    lead
}

/// What stands behind a figure up to the next character that is not Han.
pub fn follow(text: &str, at: usize) -> &str {
    let behind = &text[at..];
    let end = behind.find(|c: char| !is_han(c)).unwrap_or(behind.len());
    &behind[..end]
}

/// How many characters are the same at the ends of both.
pub fn shared_end(a: &str, b: &str) -> usize {
    a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count()
}

/// How many characters are the same at the beginnings of both.
pub fn shared_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// All pairs of neighbouring Han characters.
pub fn bigrams(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).filter(|(a, b)| is_han(*a) && is_han(*b)).collect()
}

/// How many of those pairs `text` holds.
pub fn shared_bigrams(of: &HashSet<(char, char)>, text: &str) -> usize {
    bigrams(text).intersection(of).count()
}

/// The clause that holds a span.
pub fn clause(text: &str, at: Span) -> &str {
    between(text, at, "，。；！？：,;!?")
}

/// The sentence that holds a span.
pub fn sentence(text: &str, at: Span) -> &str {
    between(text, at, "。！？")
}

/// What stands around a span up to the next of these marks.
pub fn between<'t>(text: &'t str, at: Span, marks: &str) -> &'t str {
    let is_mark = |c: char| marks.contains(c);
    let start = text[..at.start]
        .rfind(is_mark)
        .map_or(0, |edge| edge + text[edge..].chars().next().map_or(0, char::len_utf8));
    let end = text[at.end..].find(is_mark).map_or(text.len(), |end| at.end + end);
    &text[start..end]
}
