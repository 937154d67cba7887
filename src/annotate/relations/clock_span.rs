//! A stated number of hours or minutes is the time between two times of one day: 上午8时至下午5时，历时9小时.

use super::{
    Correction, Doubt, Operand, OperandRole, Relation, RelationKind, Verdict,
    duration::{PARTED, states},
};
use crate::{
    annotate::{
        Annotations, Clock, HalfDay, Length, LengthUnit,
        dates::{number, range},
    },
    outline::Article,
    text::nearby,
};

/// Minutes of half a day and of a whole one.
const HALF_DAY: u32 = 12 * 60;
const DAY: u32 = 24 * 60;

/// How far a printed number of minutes may be from the time between: the two times are round themselves.
const SLACK: f64 = 5.0;

/// Words of breaks, which a length may leave out.
const BREAKS: &[&str] =
    &["休息", "午休", "间歇", "间隔", "扣除", "除去", "净", "累计", "单程", "往返", "轮班", "轮流"];

/// The hours and minutes of an article that are stated of a range of times.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let is_short = |length: &&Length| matches!(length.unit, LengthUnit::Hour | LengthUnit::Minute);
    said.lengths.iter().filter(is_short).filter_map(|length| read(article, said, length)).collect()
}

fn read(article: &Article, said: &Annotations, length: &Length) -> Option<Relation> {
    let (block, at) = (length.place.block, length.place.at);
    let text = article.blocks[block].text.as_str();
    let stops = ['。', '！', '？', '；'];
    let (before, behind) = (nearby::before(text, at.start), nearby::behind(text, at.end));
    let start = at.start - before.len() + before.rfind(stops).unwrap_or(0);
    let end = at.end + behind.find(stops).unwrap_or(behind.len());
    let clocks = &said.clocks;
    let first = clocks.partition_point(|clock| (clock.place.block, clock.place.at.start) < (block, start));
    let last = clocks.partition_point(|clock| (clock.place.block, clock.place.at.start) < (block, end));
    // Of several times in a sentence none are known to be the ones.
    let [from, to] = &clocks[first..last] else { return None };
    let gap = text.get(from.place.at.end..to.place.at.start)?;
    let same_day = ["次日", "翌日", "第二天"].iter().find_map(|word| gap.strip_suffix(word));
    if !range::joins(same_day.unwrap_or(gap)) {
        return None;
    }
    let minutes = minutes_between(from, to, same_day.is_some())?;
    let others = said.lengths.iter().filter(|other| {
        other.place.block == block && (start..end).contains(&other.place.at.start) && is_of_a_day(other)
    });
    let sentence = &text[start..end];
    let parted = PARTED.iter().chain(BREAKS).any(|word| sentence.contains(word));
    let ends = (from.place.at.start, to.place.at.end);
    let is_doubtful = parted || others.count() > 1 || !states(text, ends, length);
    Some(relate(from, to, minutes, length, is_doubtful))
}

/// Whether a length may be that of what happens in a day.
const fn is_of_a_day(length: &Length) -> bool {
    matches!(length.unit, LengthUnit::Hour | LengthUnit::Minute | LengthUnit::Day)
}

/// The minutes from one time to the next; `is_next_day` tells of 次日. `None` where the end would come first.
fn minutes_between(from: &Clock, to: &Clock, is_next_day: bool) -> Option<u32> {
    let start = from.minutes(from.half)?;
    let end = to.minutes(to.half.or(from.half))?;
    if is_next_day {
        let end = to.minutes(to.half)?;
        return Some(DAY + end).and_then(|end| end.checked_sub(start));
    }
    if end >= start {
        return Some(end - start);
    }
    // 上午9时至5时 ends in the afternoon, 晚10时至凌晨2时 on the next day.
    let is_other_half = to.half.is_none() && to.hour <= 12 && end + HALF_DAY >= start;
    let is_over_midnight =
        from.half == Some(HalfDay::Night) && matches!(to.half, Some(HalfDay::Morning) | None);
    if is_over_midnight {
        Some(to.minutes(to.half)? + DAY - start)
    } else if is_other_half {
        Some(end + HALF_DAY - start)
    } else {
        None
    }
}

