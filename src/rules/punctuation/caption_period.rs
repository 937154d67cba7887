//! A full stop at the end of a caption.

use super::marks::{Mend, blocks, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 图注末尾用了句号。
    ///
    /// A caption ends in a full stop.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 以“图为”“图1：”一类开头的单独一段，末尾是句号的。
    /// A paragraph of its own that begins like a caption and ends in a full stop.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.1：图或表的短语式说明文字，中间可用逗号，末尾不用句号；前面的语段已出现句号的，结尾处仍不用句号。
    /// GB/T 15834-2011, A.1: a caption does not end in a full stop, even if there is one inside.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。
    ///
    /// 图为村民正在主渠清淤，现场干劲十足。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。
    ///
    /// 图为村民正在主渠清淤，现场干劲十足
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去末尾的句号；可自动修复。
    /// Delete the stop; the fix does that.
    CaptionPeriod = "punctuation/caption-period" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        if text.ends_with('。') && block.is_caption() {
            let at = Span::new(text.len() - '。'.len_utf8(), text.len());
            let words = Words::new("图注末尾不用句号", "a caption does not end in a full stop");
            report(view, findings, block, at, words, Some(Mend::safe(at, "")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "punctuation/caption-period";

    fn draft(caption: &str) -> String {
        format!("青禾镇修渠引水\n\n入春以来，全镇动员，干部带头，清理沟渠。\n\n{caption}\n")
    }

    #[test]
    fn the_stop_of_a_caption_is_found() {
        assert_eq!(hits(RULE, &draft("图为村民在主渠清淤。干劲十足。")), ["。"]);
        assert_eq!(fixed(RULE, &draft("图1：村民在主渠清淤。")), draft("图1：村民在主渠清淤"));
    }

    #[test]
    fn sentences_about_pictures_keep_theirs() {
        for text in
            ["图书送到村里，方便群众借阅。", "图谋私利者已受处分，群众叫好。", "图为村民在主渠清淤，干劲十足"]
        {
            assert_eq!(hits(RULE, &draft(text)), Vec::<String>::new(), "{text}");
        }
    }
}
