//! Two marks where one belongs.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, before, behind, each_match, group, is_whole, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 点号重复或两个点号连用。
    ///
    /// A stop or comma stands twice, or two of them in a row.
    ///
    /// ## 查什么 · What it finds
    ///
    /// ，，。。、、以及，。。，？。一类连用。省略号、问号叹号叠用另有规则。
    /// The same mark twice, or two different ones in a row; ellipses and piles of question marks have rules of
    /// their own.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4章：一处停顿只用一个点号。
    /// GB/T 15834-2011, chapter 4: one pause takes one mark.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众清理沟渠，，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众清理沟渠，疏通水道……“水来了？！”大家问。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 留下一个；相同的可自动修复。
    /// Keep one; where they are the same the fix does that.
    DoubledMark = "punctuation/doubled-mark" {
        severity: Error,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static ROW: LazyLock<Regex> =
    LazyLock::new(|| pattern("[？！]?[，。、；：]{2,}|[？！][，。、；：]|[，。、；：]+[？！]"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['，', '。', '、', '；', '：'], &ROW, |block, found| {
        let text = block.text.as_str();
        let at = group(found, 0);
        let marks = at.of(text);
        let first = marks.chars().next().unwrap_or('，');
        let is_same = marks.chars().all(|c| c == first);
        let names_marks = before(text, at.start) == Some('“') && behind(text, at.end) == Some('”');
        // Three full stops and more stand for an ellipsis.
        // What a line break parts is no row.
        if names_marks || !is_whole(block, at) || first == '。' && is_same && marks.chars().count() > 2 {
            return;
        }
        // What ends the sentence stays.
        let kept =
            marks.chars().find(|c| matches!(c, '？' | '！')).or_else(|| marks.chars().find(|&c| c == '。'));
        let kept = kept.unwrap_or(first).to_string();
        let mend = if is_same { Mend::safe(at, &kept) } else { Mend::with_care(at, &kept) };
        report(
            view,
            findings,
            block,
            at,
            Words::new(format!("“{marks}”只能用一个点号"), format!("{marks}: one pause takes one mark")),
            Some(mend),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/doubled-mark";

    #[test]
    fn one_mark_stays() {
        for (wrong, right) in [
            ("清渠，，护渠。", "清渠，护渠。"),
            ("清渠。。护渠。", "清渠。护渠。"),
            ("清渠，。护渠。", "清渠。护渠。"),
            ("清渠了吗？。护渠。", "清渠了吗？护渠。"),
            ("清渠、、护渠，、用渠。", "清渠、护渠，用渠。"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn ellipses_piles_and_named_marks_are_other_things() {
        for sentence in ["清渠……护渠。", "清渠？！护渠！！", "不要写成“，。”。", "他说：“清渠。”，"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
