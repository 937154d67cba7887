//! Times of day: 上午8时30分, 晚7点半, 14:30, 2：00.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{
    Place,
    number::{self, DIGITS},
};
use crate::text::Span;

/// The part of the day a time is printed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HalfDay {
    /// 凌晨, 清晨, 早上, 上午: before noon.
    Morning,
    /// 中午, 午间: around noon.
    Noon,
    /// 下午, 傍晚: behind noon.
    Afternoon,
    /// 晚, 夜里, 深夜: which goes on behind midnight.
    Night,
}

/// A time of day, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// The part of the day printed with it.
    pub half: Option<HalfDay>,
    /// 0–24 if the text is right.
    pub hour: u32,
    /// 0–59 if the text is right.
    pub minute: Option<u32>,
}

impl Clock {
    /// Minutes from the start of the day, hours up to twelve read by the part of the day; `None` where there is no such
    /// time.
    pub fn minutes(&self, half: Option<HalfDay>) -> Option<u32> {
        let minute = self.minute.unwrap_or(0);
        if self.hour > 24 || minute > 59 {
            return None;
        }
        let is_late = matches!(half, Some(HalfDay::Afternoon | HalfDay::Night)) && self.hour < 12
            || half == Some(HalfDay::Noon) && self.hour < 3;
        Some((self.hour + if is_late { 12 } else { 0 }) * 60 + minute)
    }
}

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "(?P<half>凌晨|清晨|早晨|早上|早间|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|夜里|深夜|午夜|当晚|今晚|昨晚|晚|早)? ?(?P<hour>{DIGITS})(?:\
         [时点](?:(?P<thirty>半)|(?P<minute>{DIGITS})分)?|\
         [:：](?P<colon>[0-9０-９]{{2}}))"
    ))
    .expect("the pattern is well formed")
});

/// The times of day of a block.
pub fn find(text: &str, place: &impl Fn(Span) -> Place) -> Vec<Clock> {
    CLOCK.captures_iter(text).filter_map(|found| read(text, &found, place)).collect()
}

fn read(text: &str, found: &Captures<'_>, place: &impl Fn(Span) -> Place) -> Option<Clock> {
    let at = Span::from(found.get_match().range());
    let (before, after) = (&text[..at.start], &text[at.end..]);
    let is_cut = before.ends_with(|c: char| {
        c.is_ascii_alphanumeric() || "０１２３４５６７８９.．:：第零一二三四五六七八九十百几多".contains(c)
    }) || after.starts_with(|c: char| c.is_ascii_digit());
    let hour_text = &found["hour"];
    if is_cut || hour_text.chars().count() > 3 {
        return None;
    }
    let hour = number::read(hour_text)?;
    let half = found.name("half").and_then(|half| half_day(half.as_str()));
    let colon = found.name("colon").and_then(|minute| number::read(minute.as_str()));
    let minute = if found.name("thirty").is_some() {
        Some(30)
    } else {
        found.name("minute").and_then(|minute| number::read(minute.as_str())).or(colon)
    };
    // 14:75 is a score, 21:18 may be one; a colon makes a time only of numbers that can be one.
    if colon.is_some() && (hour > 24 || minute.is_some_and(|minute| minute > 59)) {
        return None;
    }
    let is_point = at.of(text).contains('点');
    let is_dated = before.ends_with(['日', '天', '号', '至', '到', '—', '-', '～', '－', '–']);
    let is_bare = half.is_none() && minute.is_none() && !is_dated;
    // 三点要求 makes points and 年近三十时 ages; 用时2时30分 is a length.
    let is_none = is_bare && (is_point || !number::is_arabic(hour_text))
        || half.is_none() && minute.is_none() && is_point && !number::is_arabic(hour_text)
        || minute.is_none()
            && is_point
            && ["要求", "意见", "建议", "体会", "希望", "启示"].iter().any(|word| after.starts_with(word))
        || ["用时", "历时", "耗时", "时长", "成绩", "共", "长达", "超过", "年近"]
            .iter()
            .any(|word| before.ends_with(word))
        || half.is_none()
            && colon.is_none()
            && minute.is_none()
            && hour > 24
            && !before.ends_with(['日', '天', '号']);
    (!is_none).then(|| Clock { place: place(at), text: at.of(text).to_owned(), half, hour, minute })
}

fn half_day(word: &str) -> Option<HalfDay> {
    Some(match word {
        "凌晨" | "清晨" | "早晨" | "早上" | "早间" | "上午" | "早" => HalfDay::Morning,
        "中午" | "正午" | "午间" => HalfDay::Noon,
        "下午" | "午后" | "傍晚" => HalfDay::Afternoon,
        _ if word.contains(['晚', '夜']) => HalfDay::Night,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Clock, find};
    use crate::annotate::Place;

    fn read(text: &str) -> Vec<Clock> {
        find(text, &|at| Place { span: at, block: 0, at })
    }

    fn clocks(text: &str) -> Vec<(u32, Option<u32>)> {
        read(text).iter().map(|clock| (clock.hour, clock.minute)).collect()
    }

    #[test]
    fn times_are_read_in_every_form() {
        assert_eq!(clocks("上午8时30分开始"), [(8, Some(30))]);
        assert_eq!(clocks("晚7点半开始"), [(7, Some(30))]);
        assert_eq!(clocks("14:30开始，2：00结束"), [(14, Some(30)), (2, Some(0))]);
        assert_eq!(clocks("24日24时截止，9时75分"), [(24, None), (9, Some(75))]);
        assert_eq!(clocks("下午三点集合"), [(3, None)]);
    }

    #[test]
    fn points_ages_scores_and_lengths_are_no_times() {
        for text in ["提出三点要求", "年近30时", "比分为114:75", "用时2时30分", "30学时", "2点建议"]
        {
            assert_eq!(clocks(text), [], "{text}");
        }
    }

    #[test]
    fn the_part_of_the_day_tells_which_twelve_hours() {
        let minutes = |text: &str| read(text)[0].minutes(read(text)[0].half);
        assert_eq!(minutes("下午3时"), Some(15 * 60));
        assert_eq!(minutes("下午15时"), Some(15 * 60));
        assert_eq!(minutes("中午12时"), Some(12 * 60));
        assert_eq!(minutes("上午9时75分"), None);
    }
}
