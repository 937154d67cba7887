//! Characters outside 《通用规范汉字表》 that stand for one of it: 國, 菓, 広.
//!
//! A passage in traditional characters is somebody's quotation, and a character in quotation marks is spoken of.

use super::{Found, Reading, SlipKind};
use crate::{
    lexicon::standard_character::meant_by,
    text::{Span, chars::is_han},
};

/// A passage is in traditional characters where they are one in so many of its Chinese characters.
const ONE_IN: usize = 4;

/// Fewer characters than so many make no passage.
const PASSAGE: usize = 8;

/// Each run of such characters.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    let text = reading.text;
    let mut found: Vec<Found> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(&right) = meant_by(c).first() else { continue };
        let is_sure = meant_by(c).len() == 1;
        let at = Span::new(at, at + c.len_utf8());
        match found.last_mut() {
            Some(run) if run.at.end == at.start => {
                run.at.end = at.end;
                run.right.push(right);
                run.is_certain &= is_sure;
            }
            _ => {
                found.push(Found { is_certain: is_sure, ..Found::certain(at, SlipKind::Nonstandard, right) });
            }
        }
    }
    if found.is_empty() {
        return found;
    }
    found.retain(|slip| !reading.is_quoted_phrase(slip.at) && !is_in_a_passage(text, slip.at));
    found
}

/// Whether the quotation or the sentence around `at` is in traditional characters throughout.
fn is_in_a_passage(text: &str, at: Span) -> bool {
    let passage = quotation(text, at).unwrap_or_else(|| {
        let is_end = |c: char| matches!(c, '。' | '！' | '？' | '；' | '“' | '”' | '\n');
        let start = text[..at.start].rfind(is_end).unwrap_or(0);
        let end = text[at.end..].find(is_end).map_or(text.len(), |end| at.end + end);
        Span::new(start, end)
    });
    let characters = passage.of(text).chars().filter(|c| is_han(*c)).count();
    let outside = passage.of(text).chars().filter(|c| !meant_by(*c).is_empty()).count();
    characters >= PASSAGE && outside * ONE_IN > characters
}

/// The quotation that `at` lies in.
fn quotation(text: &str, at: Span) -> Option<Span> {
    let start = text[..at.start].rfind(['“', '”', '「', '」'])?;
    let is_open = text[start..].starts_with(['“', '「']);
    let end = at.end + text[at.end..].find(['”', '」'])?;
    is_open.then_some(Span::new(start, end))
}
