//! Ranges from less to more: 5万—10万元; 80%～60% is none.

use super::{
    Correction, Operand, OperandRole, Relation, RelationKind, Verdict,
    clause::{STOPS_AND_SEMICOLON, Sentence, last_clause, mentions, sentences},
    printed::{amount, number},
};
use crate::{
    annotate::{Annotations, Figure, figures::numeral::multiplier},
    outline::Article,
};

/// Words of a fall, behind which a range may run from more to less, and of numbers that are no quantities.
const DESCENDING: &[&str] = &[
    "由", "从", "降", "减", "缩", "跌", "落", "第", "比", "编号", "型号", "零下", "负", "倒", "逐", "排名",
    "名次", "调整", "前",
];

/// Units of time, rank and place, whose ranges run on over their end, and of what is colder the greater it is.
const CYCLIC: &[&str] = &[
    "周",
    "级",
    "名",
    "位",
    "期",
    "届",
    "层",
    "课",
    "节",
    "个月",
    "岁",
    "周岁",
    "摄氏度",
    "℃",
    "度",
    "步",
    "轮",
    "床",
    "站",
];

/// The ranges of an article.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in sentences(article, said, &STOPS_AND_SEMICOLON) {
        relations.extend((0..sentence.figures.len()).filter_map(|range| read(&sentence, range)));
    }
    relations
}

fn read(sentence: &Sentence<'_>, range: usize) -> Option<Relation> {
    let figure = &sentence.figures[range];
    let (low, high) = figure.ends?;
    let clause = last_clause(sentence.before(range));
    // What is below nought is printed in either order: -3%～-5%.
    let may_fall =
        low.min(high) < 0.0 || mentions(clause, DESCENDING) || CYCLIC.contains(&figure.unit.as_str());
    let is_code = sentence.after(range).starts_with(['-', '—', '–', '～', '~', '/'])
        || clause.ends_with(|c: char| c.is_ascii_alphanumeric());
    let (first, dash, second) = halves(number(figure))?;
    if may_fall || is_code {
        return None;
    }
    let is_reversed = low > high;
    let sign = if is_reversed { '>' } else { '≤' };
    let place = figure.place;
    let operand = |text: &str, role| Operand { place, text: text.to_owned(), role };
    Some(Relation {
        kind: RelationKind::Range,
        claim: sentence.operand(range, OperandRole::Total),
        operands: vec![operand(first, OperandRole::Before), operand(second, OperandRole::After)],
        formula: format!(
            "{}{unit} {sign} {}{unit}",
            amount(low, figure),
            amount(high, figure),
            unit = figure.unit
        ),
        verdict: if is_reversed { Verdict::Fails } else { Verdict::Holds },
        corrections: if is_reversed {
            vec![Correction { place, text: turned(figure, first, dash, second) }]
        } else {
            Vec::new()
        },
    })
}

/// The two numbers of a range and what joins them.
fn halves(number: &str) -> Option<(&str, &str, &str)> {
    let minus = number.chars().next().filter(|c| matches!(c, '-' | '－' | '−')).map_or(0, char::len_utf8);
    let dash = minus + number[minus..].find(['—', '－', '-', '～', '~', '–', '至', '到'])?;
    let len = number[dash..].chars().next()?.len_utf8();
    Some((&number[..dash], &number[dash..dash + len], &number[dash + len..]))
}

/// The range the other way round: 10—5万元 as 5—10万元, 80%～60% as 60%～80%.
fn turned(figure: &Figure, first: &str, dash: &str, second: &str) -> String {
    let digits_of = |text: &str| -> usize {
        text.char_indices()
            .find(|&(_, c)| !c.is_numeric() && !".．,，".contains(c))
            .map_or(text.len(), |(at, _)| at)
    };
    let (low, low_rest) = first.split_at(digits_of(first));
    let (high, high_rest) = second.split_at(digits_of(second));
    let is_digits = !low.is_empty() && !high.is_empty() && low.chars().all(|c| multiplier(c).is_none());
    let turned = if is_digits {
        format!("{high}{low_rest}{dash}{low}{high_rest}")
    } else {
        format!("{second}{dash}{first}")
    };
    figure.text.replacen(number(figure), &turned, 1)
}
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        RelationKind::Range,
        Verdict::{Fails, Holds},
        testing::verdicts,
    };

    #[test]
    fn a_range_runs_from_less_to_more() {
        for (body, verdict) in [
            ("户均增收5—10万元。", Holds),
            ("户均增收10—5万元。", Fails),
            ("户均增收10万—5万元。", Fails),
            ("成活率在80%～60%之间。", Fails),
            ("每批培训30-50人。", Holds),
            ("每批培训50-30人。", Fails),
        ] {
            assert_eq!(verdicts(Range, body), [verdict], "{body}");
        }
    }

    #[test]
    fn falls_scores_codes_and_ranks_may_run_down() {
        for body in [
            "税率从80%～60%逐步下调。",
            "贷款额度5000—1万元。",
            "获得第8—5名。",
            "气温零下5～3摄氏度。",
            "主队以3-1领先2个球。",
            "楼栋编号12-3个单元。",
            "每周开放5-2期。",
        ] {
            assert!(!verdicts(Range, body).contains(&Fails), "{body}");
        }
    }

    proptest! {
        #[test]
        fn only_a_range_that_runs_down_fails(low in 1_u32..900, high in 1_u32..900) {
            let body = format!("每批培训{low}～{high}人。");
            prop_assert_eq!(verdicts(Range, &body), [if low > high { Fails } else { Holds }]);
        }
    }
}
