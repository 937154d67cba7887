//! A person named twice for the same work on one article.

use std::collections::HashMap;

use crate::{
    outline::Byline,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 同一篇文章的署名重复。
    ///
    /// The same person signs one article twice.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一人以同一身份两次署名：行首与文末各署一次，或署名行重复。文字、图片由一人完成不算。
    /// One name twice in the same role: in the lead and again at the end, or a byline printed twice. Text and pictures
    /// by one hand are two roles.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸编校差错率计算方法》将多字、重复计为差错；重复署名多是拼版、粘贴时留下的，也可能是另一位作者的姓名被覆盖。
    /// The error-rate rules for newspapers count repeated text as an error; a second signature is left over from
    /// pasting, or has taken the place of another author.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 本报讯（记者 唐启明）入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。（记者 唐启明）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 本报讯（记者 唐启明 通讯员 何小雨）入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去多余的一处；若是两位同名作者，请注明单位以示区别。
    /// Delete one of the two; tell namesakes apart by their offices.
    DuplicateByline = "structure/duplicate-byline" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        class: Name,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut known: HashMap<(&str, &str), Span> = HashMap::new();
    for byline in &view.article.bylines {
        for name in &byline.names {
            let Some(&first) = known.get(&(work(byline), name.text.as_str())) else {
                known.insert((work(byline), &name.text), name.span);
                continue;
            };
            let name_text = &name.text;
            let found = findings.report(
                name.span,
                Words::new(
                    format!("“{name_text}”在本篇已署名一次，署名重复"),
                    format!("“{name_text}” has signed this article before"),
                ),
            );
            let words = Words::new("前一处署名", "signed here first");
            found.related.push(Related { span: first, words });
        }
    }
}

/// What the byline is for: reporters and authors write, whatever they are called.
fn work(byline: &Byline) -> &str {
    let writes = byline.is_author() && !matches!(byline.role.as_str(), "供稿" | "投稿" | "整理" | "统稿");
    if writes { "文" } else { &byline.role }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "structure/duplicate-byline";

    #[test]
    fn a_byline_printed_twice_is_found() {
        let text =
            "青禾镇修渠引水\n\n入春以来，青禾镇清理沟渠，疏通水道。\n\n（记者 唐启明）\n\n（记者 唐启明）\n";
        assert_eq!(hits(RULE, text), ["唐启明"]);
    }

    #[test]
    fn text_and_pictures_by_one_hand_are_no_repetition() {
        let text = "青禾镇修渠引水\n\n入春以来，青禾镇清理沟渠，疏通水道。\n\n文/唐启明 图/唐启明\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
