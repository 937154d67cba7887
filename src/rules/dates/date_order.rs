//! An end that comes before its beginning.

use crate::{
    annotate::relations::{Relation, RelationKind},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 结束早于开始。
    ///
    /// An end that comes before its beginning.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 起止日期或时刻前后颠倒（5月20日至16日、2023年至2021年、上午9时至8时），结业、闭幕、竣工的日期早于开班、开幕、开工的日期。
    /// 跨年跨夜的不报（12月25日至1月3日、晚10时至次日6时）。
    /// Ranges of dates and times that run backwards, and events that close before they open. What may run into the next
    /// year or behind midnight is passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，前后颠倒的日期必有一误。
    /// Nothing ends before it begins: one of the two dates is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇举办农技培训
    ///
    /// 培训班于2024年5月20日开班，5月16日结业。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇举办农技培训
    ///
    /// 培训班于2024年5月16日开班，5月20日结业，12月25日至1月3日还将加开一期。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核实后改正；跨年的，写明年份或“次年”。
    /// Check and mend; where the end lies in the next year, say so.
    DateOrder = "dates/date-order" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Order, findings, words);
}

fn words(relation: &Relation) -> Words {
    let end = &relation.claim.text;
    let start = relation.operands.first().map_or("", |operand| operand.text.as_str());
    Words::new(
        format!("结束的“{end}”早于开始的“{start}”"),
        format!("the end “{end}” comes before the beginning “{start}”"),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, hits};

    const RULE: &str = "dates/date-order";

    fn bulletin(body: &str) -> String {
        format!("青禾镇举办农技培训\n\n　　{body}\n")
    }

    #[test]
    fn ranges_and_events_that_run_backwards() {
        for (body, expected) in [
            ("培训班于2024年5月20日开班，5月16日结业。", "5月16日"),
            ("培训班于5月20日在镇里开班，16日圆满结束。", "16日"),
            ("活动从5月20日至16日举办。", "16日"),
            ("活动从5月20—16日举办。", "16日"),
            ("活动从5月20日到5月16日举办。", "5月16日"),
            ("活动从2025年3月1日至2024年5月20日举办。", "2024年5月20日"),
            ("2023—2021年，全镇修路12公里。", "2023"),
            ("渠道于2024年3月开工，2023年12月竣工。", "2023年12月"),
            ("开班时间为2024年5月20日，结业时间为5月16日。", "5月16日"),
            ("课堂从上午9时至8时开放。", "8时"),
            ("课堂于5月20日上午9时开始，上午8时30分结束。", "上午8时30分"),
            ("课堂从下午3时30分至下午2时开放。", "下午2时"),
        ] {
            let expected = if body.starts_with("2023") { "2021年" } else { expected };
            assert_eq!(hits(RULE, &bulletin(body)), [expected], "{body}");
        }
    }

    #[test]
    fn what_runs_into_the_next_month_year_or_day() {
        for body in [
            "活动从12月25日至1月3日举办。",
            "活动从2024年12月25日至1月3日举办。",
            "活动从2024年12月30日至2025年1月2日举办。",
            "夜市从晚10时至次日6时营业，从晚10时至6时营业。",
            "商店从上午9时至5时营业，从22时至6时停业。",
            "财年从10月1日至9月30日，学年从9月1日至次年7月10日。",
            "医保年度从5月20日至5月19日。",
            "培训班于2023年12月20日开班，1月5日结业。",
            "水渠于2023年12月开工，5月竣工。",
            "公元前221年至公元前206年，秦朝。",
            "研讨会原定5月20日开幕，推迟到5月26日，上届5月16日闭幕。",
            "上届于2024年5月20日开幕。2023年5月16日闭幕的是前一届。",
            "5月20日开班的学员，5月16日报到。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }
}
