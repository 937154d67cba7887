//! Reads a number of people or medals with its words of estimate, whether a measure word follows or not.

use regex::Captures;

use crate::annotate::figures::{Bound, Interval, numeral};

/// The pattern of a number: modifier, digits with 万 and 余, measure word.
pub const PATTERN: &str = "(?P<modifier>超过|超|接近|将近|近|大约|约|逾|不足|不到|至少|不少于|达到|达)?\
    (?:(?P<digits>(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+(?:[.．][0-9０-９]+)?|\
    [零〇一二两三四五六七八九十百千万亿]+)[余多几]?(?:万亿|亿|万|千|百)?[余多几]?)|上(?P<round>[百千万]+))\
    (?P<about>左右|上下)?(?P<unit>人|名|位|口|个|例|具|枚|块)?(?P<about_behind>左右|上下)?";

/// A number and what its words allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// As printed.
    pub value: f64,
    /// The weight of its last digit that is not zero.
    pub step: f64,
    /// Its words of estimate.
    pub bound: Bound,
}

impl Count {
    /// Reads a match of [`PATTERN`].
    pub fn read(found: &Captures<'_>) -> Option<Self> {
        let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
        let printed = found.name("digits").or(found.name("round"))?.as_str();
        let number = numeral::read(printed)?;
        // 千人 and 万人 alone are words; 近千人, 千余人 and 上千人 are numbers.
        let is_bare = printed.chars().all(|c| "百千万亿".contains(c));
        if is_bare && found.name("round").is_none() && part("modifier").is_empty() {
            return None;
        }
        let bound = match part("modifier") {
            "超过" | "超" | "逾" => Bound::Over,
            "接近" | "将近" | "近" | "不足" | "不到" => Bound::Under,
            "大约" | "约" => Bound::About,
            _ if number.is_open || found.name("round").is_some() => Bound::Over,
            _ if !part("about").is_empty() || !part("about_behind").is_empty() => Bound::About,
            "至少" | "不少于" => Bound::AtLeast,
            _ => Bound::Exact,
        };
        Some(Self::of(number.value, number.step, bound))
    }

    /// A figure read elsewhere.
    pub fn of(value: f64, step: f64, bound: Bound) -> Self {
        Self { value, step: last_digit(value, step), bound }
    }

    /// Whether it is printed as a plain number that may be put in the place of another.
    pub fn is_plain(self) -> bool {
        matches!(self.bound, Bound::Exact | Bound::AtLeast)
    }

    /// Both together, as vague as the vaguer.
    pub fn plus(self, other: Self) -> Self {
        let vaguer = if self.is_plain() { other } else { self };
        Self { value: self.value + other.value, step: self.step.max(other.step), bound: vaguer.bound }
    }

    /// Whether both may stand for the same number, the one in a head, which rounds more freely.
    pub fn may_be(self, body: Self) -> bool {
        if self.is_plain() && body.is_plain() && (self.step - body.step).abs() < 1e-9 && self.step >= 1000.0 {
            // Rounded alike, they are alike.
            return Interval::exactly(self.value).holds(body.value);
        }
        let body_may = match body.bound {
            // 至少10人 gives the number known so far: it is 10 in both places. A body gives hundreds to the last one.
            Bound::AtLeast | Bound::Exact if body.step < 1000.0 && body.step >= 1.0 => {
                Interval::exactly(body.value)
            }
            _ => body.interval(),
        };
        self.interval().meets(body_may) || body.bound != Bound::AtLeast && self.bounded().meets(body_may)
    }

    /// All the words of estimate allow.
    fn interval(self) -> Interval {
        let Self { value, step, .. } = self;
        match self.bound {
            Bound::Over => Interval::new(value, value + step.max(value * 0.1)),
            Bound::Under => Interval::new((value - step).min(value * 0.8), value),
            Bound::About | Bound::Range => Interval::exactly(value).widened((value * 0.1).max(1.0)),
            Bound::Exact | Bound::AtLeast | Bound::AtMost => self.rounded(),
        }
    }

    /// 至少200人 may stand for 213: round, and less.
    fn bounded(self) -> Interval {
        let room = if self.bound == Bound::AtLeast && self.step > 1.0 { self.step } else { 0.0 };
        Interval::new(self.value, self.value + room)
    }

    /// A number that ends in zeros enough may be rounded even without a word of estimate: 3000 for 2986, not 10 for 11.
    fn rounded(self) -> Interval {
        let room = if self.step >= 100.0 { (self.step / 2.0).min(self.value * 0.05) } else { 0.0 };
        let decimal = if self.step < 1.0 { self.step / 2.0 } else { 0.0 };
        Interval::exactly(self.value).widened(room.max(decimal))
    }
}

/// The weight of the last digit that is not zero, or of the last printed decimal.
fn last_digit(value: f64, printed: f64) -> f64 {
    let mut step = printed;
    while value > 0.0 && step >= 1.0 && (value / (step * 10.0)).fract() == 0.0 && step * 10.0 <= value {
        step *= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    fn count(text: &str) -> Option<Count> {
        Regex::new(PATTERN).unwrap().captures(text).and_then(|found| Count::read(&found))
    }

    fn same(head: &str, body: &str) -> bool {
        count(head).unwrap().may_be(count(body).unwrap())
    }

    #[test]
    fn estimates_and_round_numbers_agree_with_what_they_stand_for() {
        for (head, body) in [
            ("20多人", "25人"),
            ("一百多人", "一百多人"),
            ("近百人", "96人"),
            ("约70人", "68人"),
            ("近3000人", "2986人"),
            ("三千人", "3000人"),
            ("2.1万人", "20986人"),
            ("16万人", "15.98万人"),
            ("至少200人", "213人"),
            ("至少11人", "11人"),
            ("11人", "至少11人"),
            ("超百人", "108人"),
            ("上百人", "108人"),
            ("两人", "2名"),
        ] {
            assert!(same(head, body), "{head} and {body}");
        }
    }

    #[test]
    fn a_number_off_by_one_is_another() {
        for (head, body) in [
            ("11人", "12人"),
            ("10人", "11人"),
            ("13人", "至少11人"),
            ("至少202人", "至少200人"),
            ("至少15人", "至少10人"),
            ("5人", "车上4人"),
            ("20多人", "32人"),
            ("近百人", "106人"),
            ("2.1万人", "2.2万人"),
        ] {
            assert!(!same(head, body), "{head} and {body}");
        }
    }

    #[test]
    fn words_that_merely_hold_a_numeral_are_none() {
        assert!(count("万人空巷").is_none());
        assert!(count("千余人").is_some());
    }
}
