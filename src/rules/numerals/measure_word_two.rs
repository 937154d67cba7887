//! 二 before a measure word, and 俩 or 仨 with one: 二个, 俩个.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, part, range};

rule! {
    /// 量词前误用“二”，“俩、仨”后多了量词。
    ///
    /// The wrong word for two before a measure word, and a measure word too many.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “二个”“二位同志”“二家企业”“俩个”之类。“第二个”“十二个”不查。
    /// The numeral of ordinals before a measure word for things, people, firms or days, and a measure word behind a
    /// contraction that holds one. Ordinals and larger numbers are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 《现代汉语词典》“两”“俩”条：一般量词前用“两”不用“二”；“俩”即“两个”，后面不再接量词。
    /// The Dictionary of Modern Chinese has two words for two: one for ordinals and arithmetic, one before ordinary
    /// measure words; the contraction means two of something and takes no measure word.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 全村修了二个水闸。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 全村修了两个水闸，第二个水闸昨天放水，十二个小组参加，他们俩个个能干，二位数的增长。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// “二”改为“两”，“俩个”改为“两个”。
    /// Write the word that goes with a measure word; the quick fix does so.
    MeasureWordTwo = "numerals/measure-word-two" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static TWO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?P<two>二)(?:个|位[同老先女领代委专群村居学嘉]|家[企农公单医学商银门店合]|天[时，。；、内后])|(?P<both>[俩仨])[个位名家]",
    )
    .expect("the pattern is sound")
});

/// What makes 二 an ordinal or a part of a larger number.
const ORDINALS: &[char] = &[
    '第', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '零', '〇', '点', '初',
    '期', '周', '老', '其', '之', '星', '拜', '一', '、', '分', '·', '数',
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["二个", "二位", "二家", "二天", "俩", "仨"], &TWO, |place, found| {
        let whole = found.get_match().range();
        let behind = place.behind(whole.end);
        let before = place.before(whole.start);
        let (name, right) = match part(found, "both") {
            "俩" => ("both", "两"),
            "仨" => ("both", "三"),
            _ => ("two", "两"),
        };
        // 他们俩个个能干, 姐妹俩个子高.
        let is_other = if name == "both" {
            behind.starts_with(['个', '子', '人', '性', '头', '体', '位', '高', '矮'])
                || before.ends_with('们')
        } else {
            before.ends_with(ORDINALS) || before.ends_with(|c: char| c.is_ascii_alphanumeric())
        };
        if is_other || place.is_quoted(whole.start) {
            return;
        }
        let at = range(found, name);
        let counter: String = place.behind(at.end).chars().take(1).collect();
        let printed = format!("{}{counter}", &place.text()[at.clone()]);
        let (zh, en) = if name == "both" {
            (
                format!("“俩、仨”已含量词，“{printed}”应为“{right}{counter}”"),
                "俩 and 仨 hold the measure word already",
            )
        } else {
            (
                format!("量词前用“两”：“{printed}”应为“{right}{counter}”"),
                "before a measure word 两 stands, not 二",
            )
        };
        let finding = place.report(
            findings,
            at.start..at.end + counter.len(),
            Words::new(zh, format!("{en}: {right}{counter}")),
        );
        finding.fixes.extend(place.fix(at, right, Applicability::Unsafe));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/measure-word-two";

    #[test]
    fn the_other_two_is_put() {
        for (sentence, right) in [
            ("修了二个水闸。", "修了两个水闸"),
            ("来了二位同志。", "来了两位同志"),
            ("走访二家企业。", "走访两家企业"),
            ("修了俩个水闸。", "修了两个水闸"),
            ("来了仨位。", "来了三位"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn ordinals_and_larger_numbers_are_left_alone() {
        for sentence in [
            "第二个水闸放水。",
            "十二个小组参加。",
            "提高一点二个百分点。",
            "正月初二天气晴。",
            "星期二天津代表团到访。",
            "实现二位数增长。",
            "他们俩个个能干。",
            "姐妹俩个子都高。",
            "二〇二二个案。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
