//! A quotation of several paragraphs that is not opened anew in each.

use super::marks::{Mend, report};
use crate::{
    outline::{Block, BlockKind},
    rules::{ArticleView, Findings, Related, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 引文不止一段，后面的段首没有用前引号。
    ///
    /// A quotation goes on over several paragraphs, and a later one does not open with a quotation mark.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 一段里的前引号没有对应的后引号，段末话已说完，后引号在随后几段之内，而中间各段的段首没有前引号的。
    /// A paragraph that ends in a stop with its quotation still open, the closing mark at the end of one of the
    /// next paragraphs, and between them a paragraph that does not begin with an opening mark.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.8.3.5条：独立成段的引文如果只有一段，段首和段尾都用引号；不止一段时，每段开头仅用前引号，只在最后一段末尾用后引号。
    /// GB/T 15834-2011, 4.8.3.5: where a quotation has several paragraphs, each opens with a quotation mark and only
    /// the last one closes.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 镇长在会上说：“入春以来，各村清理沟渠，疏通水道，主渠已经修通。
    ///
    /// 下一步要管好渠、用好水，不让一滴水白白流走。”
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 镇长在会上说：“入春以来，各村清理沟渠，疏通水道，主渠已经修通。
    ///
    /// “下一步要管好渠、用好水，不让一滴水白白流走。”
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 引文若是连续的，在段首补前引号；若第一段已引完，补上那里的后引号。
    /// Open the paragraph with a quotation mark, or close the first one if the quotation ended there.
    QuotationOverParagraphs = "punctuation/quotation-over-paragraphs" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// A quotation is looked for in so many paragraphs behind the one that opens it.
const REACH: usize = 4;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let blocks = &view.article.blocks;
    for (first, block) in blocks.iter().enumerate() {
        let Some(opening) = open_quotation(block) else { continue };
        let rest: Vec<&Block> = blocks[first + 1..]
            .iter()
            .take_while(|block| block.kind == BlockKind::Paragraph)
            .take(REACH)
            .collect();
        let Some(last) = rest.iter().position(|block| closes(block)) else { continue };
        // Where another quotation is open in between nobody knows what belongs together.
        if rest[..last].iter().any(|block| block.text.as_str().contains(['“', '”'])) {
            continue;
        }
        for block in &rest[..=last] {
            let words = Words::new(
                "引文不止一段的，每段段首都要用前引号",
                "every paragraph of a quotation opens with a quotation mark",
            );
            let start = block.text.as_str().chars().next().map_or(0, char::len_utf8);
            let mend = Mend::with_care(Span::new(0, 0), "“");
            let finding = report(view, findings, block, Span::new(0, start), words, Some(mend));
            finding.related.push(Related {
                span: opening,
                words: Words::new("引文从这里开始", "the quotation begins here"),
            });
        }
    }
}

/// Where a paragraph that ends with a whole sentence leaves a quotation open.
fn open_quotation(block: &Block) -> Option<Span> {
    let text = block.text.as_str();
    if block.kind != BlockKind::Paragraph || !text.ends_with(['。', '！', '？', '…', '：', '；']) {
        return None;
    }
    let at = text.rfind('“').filter(|&at| !text[at..].contains('”'))?;
    Some(block.text.to_source(Span::new(at, at + '“'.len_utf8())))
}

/// Whether the only quotation mark of a paragraph is the one that closes it.
fn closes(block: &Block) -> bool {
    let text = block.text.as_str();
    text.starts_with(is_han) && text.ends_with('”') && !text.contains('“') && text.matches('”').count() == 1
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "punctuation/quotation-over-paragraphs";
    const FIRST: &str = "青禾镇修渠引水\n\n镇长说：“入春以来，各村清理沟渠，主渠已经修通。";

    #[test]
    fn each_paragraph_is_opened_anew() {
        let wrong = format!("{FIRST}\n\n支渠也要修，水才流得远。\n\n渠要管好，水要用好。”\n");
        let right = format!("{FIRST}\n\n“支渠也要修，水才流得远。\n\n“渠要管好，水要用好。”\n");
        assert_eq!(hits(RULE, &wrong), ["支", "渠"]);
        assert_eq!(fixed(RULE, &wrong), right);
        assert_eq!(hits(RULE, &right), Vec::<String>::new());
    }

    #[test]
    fn quotations_of_one_paragraph_and_lost_marks_are_left_alone() {
        for rest in
            ["”\n\n渠要管好，水要用好。", "\n\n渠要管好，水要用好。", "\n\n支书说：“渠要管好，水要用好。”"]
        {
            assert_eq!(hits(RULE, &format!("{FIRST}{rest}\n")), Vec::<String>::new(), "{rest}");
        }
    }
}
