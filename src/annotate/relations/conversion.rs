//! One quantity given twice in other units or other sizes: 300亩（合20公顷）; 3.2亿元 here and 3.2万元 there.

use std::{collections::HashMap, sync::LazyLock};

use regex::Regex;

use super::{
    Correction, Operand, OperandRole, Relation, RelationKind, Verdict,
    clause::{STOPS, Sentence, sentences},
    printed::{as_it_stands, corrected, number, to_decimals},
};
use crate::{
    annotate::{Annotations, Bound, Figure},
    lexicon::unit::{self, Dimension},
    outline::{Article, BlockKind},
};

/// ，折合: leads from a quantity to the same in another unit.
static CONVERTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:\\p{Han}{0,6}[，,]?(?:折合成?|换算成|约合|合计?约?为?|相当于|等于|亦即|也就是)|[（(](?:约?折?合|约合|折合|即|约|相当于|也就是)?)(?:为|约|近)*$",
    )
    .expect("the pattern is well formed")
});

/// How far apart two sizes of one printed number are where 万 or 亿 has slipped: 10⁴ and 10⁸.
const SLIPS: [f64; 2] = [1e4, 1e8];

/// How many characters in front of two figures must be the same for them to be figures of one thing.
const SHARED: usize = 3;

/// How many such characters and digits there must be together.
const EVIDENCE: usize = 6;

/// How many figures with the same digits are looked back at.
const NEAR: usize = 8;

/// The conversions that an article states, and the figures that 万 or 亿 has slipped into or out of.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in sentences(article, said, &STOPS) {
        for second in 1..sentence.figures.len() {
            relations.extend(judge(&sentence, second - 1, second));
        }
    }
    slips(article, said, &mut relations);
    relations
}

/// Two quantities of one dimension in two units, the one put for the other.
fn judge(sentence: &Sentence<'_>, first: usize, second: usize) -> Option<Relation> {
    let [given, converted] = [first, second].map(|figure| &sentence.figures[figure]);
    let dimension = unit::named(&given.unit)?.dimension;
    let is_measured =
        !matches!(dimension, Dimension::Ratio | Dimension::Points | Dimension::People | Dimension::Yuan);
    let is_other_unit = given.unit != converted.unit && given.is_comparable(converted);
    if !is_measured || !is_other_unit || !CONVERTED.is_match(sentence.after(first)) {
        return None;
    }
    let value = given.value * unit::factor(&given.unit) / unit::factor(&converted.unit);
    // 公里 into 里 and 亩 into 公顷 are worked out on the spot, and rounded as one likes: a hundredth is no slip.
    let about = converted.bound == Bound::About || sentence.after(first).contains('约');
    let room = if about { 0.05 } else { 0.01 };
    let base = converted.base();
    let verdict = if as_it_stands(given)
        .scaled(unit::factor(&given.unit))
        .meets(base.widened(base.high.min(f64::MAX).abs() * room))
    {
        Verdict::Holds
    } else {
        Verdict::Fails
    };
    let sign = if (value * 100.0 - (value * 100.0).round()).abs() < 1e-6 { '=' } else { '≈' };
    Some(Relation {
        kind: RelationKind::Conversion,
        claim: sentence.operand(second, OperandRole::Same),
        operands: vec![sentence.operand(first, OperandRole::Same)],
        formula: format!(
            "{}{} {sign} {}{}",
            number(given),
            given.unit,
            to_decimals(value, 2),
            converted.unit
        ),
        verdict,
        corrections: corrected(converted, value).into_iter().filter(|_| verdict == Verdict::Fails).collect(),
    })
}

/// The same digits of the same thing, 10⁴ or 10⁸ apart.
fn slips(article: &Article, said: &Annotations, relations: &mut Vec<Relation>) {
    let is_text = |figure: &&Figure| {
        !matches!(
            article.blocks[figure.place.block].kind,
            BlockKind::Byline | BlockKind::Note | BlockKind::Masthead
        )
    };
    let mut printed: HashMap<(String, &str), Vec<&Figure>> = HashMap::new();
    for second in said.figures.iter().filter(is_text) {
        let digits = digits(second);
        let alike = printed.entry((digits.clone(), second.unit.as_str())).or_default();
        if let Some(first) = alike.iter().rev().take(NEAR).find(|first| is_slip(first, second, digits.len()))
        {
            relations.push(slip(first, second));
        }
        alike.push(second);
    }
}

