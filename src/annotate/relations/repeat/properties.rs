//! Heads and bodies made up at random: one number in two forms is never contradicted, another always.

use proptest::prelude::*;

use super::testing::verdicts;
use crate::annotate::relations::Verdict::{self, Fails, Holds};

/// Heads and bodies of one quantity: the verb, the noun and the unit are the same in both.
const PLAIN: &[(&str, &str)] = &[
    ("青禾镇收集建议{}件", "连日来，青禾镇干部走村入户，共收集建议{}件。"),
    ("青禾县培训农机手{}人次", "入春以来，青禾县共培训农机手{}人次。"),
    ("青禾县新修水渠{}公里", "入春以来，青禾县已新修水渠{}公里。"),
    ("青禾县兑付补贴{}万元", "昨日，青禾县共兑付补贴{}万元。"),
    ("青禾镇春播面积达{}亩", "截至昨日，青禾镇春播面积达{}亩。"),
    ("青禾镇{}户居民用上自来水", "昨日，青禾镇{}户居民用上自来水。"),
    ("青禾县产鲜果{}吨", "今年，青禾县共产鲜果{}吨。"),
];

/// Heads and bodies of what became of people, and of medals, in different words.
const TALLIES: &[(&str, &str)] = &[
    ("青禾县山洪致{}人失踪", "昨日，青禾县突发山洪，造成{}人失踪。"),
    ("青禾县{}名工人获救", "昨日，青禾县矿井透水，{}名工人获救。"),
    ("青禾县救出{}名被困群众", "昨日，救援人员救出被困群众{}人。"),
    ("青禾县车祸{}人受伤", "昨日，青禾县两车相撞，{}人受伤。"),
    ("青禾县{}名学生食物中毒", "昨日，青禾县{}名学生食物中毒。"),
    ("青禾县抓获{}名嫌疑人", "昨日，青禾县警方抓获犯罪嫌疑人{}名。"),
    ("青禾县紧急转移{}人", "昨日，青禾县紧急转移群众{}人。"),
    ("青禾队夺得{}枚金牌", "昨日，青禾队夺得金牌{}枚。"),
];

fn filled(template: &str, number: impl std::fmt::Display) -> String {
    template.replace("{}", &number.to_string())
}

fn judged(
    (head, body): (&str, &str),
    said: impl std::fmt::Display,
    told: impl std::fmt::Display,
) -> Vec<Verdict> {
    verdicts(&filled(head, said), &filled(body, told))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_exact_number_is_the_same_or_contradicted(
        form in prop::sample::select(PLAIN), number in 101_u32..9000, off in 1_u32..90,
    ) {
        // No digit of these is nought, so that neither is rounded.
        prop_assume!(!number.is_multiple_of(10) && !(number + off).is_multiple_of(10));
        prop_assert_eq!(judged(form, number, number), [Holds], "{} {}", form.0, number);
        prop_assert_eq!(judged(form, number + off, number), [Fails], "{} {}", form.0, number);
    }

    #[test]
    fn a_tally_is_the_same_or_contradicted(
        form in prop::sample::select(TALLIES), number in 11_u32..98, off in 1_u32..9,
    ) {
        prop_assume!(!number.is_multiple_of(10) && !(number + off).is_multiple_of(10));
        prop_assert_eq!(judged(form, number, number), [Holds], "{} {}", form.0, number);
        prop_assert_eq!(judged(form, number + off, number), [Fails], "{} {}", form.0, number);
    }

    #[test]
    fn words_of_estimate_in_a_head_stand_for_what_they_round(
        form in prop::sample::select(PLAIN), hundreds in 11_u32..89, rest in 3_u32..30, off in 3_u32..9,
    ) {
        let round = hundreds * 100;
        for head in [format!("超{round}"), format!("{round}多"), format!("约{round}")] {
            prop_assert_eq!(judged(form, &head, round + rest), [Holds], "{} {}", form.0, head);
        }
        let near = format!("近{round}");
        prop_assert_eq!(judged(form, &near, round - rest), [Holds], "{} {}", form.0, near);
        // Two fifths off is beyond any of them.
        let far = round + round / 10 * (off + 1);
        for head in [format!("超{round}"), format!("近{round}"), format!("{round}多"), format!("约{round}")] {
            prop_assert_eq!(judged(form, &head, far + 7), [Fails], "{} {} {}", form.0, head, far);
        }
    }

    #[test]
    fn units_of_one_dimension_are_converted(hectares in 21_u32..900, off in 12_u32..90) {
        let form = ("青禾镇春播面积达{}", "截至昨日，青禾镇春播面积达{}。");
        let said = format!("{}亩", hectares * 15);
        prop_assert_eq!(judged(form, &said, format!("{hectares}公顷")), [Holds]);
        let other = hectares + hectares * off / 100 + 1;
        prop_assert_eq!(judged(form, &said, format!("{other}公顷")), [Fails]);
        let form = ("青禾县水果产量达{}", "今年，青禾县水果产量达{}。");
        let said = format!("{hectares}吨");
        prop_assert_eq!(judged(form, &said, format!("{}公斤", hectares * 1000)), [Holds]);
        prop_assert_eq!(judged(form, &said, format!("{}公斤", other * 1000)), [Fails]);
    }

    #[test]
    fn ten_thousands_round_what_a_body_gives_in_full(tenths in 11_u32..99, rest in 0_u32..49, off in 2_u32..9) {
        let form = ("青禾县接待游客{}人次", "昨日，青禾县共接待游客{}人次。");
        prop_assume!(!tenths.is_multiple_of(10));
        let said = format!("{}.{}万", tenths / 10, tenths % 10);
        let told = tenths * 1000 + rest * 10 + 3;
        prop_assert_eq!(judged(form, &said, told), [Holds]);
        prop_assert_eq!(judged(form, &said, told + off * 1000), [Fails]);
    }
}
