//! Levels of divisions out of their fixed order: 省市自治区, 县（区、市）.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// “省、自治区、直辖市”等并称的次序或写法与通行的不同。
    ///
    /// Provinces, regions and municipalities are named together in another order than the fixed one.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “省市自治区、省、市、自治区、省、直辖市、自治区”等：通行的是“省、自治区、直辖市”，或者“省（区、市）”。
    /// “县（区、市）”：通行的是“县（市、区）”。书名号和引号里的不查。
    /// The three kinds of provinces, and the kinds of counties, named together out of their fixed order. What stands in
    /// title marks or quotation marks is left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 次序依《宪法》第三十条“全国分为省、自治区、直辖市”。
    /// The order is that of article 30 of the Constitution.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 茶商进山来
    ///
    /// 今年春天，各省市自治区的茶商来了不少，当天就在乾元镇的茶园里签下好几份订单。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 茶商进山来
    ///
    /// 今年春天，各省、自治区、直辖市的茶商来了不少，邻近的县（市、区）也派人到乾元镇来看茶园。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为通行的次序，快速修复可以代劳；引用旧文件原文的，保留原样。
    /// Put the usual order; the quick fix does it. Leave the words of an old document as they are.
    DivisionOrder = "names/division-order" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// The three kinds of provinces in a wrong order, and those of counties.
static OUT_OF_ORDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?<provinces>省、?直?辖?市、?(?:和|及)?自治区|自治区、?省、?(?:和|及)?直辖市|直辖市、?省、?(?:和|及)?自治区|自治区、?直辖市、?(?:和|及)?省)\
         |(?<counties>县（区、市）|县\\(区、市\\))",
    )
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for found in OUT_OF_ORDER.captures_iter(text) {
            let (whole, right) = match (found.name("provinces"), found.name("counties")) {
                (Some(whole), _) => (whole, "省、自治区、直辖市"),
                (None, Some(whole)) => (whole, "县（市、区）"),
                (None, None) => continue,
            };
            // 江苏省、北京市、广西壮族自治区 are three places, and 全省市自治区 none.
            let names_a_place = text[..whole.start()].chars().next_back().is_some_and(|c| {
                !"各全、，。；：“（(等由从在向对与和及到外内跨邻兄弟".contains(c) && !c.is_whitespace()
            });
            if names_a_place || is_quoted(&text[..whole.start()]) {
                continue;
            }
            let span = block.text.to_source(Span::from(whole.range()));
            let wrong = whole.as_str();
            let finding = findings.report(
                span,
                Words::new(
                    format!("“{wrong}”通常写作“{right}”"),
                    format!("“{wrong}” is usually written “{right}”"),
                ),
            );
            finding.fixes.push(Fix {
                title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span, text: right.to_owned() }],
            });
        }
    }
}

/// Whether what follows `before` stands in title marks or quotation marks.
fn is_quoted(before: &str) -> bool {
    [('《', '》'), ('“', '”')]
        .iter()
        .any(|(open, close)| before.rfind(*open).is_some_and(|at| !before[at..].contains(*close)))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "names/division-order";

    #[test]
    fn the_three_kinds_of_provinces_and_of_counties_have_an_order() {
        assert_eq!(hits_in(RULE, "各省市自治区的茶商来了。"), ["省市自治区"]);
        assert_eq!(hits_in(RULE, "全国各省、市、自治区都派人来。"), ["省、市、自治区"]);
        assert_eq!(hits_in(RULE, "全市各县（区、市）派人来。"), ["县（区、市）"]);
        assert_eq!(mended(RULE, "各省、直辖市、自治区派人来。"), "各省、自治区、直辖市派人来。");
    }

    #[test]
    fn the_usual_order_places_and_quotations_are_left_alone() {
        for sentence in [
            "各省、自治区、直辖市派人来。",
            "各省（区、市）和各县（市、区）派人来。",
            "河北省、天津市、内蒙古自治区派人来。",
            "《关于各省市自治区春耕的通知》已经印发。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
