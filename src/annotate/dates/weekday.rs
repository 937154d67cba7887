//! Weekdays as printed: 星期三, 周三, 礼拜天.

use std::sync::LazyLock;

use regex::Regex;

use super::{Place, calendar::Weekday};
use crate::text::Span;

/// A weekday in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedWeekday {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// Which it is.
    pub weekday: Weekday,
}

static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:星期|礼拜|周)(?P<day>[一二三四五六日天])").expect("the pattern is well formed")
});

/// The weekdays of a block. 周 also begins surnames and ends words (一周一次, 两周三次): those are left out.
pub fn find(text: &str, place: &impl Fn(Span) -> Place) -> Vec<PrintedWeekday> {
    WEEKDAY
        .captures_iter(text)
        .filter_map(|found| {
            let at = Span::from(found.get_match().range());
            let weekday = Weekday::read(found["day"].chars().next()?)?;
            let word = found.get_match().as_str();
            let is_word = !word.starts_with('周')
                || (!word.ends_with('天')
                    && !text[..at.start].ends_with(|c: char| "一二两三四五六七八九十0123456789".contains(c)));
            is_word.then(|| PrintedWeekday { place: place(at), text: word.to_owned(), weekday })
        })
        .collect()
}
