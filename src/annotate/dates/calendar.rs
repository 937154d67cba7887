//! What the calendars know: which days there are, their weekdays, and the lunar year.

use icu_calendar::{Date, Iso, types::Month};
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

/// The day of the common calendar on which a lunar date falls, in the lunar year that begins in `year`. `None` where
/// there is no such day, or the tables do not reach.
pub fn lunar_day(year: i32, month: u32, is_leap: bool, day: u32) -> Option<civil::Date> {
    // Before 1912 the almanac was reckoned in other ways, and after 2100 the moon has not been computed.
    if !(1912..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let number = u8::try_from(month).ok()?;
    let month = if is_leap { Month::leap(number) } else { Month::new(number) };
    let lunar = Date::try_new_chinese_traditional(year, month, u8::try_from(day).ok()?).ok()?;
    let iso = lunar.to_calendar(Iso);
    self::day(
        iso.year().era_year_or_related_iso(),
        u32::from(iso.month().ordinal),
        u32::from(iso.day_of_month().0),
    )
}

#[cfg(test)]
mod tests {
    use super::{Weekday, day, days_between, lunar_day};

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
        assert_eq!(lunar_day(2024, 1, false, 1), day(2024, 2, 10));
        assert_eq!(lunar_day(2024, 8, false, 15), day(2024, 9, 17));
        assert_eq!(lunar_day(2023, 2, true, 1), day(2023, 3, 22));
        assert_eq!(lunar_day(2024, 12, false, 29), day(2025, 1, 28));
        assert_eq!(lunar_day(2024, 12, false, 30), None);
        assert_eq!(lunar_day(2024, 2, true, 1), None);
    }
}
