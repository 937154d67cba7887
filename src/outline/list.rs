//! List marks: 一、 （一） 1. （1） ① 一是 第一， 其一.

use std::sync::LazyLock;

use regex::Regex;

use super::{Block, BlockKind};
use crate::text::Span;

/// The kinds of list mark, from the highest level down (GB/T 15834-2011, B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkKind {
    /// 第一章、第一部分.
    Chapter,
    /// 一、
    Han,
    /// （一）
    BracketedHan,
    /// 1.
    Arabic,
    /// （1）
    BracketedArabic,
    /// ①
    Circled,
    /// 一是
    Shi,
    /// 第一，
    Di,
}

/// A list mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its form.
    pub kind: MarkKind,
    /// Its number.
    pub number: u32,
    /// Its length in bytes.
    pub len: usize,
}

/// One item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number as printed.
    pub number: u32,
    /// Index into [`super::Article::blocks`].
    pub block: usize,
    /// The mark, in the article.
    pub span: Span,
}

/// Items with the same form of mark that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The form of the marks.
    pub kind: MarkKind,
    /// The items in the order of the text.
    pub items: Vec<Item>,
}

static MARKS: LazyLock<Vec<(MarkKind, Regex)>> = LazyLock::new(|| {
    use MarkKind::{Arabic, BracketedArabic, BracketedHan, Chapter, Di, Han, Shi};
    [
        (Chapter, "^第([一二三四五六七八九十百]{1,3}|[0-9]{1,2})(?:章|节|部分|篇)"),
        (Han, "^([一二三四五六七八九十]{1,3})[、，.．]"),
        (BracketedHan, "^[（(]([一二三四五六七八九十]{1,3})[）)][、，]?"),
        (Arabic, "^([0-9]{1,2})[.．、](?:[^0-9]|$)"),
        (BracketedArabic, "^[（(]([0-9]{1,2})[）)]"),
        (Shi, "^([一二三四五六七八九十]{1,2})(?:是|要)"),
        (Di, "^(?:第|其)([一二三四五六七八九十]{1,2})[，、是]"),
    ]
    .map(|(kind, pattern)| (kind, Regex::new(pattern).expect("the pattern is well formed")))
    .into()
});

impl Mark {
    /// The mark a line begins with.
    pub fn of(line: &str) -> Option<Self> {
        let first = line.chars().next()?;
        if ('①'..='⑳').contains(&first) {
            let number = first as u32 - '①' as u32 + 1;
            return Some(Self { kind: MarkKind::Circled, number, len: first.len_utf8() });
        }
        if !matches!(first, '第' | '其' | '（' | '(' | '0'..='9') && small_number(first).is_none() {
            return None;
        }
        MARKS.iter().find_map(|(kind, pattern)| {
            let found = pattern.captures(line)?;
            let digits = found.get(1)?;
            let whole = found.get(0)?;
            // The Arabic pattern looks one character ahead, to leave decimals alone.
            let len = if *kind == MarkKind::Arabic {
                digits.end() + line[digits.end()..].chars().next()?.len_utf8()
            } else {
                whole.end()
            };
            Some(Self { kind: *kind, number: parse(digits.as_str())?, len })
        })
    }

    /// Whether the mark stands before a head rather than inside running text.
    pub fn is_heading(self) -> bool {
        !matches!(self.kind, MarkKind::Shi | MarkKind::Di)
    }
}

impl List {
    /// Finds the lists among the blocks of an article. One item alone is no list.
    pub fn find(blocks: &[Block]) -> Vec<Self> {
        let mut closed = Vec::new();
        // At most one list of each form is open; a mark of a higher form closes the lower ones.
        let mut open: Vec<Self> = Vec::new();
        for (block, content) in blocks.iter().enumerate() {
            if !matches!(content.kind, BlockKind::Paragraph | BlockKind::SectionHead) {
                continue;
            }
            for (mark, at) in marks_in(content.text.as_str()) {
                let span = content.text.to_source(Span::new(at, at + mark.len));
                let item = Item { number: mark.number, block, span };
                closed.extend(open.extract_if(.., |list| list.kind > mark.kind));
                match open.iter_mut().find(|list| list.kind == mark.kind) {
                    Some(list) if list.items.last().is_some_and(|last| last.number < mark.number) => {
                        list.items.push(item);
                    }
                    _ => {
                        closed.extend(open.extract_if(.., |list| list.kind == mark.kind));
                        open.push(Self { kind: mark.kind, items: vec![item] });
                    }
                }
            }
        }
        closed.append(&mut open);
        closed.retain(|list| list.items.len() > 1);
        closed.sort_by_key(|list| list.items[0].span);
        closed
    }
}

