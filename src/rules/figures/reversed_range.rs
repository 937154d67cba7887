//! Ranges that run from more to less.

use crate::{
    annotate::relations::RelationKind,
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 数值范围前大后小。
    ///
    /// A range that runs from more to less.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “10—5万元”“80%～60%”一类，用连接号或“至、到”表示范围而前一个数大于后一个。说下降的（从80%到60%）、比分、编号、名次、
    /// 时间不报。
    /// Two numbers joined by a dash, a tilde, 至 or 到, the first of which is greater. Falls, scores, codes, ranks and
    /// times are passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.3条：数值范围用浪纹线或一字线连接两个数，前后两数须能连起来读。
    /// 前大后小，多半是漏写了一位、误写了单位，或把两个数写颠倒了。
    /// GB/T 15835-2011, 5.1.3, on ranges. One that runs down has mostly lost a digit or swapped its ends.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇农户增收
    ///
    /// 今年每户可增收10—5万元。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇农户增收
    ///
    /// 今年每户可增收5万—10万元，税率从80%～60%逐步下调。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对两个数；若只是颠倒，换过来。
    /// Check both numbers; if they are merely swapped, turn them round.
    ReversedRange = "figures/reversed-range" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Range, findings, |relation| {
        let (formula, claim) = (&relation.formula, &relation.claim.text);
        Words::new(
            format!("“{claim}”前大后小：{formula}"),
            format!("“{claim}” runs from more to less: {formula}"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found};

    #[test]
    fn the_range_is_offered_the_other_way_round() {
        let text = "青禾镇农户增收\n\n　　今年每户可增收10—5万元，成活率在80%～60%之间。\n";
        assert_eq!(found("figures/reversed-range", text)[0].message.zh, "“10—5万元”前大后小：10万元 > 5万元");
        assert!(fixed("figures/reversed-range", text).contains("增收5—10万元，成活率在60%～80%之间"));
    }
}
