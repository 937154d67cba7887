//! Units that are not legal ones: 公分.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 非法定计量单位。
    ///
    /// A unit that is not a legal one, or not so written.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 数字后面已废除的单位名称：公分（厘米）、公尺（米）、公升、公吨、浬、哩、呎、吋等；简称“平米”“平方”“立方”和大小写不对的单位
    /// 符号（KM、KG）只作提示。亩、斤、英寸不查。
    /// Abolished names of units behind a number; short names and symbols in the wrong case are only hinted at. 亩, 斤 and inches
    /// are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB 3100-1993《国际单位制及其应用》，国务院1984年《关于在我国统一实行法定计量单位的命令》；《报纸编校质量评比差错认定细则》第42—46条。
    /// GB 3100-1993 and the order of the State Council of 1984 on legal units of measurement; the rules for errors in newspapers,
    /// 42 to 46.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 小街长260公尺，装了八盏路灯，灯杆直径12公分。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 小街长260米，装了八盏路灯，灯杆直径12厘米，照亮两旁3亩菜地和5立方米的水池。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为法定单位，数值不变；快速修复给出。
    /// Write the legal unit, of the same size; the quick fix does.
    NonstandardUnit = "wording/nonstandard-unit" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Unit, findings, |written, slip| {
        let right = &slip.right;
        Words::new(format!("“{written}”应为“{right}”"), format!("“{written}” should be “{right}”"))
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/nonstandard-unit";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn units_that_are_not_legal_are_found() {
        for (sentence, form) in [
            ("灯杆直径12公分。", "公分"),
            ("小街长三百公尺。", "公尺"),
            ("广场有500平米。", "平米"),
            ("挖土80立方。", "立方"),
            ("全长12KM。", "KM"),
            ("重3.5 Kg。", "Kg"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("灯杆直径12公分。")).contains("12厘米"));
    }

    #[test]
    fn legal_units_and_products_are_left_alone() {
        for sentence in [
            "灯杆直径12厘米。",
            "挖土80立方米。",
            "菜地有3亩。",
            "面积5平方公里。",
            "型号为ML350KW。",
            "设备DZ-10KW-3到货。",
            "得了分红。",
            "边长的平方和是五。",
            "二的平方根。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
