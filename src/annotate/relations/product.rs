//! A quantity per unit times a number of units: 每亩补贴120元，共260亩，一共3.12万元; 每人每天50元，20人，10天，合计1万元; 40户，共100人，户均2.5人.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Doubt, Operand, OperandRole, Relation, RelationKind, Verdict,
    clause::{STOPS_AND_SEMICOLON, Sentence, last_clause, mentions, sentences},
    printed::{amount, as_it_stands, corrected, number, result},
};
use crate::{
    annotate::{Annotations, FigureRole, Interval},
    lexicon::unit::{self, Dimension},
    outline::Article,
};

/// 每亩, 户均: per one of what.
static PER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("每一?(?P<each>个月|平方米|公里|公斤|公顷|小时|分钟|\\p{Han})|(?P<average>人|户|亩|家|日|天|月|年|周|场|村)均|(?P<yield>亩)产|(?P<price>单价)")
        .expect("the pattern is well formed")
});

/// Units by the words for one of them, where the two differ.
const ONE_OF: &[(&str, &[&str])] = &[
    ("个人", &["人", "名", "位"]),
    ("日", &["天", "日"]),
    ("天", &["天", "日"]),
    ("月", &["个月"]),
    ("村", &["个村", "个"]),
    ("年", &["年"]),
];

/// Words of a sum over and above the product, or of a choice between several.
const MORE: &[&str] = &[
    "分别", "不等", "最高", "最低", "最多", "最少", "至少", "以上", "以下", "另", "再", "还", "额外", "外加",
    "加上", "扣除", "封顶", "起步", "其中", "比", "同比", "节约", "剩余", "余下", "每增", "每超",
];

/// The products that an article states.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in sentences(article, said, &STOPS_AND_SEMICOLON) {
        relations.extend((0..sentence.figures.len()).filter_map(|per| read(&sentence, per)));
    }
    relations
}

/// The product whose quantity per unit is `per`.
fn read(sentence: &Sentence<'_>, per: usize) -> Option<Relation> {
    let figures = sentence.figures;
    let clause = last_clause(sentence.before(per));
    let found: Vec<_> = PER.captures_iter(clause).collect();
    if found.is_empty() || figures[per].ratio().is_some() {
        return None;
    }
    let is_comparable = |figure: usize| figures[figure].is_comparable(&figures[per]);
    let mut units = Vec::new();
    for one in &found {
        let word = ["each", "average", "yield"].into_iter().find_map(|name| one.name(name));
        units.push(only(sentence, per, |figure, _| match word {
            Some(word) => figure != per && is_one_of(&figures[figure].unit, word.as_str()),
            // 单价35元: of whatever it is that is counted.
            None => !is_comparable(figure),
        })?);
    }
    let is_average = clause.contains("平均") || found.iter().any(|one| one.name("average").is_some());
    let total = only(sentence, per, |figure, words| {
        let is_total =
            is_average || figures[figure].role == FigureRole::Total || mentions(words, &["总", "可领"]);
        figure != per && is_total && is_comparable(figure)
    })?;
    if units.contains(&total) {
        return None;
    }
    let all = || units.iter().copied().chain([per, total]);
    let (first, last) = (all().min()?, all().max()?);
    let is_rounded = is_average || found.iter().any(|one| one.name("yield").is_some());
    // A figure in between may be one more factor or one more term.
    (last - first == units.len() + 1).then(|| judge(sentence, per, &units, total, is_rounded))
}

/// How many figures before and behind the quantity per unit are looked at.
const NEAR: usize = 6;

/// The only figure around `per` that is so; nothing where there are several.
fn only(sentence: &Sentence<'_>, per: usize, is_so: impl Fn(usize, &str) -> bool) -> Option<usize> {
    let around = per.saturating_sub(NEAR)..sentence.figures.len().min(per + NEAR + 1);
    let mut found = around.filter(|&figure| is_so(figure, last_clause(sentence.before(figure))));
    found.next().filter(|_| found.next().is_none())
}

/// Whether `word` names one of what is counted in `unit`.
fn is_one_of(unit: &str, word: &str) -> bool {
    ONE_OF.iter().find(|(one, _)| *one == word).map_or_else(
        || unit == word || is_people(unit) && is_people(word),
        |(_, units)| units.contains(&unit),
    )
}

fn is_people(name: &str) -> bool {
    unit::named(name).is_some_and(|unit| unit.dimension == Dimension::People)
}

/// Whether the words around the factors speak of more than the product.
fn says_more(sentence: &Sentence<'_>, per: usize, units: &[usize], total: usize) -> bool {
    let mut all = units.iter().copied().chain([per, total]);
    all.any(|figure| mentions(sentence.before(figure), MORE) || mentions(sentence.after(figure), MORE))
}

