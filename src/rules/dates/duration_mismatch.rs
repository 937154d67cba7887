//! A stated length of time that is not the time between its dates.

use crate::{
    annotate::relations::{Relation, RelationKind},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 时长与起止日期不符。
    ///
    /// A stated length of time that is not the time between its dates.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “为期”“历时”“会期”的天数、周数、月数、年数，与同一句里的起止日期算出来的不符；小时数、分钟数与起止时刻不符。首尾两天
    /// 都算和只算一头的，都不报；“近、约、余”和分批、分期、中间休息的不报，小时数差半小时以内的不报。
    /// 为期, 历时 and the like against the range of dates or of times of day in the same sentence. Counting both ends or one
    /// of them is right alike; estimates, events held in parts or with a break, and hours that are half an hour off are
    /// passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，时长与起止日期不符必有一误。
    /// The length or one of the dates is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇举办农技培训
    ///
    /// 培训班3月1日至5日在镇里举办，为期7天。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇抢修水渠
    ///
    /// 抢修从上午8时至下午5时，历时6小时。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇举办农技培训
    ///
    /// 培训班3月1日至5日在镇里举办，为期5天。
    /// ```
    ///
    /// ```right
    /// 青禾镇抢修水渠
    ///
    /// 抢修从上午8时至下午5时，历时9小时。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核实后改时长或改日期。
    /// Check, and mend the length or the dates.
    DurationMismatch = "dates/duration-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Duration, findings, words);
}

fn words(relation: &Relation) -> Words {
    let claimed = &relation.claim.text;
    let (range, counted) = relation.formula.split_once(" = ").unwrap_or((&relation.formula, ""));
    if counted.ends_with("小时") || counted.ends_with("分钟") {
        return Words::new(
            format!("{range}是{counted}，与“{claimed}”不符"),
            format!(
                "{range} makes {}, not “{claimed}”",
                counted.replace("小时", " h ").replace("分钟", " min").trim()
            ),
        );
    }
    Words::new(
        format!("{range}首尾都算是{counted}，与“{claimed}”不符"),
        format!("{range} makes {} with both ends, not “{claimed}”", english(counted)),
    )
}

/// 5天 as 5 days.
fn english(counted: &str) -> String {
    let units = [("个月", "months"), ("天", "days"), ("年", "years")];
    let found = units.iter().find_map(|(zh, en)| Some(format!("{} {en}", counted.strip_suffix(zh)?)));
    found.unwrap_or_else(|| counted.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found, hits};

    const RULE: &str = "dates/duration-mismatch";

    fn bulletin(body: &str) -> String {
        format!("青禾镇举办农技培训\n\n　　{body}\n")
    }

    #[test]
    fn a_length_that_the_dates_do_not_make() {
        for (body, expected) in [
            ("培训班3月1日至5日在镇里举办，为期3天。", "3天"),
            ("3月1日至5日，全镇举办为期七天的培训。", "七天"),
            ("为期10天的培训班于3月1日至5日举办。", "10天"),
            ("展览从2024年12月30日至2025年1月2日举办，为期6天。", "6天"),
            ("5月1日至5日放假调休，共7天。", "7天"),
            ("研修班于3月1日至5日举办，活动为期7天。", "7天"),
            ("培训班为期一周（5月6日至5月20日）。", "一周"),
            ("大赛为期3天，从5月13日持续到17日。", "3天"),
            ("3月1日至20日，展览举办，为期一周。", "一周"),
            ("1998年至2008年的12年间，全镇修路12公里。", "12年"),
            ("5月至7月，全镇开展为期两年的整治。", ""),
        ] {
            let expected: &[&str] = if expected.is_empty() { &[] } else { &[expected] };
            assert_eq!(hits(RULE, &bulletin(body)), expected, "{body}");
        }
    }

    #[test]
    fn both_ways_of_counting_are_right() {
        for body in [
            "培训班3月1日至5日举办，为期5天。",
            "培训班3月1日至5日举办，为期4天。",
            "3月4日至8日，全镇举办为期一周的培训。",
            "3月4日至11日，全镇举办为期一周的培训。",
            "1998年至2008年的10年间，全镇修路。",
            "2月26日至3月1日举办，为期4天。",
            "2月26日至3月1日举办，为期5天。",
            "3月1日至5月31日，全镇开展为期三个月的整治。",
            "3月至5月，全镇开展为期3个月的整治。",
            "12月30日至1月2日举办，为期4天。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }

    #[test]
    fn lengths_of_something_else_and_estimates() {
        for body in [
            "3月1日至5日报名，培训为期10天。",
            "培训班3月1日至10日分两期举办，每期为期3天。",
            "3月1日至5日举办，历时近100小时。",
            "3月1日至5日、8日至12日举办，为期10天。",
            "3月1日至20日举办，为期近10天。",
            "2021年至2023年，全镇连续5年丰收。",
            "3月1日至12日举办，为期10个工作日。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }

    #[test]
    fn hours_are_told_without_counting_ends() {
        let text = bulletin("抢修从上午8时30分至下午5时，历时6小时。");
        let message = &found(RULE, &text)[0].message;
        assert_eq!(message.zh, "上午8时30分—下午5时是8小时30分钟，与“6小时”不符");
        assert_eq!(message.en, "上午8时30分—下午5时 makes 8 h 30 min, not “6小时”");
    }

    #[test]
    fn the_message_and_the_fix_count_both_ends() {
        let text = bulletin("培训班3月1日至5日举办，为期三天。");
        assert_eq!(found(RULE, &text)[0].message.zh, "3月1日—5日首尾都算是5天，与“三天”不符");
        assert!(fixed(RULE, &text).contains("为期五天。"));
    }
}
