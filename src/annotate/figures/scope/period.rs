//! Periods as they are printed: 2024年, 今年上半年, 一季度, 3月份, 1—9月, 今年以来, 截至目前, “十四五”期间.

use std::sync::LazyLock;

use jiff::civil;
use regex::{Captures, Regex};

use super::{Period, Place};
use crate::{
    annotate::dates::{calendar::longest_month, number},
    text::Span,
};

static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    let number = "[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}";
    let part = format!(
        "(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[一二两三1-3])个?季度|\
         前(?P<months>{number})个月|(?P<from>{number})月?(?:至|到|—|-|－|～|~)(?P<to>{number})月份?|\
         (?P<month>{number})月(?:份|(?P<day>{number})日)?|(?P<whole>全年)"
    );
    Regex::new(&format!(
        "(?P<until>截[至止]到?)?(?:(?P<year>[0-9０-９]{{4}}|[一二][〇○零一二三四五六七八九]{{3}})年度?|\
         (?P<word>今年|本年度?|去年|上年|前年|明年))(?:的?(?:{part}))?(?P<open>以来)?(?P<edge>[初底末])?|\
         (?P<until2>截[至止]到?)?(?:{})(?P<open2>以来)?(?P<edge2>[初底末])?|\
         截[至止]到?(?:目前|现在|今天|今日)|到目前为止|目前|眼下|当前|如今|现有|现已|近年来|\
         近[0-9一二两三四五六七八九十]{{1,3}}年来?|“?十[一二三四五]五”?(?:时期|期间|以来)",
        part.replace("P<", "P<x")
    ))
    .expect("the pattern is well formed")
});

/// The periods of a block; 今年 is the year of the issue.
pub(super) fn find(text: &str, issue: Option<civil::Date>, place: &impl Fn(Span) -> Place) -> Vec<Period> {
    PERIOD
        .captures_iter(text)
        .filter_map(|found| {
            let at = Span::from(found.get_match().range());
            let is_cut = text[..at.start].ends_with(|c: char| {
                c.is_numeric() || c.is_ascii_alphabetic() || "第个〇零一二三四五六七八九十.．·/-".contains(c)
            }) || text[at.end..]
                .starts_with(['龄', '饼', '球', '亮', '嫂', '薪', '息', '租', '票', '级']);
            // 5月1日至5日: of a range of days only the first is read.
            let is_start = text[at.end..].starts_with(['至', '到', '—', '-', '～', '－', '~']);
            (!is_cut).then(|| Period {
                place: place(at),
                text: at.of(text).to_owned(),
                iso: Some(())
                    .filter(|()| !is_start)
                    .and_then(|()| iso(&found, issue.map(|issue| i32::from(issue.year())))),
            })
        })
        .collect()
}

/// A period in ISO 8601; `None` where it has no dates of its own or the calendar has none such.
fn iso(found: &Captures<'_>, issue: Option<i32>) -> Option<String> {
    let text =
        |name: &str| found.name(name).or_else(|| found.name(&format!("x{name}"))).map(|found| found.as_str());
    let value = |name: &str| text(name).map(|text| if text == "两" { Some(2) } else { number::read(text) });
    let either = |name: &str| found.name(name).or_else(|| found.name(&format!("{name}2"))).is_some();
    let year = match (text("year"), text("word")) {
        (Some(year), _) => Some(i32::try_from(number::read(year)?).ok()?),
        (None, Some(word)) => issue.and_then(|issue| issue.checked_add(shift(word))),
        _ => None,
    };
    let said = year.map_or_else(|| "-".to_owned(), |year| format!("{year:04}"));
    let months = |from: u32, to: u32| {
        let exist = longest_month(from).is_some() && longest_month(to).is_some() && from <= to;
        exist.then(|| {
            if from == to { format!("{said}-{from:02}") } else { format!("{said}-{from:02}/{said}-{to:02}") }
        })
    };
    let period = if let Some(half) = text("half") {
        if half == "上" { months(1, 6) } else { months(7, 12) }
    } else if let Some(quarter) = value("quarter") {
        quarter.and_then(|quarter| months(quarter * 3 - 2, quarter * 3))
    } else if let Some(quarters) = value("quarters") {
        quarters.and_then(|quarters| months(1, quarters * 3))
    } else if let Some(count) = value("months") {
        count.and_then(|count| months(1, count))
    } else if let Some((from, to)) = value("from").zip(value("to")) {
        from.zip(to).and_then(|(from, to)| months(from, to))
    } else if let Some((month, day)) = value("month").map(|month| (month, value("day"))) {
        let whole = month.and_then(|month| months(month, month));
        match day {
            Some(day) => whole
                .zip(day)
                .filter(|(_, day)| (1..=31).contains(day))
                .map(|(month, day)| format!("{month}-{day:02}")),
            None => whole,
        }
    } else {
        year.map(|_| said.clone())
    }?;
    // 年初 and 年底 are days of it, which nobody fixes.
    Some(if either("until") {
        format!("../{period}")
    } else if either("edge") {
        return None;
    } else if either("open") {
        format!("{period}/..")
    } else {
        period
    })
}

fn shift(word: &str) -> i32 {
    match word {
        "去年" | "上年" => -1,
        "前年" => -2,
        "明年" => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Place, find};

    fn read(text: &str) -> Vec<(String, Option<String>)> {
        find(text, Some(date(2024, 5, 20)), &|at| Place { span: at, block: 0, at })
            .into_iter()
            .map(|period| (period.text, period.iso))
            .collect()
    }

    #[test]
    fn periods_are_read_with_their_dates() {
        for (text, expected, iso) in [
            ("2023年，", "2023年", Some("2023")),
            ("今年上半年，", "今年上半年", Some("2024-01/2024-06")),
            ("去年第三季度，", "去年第三季度", Some("2023-07/2023-09")),
            ("前三季度，", "前三季度", Some("--01/--09")),
            ("3月份，", "3月份", Some("--03")),
            ("今年1—4月，", "今年1—4月", Some("2024-01/2024-04")),
            ("一至四月份，", "一至四月份", Some("--01/--04")),
            ("3月13日，", "3月13日", Some("--03-13")),
            ("今年以来，", "今年以来", Some("2024/..")),
            ("截至2023年底，", "截至2023年底", Some("../2023")),
            ("截至目前，", "截至目前", None),
            ("“十四五”期间，", "“十四五”期间", None),
            ("13月，", "13月", None),
        ] {
            assert_eq!(read(text), [(expected.to_owned(), iso.map(str::to_owned))], "{text}");
        }
    }

    #[test]
    fn lengths_and_ordinals_are_no_periods() {
        for text in ["用了3个月。", "第3月嫂班。", "120年。", "买5月饼。"] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
