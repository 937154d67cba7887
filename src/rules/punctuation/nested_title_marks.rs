//! Title marks within title marks.

use super::marks::{Mend, each_nested, ends, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 书名号里又套双书名号。
    ///
    /// Double title marks stand inside double title marks.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一段里成对的《》套着《》。
    /// A pair of double title marks within another.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.15.3.5条：书名号中还需要使用书名号时，里面一层用单书名号〈〉。
    /// GB/T 15834-2011, 4.15.3.5: a title within a title takes single title marks.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 县里转发《关于印发《春灌工作方案》的通知》，要求抓紧清渠。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 县里转发《关于印发〈春灌工作方案〉的通知》，并附《春灌工作方案》《用水公约》。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 里层改为〈〉；可自动修复。
    /// Use the single marks inside; the fix does that.
    NestedTitleMarks = "punctuation/nested-title-marks" {
        severity: Error,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_nested(view, ['《', '》'], ['〈', '〉'], |block, pair| {
        if !pair.takes_other_shape() {
            return;
        }
        let [start, end] = ends(pair.inner, '《');
        let words = Words::new(
            "书名号里又用了双书名号：里面一层应为〈〉",
            "double title marks inside double ones: the inner pair should be 〈〉",
        );
        let mend = Mend::safe(start, "〈").and(end, "〉");
        report(view, findings, block, pair.inner, words, Some(mend));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/nested-title-marks";

    #[test]
    fn the_inner_title_takes_single_marks() {
        assert_eq!(
            mended(RULE, "转发《关于印发《方案》《公约》的通知》。"),
            "转发《关于印发〈方案〉〈公约〉的通知》。"
        );
    }

    #[test]
    fn a_third_layer_is_double_again() {
        assert_eq!(
            mended(RULE, "转发《转发《关于《方案》的通知》的通知》。"),
            "转发《转发〈关于《方案》的通知〉的通知》。"
        );
    }

    #[test]
    fn titles_side_by_side_and_a_lost_mark_are_not_nested() {
        for sentence in ["印发《方案》《公约》。", "印发《方案和《公约》。"] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
