//! Totals that are not the quantity per unit times the number of units.

use crate::{
    annotate::relations::RelationKind,
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 总数不等于单位量乘数量。
    ///
    /// A total that is not the quantity per unit times the number of units.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一句里“每亩补贴120元，260亩，一共若干”“每天2000份，连续10天，共若干”“40户，100人，平均每户若干”一类，算出来与写的不符。
    /// 句中另有奖励、扣除、最高、不等一类的话，不报。
    /// In one sentence: so much for each, so many of them, and the total; or a total, a number and the average. Passed
    /// over where the sentence speaks of something on top, of the most or of several amounts.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    /// 三个数里知道两个，第三个就能算出来。
    /// Of the three figures, any two give the third.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇发放耕地补贴
    ///
    /// 每亩补贴120元，全村报名260亩，一共可领补贴3.62万元。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇发放耕地补贴
    ///
    /// 每亩补贴120元，全村报名260亩，一共可领补贴3.12万元。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对单价、数量和总数，改正其中一个；总数里还有别的款项的，写明。
    /// Check rate, number and total, and mend one; if the total holds something more, say what.
    ProductMismatch = "figures/product-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Product, findings, |relation| {
        let (formula, claim) = (&relation.formula, &relation.claim.text);
        Words::new(format!("{formula}，与“{claim}”不符"), format!("{formula}, which is not “{claim}”"))
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found};

    #[test]
    fn the_message_shows_the_product_and_a_fix_gives_it() {
        let text = "青禾镇发放补贴\n\n　　每亩补贴120元，全村报名260亩，一共可领补贴3.62万元。\n";
        let found = found("figures/product-mismatch", text);
        assert_eq!(found[0].message.zh, "120 × 260 = 3.12万，与“3.62万元”不符");
        assert!(fixed("figures/product-mismatch", text).contains("一共可领补贴3.12万元"));
    }
}
