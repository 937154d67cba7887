//! A full stop at the end of a bracket inside a sentence.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, before, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 句内括号的末尾用了句号。
    ///
    /// A bracket inside a sentence ends in a full stop.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 。）后面还有，、；。的，即括号在句子之内。句外括号（。（……。））合规，不报。
    /// A full stop before a closing bracket that a comma or stop follows. A bracket outside the sentence keeps
    /// its own.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录B.2.2：句内括号行文末尾一般不用句号；句外括号视情况而定。
    /// GB/T 15834-2011, B.2.2: a bracket inside a sentence does not end in a full stop.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理主渠（全长2公里，穿过三个村。），疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理主渠（全长2公里，穿过三个村），疏通水道。（支渠另行安排。）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去括号里的句号；可自动修复。
    /// Delete the stop inside; the fix does that.
    StopInBracket = "punctuation/stop-in-bracket" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static STOP: LazyLock<Regex> = LazyLock::new(|| pattern("(（)[^（）]*(。)）([，、；。])"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['（'], &STOP, |block, found| {
        let [open, inside, outside] = [1, 2, 3].map(|index| group(found, index));
        // Behind a full stop the bracket stands outside the sentence, and the mark behind it is the one too many.
        let is_outside =
            before(block.text.as_str(), open.start).is_none_or(|c| matches!(c, '。' | '！' | '？' | '”'));
        let (at, words) = if is_outside {
            (
                outside,
                Words::new(
                    "句外括号之后不再用点号",
                    "no mark behind a bracket that stands outside the sentence",
                ),
            )
        } else {
            (
                inside,
                Words::new(
                    "句内括号的末尾不用句号",
                    "a bracket inside a sentence does not end in a full stop",
                ),
            )
        };
        report(view, findings, block, at, words, Some(Mend::safe(at, "")));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/stop-in-bracket";

    #[test]
    fn the_stop_inside_goes() {
        assert_eq!(
            mended(RULE, "清理主渠（长2公里。过三村。），疏通水道。"),
            "清理主渠（长2公里。过三村），疏通水道。"
        );
    }

    #[test]
    fn outside_the_sentence_the_stop_behind_goes() {
        assert_eq!(mended(RULE, "清理主渠。（支渠另行安排。）。"), "清理主渠。（支渠另行安排。）");
    }

    #[test]
    fn brackets_outside_and_inside_are_right() {
        assert_eq!(hits_in(RULE, "清理主渠（长2公里）。（支渠另行安排。）群众叫好。"), Vec::<String>::new());
    }
}
