//! A colon within the reach of another.

use super::marks::{blocks, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 一句话里套用冒号。
    ///
    /// One sentence has a colon within another.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一句里、引号和括号之外的两个冒号。“时间：”“记者：”等标签和时刻、比分不算。
    /// Two colons in one sentence outside quotation marks and brackets. Labels, times and scores do not count.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.7.3.5条：一个句子内部一般不应套用冒号；需要时宜另起段落。
    /// GB/T 15834-2011, 4.7.3.5: one sentence is not to nest colons; a new paragraph may help.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇今年抓好三项重点工作：一是修渠，做到两个到位：人员到位、资金到位。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 联系电话：1234，时间：8：30，村支书说：“要做到两个到位：人员到位、资金到位。”
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改写，或另起一段。
    /// Rephrase, or begin a new paragraph.
    ColonInColon = "punctuation/colon-in-colon" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// Fewer characters before a colon are a label: 时间, 联系电话. The colon within the reach of another needs less.
const LABEL: usize = 7;
const INNER_LABEL: usize = 5;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        if !block.text.may_hold('：') || text.matches('：').count() < 2 {
            continue;
        }
        for at in inner_colons(text) {
            report(
                view,
                findings,
                block,
                Span::new(at, at + '：'.len_utf8()),
                Words::new(
                    "一句话里套用了冒号：宜改写或另起一段",
                    "a colon within the reach of another: rephrase, or begin a new paragraph",
                ),
                None,
            );
        }
    }
}

/// The colons in the reach of an earlier one of the same sentence.
fn inner_colons(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut has_colon = false;
    // Characters since the last mark.
    let mut length = 0;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '“' | '‘' | '（' | '《' | '(' | '【' => depth += 1,
            '”' | '’' | '）' | '》' | ')' | '】' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '；' | '\n' if depth == 0 => has_colon = false,
            '：' if depth == 0 && !last.is_ascii_digit() => {
                if has_colon && length >= INNER_LABEL {
                    found.push(at);
                }
                has_colon |= length >= LABEL;
            }
            _ => {}
        }
        length = if matches!(c, '，' | '。' | '！' | '？' | '；' | '：' | ' ' | '　') {
            0
        } else {
            length + 1
        };
        last = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "punctuation/colon-in-colon";

    #[test]
    fn the_inner_colon_is_found() {
        assert_eq!(hits_in(RULE, "今年抓好三项重点工作：一是修渠做到两个到位：人员到位、资金到位。"), ["："]);
    }

    #[test]
    fn labels_times_quotations_and_new_sentences_are_right() {
        for sentence in [
            "时间：3月，地点：主渠。",
            "今年的工作安排如下：上午8：30开工。",
            "村支书在会上表示：“抓好以下三项工作：修渠。”",
            "今年抓好三项重点工作：修渠。明年抓好三项重点工作：护渠。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
