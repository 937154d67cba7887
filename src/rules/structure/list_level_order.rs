//! A mark of a higher level that stands under a lower one: （一） among the items 1. and 2.

use crate::{
    outline::{Block, BlockKind, Mark},
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 序号层次颠倒。
    ///
    /// The levels of numbering are turned round.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 层次序号应为“一、”“（一）”“1.”“（1）”，可以跳级，不可颠倒：在“1.”与“2.”之间又分“（一）”“（二）”的，层次颠倒。
    /// Levels of numbering have an order, from Chinese numerals down to bracketed Arabic ones. One may be left out; a higher
    /// one must not stand between two items of a lower.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834—2011 附录 B.3.8 与 GB/T 9704—2012 第 7.3.3 条规定了层次序号的次序。
    /// GB/T 15834-2011, B.3.8, and GB/T 9704-2012, 7.3.3, lay down the order.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇备春耕
    ///
    /// 入春以来，青禾镇抢抓农时备春耕，各项工作进展顺利，成效明显。
    ///
    /// 1.落实农资储备，保障全镇春耕用种用肥，不误农时。
    ///
    /// （一）联系供销社提前备货，确保化肥、种子供应充足。
    ///
    /// （二）组织干部进村入户，摸清农户的需求，登记造册。
    ///
    /// 2.组织专家包片，解决田间地头的技术难题，提高产量。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇备春耕
    ///
    /// 入春以来，青禾镇抢抓农时备春耕，各项工作进展顺利，成效明显。
    ///
    /// （一）落实农资储备，保障全镇春耕用种用肥，不误农时。
    ///
    /// 1.联系供销社提前备货，确保化肥、种子供应充足。
    ///
    /// 2.组织干部进村入户，摸清农户的需求，登记造册。
    ///
    /// （二）组织专家包片，解决田间地头的技术难题，提高产量。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 对调两级序号的写法。
    /// Change the two forms of mark for one another.
    ListLevelOrder = "structure/list-level-order" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// A mark at the start of a block, and where it stands in the article.
type Placed = (Mark, Span);

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let marks: Vec<Placed> = view.article.blocks.iter().filter_map(leading_mark).collect();
    for (at, &(lower, outer)) in marks.iter().enumerate() {
        // The next item of the same list, and what stands between the two.
        let rest = &marks[at + 1..];
        let Some(next) = rest.iter().position(|(mark, _)| mark.kind == lower.kind) else { continue };
        if rest[next].0.number != lower.number + 1 {
            continue;
        }
        let higher = rest[..next].iter().find(|(mark, _)| mark.kind < lower.kind && mark.number == 1);
        if let Some(&(_, inner)) = higher {
            let (above, below) = (outer.of(view.text), inner.of(view.text));
            let found = findings.report(
                inner,
                Words::new(
                    format!("“{below}”的层次高于“{above}”，不应在其下"),
                    format!("“{below}” is of a higher level than “{above}” above it"),
                ),
            );
            found.related.push(Related { span: outer, words: Words::new("上一层", "the level above") });
        }
    }
}

/// The mark that a paragraph or section head opens with.
fn leading_mark(block: &Block) -> Option<Placed> {
    let is_item = matches!(block.kind, BlockKind::Paragraph | BlockKind::SectionHead);
    let mark = Mark::of(block.text.as_str()).filter(|mark| is_item && mark.is_heading())?;
    Some((mark, block.text.to_source(Span::new(0, mark.len))))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "structure/list-level-order";
    const LEAD: &str = "入春以来，青禾镇抢抓农时备春耕，各项工作进展顺利，成效明显。";

    fn article(items: &[&str]) -> String {
        let items = items.iter().map(|mark| format!("{mark}组织干部进村入户，摸清农户的需求，登记造册。"));
        format!("青禾镇备春耕\n\n{LEAD}\n\n{}\n", items.collect::<Vec<_>>().join("\n\n"))
    }

    #[test]
    fn a_higher_level_between_two_items_of_a_lower_is_found() {
        assert_eq!(hits(RULE, &article(&["1.", "（一）", "（二）", "2."])), ["（一）"]);
        assert_eq!(hits(RULE, &article(&["（1）", "1.", "2.", "（2）"])), ["1."]);
    }

    #[test]
    fn levels_in_order_and_levels_left_out_are_right() {
        for items in [
            &["一、", "（一）", "（二）", "二、", "（一）"][..],
            &["一、", "1.", "2.", "二、"],
            &["1.", "2.", "一、", "二、"],
            &["1.", "（1）", "（2）", "2."],
        ] {
            assert!(hits(RULE, &article(items)).is_empty(), "{items:?}");
        }
    }
}
