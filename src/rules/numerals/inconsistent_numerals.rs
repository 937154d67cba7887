//! The same kind of number in Chinese numerals here and in figures there.

use std::{collections::BTreeMap, sync::LazyLock};

use regex::Regex;

use crate::{
    lexicon::unit,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

use super::form::{Place, each, may_begin, part};

rule! {
    /// 同类数字一处用汉字，一处用阿拉伯数字。
    ///
    /// Numbers of one kind stand in Chinese numerals here and in figures there.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一句里单位相同的两个量，一个写作“十五公里”，一个写作“20公里”；“400多元”和“一千多元”；同一篇里的“第一章”和“第12章”。引语、书名和一至十、整百整千的汉字数不查。
    /// Two quantities of one sentence with the same unit, or two rough sums, in different numerals; chapters and articles
    /// numbered in both ways in one article. Quotations, titles and Chinese numerals up to ten or of round hundreds are left
    /// alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.3条：两种形式均可选用时，同一场合出现的数字，应遵循“同类别同形式”原则；第4.1.1条：计量单位前的数字用阿拉伯数字。
    /// GB/T 15835-2011, 4.3: in one place numbers of one kind have one form; 4.1.1: figures stand before units.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 主渠长十五公里，支渠长20公里。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 主渠长15公里，支渠长20公里，十个村受益，方圆十里都来看，二十多名村民护渠。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 统一成一种，一般用阿拉伯数字。
    /// Use one form, usually figures.
    InconsistentNumerals = "numerals/inconsistent-numerals" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

static QUANTITY: LazyLock<Regex> = LazyLock::new(|| {
    let exact = "[二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九]|\
                 [一二三四五六七八九]百(?:零[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)";
    let rough = "[二三四五六七八九]?十|[一二三四五六七八九][百千]";
    let units =
        "平方公里|平方米|立方米|公里|千米|厘米|公顷|公斤|千克|美元|亩|吨|元|户|名|岁|台|辆|座|所|株|棵|头";
    Regex::new(&format!(
        "(?:(?P<chinese>{exact})|(?P<chinese_rough>(?:{rough}|{exact})[多余])|(?P<arabic>[0-9]+(?:[.][0-9]+)?)|(?P<arabic_rough>[0-9]+[多余]))\
         (?P<unit>{units})"
    ))
    .expect("the pattern is sound")
});
static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "第(?:(?P<chinese>[一二三四五六七八九十百]{1,5})|(?P<arabic>[0-9]{1,3}))(?P<unit>[章节条款编])",
    )
    .expect("the pattern is sound")
});

/// A number as it is printed.
struct Printed {
    at: Span,
    text: String,
    is_chinese: bool,
}

/// The numbers of one kind: those of a sentence with one unit, those of an article that number one thing.
type Kinds = BTreeMap<(usize, String), Vec<Printed>>;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut kinds = Kinds::new();
    let numerals = ["十", "百", "千"];
    each(view, &numerals, &QUANTITY, |place, found| {
        let is_rough = found.name("chinese_rough").or_else(|| found.name("arabic_rough")).is_some();
        let unit = part(found, "unit");
        // Rough sums of money are of one kind whatever the currency.
        let kind = if is_rough && unit::is_money(unit) { "多元" } else { unit };
        let before = place.before(found.get_match().start());
        // Where the sentence begins tells it apart from the others of the article.
        let sentence = before.rfind(['。', '；', '！', '？']).unwrap_or(0);
        let sentence = place.source(sentence..sentence + 1).start;
        collect(&mut kinds, place, found, (sentence, format!("{is_rough}{kind}")));
    });
    each(view, &["第"], &ORDINAL, |place, found| {
        collect(&mut kinds, place, found, (0, format!("第{}", part(found, "unit"))));
    });
    for numbers in kinds.values() {
        let of = |is_chinese| numbers.iter().filter(move |printed| printed.is_chinese == is_chinese);
        let (Some(chinese), Some(arabic)) = (of(true).next(), of(false).next()) else { continue };
        // The rarer form is the slip.
        let (slip, model) =
            if of(true).count() > of(false).count() { (arabic, chinese) } else { (chinese, arabic) };
        findings
            .report(
                slip.at,
                Words::new(
                    format!("“{}”与“{}”是同类数字，形式宜统一", slip.text, model.text),
                    format!(
                        "{} and {} are numbers of one kind and should have one form",
                        slip.text, model.text
                    ),
                ),
            )
            .related
            .push(Related { span: model.at, words: Words::new("另一种形式", "the other form") });
    }
}

fn collect(kinds: &mut Kinds, place: &Place<'_>, found: &regex::Captures<'_>, kind: (usize, String)) {
    let whole = found.get_match().range();
    // What follows 第 is found by its own pattern, with the word.
    let before = place.before(whole.start);
    if !may_begin(before) || before.ends_with(['几', '数', '来']) || place.is_quoted(whole.start) {
        return;
    }
    let is_chinese = found.name("chinese").or_else(|| found.name("chinese_rough")).is_some();
    let text = place.text()[whole.clone()].to_owned();
    kinds.entry(kind).or_default().push(Printed { at: place.source(whole), text, is_chinese });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "numerals/inconsistent-numerals";

    #[test]
    fn two_forms_of_one_kind_are_found() {
        for (sentence, hit) in [
            ("主渠长十五公里，支渠长20公里。", "十五公里"),
            ("主渠长十五公里，支渠长二十公里，斗渠长20公里。", "20公里"),
            ("户均增收400多元，最多的一千多美元。", "一千多美元"),
            ("制度第一章讲巡渠，第12章讲用水。", "第一章"),
        ] {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn other_units_other_sentences_and_small_numerals_are_right() {
        for sentence in [
            "主渠长15公里，支渠长20公里。",
            "主渠长十公里，支渠长20公里。",
            "主渠长十五公里。支渠长20公里。",
            "主渠长十五公里，投入20万元。",
            "一百户人家，120户受益。",
            "他说：“渠长十五公里。”实长20公里。",
            "二十多名村民，20名干部。",
            "第十五届和第15条。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
