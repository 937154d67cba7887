//! The form of the ellipsis.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{WideMark, each_match, group, pattern, report_makeshift};
use crate::rules::{ArticleView, Findings, rule};

rule! {
    /// 省略号的形式不合规定。
    ///
    /// The ellipsis does not have its form.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 汉字旁的 ... 。。。 单个的…和三个的………，以及⋯⋯。英文中的、目录的引导点不查。
    /// Points, stops, a single character or three of them beside Chinese characters, not those in English or
    /// the leaders of a table of contents.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.11.2条：省略号的形式是“……”，占两个字；附录A.9.1：不能用“...”（3个点）代替。
    /// GB/T 15834-2011, 4.11.2: the ellipsis has six points and the room of two characters; A.9.1.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村民说：“水来了...大家都高兴。”干部群众清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村民说：“水来了……大家都高兴。”英文是Wait...and see。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“……”；可自动修复。
    /// Use six points; the fix does that.
    EllipsisForm = "punctuation/ellipsis-form" {
        severity: Error,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static POINTS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\.{3,6}|。{3,6}|．{3,6}|·{3,6}|…+|⋯+"));
const ELLIPSIS: WideMark = WideMark {
    form: "……",
    name: ["省略号", "ellipsis"],
    is_foreign: |c| c.is_ascii_alphanumeric() || c == '.' || c == '/',
};

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['.', '。', '．', '·', '…', '⋯'], &POINTS, |block, found| {
        let at = group(found, 0);
        let points = at.of(block.text.as_str());
        // Two together stand for a passage left out; more of them lead the eye down a table.
        if !points.starts_with('…') || matches!(points.chars().count(), 1 | 3) {
            report_makeshift(view, findings, block, at, &ELLIPSIS);
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/ellipsis-form";

    #[test]
    fn every_makeshift_becomes_the_ellipsis() {
        for points in ["...", "......", "。。。", "…", "………", "⋯⋯", "．．．"] {
            assert_eq!(
                mended(RULE, &format!("“水来了{points}大家高兴。”")),
                "“水来了……大家高兴。”",
                "{points}"
            );
        }
    }

    #[test]
    fn english_leaders_and_the_right_form_are_left_alone() {
        for sentence in
            ["“水来了……”", "…………", "第一章 总则......3", "Wait...清渠", "网址www...com。", "第一章…………………3"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
