//! Dates of the lunar calendar and its feasts: 农历正月十五, 腊月廿三, 春节, 中秋.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Date, DateKind, Place, number, printed};
use crate::text::{Span, Spans};

static LUNAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?P<mark>(?:农历|阴历|夏历|旧历))?(?:(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年?\
         (?P<leap>闰)?(?P<month>正|腊|冬|十二|十一|[一二三四五六七八九十]|[0-9]{1,2})月\
         (?P<day>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|卅|[一二三四五]?十[一二三四五六七八九]?|[0-9]{1,2}日?|[一二三四五六七八九])日?",
    )
    .expect("the pattern is well formed")
});

/// The feasts of the lunar calendar, with their month and day.
const FEASTS: &[(&str, u32, u32)] = &[
    ("春节", 1, 1),
    ("大年初一", 1, 1),
    ("元宵", 1, 15),
    ("端午", 5, 5),
    ("七夕", 7, 7),
    ("中秋", 8, 15),
    ("重阳", 9, 9),
    ("腊八", 12, 8),
];

static FEAST: LazyLock<Regex> = LazyLock::new(|| {
    let names: Vec<&str> = FEASTS.iter().map(|(name, ..)| *name).collect();
    Regex::new(&names.join("|")).expect("the pattern is well formed")
});

/// The lunar dates of a block. Without 农历 only what the common calendar never prints is one: 腊月, 正月, 初五, 廿三.
pub fn find(text: &str, place: &impl Fn(Span) -> Place) -> Vec<Date> {
    let mut dates: Vec<Date> =
        LUNAR.captures_iter(text).filter_map(|found| read(text, &found, place)).collect();
    let taken = Spans::of(dates.iter().map(|date| date.place.at));
    for found in FEAST.find_iter(text) {
        let Some(&(_, month, day)) = FEASTS.iter().find(|(name, ..)| *name == found.as_str()) else {
            continue;
        };
        let at = Span::from(found.range());
        if !taken.overlap(at) {
            dates.push(Date {
                kind: DateKind::Lunar,
                month: Some(month),
                day: Some(day),
                month_meant: Some(month),
                ..printed::empty(text, at, place)
            });
        }
    }
    dates
}

fn read(text: &str, found: &Captures<'_>, place: &impl Fn(Span) -> Place) -> Option<Date> {
    let (month_text, day_text) = (&found["month"], &found["day"]);
    let is_marked = found.name("mark").is_some();
    let is_lunar = is_marked
        || matches!(month_text, "正" | "腊" | "冬")
        || day_text.starts_with(['初', '廿', '卅'])
        || found.name("leap").is_some();
    let is_cut = text[..found.get_match().start()].ends_with(|c: char| c.is_ascii_digit());
    if !is_lunar || is_cut {
        return None;
    }
    let month = match month_text {
        "正" => 1,
        "冬" => 11,
        "腊" => 12,
        _ => number::read(month_text)?,
    };
    let day = day(day_text.trim_end_matches('日'))?;
    let at = Span::from(found.get_match().range());
    Some(Date {
        kind: DateKind::Lunar,
        year: found
            .name("year")
            .and_then(|year| number::read(year.as_str()))
            .and_then(|year| i32::try_from(year).ok()),
        month: Some(month),
        day: Some(day),
        is_leap_month: found.name("leap").is_some(),
        month_meant: Some(month),
        ..printed::empty(text, at, place)
    })
}

/// 初五, 十五, 廿三, 卅.
fn day(text: &str) -> Option<u32> {
    match text {
        "卅" => return Some(30),
        "廿" => return Some(20),
        _ => {}
    }
    if let Some(units) = text.strip_prefix('廿') {
        return Some(20 + number::read(units)?);
    }
    number::read(text.strip_prefix('初').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::annotate::Place;

    fn dates(text: &str) -> Vec<(Option<u32>, Option<u32>)> {
        find(text, &|at| Place { span: at, block: 0, at }).iter().map(|date| (date.month, date.day)).collect()
    }

    #[test]
    fn lunar_dates_and_feasts_are_read() {
        assert_eq!(dates("农历正月十五闹元宵"), [(Some(1), Some(15)), (Some(1), Some(15))]);
        assert_eq!(dates("腊月廿三扫尘，八月初五开集"), [(Some(12), Some(23)), (Some(8), Some(5))]);
        assert_eq!(dates("农历甲辰年二月三十"), [(Some(2), Some(30))]);
        assert_eq!(dates("农历二〇二四年闰六月卅一日"), [(Some(6), Some(30))]);
    }

    #[test]
    fn a_date_of_the_common_calendar_is_left_alone() {
        assert_eq!(dates("二〇二四年五月二十日，5月20日，三月三歌会"), []);
    }
}
