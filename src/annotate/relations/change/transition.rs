//! From one value to another, and what is said of the step: 由2021年的120家增加到2022年的150家，增长25%.

use std::sync::LazyLock;

use regex::Regex;

use super::effect::{Direction, Effect, Measure, Since};
use crate::annotate::{
    Figure, Interval,
    relations::{
        Doubt, Operand, OperandRole, Relation, RelationKind, Verdict,
        clause::{Sentence, last_clause, mentions},
        printed::{
            amount, beside, computed, computed_ratio, corrected, corrected_ratio, number, percent, result,
            same_unit,
        },
    },
};

static FROM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:由|从)(?P<time>[^由从，。；：、]{0,16})$").expect("the pattern is well formed")
});

/// 去年收入: the first of two years that are named side by side.
static EARLIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[，：、])(?P<time>去年|上年|[0-9]{4}年)(?P<thing>[^，。；：、]{0,10})$")
        .expect("the pattern is well formed")
});

/// ，今年收入: the second of them.
static LATER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^，。；：、]{0,8}，(?P<time>今年|[0-9]{4}年)(?P<thing>[^，。；：、]{0,10})$")
        .expect("the pattern is well formed")
});

static TO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[^，。；：、]{0,8}?(?:（[^）]{1,12}）)?，?[^，。；：、]{0,4}?\
         (?:(?P<up>增长|增加|增|提高|提升|上升|上涨|升|涨|扩大|扩展|扩|跃升|攀升|跃|突破)\
         |(?P<down>减少|减|下降|降低|降|缩短|缩减|压缩|压减|压降|回落|下跌|跌)|发展|变|调整|拓展)\
         (?:到|至|为|成)了?(?P<time>[^，。；：、]{0,16})$",
    )
    .expect("the pattern is well formed")
});

static DOUBLING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[，、]?(?:实现|基本|已|整整|足足|约|了)*(?P<claim>翻了?(?P<near>近|将近|接近)?(?P<times>一|两|二|三|四)?番)(?P<more>多)?",
    )
    .expect("the pattern is well formed")
});

static YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9０-９]{4}年").expect("the pattern is well formed"));

/// Two values of one quantity, the one become the other.
pub struct Transition<'s, 'a> {
    sentence: &'s Sentence<'a>,
    /// What is said to change: the words in front of 由.
    subject: &'a str,
    before: usize,
    after: usize,
    direction: Option<Direction>,
    /// Whether 同比 means the value before: it is last year's, or no time is given that says otherwise.
    is_yearly: bool,
}

/// Reads the transition whose first value is `figure`, and all that is said of it; gives the first figure behind.
pub fn read(sentence: &Sentence<'_>, figure: usize, relations: &mut Vec<Relation>) -> Option<usize> {
    let [before, after, ..] = sentence.figures.get(figure..)? else { return None };
    if same_unit(before, after) && is_year_beside_year(sentence, figure) {
        let transition = Transition::of(sentence, figure, figure + 1);
        return Some(transition.judge_all(figure + 2, relations)).filter(|&next| next > figure + 2);
    }
    let from = FROM.captures(sentence.before(figure))?;
    let to = TO.captures(sentence.after(figure))?;
    // Drafts space digits out (4 0 个), and what is read then is the last of them.
    let is_cut = [&from["time"], &to["time"]].iter().any(|time| time.trim_end().ends_with(char::is_numeric));
    // A share of what is below nought says nothing: 由-3℃升至5℃, 由亏转盈.
    let is_negative = before.value < 0.0 || after.value < 0.0;
    if !same_unit(before, after) || is_cut || is_negative {
        return None;
    }
    let direction = match (to.name("up"), to.name("down")) {
        (Some(_), _) => Some(Direction::Up),
        (_, Some(_)) => Some(Direction::Down),
        _ => None,
    };
    let transition = Transition {
        sentence,
        subject: last_clause(&sentence.before(figure)[..from.get(0)?.start()]),
        before: figure,
        after: figure + 1,
        direction,
        is_yearly: is_yearly(&from["time"], &to["time"]),
    };
    transition.judge_direction(relations);
    transition.judge_doubling(relations);
    Some(transition.judge_all(figure + 2, relations))
}

