//! Sessions of the congresses and the CPPCC with the term in the wrong place: 十四届全国政协三次会议.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Severity, Words, rule},
    text::Span,
};

rule! {
    /// 人大、政协会议的名称里“届”的位置不对。
    ///
    /// The term stands in the wrong place of the name of a session.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “十四届全国政协三次会议”应为“全国政协十四届三次会议”；“全国人大十四届三次会议”应为“十四届全国人大三次会议”。
    /// 地方的同样（市十七届人大三次会议、市政协十五届二次会议），作提示。只查后面跟着“次会议”的：“十四届全国政协委员”不误。
    /// The term comes first for a people's congress and behind the name for the CPPCC. Sessions of local bodies are
    /// noted as information. 十四届全国政协委员 is a person and right.
    ///
    /// ## 为什么 · Why
    ///
    /// 全称是“第十四届全国人民代表大会第三次会议”和“中国人民政治协商会议第十四届全国委员会第三次会议”
    /// （《全国人民代表大会组织法》《中国人民政治协商会议章程》），简称照全称的次序。
    /// Short names keep the order of the full ones, in which the congress, but the committee of the CPPCC, has terms
    /// (Organic Law of the National People's Congress; Charter of the CPPCC).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 代表委员话春耕
    ///
    /// 十四届全国政协三次会议闭幕后，德清县的委员回到村里，与种植户谈起高标准农田建设。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 代表委员话春耕
    ///
    /// 全国政协十四届三次会议和十四届全国人大三次会议闭幕后，十四届全国政协委员回到村里。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 调整“届”的位置，快速修复可以代劳；本地另有规定名称的，从其规定。
    /// Move the term; the quick fix does it. Where a local body has another name by its own rules, keep that.
    SessionName = "names/session-name" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

const NUMBER: &str = "第?[一二三四五六七八九十0-9]{1,3}";

/// The term in front of the CPPCC.
static CONFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "(?P<term>{NUMBER}届)(?P<level>全国|[省市县区州盟旗])政协(?P<session>{NUMBER}次会议)"
    ))
    .expect("the pattern is sound")
});

/// The term behind a congress.
static CONGRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "(?P<level>全国|[省市县区州盟旗])人大(?P<term>{NUMBER}届)(?P<session>{NUMBER}次会议)"
    ))
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        let conferences = CONFERENCE.captures_iter(text).map(|found| {
            let right = format!("{}政协{}{}", &found["level"], &found["term"], &found["session"]);
            (found, right)
        });
        let congresses = CONGRESS.captures_iter(text).map(|found| {
            let right = right_congress(&found);
            (found, right)
        });
        for (found, right) in conferences.chain(congresses) {
            let wrong = &found[0];
            let start = found.get(0).map_or(0, |whole| whole.start());
            let span = block.text.to_source(Span::new(start, start + wrong.len()));
            let finding = findings.report(
                span,
                Words::new(
                    format!("会议名称“{wrong}”应为“{right}”"),
                    format!("the session is called “{right}”, not “{wrong}”"),
                ),
            );
            if &found["level"] != "全国" {
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

/// 十四届全国人大三次会议, but 市十七届人大三次会议: the name of a place stays in front of its level.
fn right_congress(found: &Captures<'_>) -> String {
    let (level, term, session) = (&found["level"], &found["term"], &found["session"]);
    if level == "全国" {
        format!("{term}全国人大{session}")
    } else {
        format!("{level}{term}人大{session}")
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found, hits};

    const RULE: &str = "names/session-name";

    #[test]
    fn the_term_is_put_in_its_place() {
        let text = "代表委员话春耕\n\n十四届全国政协第三次会议、全国人大十四届三次会议、德清县人大17届4次会议、十五届市政协二次会议先后闭幕。（王江）\n";
        let fixed = fixed(RULE, text);
        assert!(
            fixed.contains(
                "全国政协十四届第三次会议、十四届全国人大三次会议、德清县17届人大4次会议、市政协十五届二次会议先后"
            ),
            "{fixed}"
        );
    }

    #[test]
    fn local_sessions_are_for_information() {
        let text =
            "代表委员话春耕\n\n近日，德清县人大十七届四次会议闭幕，代表们回到各自的村里谈起春耕。（王江）\n";
        assert_eq!(found(RULE, text)[0].severity, crate::rules::Severity::Info);
    }

    #[test]
    fn right_names_people_and_standing_committees_are_left_alone() {
        let text = "代表委员话春耕\n\n全国政协十四届三次会议、十四届全国人大三次会议、十四届全国人大常委会第九次会议、市十七届人大三次会议、县政协十届二次会议、十四届全国政协委员、市人大十七届代表。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
