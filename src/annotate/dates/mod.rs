//! Finds dates, times of day, weekdays, lengths of time and places in series, and what their surroundings say of what is not printed.
//!
//! A date keeps what is printed ([`Date::year`], [`Date::month`], [`Date::day`]) apart from what is understood
//! ([`Date::year_meant`], [`Date::month_meant`]): 5月20日至16日 prints no month for its end, and means one.

pub mod calendar;
mod clock;
mod context;
mod length;
mod lunar;
pub mod number;
mod ordinal;
mod printed;
pub mod range;
mod relative;
mod weekday;

use jiff::civil;

pub use calendar::Weekday;
pub use clock::{Clock, HalfDay};
pub use length::{Length, LengthUnit, LengthWord};
pub use ordinal::{Ordinal, OrdinalUnit};
pub use relative::Relative;
pub use weekday::PrintedWeekday;

use super::Place;
use crate::outline::Article;

/// In which calendar a date is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// The common one (公历).
    Gregorian,
    /// The lunar one (农历): 正月十五, 腊月廿三, or a feast by its name, 中秋.
    Lunar,
}

/// The year of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Year {
    /// Printed with it, or with the date it makes a range with; or said by 今年 in an issue of a known year.
    Certain(i32),
    /// One of these, going by the date of the issue or the only year that the article names.
    Likely(Vec<i32>),
    /// Nothing tells.
    Unknown,
}

impl Year {
    /// The year, if there is no doubt.
    pub const fn certain(&self) -> Option<i32> {
        match self {
            Self::Certain(year) => Some(*year),
            _ => None,
        }
    }

    /// Every year that it may be.
    pub fn candidates(&self) -> &[i32] {
        match self {
            Self::Certain(year) => std::slice::from_ref(year),
            Self::Likely(years) => years,
            Self::Unknown => &[],
        }
    }
}

/// A date, as far as it is printed, and what its surroundings say of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// Its calendar.
    pub kind: DateKind,
    /// The word that names it by another: 今年, 本月, 次日, 昨天.
    pub relative: Option<Relative>,
    /// Full year, if printed.
    pub year: Option<i32>,
    /// 1–12 if the text is right.
    pub month: Option<u32>,
    /// 1–31 if the text is right.
    pub day: Option<u32>,
    /// Whether the month is a leap one (闰四月); of the lunar calendar alone.
    pub is_leap_month: bool,
    /// The year that is meant.
    pub year_meant: Year,
    /// The month that is meant: printed, or that of the date before.
    pub month_meant: Option<u32>,
    /// Whether what is not printed stands with the date right before it, in one range or list: 6月28日至31日.
    pub is_elliptic: bool,
}

impl Date {
    /// ISO 8601, with `-` for what is not printed: `2022-03-13`, `--03-13`, `2022-03`.
    pub fn iso(&self) -> String {
        let year = self.year.map_or_else(|| "-".to_owned(), |year| format!("{year:04}"));
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year}-{month:02}"),
            (None, Some(day)) => format!("---{day:02}"),
            (None, None) => year,
        }
    }

    /// Whether some of it is printed in figures of the common calendar, so that [`Date::iso`] says something.
    pub fn has_iso(&self) -> bool {
        self.kind == DateKind::Gregorian
            && (self.year.is_some() || self.month.is_some() || self.day.is_some())
    }

    /// The day, were it of this year; `None` where no day is meant or the calendar has no such day.
    pub fn in_year(&self, year: i32) -> Option<civil::Date> {
        match self.kind {
            DateKind::Gregorian => calendar::day(year, self.month_meant?, self.day?),
            DateKind::Lunar => None,
        }
    }

    /// The day, if its year is beyond doubt.
    pub fn certain_day(&self) -> Option<civil::Date> {
        self.in_year(self.year_meant.certain()?)
    }
}

/// All that is said of time in an article, each kind in the order of its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Times {
    /// Dates.
    pub dates: Vec<Date>,
    /// Times of day.
    pub clocks: Vec<Clock>,
    /// Weekdays.
    pub weekdays: Vec<PrintedWeekday>,
    /// Lengths of time.
    pub lengths: Vec<Length>,
    /// Places in series.
    pub ordinals: Vec<Ordinal>,
}

/// The dates and times of an article, in the order of its text.
pub fn find(article: &Article) -> Times {
    let mut times = Times::default();
    for (index, block) in article.blocks.iter().enumerate() {
        let place = |at| Place { span: block.text.to_source(at), block: index, at };
        let text = block.text.as_str();
        let mut dates = lunar::find(text, &place);
        printed::find(text, &place, &mut dates);
        relative::find(text, &place, &mut dates);
        dates.sort_by_key(|date| date.place.at);
        times.dates.extend(dates);
        times.clocks.extend(clock::find(text, &place));
        times.weekdays.extend(weekday::find(text, &place));
        times.lengths.extend(length::find(text, &place));
        times.ordinals.extend(ordinal::find(text, &place));
    }
    context::complete(article, &mut times.dates);
    times
}

