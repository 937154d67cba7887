//! A value, by how much it changed, and at what rate: 616.4万吨，比上年增加54.6万吨，增长9.7%; or the value before itself:
//! 120万元，比上年的100万元增长20%.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    effect::{Direction, Effect, Measure, Since},
    transition::Transition,
};
use crate::annotate::{
    Interval,
    relations::{
        Doubt, OperandRole, Relation, RelationKind, Verdict,
        clause::Sentence,
        printed::{beside, computed_ratio, corrected_ratio, number, percent, same_unit},
    },
};

static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^，?(?:比|较)(?:上年|去年|上月|上周|前年|[0-9０-９]{4}年)[^，。；：、]{0,6}?的$")
        .expect("the pattern is well formed")
});

/// ，是去年同期600万元: leads to the value before, of which the other is so many times.
static TIMES_OF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^，。；：、]{0,8}，(?:是|为|相当于)(?:上年|去年|原来|[0-9０-９]{4}年)(?:同期)?的?$")
        .expect("the pattern is well formed")
});

/// 比上年的, 由: leads to the value before, with the rate and the value behind to come.
static FROM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:由|从|比|较)(?:上年|去年|上月|原来|[0-9０-９]{4}年)(?:同期)?的?$")
        .expect("the pattern is well formed")
});

/// ，达到: leads from the rate to the value behind.
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^，?(?:达到?|增至|增加到|增长到|升至|至|到|降至|下降到|减少到|减至)了?$")
        .expect("the pattern is well formed")
});

/// Reads the comparison whose value is `figure`; gives the first figure behind it.
pub fn read(sentence: &Sentence<'_>, figure: usize, relations: &mut Vec<Relation>) -> Option<usize> {
    let [value, second, third, ..] = sentence.figures.get(figure..)? else { return None };
    // 比上年的120家增长25%，达到150家.
    if same_unit(value, third)
        && FROM.is_match(sentence.before(figure))
        && REACHED.is_match(sentence.before(figure + 2))
    {
        let effect = Effect::of(sentence.after(figure), second, value, "")?;
        relations.push(Transition::of(sentence, figure, figure + 2).judge(figure + 1, second, effect));
        return Some(figure + 3);
    }
    if value.ratio().is_some() || !same_unit(value, second) && !same_unit(value, third) {
        return None;
    }
    if EARLIER.is_match(sentence.after(figure)) && same_unit(value, second) {
        let effect = Effect::of(sentence.after(figure + 1).trim_start_matches('，'), third, value, "")?;
        relations.push(Transition::of(sentence, figure + 1, figure).judge(figure + 2, third, effect));
        return Some(figure + 3);
    }
    if TIMES_OF.is_match(sentence.after(figure)) && third.unit == "倍" && sentence.before(figure + 2) == "的"
    {
        let transition = Transition::of(sentence, figure + 1, figure);
        relations.push(transition.judge(figure + 2, third, Effect::multiple(Since::Named)));
        return Some(figure + 3);
    }
    let first = Effect::of(sentence.after(figure), second, value, "")?;
    let other = Effect::of(sentence.after(figure + 1), third, value, "")?;
    // The difference may stand before the rate or behind it.
    let (difference, rate) = match (first.measure, other.measure) {
        (Measure::Difference, Measure::Share) => (figure + 1, figure + 2),
        (Measure::Share, Measure::Difference) => (figure + 2, figure + 1),
        _ => return None,
    };
    // Only a comparison says that the value is the one behind the change.
    if first.since == Since::Named || first.direction != other.direction {
        return None;
    }
    let judged = judge(sentence, [figure, difference, rate], first, other);
    relations.push(judged);
    Some(figure + 3)
}

/// The rate against difference and value: 54.6 ÷ (616.4 − 54.6).
fn judge(
    sentence: &Sentence<'_>,
    [value, difference, rate]: [usize; 3],
    first: Effect,
    other: Effect,
) -> Relation {
    let figures = [value, difference, rate].map(|figure| &sentence.figures[figure]);
    let [after, by, claim] = figures;
    let (total, change) = (beside(after, by), beside(by, after));
    let is_about = first.is_about || other.is_about;
    let is_growth = first.direction == Direction::Up;
    // Rising with the difference and falling with the value: its ends are found at theirs.
    let quotient = |change: f64, total: f64| change / if is_growth { total - change } else { total + change };
    let expected = if is_growth && total.low <= change.high {
        Interval::new(0.0, f64::INFINITY)
    } else {
        Interval::new(quotient(change.low, total.high), quotient(change.high, total.low))
    };
    let share = quotient(by.value, after.value);
    let holds = expected.meets(computed_ratio(claim, is_about));
    let sign = if is_growth { '−' } else { '+' };
    let verdict = if holds {
        Verdict::Holds
    } else if first.is_adjusted || other.is_adjusted {
        Verdict::Unchecked(Doubt::AdjustedGrowth)
    } else if other.since != Since::Named && (other.since != first.since || first.since == Since::Other) {
        Verdict::Unchecked(Doubt::Scope)
    } else {
        Verdict::Fails
    };
    Relation {
        kind: RelationKind::Change,
        claim: sentence.operand(rate, OperandRole::Rate),
        operands: vec![
            sentence.operand(value, OperandRole::After),
            sentence.operand(difference, OperandRole::Difference),
        ],
        formula: format!("{by} ÷ ({} {sign} {by}) {}", number(after), percent(share, claim), by = number(by)),
        verdict,
        corrections: match verdict {
            Verdict::Fails => corrected_ratio(claim, share).into_iter().collect(),
            _ => Vec::new(),
        },
    }
}
