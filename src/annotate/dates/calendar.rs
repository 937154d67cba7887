//! What the calendars know: which days there are, their weekdays, and the lunar year.

use icu_calendar::{Date, cal::ChineseTraditional};
use jiff::civil;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekday(u8);

impl Weekday {
    /// From the character behind 星期, 周 or 礼拜.
    pub fn read(c: char) -> Option<Self> {
        let at = match c {
            '天' => 6,
            _ => "一二三四五六日".chars().position(|day| day == c)?,
        };
        u8::try_from(at).ok().map(Self)
    }

    /// The weekday of a day.
    pub fn of(day: civil::Date) -> Self {
        Self(day.weekday().to_monday_zero_offset().unsigned_abs())
    }

    /// The character behind 星期 or 周.
    pub fn character(self) -> char {
        "一二三四五六日".chars().nth(usize::from(self.0)).unwrap_or('日')
    }

    /// In English.
    pub const fn english(self) -> &'static str {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][self.0 as usize % 7]
    }
}

/// A day of the common calendar, if there is such a day.
pub fn day(year: i32, month: u32, day: u32) -> Option<civil::Date> {
    civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The most days a month has in any year; `None` if there is no such month.
pub const fn longest_month(month: u32) -> Option<u32> {
    match month {
        2 => Some(29),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// Days from the one to the other; negative where the second comes first.
pub fn days_between(from: civil::Date, to: civil::Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// A day of the lunar calendar, without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LunarDay {
    /// 1–12.
    pub month: u32,
    /// Whether the month is a leap one.
    pub is_leap: bool,
    /// 1–30.
    pub day: u32,
}

impl LunarDay {
    /// The lunar date of a day; `None` where the tables do not reach.
    pub fn of(day: civil::Date) -> Option<Self> {
        if !(1912..=2100).contains(&day.year()) {
            return None;
        }
        let iso = Date::try_new_iso(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
            .ok()?;
        let lunar = iso.to_calendar(ChineseTraditional::new());
        Some(Self {
            month: lunar.month().number().into(),
            is_leap: lunar.month().to_input().is_leap(),
            day: lunar.day_of_month().0.into(),
        })
    }

    /// As it is printed: 正月初一, 闰二月廿三, 腊月三十.
    pub fn name(self) -> String {
        let digit = |n: u32| "一二三四五六七八九十".chars().nth((n as usize + 9) % 10).unwrap_or('一');
        let month = match self.month {
            1 => "正".to_owned(),
            11 => "十一".to_owned(),
            12 => "腊".to_owned(),
            month => digit(month).to_string(),
        };
        let day = match self.day {
            day @ 1..=10 => format!("初{}", digit(day)),
            day @ 11..=19 => format!("十{}", digit(day)),
            20 => "二十".to_owned(),
            30 => "三十".to_owned(),
            day => format!("廿{}", digit(day)),
        };
        format!("{}{month}月{day}", if self.is_leap { "闰" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::{LunarDay, Weekday, day, days_between};

    #[test]
    fn weekdays_and_differences() {
        let start = day(2024, 5, 20).expect("a day");
        assert_eq!(Weekday::of(start).character(), '一');
        assert_eq!(Weekday::of(start).english(), "Monday");
        assert_eq!(days_between(start, day(2024, 5, 16).expect("a day")), -4);
        assert_eq!(days_between(day(2023, 12, 31).expect("a day"), day(2024, 3, 1).expect("a day")), 61);
        assert_eq!(day(2023, 2, 29), None);
    }

    #[test]
    fn the_feasts_of_known_years() {
        let name = |year, month, of_month| {
            day(year, month, of_month).and_then(LunarDay::of).map(LunarDay::name).unwrap_or_default()
        };
        assert_eq!(name(2024, 2, 10), "正月初一");
        assert_eq!(name(2024, 9, 17), "八月十五");
        assert_eq!(name(2023, 3, 22), "闰二月初一");
        assert_eq!(name(2025, 1, 28), "腊月廿九");
        assert_eq!(name(2024, 2, 9), "腊月三十");
        assert_eq!(name(1911, 2, 9), "");
    }
}