/// 去年收入100万元，今年收入150万元: whether a figure and the next are of one thing in two years.
fn is_year_beside_year(sentence: &Sentence<'_>, figure: usize) -> bool {
    let (earlier, later) =
        (EARLIER.captures(sentence.before(figure)), LATER.captures(sentence.after(figure)));
    earlier.zip(later).is_some_and(|(earlier, later)| {
        let is_next = match &earlier["time"] {
            "去年" | "上年" => &later["time"] == "今年",
            _ => is_yearly(&earlier["time"], &later["time"]),
        };
        is_next && (later["thing"].is_empty() || earlier["thing"] == later["thing"])
    })
}

/// Whether the time of the first value is a year before that of the second: 2021年 and 2022年, 上年, 去年同期.
fn is_yearly(from: &str, to: &str) -> bool {
    let year = |time: &str| {
        let found = YEAR.find(time)?.as_str();
        found
            .chars()
            .filter_map(crate::annotate::figures::numeral::arabic_digit)
            .reduce(|year, digit| year * 10 + digit)
    };
    match (year(from), year(to)) {
        (Some(from), Some(to)) => from + 1 == to,
        _ => mentions(from, &["上年", "去年", "同期"]),
    }
}

impl<'s, 'a> Transition<'s, 'a> {
    /// From one figure of a sentence to another, whatever the words between them.
    pub fn of(sentence: &'s Sentence<'a>, before: usize, after: usize) -> Self {
        Self { sentence, subject: "", before, after, direction: None, is_yearly: true }
    }

    fn values(&self) -> (&Figure, &Figure) {
        (&self.sentence.figures[self.before], &self.sentence.figures[self.after])
    }

    fn operands(&self) -> Vec<Operand> {
        vec![
            self.sentence.operand(self.before, OperandRole::Before),
            self.sentence.operand(self.after, OperandRole::After),
        ]
    }

    /// All that is said of the step from the figure `next` on; gives the first figure behind.
    fn judge_all(&self, mut next: usize, relations: &mut Vec<Relation>) -> usize {
        while let Some(claim) = self.sentence.figures.get(next) {
            let (_, after) = self.values();
            let Some(effect) = Effect::of(self.sentence.before(next), claim, after, self.subject) else {
                break;
            };
            relations.push(self.judge(next, claim, effect));
            next += 1;
        }
        next
    }

    /// Growth that ends below where it began, or a decline that ends above.
    fn judge_direction(&self, relations: &mut Vec<Relation>) {
        let (before, after) = self.values();
        let (from, to) = (beside(before, after), beside(after, before));
        let sign = match self.direction {
            Some(Direction::Up) if to.high < from.low => '>',
            Some(Direction::Down) if to.low > from.high => '<',
            _ => return,
        };
        // Ranks rise to smaller numbers, and rates of all kinds may be of what is better the less it is.
        let is_amount = !matches!(
            after.unit.as_str(),
            "位" | "名" | "级" | "层" | "%" | "‰" | "倍" | "天" | "小时" | "分钟"
        );
        if !is_amount {
            return;
        }
        relations.push(Relation {
            kind: RelationKind::Change,
            claim: self.sentence.operand(self.after, OperandRole::After),
            operands: vec![self.sentence.operand(self.before, OperandRole::Before)],
            formula: format!("{} {sign} {}", number(before), number(after)),
            verdict: Verdict::Fails,
            corrections: Vec::new(),
        });
    }

