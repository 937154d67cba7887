//! Words of estimate before and behind a number (约, 超, 不足, 以上, 左右), and the interval they leave.

use super::{Bound, Interval};

/// Words in front of a number, the longer first.
const BEFORE: &[(&str, Bound)] = &[
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不下于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("超过", Bound::Over),
    ("超出", Bound::Over),
    ("将近", Bound::Under),
    ("接近", Bound::Under),
    ("不足", Bound::Under),
    ("不到", Bound::Under),
    ("未满", Bound::Under),
    ("不满", Bound::Under),
    ("大约", Bound::About),
    ("大概", Bound::About),
    ("约为", Bound::About),
    ("至少", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("起码", Bound::AtLeast),
    ("不下", Bound::AtLeast),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("超", Bound::Over),
    ("逾", Bound::Over),
    ("近", Bound::Under),
    ("约", Bound::About),
];

/// Words that say the same as [`Bound::Over`] and are verbs of their own, so that they are no part of the figure.
const REACHED: &[&str] = &["突破", "突破了", "跨过", "跨越", "迈过", "冲破", "站上"];

/// Characters that make another word with the last of a word of estimate: 节|约, 最|近, 赶|超.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("约", "节合条制签特纽公婚预违履续契毁失简集邀誓租相"),
    ("近", "附最临靠远亲就邻逼"),
    ("超", "赶反英中高西意德法美"),
    ("不足", "美中"),
];

/// The word of estimate that `before` ends with: its length and its sense.
pub fn before(before: &str) -> Option<(usize, Bound)> {
    let (word, bound) = BEFORE.iter().find(|(word, _)| before.ends_with(word))?;
    let rest = &before[..before.len() - word.len()];
    let is_other = OTHER_WORDS
        .iter()
        .any(|(end, begin)| end == word && rest.chars().next_back().is_some_and(|c| begin.contains(c)));
    (!is_other).then_some((word.len(), *bound))
}

/// Whether `before` ends in a verb that says the number was passed: 突破, 跨过.
pub fn is_reached(before: &str) -> bool {
    REACHED.iter().any(|word| before.ends_with(word))
}

/// What the words behind a unit say: 左右, 以上, 以内.
pub fn behind(text: &str) -> Option<Bound> {
    const BEHIND: &[(&str, Bound)] = &[
        ("左右", Bound::About),
        ("上下", Bound::About),
        ("以上", Bound::AtLeast),
        ("及以上", Bound::AtLeast),
        ("以下", Bound::AtMost),
        ("及以下", Bound::AtMost),
        ("以内", Bound::AtMost),
        ("之内", Bound::AtMost),
        ("开外", Bound::Over),
        ("出头", Bound::Over),
        ("有余", Bound::Over),
    ];
    BEHIND.iter().find(|(word, _)| text.starts_with(word)).map(|(_, bound)| *bound)
}

/// Every value that words of estimate leave for a printed number from `value` to `high`.
///
/// 近 is read as the last tenth below the number and 约 as a tenth on either side: news does not stretch them further.
pub fn interval(bound: Bound, value: f64, high: f64) -> Interval {
    match bound {
        Bound::Exact | Bound::Range => Interval::new(value, high),
        Bound::About => Interval::new(value * 0.9, high * 1.1),
        Bound::Over if high > value => Interval::new(value, high),
        Bound::Over | Bound::AtLeast => Interval::new(value, f64::INFINITY),
        Bound::Under => Interval::new(value * 0.9, high),
        Bound::AtMost => Interval::new(0.0, high),
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, before, behind, interval};

    #[test]
    fn words_of_estimate_are_told_from_words_that_end_like_them() {
        assert_eq!(before("捐款近"), Some(("近".len(), Bound::Under)));
        assert_eq!(before("累计不少于"), Some(("不少于".len(), Bound::AtLeast)));
        assert_eq!(before("节约"), None);
        assert_eq!(before("最近"), None);
        assert_eq!(behind("左右"), Some(Bound::About));
        assert_eq!(behind("的人"), None);
    }

    #[test]
    fn each_word_leaves_room_on_its_own_side() {
        assert!(interval(Bound::Under, 100.0, 100.0).holds(92.0));
        assert!(!interval(Bound::Under, 100.0, 100.0).holds(101.0));
        assert!(interval(Bound::Over, 200.0, 200.0).holds(5000.0));
        assert!(!interval(Bound::Over, 4e5, 5e5).holds(6e5));
        assert!(interval(Bound::About, 10.0, 10.0).holds(10.9));
    }
}
