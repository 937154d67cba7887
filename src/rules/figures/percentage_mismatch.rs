//! Percentages that do not follow from the counts, or do not make a whole.

use crate::{
    annotate::relations::{Relation, RelationKind},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 百分比与所据的数字不符，或各部分之和不是100%。
    ///
    /// A percentage that does not follow from the counts beside it, or shares of one whole that do not make 100 %.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “应检修4800台，已检修4320台，检修率多少”“127件，其中84件，占多少”一类，百分比与两个数相除的结果不符；合格率、满意率等超过
    /// 100%；“东部占、中部占、西部占”“占3%，其余占”、三次产业比重一类，互不重叠的各部分加起来超过100%，或按说法已列尽而不足
    /// 100%。可能重叠的人群、可多选的答案、占另一总体的比例，不报。
    /// A share or rate against the part and the whole in the same sentence; rates above 100 % that cannot be; shares of
    /// one whole that exclude one another and make more than 100 %, or less where the wording says that there are no
    /// others. Groups that may overlap and shares of another whole are passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    /// 部分与总数既已写明，百分比就能算出来；同一总体的各部分合起来正好是全部。
    /// The percentage follows from the counts, and all parts together are the whole.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾县备耕忙
    ///
    /// 全县应检修农机4800台，已检修4320台，检修率达95%。
    /// ```
    ///
    /// ```wrong
    /// 青禾县合作社遍地开花
    ///
    /// 东部合作社数量占全县的53%，中部占45%，西部占7%。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾县备耕忙
    ///
    /// 全县应检修农机4800台，已检修4320台，检修率达90%。社员中党员占72%，妇女占45%。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对原始数据，改正其中一个；若百分比另有所指，写明占什么的。
    /// Check the source and mend one of them; if it is a share of something else, say of what.
    PercentageMismatch = "figures/percentage-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Share, findings, of_share);
    report_failures(view, RelationKind::Whole, findings, |relation| {
        let formula = &relation.formula;
        Words::new(format!("{formula}，各部分合起来不是100%"), format!("{formula}, and not 100 % in all"))
    });
}

fn of_share(relation: &Relation) -> Words {
    let (formula, claim) = (&relation.formula, &relation.claim.text);
    if relation.operands.is_empty() {
        Words::new(
            format!("{formula}，部分不会多于全部"),
            format!("{formula}: a part cannot be more than the whole"),
        )
    } else {
        Words::new(format!("{formula}，与“{claim}”不符"), format!("{formula}, which is not “{claim}”"))
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found};

    const RULE: &str = "figures/percentage-mismatch";

    #[test]
    fn the_message_shows_the_division_or_the_sum() {
        let message =
            |body: &str| found(RULE, &format!("青禾县备耕忙\n\n　　{body}\n"))[0].message.zh.clone();
        assert_eq!(
            message("全县应检修农机4800台，已检修4320台，检修率达95%。"),
            "4320 ÷ 4800 = 90%，与“95%”不符"
        );
        assert_eq!(message("产品合格率为120%。"), "120% > 100%，部分不会多于全部");
        assert_eq!(message("男职工占60%，女职工占30%。"), "60% + 30% = 90%，各部分合起来不是100%");
    }

    #[test]
    fn what_follows_is_offered_in_the_digits_of_what_was_printed() {
        let text = "青禾县备耕忙\n\n　　共收集建议127件，其中党员建议84件，占76%。\n";
        assert!(fixed(RULE, text).contains("占66%"));
    }
}
