//! A range whose first number lost its 万, 亿 or %: 2—3万元, 15～30%.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, may_begin, number, part, range};

rule! {
    /// 数值范围的前一个数漏了“万、亿”或“%”。
    ///
    /// A range whose first number lost its ten thousand, hundred million or percent sign.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “2—3万元”“15～30%”之类。“5～100公斤”省去的是单位，不查；前一个数不小于后一个数的（5000元至1万元）也不查。
    /// The second number has the sign or the word, the first and smaller one has not. A plain unit may be left out;
    /// where the first number is not the smaller nothing is said.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.3条：表示数值的范围，前后两个数值都要带“万、亿”和百分号，以免误解。
    /// GB/T 15835-2011, 5.1.3: both numbers of a range keep the words for large numbers and the percent sign, lest they
    /// be misread.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 每公里渠道投入2—3万元。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 每公里渠道投入2万—3万元，渗漏减少15%～30%，每亩增收5～100公斤，补助5000—1万元，2021—2025年完工。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 前一个数补上“万、亿”或“%”；快速修复可代劳。
    /// Put the word or the sign behind the first number too; the quick fix does so.
    RangeUnit = "numerals/range-unit" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    let number = "[0-9０-９]+(?:[.．][0-9０-９]+)?";
    Regex::new(&format!(
        "(?P<low>{number})(?P<dash>——|[-－—–~～至])(?P<high>{number})(?P<scale>万亿|[万亿%％‰])"
    ))
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["万", "亿", "%", "％", "‰"], &RANGE, |place, found| {
        let whole = found.get_match().range();
        let (Some(low), Some(high)) = (number(part(found, "low")), number(part(found, "high"))) else {
            return;
        };
        let is_range = low < high && low > 0.0;
        if !is_range || !may_begin(place.before(whole.start)) || place.is_between(whole.start, '《', '》') {
            return;
        }
        let scale = part(found, "scale");
        let low = &place.text()[range(found, "low")];
        let right = format!("{low}{scale}{}{}{scale}", part(found, "dash"), part(found, "high"));
        let printed = &place.text()[whole.clone()];
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("“{printed}”的“{low}”后漏了“{scale}”，应为“{right}”"),
                format!("{low} in the range {printed} lost its {scale}: {right}"),
            ),
        );
        finding.fixes.extend(place.fix(whole, &right, Applicability::Unsafe));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/range-unit";

    #[test]
    fn both_numbers_keep_the_scale() {
        for (sentence, right) in [
            ("投入2-3万美元。", "投入2万-3万美元"),
            ("减少15～30%。", "减少15%～30%"),
            ("投入300至350亿元。", "投入300亿至350亿元"),
            ("增长6.5—7%。", "增长6.5%—7%"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn units_falling_ranges_and_codes_are_left_alone() {
        for sentence in [
            "投入2万～3万元。",
            "增产5～100公斤。",
            "补助5000—1万元。",
            "2021—2025年完工。",
            "增长6%—6.5%。",
            "电话8012-3456万家乐。",
            "第3-5%。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
