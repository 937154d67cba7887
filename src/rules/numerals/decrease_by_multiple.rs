//! A decrease given in multiples: 减少了3倍.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{ArticleView, Findings, Words, rule};

use super::form::each;

rule! {
    /// 减少、下降用了倍数。
    ///
    /// A decrease given in multiples.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “减少了3倍”“成本下降两倍”之类。“从80倍降到25倍”不查。
    /// A verb of decrease with a multiple close behind. A multiple that itself fell from one value to another is left
    /// alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 《图书编校质量差错认定细则》第19条：数量减少不用倍数，应用分数或百分数；减少一倍就等于零。
    /// Rules for judging errors in books, 19: a decrease is given as a fraction or in percent; less by once the amount
    /// would be nothing.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 渗漏量比上年减少了3倍。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 渗漏量比上年减少四分之三，流量增加3倍，泥沙从80倍降到25倍。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用百分数或分数，按原数重新计算。
    /// Give a fraction or a percentage, computed from the figures.
    DecreaseByMultiple = "numerals/decrease-by-multiple" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

static DECREASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:下降|降低|减少|减轻|缩小|缩短|缩减|减慢|下跌|萎缩|少了|低了|小了|短了)(?:了|近|约|超过|超|逾|将近|整整|达)*\
         (?:[0-9０-９]+(?:[.．][0-9０-９]+)?|[一二两三四五六七八九十百几数]+)[多余]?倍",
    )
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["倍"], &DECREASE, |place, found| {
        let whole = found.get_match().range();
        let is_word = place.behind(whole.end).starts_with(['率', '数', '镜']);
        // 放大或缩小10倍 is said of lenses and drawings.
        if is_word
            || place.before(whole.start).ends_with(['或', '不', '未', '和'])
            || place.is_quoted(whole.start)
        {
            return;
        }
        let printed = &place.text()[whole.clone()];
        place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("减少不能用倍数：“{printed}”，减少一倍即为零；应改用百分数或分数"),
                format!("a decrease cannot be a multiple ({printed}): less by once the amount is nothing; give a fraction or a percentage"),
            ),
        );
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "numerals/decrease-by-multiple";

    #[test]
    fn a_decrease_in_multiples_is_found() {
        for (sentence, hit) in [
            ("渗漏减少了3倍。", "减少了3倍"),
            ("成本下降两倍。", "下降两倍"),
            ("用时缩短近十倍。", "缩短近十倍"),
            ("用工少了2.5倍。", "少了2.5倍"),
        ] {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn increases_and_multiples_that_fell_are_left_alone() {
        for sentence in [
            "流量增加3倍。",
            "泥沙从80倍降到25倍。",
            "下降到原来的3倍。",
            "图纸可放大或缩小10倍。",
            "减少5倍率镜头。",
            "减少三成。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
