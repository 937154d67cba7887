//! How a date was read: in ISO 8601, with its weekday where the year is known.

use jiff::civil;

use crate::{
    annotate::{Date, DateKind},
    rules::Words,
};

/// A date as far as it is printed, in ISO 8601, or the day that its words mean (昨天); with its weekday, or that there is no
/// such day, where the year is beyond doubt.
pub fn date(date: &Date) -> Words {
    let day = date.certain_day();
    let printed = date.has_iso().then(|| date.iso()).or_else(|| day.map(|day| day.to_string()));
    let iso = printed.unwrap_or_else(|| date.text.clone());
    let is_whole = date.kind == DateKind::Gregorian && date.year.and(date.month).and(date.day).is_some();
    match weekday(date) {
        Some(weekday) => Words::new(format!("{iso} {}", weekday.zh), format!("{iso} {}", weekday.en)),
        None if is_whole && day.is_none() => {
            Words::new(format!("{iso}，没有这一天"), format!("{iso}, no such day"))
        }
        None => Words::new(iso.clone(), iso),
    }
}

/// The weekday of a date, if its year is known and the calendar has the day.
pub fn weekday(date: &Date) -> Option<Words> {
    let (zh, en) = match date.certain_day()?.weekday() {
        civil::Weekday::Monday => ("星期一", "Monday"),
        civil::Weekday::Tuesday => ("星期二", "Tuesday"),
        civil::Weekday::Wednesday => ("星期三", "Wednesday"),
        civil::Weekday::Thursday => ("星期四", "Thursday"),
        civil::Weekday::Friday => ("星期五", "Friday"),
        civil::Weekday::Saturday => ("星期六", "Saturday"),
        civil::Weekday::Sunday => ("星期日", "Sunday"),
    };
    Some(Words::new(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Analysis;

    fn read(printed: &str) -> Words {
        let analysis = Analysis::of(&format!("青禾镇修渠引水\n　　{printed}，青禾镇的水渠正式开工建设。\n"));
        date(&analysis.articles[0].analysis.annotations.dates[0])
    }

    #[test]
    fn a_day_of_a_known_year_has_its_weekday() {
        let words = read("2024年5月20日");
        assert_eq!((words.zh.as_str(), words.en.as_str()), ("2024-05-20 星期一", "2024-05-20 Monday"));
        assert_eq!(read("2024年2月29日").zh, "2024-02-29 星期四");
    }

    #[test]
    fn a_day_that_the_year_does_not_have_is_said_to_be_none() {
        assert_eq!(read("2023年2月29日").zh, "2023-02-29，没有这一天");
    }

    #[test]
    fn without_the_year_or_the_day_there_is_no_weekday() {
        assert_eq!(read("5月20日").zh, "--05-20");
        assert_eq!(read("2024年5月").zh, "2024-05");
    }
}
