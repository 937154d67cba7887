//! Sums and counts made up at random: those that hold are never reported, those put out by more than rounding always.

use kanwu::check::Analysis;
use proptest::prelude::*;

/// The names of the parts: none of them says that groups overlap or that a list goes on.
const NAMES: [&str; 5] = ["旱地组", "水田组", "果园组", "茶园组", "林地组"];

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// An article whose body is one sentence.
fn article(sentence: &str) -> String {
    format!("青禾镇推进春耕\n\n　　青禾镇连日来推进春耕生产，{sentence}\n")
}

/// The rules that report on a text, those of figures alone.
fn reported(text: &str) -> Vec<&'static str> {
    Analysis::of(text)
        .findings
        .into_iter()
        .map(|finding| finding.rule)
        .filter(|rule| rule.starts_with("figures/"))
        .collect()
}

/// The parts as a list: 旱地组12人、水田组30人.
fn listed(parts: &[u32], unit: &str) -> String {
    let named: Vec<String> =
        parts.iter().zip(NAMES).map(|(part, name)| format!("{name}{part}{unit}")).collect();
    named.join("、")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_that_hold_are_never_reported(parts in prop::collection::vec(1u32..5000, 2..=5), form in 0..4) {
        let total: u32 = parts.iter().sum();
        let list = listed(&parts, "人");
        let sentence = match form {
            0 => format!("共出动{total}人，其中{list}。"),
            1 => format!("{list}，共{total}人。"),
            2 => format!("出动{total}人（{list}）。"),
            _ => format!("共出动{total}人。其中，{list}。"),
        };
        prop_assert_eq!(reported(&article(&sentence)), Vec::<&str>::new(), "{}", sentence);
    }

    #[test]
    fn parts_that_exceed_their_total_are_always_reported(
        parts in prop::collection::vec(2u32..5000, 2..=5),
        share in 1u32..=90,
        form in 0..3,
    ) {
        let sum: u32 = parts.iter().sum();
        // Less than the parts by at least one.
        let total = (sum * share / 100).max(1);
        let list = listed(&parts, "人");
        let sentence = match form {
            0 => format!("共出动{total}人，其中{list}。"),
            1 => format!("{list}，共{total}人。"),
            _ => format!("共出动{total}人。其中，{list}。"),
        };
        // A total that one beginning of the list makes is a list that goes on with something else.
        let is_beginning = (2..parts.len()).any(|count| parts[..count].iter().sum::<u32>() == total);
        prop_assume!(!is_beginning);
        prop_assert!(reported(&article(&sentence)).contains(&"figures/sum-mismatch"), "{}", sentence);
    }

    #[test]
    fn rounded_sums_hold_and_worse_ones_do_not(tenths in prop::collection::vec(100u32..9000, 2..=4), off in 5u32..40) {
        // Parts in hundredths of 亿元, printed with one decimal: their sum may differ by half a tenth each.
        let printed: Vec<String> = tenths
            .iter()
            .zip(NAMES)
            .map(|(part, name)| format!("{name}{:.1}亿元", f64::from(*part) / 100.0))
            .collect();
        let exact = f64::from(tenths.iter().sum::<u32>()) / 100.0;
        let holds = format!("总投资{exact:.1}亿元，其中{}。", printed.join("、"));
        prop_assert_eq!(reported(&article(&holds)), Vec::<&str>::new(), "{}", holds);
        // 其中 may leave parts out, so only a total that is too small proves anything.
        let less = exact - f64::from(off);
        prop_assume!(less > 1.0 && !(2..tenths.len()).any(|count| {
            (f64::from(tenths[..count].iter().sum::<u32>()) / 100.0 - less).abs() < 1.0
        }));
        let fails = format!("总投资{less:.1}亿元，其中{}。", printed.join("、"));
        prop_assert!(reported(&article(&fails)).contains(&"figures/sum-mismatch"), "{}", fails);
    }

    #[test]
    fn medals_are_counted(gold in 1u32..200, silver in 1u32..200, bronze in 1u32..200, off in 1u32..50) {
        let total = gold + silver + bronze;
        let right = format!("代表队获得{gold}金{silver}银{bronze}铜，共{total}枚奖牌。");
        prop_assert_eq!(reported(&article(&right)), Vec::<&str>::new(), "{}", right);
        let wrong = format!("代表队获得{gold}金{silver}银{bronze}铜，共{}枚奖牌。", total + off);
        prop_assert_eq!(reported(&article(&wrong)), vec!["figures/sum-mismatch"], "{}", wrong);
    }

    #[test]
    fn measures_are_counted(listed in 2usize..=6, said in 2usize..=9, form in 0..2) {
        let items = |mark: fn(&str) -> String| {
            let items: Vec<String> = (1..=listed)
                .map(|at| format!("{}清理第{at}批沟渠", mark(DIGITS[at])))
                .collect();
            items.join("；")
        };
        let said_so = if said == 2 { "两" } else { DIGITS[said] };
        let sentence = if form == 0 {
            format!("采取{said_so}项举措：{}。", items(|digit| format!("{digit}是")))
        } else {
            format!("提出{said_so}点要求，{}。", items(|digit| format!("第{digit}，")))
        };
        let expected = if listed == said { Vec::new() } else { vec!["figures/count-mismatch"] };
        prop_assert_eq!(reported(&article(&sentence)), expected, "{}", sentence);
    }
}