#[cfg(test)]
mod tests {
    use super::{Date, Year, find};
    use crate::outline::{Article, Layout};

    fn read(body: &str) -> Vec<Date> {
        let text = format!("统战工作见成效\n　　{body}\n");
        find(&Article::parse(&text, &Layout::default())).dates
    }

    fn dates(body: &str) -> Vec<String> {
        read(body).iter().filter(|date| date.has_iso()).map(Date::iso).collect()
    }

    #[test]
    fn dates_are_read_as_far_as_they_are_printed() {
        assert_eq!(dates("2024年5月20日，会议召开。３月１３日，活动举行。"), ["2024-05-20", "--03-13"]);
        assert_eq!(dates("截至2024年5月，工作已经完成。"), ["2024-05"]);
        assert_eq!(dates("二〇二四年五月二十日，会议召开。"), ["2024-05-20"]);
        assert_eq!(dates("2024 年 5 月 20 日，会议召开。"), ["2024-05-20"]);
        assert_eq!(dates("登记时间：2024-05-20"), ["2024-05-20"]);
    }

    #[test]
    fn a_day_that_no_month_has_is_read_as_printed() {
        assert_eq!(dates("2月30日，会议召开。"), ["--02-30"]);
        assert_eq!(dates("13月45日，会议召开。"), ["--13-45"]);
    }

    #[test]
    fn a_bare_month_and_a_stretch_of_months_are_no_dates() {
        assert!(dates("3月以来，用了3个月时间。").is_empty());
    }

    #[test]
    fn the_ends_of_a_range_share_what_is_printed_once() {
        assert_eq!(dates("3月13日至15日举行。"), ["--03-13", "---15"]);
        assert_eq!(dates("3月13—15日举行。"), ["--03-13", "---15"]);
        assert_eq!(dates("三月十三日至十五日举行，用了三至五日。"), ["--03-13", "---15"]);
        assert_eq!(dates("5月—7月举行。"), ["--05", "--07"]);
        assert_eq!(dates("5—7月举行。"), ["--05", "--07"]);
        assert_eq!(dates("2021—2023年举行。"), ["2021", "2023"]);
        assert_eq!(dates("2024年5月20日至2025年3月1日"), ["2024-05-20", "2025-03-01"]);
        let read = read("6月28日至30日举行。");
        assert_eq!((read[1].month, read[1].month_meant, read[1].is_elliptic), (None, Some(6), true));
    }

    #[test]
    fn lengths_scores_prices_and_events_are_no_dates() {
        for body in [
            "“九一八”事变纪念馆开馆，“3·15”晚会播出。",
            "3月龄和12月龄的婴儿各一名，5日内办结，第3日复查。",
            "“五月花”号模型、三日游线路、一日三餐。",
            "主队以3比2领先，单价3.15元，住13号楼。",
            "9999999年、0年、24年间、2000多年的历史。",
            "为期3日，历时15日，近5日气温下降。",
        ] {
            assert_eq!(dates(body), [""; 0], "{body}");
        }
    }

    #[test]
    fn the_year_comes_from_the_issue_the_wording_or_the_only_year_named() {
        let issue = "某县统战简报\n第12期\n2024年5月20日\n\n统战工作见成效\n　　";
        let years = |text: &str| {
            let layout = crate::outline::Outline::of(text).layout;
            let dates = find(&Article::parse(text, &layout)).dates;
            dates.into_iter().map(|date| date.year_meant).next_back().expect("there is a date")
        };
        let near = years(&format!("{issue}3月13日，全县的会议召开，代表们参加了会议。"));
        assert_eq!(near, Year::Likely(vec![2024]));
        let last = years(&format!("{issue}去年3月13日，全县的会议召开，代表们参加了会议。"));
        assert_eq!(last, Year::Certain(2023));
        assert_eq!(read("会议于2024年3月13日召开，3月15日闭幕。")[1].year_meant, Year::Likely(vec![2024]));
        let read_last = |body| read(body).pop().map(|date| date.year_meant);
        assert_eq!(read_last("2019年立项，2024年3月13日开工，9月15日停工。"), Some(Year::Unknown));
        assert_eq!(read_last("2019年立项，2024年3月13日开工，3月15日停工。"), Some(Year::Likely(vec![2024])));
        assert_eq!(read("12月30日至2025年1月2日举办。")[0].year_meant, Year::Certain(2024));
    }
}
