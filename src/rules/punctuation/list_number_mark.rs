//! The mark behind a list number.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, blocks, group, pattern, report};
use crate::{
    outline::Block,
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 序号后面的标点不合规定。
    ///
    /// The mark behind a list number is not the one it takes.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 行首的“1、”“（一）、”“①、”“一，”，行首和句首的“第一、”“首先、”“一是、”。“一、二产业”“1、2号楼”等并列不查。
    /// At the start of a line a number with the wrong mark, and the same behind ordinal words. Enumerations of
    /// numbers are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.3：不带括号的汉字数字后用顿号，阿拉伯数字、拉丁字母后用下脚点；带括号和圈码的序号后不用点号；“第一”“首先”之后用逗号。
    /// GB/T 15834-2011, B.3: Chinese numerals take the enumeration comma, Arabic ones a point; numbers in
    /// brackets or circles take nothing; ordinal words take a comma. Drafts break this often and nobody misreads it, so
    /// it is information.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众抓好以下工作。
    ///
    /// 1、清理沟渠，疏通水道，方便村民灌溉。
    ///
    /// 2、加固堤坝，整修水闸，确保汛期安全。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 一、清理沟渠，疏通水道。第一，抓早；第二，抓实。
    ///
    /// 1.加固堤坝，一、二产业受益。
    ///
    /// （一）整修水闸，1、2号闸完工。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用规定的标点；可自动修复。
    /// Use the mark the standard has; the fix does that.
    ListNumberMark = "punctuation/list-number-mark" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

const NUMERALS: &str = "一二三四五六七八九十";

/// A number at the start of a line, its mark, and what stands there instead.
static OPENING: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    [
        ("^[0-9]{1,2}([、，])[^0-9第]".to_owned(), "."),
        (format!("^[（(](?:[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})[）)]([、，.．])"), ""),
        ("^[①-⑳]([、，.．])".to_owned(), ""),
        (format!("^[{NUMERALS}]{{1,3}}([，.．])[^{NUMERALS}0-9]"), "、"),
    ]
    .map(|(text, right)| (pattern(&text), right))
    .into()
});
/// Words that number at the start of a sentence or clause.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "(?:^|[。；：！？])(?:[第其][{NUMERALS}]{{1,2}}(、)[^{NUMERALS}第其0-9]|(?:首先|其次|再次|最后)(、)|[{NUMERALS}]是(、))"
    ))
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        let opening =
            OPENING.iter().find_map(|(pattern, right)| Some((group(&pattern.captures(text)?, 1), *right)));
        if let Some((mark, right)) = opening {
            tell(view, findings, block, mark, right);
        }
        if !block.text.may_hold('、') {
            continue;
        }
        for found in WORDS.captures_iter(text) {
            let Some(mark) = (1..=3).find_map(|index| found.get(index)) else { continue };
            let right = if found.get(3).is_some() { "" } else { "，" };
            tell(view, findings, block, mark.range().into(), right);
        }
    }
}

fn tell(view: &ArticleView<'_>, findings: &mut Findings<'_>, block: &Block, mark: Span, right: &str) {
    let wrong = mark.of(block.text.as_str());
    let words = if right.is_empty() {
        Words::new(
            format!("这种序号后面不用“{wrong}”"),
            format!("no {wrong} behind a list number of this form"),
        )
    } else {
        Words::new(
            format!("这种序号后面用“{right}”，不用“{wrong}”"),
            format!("a list number of this form takes {right}, not {wrong}"),
        )
    };
    report(view, findings, block, mark, words, Some(Mend::safe(mark, right)));
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits, mended};

    const RULE: &str = "punctuation/list-number-mark";

    fn lines(first: &str) -> String {
        format!("青禾镇修渠引水\n\n入春以来，全镇动员，抓好以下工作。\n\n{first}，疏通水道，方便灌溉。\n")
    }

    #[test]
    fn every_form_gets_its_mark() {
        for (wrong, right) in [
            ("1、清理沟渠", "1.清理沟渠"),
            ("（一）、清理沟渠", "（一）清理沟渠"),
            ("①、清理沟渠", "①清理沟渠"),
            ("二，清理沟渠", "二、清理沟渠"),
        ] {
            assert_eq!(fixed(RULE, &lines(wrong)), lines(right));
        }
        assert_eq!(
            mended(RULE, "第一、抓早；第二、抓实。首先、清渠。"),
            "第一，抓早；第二，抓实。首先，清渠。"
        );
        assert_eq!(mended(RULE, "做法是：一是、清渠；二是、护渠。"), "做法是：一是清渠；二是护渠。");
    }

    #[test]
    fn enumerations_of_numbers_are_left_alone() {
        for first in [
            "1、2号闸完工",
            "一、二产业受益",
            "第一、二、三小组清渠",
            "1.清渠",
            "（一）清渠",
            "一、清渠",
            "一是，清渠",
            "第一、第二小组清渠",
        ] {
            assert_eq!(hits(RULE, &lines(first)), Vec::<String>::new(), "{first}");
        }
    }
}
