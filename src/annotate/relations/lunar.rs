//! A day is given in both calendars: 2024年2月10日（农历正月初一）, 9月17日（中秋节）.

use super::{Correction, Doubt, Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::{
    annotate::{
        Annotations, Date, DateKind,
        dates::{calendar::LunarDay, range},
    },
    outline::Article,
};

/// The lunar dates of an article that stand with one of the common calendar.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    said.dates.windows(2).filter_map(|pair| relate(article, &pair[0], &pair[1])).collect()
}

fn relate(article: &Article, date: &Date, lunar: &Date) -> Option<Relation> {
    let is_pair = date.kind == DateKind::Gregorian && lunar.kind == DateKind::Lunar && date.day.is_some();
    let gap = range::gap(article, date, lunar).filter(|_| is_pair)?;
    let after = &article.blocks[lunar.place.block].text.as_str()[lunar.place.at.end..];
    let after = after.strip_prefix('节').unwrap_or(after);
    // Without brackets only what says 农历 explains the date before it.
    let is_explained = match gap.trim_matches(' ') {
        "（" | "(" => after.starts_with(['）', ')', '，', '、', ' ']),
        "" | "，" | "、" => lunar.text.starts_with("农历") && !after.starts_with(['至', '到', '—']),
        _ => false,
    };
    if !is_explained {
        return None;
    }
    let printed = (lunar.month?, lunar.day?);
    let candidates = date.year_meant.candidates();
    let days: Vec<_> = candidates
        .iter()
        .filter_map(|&year| date.in_year(year))
        .filter_map(|day| Some((day, LunarDay::of(day)?)))
        .collect();
    let agrees = |&(day, lunar): &(jiff::civil::Date, LunarDay)| {
        // The last day of the year is called 三十 also where it is the 29th.
        let is_eve =
            day.tomorrow().ok().and_then(LunarDay::of).is_some_and(|next| (next.month, next.day) == (1, 1));
        (lunar.month, lunar.day) == printed || is_eve && printed == (12, 30)
    };
    let verdict = match days.first() {
        None if !candidates.is_empty() => return None,
        None => Verdict::Unchecked(Doubt::UnknownYear),
        Some(_) if days.iter().any(agrees) => Verdict::Holds,
        Some(_) => Verdict::Fails,
    };
    let mut corrections = Vec::new();
    if verdict == Verdict::Fails
        && let [(_, right)] = days.as_slice()
        && lunar.text.contains('月')
        && lunar.year.is_none()
    {
        let mark = ["农历", "阴历", "夏历", "旧历"].iter().find(|mark| lunar.text.starts_with(**mark));
        let text = format!("{}{}", mark.unwrap_or(&""), right.name());
        corrections.push(Correction { place: lunar.place, text });
    }
    let operand =
        |date: &Date| Operand { place: date.place, text: date.text.clone(), role: OperandRole::Date };
    Some(Relation {
        kind: RelationKind::Lunar,
        claim: operand(lunar),
        operands: vec![operand(date)],
        formula: days.first().map_or_else(String::new, |(day, lunar)| format!("{day} = {}", lunar.name())),
        verdict,
        corrections,
    })
}
