//! The ellipsis together with 等.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 省略号和“等”连用。
    ///
    /// The ellipsis stands together with a word that means “and so on”.
    ///
    /// ## 查什么 · What it finds
    ///
    /// ……后接“等”“等等”，或“等等”后接……。“等待”“等到”等词不查。
    /// The ellipsis before or behind such a word; other words that begin with the same character are not looked
    /// at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.9.2：在使用省略号的标示处，不应再用“等”“等等”之类的词语。
    /// GB/T 15834-2011, A.9.2: where an ellipsis is used, no such word is used beside it.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头、箩筐……等工具，清理沟渠。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头、箩筐等工具，清理沟渠。“水来了……等你们呢！”
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 二者删一。
    /// Delete one of the two.
    EllipsisWithDeng = "punctuation/ellipsis-with-deng" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static BOTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern("(……)(等等?)(?:[，。；、！？）”]|$|都|均|各|共|[0-9]|工|物|活|内|方|多|一系)|等等(……)")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['…'], &BOTH, |block, found| {
        let (ellipsis, all) = match found.get(2) {
            Some(deng) => (group(found, 1), group(found, 1).to(deng.range().into())),
            None => (group(found, 3), group(found, 0)),
        };
        report(
            view,
            findings,
            block,
            all,
            Words::new("省略号与“等”重复，删去一个", "the ellipsis and 等 say the same: one of them goes"),
            Some(Mend::with_care(ellipsis, "")),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/ellipsis-with-deng";

    #[test]
    fn one_of_the_two_goes() {
        assert_eq!(mended(RULE, "有锹、锄……等。"), "有锹、锄等。");
        assert_eq!(mended(RULE, "有锹、锄等等……"), "有锹、锄等等");
    }

    #[test]
    fn waiting_is_another_word() {
        for sentence in ["“渠通了……等水来。”", "水来了……等到天黑。", "有锹、锄等工具。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
