//! A day, a month or a time of day that does not exist.

use crate::{
    annotate::{Clock, Date, DateKind, HalfDay, dates::calendar},
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 日历上没有的日期，钟表上没有的时刻。
    ///
    /// A date or a time of day that does not exist.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 没有的月份（13月）、没有的日子（2月30日、6月31日、平年的2月29日、农历三十一）、没有的时刻（25时、9时75分、
    /// 上午14时）。没有写年份的2月29日不报，24时不报。
    /// Months, days and times that are not there, the 29th of February of a common year among them where the year is
    /// printed. 24时 is the end of a day and right.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，不存在的日期是编校差错；农历月份最多三十日，见
    /// GB/T 33661-2017《农历的编算和颁行》。
    /// No event took place on a day that never was; one of its numbers is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇举办农技课堂
    ///
    /// 2月30日，青禾镇的晒谷场上坐满了听课的农户。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇举办农技课堂
    ///
    /// 课堂从上午9时75分开始，农户们早早到场。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇举办农技课堂
    ///
    /// 2024年2月29日，青禾镇的晒谷场上坐满了听课的农户。报名到3月31日24时截止。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 向作者核实后改正。
    /// Ask the author.
    ImpossibleDate = "dates/impossible-date" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for date in &view.annotations.dates {
        if let Some(words) = wrong_date(date) {
            findings.report(date.place.span, words);
        }
    }
    for clock in &view.annotations.clocks {
        if let Some(words) = wrong_time(clock) {
            findings.report(clock.place.span, words);
        }
    }
}

fn wrong_date(date: &Date) -> Option<Words> {
    if date.kind == DateKind::Lunar {
        return wrong_lunar_date(date);
    }
    // A bare day shares the month of the date right before it, or else its month is a guess.
    let month = date.month.or(date.month_meant.filter(|_| date.is_elliptic))?;
    let Some(longest) = calendar::longest_month(month) else {
        return Some(Words::new(format!("没有{month}月"), format!("there is no month {month}")));
    };
    let day = date.day?;
    if day == 0 || day > longest {
        return Some(Words::new(
            format!("{month}月最多{longest}天，没有{month}月{day}日"),
            format!("month {month} has at most {longest} days, not {day}"),
        ));
    }
    let year = date.year_meant.certain()?;
    calendar::day(year, month, day).is_none().then(|| {
        Words::new(
            format!("{year}年是平年，{month}月没有{day}日"),
            format!("{year} is a common year: there is no day {day} in month {month}"),
        )
    })
}

fn wrong_lunar_date(date: &Date) -> Option<Words> {
    let (month, day) = (date.month?, date.day?);
    if !(1..=12).contains(&month) {
        return Some(Words::new(format!("农历没有{month}月"), format!("there is no lunar month {month}")));
    }
    (day == 0 || day > 30).then(|| {
        Words::new(
            format!("农历一个月最多三十日，没有{day}日"),
            format!("a lunar month has at most 30 days, not {day}"),
        )
    })
}

fn wrong_time(clock: &Clock) -> Option<Words> {
    let hour = clock.hour;
    if hour > 24 {
        return Some(Words::new(
            format!("一天只有24时，没有{hour}时"),
            format!("a day has 24 hours, not {hour}"),
        ));
    }
    if let Some(minute) = clock.minute.filter(|&minute| minute > 59) {
        return Some(Words::new(
            format!("一小时只有60分，没有{minute}分"),
            format!("an hour has 60 minutes, not {minute}"),
        ));
    }
    // 上午12时 is noon, and 12时30分 is said of the morning loosely.
    (clock.half == Some(HalfDay::Morning) && hour > 12 && clock.text.contains(['时', '点'])).then(|| {
        Words::new(format!("{hour}时在下午，不在上午"), format!("{hour}:00 is behind noon, not before it"))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, hits};

    fn bulletin(body: &str) -> String {
        format!("青禾镇举办农技课堂\n\n　　{body}\n")
    }

    #[test]
    fn days_months_and_times_that_are_not_there() {
        for (body, expected) in [
            ("2月30日，课堂开讲。", "2月30日"),
            ("课堂于6月31日结束。", "6月31日"),
            ("2023年2月29日，课堂开讲。", "2023年2月29日"),
            ("课堂从6月25日至31日举办。", "31日"),
            ("13月45日，课堂开讲。", "13月45日"),
            ("二〇二四年十一月三十一日，课堂开讲。", "二〇二四年十一月三十一日"),
            ("农历八月三十一，课堂开讲。", "农历八月三十一"),
            ("5月20日25时，课堂结束。", "25时"),
            ("上午9时75分，课堂开讲。", "上午9时75分"),
            ("上午14时，课堂开讲。", "上午14时"),
        ] {
            assert_eq!(hits("dates/impossible-date", &bulletin(body)), [expected], "{body}");
        }
    }

    #[test]
    fn what_looks_impossible_and_is_not() {
        for body in [
            "2月29日，课堂开讲。",
            "2024年2月29日，课堂开讲。",
            "24日零时起，24日24时止。",
            "农历二月三十，课堂开讲。",
            "2000年2月29日，课堂开讲。",
            "比分为114:75，用时25时61分，13月龄的羊羔45只。",
            "年近30时他才回乡，气温达到35时停工。",
            "每晚12时30分停业，中午12时开饭。",
            "全年产奶45日均120公斤，编号13-45。",
        ] {
            assert!(found("dates/impossible-date", &bulletin(body)).is_empty(), "{body}");
        }
    }

    #[test]
    fn the_message_says_how_long_the_month_is() {
        let finding = &found("dates/impossible-date", &bulletin("6月31日，课堂开讲。"))[0];
        assert_eq!(finding.message.zh, "6月最多30天，没有6月31日");
        let finding = &found("dates/impossible-date", &bulletin("2023年2月29日，课堂开讲。"))[0];
        assert_eq!(finding.message.zh, "2023年是平年，2月没有29日");
    }
}
