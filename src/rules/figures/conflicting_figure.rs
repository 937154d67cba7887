//! A figure in the head of an article that its body contradicts.

use super::plain;
use crate::{
    annotate::Figure,
    lexicon::unit::comparable,
    outline::BlockKind,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::chars::is_han,
};

rule! {
    /// 标题里的数字与正文不一致。
    ///
    /// A figure in the headline that the body contradicts.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 引题、主题、副题里的数字，与正文里同样词语引出、单位相同的数字不一致。四舍五入和“近、约、余、超”容得下的差别
    /// 不报。
    /// A figure in kicker, headline or deck against the figures of the body that the same words lead up to, in the same
    /// unit. Rounding and words of estimate are allowed for.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 标题与正文说的是同一件事，数字应当一致。
    /// Headline and body tell of the same thing and should give the same number.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇收集建议172件
    ///
    /// 青禾镇连日来走访群众，共收集建议127件。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇收集建议120余件
    ///
    /// 青禾镇连日来走访群众，共收集建议127件。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对后统一；若本来说的是两件事，换一个说法以免误解。
    /// Check and make them agree; if they tell of two things, say so in other words.
    ConflictingFigure = "figures/conflicting-figure" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// How many characters in front of both figures must be the same.
const SHARED: usize = 3;

/// How many characters must be the same behind both figures.
const SHARED_BEHIND: usize = 4;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let kind = |figure: &Figure| view.article.blocks[figure.place.block].kind;
    let is_head =
        |figure: &&Figure| matches!(kind(figure), BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck);
    for head in view.annotations.figures.iter().filter(is_head) {
        let same: Vec<&Figure> = view
            .annotations
            .figures
            .iter()
            .filter(|body| kind(body) == BlockKind::Paragraph && comparable(&body.unit, &head.unit))
            .filter(|body| {
                shared(view, head, body) >= SHARED || shared_behind(view, head, body) >= SHARED_BEHIND
            })
            .collect();
        let [first, ..] = same.as_slice() else { continue };
        if same.iter().any(|body| agree(head, body)) {
            continue;
        }
        let finding = findings.report(
            head.place.span,
            Words::new(
                format!(
                    "标题说“{}”，正文说“{}”（{} ≠ {}）",
                    head.text,
                    first.text,
                    plain(head.value),
                    plain(first.value)
                ),
                format!(
                    "the head says “{}”, the body “{}” ({} ≠ {})",
                    head.text,
                    first.text,
                    plain(head.value),
                    plain(first.value)
                ),
            ),
        );
        finding.related.extend(same.iter().map(|body| Related {
            span: body.place.span,
            words: Words::new(format!("正文里的“{}”", body.text), format!("“{}” in the body", body.text)),
        }));
    }
}

/// The number of characters right behind both figures that are the same: 260户|居民用上 and 280户|居民用上.
fn shared_behind(view: &ArticleView<'_>, a: &Figure, b: &Figure) -> usize {
    let behind = |figure: &Figure| {
        let text = view.article.blocks[figure.place.block].text.as_str();
        text[figure.place.at.end..].chars()
    };
    behind(a).zip(behind(b)).take_while(|(a, b)| a == b && is_han(*a)).count()
}

/// The number of characters right in front of both figures that are the same.
fn shared(view: &ArticleView<'_>, a: &Figure, b: &Figure) -> usize {
    let before = |figure: &Figure| {
        let text = view.article.blocks[figure.place.block].text.as_str();
        text[..figure.place.at.start].trim_end_matches(['了', '共', '为', '达']).chars().rev()
    };
    before(a).zip(before(b)).take_while(|(a, b)| a == b && is_han(*a)).count()
}

/// Whether both may be the same quantity, one of them perhaps rounded.
fn agree(a: &Figure, b: &Figure) -> bool {
    let slack = a.value.max(b.value) * 0.02;
    let is_round = |figure: &Figure| figure.text.contains(['万', '亿']) || figure.value % 100.0 == 0.0;
    let slack = if is_round(a) || is_round(b) { slack } else { 1e-6 };
    a.low <= b.high + slack && b.low <= a.high + slack
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    fn bulletin(head: &str, body: &str) -> String {
        format!("青禾镇{head}\n\n　　青禾镇连日来走访群众，{body}。\n")
    }

    #[test]
    fn the_same_words_with_another_number_conflict() {
        let text = bulletin("收集建议172件", "共收集建议127件");
        assert_eq!(hits("figures/conflicting-figure", &text), ["172件"]);
    }

    #[test]
    fn rounding_and_estimates_agree() {
        for (head, body) in [
            ("收集建议近3000件", "共收集建议2986件"),
            ("惠及群众约16万人", "惠及群众15.98万人"),
            ("惠及群众42万人", "惠及群众41.86万人"),
            ("收集建议超100件", "共收集建议127件"),
            ("收集建议172件", "共收集建议127件，后又收集建议172件"),
            ("收集建议172件", "共收集线索127件"),
        ] {
            let text = bulletin(head, body);
            assert!(hits("figures/conflicting-figure", &text).is_empty(), "{text}");
        }
    }
}
