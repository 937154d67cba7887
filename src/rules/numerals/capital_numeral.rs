//! Capital numerals outside of contracts and accounts: 叁万元.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, is_counted, may_begin};

rule! {
    /// 一般行文用了大写汉字数字。
    ///
    /// Capital numerals stand in ordinary text.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “叁万元”“贰佰亩”之类，后面带单位的。同一句里说到合同、票据、判决等的，以及“大写”“人民币”之后的不查。
    /// Capital numerals with a unit, but not in sentences about contracts, cheques or judgments, and not behind the words
    /// that announce them.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.2.4条：法律文书和财务票据上，应采用大写汉字数字记数；第4.2条：一般行文选用汉字数字的用小写。
    /// GB/T 15835-2011, 5.2.4, has capital numerals for legal papers and accounts; ordinary text takes the common ones.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 修渠投入叁万元。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 修渠投入三万元，合同写明价款叁万元整，陆万里参加了修渠。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用阿拉伯数字或小写汉字数字。
    /// Use figures or common numerals.
    CapitalNumeral = "numerals/capital-numeral" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static NUMERAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[壹贰叁肆伍陆柒捌玖拾][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]+").expect("the pattern is sound")
});

/// The capital numerals and the common ones.
const FORMS: [(char, char); 12] = [
    ('壹', '一'),
    ('贰', '二'),
    ('叁', '三'),
    ('肆', '四'),
    ('伍', '五'),
    ('陆', '六'),
    ('柒', '七'),
    ('捌', '八'),
    ('玖', '九'),
    ('拾', '十'),
    ('佰', '百'),
    ('仟', '千'),
];
/// What capital numerals are printed for.
const PAPERS: &[&str] = &[
    "大写",
    "人民币",
    "合同",
    "协议",
    "票",
    "收据",
    "凭证",
    "判决",
    "裁定",
    "调解书",
    "法院",
    "借条",
    "欠条",
    "账",
    "契",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let words = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"];
    each(view, &words, &NUMERAL, |place, found| {
        let at = found.get_match().range();
        let sentence = place.before(at.start).rsplit(['。', '！', '？']).next().unwrap_or_default();
        let behind = place.behind(at.end);
        let is_paper = PAPERS.iter().any(|paper| sentence.contains(paper)) || sentence.ends_with(['￥', '¥']);
        if is_paper || !is_counted(behind)
            // 陆万里 is a name.
            || behind.starts_with('里') || !may_begin(sentence) || place.is_quoted(at.start)
        {
            return;
        }
        let printed = &place.text()[at.clone()];
        let common =
            |c: char| FORMS.iter().find(|(capital, _)| *capital == c).map_or(c, |(_, common)| *common);
        let right: String = printed.chars().map(common).collect();
        let right = right.strip_prefix('一').filter(|rest| rest.starts_with('十')).unwrap_or(&right);
        let finding = place.report(
            findings,
            at.clone(),
            Words::new(
                format!("大写数字用于法律文书和票据，此处“{printed}”宜写作“{right}”"),
                format!("capital numerals are for legal papers and accounts: write {right}, not {printed}"),
            ),
        );
        finding.fixes.extend(place.fix(at, right, Applicability::Unsafe));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "numerals/capital-numeral";

    #[test]
    fn the_common_numerals_are_put() {
        assert_eq!(mended(RULE, "投入叁万元。"), "投入三万元。");
        assert_eq!(mended(RULE, "投入壹拾贰万元。"), "投入十二万元。");
        assert_eq!(mended(RULE, "种稻贰佰亩。"), "种稻二百亩。");
    }

    #[test]
    fn papers_names_and_verbs_are_left_alone() {
        for sentence in [
            "合同价款叁万元整。",
            "人民币叁万元。",
            "陆万里和伍佰到场。",
            "柒拾号院。",
            "村民拾零工补贴家用。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
