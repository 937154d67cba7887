//! Question and exclamation marks in a row.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 问号、叹号叠用不合规定。
    ///
    /// Question and exclamation marks are piled up wrongly.
    ///
    /// ## 查什么 · What it finds
    ///
    /// ！？、？？！等混叠，以及三个以上的？或！。
    /// Mixed piles in another order than the standard has, and more than three of a kind.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.2.3.3、4.3.3.3、4.3.3.4条：问号、叹号最多叠用三个；兼有疑问和感叹语气时用“？！”，问号在前。
    /// GB/T 15834-2011, 4.2.3.3, 4.3.3.3 and 4.3.3.4: at most three of a kind; for both together the question
    /// mark comes first, once each.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// “水真的来了！？”村民围在渠边，干部群众清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// “水真的来了？！”“来了！！！”村民围在渠边。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“？！”，或减到三个以内；可自动修复。
    /// Use one of each, or at most three; the fix does that.
    StackedMarks = "punctuation/stacked-marks" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static PILE: LazyLock<Regex> = LazyLock::new(|| pattern("[？！]{2,}"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['？', '！'], &PILE, |block, found| {
        let at = group(found, 0);
        let pile = at.of(block.text.as_str());
        let is_mixed = pile.contains('？') && pile.contains('！');
        let right = match (is_mixed, pile.chars().next()) {
            (true, _) => "？！",
            (false, Some('？')) => "？？？",
            _ => "！！！",
        };
        if pile == right || !is_mixed && pile.len() <= right.len() {
            return;
        }
        report(
            view,
            findings,
            block,
            at,
            Words::new(format!("“{pile}”应为“{right}”"), format!("{pile} should be {right}")),
            Some(Mend::safe(at, right)),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/stacked-marks";

    #[test]
    fn piles_are_put_in_order() {
        for (wrong, right) in
            [("来了！？", "来了？！"), ("来了？？！", "来了？！"), ("来了！！！！", "来了！！！")]
        {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn up_to_three_of_a_kind_are_allowed() {
        assert_eq!(hits_in(RULE, "来了？来了？？来了？？？来了！！来了？！"), Vec::<String>::new());
    }
}
