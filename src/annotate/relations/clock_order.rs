//! Times of day come in order, as far as one part of the day is meant: 上午9时至11时.

use super::{
    Doubt, Relation, Verdict,
    date_order::{SHORT, in_order},
};
use crate::{
    annotate::{Annotations, Clock, HalfDay, dates::range},
    outline::Article,
    text::nearby,
};

/// Twelve hours in minutes.
const HALF_DAY: u32 = 12 * 60;

/// What would be too long to be meant, in minutes, where a time may be of the other half of the day.
const LONG: u32 = 11 * 60;

/// The pairs of times that the wording puts in order.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    said.clocks.windows(2).filter_map(|pair| relate(article, &pair[0], &pair[1])).collect()
}

/// Two times under the same part of the day, in a range or as the opening and the close of an event.
fn relate(article: &Article, start: &Clock, end: &Clock) -> Option<Relation> {
    if start.place.block != end.place.block {
        return None;
    }
    let text = article.blocks[start.place.block].text.as_str();
    let gap = text.get(start.place.at.end..end.place.at.start)?;
    let half = start.half?;
    let is_pair = range::joins(gap) || is_event(gap, nearby::behind(text, end.place.at.end));
    if !is_pair || end.half.is_some_and(|end| end != half) {
        return None;
    }
    let (first, last) = (start.minutes(Some(half))?, end.minutes(Some(half))?);
    // 上午9时至5时 may mean five in the afternoon, and a night goes on behind midnight.
    let verdict = if first <= last {
        Verdict::Holds
    } else if half == HalfDay::Night || end.half.is_none() && last + HALF_DAY < first + LONG {
        Verdict::Unchecked(Doubt::Scope)
    } else {
        Verdict::Fails
    };
    Some(in_order((start.place, &start.text), (end.place, &end.text), verdict))
}

/// 上午9时开始，上午11时结束, on one day.
fn is_event(gap: &str, after: &str) -> bool {
    let opening = gap.strip_suffix('，').filter(|gap| gap.len() <= 24);
    opening.is_some_and(|opening| {
        SHORT.opens.iter().any(|word| opening.ends_with(word)) && !opening.contains(['日', '天', '次', '号'])
    }) && SHORT.closes.iter().any(|word| after.starts_with(word))
}
