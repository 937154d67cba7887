//! Sentences with dates that agree are never flagged, and those with one of them changed always are. The calendar here
//! is computed without the program's own.

use kanwu::check::Analysis;
use proptest::prelude::*;

const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_length(year: i32, month: u32) -> u32 {
    LENGTHS[month as usize - 1] + u32::from(month == 2 && is_leap(year))
}

/// A day of the common calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Civil {
    year: i32,
    month: u32,
    day: u32,
}

impl Civil {
    fn next(self) -> Self {
        if self.day < month_length(self.year, self.month) {
            Self { day: self.day + 1, ..self }
        } else if self.month < 12 {
            Self { month: self.month + 1, day: 1, ..self }
        } else {
            Self { year: self.year + 1, month: 1, day: 1 }
        }
    }

    fn behind(self, days: u32) -> Self {
        (0..days).fold(self, |day, _| day.next())
    }

    /// Days from Monday, by Sakamoto's method.
    fn weekday(self) -> usize {
        const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = if self.month < 3 { self.year - 1 } else { self.year };
        let sunday = year + year / 4 - year / 100
            + year / 400
            + SHIFT[self.month as usize - 1]
            + self.day.cast_signed();
        (sunday.rem_euclid(7) as usize + 6) % 7
    }

    fn in_full(self, script: Script) -> String {
        format!("{}年{}月{}日", script.year(self.year), script.number(self.month), script.number(self.day))
    }

    fn in_short(self, script: Script) -> String {
        format!("{}月{}日", script.number(self.month), script.number(self.day))
    }
}

/// How numbers are printed.
#[derive(Clone, Copy, Debug)]
enum Script {
    Arabic,
    FullWidth,
    Chinese,
}

impl Script {
    fn number(self, number: u32) -> String {
        match self {
            Self::Arabic => number.to_string(),
            Self::FullWidth => number.to_string().chars().map(|c| digit("０１２３４５６７８９", c)).collect(),
            Self::Chinese => {
                let one = |n: u32| "〇一二三四五六七八九".chars().nth(n as usize).unwrap_or('〇').to_string();
                let tens = match number / 10 {
                    0 => String::new(),
                    1 => "十".to_owned(),
                    n => format!("{}十", one(n)),
                };
                if number.is_multiple_of(10) { tens } else { tens + &one(number % 10) }
            }
        }
    }

    fn year(self, year: i32) -> String {
        match self {
            Self::Arabic => year.to_string(),
            Self::FullWidth => year.to_string().chars().map(|c| digit("０１２３４５６７８９", c)).collect(),
            Self::Chinese => year.to_string().chars().map(|c| digit("〇一二三四五六七八九", c)).collect(),
        }
    }
}

fn digit(digits: &str, c: char) -> char {
    c.to_digit(10).and_then(|at| digits.chars().nth(at as usize)).unwrap_or(c)
}

fn days() -> impl Strategy<Value = Civil> {
    (1950..2080i32, 1..=12u32, 0..31u32).prop_map(|(year, month, day)| Civil {
        year,
        month,
        day: day % month_length(year, month) + 1,
    })
}

fn scripts() -> impl Strategy<Value = Script> {
    prop_oneof![Just(Script::Arabic), Just(Script::FullWidth), Just(Script::Chinese)]
}

/// The rules of the group that a sentence raises.
fn raised(head: &str, sentence: &str) -> Vec<&'static str> {
    let text = format!("{head}青禾镇举办农技课堂\n\n　　{sentence}\n");
    let found = Analysis::of(&text).findings.into_iter().map(|found| found.rule);
    found.filter(|rule| rule.starts_with("dates/")).collect()
}

