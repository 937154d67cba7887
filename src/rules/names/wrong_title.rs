//! The head of a body under a title that body does not have: 检察院院长.

use std::sync::LazyLock;

use regex::Regex;

use super::context::speaks_of_elsewhere;
use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// 机关首长的职务名称用错。
    ///
    /// The head of a body goes by a title that this body does not have.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “检察院院长、审计署署长”及其副职：检察院设检察长，审计署设审计长。“法院、检察院院长”合称的，以及同句说到港澳台或
    /// 外国的，不查（香港审计署设署长）。
    /// 检察院院长 and 审计署署长, and their deputies: the head is a 检察长, an 审计长. The two houses named together
    /// are left alone, and so are sentences that speak of Hong Kong, Macao, Taiwan or another country.
    ///
    /// ## 为什么 · Why
    ///
    /// 《人民检察院组织法》第三十六条：人民检察院由检察长、副检察长若干人组成；《审计法》第七条：审计署设审计长。
    /// The Organic Law of the People's Procuratorates (article 36) and the Audit Law (article 7) name these offices.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 法治讲堂进校园
    ///
    /// 近日，县人民检察院副院长走进乾元镇中心小学，为三百多名学生讲解未成年人保护法。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 法治讲堂进校园
    ///
    /// 近日，县人民检察院副检察长走进乾元镇中心小学，县人民法院院长、检察院检察长一同参加。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“检察长”“审计长”，快速修复可以代劳。
    /// Put the title that the law gives the office; the quick fix does it.
    WrongTitle = "names/wrong-title" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<body>检察院|审计署)(?P<title>副?(?:院长|署长))").expect("the pattern is sound")
});

/// What each body calls its head.
const RIGHT: &[(&str, &str, &str)] = &[("检察院", "院长", "检察长"), ("审计署", "署长", "审计长")];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for (index, block) in view.article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        for found in TITLE.captures_iter(text) {
            let (Some(whole), Some(title)) = (found.get(0), found.name("title")) else { continue };
            let right = RIGHT.iter().find(|(body, wrong, _)| {
                *body == &found["body"] && title.as_str().trim_start_matches('副') == *wrong
            });
            let Some((_, wrong, right)) = right else { continue };
            let at = Span::from(whole.range());
            if names_both_houses(&text[..at.start]) || speaks_of_elsewhere(view, index, at) {
                continue;
            }
            let right = title.as_str().replace(wrong, right);
            let span = block.text.to_source(Span::from(title.range()));
            let (body, wrong) = (&found["body"], title.as_str());
            let finding = findings.report(
                span,
                Words::new(
                    format!("{body}不设“{wrong}”，应为“{right}”"),
                    format!("{body} has no {wrong}; the office is “{right}”"),
                ),
            );
            finding.fixes.push(Fix {
                title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span, text: right }],
            });
        }
    }
}

/// 法院、检察院院长: one word for the heads of both.
fn names_both_houses(before: &str) -> bool {
    let before = before.trim_end_matches("人民");
    ["法院、", "法院和", "法院与", "法院及", "法院"].iter().any(|end| before.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "names/wrong-title";

    #[test]
    fn a_procuratorate_and_the_audit_office_have_heads_of_their_own() {
        let text = "会议召开\n\n近日，县检察院院长、市人民检察院副院长和审计署署长参加会议，听取了情况介绍。（王江）\n";
        assert_eq!(hits(RULE, text), ["院长", "副院长", "署长"]);
        let fixed = fixed(RULE, text);
        assert!(fixed.contains("县检察院检察长、市人民检察院副检察长和审计署审计长参加"), "{fixed}");
    }

    #[test]
    fn right_titles_both_houses_and_other_systems_are_left_alone() {
        for sentence in [
            "县法院院长、检察院检察长和审计署审计长参加会议",
            "县人民法院、人民检察院院长列席会议",
            "香港特别行政区审计署署长介绍了情况",
            "韩国大检察院院长介绍了情况",
            "他在检察院，院长来了",
        ] {
            let text = format!("会议召开\n\n近日，{sentence}，大家听取了情况介绍。（王江）\n");
            assert_eq!(hits(RULE, &text), Vec::<String>::new(), "{sentence}");
        }
    }
}
