//! Semicolons between words.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 并列词语之间用了分号。
    ///
    /// Semicolons stand between words instead of enumeration commas.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “携带”“包括”等动词后，由分号隔开的几个不超过六字的词语。
    /// After a verb such as to bring or to include: words of at most six characters with semicolons between
    /// them.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.6.3.1、4.5.3.1条：分号用于复句内部并列的分句，并列词语之间用顿号。
    /// GB/T 15834-2011, 4.6.3.1 and 4.5.3.1: the semicolon parts clauses, the enumeration comma words.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 参加清渠的村民请携带铁锹；锄头；箩筐。干部群众一起疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 参加清渠的村民请携带铁锹、锄头、箩筐。任务包括：清理主渠，疏通支渠；加固堤坝，整修水闸。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为顿号。
    /// Use enumeration commas.
    SemicolonInEnumeration = "punctuation/semicolon-in-enumeration" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:携带|自带|备齐|提供|提交|包括|采购|购买|领取|发放|赠送|捐赠)了?([\\u{4e00}-\\u{9fff}]{1,6}(?:；[\\u{4e00}-\\u{9fff}]{1,6}){2,})[。，]",
    )
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['；'], &WORDS, |block, found| {
        let words = group(found, 1);
        let mut marks = words
            .of(block.text.as_str())
            .match_indices('；')
            .map(|(at, mark)| Span::new(words.start + at, words.start + at + mark.len()));
        let mend = marks
            .next()
            .map(|first| marks.fold(Mend::with_care(first, "、"), |mend, at| mend.and(at, "、")));
        report(
            view,
            findings,
            block,
            words,
            Words::new(
                "并列的词语之间用顿号，不用分号",
                "enumeration commas, not semicolons, stand between words",
            ),
            mend,
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/semicolon-in-enumeration";

    #[test]
    fn words_take_the_enumeration_comma() {
        assert_eq!(mended(RULE, "请携带铁锹；锄头；箩筐。"), "请携带铁锹、锄头、箩筐。");
    }

    #[test]
    fn clauses_keep_their_semicolons() {
        for sentence in
            ["一是清渠；二是护渠；三是用渠。", "任务包括：清理主渠；疏通支渠；加固堤坝。", "携带铁锹、锄头。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
