//! Full-width Arabic digits: １２日.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::numeral::chinese_digit,
    rules::{BulletinView, Findings, Words, rule},
};

use super::{
    form::half_width,
    systemic::{self, Misprint},
};

rule! {
    /// 阿拉伯数字用了全角。
    ///
    /// Arabic digits as wide as a Chinese character.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “１２日”“８万吨”之类。全文多处如此的，只报一次并给出处数。汉字年份里夹的“０”见 numerals/year-zero。
    /// Such as １２日. A draft that uses them throughout is named once, with the count. A ０ within a year in Chinese
    /// numerals is left to numerals/year-zero.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.7.1条：出版物中的阿拉伯数字，一般应使用正体二分字身，即占半个汉字位置。
    /// GB/T 15835-2011, 5.1.7.1: Arabic digits take half the width of a Chinese character.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 水渠于３月１２日放水。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 水渠于3月12日放水。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为半角；可自动修复。
    /// Make them half-width; the fix does that.
    FullwidthDigit = "numerals/fullwidth-digit" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Bulletin(check),
    }
}

static DIGITS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[０-９]+(?:．[０-９]+)?％?").expect("the pattern is sound"));

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    let text = bulletin.text;
    let is_chinese = |c: Option<char>| c.is_some_and(|c| chinese_digit(c).is_some());
    let misprints = DIGITS
        .find_iter(text)
        .filter(|found| {
            !is_chinese(text[..found.start()].chars().next_back())
                && !is_chinese(text[found.end()..].chars().next())
        })
        .map(|found| Misprint { span: found.range().into(), right: half_width(found.as_str()) })
        .collect();
    systemic::report(
        text,
        findings,
        misprints,
        |printed, right| {
            Words::new(
                format!("全角数字“{printed}”应为半角“{right}”"),
                format!("the full-width digits {printed} should be half-width: {right}"),
            )
        },
        |count| {
            Words::new(
                format!("全文共有{count}处全角数字，应为半角"),
                format!("{count} numbers in this draft are in full-width digits"),
            )
        },
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, found, hits_in};

    const RULE: &str = "numerals/fullwidth-digit";

    #[test]
    fn digits_are_made_half_width() {
        for (sentence, right) in [("仅有８座水闸。", "仅有8座水闸"), ("增长４．６％。", "增长4.6%")]
        {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn half_width_and_years_in_chinese_numerals_are_left_alone() {
        for sentence in ["3月12日放水。", "二０二四年放水。"] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn a_draft_in_full_width_throughout_is_one_finding() {
        let text = article(&"３月１２日放水。".repeat(6));
        let found = found(RULE, &text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.zh, "全文共有12处全角数字，应为半角");
        assert!(fixed(RULE, &text).contains("3月12日"));
    }
}
