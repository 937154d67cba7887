//! The enumeration comma before 等 or 以及.

use super::marks::{Mend, before, each_mark, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// “等”“以及”之前用了顿号。
    ///
    /// An enumeration comma stands before a word that closes or sums up the enumeration.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “、等”和“、以及”。“等级”“等离子”一类不查。
    /// The comma before such a word; other words that begin with the same character are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.1.2：用顿号隔开的并列词语后用“等”时，“等”前不用点号；附录A.3：“以及”前用逗号。
    /// GB/T 15834-2011, B.1.2: no mark stands before the closing word of an enumeration; A.3: a comma stands
    /// before the word that joins the last item.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头、箩筐、等工具，清理沟渠。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头、箩筐、以及各家的茶水，清理沟渠。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头等工具，以及各家的茶水，清理等高线、等外渠道。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// “等”前的顿号删去，“以及”前的改为逗号；可自动修复。
    /// Delete the mark, or use a comma; the fix does that.
    EnumerationBeforeDeng = "punctuation/enumeration-before-deng" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// Words that begin with 等 and may stand in an enumeration.
const OTHER_WORDS: [&str; 16] = [
    "等级",
    "等待",
    "等候",
    "等高",
    "等离子",
    "等号",
    "等价",
    "等效",
    "等额",
    "等比",
    "等差",
    "等外",
    "等闲",
    "等同",
    "等边",
    "等温",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_mark(view, '、', |block, at| {
        let text = block.text.as_str();
        let rest = &text[at.end..];
        let is_numeral = |c: char| "一二三四五六七八九十0123456789".contains(c);
        let Some(last) = before(text, at.start).filter(|&c| !is_numeral(c)) else { return };
        let (words, right) =
            if rest.starts_with('等') && !OTHER_WORDS.iter().any(|word| rest.starts_with(word)) {
                (Words::new("“等”前不用顿号", "no enumeration comma before 等"), "")
            } else if rest.starts_with("以及") && last != '、' {
                let words = Words::new(
                    "“以及”前用逗号，不用顿号",
                    "a comma, not an enumeration comma, stands before 以及",
                );
                (words, "，")
            } else {
                return;
            };
        report(view, findings, block, at, words, Some(Mend::safe(at, right)));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/enumeration-before-deng";

    #[test]
    fn both_are_mended() {
        assert_eq!(mended(RULE, "带来锹、锄、等工具。"), "带来锹、锄等工具。");
        assert_eq!(mended(RULE, "带来锹、锄、以及茶水。"), "带来锹、锄，以及茶水。");
    }

    #[test]
    fn ranks_and_other_words_are_left_alone() {
        for sentence in
            ["一、二、等外各分三类。", "按面积、等级计费。", "测绘水位、等高线。", "带来锹、锄等，以及茶水。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
