//! An article that stops in the middle of a sentence.

use super::broken_paragraph::is_broken_throughout;
use crate::rules::{ArticleView, Findings, Severity, Words, rule};

rule! {
    /// 文章在句子中间中断，结尾没有句末标点。
    ///
    /// An article stops in the middle of a sentence.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 全文最后一段以字或逗号收尾，没有句号、问号、叹号。
    /// The last paragraph of the article ends in a word or a comma instead of a stop.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.1.3条：陈述句末尾用句号。没有句末点号的结尾，多是截稿、复制时丢了后文，按《报纸编校差错率
    /// 计算方法》属漏字漏句。
    /// GB/T 15834-2011, 4.1.3: a statement ends in a full stop. Without one, text was most likely lost on the way.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。截至目前，全镇已清理沟渠12公里，受益农户
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道。截至目前，全镇已清理沟渠12公里，受益农户300余户。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 对照原稿补足后文。原文确实如此的，补上省略号或句号。
    /// Restore the rest from the manuscript; if there is none, end the sentence.
    TruncatedArticle = "structure/truncated-article" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        class: Grammar,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let Some(span) = view.article.truncation else { return };
    let words = span.of(view.text);
    let found = findings.report(
        span,
        Words::new(
            format!("文章止于“…{words}”，句子没有写完，后文可能丢失"),
            format!("the article stops at “…{words}” in the middle of a sentence; the rest may be lost"),
        ),
    );
    // Where every line ends in the middle of a sentence, the last one says little.
    if is_broken_throughout(view) {
        found.severity = Severity::Info;
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::{
        Severity,
        testing::{found, hits},
    };

    #[test]
    fn in_a_text_broken_throughout_it_is_a_hint() {
        let cut = "镇里还为全镇36处蓄\n\n水池加固了堤坝，方便村民灌溉。";
        let text =
            format!("青禾镇修渠引水\n\n入春以来，青禾镇清理沟渠。{}眼下，春灌工作正在\n", cut.repeat(7));
        let severities: Vec<_> =
            found("structure/truncated-article", &text).iter().map(|found| found.severity).collect();
        assert_eq!(severities, [Severity::Info]);
    }

    #[test]
    fn the_last_words_are_marked() {
        let text = "青禾镇修渠引水\n\n入春以来，青禾镇清理沟渠，疏通水道。全镇已清理沟渠12公里，受益农户\n";
        assert_eq!(
            hits("structure/truncated-article", text),
            ["公里，受益农户"].map(|tail| format!("2{tail}"))
        );
    }
}
