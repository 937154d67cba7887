//! A decimal whose point is another mark: 5．2%, 5。2%.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Severity, Words, rule};

use super::form::{each, half_width, is_counted, may_begin, range};

rule! {
    /// 小数点误作句号或全角的点。
    ///
    /// A decimal has a full stop or a full-width point.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “增长5。2%”“长3．5公里”之类：前面是“增长”“达”“约”等词、后面带单位的。段首的“1．”是序号，不查。
    /// Such marks between digits, behind a word that a quantity follows or before a unit. A list number at the start of a
    /// paragraph is left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.2条：小数点是齐阿拉伯数字底线的实心点“.”；第5.1.7.1条：阿拉伯数字用半角。
    /// GB/T 15835-2011, 5.1.2: the point of a decimal is “.”; 5.1.7.1: figures are half-width.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 全镇水费收入增长5。2%。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 全镇水费收入增长5.2%，去年参加的有10。46%的渠段完工。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“.”；核对数字。
    /// Put the point; check the number.
    DecimalPoint = "numerals/decimal-point" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DECIMAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[0-9]+(?:(?P<stop>。)|(?P<wide>．))[0-9]{1,3}").expect("the pattern is sound")
});

/// Words that a quantity stands behind; elsewhere a stop may end a sentence.
const BEFORE: &[&str] = &[
    "增长", "下降", "上升", "提高", "降低", "增加", "减少", "达到", "约", "占", "近", "渠长", "总长", "全长",
    "降", "涨",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["。", "．"], &DECIMAL, |place, found| {
        let whole = found.get_match().range();
        let (before, behind) = (place.before(whole.start), place.behind(whole.end));
        let is_quantity = behind.starts_with(['%', '％', '‰']) || is_counted(behind);
        let is_stop = found.name("stop").is_some();
        let printed = &place.text()[whole.clone()];
        let is_told = !is_stop || BEFORE.iter().any(|word| before.ends_with(word));
        // A nought with a stop behind it is another rule's: 0。46%.
        let is_pure = is_stop && printed.starts_with("0。") && behind.starts_with(['%', '％', '‰']);
        let may_be_number = before.is_empty()
            || before.ends_with(['图', '表', '式', '节', '例'])
            || behind.starts_with(['．', '.', '。']);
        if !is_quantity || !is_told || is_pure || may_be_number || !may_begin(before) {
            return;
        }
        let right = half_width(&printed.replace('。', "."));
        let at = range(found, if is_stop { "stop" } else { "wide" });
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("小数点应为“.”：“{printed}”应为“{right}”"),
                format!("the point of a decimal is “.”: {right}, not {printed}"),
            ),
        );
        if is_stop {
            finding.fixes.extend(place.fix(at, ".", Applicability::Unsafe));
        } else {
            finding.severity = Severity::Info;
            finding.fixes.extend(place.fix(at, ".", Applicability::Safe));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "numerals/decimal-point";

    #[test]
    fn the_point_is_put() {
        assert_eq!(mended(RULE, "收入增长5。2%。"), "收入增长5.2%。");
        assert_eq!(mended(RULE, "增产约0。46吨。"), "增产约0.46吨。");
        assert_eq!(mended(RULE, "渠长3．5公里。"), "渠长3.5公里。");
    }

    #[test]
    fn list_numbers_and_stops_are_left_alone() {
        for sentence in [
            "收入增长5.2%。",
            "清渠的有10。46%的渠段完工。",
            "参加的小组有3。20名村民护渠。",
            "见图3．2所示。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
        let list =
            "青禾镇修渠引水\n\n入春以来，全镇动员，干部带头，群众参与。\n\n1．5名村民护渠，每日巡查。\n";
        assert_eq!(crate::rules::testing::hits(RULE, list), Vec::<String>::new());
    }
}
