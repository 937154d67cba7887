//! Long numbers grouped in more than one way, or only some of them.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

use super::form::{each, is_counted, may_begin, part};

rule! {
    /// 一篇之中多位数字的分节方式不统一。
    ///
    /// Long numbers of one article are grouped in different ways.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一篇里，五位以上的数有的用千分撇（12,580）、有的用千分空、有的不分节（23600）的。只看后面带单位的数。
    /// Numbers of five digits or more in one article, some with commas, some with thin spaces, some without either. Only
    /// numbers that count or measure something are looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.1条规定千分撇、千分空两种分节方式；第4.3条：同一场合出现的数字，形式应统一。
    /// GB/T 15835-2011, 5.1.1, has two ways to group digits; 4.3 asks for one form in one place.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 修渠投入125,800元，护渠投入23600元。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 修渠投入125,800元，护渠投入23,600元，栽树2300棵，咨询电话12345678。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 全篇用一种方式，或改用“万”作单位。
    /// Keep to one way, or count by ten thousands.
    MixedGrouping = "numerals/mixed-grouping" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let thin = "\u{2009}\u{202f}\u{2006}";
    Regex::new(&format!(
        "(?:(?P<comma>[0-9]{{1,3}}(?:,[0-9]{{3}})+)|(?P<thin>[0-9]{{1,3}}(?:[{thin}][0-9]{{3}})+)|(?P<plain>[0-9]{{5,}}))(?:\\.[0-9]+)?"
    ))
    .expect("the pattern is sound")
});

/// The ways of grouping, with their names.
const WAYS: [(&str, &str, &str); 3] = [
    ("comma", "千分撇分节", "grouped by commas"),
    ("thin", "千分空分节", "grouped by thin spaces"),
    ("plain", "不分节", "not grouped"),
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut found: [Vec<(Span, String)>; WAYS.len()] = Default::default();
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    each(view, &digits, &NUMBER, |place, number| {
        let whole = number.get_match();
        let behind = place.behind(whole.end());
        let counts = is_counted(behind) || behind.starts_with(['余', '多']);
        let is_cut = behind.starts_with(|c: char| c.is_ascii_digit() || c == ',');
        let Some(way) = WAYS.iter().position(|(name, ..)| !part(number, name).is_empty()) else { return };
        if counts && !is_cut && may_begin(place.before(whole.start())) && !place.is_quoted(whole.start()) {
            found[way].push((place.source(whole.range()), whole.as_str().to_owned()));
        }
    });
    let mut ways: Vec<usize> = (0..WAYS.len()).filter(|&way| !found[way].is_empty()).collect();
    // The rarer way is the slip; of two equally frequent ones, the one that comes second.
    ways.sort_by_key(|&way| (found[way].len(), std::cmp::Reverse(found[way][0].0)));
    let [rare, .., usual] = ways[..] else { return };
    let ((at, slip), (other, model)) = (&found[rare][0], &found[usual][0]);
    let ((_, zh, en), (_, other_zh, other_en)) = (WAYS[rare], WAYS[usual]);
    findings
        .report(
            *at,
            Words::new(
                format!("“{slip}”{zh}，而“{model}”{other_zh}：一篇之中应统一"),
                format!("{slip} is {en} and {model} is {other_en}: one article keeps to one way"),
            ),
        )
        .related
        .push(Related { span: *other, words: Words::new(other_zh, other_en) });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "numerals/mixed-grouping";

    #[test]
    fn the_number_that_differs_is_found() {
        for (sentence, hit) in [
            ("投入125,800元，另投入23600元。", "23600"),
            ("投入23600元、34700元，另投入125,800元。", "125,800"),
            ("投入125\u{2009}800元，另投入23,600元。", "23,600"),
            ("投入125,800.5元，另投入23600余元。", "23600"),
        ] {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn short_numbers_codes_and_one_way_are_right() {
        for sentence in [
            "投入125,800元，栽树2300棵。",
            "投入125,800元，电话13800001111。",
            "投入125800元、23600元。",
            "投入125,800元、23,600元。",
            "他说：“投入125,800元。”实际投入23600元。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
