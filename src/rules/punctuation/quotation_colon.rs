//! A colon where the quotation does not stand alone.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 引文前的冒号用法不当。
    ///
    /// A colon before a quotation that does not take one.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 三种情形：引文是句子的一部分（提出：“……”的思路，说了声：“再见”就走）；“据……报道”“据……载”之后；“某某说”插在一句引文中间。
    /// Three cases: the quotation is part of the sentence and goes on with a particle; the words before it name
    /// a source and announce nothing; or they stand between the halves of one sentence.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.6.1、A.6.3、B.1.5：没有停顿处不用冒号；“据……”不是提示语，用逗号；“某某说”插在引文之间时用逗号。
    /// GB/T 15834-2011, A.6.1, A.6.3 and B.1.5: no colon where there is no pause; a source is followed by a
    /// comma, and so are words between the halves of a quotation.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇提出：“以渠兴农”的思路，组织干部群众清理沟渠。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 据《青禾县志》载：主渠始建于明代。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// “渠通了，”村支书说：“水就来了。”
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村支书说：“渠通了，水就来了。”他还说：“要护好渠。”提出“以渠兴农”的思路。“渠通了。”他说：“水就来了。”
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去冒号，或改为逗号。
    /// Delete the colon, or use a comma.
    QuotationColon = "punctuation/quotation-colon" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:提出|坚持|围绕|秉持|本着|按照|树立|践行|奉行|遵循|确立|落实)了?(：)“[^“”。！？：]{2,24}”的[\\u{4e00}-\\u{9fff}]",
    )
});
/// 说了声：“再见”就走.
static CALL: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?:说|喊|叫|道|骂|唱)了?一?[声句](：)“[^“”。！？：，]{1,16}”[就便又]"));
static SOURCE: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?:^|[。，；！？”])据[^，。：；、（）]{1,16}(?:报道|记载|载)(：)"));
static BETWEEN: LazyLock<Regex> =
    LazyLock::new(|| pattern("“[^“”。！？]+，”[^“”。，！？：]{1,16}(?:说|道|表示|介绍)(：)“"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut tell = |pattern: &Regex, words: Words, right: &str| {
        each_match(view, &['：'], pattern, |block, found| {
            let colon = group(found, 1);
            report(view, findings, block, colon, words.clone(), Some(Mend::with_care(colon, right)));
        });
    };
    for part in [&PART, &CALL] {
        let words = Words::new(
            "引文是句子的一部分，前面没有停顿，不用冒号",
            "the quotation is part of the sentence: no colon before it",
        );
        tell(part, words, "");
    }
    tell(
        &SOURCE,
        Words::new(
            "“据……”交代来源，不是提示语，后面用逗号",
            "words that name the source take a comma, not a colon",
        ),
        "，",
    );
    tell(
        &BETWEEN,
        Words::new(
            "“某某说”插在一句引文中间，后面用逗号",
            "words between the halves of one quotation take a comma",
        ),
        "，",
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/quotation-colon";

    #[test]
    fn each_case_is_mended() {
        for (wrong, right) in [
            ("提出：“以渠兴农”的思路。", "提出“以渠兴农”的思路。"),
            ("他说了声：“再见”就走。", "他说了声“再见”就走。"),
            ("据县志载：渠始于明。", "据县志载，渠始于明。"),
            ("“渠通了，”他说：“水就来了。”", "“渠通了，”他说，“水就来了。”"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn announcements_keep_their_colon() {
        for sentence in [
            "他说：“渠通了，水就来了。”的确如此。",
            "“渠通了。”他说：“水就来了。”",
            "会议提出：“以渠兴农，以水润田。”",
            "本报报道：渠通了。",
            "收据记载的数额：3元。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
