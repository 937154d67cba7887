//! Reads tallies: how many people died, were hurt, are missing, were rescued, in whichever order the sentence has it.
//!
//! A headline counts without measure words (致3死4伤), a body in full sentences (6名乘客不幸死亡; 死亡人数已升至18人;
//! 另有38人受伤，其中4人重伤). A sentence is read as a row of numbers and wordings, and each wording takes the number
//! that its [`crate::lexicon::outcome::Voice`] asks for.

mod clauses;
mod tokens;

use super::count::Count;
use crate::{lexicon::outcome::Outcome, text::Span};
use clauses::read;
use tokens::{Kind, Token};

/// What a tally is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is stated of the whole event, as far as the sentence tells.
    Whole,
    /// It is a part of another tally: 其中, in brackets behind it.
    Part,
    /// It is loosely worded, or tells of another time: it may explain a number, and never contradicts one.
    Aside,
}

/// How many met which outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// What became of them; more than one where one led to the other (中毒送医).
    pub outcomes: Vec<Outcome>,
    /// How many.
    pub count: Count,
    /// What it is in its text.
    pub standing: Standing,
    /// Number and wording with all that stands between, in the logical text.
    pub at: Span,
    /// The digits with 万 and 亿, and 余 and 多, without modifier and measure word.
    pub number: Span,
    /// The sentence it stands in, counted within the block.
    pub sentence: usize,
}

impl Tally {
    /// The tally of a text that begins so many bytes into another.
    pub fn shift(self, by: usize) -> Self {
        Self { at: self.at.shift(by), number: self.number.shift(by), ..self }
    }

    /// Whether it counts for this outcome.
    pub fn tells_of(&self, outcome: Outcome) -> bool {
        self.outcomes.iter().any(|&own| outcome.includes(own))
    }
}

/// Words in front of a number, in its sentence, that make a part of it.
const OF_A_PART: &[&str] = &["其中", "包括", "包含"];

/// Words of another time or of many events together.
const OF_ANOTHER_TIME: &[&str] = &[
    "去年",
    "前年",
    "上年",
    "同期",
    "曾经",
    "曾发生",
    "曾造成",
    "曾致",
    "曾导致",
    "此前",
    "以往",
    "历史上",
    "近年",
    "每年",
    "年均",
    "平均",
    "每天",
    "今年以来",
    "今年已",
    "全年",
    "上半年",
    "下半年",
    "年前",
    "年来",
    "年间",
    "预案",
    "以上",
    "以下",
    "演练",
];

/// Stands for what brackets hold while the sentence around them is read.
const HIDDEN: char = '\u{2}';

/// The tallies of a text, in its order. In the lines above an article (`is_head`) a space ends a clause.
pub fn find(text: &str, is_head: bool) -> Vec<Tally> {
    let (outer, brackets) = without_brackets(text);
    let mut tallies = Vec::new();
    let mut start = 0;
    let stops = outer.match_indices(['。', '！', '？', '\n']).chain([(outer.len(), "")]);
    for (sentence, (end, stop)) in stops.enumerate() {
        let whole = Span::new(start, end);
        let mut tokens = read(&outer, whole, is_head);
        for &bracket in brackets.iter().filter(|bracket| whole.contains(**bracket)) {
            let before = tokens.iter().rev().find(|token| token.at.end <= bracket.start);
            let owner = before.map_or(Vec::new(), |token| token.outcomes.clone());
            let inner = read(text, bracket, is_head).into_iter().map(|mut token| {
                if token.outcomes.is_empty() {
                    token.outcomes.clone_from(&owner);
                }
                token.standing = token.standing.max(Standing::Part);
                token
            });
            tokens.extend(inner.collect::<Vec<_>>());
        }
        tokens.sort_by_key(|token| token.at);
        tallies.extend(tokens.into_iter().filter_map(|token| token.tally(sentence)));
        start = end + stop.len();
    }
    tallies
}

/// The text with what stands in brackets hidden, byte for byte, and where that was.
fn without_brackets(text: &str) -> (String, Vec<Span>) {
    let mut outer = String::with_capacity(text.len());
    let mut brackets = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('（' | '(', None) if text[at..].contains(['）', ')']) => open = Some(at),
            ('）' | ')', Some(start)) => {
                brackets.push(Span::new(start, at));
                outer.extend(std::iter::repeat_n(HIDDEN, at + c.len_utf8() - start));
                open = None;
                continue;
            }
            _ => {}
        }
        if open.is_none() {
            outer.push(c);
        }
    }
    (outer, brackets)
}

/// What the words in front, within the sentence, make of a number.
fn standing(text: &str, sentence: Span, at: Span) -> Standing {
    let before = Span::new(sentence.start, at.start).of(text);
    let near = before.rfind(['；', '另']).map_or(before, |reset| &before[reset..]);
    let is_part = OF_A_PART.iter().any(|word| near.contains(word)) && !near.contains("在内");
    if OF_ANOTHER_TIME.iter().any(|word| sentence.of(text).contains(word)) {
        Standing::Aside
    } else if is_part {
        Standing::Part
    } else {
        Standing::Whole
    }
}

