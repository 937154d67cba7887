//! The work of deputies and of members of the CPPCC under each other's words: 政协委员审议政府工作报告.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

use super::context::speaks_of_elsewhere;

rule! {
    /// 代表、委员履职的用语用错：代表审议，委员讨论。
    ///
    /// What deputies or members of the CPPCC do goes by the word of the other house.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 紧接在“政协委员”之后的“审议”，审的是政府、法院、检察院的工作报告，或者计划、预算、法律草案：委员列席人大会议，对这些
    /// 报告是“讨论”“协商”，不是“审议”。紧接在“人大代表”之后的“参政议政”：参政议政是政协的职能，代表是“履行职责”。
    /// “代表、委员”并提的，以及政协常委会工作报告，不查。
    /// 审议 of reports to a congress close behind 政协委员, who discuss them; 参政议政 close behind 人大代表, whose task it is
    /// not. Where deputies and members stand together, and for the CPPCC's own report, nothing is said.
    ///
    /// ## 为什么 · Why
    ///
    /// 《全国人民代表大会和地方各级人民代表大会代表法》规定代表出席会议、审议议案和报告；《中国人民政治协商会议章程》规定政协的
    /// 职能是政治协商、民主监督、参政议政。
    /// Deputies deliberate on reports under the Law on Deputies to the People's Congresses; consultation, supervision
    /// and taking part in public affairs are the tasks of the CPPCC under its Charter.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 滴灌管子铺上山
    ///
    /// 年初，县政协委员分组审议政府工作报告，有人提到乾元镇的茶园，如今滴灌管子已经铺到山顶。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 滴灌管子铺上山
    ///
    /// 年初，县政协委员分组讨论政府工作报告，人大代表审议报告时也提到茶园，如今管子铺到了山顶。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 委员的“审议”改为“讨论”或“协商讨论”；代表的“参政议政”改为“履行代表职责”。
    /// Write of members that they discuss a report, and of deputies that they do their duty.
    DeputyWork = "names/deputy-work" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// What each does, with at most a few words between.
static WORK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "政协委员(?:们)?(?<a>[^，。；：、“”《》\\n]{0,6}?)(?<deliberate>审议)[^，。；“”\\n]{0,6}?(?:政府工作报告|法院工作报告|检察院工作报告|“?两院”?工作报告|预算|计划报告|草案)\
         |人大代表(?:们)?(?<b>[^，。；：、“”《》\\n]{0,6}?)(?<advise>参政议政)",
    )
    .expect("the pattern is sound")
});

/// Words that bring another subject in between.
const OTHERS: &[&str] = &["代表", "委员", "人大", "政协", "与", "和", "及"];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for (index, block) in view.article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        for found in WORK.captures_iter(text) {
            let start = found.get(0).map_or(0, |whole| whole.start());
            let gap = found.name("a").or_else(|| found.name("b")).map_or("", |gap| gap.as_str());
            let (word, words) = match (found.name("deliberate"), found.name("advise")) {
                (Some(word), _) => (
                    word,
                    Words::new(
                        "政协委员对报告是“讨论”，“审议”是人大代表的职责",
                        "members of the CPPCC discuss (讨论) a report; 审议 is for deputies",
                    ),
                ),
                (None, Some(word)) => (
                    word,
                    Words::new(
                        "“参政议政”是政协的职能，人大代表是“履行代表职责”",
                        "参政议政 is the task of the CPPCC; deputies do their duty (履行代表职责)",
                    ),
                ),
                (None, None) => continue,
            };
            let at = Span::from(word.range());
            // 人大代表、政协委员审议: they stand together.
            let stand_together = text[..start].ends_with(['、', '和', '与', '及'])
                || OTHERS.iter().any(|other| gap.contains(other));
            if !stand_together && !speaks_of_elsewhere(view, index, at) {
                findings.report(block.text.to_source(at), words);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "names/deputy-work";

    #[test]
    fn each_house_has_words_of_its_own() {
        assert_eq!(hits_in(RULE, "县政协委员认真审议政府工作报告。"), ["审议"]);
        assert_eq!(hits_in(RULE, "县人大代表积极参政议政。"), ["参政议政"]);
    }

    #[test]
    fn the_right_words_and_houses_together_are_left_alone() {
        for sentence in [
            "县政协委员讨论政府工作报告。",
            "县人大代表审议政府工作报告。",
            "政协委员审议常务委员会工作报告。",
            "人大代表、政协委员审议政府工作报告。",
            "人大代表和政协委员参政议政。",
            "政协委员积极参政议政。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
