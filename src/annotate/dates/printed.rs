//! Reads dates in figures: 2024年5月20日, 3月13日, 13—15日, 2021—2023年, 2024-05-20.
//!
//! A text is scanned for numbers with 年, 月 or 日 behind them. Numbers side by side make one date; a number without a
//! unit in front of a dash shares the unit behind it (13—15日).

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Date, DateKind, Place, Year,
    calendar::longest_month,
    number::{self, DIGITS},
    range,
};
use crate::{
    annotate::figures::numeral,
    text::{Span, Spans},
};

/// The units of a date, from the largest down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Year,
    Month,
    Day,
}

/// One number with its unit.
#[derive(Clone, Copy, Debug)]
struct Part {
    at: Span,
    value: u32,
    unit: Unit,
    is_arabic: bool,
    /// Whether the unit is 号, which also counts houses and lines.
    is_hao: bool,
}

static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("(?P<number>{DIGITS}) ?(?P<unit>年|月份?|日|号)"))
        .expect("the pattern is well formed")
});

static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<year>(?:19|20)[0-9]{2})(?:-(?P<m1>[0-9]{1,2})-(?P<d1>[0-9]{1,2})|/(?P<m2>[0-9]{1,2})/(?P<d2>[0-9]{1,2}))")
        .expect("the pattern is well formed")
});

