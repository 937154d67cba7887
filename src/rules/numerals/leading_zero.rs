//! A decimal without its nought, or with a full stop for its point: .46, 0。46%.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, half_width, is_counted, part};

rule! {
    /// 纯小数漏了小数点前的0，或小数点误作句号。
    ///
    /// A decimal without its nought, or with a full stop for its point.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “下降.46个百分点”“占0。46%”之类。
    /// A point without a digit in front of it behind a word that a quantity follows, and a full stop between a nought
    /// and a percentage.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.2条：纯小数必须写出小数点前定位的“0”，小数点是齐阿拉伯数字底线的实心点“.”。
    /// GB/T 15835-2011, 5.1.2: a pure decimal keeps the 0 in front of its point, which is “.”.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 渗漏率比上年下降.46个百分点。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 渗漏率比上年下降0.46个百分点。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 补上0；核对是不是漏了别的数字。
    /// Put the nought; see that no other digit was lost.
    LeadingZero = "numerals/leading-zero" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DECIMAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<bare>[.．][0-9０-９]{1,3})|(?P<stopped>[0０]。[0-9０-９]{1,3})[%％‰]")
        .expect("the pattern is sound")
});

/// Words that a quantity stands behind; a dot behind any other word may be a full stop.
const BEFORE: &[&str] = &[
    "为", "达", "到", "至", "约", "近", "超", "仅", "增长", "下降", "提高", "降低", "上升", "回落", "增加",
    "减少", "占", "高", "低", "涨", "跌", "了", "增", "降",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &[".", "．", "。"], &DECIMAL, |place, found| {
        let (at, right) = if let Some(bare) = found.name("bare") {
            let behind = place.behind(bare.end());
            let counts = is_counted(behind) || behind.starts_with(['万', '亿']);
            if !counts || !BEFORE.iter().any(|word| place.before(bare.start()).ends_with(word)) {
                return;
            }
            (bare.range(), format!("0{}", half_width(bare.as_str())))
        } else {
            let Some(stopped) = found.name("stopped") else { return };
            if place.before(stopped.start()).ends_with(|c: char| c.is_numeric() || matches!(c, '.' | '．')) {
                return;
            }
            (stopped.range(), half_width(&part(found, "stopped").replace('。', ".")))
        };
        let printed = &place.text()[at.clone()];
        let finding = place.report(
            findings,
            at.clone(),
            Words::new(
                format!("纯小数“{printed}”应写成“{right}”"),
                format!("the decimal {printed} should be written {right}"),
            ),
        );
        finding.fixes.extend(place.fix(at, &right, Applicability::Unsafe));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/leading-zero";

    #[test]
    fn the_nought_is_put_back() {
        for (sentence, right) in [
            ("渗漏率下降.46个百分点。", "下降0.46个百分点"),
            ("占0。46%。", "占0.46%"),
            ("深度增加．５米。", "增加0.5米"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn other_dots_are_left_alone() {
        for sentence in [
            "下降0.46个百分点。",
            "工作全部完成.46人参加了清渠。",
            "共有10。46%的渠段完工。",
            "使用.NET平台。",
            "清理1.5公里。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
