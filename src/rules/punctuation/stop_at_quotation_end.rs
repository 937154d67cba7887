//! The stop at the end of a quotation.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Severity, Words, rule};

rule! {
    /// 引文末尾的句号位置不当。
    ///
    /// The full stop at the end of a quotation is misplaced.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “说：”之后的完整引文，句号在引号外（提示）；引号内外都用了句末点号，如。”。和？”。（警告）。
    /// A whole quotation after words that announce it with the stop outside (info); stops both inside and
    /// outside (warning).
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.2.1：完整、独立的引文，句末点号放在引号内；引文末尾是问号、叹号时，引号外不再用句号。
    /// GB/T 15834-2011, B.2.1: a whole quotation keeps its stop inside; behind a question or exclamation mark
    /// there is none outside.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村支书说：“大家干劲足，主渠一个月就修通了”。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村支书说：“大家干劲足，主渠一个月就修通了。”。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村支书说：“大家干劲足，主渠一个月就修通了。”他提出“以渠兴农”。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 把句号移入引号，或删去引号外的一个。
    /// Move the stop inside, or delete the one outside.
    StopAtQuotationEnd = "punctuation/stop-at-quotation-end" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static TWICE: LazyLock<Regex> = LazyLock::new(|| pattern("[。？！]”(。)"));
static OUTSIDE: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?:说|道|指出|强调|表示|认为)：“([^“”]*，[^“”]*[\\u{4e00}-\\u{9fff}])(”。)"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['”'], &TWICE, |block, found| {
        let outside = group(found, 1);
        let words = Words::new(
            "引文末尾已有句末点号，引号外不再用句号",
            "the quotation has its stop: none outside the marks",
        );
        report(view, findings, block, outside, words, Some(Mend::safe(outside, ""))).severity =
            Severity::Warning;
    });
    each_match(view, &['”'], &OUTSIDE, |block, found| {
        let end = group(found, 2);
        let words = Words::new(
            "完整的引文，句号应在引号内：“。”",
            "a whole quotation keeps its full stop inside the marks: 。”",
        );
        report(view, findings, block, end, words, Some(Mend::with_care(end, "。”")));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/stop-at-quotation-end";

    #[test]
    fn one_stop_is_enough() {
        for (wrong, right) in
            [("他说：“渠通了。”。", "他说：“渠通了。”"), ("他问：“渠通了吗？”。", "他问：“渠通了吗？”")]
        {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn a_whole_quotation_keeps_its_stop() {
        assert_eq!(mended(RULE, "他说：“渠通了，水来了”。"), "他说：“渠通了，水来了。”");
    }

    #[test]
    fn part_of_a_sentence_has_its_stop_outside() {
        for sentence in ["他提出“以渠兴农”。", "他说：“渠通了。”", "口号是：“护渠”。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
