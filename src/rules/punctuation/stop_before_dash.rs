//! A mark before the dash.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{each_stop_beside, pattern};
use crate::rules::{ArticleView, Findings, rule};

rule! {
    /// 破折号前后又用了逗号等点号。
    ///
    /// A comma or colon stands before or behind the dash.
    ///
    /// ## 查什么 · What it finds
    ///
    /// ——前的，、；：和——后的。，、；：。问号、叹号、句号不查。
    /// Commas and colons before the dash, stops behind it, but not question and exclamation marks or a full
    /// stop before it.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.2.3：破折号之前通常不用点号，之后除问号、叹号外一般不用点号。
    /// GB/T 15834-2011, B.2.3: usually no mark stands before the dash, and none behind it.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理主渠，——全县最长的一条，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理主渠——全县最长的一条，疏通水道。“水来了！——快看！”
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去点号。
    /// Delete the mark.
    StopBeforeDash = "punctuation/stop-before-dash" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static BESIDE: LazyLock<Regex> = LazyLock::new(|| pattern("([，、；：])——|——([。，、；：])"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_stop_beside(view, findings, '—', &BESIDE, ["破折号", "dash"]);
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/stop-before-dash";

    #[test]
    fn the_mark_beside_it_goes() {
        assert_eq!(mended(RULE, "清理主渠，——最长的一条。"), "清理主渠——最长的一条。");
    }

    #[test]
    fn full_stops_and_exclamations_before_it_stay() {
        assert_eq!(hits_in(RULE, "水来了！——快看！水来了。——村民语"), Vec::<String>::new());
    }
}
