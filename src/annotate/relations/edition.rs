//! The sessions of a series follow the years: 2023年第十一届龙舟节 and 2024年第十届龙舟节 cannot both be right.
//!
//! How many years lie between two sessions is not known, and two sessions may fall in one year; only the order is sure.

use std::collections::HashMap;

use super::{Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::{
    annotate::{Annotations, Date, Place, dates::Ordinal, dates::OrdinalUnit},
    outline::Article,
};

/// How many characters of two names have to agree for them to be of one series.
const SAME: usize = 3;

/// How many sessions back another of the same series is looked for.
const BACK: usize = 12;

/// A session with the year printed right in front of it.
struct Session<'a> {
    ordinal: &'a Ordinal,
    date: &'a Date,
    year: i32,
}

/// The sessions of an article that an earlier one of the same series stands beside.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let ends: HashMap<(usize, usize), &Date> =
        said.dates.iter().map(|date| ((date.place.block, date.place.at.end), date)).collect();
    let sessions: Vec<Session<'_>> = said
        .ordinals
        .iter()
        .filter(|ordinal| ordinal.unit == OrdinalUnit::Session)
        .filter_map(|ordinal| {
            // In 2024年，第十三届…代表 the year is that of the sentence, not of the session.
            let date = *ends.get(&(ordinal.place.block, ordinal.place.at.start))?;
            let year = date.year_meant.certain().filter(|_| date.month.is_none() && date.day.is_none())?;
            Some(Session { ordinal, date, year })
        })
        .collect();
    let before = |at: usize| sessions[at.saturating_sub(BACK)..at].iter().rev();
    (0..sessions.len())
        .filter_map(|at| {
            let first = before(at).find(|first| is_same_series(first, &sessions[at]))?;
            Some(relate(article, first, &sessions[at]))
        })
        .collect()
}

fn is_same_series(one: &Session<'_>, other: &Session<'_>) -> bool {
    let same = one.ordinal.name.chars().zip(other.ordinal.name.chars()).take_while(|(a, b)| a == b).count();
    same >= SAME || same > 1 && one.ordinal.name == other.ordinal.name
}

fn relate(article: &Article, first: &Session<'_>, second: &Session<'_>) -> Relation {
    let (years, numbers) = (second.year.cmp(&first.year), second.ordinal.number.cmp(&first.ordinal.number));
    let is_turned = years.is_ne() && numbers == years.reverse();
    let operand = |session: &Session<'_>, role| {
        let block = &article.blocks[session.ordinal.place.block];
        let at = session.date.place.at.to(session.ordinal.place.at);
        let place = Place { span: block.text.to_source(at), block: session.ordinal.place.block, at };
        Operand { place, text: at.of(block.text.as_str()).to_owned(), role }
    };
    let sign = |order: std::cmp::Ordering| match order {
        std::cmp::Ordering::Less => '<',
        std::cmp::Ordering::Equal => '=',
        std::cmp::Ordering::Greater => '>',
    };
    Relation {
        kind: RelationKind::Elapsed,
        claim: operand(second, OperandRole::Date),
        operands: vec![operand(first, OperandRole::Date)],
        formula: format!(
            "{} {} {}, {} {} {}",
            second.year,
            sign(years),
            first.year,
            second.ordinal.number,
            sign(numbers),
            first.ordinal.number
        ),
        verdict: if is_turned { Verdict::Fails } else { Verdict::Holds },
        corrections: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::RelationKind;
    use crate::annotate::{
        relations::Verdict::{self, Fails, Holds},
        testing,
    };

    fn verdicts(body: &str) -> Vec<Verdict> {
        let said = testing::last(&format!("青禾镇举办龙舟节\n\n　　{body}\n"));
        said.relations
            .iter()
            .filter(|relation| relation.kind == RelationKind::Elapsed)
            .map(|relation| relation.verdict)
            .collect()
    }

    #[test]
    fn later_sessions_have_greater_numbers() {
        for (body, expected) in [
            ("2023年第十一届龙舟节在青禾镇举办，2024年第十届龙舟节仍在这里。", &[Fails][..]),
            ("2023年第十一届龙舟节在青禾镇举办，2024年第十二届龙舟节仍在这里。", &[Holds]),
            ("2024年第12届龙舟节开幕。2022年第13届龙舟节停办。", &[Fails]),
            ("2023年第十四届全国人大开幕，2024年第十四届全国人大继续。", &[Holds]),
            ("2023年第十一届龙舟节举办，2024年第三届采茶节举办。", &[]),
            ("2023年第十一届龙舟节举办，2024年，第十届龙舟节的冠军回乡。", &[]),
        ] {
            assert_eq!(verdicts(body), expected, "{body}");
        }
    }

    proptest! {
        #[test]
        fn only_sessions_against_the_years_fail(year in 1990..2020_i32, on in 1..6_i32, first in 1..60_u32, second in 1..60_u32) {
            let body = format!("{year}年第{first}届龙舟节举办，{}年第{second}届龙舟节举办。", year + on);
            prop_assert_eq!(verdicts(&body), [if second < first { Fails } else { Holds }]);
        }
    }
}