fn judge(sentence: &Sentence<'_>, per: usize, units: &[usize], total: usize, is_average: bool) -> Relation {
    let figures = sentence.figures;
    let (each, whole) = (&figures[per], &figures[total]);
    let count: Interval =
        units.iter().map(|&unit| as_it_stands(&figures[unit])).fold(Interval::exactly(1.0), |a, b| a * b);
    let times: f64 = units.iter().map(|&unit| figures[unit].value).product();
    let factors = || units.iter().map(|&unit| number(&figures[unit])).collect::<Vec<_>>().join(" × ");
    let count_operands =
        || -> Vec<Operand> { units.iter().map(|&unit| sentence.operand(unit, OperandRole::Units)).collect() };
    // An average is what follows, and is rounded; else the total follows.
    let (claim, mut operands, formula, holds, correction) = if is_average {
        let average = whole.value / times;
        (
            sentence.operand(per, OperandRole::PerUnit),
            vec![sentence.operand(total, OperandRole::Total)],
            format!("{} ÷ {} {}", number(whole), factors(), result(average, each, "")),
            (whole.rounded() / count).meets(each.rounded().widened(each.step / 2.0)),
            corrected(each, average),
        )
    } else {
        let product = each.value * times;
        (
            sentence.operand(total, OperandRole::Total),
            vec![sentence.operand(per, OperandRole::PerUnit)],
            format!("{} × {} = {}", number(each), factors(), amount(product, whole)),
            (as_it_stands(each) * count).meets(whole.rounded()),
            corrected(whole, product),
        )
    };
    operands.extend(count_operands());
    let verdict = if holds {
        Verdict::Holds
    } else if says_more(sentence, per, units, total) {
        Verdict::Unchecked(Doubt::Scope)
    } else {
        Verdict::Fails
    };
    let corrections = correction.into_iter().filter(|_| verdict == Verdict::Fails).collect();
    Relation { kind: RelationKind::Product, claim, operands, formula, verdict, corrections }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        Doubt,
        RelationKind::Product,
        Verdict::{Fails, Holds, Unchecked},
        testing::verdicts,
    };

    #[test]
    fn the_quantity_per_unit_and_the_units_give_the_total() {
        for (body, verdict) in [
            ("每亩补贴120元，首批报名260亩，一共可领补贴3.12万元。", Holds),
            ("每亩补贴120元，首批报名260亩，一共可领补贴3.62万元。", Fails),
            ("每人发放50元，共20人，合计1000元。", Holds),
            ("每人发放50元，共20人，合计1200元。", Fails),
            ("食堂每天做餐2000份，连续10天，共做餐2万份。", Holds),
            ("食堂每天做餐2000份，连续10天，共做餐3万份。", Fails),
            ("每人每天补助50元，20人参训，连续10天，合计补助1万元。", Holds),
            ("每人每天补助50元，20人参训，连续10天，合计补助1.5万元。", Fails),
            ("全组40户，共100人，平均每户2.5人。", Holds),
            ("全组40户，共100人，户均3.5人。", Fails),
            ("培训每期40人，共举办6期，累计培训280人。", Fails),
            ("全镇5000亩水稻平均亩产550公斤，总产量达275万公斤。", Holds),
            ("全镇5000亩水稻平均亩产550公斤，总产量达300万公斤。", Fails),
            ("公司采购苗木2000株，单价15元，总价3万元。", Holds),
            ("公司采购苗木2000株，单价15元，总价3.5万元。", Fails),
        ] {
            assert_eq!(verdicts(Product, body), [verdict], "{body}");
        }
    }

    #[test]
    fn sums_with_more_in_them_are_not_products() {
        let body = "每亩补贴120元，首批报名260亩，另奖励5000元，一共可领补贴3.62万元。";
        assert!(verdicts(Product, body).is_empty());
        let body = "每户最高补贴500元，改造厕所120户，共补贴4.8万元。";
        assert_eq!(verdicts(Product, body), [Unchecked(Doubt::Scope)]);
        for body in [
            "每亩增收300元，全村种植500亩，亩产120公斤。",
            "每人发放50元，青禾村20人、白杨村30人，合计2500元。",
            "每周开课，共20人报名，学费50元。",
        ] {
            assert!(verdicts(Product, body).is_empty(), "{body}");
        }
    }

    proptest! {
        #[test]
        fn a_product_holds_and_what_is_not_the_product_fails(
            each in 2_u32..900, units in 2_u32..900, off in prop_oneof![-50_i32..0, 1_i32..50],
        ) {
            let body = |total: i64| format!("每户补贴{each}元，共{units}户，合计{total}元。");
            let product = i64::from(each * units);
            prop_assert_eq!(verdicts(Product, &body(product)), [Holds]);
            let wrong = product + i64::from(off);
            prop_assume!(wrong > 0);
            prop_assert_eq!(verdicts(Product, &body(wrong)), [Fails]);
        }
    }
}
