//! A date of the lunar calendar in Arabic digits: 农历8月15, 腊月23, 正月初5.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, has_arabic, is_counted, may_begin, number, part, range, written_out};

rule! {
    /// 农历日期用了阿拉伯数字。
    ///
    /// A date of the lunar calendar in Arabic digits.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “农历8月15”“腊月23”“正月初5”“大年30”之类。公历日期不查。
    /// Months and days of the lunar calendar in Arabic digits. Dates of the Gregorian calendar are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.2.1条：干支纪年、农历月日等非公历纪年，应采用汉字数字。
    /// GB/T 15835-2011, 4.2.1: dates that are not Gregorian take Chinese numerals.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 正月初8，水渠动工。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 正月初八，水渠动工；正月里来了20人，农历2024年八月十五渠水进村；8月15日放水，腊月28户人家用上自来水。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用汉字数字；快速修复可代劳。
    /// Write Chinese numerals; the quick fix does so.
    LunarDate = "numerals/lunar-date" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let digit = "[0-9０-９]";
    let chinese = "[一二三四五六七八九十]";
    Regex::new(&format!(
        "(?P<calendar>(?:农历|夏历|阴历)(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|{digit}{{4}}年)?)?\
         (?P<month>{digit}{{1,2}}|[正冬腊]|{chinese}{{1,2}})月\
         (?:(?P<early>初)?(?P<day>{digit}{{1,2}}|[一二三四五六七八九十廿]{{1,3}})(?P<suffix>日)?)?\
         |大年(?P<new_year>初{digit}{{1,2}}|[3３][0０])"
    ))
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(
        view,
        &["农历", "夏历", "阴历", "正月", "冬月", "腊月", "月初", "大年"],
        &DATE,
        |place, found| {
            let whole = found.get_match().range();
            let [month, early, day, suffix] =
                ["month", "early", "day", "suffix"].map(|name| part(found, name));
            let has_calendar = found.name("calendar").is_some();
            let new_year = part(found, "new_year");
            let is_lunar = has_calendar
            || !new_year.is_empty()
            || ["正", "冬", "腊"].contains(&month)
            // 三月初5日 is the early part of March and a fifth day.
            || !early.is_empty() && !has_arabic(month) && suffix.is_empty();
            let behind = place.behind(whole.end);
            let counts =
                is_counted(behind) || behind.starts_with(['多', '余', '几', '年', '.', '%', '万', '亿']);
            let goes_on = has_arabic(&behind.chars().take(1).collect::<String>());
            if !is_lunar
                || !has_arabic(month) && !has_arabic(day) && new_year.is_empty()
                || (counts && suffix.is_empty() && !(day.is_empty() && new_year.is_empty()))
                || goes_on
                || !has_calendar && !may_begin(place.before(whole.start))
            {
                return;
            }
            let right = if new_year.is_empty() {
                let until_month = &place.text()[whole.start..range(found, "month").start];
                named_month(month)
                    .zip(named_day(early, day))
                    .map(|(month, day)| format!("{until_month}{month}月{day}"))
            } else {
                let early = if new_year.starts_with('初') { "初" } else { "" };
                named_day(early, new_year.trim_start_matches('初')).map(|day| format!("大年{day}"))
            };
            let Some(right) = right else { return };
            let printed = &place.text()[whole.clone()];
            let finding = place.report(
                findings,
                whole.clone(),
                Words::new(
                    format!("农历日期“{printed}”应采用汉字数字“{right}”"),
                    format!("{printed} is a date of the lunar calendar and takes Chinese numerals: {right}"),
                ),
            );
            finding.fixes.extend(place.fix(whole, &right, Applicability::Unsafe));
        },
    );
}

/// The month as the lunar calendar names it.
fn named_month(printed: &str) -> Option<String> {
    match small(printed) {
        None => Some(printed.to_owned()),
        Some(1) => Some("正".to_owned()),
        Some(month @ 2..=12) => written_out(month),
        Some(_) => None,
    }
}

/// The day as the lunar calendar names it: 初五, 十五, 三十.
fn named_day(early: &str, printed: &str) -> Option<String> {
    match small(printed) {
        None => Some(format!("{early}{printed}")),
        Some(day @ 1..=10) => written_out(day).map(|day| format!("初{day}")),
        Some(day @ 11..=30) if early.is_empty() => written_out(day),
        Some(_) => None,
    }
}

/// A number of Arabic digits up to 99.
fn small(printed: &str) -> Option<u32> {
    let value = number(printed)?;
    (0..100).find(|&whole| (f64::from(whole) - value).abs() < f64::EPSILON)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/lunar-date";

    #[test]
    fn lunar_dates_are_written_in_chinese() {
        for (sentence, right) in [
            ("农历8月15赏月。", "农历八月十五赏月"),
            ("腊月23祭灶。", "腊月二十三祭灶"),
            ("正月初5开工。", "正月初五开工"),
            ("大年30守岁。", "大年三十守岁"),
            ("大年初1拜年。", "大年初一拜年"),
            ("农历甲辰年1月5日开工。", "农历甲辰年正月初五开工"),
            ("三月初3赶歌圩。", "三月初三赶歌圩"),
            ("农历正月15日闹元宵。", "农历正月十五闹元宵"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn gregorian_dates_and_counts_are_left_alone() {
        for sentence in [
            "8月15日开工。",
            "农历八月十五赏月。",
            "正月里来了20人。",
            "腊月28户人家用上了自来水。",
            "3月初5个标段开工。",
            "三月初5日开工。",
            "农历2024年正月初一开工。",
            "正月10多天没有下雨。",
            "五月初100人到场。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
