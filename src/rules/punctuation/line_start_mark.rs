//! A mark that opens a paragraph.

use super::marks::{behind, blocks, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 段首用了句号、逗号等点号。
    ///
    /// A paragraph begins with a stop or comma.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 段落、标题以。，、；：？！开头。前一行断开、由 structure/broken-paragraph 指出的不重复报。
    /// A paragraph or head that begins with such a mark; a line cut from the one before is left to the rule on
    /// broken paragraphs.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第5.1.1条：句号、逗号、顿号、分号、冒号、问号、叹号不能出现在一行之首。
    /// GB/T 15834-2011, 5.1.1: these marks do not begin a line.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。
    ///
    /// ，方便村民灌溉，节水三成，群众都说修得好。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。
    ///
    /// “方便得很！”村民说。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 查看前面是否漏了文字，或删去多余的标点。
    /// See whether words are lost before it, or delete the mark.
    LineStartMark = "punctuation/line-start-mark" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

const MARKS: [char; 7] = ['。', '，', '、', '；', '：', '？', '！'];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        // A line that was joined to a sentence already ended cannot go on with it.
        let joins = block.text.joins().filter(|&at| text[..at].ends_with(['。', '！', '？']));
        for at in std::iter::once(0).chain(joins) {
            let Some(mark) = behind(text, at).filter(|mark| MARKS.contains(mark)) else { continue };
            report(
                view,
                findings,
                block,
                Span::new(at, at + mark.len_utf8()),
                Words::new(
                    format!("“{mark}”不能出现在段首：前面可能漏了文字"),
                    format!("no paragraph begins with {mark}: words may be lost before it"),
                ),
                None,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "punctuation/line-start-mark";

    #[test]
    fn a_paragraph_does_not_begin_with_a_stop() {
        let text = "青禾镇修渠引水\n\n入春以来，全镇动员，干部带头，清理沟渠。\n\n；疏通水道，方便灌溉，村民都说好。\n";
        assert_eq!(hits(RULE, text), ["；"]);
        assert_eq!(hits(RULE, &text.replace("；疏", "疏")), Vec::<String>::new());
    }
}
