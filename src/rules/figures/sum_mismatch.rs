//! Parts that do not add up to their total.

use crate::{
    annotate::relations::{RelationKind, Verdict},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 分项之和与总数不符。
    ///
    /// The parts do not add up to the total.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一句里，总数与“其中”后的各分项，或各分项与其后的“共、合计”，单位相同而相加不符。用“等、包括、另”等列举不尽的，
    /// 可以重叠的（党员、女性），以及“余、近、约”使两种读法都说得通的，不报。“其中”的一项比总数还大，也报。
    /// In one sentence: a total and the parts behind 其中, or parts and the total behind them (共, 合计), in the same
    /// unit. Open lists, overlapping groups and estimates that leave room are passed over. A single part behind 其中 that is
    /// greater than its total is found as well.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 数字自相矛盾，至少有一个是错的。
    /// If figures contradict one another, at least one of them is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇促进就业
    ///
    /// 青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇促进就业
    ///
    /// 青禾村现有务工人员32人，其中脱贫户18人、一般农户14人。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对原始数据，改正其中一个；分项有重叠或未列尽的，写明“等”。
    /// Check the source and mend one of them; if the list is not complete, mark it as open.
    SumMismatch = "figures/sum-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Sum, findings, |relation| {
        let (formula, total) = (&relation.formula, &relation.claim.text);
        if relation.verdict == Verdict::Unlikely {
            return Words::new(
                format!("{formula}，少于“{total}”；如未列全，请写明“等”"),
                format!("{formula}, which is less than “{total}”; mark the list as open if it is"),
            );
        }
        Words::new(format!("{formula}，与“{total}”不符"), format!("{formula}, which is not “{total}”"))
    });
    report_failures(view, RelationKind::Subset, findings, |relation| {
        let formula = &relation.formula;
        Words::new(
            format!("{formula}，“其中”的不会多于总数“{}”", relation.operands[0].text),
            format!("{formula}: a part cannot be more than its total “{}”", relation.operands[0].text),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, hits};

    fn body(text: &str) -> String {
        format!("青禾镇促进就业\n\n　　{text}\n")
    }

    #[test]
    fn parts_that_exceed_or_miss_their_total_are_wrong() {
        for (text, total) in [
            ("青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。", "30人"),
            ("会议共收到建议126件，其中教育类80件、交通类42件。", "126件"),
            ("商会捐赠口罩30箱、药品25箱，共计65箱。", "65箱"),
        ] {
            assert_eq!(hits("figures/sum-mismatch", &body(text)), [total], "{text}");
        }
    }

    #[test]
    fn the_message_shows_the_sum_and_points_at_each_part() {
        let found = found("figures/sum-mismatch", &body("现有务工人员30人，其中脱贫户18人、一般农户14人。"));
        assert_eq!(found[0].message.zh, "18 + 14 = 32，与“30人”不符");
        assert_eq!(found[0].related.len(), 2);
    }

    #[test]
    fn a_single_part_is_no_more_than_its_total() {
        let found = found("figures/sum-mismatch", &body("培训班共有学员30人，其中党员42人。"));
        assert_eq!(found[0].message.zh, "42 > 30，“其中”的不会多于总数“30人”");
        assert!(hits("figures/sum-mismatch", &body("培训班共有学员30人，其中党员12人。")).is_empty());
    }

    #[test]
    fn right_sums_open_lists_and_other_units_are_passed_over() {
        for text in [
            "会议共收到建议126件，其中教育类84件、交通类42件。",
            "会议共收到建议126件，其中教育类84件、交通类40件等。",
            "青禾村现有务工人员30人，其中党员18人、女性14人。",
            "慰问困难群众400余户、志愿者200余户，总计1200余人次。",
            "会议共收到建议126件，其中教育类30件、交通类20件。",
            "安排资金135万元，比上年增加15万元，其中县级95万元、镇级40万元。",
            "募集善款40余万元，其中企业25万元、个人20万元。",
        ] {
            assert!(hits("figures/sum-mismatch", &body(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn totals_across_sentences_brackets_and_medals_are_added_up() {
        for (text, total) in [
            ("会议共收到建议126件。其中，教育类88件，交通类42件。", "126件"),
            ("事故造成21人受伤（其中重伤5人、轻伤18人，均已送医）。", "21人"),
            ("代表队获得5金7银2铜，共16枚奖牌。", "16枚"),
            ("全年进出口1128亿元，其中，出口575.8亿元，进口452.2亿元。", "1128亿元"),
            ("共建有35个展园，包括9个国际展园和21个国内展园。", "35个"),
            ("流转土地30公顷，其中旱地300亩、水田200亩。", "30公顷"),
        ] {
            assert_eq!(hits("figures/sum-mismatch", &body(text)), [total], "{text}");
        }
        for text in [
            "会议共收到建议126件。其中，教育类84件，交通类42件。",
            "事故造成21人受伤（其中重伤5人、轻伤16人，均已送医）。",
            "代表队获得5金7银2铜，共14枚奖牌。",
            "全年进出口1128亿元，其中，出口575.8亿元，进口552.2亿元。",
            "流转土地20公顷，其中旱地100亩、水田200亩。",
        ] {
            assert!(hits("figures/sum-mismatch", &body(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn parts_of_parts_count_once() {
        let text =
            body("代表团共计723人，其中运动员439人，包括男运动员221人、女运动员218人，教练等工作人员284人。");
        assert!(hits("figures/sum-mismatch", &text).is_empty());
    }

    #[test]
    fn a_short_list_that_comes_near_its_total_is_a_warning() {
        let text = body("今年共安排70场比赛，其中50场为测试赛，6场为表演赛。");
        let found = found("figures/sum-mismatch", &text);
        assert_eq!(found[0].severity, crate::rules::Severity::Warning);
        assert!(
            hits("figures/sum-mismatch", &body("今年共安排70场比赛，其中20场为测试赛，6场为表演赛。"))
                .is_empty()
        );
    }

    #[test]
    fn each_correction_makes_the_sum_hold() {
        let text = body("现有务工人员30人，其中脱贫户18人、一般农户14人。");
        let found = found("figures/sum-mismatch", &text);
        let titles: Vec<_> = found[0].fixes.iter().map(|fix| fix.edits[0].text.as_str()).collect();
        assert_eq!(titles, ["32人", "16人", "12人"]);
        assert!(found[0].fixes.iter().all(|fix| fix.applicability == crate::rules::Applicability::Candidate));
    }
}
