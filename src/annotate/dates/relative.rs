//! Dates named by another: 今年3月, 去年, 本月13日, 昨天, 次日.

use std::sync::LazyLock;

use regex::Regex;

use super::{Date, DateKind, Place, printed};
use crate::text::Span;

/// What a word like 去年 is counted from, and by how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// Years from that of the issue: 今年 is 0, 去年 −1.
    Year(i32),
    /// Months from that of the issue: 本月 is 0.
    Month(i32),
    /// Days from that of the issue: 今天 is 0.
    Day(i32),
    /// Years from that of the date before: 当年 is 0, 次年 1.
    YearOfBefore(i32),
    /// Months from that of the date before: 当月 is 0, 次月 1.
    MonthOfBefore(i32),
    /// Days from the date before: 当天 is 0, 次日 1.
    DayOfBefore(i32),
}

/// The words that can stand before a month.
pub const YEAR_WORDS: &[&str] =
    &["今年", "去年", "前年", "明年", "后年", "本年", "上年", "当年", "同年", "次年", "翌年", "第二年"];

static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("今年|去年|前年|明年|后年|本年|上年|当年|同年|次年|翌年|第二年|本月|上个?月|下个?月|当月|同月|次月|今[天日]|昨[天日]|前天|明[天日]|后天|当[天日]|次日|翌日")
        .expect("the pattern is well formed")
});

/// Joins the words to the dates they stand before, and adds those that stand alone.
pub fn find(text: &str, place: &impl Fn(Span) -> Place, dates: &mut Vec<Date>) {
    dates.sort_by_key(|date| date.place.at);
    let mut alone = Vec::new();
    for found in WORD.find_iter(text) {
        let at = Span::from(found.range());
        let Some(word) = read(found.as_str()) else { continue };
        if is_part_of_a_word(text, at) {
            continue;
        }
        let is_year = matches!(word, Relative::Year(_) | Relative::YearOfBefore(_));
        let is_month = matches!(word, Relative::Month(_) | Relative::MonthOfBefore(_));
        let fits = |date: &Date| {
            date.kind == DateKind::Gregorian
                && date.year.is_none()
                && (is_year && date.month.is_some() || is_month && date.month.is_none() && date.day.is_some())
        };
        let next = dates.binary_search_by_key(&at.end, |date| date.place.at.start).ok();
        match next.map(|next| &mut dates[next]).filter(|date| fits(date)) {
            Some(date) => {
                let whole = at.to(date.place.at);
                date.place = place(whole);
                whole.of(text).clone_into(&mut date.text);
                date.relative = Some(word);
            }
            None => alone.push(Date { relative: Some(word), ..printed::empty(text, at, place) }),
        }
    }
    dates.append(&mut alone);
}

/// 以前年度, 当前天气, 今后天气, 最后天数 hold such a word by accident.
fn is_part_of_a_word(text: &str, at: Span) -> bool {
    let first = at.of(text).chars().next();
    matches!(first, Some('前' | '后' | '上' | '下' | '当' | '同' | '次'))
        && text[..at.start]
            .ends_with(['以', '当', '今', '最', '目', '年', '适', '相', '不', '先', '每', '之', '身'])
}

fn read(word: &str) -> Option<Relative> {
    Some(match word {
        "今年" | "本年" => Relative::Year(0),
        "去年" | "上年" => Relative::Year(-1),
        "前年" => Relative::Year(-2),
        "明年" => Relative::Year(1),
        "后年" => Relative::Year(2),
        "当年" | "同年" => Relative::YearOfBefore(0),
        "次年" | "翌年" | "第二年" => Relative::YearOfBefore(1),
        "本月" => Relative::Month(0),
        "上月" | "上个月" => Relative::Month(-1),
        "下月" | "下个月" => Relative::Month(1),
        "当月" | "同月" => Relative::MonthOfBefore(0),
        "次月" => Relative::MonthOfBefore(1),
        "今天" | "今日" => Relative::Day(0),
        "昨天" | "昨日" => Relative::Day(-1),
        "前天" => Relative::Day(-2),
        "明天" | "明日" => Relative::Day(1),
        "后天" => Relative::Day(2),
        "当天" | "当日" => Relative::DayOfBefore(0),
        "次日" | "翌日" => Relative::DayOfBefore(1),
        _ => return None,
    })
}
