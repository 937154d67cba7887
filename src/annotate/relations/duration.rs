//! A stated length of time is the time between two dates: 3月1日至5日，为期5天.
//!
//! Both ways of counting are right: with the first and the last day, and without one of them.

use super::{Correction, Doubt, Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::{
    annotate::{
        Annotations, Date, DateKind, Length, LengthUnit, LengthWord,
        dates::{
            calendar, number,
            range::{self, Range},
        },
    },
    outline::Article,
    text::nearby,
};

/// Words that part an event into several, each with a length of its own.
pub const PARTED: &[&str] = &[
    "各", "每", "分别", "分批", "分期", "批次", "首批", "阶段", "轮", "场次", "每期", "两期", "其中", "提前",
];

/// Verbs right in front of a length that make it that of the event in the range.
const HOLDING: &[&str] = &[
    "举行", "举办", "召开", "开展", "组织", "进行", "迎来", "推出", "开启", "启动", "主办", "承办", "参加",
    "展开", "接受",
];

/// General names by which an event is taken up again.
const EVENTS: &[&str] =
    &["活动", "会议", "培训", "培训班", "研修班", "展览", "展会", "比赛", "赛事", "论坛", "大赛", "课程"];

/// How many units lie between the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Distance {
    Days(i64),
    Months(i64),
    Years(i64),
}

/// The lengths of an article that are stated of a range.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let ranges: Vec<Range<'_>> = range::ranges(article, &said.dates).collect();
    said.lengths
        .iter()
        .filter_map(|length| {
            let text = article.blocks[length.place.block].text.as_str();
            let at = length.place.at;
            let stops = ['。', '！', '？', '；'];
            let (before, behind) = (nearby::before(text, at.start), nearby::behind(text, at.end));
            let start = at.start - before.len() + before.rfind(stops).unwrap_or(0);
            let end = at.end + behind.find(stops).unwrap_or(behind.len());
            let first = ranges.partition_point(|range| {
                (range.start.place.block, range.start.place.at.start) < (length.place.block, start)
            });
            // Of several ranges in a sentence none is known to be the one.
            let inside = |range: &&Range<'_>| {
                range.start.place.block == length.place.block && range.end.place.at.end <= end
            };
            let range = ranges.get(first).filter(inside)?;
            if ranges.get(first + 1).is_some_and(|other| inside(&other)) {
                return None;
            }
            let before = |at: usize| {
                said.lengths.partition_point(|other| {
                    (other.place.block, other.place.at.start) < (length.place.block, at)
                })
            };
            let ends = (range.start.place.at.start, range.end.place.at.end);
            let parted = PARTED.iter().any(|word| text[start..end].contains(word));
            let doubt = parted || before(end) - before(start) > 1 || !states(text, ends, length);
            relate(range, length, doubt)
        })
        .collect()
}

/// Whether the length is said of the range of dates or times from the first place to the second.
pub fn states(text: &str, (from, to): (usize, usize), length: &Length) -> bool {
    let length_start = length.place.at.start;
    if length.word == LengthWord::Adjoined {
        return text.get(to..length_start).is_some_and(|gap| matches!(gap, "的" | "这" | "，这"));
    }
    if length.word != LengthWord::Whole {
        return false;
    }
    if length_start < from {
        // 为期3天的培训班于3月1日至5日举行; 培训班为期3天（3月1日至3日）
        return text.get(length.place.at.end..from).is_some_and(|gap| {
            matches!(gap, "（" | "(" | "，从" | "，自")
                || !gap.contains(['，', '、']) && gap.ends_with(['于', '自', '从'])
        });
    }
    let Some(gap) = text.get(to..length.word_start) else { return false };
    let clause = gap.rsplit(['，', '、', '（', '(']).next().unwrap_or(gap);
    let is_held = |clause: &str| HOLDING.iter().any(|word| clause.trim_end_matches('了').ends_with(word));
    // 3月1日至5日举办，活动为期7天: the same event, by a general name.
    let is_again =
        EVENTS.iter().any(|word| clause.trim_start_matches(['本', '此', '次', '整', '个']) == *word)
            && is_held(gap[..gap.len() - clause.len()].trim_end_matches('，'));
    clause.is_empty() || is_held(clause) || is_again
}

