//! The date of an issue, as its masthead bears it: 2024年5月20日　第12期.

use std::sync::LazyLock;

use jiff::civil;
use regex::Regex;

use super::{line::Line, list, wording::is_masthead};

/// How many lines a masthead takes up at most.
const LINES: usize = 8;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})\s*年\s*(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*日",
    )
    .expect("the pattern is well formed")
});

/// The first full date on a line that can belong to a masthead.
pub fn date(text: &str, lines: &[Line]) -> Option<civil::Date> {
    lines
        .iter()
        .take(LINES)
        .filter(|line| line.length <= 40 && !line.has_punctuation && is_masthead(line.text(text)))
        .find_map(|line| read(line.text(text)))
}

fn read(line: &str) -> Option<civil::Date> {
    let found = DATE.captures(line)?;
    let part = |name: &str| list::parse(&found[name]).and_then(|number| i8::try_from(number).ok());
    civil::Date::new(year(&found["year"])?, part("month")?, part("day")?).ok()
}

/// A year in Arabic digits or in Chinese ones.
fn year(digits: &str) -> Option<i16> {
    let arabic: String = digits
        .chars()
        .map(|c| {
            "〇一二三四五六七八九"
                .chars()
                .zip('0'..='9')
                .find(|(han, _)| *han == c)
                .map_or(c, |(_, digit)| digit)
        })
        .map(|c| if c == '零' { '0' } else { c })
        .collect();
    arabic.parse().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::outline::Outline;

    #[test]
    fn the_masthead_dates_the_issue() {
        for line in [
            "2024年5月20日　第12期",
            "第12期（总第230期）　2024年5月20日",
            "某县委办公室编　二〇二四年五月二十日",
            "2024年5月20日 星期一",
        ] {
            let text = format!("同心周刊\n{line}\n\n　　全县工作见成效\n　　会议召开。\n");
            assert_eq!(Outline::of(&text).layout.issue, Some(date(2024, 5, 20)), "{line}");
        }
    }

    #[test]
    fn a_date_in_the_text_is_not_that_of_the_issue() {
        for line in ["2024年5月20日，第12期培训班开班。", "2024年2月30日", "会议于2024年5月20日召开"]
        {
            assert_eq!(Outline::of(&format!("{line}\n")).layout.issue, None, "{line}");
        }
    }
}
