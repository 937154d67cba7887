//! Growth and decline: 由120家增加到150家，增长25%; 616.4万吨，比上年增加54.6万吨，增长9.7%.
//!
//! The value before, the value behind, the difference and the rate hang together: of any three, the third follows.

mod comparison;
mod effect;
mod transition;

use super::{Relation, clause};
use crate::{annotate::Annotations, outline::Article};

/// The changes that an article states.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in clause::sentences(article, said, &clause::STOPS_AND_SEMICOLON) {
        let mut figure = 0;
        while figure < sentence.figures.len() {
            figure = transition::read(&sentence, figure, &mut relations)
                .or_else(|| comparison::read(&sentence, figure, &mut relations))
                .unwrap_or(figure + 1);
        }
    }
    relations
}

/// Words of growth that no two printed values can be held against.
const ADJUSTED: &[&str] = &[
    "可比",
    "不变价",
    "实际增",
    "实际年",
    "扣除",
    "名义",
    "同口径",
    "剔除",
    "年均",
    "月均",
    "日均",
    "平均",
    "每年",
    "每月",
    "每天",
    "复合",
    "年化",
    "折算",
    "加权",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        Doubt,
        RelationKind::Change,
        Verdict::{Fails, Holds, Unchecked},
        testing::verdicts,
    };

    #[test]
    fn the_rate_follows_from_the_two_values() {
        for (body, verdict) in [
            ("合作社由2021年的120家增加到2022年的150家，增长25%。", Holds),
            ("合作社由2021年的120家增加到2022年的150家，增长30%。", Fails),
            ("贸易额从4亿元增至8.7亿元，增幅达118%。", Holds),
            ("贸易额从4亿元增至8.7亿元，增幅达130%。", Fails),
            ("亩产由原来的400公斤提高到了460公斤，增幅约为15%。", Holds),
            ("审批时限由15天缩短至5天，压缩50%。", Fails),
            ("年产量由去年的500吨下降至400吨，同比下降20%。", Holds),
            ("年产量由去年的500吨下降至400吨，同比下降25%。", Fails),
            ("实现产值120万元，比上年的100万元增长25%。", Fails),
            ("合作社由120家增加到56家，发展势头良好。", Fails),
            ("全县粮食产量由3.6万吨增加到4.5万吨，产量增长35%左右。", Fails),
            ("每亩秧苗由1.7万株增加至2.2万株，亩基本苗增加30%左右。", Holds),
            ("审批时限由15个工作日缩短到5个工作日，缩短66.7%。", Holds),
            ("审批时限由15个工作日缩短到5个工作日，缩短三分之一。", Fails),
            ("去年收入100万元，今年收入150万元，增长40%。", Fails),
            ("2021年企业120家，2022年150家，增长25%。", Holds),
        ] {
            assert_eq!(verdicts(Change, body), [verdict], "{body}");
        }
    }

    #[test]
    fn differences_points_multiples_and_doublings_follow_too() {
        for (body, expected) in [
            ("合作社由120家增加到180家，增加60家、增长52%。", [Holds, Fails].as_slice()),
            ("参保率由85%提高到96%，提高11个百分点。", &[Holds]),
            ("参保率由85%提高到96%，提高13个百分点。", &[Fails]),
            ("收入由10万元增加到40万元，增长3倍。", &[Holds]),
            ("收入由10万元增加到40万元，增长4倍。", &[Fails]),
            ("收入由10万元增加到40万元，是原来的4倍。", &[Holds]),
            ("收入由10万元增加到40万元，是原来的3倍。", &[Fails]),
            ("销售额1200万元，是去年同期600万元的3倍。", &[Fails]),
            ("合作社比上年的120家增长25%，达到150家。", &[Holds]),
            ("合作社比上年的120家增长35%，达到150家。", &[Fails]),
            ("协定由10个增长到19个，增长了近1倍。", &[Holds]),
            ("收入由10万元增加到40万元，翻了两番。", &[Holds]),
            ("收入由10万元增加到40万元，翻了一番。", &[Fails]),
        ] {
            assert_eq!(verdicts(Change, body), expected, "{body}");
        }
    }

    #[test]
    fn the_rate_follows_from_value_and_difference() {
        for (body, verdict) in [
            ("粮食产量616.4万吨，比上年增加54.6万吨，增长9.7%。", Holds),
            ("粮食产量616.4万吨，比上年增加54.6万吨，增长10.7%。", Fails),
            ("单产每亩450公斤，比上年每亩减少50公斤，下降10%。", Holds),
            ("单产每亩450公斤，比上年每亩减少50公斤，下降11.1%。", Fails),
            ("产量450吨，同比下降12%，减少50吨。", Fails),
            ("五年支出超过136亿元，比“十三五”时期增加26亿元，增长24%。", Holds),
            ("五年支出超过136亿元，比“十三五”时期增加26亿元，增长26%。", Fails),
        ] {
            assert_eq!(verdicts(Change, body), [verdict], "{body}");
        }
    }

    #[test]
    fn rates_worked_out_in_another_way_are_not_judged() {
        for body in [
            "收入由2017年的80亿元增加到2022年的120亿元，年均增长7.5%。",
            "收入由2017年的80亿元增加到2022年的120亿元，平均每年实际增长7.5%。",
            "收入由80亿元增加到120亿元，按可比价格计算，增长42%。",
            "收入由80亿元增加到120亿元，扣除价格因素增长42%。",
        ] {
            assert_eq!(verdicts(Change, body), [Unchecked(Doubt::AdjustedGrowth)], "{body}");
        }
        let since_last_year = "社员由2018年的80人增加到2022年的120人，同比增长12%。";
        assert_eq!(verdicts(Change, since_last_year), [Unchecked(Doubt::Scope)]);
    }

    #[test]
    fn another_subject_and_words_of_estimate_leave_room() {
        for body in [
            "资助资金从2006年20.5亿元增加到去年的98亿元，学生资助面超过20%。",
            "社员由80人增加到120人，户均收入增长12%。",
            "工业产值由80亿元增加到120亿元，农业产值增长12%。",
            "总产量由80万吨增加到120万吨，亩产量增长12%。",
            "上座率由49%增至98.7%，全月发送旅客38.3万人次。",
            "制造业指数为51.8%，比上年提高3.2个百分点。",
        ] {
            assert!(verdicts(Change, body).is_empty(), "{body}: {:?}", verdicts(Change, body));
        }
        assert_eq!(verdicts(Change, "外资从7000多亿元增至1.15万亿元，增长62.9%。"), [Holds]);
    }

    proptest! {
        #[test]
        fn what_is_worked_out_holds_and_what_is_put_beside_fails(
            before in 20_u32..5000, after in 20_u32..5000, off in prop_oneof![-40_i32..-2, 3_i32..40],
        ) {
            prop_assume!(before != after);
            let (verb, said) = if after > before { ("增加到", "增长") } else { ("减少到", "下降") };
            let rate = (f64::from(after) - f64::from(before)).abs() / f64::from(before) * 100.0;
            let body = |rate: f64| format!("社员由{before}人{verb}{after}人，{said}{rate:.1}%。");
            prop_assert_eq!(verdicts(Change, &body(rate)), [Holds]);
            // Cut short behind the last digit, as is the custom of some offices.
            prop_assert_eq!(verdicts(Change, &body((rate * 10.0).floor() / 10.0)), [Holds]);
            let wrong = rate + f64::from(off) / 10.0;
            prop_assume!(wrong > 0.0);
            prop_assert_eq!(verdicts(Change, &body(wrong)), [Fails]);
        }

        #[test]
        fn value_difference_and_rate_agree_or_do_not(
            tenths in 500_u32..90_000, change in 10_u32..400, grows: bool, off in prop_oneof![-30_i32..-10, 10_i32..30],
        ) {
            let (before, change) = (f64::from(tenths) / 10.0, f64::from(change) / 10.0);
            let (after, verb, said) =
                if grows { (before + change, "增加", "增长") } else { (before - change, "减少", "下降") };
            let rate = change / before * 100.0;
            let body = |rate: f64| format!("产量{after:.1}万吨，比上年{verb}{change:.1}万吨，{said}{rate:.1}%。");
            prop_assert_eq!(verdicts(Change, &body(rate)), [Holds]);
            let wrong = rate + f64::from(off) / 10.0;
            // As far as the rounding of the difference goes.
            let room = 0.06 / before * 100.0 * 2.0 + 0.2;
            prop_assume!(wrong > 0.0 && (wrong - rate).abs() > room);
            prop_assert_eq!(verdicts(Change, &body(wrong)), [Fails]);
        }
    }
}