/// The marks in a block: one at its start, and those of the run-in forms (一是, 第一，) behind a pause.
fn marks_in(text: &str) -> impl Iterator<Item = (Mark, usize)> {
    let starts = text.char_indices().filter(|&(_, c)| is_boundary(c)).map(|(at, c)| at + c.len_utf8());
    std::iter::once(0).chain(starts).filter_map(|at| {
        let mark = Mark::of(&text[at..])?;
        (at == 0 || !mark.is_heading()).then_some((mark, at))
    })
}

const fn is_boundary(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '：' | ':' | '，' | ',' | '“')
}

const fn small_number(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// Reads 1–99 in Arabic or Chinese numerals.
pub(super) fn parse(digits: &str) -> Option<u32> {
    if let Ok(number) = digits.parse() {
        return Some(number);
    }
    let mut number = 0;
    for c in digits.chars() {
        number = match small_number(c)? {
            10 if number == 0 => 10,
            10 => number * 10,
            unit => number + unit,
        };
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(line: &str) -> Option<(MarkKind, u32)> {
        Mark::of(line).map(|mark| (mark.kind, mark.number))
    }

    #[test]
    fn each_form_is_read_with_its_number() {
        assert_eq!(mark("一、改革开放"), Some((MarkKind::Han, 1)));
        assert_eq!(mark("（十二）搭好台"), Some((MarkKind::BracketedHan, 12)));
        assert_eq!(mark("3.加强领导"), Some((MarkKind::Arabic, 3)));
        assert_eq!(mark("（2）加强领导"), Some((MarkKind::BracketedArabic, 2)));
        assert_eq!(mark("④加强领导"), Some((MarkKind::Circled, 4)));
        assert_eq!(mark("二十一是"), None);
        assert_eq!(mark("四是开通电话"), Some((MarkKind::Shi, 4)));
        assert_eq!(mark("第二十一章 附则"), Some((MarkKind::Chapter, 21)));
    }

    fn lists(text: &str) -> Vec<(MarkKind, Vec<u32>)> {
        let layout = crate::outline::Layout { spaced: true, ..Default::default() };
        crate::outline::Article::parse(text, &layout)
            .lists
            .into_iter()
            .map(|list| (list.kind, list.items.into_iter().map(|item| item.number).collect()))
            .collect()
    }

    #[test]
    fn run_in_items_keep_their_gaps() {
        let text = "标题\n\n该局拿出了举措：一是落实农资储备，保障供应；二是组织专家包片，解决难题；四是开通电话，维护权益。";
        assert_eq!(lists(text), [(MarkKind::Shi, vec![1, 2, 4])]);
    }

    #[test]
    fn a_higher_mark_closes_the_lists_below_it() {
        let body = "全县干部闻令而动，迅速集结，各就各位，担当作为，取得了明显成效。";
        let heads = ["一、回顾", "（一）春耕", "（二）秋收", "二、部署", "（一）种子", "（二）化肥"];
        let text = heads.map(|head| format!("{head}\n\n{body}")).join("\n\n");
        assert_eq!(
            lists(&format!("标题\n\n{body}\n\n{text}")),
            [
                (MarkKind::Han, vec![1, 2]),
                (MarkKind::BracketedHan, vec![1, 2]),
                (MarkKind::BracketedHan, vec![1, 2])
            ]
        );
    }

    #[test]
    fn decimals_and_ordinary_words_are_no_marks() {
        assert_eq!(mark("3.5万人参加"), None);
        assert_eq!(mark("一年来，全县"), None);
        assert_eq!(mark("十年磨一剑"), None);
    }
}
