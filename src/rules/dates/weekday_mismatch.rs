//! A date that does not fall on the weekday printed with it.

use super::{in_full, report_by_year};
use crate::{
    annotate::{
        Weekday,
        relations::{Relation, RelationKind},
    },
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 日期与星期对不上。
    ///
    /// A date that does not fall on the weekday printed with it.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 日期后面或括号里的星期，与日历不符。没有写年份的，按报头的日期推算，推算得出的报为警告；推算不出的不报。
    /// The weekday behind a date or in brackets, against the calendar. Where the year is not printed it is taken from the
    /// masthead or the article, and the finding is a warning; where nothing tells the year there is none.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，日期与星期不符必有一误。
    /// One of the two is wrong, and readers plan by both.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇举办农技课堂
    ///
    /// 课堂于2024年5月20日（星期三）上午开讲。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇举办农技课堂
    ///
    /// 课堂于2024年5月20日（星期一）上午开讲，每周三、周五下午答疑。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对日历，改星期或改日期。
    /// Look it up, and mend the weekday or the date.
    WeekdayMismatch = "dates/weekday-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_by_year(view, RelationKind::Weekday, findings, words);
}

fn words(relation: &Relation) -> Words {
    let printed = &relation.claim.text;
    let (date, weekday) = relation.formula.split_once(" = ").unwrap_or((&relation.formula, ""));
    Words::new(
        format!("{}是{weekday}，不是{printed}", in_full(date)),
        format!("{date} is a {}, not {printed}", english(weekday)),
    )
}

/// The weekday in English, from its Chinese name.
fn english(weekday: &str) -> &'static str {
    weekday.chars().next_back().and_then(Weekday::read).map_or("", Weekday::english)
}

#[cfg(test)]
mod tests {
    use crate::rules::{
        Severity,
        testing::{found, hits},
    };

    const RULE: &str = "dates/weekday-mismatch";

    fn bulletin(body: &str) -> String {
        format!("青禾镇举办农技课堂\n\n　　{body}\n")
    }

    fn issue(body: &str) -> String {
        format!("青禾简报\n2024年5月20日　第12期\n\n青禾镇举办农技课堂\n\n　　{body}\n")
    }

    #[test]
    fn the_weekday_of_a_printed_date_is_checked() {
        for (body, expected) in [
            ("2024年5月20日（星期三）上午开讲。", "星期三"),
            ("2024年5月20日周三上午开讲。", "周三"),
            ("2024年5月20日，礼拜天，开讲。", "礼拜天"),
            ("星期三（2024年5月20日）开讲。", "星期三"),
            ("2024年5月20日至24日（星期六）举办。", "星期六"),
        ] {
            let findings = found(RULE, &bulletin(body));
            assert_eq!(hits(RULE, &bulletin(body)), [expected], "{body}");
            assert_eq!(findings[0].severity, Severity::Error);
        }
    }

    #[test]
    fn without_a_year_the_issue_tells_and_the_finding_is_a_warning() {
        let findings = found(RULE, &issue("5月16日（星期五），课堂开讲，农户到场听课。"));
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Severity::Warning);
        assert!(found(RULE, &issue("5月16日（星期四），课堂开讲，农户到场听课。")).is_empty());
        assert!(found(RULE, &bulletin("5月16日（星期五），课堂开讲。")).is_empty());
    }

    #[test]
    fn what_is_right_or_no_weekday_of_the_date() {
        for body in [
            "2024年5月20日（星期一）开讲。",
            "2024年5月20日，周三多来到课堂。",
            "2024年5月20日（周三至周五）开讲。",
            "2024年5月20日起，周三、周五答疑。",
            "2024年5月20日，一周三次的课堂开讲。",
            "2024年2月30日（星期三）开讲。",
            "2024年5月20日（周三、周五除外）开讲。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }

    #[test]
    fn the_message_shows_the_calendar_and_the_fixes_both_ways_out() {
        let finding = &found(RULE, &bulletin("2024年5月20日（星期三）上午开讲。"))[0];
        assert_eq!(finding.message.zh, "2024年5月20日是星期一，不是星期三");
        let fixes: Vec<&str> = finding.fixes.iter().map(|fix| fix.edits[0].text.as_str()).collect();
        assert_eq!(fixes, ["星期一", "2024年5月22日"]);
    }
}
