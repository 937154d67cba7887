//! Brackets within brackets of the same shape.

use super::marks::{Mend, each_nested, ends, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 圆括号里又套圆括号。
    ///
    /// Round brackets stand inside round brackets.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一段里成对的（）套着（）。
    /// A pair of round brackets within another.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.9.3.6条：除科技书刊中的数学、逻辑公式外，同一形式的括号应尽量避免套用；必须套用时，宜用不同形式配合。
    /// GB/T 15834-2011, 4.9.3.6: brackets of one shape are not to be nested where that can be avoided;
    /// different shapes may be.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 干部群众分三组清理沟渠（名单见附件（二）），疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 干部群众分三组（名单附后）清理沟渠（长约2公里），疏通水道。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改写，或外层改用〔〕。
    /// Rephrase, or use tortoise-shell brackets outside.
    NestedBrackets = "punctuation/nested-brackets" {
        severity: Info,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut known = None;
    each_nested(view, ['（', '）'], ['〔', '〕'], |block, pair| {
        // One finding for the outer pair, whatever it holds.
        let outer = block.text.to_source(pair.outer);
        if known.replace(outer) == Some(outer) || pair.depth > 1 {
            return;
        }
        let [start, end] = ends(pair.outer, '（');
        let is_free = !pair.outer.of(block.text.as_str()).contains(['〔', '〕']);
        let words = Words::new(
            "圆括号里又用了圆括号：应避免套用，或外层改用〔〕",
            "round brackets inside round brackets: rephrase, or use 〔〕 outside",
        );
        let mend = is_free.then(|| Mend::with_care(start, "〔").and(end, "〕"));
        report(view, findings, block, pair.inner, words, mend);
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/nested-brackets";

    #[test]
    fn the_outer_pair_may_take_another_shape() {
        assert_eq!(mended(RULE, "分三组（名单（略）附后）清渠。"), "分三组〔名单（略）附后〕清渠。");
    }

    #[test]
    fn one_finding_for_an_outer_pair_that_holds_several() {
        assert_eq!(hits_in(RULE, "分组（甲（略）、乙（略））清渠。").len(), 1);
    }

    #[test]
    fn brackets_side_by_side_are_right() {
        assert_eq!(hits_in(RULE, "（一）清渠（2公里）（含支渠）。"), Vec::<String>::new());
    }
}