impl Token {
    /// The tally of a number that tells of one.
    fn tally(self, sentence: usize) -> Option<Tally> {
        let Kind::Number { count, digits, .. } = self.kind else { return None };
        let mut outcomes = self.outcomes;
        // 因中毒死亡, 受伤后死亡: the dead are no longer ill or hurt.
        if outcomes.contains(&Outcome::Dead) {
            outcomes = vec![Outcome::Dead];
        }
        (!outcomes.is_empty()).then_some(Tally {
            outcomes,
            count,
            standing: self.standing,
            at: self.reach,
            number: digits,
            sentence,
        })
    }
}

#[cfg(test)]
mod tests {
    use Outcome::{
        BadlyHurt, Dead, Detained, Evacuated, Gold, Hurt, Ill, InHospital, Missing, Rescued, Silver,
        SlightlyHurt, Trapped,
    };

    use super::*;

    /// Each outcome with its number, as the text has them.
    fn told(text: &str) -> Vec<(Outcome, f64)> {
        find(text, true)
            .iter()
            .flat_map(|tally| tally.outcomes.iter().map(|&outcome| (outcome, tally.count.value)))
            .collect()
    }

    #[test]
    fn headlines_count_without_measure_words() {
        for (text, tallies) in [
            ("货车连撞四车致3死4伤", vec![(Dead, 3.0), (Hurt, 4.0)]),
            ("两车相撞 造成三死两伤", vec![(Dead, 3.0), (Hurt, 2.0)]),
            ("隧道内5车相撞6人亡", vec![(Dead, 6.0)]),
            ("致18死客车坠崖原因查明", vec![(Dead, 18.0)]),
            ("34人亡50人送医", vec![(Dead, 34.0), (InHospital, 50.0)]),
            ("一百多人受伤", vec![(Hurt, 100.0)]),
            ("3人失踪2人获救", vec![(Missing, 3.0), (Rescued, 2.0)]),
            ("14名女工被熏死", vec![(Dead, 14.0)]),
            ("小将再夺3金5银", vec![(Gold, 3.0), (Silver, 5.0)]),
            ("12名学生食物中毒", vec![(Ill, 12.0)]),
        ] {
            assert_eq!(told(text), tallies, "{text}");
        }
    }

    #[test]
    fn bodies_count_in_any_order() {
        for (text, tallies) in [
            ("造成3人当场死亡、4人受伤", vec![(Dead, 3.0), (Hurt, 4.0)]),
            ("6名乘客不幸死亡，另有38人受伤", vec![(Dead, 6.0), (Hurt, 38.0)]),
            ("死亡人数已升至18人", vec![(Dead, 18.0)]),
            ("死亡人数从16人升至18人", vec![(Dead, 16.0), (Dead, 18.0)]),
            ("死者3人，伤者达30人", vec![(Dead, 3.0), (Hurt, 30.0)]),
            ("死亡27人，失踪1人", vec![(Dead, 27.0), (Missing, 1.0)]),
            ("重伤5人、轻伤16人", vec![(BadlyHurt, 5.0), (SlightlyHurt, 16.0)]),
            ("炸死3人炸伤5人", vec![(Dead, 3.0), (Hurt, 5.0)]),
            ("3人被炸死5人受伤", vec![(Dead, 3.0), (Hurt, 5.0)]),
            ("当场造成3人（均为摩托车驾乘人员）死亡", vec![(Dead, 3.0)]),
            ("至少32人因饮用自酿酒中毒丧生", vec![(Dead, 32.0)]),
            ("救出被困人员28名", vec![(Rescued, 28.0), (Trapped, 28.0)]),
            ("抓获犯罪嫌疑人6名", vec![(Detained, 6.0)]),
            ("紧急转移安置灾区群众2919户9496人", vec![(Evacuated, 9496.0)]),
            ("12名学生被送进县医院", vec![(InHospital, 12.0)]),
            ("夺得金牌3枚、银牌5枚", vec![(Gold, 3.0), (Silver, 5.0)]),
            ("分别死亡5人和1人", vec![(Dead, 5.0), (Dead, 1.0)]),
        ] {
            assert_eq!(told(text), tallies, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_tally_is_none() {
        for text in [
            "5名遇难者家属赶到现场",
            "3人死刑",
            "两金融机构",
            "年均接待5万人次",
            "第3人受伤",
            "5个月内死亡率下降",
            "数十人受伤",
            "九成人员已撤",
            "没有1人受伤",
            "车辆核载6人、实载6人",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn parts_and_other_times_stand_apart() {
        let standings = |text: &str| find(text, false).iter().map(|tally| tally.standing).collect::<Vec<_>>();
        assert_eq!(
            standings("38人死亡（其中青禾32人，青河6人），1人失踪。"),
            [Standing::Whole, Standing::Part, Standing::Part, Standing::Whole]
        );
        assert_eq!(
            standings("38人受伤，其中4人重伤，另有2人失踪。"),
            [Standing::Whole, Standing::Part, Standing::Whole]
        );
        assert_eq!(standings("去年，这里曾有3人溺亡。"), [Standing::Aside]);
    }
}