fn relate(from: &Clock, to: &Clock, minutes: u32, length: &Length, is_doubtful: bool) -> Relation {
    let (stated, slack) = match length.unit {
        // Whole hours are rounded, or cut short: half an hour either way.
        LengthUnit::Hour => (length.amount * 60.0, if length.amount.fract() == 0.0 { 30.0 } else { 15.0 }),
        _ => (length.amount, SLACK),
    };
    let verdict = if is_doubtful {
        Verdict::Unchecked(Doubt::Scope)
    } else if (stated - f64::from(minutes)).abs() <= slack {
        Verdict::Holds
    } else if !length.is_exact {
        Verdict::Unchecked(Doubt::Estimate)
    } else {
        Verdict::Fails
    };
    let mut corrections = Vec::new();
    let is_plain = length.number != "半" && !length.text.contains('半');
    let count = if length.unit == LengthUnit::Hour {
        minutes.is_multiple_of(60).then_some(minutes / 60)
    } else {
        Some(minutes)
    };
    if verdict == Verdict::Fails
        && is_plain
        && let Some(count) = count.filter(|&count| count > 0)
    {
        let text = length.text.replacen(&length.number, &number::like(&length.number, count), 1);
        corrections.push(Correction { place: length.place, text });
    }
    let operand = |clock: &Clock, role| Operand { place: clock.place, text: clock.text.clone(), role };
    Relation {
        kind: RelationKind::Duration,
        claim: Operand { place: length.place, text: length.text.clone(), role: OperandRole::Length },
        operands: vec![operand(from, OperandRole::Before), operand(to, OperandRole::After)],
        formula: format!("{}—{} = {}", from.text, to.text, spelled(minutes)),
        verdict,
        corrections,
    }
}

/// 570 minutes are 9小时30分钟.
fn spelled(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}分钟"),
        (hours, 0) => format!("{hours}小时"),
        (hours, minutes) => format!("{hours}小时{minutes}分钟"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::RelationKind;
    use crate::annotate::{
        relations::{
            Doubt::{Estimate, Scope},
            Relation,
            Verdict::{self, Fails, Holds, Unchecked},
        },
        testing,
    };

    fn relations(body: &str) -> Vec<Relation> {
        let said = testing::last(&format!("青禾镇举办农技培训\n\n　　{body}\n"));
        said.relations.into_iter().filter(|relation| relation.kind == RelationKind::Duration).collect()
    }

    fn verdicts(body: &str) -> Vec<Verdict> {
        relations(body).into_iter().map(|relation| relation.verdict).collect()
    }

    #[test]
    fn hours_are_those_between_the_times() {
        for (body, verdict) in [
            ("培训8:00—17:00举行，历时9小时。", Holds),
            ("培训8:00—17:30举行，历时9个半小时。", Holds),
            ("培训8:00—17:30举行，历时9小时。", Holds),
            ("培训8:00—17:30举行，历时7小时。", Fails),
            ("抢修从上午8时至下午5时，历时9小时。", Holds),
            ("抢修从上午8时至下午5时，历时六小时。", Fails),
            ("抢修从上午9时至5时，历时8小时。", Holds),
            ("抢修从晚10时至次日凌晨2时，历时4小时。", Holds),
            ("抢修从晚10时至凌晨2时，历时8小时。", Fails),
            ("演练9:10至10:40举行，历时90分钟。", Holds),
            ("演练9:10至10:40举行，历时120分钟。", Fails),
            ("培训8:00—17:00举行，历时近7小时。", Unchecked(Estimate)),
            ("培训8:00—17:00举行，中间午休，历时7小时。", Unchecked(Scope)),
            ("培训每天8:00—17:00举行，历时27小时。", Unchecked(Scope)),
        ] {
            assert_eq!(verdicts(body), [verdict], "{body}");
        }
    }

    #[test]
    fn of_several_times_none_are_known_to_be_meant() {
        assert_eq!(verdicts("培训8:00—11:00、14:00—17:00举行，历时6小时。"), []);
        assert_eq!(verdicts("培训8:00开始，历时6小时。"), []);
    }

    #[test]
    fn the_arithmetic_is_shown_and_a_whole_number_of_hours_offered() {
        let found = &relations("抢修从上午8时至下午5时，历时六小时。")[0];
        assert_eq!(found.formula, "上午8时—下午5时 = 9小时");
        assert_eq!(found.corrections[0].text, "九小时");
        let found = &relations("培训8:00—17:30举行，历时7小时。")[0];
        assert_eq!((found.formula.as_str(), found.corrections.len()), ("8:00—17:30 = 9小时30分钟", 0));
    }

    proptest! {
        #[test]
        fn only_hours_beyond_rounding_fail(start in 0..20_u32, hours in 1..10_u32, stated in 1..20_u32) {
            prop_assume!(start + hours < 24);
            let body = format!("演练{start:02}:00至{:02}:00举行，历时{stated}小时。", start + hours);
            prop_assert_eq!(verdicts(&body), [if stated == hours { Holds } else { Fails }]);
        }
    }
}
