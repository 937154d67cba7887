//! A decrease by more than all there was: 下降120%.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{ArticleView, Findings, Words, rule};

use super::form::{each, number, part};

rule! {
    /// 降幅超过100%。
    ///
    /// A decrease by more than all there was.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “下降120%”“减少150%”之类。利润、净额之类可以为负的不查。
    /// A decrease by more than 100%. What can fall below nothing, such as profit, is left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 算术：一个不为负的量减少100%即为零。参见《图书编校质量差错认定细则》第19条。
    /// Arithmetic: a quantity that cannot be negative is nothing when it has fallen by 100%. Compare the rules for
    /// judging errors in books, 19.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 今年渗漏量同比下降120%。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 今年渗漏量同比下降12.0%，水费收入增长120%，合作社利润下降120%。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对百分数；也许是“增长”或漏了小数点。
    /// Check the percentage: perhaps it rose, or the point was lost.
    DecreaseOverHundred = "numerals/decrease-over-hundred" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

static DECREASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:下降|减少|降低|缩减|缩短|下跌|回落|萎缩)(?:了|近|约|超过|超|逾|达)*(?P<number>[0-9０-９]{3,}(?:[.．][0-9０-９]+)?)[%％]",
    )
    .expect("the pattern is sound")
});

/// What can be negative.
const CAN_BE_NEGATIVE: &[&str] = &[
    "利润",
    "盈",
    "亏",
    "净",
    "收益",
    "顺差",
    "逆差",
    "差额",
    "余额",
    "现金流",
    "结余",
    "增速",
    "增长率",
    "回报",
    "气温",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["%", "％"], &DECREASE, |place, found| {
        let whole = found.get_match().range();
        let before = place.before(whole.start);
        let sentence = before.rsplit(['。', '；', '！', '？']).next().unwrap_or(before);
        let Some(value) = number(part(found, "number")).filter(|value| *value > 100.0) else { return };
        if CAN_BE_NEGATIVE.iter().any(|word| sentence.contains(word)) || place.is_quoted(whole.start) {
            return;
        }
        place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("“{}”：降幅{value}%大于100%，减到零也不过100%", &place.text()[whole]),
                format!("a decrease by {value}% is more than 100%, which leaves nothing"),
            ),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "numerals/decrease-over-hundred";

    #[test]
    fn more_than_all_is_found() {
        for (sentence, hit) in
            [("渗漏量同比下降120%。", "下降120%"), ("用工减少了150.5％。", "减少了150.5％")]
        {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn possible_decreases_are_left_alone() {
        for sentence in [
            "渗漏量下降100%。",
            "水费收入增长120%。",
            "合作社利润下降120%。",
            "用工减少15%。",
            "下降到120%。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
