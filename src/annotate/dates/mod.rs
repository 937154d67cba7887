//! Finds dates: 2024年5月20日, 3月13日, 2024年5月.

use std::sync::LazyLock;

use regex::Regex;

use super::{Place, figures::numeral};
use crate::{outline::Article, text::Span};

/// A date, as far as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// Full year, if printed.
    pub year: Option<i32>,
    /// 1–12 if the text is right.
    pub month: Option<u32>,
    /// 1–31 if the text is right.
    pub day: Option<u32>,
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
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:(?P<year>[0-9０-９]{4}|[〇零一二三四五六七八九]{4})年)?(?P<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月(?:(?P<day>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[日号])?",
    )
    .expect("the pattern is well formed")
});

/// The dates of an article, in the order of its text.
pub fn find(article: &Article) -> Vec<Date> {
    let mut dates = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        for found in DATE.captures_iter(text) {
            let whole = found.get_match();
            let number = |name: &str| found.name(name).and_then(|part| read(part.as_str()));
            let (year, month, day) = (number("year"), number("month"), number("day"));
            // A bare month is a date only with its year; a digit in front belongs to another number.
            let cut = text[..whole.start()].chars().next_back().is_some_and(|c| {
                numeral::arabic_digit(c).is_some() || "个第〇零一二三四五六七八九十".contains(c)
            });
            if (year.is_none() && day.is_none()) || cut {
                continue;
            }
            let at = Span::from(whole.range());
            dates.push(Date {
                place: Place { span: block.text.to_source(at), block: index, at },
                text: whole.as_str().to_owned(),
                year: year.and_then(|year| i32::try_from(year).ok()),
                month,
                day,
            });
        }
    }
    dates
}

fn read(text: &str) -> Option<u32> {
    let number = numeral::read(text)?;
    format!("{}", number.value).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::outline::{Article, Layout};

    fn dates(body: &str) -> Vec<String> {
        let text = format!("统战工作见成效\n　　{body}\n");
        find(&Article::parse(&text, &Layout::default())).iter().map(super::Date::iso).collect()
    }

    #[test]
    fn dates_are_read_as_far_as_they_are_printed() {
        assert_eq!(dates("2024年5月20日，会议召开。３月１３日，活动举行。"), ["2024-05-20", "--03-13"]);
        assert_eq!(dates("截至2024年5月，工作已经完成。"), ["2024-05"]);
        assert_eq!(dates("二〇二四年五月二十日，会议召开。"), ["2024-05-20"]);
    }

    #[test]
    fn a_day_that_no_month_has_is_read_as_printed() {
        assert_eq!(dates("2月30日，会议召开。"), ["--02-30"]);
    }

    #[test]
    fn a_bare_month_and_a_stretch_of_months_are_no_dates() {
        assert!(dates("今年3月以来，用了3个月时间。").is_empty());
    }
}
