//! A date falls on the weekday printed with it: 2024年5月20日（星期一）.

use super::{Correction, Doubt, Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::{
    annotate::{
        Annotations, Date, DateKind, PrintedWeekday, Weekday,
        dates::{calendar, number},
    },
    outline::Article,
};

/// The weekdays of an article that stand with a date, in the order of the text.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let days: Vec<&Date> = said
        .dates
        .iter()
        .filter(|date| date.kind == DateKind::Gregorian && date.day.is_some() && date.month_meant.is_some())
        .collect();
    said.weekdays
        .iter()
        .filter_map(|weekday| {
            let text = article.blocks[weekday.place.block].text.as_str();
            let at = (weekday.place.block, weekday.place.at.start);
            let next = days.partition_point(|date| (date.place.block, date.place.at.start) < at);
            let date = next
                .checked_sub(1)
                .map(|before| days[before])
                .filter(|date| is_with(text, date, weekday))
                .or_else(|| days.get(next).copied().filter(|date| is_explained(text, weekday, date)))?;
            relate(date, weekday)
        })
        .collect()
}

/// 5月20日星期一, 5月20日（周一）, 5月20日，星期一，: the weekday belongs to the date in front of it.
fn is_with(text: &str, date: &Date, weekday: &PrintedWeekday) -> bool {
    if date.place.block != weekday.place.block {
        return false;
    }
    let Some(gap) = text.get(date.place.at.end..weekday.place.at.start) else { return false };
    let after = &text[weekday.place.at.end..];
    match gap.trim_matches([' ', '\u{3000}']) {
        "（" | "(" => after.starts_with(['）', ')', '，', '、', ' ']) && !lists_weekdays(after),
        "" | "，" => closes(after),
        _ => false,
    }
}

/// 星期一（5月20日）: the date explains the weekday.
fn is_explained(text: &str, weekday: &PrintedWeekday, date: &Date) -> bool {
    date.place.block == weekday.place.block
        && text.get(weekday.place.at.end..date.place.at.start).is_some_and(|gap| matches!(gap, "（" | "("))
        && text[date.place.at.end..].starts_with(['）', ')'])
}

/// Whether more weekdays follow: 周一、周三.
fn lists_weekdays(after: &str) -> bool {
    let rest = after.trim_start_matches(['、', '，', ' ']);
    rest.len() < after.len() && (rest.starts_with('周') || rest.starts_with("星期"))
}

/// Whether a weekday without brackets ends here: 周三 of 周三多 is a name, and 星期一至星期五 a stretch.
fn closes(after: &str) -> bool {
    let part_of_day = ["上午", "下午", "早", "晚", "中午", "凌晨", "清晨", "傍晚", "夜"];
    (after.is_empty()
        || after.starts_with(|c: char| "，。；）,) \u{3000}".contains(c) || c.is_ascii_digit())
        || part_of_day.iter().any(|word| after.starts_with(word)))
        && !lists_weekdays(after)
}

fn relate(date: &Date, weekday: &PrintedWeekday) -> Option<Relation> {
    let days: Vec<_> = date
        .year_meant
        .candidates()
        .iter()
        .filter(|year| (1912..=2100).contains(*year))
        .filter_map(|&year| date.in_year(year))
        .collect();
    let verdict = match days.first() {
        // 2月30日 has no weekday; that there is no such day is said elsewhere.
        None if !date.year_meant.candidates().is_empty() => return None,
        None => Verdict::Unchecked(Doubt::UnknownYear),
        Some(_) if days.iter().any(|&day| Weekday::of(day) == weekday.weekday) => Verdict::Holds,
        Some(_) => Verdict::Fails,
    };
    let formula =
        days.first().map_or_else(String::new, |&day| format!("{day} = 星期{}", Weekday::of(day).character()));
    let mut corrections = Vec::new();
    if verdict == Verdict::Fails
        && let [day] = days.as_slice()
    {
        let last = weekday.text.chars().next_back().map_or(0, char::len_utf8);
        let stem = &weekday.text[..weekday.text.len() - last];
        let text = format!("{stem}{}", Weekday::of(*day).character());
        corrections.push(Correction { place: weekday.place, text });
        corrections.extend(nearest(date, *day, weekday.weekday));
    }
    Some(Relation {
        kind: RelationKind::Weekday,
        claim: Operand { place: weekday.place, text: weekday.text.clone(), role: OperandRole::Weekday },
        operands: vec![Operand { place: date.place, text: date.text.clone(), role: OperandRole::Date }],
        formula,
        verdict,
        corrections,
    })
}

/// The day of the same month, at most three days off, that has this weekday.
fn nearest(date: &Date, day: jiff::civil::Date, wanted: Weekday) -> Option<Correction> {
    let printed = date.day?;
    let meant =
        (1..=3).flat_map(|by| [printed.checked_sub(by), Some(printed + by)]).flatten().find(|&other| {
            calendar::day(day.year().into(), date.month_meant.unwrap_or(0), other)
                .is_some_and(|other| Weekday::of(other) == wanted)
        })?;
    // The day is the last number of the date; the unit behind it stays.
    let unit = date.text.chars().next_back().filter(|c| matches!(c, '日' | '号'))?;
    let stem = date.text.strip_suffix(unit)?;
    let number = stem.trim_end_matches(|c: char| !matches!(c, '月'));
    let digits = stem[number.len()..].trim();
    let text = format!("{number}{}{unit}", number::like(digits, meant));
    Some(Correction { place: date.place, text })
}
