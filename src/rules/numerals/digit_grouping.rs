//! Digits grouped otherwise than by threes: 92,3000.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{ArticleView, Findings, Words, rule};

use super::form::{each, is_counted, may_begin};

rule! {
    /// 千分号没有按三位一节。
    ///
    /// Digits that are not grouped by threes.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “92,3000元”“9230,000元”之类。并列的数字和年份不查。
    /// Numbers with a comma that leaves a group longer than three digits. Numbers in a row, and years, are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.1条：多位数字分节时，从小数点起向左每三位一组；四位以内可以不分节。
    /// GB/T 15835-2011, 5.1.1: long numbers are grouped by three digits from the point; up to four digits need no
    /// groups.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 修渠投入92,3000元。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 修渠投入923,000元，其中人工12,500.5元；2021,2022年各清理一次，丈量13500,13600米两段。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对数字后按三位一节，或去掉千分号；可能漏了数字，不自动改。
    /// Check the number and group it by threes, or leave the marks out. A digit may be missing, so there is no fix.
    DigitGrouping = "numerals/digit-grouping" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

static GROUPED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9]+(?:,[0-9]+)+").expect("the pattern is sound"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &[","], &GROUPED, |place, found| {
        let whole = found.get_match();
        let behind = place.behind(whole.end());
        let counts = is_counted(behind) || behind.starts_with(['万', '亿', '余', '多']);
        if !counts || !may_begin(place.before(whole.start())) {
            return;
        }
        let lengths: Vec<usize> = whole.as_str().split(',').map(str::len).collect();
        let (first, rest) = (lengths[0], &lengths[1..]);
        let is_right = first <= 3 && rest.iter().all(|&length| length == 3);
        // 3,4个 and 13500,13600米 are numbers in a row.
        let is_row = rest.iter().any(|&length| length < 3 || length == first) || first > 3 && rest != [3];
        if is_right || is_row {
            return;
        }
        place.report(
            findings,
            whole.range(),
            Words::new(
                format!("“{}”的千分号没有按三位一节", whole.as_str()),
                format!("{} is not grouped by threes", whole.as_str()),
            ),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "numerals/digit-grouping";

    #[test]
    fn groups_of_other_lengths_are_found() {
        for (sentence, hit) in
            [("投入92,3000元。", "92,3000"), ("投入9230,000元。", "9230,000"), ("惠及1,2345人。", "1,2345")]
        {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn groups_of_three_and_rows_are_left_alone() {
        for sentence in [
            "投入923,000元，惠及1,234,567人。",
            "丈量13500,13600米两段。",
            "第3,4个标段开工。",
            "2021,2022年各清理一次。",
            "全镇1000,村里200人。",
            "编号A12,3456个。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
