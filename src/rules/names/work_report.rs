//! 政府报告 where the report a government makes to its congress is meant: 政府工作报告.

use std::sync::LazyLock;

use regex::Regex;

use super::context::speaks_of_elsewhere;
use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// “政府工作报告”漏了“工作”。
    ///
    /// The report of a government to its congress lacks a word of its name.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “听取、审议、讨论、作”等之后的“政府报告”，且同句或同段说到人大、代表、“两会”。别国的政府报告、向政府报告，不查。
    /// 政府报告 behind 听取, 审议, 讨论, 作, where the paragraph speaks of a congress. Reports of other governments, and
    /// reports to a government, are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 政府向本级人大报告工作（《地方各级人民代表大会和地方各级人民政府组织法》），所作的是“政府工作报告”。
    /// A government reports to its congress on its work (Organic Law of the Local People's Congresses and Local
    /// People's Governments), and 政府工作报告 is what that report is called.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 代表审议热烈
    ///
    /// 县人大代表分组审议政府报告，大家围绕农村道路和饮水工程踊跃发言，提出了不少好建议。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 代表审议热烈
    ///
    /// 县人大代表分组审议政府工作报告，大家围绕农村道路踊跃发言，还就进展向县政府报告。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“政府工作报告”，快速修复可以代劳。
    /// Write the name of the report in full; the quick fix does it.
    WorkReport = "names/work-report" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static REPORT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:听取|审议|讨论|作|做)(?:和审议|并审议|审议)?了?[^，。；、：！？向对]{0,6}?(?P<report>政府报告)(?:[，。；、：）时和]|$)")
        .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for (index, block) in view.article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        if !["人大", "人民代表大会", "代表", "两会"].iter().any(|word| text.contains(word)) {
            continue;
        }
        for found in REPORT.captures_iter(text) {
            let Some(report) = found.name("report") else { continue };
            let at = Span::from(report.range());
            if speaks_of_elsewhere(view, index, at) {
                continue;
            }
            let span = block.text.to_source(at);
            let finding = findings.report(
                span,
                Words::new(
                    "政府向人大所作的是“政府工作报告”，“政府报告”漏了“工作”",
                    "what a government gives its congress is a 政府工作报告; 工作 is missing",
                ),
            );
            finding.fixes.push(Fix {
                title: Words::new("改为“政府工作报告”", "Change to “政府工作报告”"),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span, text: "政府工作报告".to_owned() }],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/work-report";

    fn of(sentence: &str) -> usize {
        hits(RULE, &format!("审议热烈\n\n近日，{sentence}。会场里很安静，大家都在认真听。（王江）\n")).len()
    }

    #[test]
    fn the_report_to_a_congress_is_a_report_on_work() {
        assert_eq!(of("人大代表听取和审议县政府报告"), 1);
        assert_eq!(of("县长在县人民代表大会上作了政府报告，代表们鼓掌"), 1);
    }

    #[test]
    fn right_names_other_governments_and_verbs_are_left_alone() {
        for sentence in [
            "人大代表听取政府工作报告",
            "人大代表听取县政府报告春耕进展",
            "代表们讨论后向县政府报告，大家很满意",
            "与会代表讨论日本政府报告，认为数据有误",
            "工作人员讨论政府报告，很热烈",
        ] {
            assert_eq!(of(sentence), 0, "{sentence}");
        }
    }
}
