//! The year in the number of an official document.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 发文字号的年份没有用六角括号。
    ///
    /// The year in the number of a document does not stand in tortoise-shell brackets.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 机关代字、括号里的四位年份、“第”（可无）、序号、“号”连用，而括号不是〔〕的。法院案号（2020）…号不查。
    /// The code of an office, a year of four figures in brackets, a number and its counter, where the brackets
    /// have another shape. Court cases, which begin with the year, are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.9.3.4条：公文发文字号中的发文年份用六角括号；GB/T 9704-2012 第7.2.5条同。
    /// GB/T 15834-2011, 4.9.3.4, and GB/T 9704-2012, 7.2.5: the year of the number takes tortoise-shell
    /// brackets.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇落实县里文件（禾政发[2024]12号）要求，清理沟渠。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇落实县里文件（禾政发〔2024〕12号）要求，清理沟渠；县法院作出（2024）禾01民终12号判决。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为〔〕；可自动修复。
    /// Use tortoise-shell brackets; the fix does that.
    DocumentNumberBrackets = "punctuation/document-number-brackets" {
        severity: Error,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern("[\u{4e00}-\u{9fff}]{2}([(（\\[［【])((?:19|20)[0-9]{2})([)）\\]］】])第?[0-9]{1,5}号")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['(', '（', '[', '［', '【'], &NUMBER, |block, found| {
        let [open, year, close] = [1, 2, 3].map(|index| group(found, index));
        let year = year.of(block.text.as_str());
        report(
            view,
            findings,
            block,
            open.to(close),
            Words::new(
                format!("发文字号的年份应放在六角括号里：〔{year}〕"),
                format!("the year of a document number stands in tortoise-shell brackets: 〔{year}〕"),
            ),
            Some(Mend::safe(open, "〔").and(close, "〕")),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/document-number-brackets";

    #[test]
    fn every_other_bracket_is_mended() {
        for number in ["禾政发[2024]12号", "禾政发（2024）第12号", "禾政发【2024】12号", "禾政发(2024)12号"]
        {
            assert_eq!(
                mended(RULE, &format!("落实{number}文件。")).replace('第', ""),
                "落实禾政发〔2024〕12号文件。"
            );
        }
    }

    #[test]
    fn case_numbers_years_and_the_right_form_are_left_alone() {
        for sentence in
            ["依据（2024）禾01民终12号判决。", "落实禾政发〔2024〕12号文件。", "获奖作品（2024）共12号选手。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
