//! The enumeration comma inside an estimate.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 相邻数字表示概数，中间用了顿号。
    ///
    /// An enumeration comma stands between two neighbouring numerals that make an estimate.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “三、四十人”一类：相邻的两个汉字数字后接十百千万或量词。“二、三产业”“一、二年级”等缩略说法不查。
    /// Two neighbouring numerals before a unit. Shortened enumerations, of grades or quarters, are not looked
    /// at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.5.3.4条：相邻数字连用表示概数通常不用顿号；GB/T 15835-2011 第5.2.1条同。
    /// GB/T 15834-2011, 4.5.3.4, and GB/T 15835-2011, 5.2.1: an estimate of two neighbouring numerals takes no
    /// mark between them.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 每天都有三、四十人上渠清淤，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 每天都有三四十人上渠清淤，一、二年级学生送来茶水，带动二、三产业增收。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去顿号。
    /// Delete the comma.
    EnumerationInEstimate = "punctuation/enumeration-in-estimate" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static ESTIMATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:^|[^第一二三四五六七八九零〇百千万亿、和至到—－-])十?(一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)\
         (?:[十百千万亿]{1,2}(?:多|余)?)?(?:个|天|元|人|米|名|岁|家|户|里|公里|小时|分钟|斤|公斤|亩|吨|辆|倍|成|趟|遍|件|棵|只|头)(.|$)",
    )
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['、'], &ESTIMATE, |block, found| {
        let text = block.text.as_str();
        let (numerals, next) = (group(found, 1), group(found, 2));
        // 三、四等 and 二、三级 are ranks.
        if matches!(next.of(text), "级" | "等" | "、") {
            return;
        }
        let len = numerals.of(text).chars().next().map_or(0, char::len_utf8);
        let comma = Span::new(numerals.start + len, numerals.start + len + '、'.len_utf8());
        let joined = numerals.of(text).replace('、', "");
        report(
            view,
            findings,
            block,
            numerals,
            Words::new(
                format!("表示概数的相邻数字之间不用顿号：“{joined}”"),
                format!("an estimate takes no mark between its numerals: {joined}"),
            ),
            Some(Mend::with_care(comma, "")),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/enumeration-in-estimate";

    #[test]
    fn estimates_lose_their_comma() {
        for (wrong, right) in [
            ("来了五、六个人。", "来了五六个人。"),
            ("花了七、八万元。", "花了七八万元。"),
            ("他十五、六岁。", "他十五六岁。"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn enumerations_of_numerals_keep_it() {
        for sentence in [
            "二、三产业增收。",
            "一、二年级放学。",
            "七、八十年代的旧渠。",
            "第三、四个项目开工。",
            "获二、三等奖。",
            "三、四两个村民小组。",
            "一、二、三个小组。",
            "三、四季度开工。",
            "六、七月间放水。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
