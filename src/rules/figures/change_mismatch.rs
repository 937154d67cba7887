//! Growth and decline that do not follow from the values.

use crate::{
    annotate::relations::{OperandRole, RelationKind},
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 增减的幅度与前后的数字不符。
    ///
    /// A growth rate or difference that does not follow from the values before and behind it.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “由甲增加到乙，增长若干”“甲，比上年增加乙，增长若干”一类：百分比、增减量、百分点、倍数、翻番，与按前后两数算出的不符；
    /// “增加到”的数反而小于原数。按“可比价格、年均、实际、扣除”等另行计算的，“多、超、约”和四舍五入容得下的，不报。
    /// 增长率照样允许截去尾数。
    /// From one value to another and by how much; a value, its difference and its rate: the percentage, the difference,
    /// the points, the multiple or the doubling is held against what the values give. Growth at comparable prices, in
    /// real terms or by yearly average is passed over, and so is what rounding or words of estimate allow.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 知道前后两个数，增幅就能算出来；算不拢，至少有一个是错的。
    /// The rate follows from the values; where it does not, one of the figures is wrong.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾县合作社发展加快
    ///
    /// 全县合作社由2021年的120家增加到2022年的150家，增长30%。
    /// ```
    ///
    /// ```wrong
    /// 青禾县教育投入增加
    ///
    /// 全县教育支出5.5亿元，比上年增加0.5亿元，增长12%。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾县合作社发展加快
    ///
    /// 全县合作社由2021年的120家增加到2022年的150家，增长25%。
    /// ```
    ///
    /// ```right
    /// 青禾县经济平稳增长
    ///
    /// 全县生产总值由2017年的80亿元增加到2022年的120亿元，年均增长7.5%。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对原始数据，改正其中一个；若是按可比价格等另行计算的，写明。
    /// Check the source and mend one of them; if the rate was worked out in another way, say how.
    ChangeMismatch = "figures/change-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Change, findings, |relation| {
        let (formula, claim) = (&relation.formula, &relation.claim.text);
        if relation.claim.role == OperandRole::After {
            Words::new(
                format!("{formula}，与增减的说法相反"),
                format!("{formula}, which goes the other way than the words say"),
            )
        } else {
            Words::new(format!("{formula}，与“{claim}”不符"), format!("{formula}, which is not “{claim}”"))
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found};

    #[test]
    fn the_message_shows_the_division_and_a_fix_gives_its_result() {
        let text = "青禾县农业稳产\n\n　　合作社由120家增加到150家，增长30%。\n";
        let found = found("figures/change-mismatch", text);
        assert_eq!(found[0].message.zh, "(150 − 120) ÷ 120 = 25%，与“30%”不符");
        assert_eq!(found[0].related.len(), 2);
        assert!(fixed("figures/change-mismatch", text).contains("增长25%"));
    }

    #[test]
    fn a_growth_that_shrinks_is_said_to_go_the_other_way() {
        let found = found("figures/change-mismatch", "青禾县农业稳产\n\n　　合作社由120家增加到56家。\n");
        assert_eq!(found[0].message.zh, "120 > 56，与增减的说法相反");
    }
}
