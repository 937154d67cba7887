//! The name of an event that is a date.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, blocks, each_match, group, pattern, report};
use crate::{
    outline::Block,
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 以月日命名的事件、节日，间隔号或引号用法不当。
    ///
    /// An event named by its date lacks the interpunct or the quotation marks.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “3.15晚会”一类：阿拉伯数字的月日之间用了小数点；“一二九运动”一类：一月、十一月、十二月的汉字月日没有间隔号。只查列出的日期和名称。
    /// Months and days in figures with a point between them; Chinese numerals that could be read in two ways
    /// and have no interpunct. Only known dates before known nouns are looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.8.3.6、4.14.3.5条：以月、日为标志的事件或节日，用阿拉伯数字时一律用间隔号和引号；用汉字时只有涉及一月、十一月、十二月才用间隔号。
    /// GB/T 15834-2011, 4.8.3.6 and 4.14.3.5: figures always take the interpunct and quotation marks, Chinese
    /// numerals only in January, November and December.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众观看3.15晚会，清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众观看“3·15”晚会，重温五四运动、“一二·九”运动历史，增产3.15吨。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 数字改为“3·15”，汉字改为“一二·九”。
    /// Use the interpunct and quotation marks.
    EventDateInterpunct = "punctuation/event-date-interpunct" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

const NOUNS: &str = "事件|运动|晚会|惨案|事变|讲话|口号|地震|大地震|特大地震|抗震|国际消费者|消费者权益|全民国家安全|国际禁毒|全国消防|国家宪法|全国交通安全|重要讲话";
/// The month, the mark, the day, with or without quotation marks, and what is named by them.
static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "(?:^|[^0-9.%])([“]?)(3[.．、]15|5[.．、]12|4[.．、]15|12[.．、]4|6[.．、]26|9[.．、]18|7[.．、]1|5[.．、]4|12[.．、]9|7[.．、]7|11[.．、]9|12[.．、]2|9[.．、]11)(”?)(?:{NOUNS})"
    ))
});
static NUMERALS: LazyLock<Regex> = LazyLock::new(|| pattern("(一二九|一二八)(”?)(?:运动|事变|惨案)"));

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['.', '．', '、'], &FIGURES, |block, found| {
        let date = group(found, 2).of(block.text.as_str()).replace(['.', '．', '、'], "·");
        tell(view, findings, block, group(found, 1).to(group(found, 3)), &date);
    });
    for block in blocks(view) {
        let text = block.text.as_str();
        for found in NUMERALS.captures_iter(text) {
            let [date, end] = [1, 2].map(|index| group(&found, index));
            let start = text[..date.start].strip_suffix('“').map_or(date.start, str::len);
            let date = date.of(text);
            // January the 28th; the others lie in December and November.
            let month = if date == "一二八" { 1 } else { 2 };
            let cut = date.char_indices().nth(month).map_or(date.len(), |(at, _)| at);
            let dotted = format!("{}·{}", &date[..cut], &date[cut..]);
            tell(view, findings, block, Span::new(start, end.end), &dotted);
        }
    }
}

fn tell(view: &ArticleView<'_>, findings: &mut Findings<'_>, block: &Block, whole: Span, date: &str) {
    report(
        view,
        findings,
        block,
        whole,
        Words::new(
            format!("以月日命名的事件，月、日之间用间隔号，并加引号：“{date}”"),
            format!("an event named by its date takes an interpunct and quotation marks: “{date}”"),
        ),
        Some(Mend::with_care(whole, format!("“{date}”"))),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/event-date-interpunct";

    #[test]
    fn figures_and_numerals_get_interpunct_and_quotation_marks() {
        for (wrong, right) in [
            ("观看3.15晚会。", "观看“3·15”晚会。"),
            ("经历“5.12”特大地震。", "经历“5·12”特大地震。"),
            ("纪念一二九运动。", "纪念“一二·九”运动。"),
            ("亲历一二八事变。", "亲历“一·二八”事变。"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn decimals_and_unambiguous_numerals_are_right() {
        for sentence in [
            "增长3.15吨，占5.12%。",
            "13.15晚会。",
            "纪念五四运动、九一八事变。",
            "发生5.12级地震。",
            "“3·15”晚会。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
