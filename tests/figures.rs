//! Figures made up at random read as they were meant, in every form they are printed in; hostile ones are read or refused.

use kanwu::{annotate::Figure, check::Analysis};
use proptest::prelude::*;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The figures of an article whose body is one sentence.
fn figures(sentence: &str) -> Vec<Figure> {
    let analysis = Analysis::of(&format!("青禾镇推进春耕\n\n　　青禾镇推进春耕生产，{sentence}\n"));
    analysis.articles.iter().flat_map(|placed| placed.analysis.annotations.figures.clone()).collect()
}

/// The one figure of a sentence: how it reads, its value and its unit.
fn read(sentence: &str) -> (String, f64, String) {
    let mut found = figures(sentence);
    assert_eq!(found.len(), 1, "{sentence}: {found:?}");
    let figure = found.remove(0);
    (figure.text, figure.value, figure.unit)
}

/// A number below ten thousand in Chinese numerals.
fn chinese(number: u32) -> String {
    let mut written = String::new();
    let mut has_gap = false;
    for (weight, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / weight % 10) as usize;
        if digit == 0 {
            has_gap = !written.is_empty();
            continue;
        }
        if has_gap {
            written.push('零');
            has_gap = false;
        }
        written.push(DIGITS[digit]);
        written.push_str(name);
    }
    written
}

fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c })
        .collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_reads_as_it_was_meant_in_every_form(number in 11u32..10_000, form in 0..6) {
        let (printed, value) = match form {
            0 => (number.to_string(), f64::from(number)),
            1 => (grouped(number), f64::from(number)),
            2 => (full_width(&number.to_string()), f64::from(number)),
            3 => (chinese(number), f64::from(number)),
            4 => (format!("{number}万"), f64::from(number) * 1e4),
            _ => (format!("{number} 亿"), f64::from(number) * 1e8),
        };
        let (text, found, unit) = read(&format!("投入{printed}元。"));
        prop_assert_eq!(&text, &format!("{printed}元"));
        prop_assert!(near(found, value), "{}: {}", printed, found);
        prop_assert_eq!(unit, "元");
    }

    #[test]
    fn digits_set_apart_read_as_those_side_by_side(number in 10u32..100_000) {
        let spaced: Vec<String> = number.to_string().chars().map(String::from).collect();
        let printed = spaced.join(" ");
        let (text, value, _) = read(&format!("走访农户{printed} 户。"));
        prop_assert_eq!(text, format!("{printed} 户"));
        prop_assert!(near(value, f64::from(number)));
    }

    #[test]
    fn a_sign_turns_the_value_and_is_kept_when_it_is_restated(tenths in 1u32..500, other in 1u32..500, form in 0..4) {
        let (value, other) = (f64::from(tenths) / 10.0, f64::from(other) / 10.0);
        let (before, unit, text) = match form {
            0 => ("气温-", "℃", format!("-{value}℃")),
            1 => ("气温为－", "℃", format!("－{value}℃")),
            2 => ("气温零下", "摄氏度", format!("零下{value}摄氏度")),
            _ => ("出口负增长", "%", format!("{value}%")),
        };
        let found = figures(&format!("{before}{value}{unit}。")).remove(0);
        prop_assert_eq!(&found.text, &text);
        prop_assert!(near(found.value, -value) && near(found.low, -value) && near(found.high, -value));
        let restated = found.restated(-other).expect("it can be printed so");
        let again = figures(&format!("{}{restated}。", before.trim_end_matches(['-', '－']).trim_end_matches("零下")));
        prop_assert!(near(again[0].value, -other), "{}", restated);
    }

    #[test]
    fn tenths_and_hundredths_of_a_price_read_alike(tenths in 1u32..10, hundredths in 1u32..10, form in 0..3) {
        let value = f64::from(tenths) + f64::from(hundredths) / 10.0;
        // 七八折 is an estimate, and 11折 is ten and one.
        prop_assume!(hundredths != tenths + 1 && (tenths, hundredths) != (3, 5));
        let printed = match form {
            0 => format!("{value}折"),
            1 => format!("{tenths}{hundredths}折"),
            _ => format!("{}{}折", DIGITS[tenths as usize], DIGITS[hundredths as usize]),
        };
        let (text, found, unit) = read(&format!("农资打{printed}。"));
        prop_assert_eq!(text, printed);
        prop_assert!(near(found, value), "{}", found);
        prop_assert_eq!(unit, "折");
    }

    #[test]
    fn a_range_shares_its_weight_where_it_then_runs_up(low in 1u32..100, more in 1u32..100, yuan in 1000u32..10_000) {
        let ends = |sentence: &str| figures(sentence).remove(0).ends.expect("a range");
        let high = low + more;
        prop_assert_eq!(ends(&format!("补贴{low}—{high}万元。")), (f64::from(low) * 1e4, f64::from(high) * 1e4));
        prop_assert_eq!(ends(&format!("补贴{low}万—{high}万元。")), (f64::from(low) * 1e4, f64::from(high) * 1e4));
        let few = high % 9 + 1;
        prop_assert_eq!(ends(&format!("补贴{yuan}—{few}万元。")), (f64::from(yuan), f64::from(few) * 1e4));
    }

    #[test]
    fn no_heap_of_numbers_makes_it_panic(
        text in "[0-9０-９零一二三五八十百千万亿几数多余半折%‰元人口个度℃届第负零下增长约近超不足以上分之点至到 \\-－−—～.．,，、。：年月日上半季今截去同比较的]{0,60}",
    ) {
        for figure in figures(&text) {
            prop_assert!(!figure.value.is_nan() && figure.low <= figure.high, "{:?}", figure);
            prop_assert!(figure.number.start >= figure.place.at.start && figure.number.end <= figure.place.at.end);
            for value in [0.0, -1.5, figure.value, 1e300, f64::NAN, f64::INFINITY] {
                let _ = figure.restated(value);
            }
        }
    }
}

#[test]
fn hostile_numbers_are_read_or_refused() {
    let long = "9 ".repeat(300);
    for text in [
        "-1e999%。",
        "-万亿亿元。",
        "－0/0%。",
        "气温--5℃。",
        "零下零度。",
        "负增长零%。",
        "零零折，00折，0.0折，99折。",
        "0—0万元，5000—0万元，-5—-0万元。",
        "第99999999999届，第0届。",
        "- % － ℃ − 元。",
        "00年00月，今年99季度，前0个月，0—0月份，截至0000年底。",
        &format!("{long}个。"),
        &format!("-{}℃。", "9".repeat(400)),
        &"零下".repeat(300),
    ] {
        for figure in figures(text) {
            assert!(figure.value.is_finite() && figure.low <= figure.high, "{text}: {figure:?}");
        }
    }
}
