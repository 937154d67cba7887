//! A date that is another day of the lunar calendar than the one printed with it.

use super::{in_full, report_by_year};
use crate::{
    annotate::relations::{Relation, RelationKind},
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 公历与农历对不上。
    ///
    /// A date that is another day of the lunar calendar than the one printed with it.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 公历日期后面括号里的农历日期或传统节日，与历书不符。没有写年份的，按报头的日期推算，报为警告；推算不出的不报。
    /// The lunar date or the feast in brackets behind a date, against the almanac. Where the year is not printed it is taken
    /// from the masthead or the article, and the finding is a warning.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 33661-2017《农历的编算和颁行》规定了农历日期的推算，同一天的公历、农历只有一种对应。
    /// A day has one date in each calendar; one of the two is wrong.
    /// The almanac is computed by a national standard.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇的灯会
    ///
    /// 2024年2月24日（农历正月十六），灯会开幕。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇的灯会
    ///
    /// 2024年2月24日（农历正月十五），灯会开幕。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 查历书，改公历或改农历。
    /// Look it up, and mend one of the two.
    LunarMismatch = "dates/lunar-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_by_year(view, RelationKind::Lunar, findings, words);
}

fn words(relation: &Relation) -> Words {
    let printed = &relation.claim.text;
    let (date, lunar) = relation.formula.split_once(" = ").unwrap_or((&relation.formula, ""));
    Words::new(
        format!("{}是农历{lunar}，不是“{printed}”", in_full(date)),
        format!("{date} is {lunar} of the lunar calendar, not “{printed}”"),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found, hits};

    const RULE: &str = "dates/lunar-mismatch";

    fn bulletin(body: &str) -> String {
        format!("青禾镇的灯会\n\n　　{body}\n")
    }

    #[test]
    fn another_day_of_the_lunar_calendar() {
        for (body, expected) in [
            ("2024年2月24日（农历正月十六），灯会开幕。", "农历正月十六"),
            ("2024年9月16日（中秋节），灯会开幕。", "中秋"),
            ("2024年2月10日，农历正月初二，灯会开幕。", "农历正月初二"),
            ("2024年2月9日（腊月廿九），灯会开幕。", "腊月廿九"),
        ] {
            assert_eq!(hits(RULE, &bulletin(body)), [expected], "{body}");
        }
        let text = bulletin("2024年2月24日（农历正月十六），灯会开幕。");
        assert!(fixed(RULE, &text).contains("（农历正月十五）"));
        assert_eq!(found(RULE, &text)[0].message.zh, "2024年2月24日是农历正月十五，不是“农历正月十六”");
    }

    #[test]
    fn what_agrees_or_stands_apart() {
        for body in [
            "2024年2月24日（农历正月十五），灯会开幕。",
            "2024年9月17日（中秋节），灯会开幕。",
            "2023年3月22日（农历闰二月初一），灯会开幕。",
            "2025年1月28日（腊月三十），灯会开幕。",
            "2月24日（农历正月十六），灯会开幕。",
            "2024年9月14日，中秋节将至，灯会开幕。",
            "2024年9月15日（中秋假期第一天），灯会开幕。",
            "2024年2月24日，农历正月十五至十八，灯会开放。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }
}
