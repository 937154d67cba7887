//! A comma or stop beside the slash.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 分隔号旁用了点号，或误用反斜线。
    ///
    /// A comma or stop stands beside the slash, or a backslash in its place.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 汉字之间的反斜线，以及/前后的，。、；：。网址、路径不查。
    /// A backslash between Chinese characters, and marks beside the slash; not addresses and paths.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.14、第4.17.2条：分隔号的形式是“/”，前后通常不用点号。
    /// GB/T 15834-2011, A.14 and 4.17.2: the slash is the mark, and usually no other stands beside it.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇按清渠\护渠两组分工，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇按清渠/护渠两组分工，见http://example.com/a/，疏通水道。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 反斜线改为“/”；点号删去。
    /// Use the slash; delete the mark beside it.
    SlashStop = "punctuation/slash-stop" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

static BACKSLASH: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\u{4e00}-\u{9fff}](\\)[\u{4e00}-\u{9fff}]"));
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[\u{4e00}-\u{9fff}]([，。、；：])/[\u{4e00}-\u{9fff}]|[\u{4e00}-\u{9fff}]/([，。、；：])")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['\\'], &BACKSLASH, |block, found| {
        let at = group(found, 1);
        let words = Words::new("分隔号应为“/”，不用反斜线", "the slash, not the backslash, parts words");
        report(view, findings, block, at, words, Some(Mend::safe(at, "/")));
    });
    each_match(view, &['/'], &BESIDE, |block, found| {
        let at = if found.get(1).is_some() { group(found, 1) } else { group(found, 2) };
        let words = Words::new("分隔号前后不用点号", "no comma or stop beside the slash");
        report(view, findings, block, at, words, Some(Mend::with_care(at, "")));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/slash-stop";

    #[test]
    fn the_slash_stands_alone() {
        assert_eq!(mended(RULE, "分清渠\\护渠两组。"), "分清渠/护渠两组。");
        assert_eq!(mended(RULE, "分清渠，/护渠两组。"), "分清渠/护渠两组。");
    }

    #[test]
    fn addresses_paths_and_figures_are_left_alone() {
        for sentence in ["见http://example.com/a/，清渠。", "存于C:\\清渠。", "每秒3米/秒。", "文/图 王小明"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
