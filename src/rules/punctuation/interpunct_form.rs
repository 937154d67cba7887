//! The form of the interpunct.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, blocks, group, pattern, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 间隔号的形式不合规定。
    ///
    /// The interpunct does not have its form.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 两个汉字之间的 • ・ ‧ ∙ ⋅ 和人名里的．。行首的项目符号不查。
    /// Other dots between two Chinese characters, and the full-width point in a name. A bullet at the start of
    /// a line is not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.14.2条：间隔号的形式是“·”（U+00B7）；第4.14.3条：用于外国人名、少数民族人名内各部分的分界，书名与篇名、月与日的分界。
    /// GB/T 15834-2011, 4.14.2: the interpunct is a middle dot; 4.14.3: it parts the names of foreigners and
    /// minorities, titles and chapters, months and days.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 来访的专家约翰•布朗察看了新渠，建议清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 来访的专家约翰·布朗察看了新渠。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“·”。
    /// Use the middle dot.
    InterpunctForm = "punctuation/interpunct-form" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DOT: LazyLock<Regex> = LazyLock::new(|| pattern("[•・‧∙⋅．･]"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in blocks(view) {
        let text = block.text.as_str();
        if !['•', '・', '‧', '∙', '⋅', '．', '･'].iter().any(|&dot| block.text.may_hold(dot)) {
            continue;
        }
        for found in DOT.captures_iter(text) {
            let at = group(&found, 0);
            let dot = at.of(text);
            let is_between = text[..at.start].ends_with(is_han) && text[at.end..].starts_with(is_han);
            if !is_between || dot == "．" && !is_in_name(view, block.text.to_source(at)) {
                continue;
            }
            report(
                view,
                findings,
                block,
                at,
                Words::new(
                    format!("间隔号应为“·”，此处是“{dot}”"),
                    format!("the interpunct should be ·, here it is {dot}"),
                ),
                Some(Mend::with_care(at, "·")),
            );
        }
    }
}

/// A full-width point elsewhere may stand behind a list number.
fn is_in_name(view: &ArticleView<'_>, at: Span) -> bool {
    view.annotations.persons.iter().any(|person| person.place.span.contains(at))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/interpunct-form";

    #[test]
    fn other_dots_become_the_middle_dot() {
        for dot in ["•", "・", "‧", "．"] {
            assert_eq!(
                mended(RULE, &format!("专家约翰{dot}布朗察看新渠。")),
                "专家约翰·布朗察看新渠。",
                "{dot}"
            );
        }
    }

    #[test]
    fn bullets_and_list_numbers_are_no_interpuncts() {
        for sentence in ["• 清渠", "一．清渠", "约翰·布朗察看新渠。"] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
