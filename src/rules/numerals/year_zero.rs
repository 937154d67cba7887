//! A nought in a year of Chinese numerals that is not 〇: 二零一二年, 二0一二年.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{BulletinView, Findings, Words, rule};

use super::systemic::{self, Misprint};

rule! {
    /// 汉字年份里的“〇”误作“零、○、0、O”。
    ///
    /// A nought in a year of Chinese numerals that is not 〇.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “二零一二年”“二0一二年”“二○二五年”“二O二五年”之类。全文多处如此的，只报一次。
    /// The nought of quantities, a circle, a letter or an Arabic nought in a year of Chinese numerals. A draft that
    /// does so throughout is named once.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.2.5条：阿拉伯数字“0”用作编号时，汉字形式为“〇”；用作计量时为“零”。
    /// GB/T 15835-2011, 5.2.5: the nought of a code, such as a year, has a sign of its own; that of a quantity is
    /// another.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 水渠于二零一二年建成。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 水渠于二〇一二年建成，长一千零二十米，2012年加固。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“〇”；可自动修复。
    /// Write 〇; the fix does that.
    YearZero = "numerals/year-zero" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Bulletin(check),
    }
}

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    let noughts = "零○◯〇OoＯ0０";
    Regex::new(&format!("(?P<year>[一二][一二三四五六七八九{noughts}]{{3}})(?:年|[至到—～-][一二])"))
        .expect("the pattern is sound")
});

/// The signs that are not 〇.
const NOT_NOUGHT: [char; 7] = ['零', '○', '◯', 'O', 'o', '0', '０'];

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    let text = bulletin.text;
    let years = YEAR.captures_iter(text).filter_map(|found| found.name("year"));
    let misprints = years
        .filter(|year| year.as_str().contains(NOT_NOUGHT) || year.as_str().contains('Ｏ'))
        .filter(|year| {
            !text[..year.start()]
                .ends_with(|c: char| c.is_alphanumeric() && "一二三四五六七八九十百千万亿零〇第".contains(c))
        })
        .map(|year| Misprint {
            span: year.range().into(),
            right: year.as_str().replace(NOT_NOUGHT, "〇").replace('Ｏ', "〇"),
        })
        .collect();
    systemic::report(
        text,
        findings,
        misprints,
        |printed, right| {
            Words::new(
                format!("年份“{printed}”里的零应写作“〇”，即“{right}”"),
                format!("the nought in the year {printed} is written 〇: {right}"),
            )
        },
        |count| {
            Words::new(
                format!("全文共有{count}处汉字年份里的零没有写作“〇”"),
                format!("{count} years in Chinese numerals in this draft have another sign for 〇"),
            )
        },
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits, hits_in};

    const RULE: &str = "numerals/year-zero";

    #[test]
    fn the_nought_is_written_right() {
        for (sentence, right) in [
            ("二零一二年建成。", "。二〇一二年建成"),
            ("二0一二年建成。", "。二〇一二年建成"),
            ("二○二五年建成。", "。二〇二五年建成"),
            ("二O二０年建成。", "。二〇二〇年建成"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn quantities_and_right_years_are_left_alone() {
        for sentence in
            ["二〇一二年建成。", "长一千零二十米。", "一九九八年建成。", "一百零二年过去了。", "2012年建成。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn a_draft_that_does_so_throughout_is_one_finding() {
        let text = article(&"二零一二年建成。".repeat(9));
        assert_eq!(hits(RULE, &text).len(), 1);
        assert!(!fixed(RULE, &text).contains('零'));
    }
}
