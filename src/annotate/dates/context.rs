//! What dates leave to their surroundings: the month of a bare day, the year of most.
//!
//! The two ends of a range and the members of a list share what is printed once. 今年 is the year of the issue. Else the
//! year is guessed from the date of the issue, or where the article names one year only, from that.

use jiff::civil;

use super::{Date, DateKind, Relative, Year, calendar, range};
use crate::outline::Article;

/// Days in front of the date of the issue in which an event without a year is looked for.
const DAYS_BEFORE: i64 = 300;

/// Days behind it: what is announced.
const DAYS_BEHIND: i64 = 90;

/// Days between a date in full and one that takes its year from it.
const DAYS_NEAR: i64 = 60;

/// Fills in what the dates of an article mean.
pub fn complete(article: &Article, dates: &mut [Date]) {
    let issue = article.issue.or_else(|| date_of_dateline(article, dates));
    let mut before: Option<Date> = None;
    for at in 0..dates.len() {
        let (done, rest) = dates.split_at_mut(at);
        let Some(date) = rest.first_mut() else { break };
        if date.kind == DateKind::Lunar {
            continue;
        }
        let gap = done.last().and_then(|last| range::gap(article, last, date));
        let is_range = gap.is_some_and(range::joins);
        let is_list = gap.is_some_and(|gap| matches!(gap, "、" | "和" | "及" | "与"));
        let neighbour = done.last().filter(|_| is_range || is_list).cloned();
        inherit(date, neighbour.as_ref(), before.as_ref(), issue);
        if is_range && let Some(start) = done.last_mut() {
            complete_start(start, date);
        }
        if date.month_meant.is_some() || date.year_meant.certain().is_some() {
            before = Some(date.clone());
        }
    }
    guess(issue, dates);
}

/// The day that a dateline prints with its year.
fn date_of_dateline(article: &Article, dates: &[Date]) -> Option<civil::Date> {
    let dateline = article.dateline.as_ref()?.span;
    let date = dates.iter().find(|date| dateline.contains(date.place.span))?;
    calendar::day(date.year?, date.month?, date.day?)
}

/// What a date takes from the dates before it and from the issue.
fn inherit(date: &mut Date, neighbour: Option<&Date>, before: Option<&Date>, issue: Option<civil::Date>) {
    let shift = |year: i32, by: i32| Year::Certain(year.saturating_add(by));
    let certain = |date: Option<&Date>| date.and_then(|date| date.year_meant.certain());
    date.year_meant = match (date.year, date.relative) {
        (Some(year), _) => Year::Certain(year),
        (None, Some(Relative::Year(by))) => {
            issue.map_or(Year::Unknown, |issue| shift(issue.year().into(), by))
        }
        (None, Some(Relative::YearOfBefore(by))) => {
            certain(before).map_or(Year::Unknown, |year| shift(year, by))
        }
        _ => Year::Unknown,
    };
    if date.month.is_none() && date.day.is_some() {
        date.month_meant = match date.relative {
            None => neighbour.or(before).and_then(|before| before.month_meant),
            Some(_) => None,
        };
        date.is_elliptic =
            neighbour.is_some_and(|neighbour| neighbour.day.is_some()) && date.month_meant.is_some();
        if date.is_elliptic
            && let Some(year) = certain(neighbour)
        {
            date.year_meant = Year::Certain(year);
        }
    }
}

/// The start of a range whose end prints more: 12—14日 and 12月30日至2025年1月2日.
fn complete_start(start: &mut Date, end: &Date) {
    if start.kind == DateKind::Gregorian
        && start.year.is_none()
        && start.relative.is_none()
        && let (Some(first), Some(last), Some(year)) = (start.month_meant, end.month_meant, end.year)
    {
        let is_in_year = (first, start.day) <= (last, end.day.or(start.day));
        start.year_meant = Year::Certain(if is_in_year { year } else { year - 1 });
    }
}

/// The years that dates without one may be of.
fn guess(issue: Option<civil::Date>, dates: &mut [Date]) {
    let mut printed: Vec<i32> = dates.iter().filter_map(|date| date.year).collect();
    printed.sort_unstable();
    printed.dedup();
    // The last date printed in full, and its block.
    let mut last: Option<(civil::Date, usize)> = None;
    for date in dates {
        let full = date.year.and_then(|year| date.in_year(year)).map(|day| (day, date.place.block));
        last = full.or(last);
        if date.year_meant != Year::Unknown || date.kind == DateKind::Lunar || date.relative.is_some() {
            continue;
        }
        let years: Vec<i32> = match (issue, printed.as_slice()) {
            (Some(issue), _) => around(issue, date),
            (None, &[year]) if last.is_some() => vec![year],
            (None, _) => last.and_then(|last| near(last, date)).into_iter().collect(),
        };
        if !years.is_empty() {
            date.year_meant = Year::Likely(years);
        }
    }
}

/// The year of a day that follows a full date closely, in the text and in time.
fn near((last, block): (civil::Date, usize), date: &Date) -> Option<i32> {
    let year = i32::from(last.year());
    let day = date.in_year(year)?;
    let is_near = date.place.block <= block + 1 && calendar::days_between(last, day).abs() <= DAYS_NEAR;
    is_near.then_some(year)
}

/// The years in which a day lies not far from the issue.
fn around(issue: civil::Date, date: &Date) -> Vec<i32> {
    let year = i32::from(issue.year());
    [year - 1, year, year + 1]
        .into_iter()
        .filter(|&year| {
            date.month_meant
                .and_then(|month| calendar::day(year, month, date.day.unwrap_or(1)))
                .map(|day| calendar::days_between(issue, day))
                .is_some_and(|days| (-DAYS_BEFORE..=DAYS_BEHIND).contains(&days))
        })
        .collect()
}
