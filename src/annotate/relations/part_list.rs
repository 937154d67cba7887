//! Lists of parts: the figures of one unit that a sentence sets side by side, each with the words that name it
//! (其中脱贫户18人、一般农户14人).

use super::clause::Sentence;
use crate::{annotate::Figure, text::Span};

/// One part of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    /// How many.
    pub figure: &'a Figure,
    /// The words that name it, in front or behind: 脱贫户, 为亚运测试赛事.
    pub name: &'a str,
    /// Whether a list of its own follows it: 运动员284人，包括男运动员126人….
    pub opens_own: bool,
}

/// Words behind a total or part that open the list of its own parts.
pub(super) const OPENERS: &[&str] = &["其中", "包括", "包含", "分别是", "分别为", "含"];

/// Whether a figure can be part of a sum: no rate, no change, no quantity per unit.
fn can_be_part(figure: &Figure, words: &str) -> bool {
    figure.ratio().is_none()
        && !matches!(figure.unit.as_str(), "倍" | "番" | "个百分点" | "百分点")
        && !words.contains('每')
        && !["增长", "增加", "减少", "下降", "比上", "较上", "同比", "比去年", "人均", "平均", "增收", "比前"]
            .iter()
            .any(|word| words.contains(word))
}

/// What stands between two marks in a list.
#[derive(Clone, Copy, Debug)]
struct Segment<'a> {
    text: &'a str,
    span: Span,
}

/// The pieces of `span` between commas and semicolons, and between 和 or 与 where both sides hold a figure.
fn segments<'a>(sentence: &Sentence<'a>, span: Span) -> Vec<Segment<'a>> {
    let mut pieces = Vec::new();
    let mut start = span.start;
    let mut push = |start: usize, end: usize| {
        if start < end {
            let span = Span::new(start, end);
            pieces.push(Segment { text: span.of(sentence.block_text()), span });
        }
    };
    for (at, c) in span.of(sentence.block_text()).char_indices() {
        let at = span.start + at;
        let joins = matches!(c, '和' | '与' | '及') && {
            let has = |from: usize, to: usize| {
                sentence
                    .figures
                    .iter()
                    .any(|figure| from <= figure.place.at.start && figure.place.at.end <= to)
            };
            let next = sentence.block_text()[at..span.end]
                .find(['，', '、', '；', ',', ';', '）', ')'])
                .map_or(span.end, |found| at + found);
            has(start, at) && has(at, next)
        };
        // A comma inside a figure (12,345) groups its digits.
        let is_inside = sentence
            .figures_in(Span::new(span.start, at))
            .last()
            .is_some_and(|figure| figure.place.at.holds(at));
        if !is_inside
            && (matches!(c, '，' | '、' | '；' | ',' | ';' | '（' | '(' | '）' | ')' | '：') || joins)
        {
            push(start, at);
            start = at + c.len_utf8();
        }
    }
    push(start, span.end);
    pieces
}

/// More parts than this are a table, not a sentence: all provinces are 34.
const MOST_LISTED: usize = 40;

/// The parts listed in `span` that can be added to a quantity like `total`, up to the first piece that is no part.
pub(super) fn parts<'a>(sentence: &Sentence<'a>, span: Span, total: &Figure) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    for segment in segments(sentence, span) {
        if parts.len() == MOST_LISTED {
            break;
        }
        let inside: Vec<&Figure> = sentence
            .figures_in(segment.span)
            .iter()
            .filter(|figure| segment.span.contains(figure.place.at))
            .collect();
        let alike: Vec<&Figure> = inside
            .iter()
            .copied()
            .filter(|figure| figure.is_comparable(total) && can_be_part(figure, segment.text))
            .collect();
        match alike.as_slice() {
            [figure] => {
                let before = &segment.text[..figure.place.at.start - segment.span.start];
                let behind = &segment.text[figure.place.at.end - segment.span.start..];
                let before = strip_opener(before);
                let name = if before.trim().is_empty() { behind } else { before };
                parts.push(Part { figure, name: name.trim(), opens_own: false });
            }
            // 占比66% and 增长5% tell of the part in front and leave the list going.
            [] if !parts.is_empty()
                && !inside.is_empty()
                && inside.iter().all(|figure| !can_be_part(figure, segment.text)) => {}
            [] if parts.is_empty() && inside.is_empty() => {}
            _ => break,
        }
        let behind = &sentence.block_text()[segment.span.end..];
        let behind = behind.trim_start_matches(['，', '、', '（', '(', ',', '：', ':']);
        if let Some(part) = parts.last_mut()
            && segment.span.contains(part.figure.place.at)
        {
            part.opens_own = OPENERS.iter().any(|opener| behind.starts_with(opener));
        }
    }
    parts
}

/// The words without the opener in front of them: 其中党员 is 党员.
fn strip_opener(words: &str) -> &str {
    let words = words.trim_start_matches(['，', ',', '：', ' ']);
    OPENERS.iter().find_map(|opener| words.strip_prefix(opener)).unwrap_or(words)
}