proptest! {
    #[test]
    fn a_date_has_one_weekday(day in days(), script in scripts(), off in 0..7usize, form in 0..5usize) {
        let name = "一二三四五六日".chars().nth((day.weekday() + off) % 7).unwrap_or('一');
        let date = day.in_full(script);
        let sentence = match form {
            0 => format!("{date}（星期{name}），课堂开讲。"),
            1 => format!("课堂于{date}星期{name}上午开讲。"),
            2 => format!("{date}(周{name})，课堂开讲。"),
            3 => format!("课堂定在星期{name}（{date}）开讲。"),
            _ => format!("{date}，礼拜{name}，课堂开讲。"),
        };
        let expected: &[&str] = if off == 0 { &[] } else { &["dates/weekday-mismatch"] };
        prop_assert_eq!(raised("", &sentence), expected, "{}", sentence);
    }

    #[test]
    fn only_days_of_the_calendar_exist(day in days(), script in scripts(), over in 1..8u32) {
        let sentence = format!("{}，课堂开讲。", day.in_full(script));
        prop_assert!(raised("", &sentence).is_empty(), "{}", sentence);
        let late = Civil { day: month_length(day.year, day.month) + over, ..day };
        let sentence = format!("{}，课堂开讲。", late.in_full(script));
        prop_assert_eq!(raised("", &sentence), ["dates/impossible-date"], "{}", sentence);
    }

    #[test]
    fn only_times_of_the_clock_exist(hour in 0..24u32, minute in 0..60u32, over in 1..30u32) {
        let sentence = format!("5月20日{hour}时{minute}分，课堂开讲。");
        prop_assert!(raised("", &sentence).is_empty(), "{}", sentence);
        let sentence = format!("5月20日{}时{minute}分，课堂开讲。", 24 + over);
        prop_assert_eq!(raised("", &sentence), ["dates/impossible-date"], "{}", sentence);
        let sentence = format!("5月20日{hour}时{}分，课堂开讲。", 59 + over);
        prop_assert_eq!(raised("", &sentence), ["dates/impossible-date"], "{}", sentence);
    }

    #[test]
    fn what_ends_has_begun(day in days(), script in scripts(), length in 1..400u32, form in 0..4usize) {
        let end = day.behind(length);
        let sentence = |first: Civil, last: Civil| {
            let (start, end) = (first.in_full(script), last.in_full(script));
            match form {
                0 => format!("课堂从{start}至{end}开放。"),
                1 => format!("课堂从{start}—{end}开放。"),
                2 => format!("培训班于{start}在镇里开班，{end}结业。"),
                _ => format!("水渠于{start}开工，{end}竣工。"),
            }
        };
        prop_assert!(raised("", &sentence(day, end)).is_empty(), "{}", sentence(day, end));
        prop_assert_eq!(raised("", &sentence(end, day)), ["dates/date-order"], "{}", sentence(end, day));
    }

    #[test]
    fn the_month_and_year_printed_once_hold_for_both_ends(day in days(), script in scripts(), end in 1..=31u32, form in 0..4usize) {
        let end = (end - 1) % month_length(day.year, day.month) + 1;
        prop_assume!(end != day.day);
        let (date, last) = (day.in_full(script), script.number(end));
        let sentence = match form {
            0 => format!("课堂从{date}至{last}日开放。"),
            1 => format!("课堂从{}至{last}日开放。", day.in_short(script)),
            2 => format!("课堂从{}—{last}日开放。", date.trim_end_matches('日')),
            _ => format!("培训班于{date}开班，{}月{last}日结业。", script.number(day.month)),
        };
        let expected: &[&str] = if end < day.day { &["dates/date-order"] } else { &[] };
        prop_assert_eq!(raised("", &sentence), expected, "{}", sentence);
    }

    #[test]
    fn what_may_run_into_the_next_year_is_left_alone(day in days(), length in 1..300u32) {
        let end = day.behind(length);
        let sentence = format!("课堂从{}至{}开放。", day.in_short(Script::Arabic), end.in_short(Script::Arabic));
        prop_assume!(day.month != end.month || day.day <= end.day);
        prop_assert!(raised("", &sentence).is_empty(), "{}", sentence);
    }

    #[test]
    fn a_length_counts_its_days(day in days(), script in scripts(), length in 2..60u32, stated in 2..80u32, form in 0..4usize) {
        let end = day.behind(length - 1);
        let (from, to, stated_text) = (day.in_full(script), end.in_full(script), script.number(stated));
        let sentence = match form {
            0 => format!("课堂从{from}至{to}开放，为期{stated_text}天。"),
            1 => format!("{from}至{to}，青禾镇举办为期{stated_text}天的课堂。"),
            2 => format!("为期{stated_text}天的课堂于{from}至{to}举办。"),
            _ => format!("{from}至{to}，青禾镇开展了历时{stated_text}天的巡查。"),
        };
        let agrees = stated == length || stated + 1 == length;
        let expected: &[&str] = if agrees { &[] } else { &["dates/duration-mismatch"] };
        prop_assert_eq!(raised("", &sentence), expected, "{}", sentence);
    }

    #[test]
    fn an_anniversary_is_the_difference_of_two_years(from in 1900..2000i32, years in 1..99i32, off in -5..=5i32) {
        prop_assume!(years + off > 0);
        let to = from + years;
        let sentence = format!("学校创办于{from}年，{to}年迎来建校{}周年。", years + off);
        let expected: &[&str] = if off == 0 { &[] } else { &["dates/elapsed-mismatch"] };
        prop_assert_eq!(raised("", &sentence), expected, "{}", sentence);
    }

    #[test]
    fn an_issue_tells_of_what_lies_before_it(day in days(), by in 1..200u32) {
        let later = day.behind(by);
        let told = |issue: Civil, event: Civil| {
            let head = format!("青禾简报\n{}　第12期\n\n", issue.in_full(Script::Arabic));
            raised(&head, &format!("{}，青禾镇举办了农技课堂。", event.in_full(Script::Arabic)))
        };
        prop_assert!(told(later, day).is_empty());
        prop_assert_eq!(told(day, later), ["dates/later-than-issue"]);
    }

    #[test]
    fn no_heap_of_dates_makes_it_panic(text in "[0-9０-９年月日时分点至—\\-～（）：:、，。零一二三十廿卅初正腊闰农历星期周天为期历个半的间岁周年创办于 去今次当]{0,60}") {
        let analysis = Analysis::of(&format!("2024年5月20日　第12期\n标题\n{text}。\n"));
        for placed in &analysis.articles {
            for date in &placed.analysis.annotations.dates {
                prop_assert_eq!(date.place.span.of(&placed.analysis.text), date.text.as_str());
            }
        }
    }
}

#[test]
fn hostile_numbers_are_read_or_refused() {
    for body in [
        "13月45日",
        "0年0月0日",
        "9999999年",
        "2月30日",
        "25时61分",
        "99999999999999999999日",
        "9999年12月31日至1月1日，为期3天",
    ] {
        let _ = raised("", &format!("课堂于{body}开讲。"));
    }
    assert_eq!(raised("", "课堂于0月0日开讲。"), ["dates/impossible-date"]);
}
