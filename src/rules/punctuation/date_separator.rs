//! The enumeration comma inside a date.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, before, behind, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 年月日之间用了顿号。
    ///
    /// Enumeration commas stand between year, month and day.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “2024、03、16”一类：月日有效，后面没有“年”“月”“届”等字。
    /// A year, a valid month and a valid day with such marks between them, and no counter behind.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.4.2、第4.13.3.1条：年月日的简写用短横线，不用顿号。
    /// GB/T 15834-2011, A.4.2 and 4.13.3.1: the short form of a date has hyphens, not enumeration commas.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清渠工程验收时间：2024、03、16，干部群众到场。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清渠工程验收时间：2024-03-16，2024、9、10三个单位到场。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为短横线，或写成“2024年3月16日”。
    /// Use hyphens, or write the date out.
    DateSeparator = "punctuation/date-separator" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern("((?:19|20)[0-9]{2})、(0?[1-9]|1[0-2])、(3[01]|[12][0-9]|0?[1-9])"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['、'], &DATE, |block, found| {
        let text = block.text.as_str();
        let at = group(found, 0);
        let parts: Vec<&str> = (1..=3).map(|index| group(found, index).of(text)).collect();
        // Nobody pads a number with a zero but in a date; without it the numbers may be any three.
        let is_padded = parts[1].starts_with('0') || parts[2].starts_with('0');
        let next = behind(text, at.end);
        let is_closed = next.is_none_or(|c| matches!(c, '，' | '。' | '）' | '；' | ' '));
        let goes_on = next.is_some_and(|c| c.is_ascii_digit() || matches!(c, '、' | '年' | '月' | '.'));
        let begins_inside = before(text, at.start).is_some_and(|c| c.is_ascii_digit() || c == '、');
        if begins_inside || goes_on || !(is_padded || is_closed) {
            return;
        }
        let date = parts.join("-");
        report(
            view,
            findings,
            block,
            at,
            Words::new(
                format!("年月日的简写用短横线：{date}"),
                format!("the short form of a date has hyphens: {date}"),
            ),
            Some(Mend::with_care(at, date)),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/date-separator";

    #[test]
    fn a_date_takes_hyphens() {
        assert_eq!(mended(RULE, "验收时间：2024、03、16。"), "验收时间：2024-03-16。");
    }

    #[test]
    fn years_and_other_numbers_in_a_row_are_no_date() {
        for sentence in
            ["2024、9、10三个单位。", "2010、11、12年三次。", "编号2024、13、45。", "2008、9、10、11四年。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