fn slip(first: &Figure, second: &Figure) -> Relation {
    let operand =
        |figure: &Figure| Operand { place: figure.place, text: figure.text.clone(), role: OperandRole::Same };
    Relation {
        kind: RelationKind::Conversion,
        claim: operand(second),
        operands: vec![operand(first)],
        formula: format!("{} ≠ {}", first.text, second.text),
        verdict: Verdict::Fails,
        corrections: vec![
            Correction { place: second.place, text: first.text.clone() },
            Correction { place: first.place, text: second.text.clone() },
        ],
    }
}

/// The digits of a number that carry it, without point and noughts at the end.
fn digits(figure: &Figure) -> String {
    let digits: String = number(figure).chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

/// Whether two figures of one thing differ in their 万 or 亿 alone.
fn is_slip(first: &Figure, second: &Figure, digits: usize) -> bool {
    let (less, more) = (first.value.min(second.value), first.value.max(second.value));
    let is_apart = SLIPS.iter().any(|slip| (more / less / slip - 1.0).abs() < 1e-9);
    let shared = shared_end(&first.label, &second.label);
    is_apart
        && !first.label.contains(['每', '均'])
        && !second.label.contains(['每', '均'])
        && shared >= SHARED
        && digits >= 2
        && shared + digits >= EVIDENCE
}

/// How many characters two labels end with alike, words of sums left out.
fn shared_end(a: &str, b: &str) -> usize {
    let bare = |label: &str| {
        label.trim_end_matches(['达', '为', '了', '约', '共', '近', '超', '过', '到']).to_owned()
    };
    bare(a).chars().rev().zip(bare(b).chars().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        RelationKind::Conversion,
        Verdict::{Fails, Holds},
        testing::verdicts,
    };

    #[test]
    fn one_quantity_in_two_units_is_one_quantity() {
        for (body, verdict) in [
            ("新建高标准农田300亩（合20公顷）。", Holds),
            ("新建高标准农田300亩（合30公顷）。", Fails),
            ("流转土地2公顷（约30亩）。", Holds),
            ("流转土地2公顷（约20亩）。", Fails),
            ("道路全长5公里（10里）。", Holds),
            ("道路全长5公里，折合50里。", Fails),
            ("每袋100公斤（200斤）。", Holds),
            ("园区占地3平方公里（300公顷）。", Holds),
            ("园区占地3平方公里（3000公顷）。", Fails),
            ("保护区1.3公顷（约20亩）。", Holds),
        ] {
            assert_eq!(verdicts(Conversion, body), [verdict], "{body}");
        }
    }

    #[test]
    fn the_same_digits_of_the_same_thing_are_of_one_size() {
        assert_eq!(verdicts(Conversion, "项目总投资3.2亿元。建设单位说，项目总投资3.2万元。"), [Fails]);
        assert_eq!(verdicts(Conversion, "项目总投资3.2亿元。建设单位说，项目总投资3.2亿元。"), []);
        assert_eq!(verdicts(Conversion, "项目总投资3.2亿元，年利润3.2万元。"), []);
        assert_eq!(
            verdicts(Conversion, "去年总产值5亿元，今年总产值5万元。"),
            [],
            "one digit is too little to go by"
        );
    }

    #[test]
    fn what_stands_in_brackets_may_be_another_thing() {
        for body in
            ["种植油菜300亩（其中示范田20公顷）。", "道路长5公里，宽6米。", "亩产600公斤（含水200克）。"]
        {
            assert!(verdicts(Conversion, body).is_empty(), "{body}");
        }
    }

    proptest! {
        #[test]
        fn a_conversion_holds_and_one_beside_it_fails(hectares in 2_u32..900, off in prop_oneof![-40_i32..-5, 6_i32..40]) {
            let body = |mu: f64| format!("新建农田{hectares}公顷（合{mu}亩）。");
            let mu = f64::from(hectares) * 15.0;
            prop_assert_eq!(verdicts(Conversion, &body(mu)), [Holds]);
            let wrong = (mu * (1.0 + f64::from(off) / 100.0)).round();
            prop_assert_eq!(verdicts(Conversion, &body(wrong)), [Fails]);
        }
    }
}
