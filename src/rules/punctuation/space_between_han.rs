//! A stray space in running text.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, group, pattern, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::{
        Span,
        chars::{is_han, is_space},
    },
};

rule! {
    /// 正文里有多余的空格。
    ///
    /// A stray space stands in running text.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 正文句子中，点号前的空格，以及前后都是较长词句的单个空格。标题、引题、署名、隔开的姓名（李　明）、序号和表格样的段落不查。
    /// In a sentence: a space before a comma or stop, or a single space between two longer stretches of text.
    /// Headlines, kickers, bylines, padded names, list numbers and paragraphs set like a table are not looked
    /// at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第5.1条：标点各占规定的位置，标点与文字之间、汉字之间不另加空格。
    /// GB/T 15834-2011, 5.1: each mark has its room; no space is added between it and the text, or between
    /// characters.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠 ，疏通水道，方便村民灌溉。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 王 刚、李　明到场，本报讯（记者 王小明 通讯员 李明）清理沟渠 A段，疏通水道。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去空格；可自动修复。
    /// Delete the space; the fix does that.
    SpaceBetweenHan = "punctuation/space-between-han" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static BEFORE_MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern("[\\u{4e00}-\\u{9fff}”》）]([ \\u{a0}\\u{3000}]+)[，。、；：？！]"));
/// A stretch of so many characters is no name and no heading of a column.
const STRETCH: usize = 7;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for (_, block) in view.article.paragraphs() {
        if ![' ', '\u{a0}', '\u{3000}'].iter().any(|&space| block.text.may_hold(space)) {
            continue;
        }
        let text = block.text.as_str();
        let mut faults: Vec<Span> = BEFORE_MARK.captures_iter(text).map(|found| group(&found, 1)).collect();
        let inner: Vec<Span> = single_spaces(text);
        // Several of them set the text like a table.
        if let [space] = inner[..]
            && is_inside_a_sentence(text, space)
        {
            faults.push(space);
        }
        for space in faults {
            let source = block.text.to_source(space);
            if view
                .article
                .bylines
                .iter()
                .any(|byline| byline.span.overlaps(source) || byline.span.end == source.start)
            {
                continue;
            }
            report(
                view,
                findings,
                block,
                space,
                Words::new("正文里有多余的空格", "a stray space in running text"),
                Some(Mend::safe(space, "")),
            );
        }
    }
}

/// The spaces that stand alone between two Chinese characters.
fn single_spaces(text: &str) -> Vec<Span> {
    text.match_indices([' ', '\u{a0}', '\u{3000}'])
        .map(|(at, space)| Span::new(at, at + space.len()))
        .filter(|space| text[..space.start].ends_with(is_han) && text[space.end..].starts_with(is_han))
        .collect()
}

/// Whether long stretches stand on both sides, and a comma before them: the first words of a paragraph may be a head that
/// the space sets off.
fn is_inside_a_sentence(text: &str, space: Span) -> bool {
    let is_part = |c: char| is_han(c) || c.is_ascii_alphanumeric();
    let left = &text[..space.start];
    let start = left.trim_end_matches(is_part).len();
    let right = &text[space.end..];
    let end = right.len() - right.trim_start_matches(is_part).len();
    let is_open = left[..start].ends_with('，');
    is_open
        && left[start..].chars().count() >= STRETCH
        && right[..end].chars().count() >= STRETCH
        && !right[end..].starts_with(is_space)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits, hits_in, mended};

    const RULE: &str = "punctuation/space-between-han";

    #[test]
    fn stray_spaces_go() {
        assert_eq!(mended(RULE, "全镇清理沟渠 ，疏通水道。"), "全镇清理沟渠，疏通水道。");
        assert_eq!(
            mended(RULE, "入夏前，全镇组织干部群众 清理主渠和支渠，疏通水道。"),
            "入夏前，全镇组织干部群众清理主渠和支渠，疏通水道。"
        );
    }

    #[test]
    fn names_heads_and_columns_keep_theirs() {
        for sentence in [
            "代表王 刚、李　明到场。",
            "入夏前，参加的有王小明 李明 张大山。",
            "入夏前，全镇清理 A段主渠和支渠。",
            "（记者 王小明）",
            "入夏前，姓名 单位清理主渠和支渠。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn a_headline_of_two_halves_keeps_its_space() {
        let text = "青禾镇修渠引水 干部群众齐上阵\n\n入春以来，全镇动员，清理沟渠。\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
