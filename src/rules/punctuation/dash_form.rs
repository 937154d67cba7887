//! The form of the dash.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{WideMark, each_match, group, pattern, report_makeshift};
use crate::rules::{ArticleView, Findings, rule};

rule! {
    /// 破折号的形式不合规定。
    ///
    /// The dash does not have its form.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 汉字旁的 -- －－ —- ―― ── 和三个连写的———。单用的一字线、整行的分隔线不查。
    /// Two hyphens, a dash with a hyphen, horizontal bars, three dashes in a row beside Chinese characters, not
    /// a rule across the page.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.10.2条：破折号的形式是“——”，占两个字，第5.1.4条：不能中间断开。
    /// GB/T 15834-2011, 4.10.2 and 5.1.4: the dash has the room of two characters and is not broken.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村里修好了主渠--全长2公里，清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村里修好了主渠——全长2公里，参数--force和A--B不变。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“——”；可自动修复。
    /// Use the dash of two characters; the fix does that.
    DashForm = "punctuation/dash-form" {
        severity: Error,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static STROKES: LazyLock<Regex> = LazyLock::new(|| pattern("[-－—–―─━]{2,}"));
const DASH: WideMark =
    WideMark {
        form: "——", name: ["破折号", "dash"], is_foreign: |c| c.is_ascii_alphabetic() || c == ' '
    };
/// From so many strokes on they are a line across the page.
const LINE: usize = 5;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['-', '－', '—', '–', '―', '─', '━'], &STROKES, |block, found| {
        let at = group(found, 0);
        let strokes = at.of(block.text.as_str());
        if !matches!(strokes, "——" | "————") && strokes.chars().count() < LINE {
            report_makeshift(view, findings, block, at, &DASH);
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/dash-form";

    #[test]
    fn every_makeshift_becomes_the_dash() {
        for strokes in ["--", "－－", "—-", "――", "──", "———", "---"] {
            assert_eq!(
                mended(RULE, &format!("修好主渠{strokes}全长2公里。")),
                "修好主渠——全长2公里。",
                "{strokes}"
            );
        }
    }

    #[test]
    fn other_strokes_are_left_alone() {
        for sentence in [
            "修好主渠——全长2公里。",
            "上海—南京。",
            "参数--force不变。",
            "型号A--2。",
            "清渠----------护渠。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
