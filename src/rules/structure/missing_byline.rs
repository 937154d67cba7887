//! An unsigned article among signed ones.

use crate::{
    outline::{BlockKind, Byline},
    rules::{ArticleView, BulletinView, Findings, Related, Severity, Words, rule, settings::BylineStyle},
    text::Span,
};

rule! {
    /// 其他文章都有署名，唯独这篇没有。
    ///
    /// An article is unsigned where the others are signed.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 一期之中多数文章署了作者，而这篇没有作者、记者、通讯员或供稿单位。注明来源的转载稿、通讯社电稿不算。
    /// 单篇稿件没有署名的，仅作提示。
    /// An article without an author where at least half of the others have one. Reprints that name their source and
    /// agency copy are left alone. For a draft of one article it is a hint.
    ///
    /// ## 为什么 · Why
    ///
    /// 《著作权法》第十条规定作者享有署名权；同一期体例应当一致。漏署多是截稿或拼版时丢了末行。
    /// Article 10 of the Copyright Law gives authors the right to be named, and one issue keeps one style; a missing
    /// byline is usually a lost last line.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。（记者 唐启明）
    ///
    /// 白石村办起夜校
    ///
    /// 每到傍晚，白石村的农家书屋就亮起了灯。村里请来农技员讲课，村民听得入神。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。（记者 唐启明）
    ///
    /// 白石村办起夜校
    ///
    /// 每到傍晚，白石村的农家书屋就亮起了灯。村里请来农技员讲课，村民听得入神。（通讯员 何小雨）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 对照原稿补上作者；本就不署名的栏目可在配置中关闭此规则。
    /// Add the author from the manuscript; switch the rule off for columns that are never signed.
    MissingByline = "structure/missing-byline" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Bulletin(check),
    }
}

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    let wanted = bulletin.settings.style.bylines;
    if wanted == BylineStyle::Never {
        return;
    }
    let articles: Vec<_> =
        bulletin.articles.iter().filter(|(_, view)| view.article.paragraphs().next().is_some()).collect();
    let signed = articles.iter().filter(|(_, view)| is_signed(view)).count();
    for &&(base, ref view) in &articles {
        if is_signed(view) || is_credited(view) {
            continue;
        }
        let others = articles.len() - 1;
        let last_words = last_words(view).shift(base);
        if wanted == BylineStyle::Always {
            findings.report(last_words, Words::new("文末没有署名", "the article is unsigned"));
        } else if others == 0 {
            let words = Words::new("文末没有署名", "the article is unsigned");
            findings.report(last_words, words).severity = Severity::Info;
        } else if signed * 2 >= others {
            let headline = view.article.headline.as_ref().map(|part| part.span.shift(base));
            let found = findings.report(
                headline.unwrap_or(last_words),
                Words::new(
                    if signed == others {
                        format!("本篇没有署名，而其余{others}篇都有署名")
                    } else {
                        format!("本篇没有署名，而其余{others}篇中有{signed}篇署名")
                    },
                    format!("unsigned, while {signed} of the other {others} articles are signed"),
                ),
            );
            let words = Words::new("署名通常在此", "the byline would stand here");
            found.related.push(Related { span: last_words, words });
        }
    }
}

fn is_signed(view: &ArticleView<'_>) -> bool {
    view.article.bylines.iter().any(Byline::is_author)
}

/// Whether the article says where it comes from: a source, or a dateline of agency copy at its head or end.
fn is_credited(view: &ArticleView<'_>) -> bool {
    let has_source = view.article.bylines.iter().any(|byline| byline.role == "来源");
    let is_wired = view.article.dateline.as_ref().is_some_and(|dateline| dateline.text.ends_with('电'));
    let last = view.article.blocks.iter().rfind(|block| block.kind != BlockKind::Byline);
    has_source || is_wired || last.is_some_and(|block| block.text.as_str().ends_with("电）"))
}

/// The last eight characters of the last paragraph.
fn last_words(view: &ArticleView<'_>) -> Span {
    let blocks = &view.article.blocks;
    let last = blocks.iter().rfind(|block| block.kind == BlockKind::Paragraph);
    let span = last.map_or(Span::new(0, view.text.len()), |block| block.span);
    let start = span.of(view.text).char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    Span::new(span.start + start, span.end)
}

#[cfg(test)]
mod tests {
    use crate::{
        check::Analysis,
        rules::{
            Severity,
            testing::{found, hits},
        },
    };

    const RULE: &str = "structure/missing-byline";
    const SIGNED: &str =
        "青禾镇修渠引水\n\n入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。（记者 唐启明）\n\n";
    const UNSIGNED: &str =
        "白石村办起夜校\n\n每到傍晚，白石村的农家书屋就亮起了灯。村里请来农技员讲课，村民听得入神。\n\n";

    #[test]
    fn the_headline_of_the_unsigned_article_is_marked() {
        assert_eq!(hits(RULE, &format!("{SIGNED}{UNSIGNED}")), ["白石村办起夜校"]);
    }

    #[test]
    fn a_draft_that_signs_nothing_is_left_alone() {
        let text = format!("{UNSIGNED}（责任编辑：董子龙）\n\n").repeat(2);
        assert_eq!(Analysis::of(&text).articles.len(), 2);
        assert_eq!(hits(RULE, &text), Vec::<String>::new());
    }

    #[test]
    fn agency_copy_and_reprints_need_no_author() {
        for credit in ["（新华社南京3月16日电）", "来源：青禾日报"] {
            let text = format!("{SIGNED}{}\n\n{credit}\n", UNSIGNED.trim_end());
            assert_eq!(hits(RULE, &text), Vec::<String>::new(), "{credit}");
        }
    }

    #[test]
    fn a_single_unsigned_article_is_a_hint_at_its_end() {
        let found = found(RULE, UNSIGNED);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Info);
        assert!(found[0].span.of(UNSIGNED).ends_with("听得入神。"));
    }
}