fn relate(range: &Range<'_>, length: &Length, doubt: bool) -> Option<Relation> {
    let distances = distances(range.start, range.end);
    let first = *distances.first()?;
    let verdict = if doubt {
        Verdict::Unchecked(Doubt::Scope)
    } else if distances.iter().any(|&distance| agrees(distance, length)) {
        Verdict::Holds
    } else if !length.is_exact {
        Verdict::Unchecked(Doubt::Estimate)
    } else if is_comparable(first, length.unit) {
        Verdict::Fails
    } else {
        Verdict::Unchecked(Doubt::Scope)
    };
    let (count, unit) = match first {
        Distance::Days(days) => (days + 1, "天"),
        Distance::Months(months) => (months + 1, "个月"),
        Distance::Years(years) => (years, "年"),
    };
    let same_unit = matches!(
        (first, length.unit),
        (Distance::Days(_), LengthUnit::Day)
            | (Distance::Months(_), LengthUnit::Month)
            | (Distance::Years(_), LengthUnit::Year)
    );
    let mut corrections = Vec::new();
    if verdict == Verdict::Fails && same_unit && distances.len() == 1 && length.number != "半" {
        let number = number::like(&length.number, u32::try_from(count).unwrap_or(0));
        let text = length.text.replacen(&length.number, &number, 1);
        corrections.push(Correction { place: length.place, text });
    }
    let operand = |date: &Date, role| Operand { place: date.place, text: date.text.clone(), role };
    Some(Relation {
        kind: RelationKind::Duration,
        claim: Operand { place: length.place, text: length.text.clone(), role: OperandRole::Length },
        operands: vec![operand(range.start, OperandRole::Before), operand(range.end, OperandRole::After)],
        formula: format!("{}—{} = {count}{unit}", range.start.text, range.end.text),
        verdict,
        corrections,
    })
}

/// The distances that the ends of a range allow: a February of an unknown year has 28 days or 29. Empty where the end
/// comes first, which is another fault.
fn distances(start: &Date, end: &Date) -> Vec<Distance> {
    if start.kind != DateKind::Gregorian || end.kind != DateKind::Gregorian || end.relative.is_some() {
        return Vec::new();
    }
    let years: Vec<(i32, i32)> = match (start.year_meant.certain(), end.year_meant.certain()) {
        (Some(first), Some(last)) => vec![(first, last)],
        _ if start.month_meant <= end.month_meant => vec![(2023, 2023), (2024, 2024)],
        _ => vec![(2022, 2023), (2023, 2024), (2024, 2025)],
    };
    let mut distances: Vec<Distance> = years
        .into_iter()
        .filter_map(|(first, last)| match (start.month_meant.zip(end.month_meant), start.day.zip(end.day)) {
            (Some(_), Some(_)) => {
                Some(Distance::Days(calendar::days_between(start.in_year(first)?, end.in_year(last)?)))
            }
            (Some((from, to)), None) if start.day.is_none() && end.day.is_none() => {
                Some(Distance::Months(i64::from(last - first) * 12 + i64::from(to) - i64::from(from)))
            }
            (None, None) if start.month_meant.is_none() && end.month_meant.is_none() => {
                Some(Distance::Years(i64::from(end.year? - start.year?)))
            }
            _ => None,
        })
        .filter(|distance| {
            matches!(distance, Distance::Days(n) | Distance::Months(n) | Distance::Years(n) if *n >= 0)
        })
        .collect();
    distances.dedup();
    distances
}

/// Whether a length in this unit says anything of such a distance.
const fn is_comparable(distance: Distance, unit: LengthUnit) -> bool {
    match distance {
        Distance::Days(_) => !matches!(unit, LengthUnit::Hour | LengthUnit::Minute),
        Distance::Months(_) => matches!(unit, LengthUnit::Month),
        Distance::Years(_) => matches!(unit, LengthUnit::Year),
    }
}

fn agrees(distance: Distance, length: &Length) -> bool {
    let amount = length.amount;
    let near = |low: f64, high: f64, count: i64| (low..=high).contains(&(count as f64));
    match (distance, length.unit) {
        (Distance::Days(days), LengthUnit::Day) => near(amount - 1.0, amount, days),
        // A week is five days of work, seven, or from one weekday to the same.
        (Distance::Days(days), LengthUnit::Week) => near(7.0 * amount - 3.0, 7.0 * amount, days),
        (Distance::Days(days), LengthUnit::Month) => near(28.0 * amount - 4.0, 31.0 * amount + 3.0, days),
        (Distance::Days(days), LengthUnit::Year) => near(365.0 * amount - 31.0, 366.0 * amount + 31.0, days),
        (Distance::Months(months), LengthUnit::Month) | (Distance::Years(months), LengthUnit::Year) => {
            near(amount - 1.0, amount, months)
        }
        _ => false,
    }
}
