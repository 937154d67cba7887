//! A single dash where the long one belongs.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, blocks, group, pattern, report};
use crate::{
    outline::BlockKind,
    rules::{ArticleView, Findings, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 该用破折号处用了一字线。
    ///
    /// A dash of one character stands where the long dash belongs.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 副题开头的单个—或-，以及后接“这”“那”“也就是”“即”等解释语的单个—。起止、并列用的一字线不查。
    /// A single dash at the start of a deck, or before words that explain. The dash between start and end is
    /// not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.10.3条：解释说明、副题之前用破折号“——”；第4.13条：一字线用于起止和相关项目。
    /// GB/T 15834-2011, 4.10.3: the long dash explains and opens a deck; 4.13: the short one joins.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理主渠—这是全县最长的渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理主渠——这是全县最长的渠，贯通青禾—白沙渠段。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“——”；可自动修复。
    /// Use the long dash; the fix does that.
    SingleDash = "punctuation/single-dash" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// What explains the words before it can be no end of a range.
static EXPLAINS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "[\\u{4e00}-\\u{9fff}”》）](—)(?:这[是个些条位里一种张座场项次支]|那[是个些就]|也就是|也就|即使|就是|不仅|而且|但是|因为|所以|他们|我们|她们|它们)",
    )
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        let mut faults: Vec<Span> = Vec::new();
        if block.kind == BlockKind::Deck
            && let Some(mark) = text.chars().next().filter(|c| matches!(c, '—' | '－' | '-' | '–'))
            && text[mark.len_utf8()..].starts_with(is_han)
        {
            faults.push(Span::new(0, mark.len_utf8()));
        }
        if block.text.may_hold('—') {
            faults.extend(EXPLAINS.captures_iter(text).map(|found| group(&found, 1)));
        }
        for at in faults {
            report(
                view,
                findings,
                block,
                at,
                Words::new(
                    "此处应用破折号“——”，一字线只用于起止",
                    "the long dash —— belongs here; the short one joins start and end",
                ),
                Some(Mend::safe(at, "——")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits, hits_in, mended};

    const RULE: &str = "punctuation/single-dash";

    #[test]
    fn an_explanation_takes_the_long_dash() {
        assert_eq!(mended(RULE, "清理主渠—这是最长的渠。"), "清理主渠——这是最长的渠。");
    }

    #[test]
    fn a_deck_takes_the_long_dash() {
        let text =
            "青禾镇修渠引水\n—全镇干部群众清理沟渠纪实\n\n入春以来，全镇动员，干部带头。群众也来了。\n";
        assert_eq!(hits(RULE, text), ["—"]);
        assert_eq!(hits(RULE, &text.replace('—', "——")), Vec::<String>::new());
    }

    #[test]
    fn start_and_end_take_the_short_one() {
        for sentence in ["青禾—白沙渠段。", "3月—5月放水。", "清理主渠——这是最长的渠。", "人—水—田的关系。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
