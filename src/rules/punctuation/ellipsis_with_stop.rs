//! A mark beside the ellipsis.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{each_stop_beside, pattern};
use crate::rules::{ArticleView, Findings, rule};

rule! {
    /// 省略号前后又用了逗号、顿号等。
    ///
    /// A comma or stop stands beside the ellipsis.
    ///
    /// ## 查什么 · What it finds
    ///
    /// ……前的，、；：和……后的。，、；：。问号、叹号和……前的句号不查。
    /// Commas and the like before the ellipsis, stops behind it. Question and exclamation marks are not looked
    /// at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.2.4：省略号之前通常不用点号，之后通常也不用点号。
    /// GB/T 15834-2011, B.2.4: usually no mark stands before the ellipsis, and none behind it.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头、箩筐、……清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村民带来铁锹、锄头、箩筐……水来了！……大家清理沟渠。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去多出的点号；为避免歧义需要保留的可不理会。
    /// Delete the mark, unless the sentence needs it.
    EllipsisWithStop = "punctuation/ellipsis-with-stop" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static BESIDE: LazyLock<Regex> = LazyLock::new(|| pattern("([，、；：])……|……([。，、；：])"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_stop_beside(view, findings, '…', &BESIDE, ["省略号", "ellipsis"]);
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/ellipsis-with-stop";

    #[test]
    fn the_mark_beside_it_goes() {
        assert_eq!(mended(RULE, "带来锹、锄、……"), "带来锹、锄……");
        assert_eq!(mended(RULE, "带来锹、锄……。大家动手。"), "带来锹、锄……大家动手。");
    }

    #[test]
    fn questions_exclamations_and_full_stops_before_it_are_right() {
        assert_eq!(hits_in(RULE, "水来了！……谁说的？……大家动手。……"), Vec::<String>::new());
    }
}
