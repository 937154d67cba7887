//! A mark at the end of a headline.

use super::marks::{Mend, blocks, report};
use crate::{
    outline::BlockKind,
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 标题末尾用了点号。
    ///
    /// A headline ends in a stop or comma.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 引题、主题、副题、小标题末尾的。，、；：。问号、叹号、省略号可用。
    /// Full stops, commas and colons at the end of a kicker, headline, deck or section head. Question and
    /// exclamation marks and the ellipsis may stand there.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.4：标题的末尾一般不用点号，有时可根据需要用问号、叹号或省略号。
    /// GB/T 15834-2011, B.4: a headline usually ends without a mark; question and exclamation marks and the
    /// ellipsis are allowed.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水。
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水，水从哪里来？
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去末尾的点号；可自动修复。
    /// Delete the mark; the fix does that.
    HeadlinePeriod = "punctuation/headline-period" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        let Some(mark) = text.chars().next_back() else { continue };
        let is_fault = match block.kind {
            // A colon may lead on to what stands below a section head.
            BlockKind::SectionHead => matches!(mark, '。' | '，' | '、' | '；'),
            BlockKind::Headline | BlockKind::Kicker | BlockKind::Deck => {
                matches!(mark, '。' | '，' | '、' | '；' | '：')
            }
            _ => false,
        };
        let at = Span::new(text.len() - mark.len_utf8(), text.len());
        if is_fault && !text.ends_with("。。") {
            report(
                view,
                findings,
                block,
                at,
                Words::new(format!("标题末尾不用“{mark}”"), format!("no {mark} at the end of a headline")),
                Some(Mend::safe(at, "")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "punctuation/headline-period";

    fn draft(headline: &str) -> String {
        format!("{headline}\n\n入春以来，全镇动员，干部带头，群众参与，清理沟渠。\n")
    }

    #[test]
    fn a_headline_loses_its_stop() {
        assert_eq!(fixed(RULE, &draft("青禾镇修渠引水。")), draft("青禾镇修渠引水"));
    }

    #[test]
    fn questions_exclamations_and_quotations_may_end_it() {
        for headline in ["水从哪里来？", "水来了！", "水来了……", "村民说：“水来了。”", "青禾镇修渠引水"]
        {
            assert_eq!(hits(RULE, &draft(headline)), Vec::<String>::new(), "{headline}");
        }
    }
}
