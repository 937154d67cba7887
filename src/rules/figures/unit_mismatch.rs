//! One quantity in two units or two sizes that do not agree.

use crate::{
    annotate::relations::RelationKind,
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 同一数量换算成另一单位后不符，或“万、亿”错位。
    ///
    /// One quantity that does not agree with itself in another unit, or that has slipped by a factor of ten thousand.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “300亩（合20公顷）”“5公里，折合10里”一类，换算不对；同一篇里同一件事的数字相同而单位一处是“亿”一处是“万”
    /// （总投资3.2亿元、总投资3.2万元）。“约”容得下的差别不报，外币不查。
    /// A quantity followed by the same in another unit; the same digits of the same thing, ten thousand times as
    /// much. What words of estimate allow is passed over, and currencies are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 1公顷是15亩，1公里是2里，1公斤是2斤；换算错了，或错一个“万”字，相差何止几倍。
    /// A hectare is fifteen mu, a kilometre two li, a kilogram two jin; a slip of one character is a slip by ten thousand.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇建设高标准农田
    ///
    /// 全镇今年将新建高标准农田300亩（合30公顷）。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇建设高标准农田
    ///
    /// 全镇今年将新建高标准农田300亩（合20公顷）。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对是哪一个数或哪一个单位错了；新闻里给一个单位即可。
    /// Check which number or unit is wrong; in news one unit is enough.
    UnitMismatch = "figures/unit-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Conversion, findings, |relation| {
        let (formula, claim) = (&relation.formula, &relation.claim.text);
        if formula.contains('≠') {
            Words::new(
                format!("{formula}：说的是同一件事，“万、亿”不同"),
                format!("{formula}: the same thing, with another 万 or 亿"),
            )
        } else {
            Words::new(format!("{formula}，与“{claim}”不符"), format!("{formula}, which is not “{claim}”"))
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found};

    const RULE: &str = "figures/unit-mismatch";

    #[test]
    fn the_message_shows_the_conversion_and_a_fix_gives_it() {
        let text = "青禾镇建设农田\n\n　　全镇将新建高标准农田300亩（合30公顷）。\n";
        assert_eq!(found(RULE, text)[0].message.zh, "300亩 = 20公顷，与“30公顷”不符");
        assert!(fixed(RULE, text).contains("合20公顷"));
    }

    #[test]
    fn a_slip_names_both_figures() {
        let text = "青禾镇兴修水利\n\n　　项目总投资3.2亿元。镇里介绍，项目总投资3.2万元。\n";
        assert_eq!(found(RULE, text)[0].message.zh, "3.2亿元 ≠ 3.2万元：说的是同一件事，“万、亿”不同");
        assert!(fixed(RULE, text).contains("镇里介绍，项目总投资3.2亿元"));
    }
}
