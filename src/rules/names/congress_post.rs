//! Posts of a people's congress without its standing committee: 市人大主任.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Severity, Words, rule},
    text::Span,
};

rule! {
    /// 人大职务的名称漏了“常委会”。
    ///
    /// The name of a post of the people's congress lacks the standing committee.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “人大主任、人大副主任、人大副委员长”等：应为“人大常委会主任”等。乡镇人大设主席，不设主任。
    /// 以“人大常委”称人的，作提示：规范的说法是“人大常委会委员”。
    /// 人大主任 and its like for 人大常委会主任; a town's congress has a 主席. 人大常委 for a member of the standing committee
    /// is noted as information.
    ///
    /// ## 为什么 · Why
    ///
    /// 县级以上人大设常务委员会，由主任、副主任、委员组成；主任是常委会的主任（《地方各级人民代表大会和地方各级人民政府组织法》）。
    /// From the county upwards a congress has a standing committee, and the director is that committee's (Organic Law
    /// of the Local People's Congresses and Local People's Governments).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 代表视察农村公路
    ///
    /// 近日，县人大副主任带队视察农村公路建设，实地察看了三条通村道路的施工情况。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 代表视察农村公路
    ///
    /// 近日，县人大常委会副主任带队视察农村公路建设，乾元镇人大主席陪同察看了三条通村道路。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 补上“常委会”；乡镇的改为“人大主席”。
    /// Name the standing committee; the congress of a town has a chairman, not a director.
    CongressPost = "names/congress-post" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

static POST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:人大|人民代表大会)(?P<post>副?主任|副?委员长|常委)").expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for found in POST.captures_iter(text) {
            let (Some(whole), Some(post)) = (found.get(0), found.name("post")) else { continue };
            let behind = &text[whole.end()..];
            let before = &text[..whole.start()];
            let body = &text[whole.start()..post.start()];
            // 主任会议 is the usual short form; 主任委员 heads a special committee.
            if ["会", "委员", "科员"].iter().any(|word| behind.starts_with(word)) || is_university(before)
            {
                continue;
            }
            let is_town = before.ends_with(['镇', '乡']);
            let right = match post.as_str() {
                "常委" => format!("{body}常委会委员"),
                "主任" if is_town => format!("{body}主席"),
                "副主任" if is_town => format!("{body}副主席"),
                post => format!("{body}常委会{post}"),
            };
            let wrong = whole.as_str();
            let span = block.text.to_source(Span::from(whole.range()));
            let finding = findings.report(
                span,
                Words::new(format!("“{wrong}”应为“{right}”"), format!("“{wrong}” should be “{right}”")),
            );
            if post.as_str() == "常委" {
                finding.severity = Severity::Info;
            }
            finding.fixes.push(Fix {
                title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span, text: right }],
            });
        }
    }
}

/// Whether 人大 is the university: 中国人大, 北京人大附中 aside.
fn is_university(before: &str) -> bool {
    before.ends_with("中国") || before.ends_with("毕业于")
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "names/congress-post";

    #[test]
    fn the_standing_committee_is_put_in() {
        let text = "代表视察\n\n近日，市人大主任、全国人大副委员长、东坑镇人大副主任、市人大常委等参加了视察活动。（王江）\n";
        assert_eq!(hits(RULE, text), ["人大主任", "人大副委员长", "人大副主任", "人大常委"]);
        let fixed = fixed(RULE, text);
        assert!(
            fixed.contains("市人大常委会主任、全国人大常委会副委员长、东坑镇人大副主席、市人大常委会委员等"),
            "{fixed}"
        );
    }

    #[test]
    fn posts_and_meetings_with_their_committee_are_right() {
        let text = "代表视察\n\n近日，市人大常委会主任、市人大主任会议成员、市人大法制委主任、镇人大主席参加了视察。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
