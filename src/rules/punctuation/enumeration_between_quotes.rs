//! The enumeration comma between quoted items or titles.

use super::marks::{Mend, before, behind, each_mark, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 并列的引号、书名号之间用了顿号。
    ///
    /// An enumeration comma stands between quoted items or titles.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 紧挨着的”、“和》、《。中间有括注等其他成分的不报。
    /// Quoted items or titles with nothing but an enumeration comma between them.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.5.3.5条：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号；有其他成分插在中间时宜用。
    /// GB/T 15834-2011, 4.5.3.5: adjacent quoted items and adjacent titles usually take no mark between them.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇开展“清渠”、“护渠”行动，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇开展“清渠”“护渠”行动，学习《春灌方案》（试行）、《用水公约》。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去顿号。沿用旧例的刊物可不理会。
    /// Delete the comma, or leave it where the house keeps the older style.
    EnumerationBetweenQuotes = "punctuation/enumeration-between-quotes" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_mark(view, '、', |block, at| {
        let text = block.text.as_str();
        let sides = (before(text, at.start), behind(text, at.end));
        if matches!(sides, (Some('”'), Some('“')) | (Some('》'), Some('《'))) {
            let words = Words::new(
                "并列的引号或书名号之间通常不用顿号",
                "no enumeration comma between adjacent quotations or titles",
            );
            report(view, findings, block, at, words, Some(Mend::with_care(at, "")));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/enumeration-between-quotes";

    #[test]
    fn the_comma_between_neighbours_goes() {
        assert_eq!(
            mended(RULE, "学习《方案》、《公约》，开展“清渠”、“护渠”行动。"),
            "学习《方案》《公约》，开展“清渠”“护渠”行动。"
        );
    }

    #[test]
    fn something_between_them_keeps_it() {
        assert_eq!(
            hits_in(RULE, "学习《方案》（试行）、《公约》和“清渠”、护渠的做法。"),
            Vec::<String>::new()
        );
    }
}