/// Adds the dates of a block in figures to those found before it, which are left alone.
pub fn find(text: &str, place: &impl Fn(Span) -> Place, dates: &mut Vec<Date>) {
    let taken = Spans::of(dates.iter().map(|date| date.place.at));
    let is_free = |at: Span| !taken.overlap(at);
    let groups = groups(text);
    for (at, group) in groups.iter().enumerate() {
        let Some(span) = span_of(group).filter(|&span| is_free(span)) else { continue };
        let joined = |other: Option<&Vec<Part>>| {
            let other = other.filter(|other| {
                span_of(other).is_some_and(|other| {
                    let gap =
                        if other.start < span.start { other.end..span.start } else { span.end..other.start };
                    text.get(gap).is_some_and(range::joins)
                })
            })?;
            Some(other.iter().any(|part| part.unit == Unit::Month))
        };
        let ends = [at.checked_sub(1).and_then(|at| groups.get(at)), groups.get(at + 1)].map(joined);
        if is_date(text, group, span, ends) {
            dates.push(date(text, group, span, place));
        }
    }
    for found in NUMERIC.captures_iter(text) {
        let span = Span::from(found.get_match().range());
        let value = |names: [&str; 2]| {
            names.iter().find_map(|name| found.name(name)).and_then(|part| part.as_str().parse::<u32>().ok())
        };
        let (month, day) = (value(["m1", "m2"]), value(["d1", "d2"]));
        let is_cut = text[span.end..].starts_with(|c: char| c.is_ascii_digit() || c == '-')
            || text[..span.start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if is_cut || month.and_then(longest_month).is_none() || !day.is_some_and(|d| (1..=31).contains(&d)) {
            continue;
        }
        let year = found["year"].parse().ok();
        dates.push(Date { year, month, day, month_meant: month, ..empty(text, span, place) });
    }
}

/// A date of which nothing is known but where it stands.
pub fn empty(text: &str, at: Span, place: &impl Fn(Span) -> Place) -> Date {
    Date {
        place: place(at),
        text: at.of(text).to_owned(),
        kind: DateKind::Gregorian,
        relative: None,
        year: None,
        month: None,
        day: None,
        is_leap_month: false,
        year_meant: Year::Unknown,
        month_meant: None,
        is_elliptic: false,
    }
}

fn date(text: &str, group: &[Part], at: Span, place: &impl Fn(Span) -> Place) -> Date {
    let value = |unit| group.iter().find(|part| part.unit == unit).map(|part| part.value);
    let month = value(Unit::Month);
    Date {
        year: value(Unit::Year).and_then(|year| i32::try_from(year).ok()),
        month,
        day: value(Unit::Day),
        month_meant: month,
        ..empty(text, at, place)
    }
}

/// The numbers of a text that belong together.
fn groups(text: &str) -> Vec<Vec<Part>> {
    let mut groups: Vec<Vec<Part>> = Vec::new();
    for found in PART.captures_iter(text) {
        let Some(part) = part(text, found.get_match().range().into(), &found["number"], &found["unit"])
        else {
            continue;
        };
        let follows = |groups: &[Vec<Part>], start: usize| {
            groups.last().and_then(|group| group.last()).is_some_and(|last| {
                text.get(last.at.end..start).is_some_and(|gap| gap.is_empty() || gap == " ")
                    && matches!((last.unit, part.unit), (Unit::Year, Unit::Month) | (Unit::Month, Unit::Day))
            })
        };
        if follows(&groups, part.at.start) {
            groups.last_mut().expect("one was just seen").push(part);
            continue;
        }
        if let Some(implied) = implied(text, part) {
            if follows(&groups, implied.at.start) {
                groups.last_mut().expect("one was just seen").push(implied);
            } else {
                groups.push(vec![implied]);
            }
        }
        groups.push(vec![part]);
    }
    groups
}

fn part(text: &str, at: Span, number: &str, unit: &str) -> Option<Part> {
    let unit_read = match unit {
        "年" => Unit::Year,
        "日" | "号" => Unit::Day,
        _ => Unit::Month,
    };
    let value = fitting(number, unit_read)?;
    let is_cut = text[..at.start].chars().next_back().is_some_and(|c| {
        numeral::arabic_digit(c).is_some()
            || c.is_ascii_alphabetic()
            || "个第〇零一二三四五六七八九十百千万亿两几多余.．·:：/".contains(c)
    });
    // 一二 side by side was refused as a number, and 3月 of 3月龄 is an age.
    let is_age = text[at.end..].starts_with('龄');
    (!is_cut && !is_age).then(|| Part {
        at,
        value,
        unit: unit_read,
        is_arabic: number::is_arabic(number),
        is_hao: unit == "号",
    })
}

/// The number of a unit, if it has the length of one: a year has four digits, a month and a day at most two.
fn fitting(number: &str, unit: Unit) -> Option<u32> {
    let length = number.chars().count();
    let value = number::read(number)?;
    let fits = match unit {
        Unit::Year => length == 4 && (1000..3000).contains(&value),
        Unit::Month | Unit::Day if number::is_arabic(number) => length <= 2,
        Unit::Month => length <= 2 && value <= 19,
        Unit::Day => length <= 3 && value <= 99,
    };
    fits.then_some(value)
}

/// The number in front of a dash that shares the unit of `part`: 13 of 13—15日.
fn implied(text: &str, part: Part) -> Option<Part> {
    let before = &text[..part.at.start];
    let number_end = range::strip_joint(before)?.len();
    let digits: Vec<(usize, char)> = before[..number_end]
        .char_indices()
        .rev()
        .take_while(|&(_, c)| numeral::arabic_digit(c).is_some() == part.is_arabic && is_digit(c))
        .take(5)
        .collect();
    let at = Span::new(digits.last()?.0, number_end);
    let value = fitting(at.of(text), part.unit)?;
    let is_cut = text[..at.start].ends_with(|c: char| c.is_ascii_alphanumeric() || "第.．:：/-".contains(c));
    (!is_cut).then_some(Part { at, value, ..part })
}

fn is_digit(c: char) -> bool {
    numeral::arabic_digit(c).is_some() || "〇零一二三四五六七八九十".contains(c)
}

fn span_of(group: &[Part]) -> Option<Span> {
    Some(Span::new(group.first()?.at.start, group.last()?.at.end))
}

/// Whether numbers with units make a date, or a length, an address, a bare month. `ends` are the dates before and
/// behind that make a range with it: whether they print a month.
fn is_date(text: &str, group: &[Part], span: Span, ends: [Option<bool>; 2]) -> bool {
    let is_range = ends.iter().any(Option::is_some);
    // 三日 alone is a length; 三月一日至三日 ends on a day.
    let is_end = ends.contains(&Some(true));
    let (before, after) = (&text[..span.start], &text[span.end..]);
    match group {
        [year] if year.unit == Unit::Year => {
            // 2000年历史 and 1000年前 are lengths.
            year.value % 100 != 0
                || !["历史", "前", "来", "间", "以"].iter().any(|word| after.starts_with(word))
        }
        [month] if month.unit == Unit::Month => is_range || relative_before(before),
        [day] => {
            let is_length =
                ["游", "内", "均", "龄", "后", "谈", "制"].iter().any(|word| after.starts_with(word))
                    || before.ends_with(|c: char| "近约前满每共期续时足超逾过了达用仅短整隔长".contains(c));
            (is_end || day.is_arabic && !day.is_hao) && !is_length
        }
        [first, ..] => first.unit == Unit::Year || group.len() > 1,
        [] => false,
    }
}

fn relative_before(before: &str) -> bool {
    super::relative::YEAR_WORDS.iter().any(|word| before.ends_with(word))
}
