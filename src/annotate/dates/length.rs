//! Lengths of time that are stated of something: 为期3天, 历时两个月, 连续5天, 1998年至2008年的10年间.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{
    Place,
    number::{self, DIGITS},
};
use crate::text::Span;

/// The unit of a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LengthUnit {
    /// 分钟.
    Minute,
    /// 小时.
    Hour,
    /// 天, 日.
    Day,
    /// 周, 星期.
    Week,
    /// 个月.
    Month,
    /// 年.
    Year,
}

/// The word that says of what it is the length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LengthWord {
    /// 为期, 历时, 会期: of the whole event.
    Whole,
    /// 连续, 持续: of a run within it, perhaps.
    Run,
    /// 的…间, 这…天: of the range right before it.
    Adjoined,
}

/// A length of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// Number and unit, without the word in front.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// The word that introduces it.
    pub word: LengthWord,
    /// How many of the unit; half a year is 6 months, a year and a half 18.
    pub amount: f64,
    /// The unit.
    pub unit: LengthUnit,
    /// Whether no word of estimate stands with it.
    pub is_exact: bool,
    /// The number alone, as printed.
    pub number: String,
    /// Where the word in front begins, in the logical text of the block.
    pub word_start: usize,
}

static LENGTH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "(?P<word>为期|历时|会期为?|展期为?|赛期为?|工期为?|公示期为?|全程|持续|连续|前后|的|这|共) ?(?P<about>近|约|大约|超|超过|逾|不足|将近|整整)?\
         (?P<number>{DIGITS}|两|半)(?P<over>余|多|来|几)?(?P<unit>个?小时|分钟|天|日|周|个?星期|个?礼拜|个半月|个月|年半|年|个半小时)(?P<work>工作日)?"
    ))
    .expect("the pattern is well formed")
});

/// The lengths of time of a block.
pub fn find(text: &str, place: &impl Fn(Span) -> Place) -> Vec<Length> {
    LENGTH.captures_iter(text).filter_map(|found| read(text, &found, place)).collect()
}

fn read(text: &str, found: &Captures<'_>, place: &impl Fn(Span) -> Place) -> Option<Length> {
    let number = found.name("number")?;
    let whole = found.get_match();
    let at = Span::new(number.start(), whole.end());
    let word = match &found["word"] {
        "连续" | "持续" | "前后" => LengthWord::Run,
        // 的10年间 states a length; 的3天前 and 共5天 may do so of anything.
        // 5月1日至5日放假，共5天。
        "共" if is_clause_of_its_own(text, whole.start(), at.end) => LengthWord::Whole,
        "的" | "这" | "共" => {
            let rest = &text[at.end..];
            let closes =
                ["间", "里", "中", "内", "时间", "之间", "期间"].iter().any(|word| rest.starts_with(word));
            if !closes {
                return None;
            }
            LengthWord::Adjoined
        }
        _ => LengthWord::Whole,
    };
    let (amount, unit) = amount(number.as_str(), &found["unit"])?;
    let is_estimate = found.name("about").is_some_and(|about| about.as_str() != "整整")
        || found.name("over").is_some()
        || ["左右", "以上", "上下", "多", "余"].iter().any(|word| text[at.end..].starts_with(word));
    // 3天2夜 and 两年零三个月 go on.
    let goes_on =
        text[at.end..].starts_with(|c: char| "零又半0123456789〇一二三四五六七八九十两".contains(c));
    (!goes_on).then(|| Length {
        place: place(at),
        text: at.of(text).to_owned(),
        word,
        amount,
        unit,
        is_exact: !is_estimate,
        number: number.as_str().to_owned(),
        word_start: whole.start(),
    })
}

fn is_clause_of_its_own(text: &str, start: usize, end: usize) -> bool {
    text[..start].ends_with(['，', '（', '(']) && text[end..].starts_with(['，', '。', '；', '）', ')'])
}

fn amount(number: &str, unit: &str) -> Option<(f64, LengthUnit)> {
    let count = match number {
        "半" => 0.5,
        "两" => 2.0,
        _ => f64::from(number::read(number)?),
    };
    let half = if unit.contains('半') { 0.5 } else { 0.0 };
    let (factor, unit) = match unit.trim_start_matches('个').trim_start_matches('半') {
        "小时" => (1.0, LengthUnit::Hour),
        "分钟" => (1.0, LengthUnit::Minute),
        "天" | "日" => (1.0, LengthUnit::Day),
        "周" | "星期" | "礼拜" => (1.0, LengthUnit::Week),
        "月" => (1.0, LengthUnit::Month),
        "年" | "年半" if number == "半" || half > 0.0 => (12.0, LengthUnit::Month),
        "年" => (1.0, LengthUnit::Year),
        _ => return None,
    };
    Some(((count + half) * factor, unit))
}

#[cfg(test)]
mod tests {
    use super::{LengthUnit, find};
    use crate::annotate::Place;

    fn lengths(text: &str) -> Vec<(f64, LengthUnit, bool)> {
        find(text, &|at| Place { span: at, block: 0, at })
            .iter()
            .map(|length| (length.amount, length.unit, length.is_exact))
            .collect()
    }

    #[test]
    fn lengths_are_read_with_their_unit() {
        assert_eq!(lengths("为期3天的活动"), [(3.0, LengthUnit::Day, true)]);
        assert_eq!(lengths("历时两个月"), [(2.0, LengthUnit::Month, true)]);
        assert_eq!(lengths("历时近两个半月"), [(2.5, LengthUnit::Month, false)]);
        assert_eq!(
            lengths("为期一年半，为期半年"),
            [(18.0, LengthUnit::Month, true), (6.0, LengthUnit::Month, true)]
        );
        assert_eq!(lengths("连续5天，历时7个多小时"), [(5.0, LengthUnit::Day, true)]);
        assert_eq!(lengths("的10年间"), [(10.0, LengthUnit::Year, true)]);
    }

    #[test]
    fn lengths_that_go_on_are_left_out() {
        assert_eq!(lengths("为期3天2夜，历时两年零三个月，我的3天前"), []);
    }
}
