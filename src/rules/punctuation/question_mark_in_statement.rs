//! A question mark behind a statement.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 陈述句末尾用了问号。
    ///
    /// A statement ends in a question mark.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “不知道”“研究”“了解”等词后带疑问词的小句，末尾是问号的；以“吗”“呢”“吧”结尾的、反问的不查。
    /// A clause with a question word that depends on a verb such as to know or to study. Questions with a
    /// particle at the end are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.2：句子有疑问词而不是疑问句的，末尾不用问号。
    /// GB/T 15834-2011, A.2: a question word alone does not make a question.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 大家不知道水从哪里来，也不清楚渠为什么会堵？干部群众清理沟渠。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村民问：“你知道渠为什么会堵吗？”大家研究怎么清理。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为句号。
    /// Use a full stop.
    QuestionMarkInStatement = "punctuation/question-mark-in-statement" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:^|[，。；！])[^，。；！？：“”]{0,6}(?:不知道?|不清楚|不明白|说不清|不了解|研究|探讨|商量)[^，。；！？：“”]{0,16}(?:什么|怎么|如何|谁|哪些|哪里|多少|是否)[^，。；！？：“”吗呢吧么]{0,12}(？)",
    )
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['？'], &STATEMENT, |block, found| {
        let mark = group(found, 1);
        let clause = group(found, 0).of(block.text.as_str());
        // A question about not knowing: 谁不知道…, 你知不知道…, 为什么研究….
        let opening = clause.split(['不', '研', '探', '商', '说']).next().unwrap_or_default();
        if opening.ends_with(['谁', '你', '您', '么', '何', '知', '否', '不']) {
            return;
        }
        report(
            view,
            findings,
            block,
            mark,
            Words::new(
                "句中虽有疑问词，但不是疑问句，末尾用句号",
                "a question word inside a statement: it ends in a full stop",
            ),
            Some(Mend::with_care(mark, "。")),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/question-mark-in-statement";

    #[test]
    fn a_statement_ends_in_a_full_stop() {
        assert_eq!(mended(RULE, "大家不清楚渠为什么会堵？"), "大家不清楚渠为什么会堵。");
    }

    #[test]
    fn questions_keep_their_mark() {
        for sentence in [
            "渠为什么会堵？",
            "谁不知道渠为什么会堵？",
            "你不知道渠为什么会堵？",
            "不知道是什么堵了渠呢？",
            "大家研究怎么清渠。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