    /// 翻一番 is twice as much, 翻两番 four times as much.
    fn judge_doubling(&self, relations: &mut Vec<Relation>) {
        let Some(found) = DOUBLING.captures(self.sentence.rest(self.after)) else { return };
        let doublings = match found.name("times").map_or("一", |times| times.as_str()) {
            "一" => 1.0,
            "两" | "二" => 2.0,
            "三" => 3.0,
            _ => 4.0,
        };
        let (before, after) = self.values();
        let factor = 2_f64.powf(doublings);
        // A round word: from a fifth below, half as much again above.
        let (low, high) = match (found.name("near"), found.name("more")) {
            (Some(_), _) => (0.7, 1.02),
            (_, Some(_)) => (1.0, 1.8),
            _ => (0.9, 1.5),
        };
        let allowed = Interval::new(factor * low, factor * high);
        let quotient = after.rounded() / before.rounded();
        relations.push(Relation {
            kind: RelationKind::Change,
            claim: self
                .sentence
                .operand_of(found.name("claim").map_or("", |claim| claim.as_str()), OperandRole::Rate),
            operands: self.operands(),
            formula: format!(
                "{} ÷ {} {}",
                number(after),
                number(before),
                result(after.value / before.value, after, "")
            ),
            verdict: if quotient.meets(allowed) { Verdict::Holds } else { Verdict::Fails },
            corrections: Vec::new(),
        });
    }

    /// A difference, a percentage or a multiple against the two values.
    pub fn judge(&self, index: usize, claim: &Figure, effect: Effect) -> Relation {
        let (before, after) = self.values();
        let (from, to) = (beside(before, after), beside(after, before));
        let one = Interval::exactly(1.0);
        let sign = if effect.direction == Direction::Up { 1.0 } else { -1.0 };
        let signed =
            |interval: Interval| if sign > 0.0 { interval } else { Interval::exactly(0.0) - interval };
        let difference = sign * (after.value - before.value);
        let (first, second) = if sign > 0.0 { (after, before) } else { (before, after) };
        let terms = format!("{} − {}", number(first), number(second));
        let relative = format!("({terms}) ÷ {}", number(before));
        let share = difference / before.value;
        let (role, expected, allowed, formula, correction) = match effect.measure {
            Measure::Difference => (
                OperandRole::Difference,
                signed(to - from),
                claim.rounded(),
                format!("{terms} = {}", amount(difference, claim)),
                corrected(claim, difference),
            ),
            Measure::Share => (
                OperandRole::Rate,
                signed(to / from - one),
                computed_ratio(claim, effect.is_about),
                format!("{relative} {}", percent(share, claim)),
                corrected_ratio(claim, share),
            ),
            Measure::Times => (
                OperandRole::Rate,
                signed(to / from - one),
                computed(claim, effect.is_about),
                format!("{relative} {}", result(share, claim, "")),
                corrected(claim, share),
            ),
            Measure::Multiple => {
                let quotient = after.value / before.value;
                (
                    OperandRole::Rate,
                    to / from,
                    computed(claim, effect.is_about),
                    format!("{} ÷ {} {}", number(after), number(before), result(quotient, claim, "")),
                    corrected(claim, quotient),
                )
            }
        };
        let verdict = self.verdict(effect, expected.meets(allowed));
        Relation {
            kind: RelationKind::Change,
            claim: self.sentence.operand(index, role),
            operands: self.operands(),
            formula,
            verdict,
            corrections: correction.into_iter().filter(|_| verdict == Verdict::Fails).collect(),
        }
    }

    fn verdict(&self, effect: Effect, holds: bool) -> Verdict {
        let is_other_base = match effect.since {
            Since::Named => false,
            Since::LastYear => !self.is_yearly,
            Since::Other => true,
        };
        let is_other_way = self.direction.is_some_and(|direction| direction != effect.direction);
        if holds {
            Verdict::Holds
        } else if effect.is_adjusted {
            Verdict::Unchecked(Doubt::AdjustedGrowth)
        } else if is_other_base || is_other_way {
            Verdict::Unchecked(Doubt::Scope)
        } else {
            Verdict::Fails
        }
    }
}
