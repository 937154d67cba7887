//! A rough number in Arabic digits: 20几个, 3、4百人, 5六天.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::{
    annotate::numeral,
    rules::{Applicability, ArticleView, Findings, Words, rule},
};

use super::form::{each, is_counted, may_begin, part, written_out};

rule! {
    /// 概数用了阿拉伯数字。
    ///
    /// A rough number in Arabic digits.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “20几个”“3、4百人”“5六天”“十5六岁”之类带“几”的或两个数字连用的概数。
    /// Numbers with a word for some, and two neighbouring digits that stand for a rough number.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.2.2条：数字连用表示的概数和含“几”的概数，应采用汉字数字；第5.2.1条：连用时不加顿号。
    /// GB/T 15835-2011, 4.2.2: rough numbers take Chinese numerals; 5.2.1: without a mark between the two digits.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 沟渠两旁住着20几户人家。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 沟渠两旁住着二十几户人家，来了三四百人，清理第3、4标段，用了5至6天。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改用汉字数字；快速修复可代劳。
    /// Write Chinese numerals; the quick fix does so.
    RoughNumeral = "numerals/rough-numeral" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static ROUGH: LazyLock<Regex> = LazyLock::new(|| {
    let digit = "[0-9０-９]";
    let next = "[二三四五六七八九]";
    Regex::new(&format!(
        "(?P<round>{digit}{{2}})几\
         |(?P<low>{digit})、(?P<high>{digit})(?P<weight>[十百千])\
         |(?P<ten>[二三四五六七八九]?十)(?P<low_behind_ten>{digit})(?P<high_behind_ten>{next})\
         |(?P<low_alone>{digit})(?P<high_alone>{next})"
    ))
    .expect("the pattern is sound")
});

/// What people and days are counted by; 3四川 and 5六级 are something else.
const COUNTS: &[char] = &['个', '名', '人', '位', '岁', '年', '天', '户', '元', '十', '百', '千', '万'];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(
        view,
        &["几", "、", "二", "三", "四", "五", "六", "七", "八", "九"],
        &ROUGH,
        |place, found| {
            let whole = found.get_match().range();
            let before = place.before(whole.start);
            // 1、2、3百米 is a list, 高二3个班 a class.
            if !may_begin(before)
                || before.ends_with(['、', '高', '初', '大'])
                || place.is_quoted(whole.start)
            {
                return;
            }
            let Some(right) = in_chinese(found, place.behind(whole.end)) else { return };
            let printed = &place.text()[whole.clone()];
            let finding = place.report(
                findings,
                whole.clone(),
                Words::new(
                    format!("“{printed}”是概数，应采用汉字数字“{right}”"),
                    format!("{printed} is a rough number and takes Chinese numerals: {right}"),
                ),
            );
            finding.fixes.extend(place.fix(whole, &right, Applicability::Unsafe));
        },
    );
}

/// The rough number in Chinese numerals; `None` where it is none, by what stands behind it.
fn in_chinese(found: &Captures<'_>, behind: &str) -> Option<String> {
    if found.name("round").is_some() {
        let round = part(found, "round");
        let is_word = behind.starts_with(['何', '率', '乎', '经']);
        let is_round = round.ends_with(['0', '０']);
        return whole_number(round)
            .filter(|_| is_round && !is_word)
            .and_then(written_out)
            .map(|tens| tens + "几");
    }
    if found.name("low").is_some() {
        let weight = part(found, "weight");
        // In 3、4千米 the 千 belongs to the unit.
        let is_unit = is_counted(&format!("{weight}{behind}"));
        let pair = neighbours(part(found, "low"), part(found, "high"))?;
        return (is_counted(behind) && !is_unit).then(|| pair + weight);
    }
    if found.name("ten").is_some() {
        let pair = neighbours(part(found, "low_behind_ten"), part(found, "high_behind_ten"))?;
        return is_counted(behind).then(|| format!("{}{pair}", part(found, "ten")));
    }
    neighbours(part(found, "low_alone"), part(found, "high_alone")).filter(|_| behind.starts_with(COUNTS))
}

/// Two digits that follow one another, written out.
fn neighbours(low: &str, high: &str) -> Option<String> {
    let (low, high) = (whole_number(low)?, whole_number(high)?);
    (low + 1 == high).then(|| Some(written_out(low)? + &written_out(high)?))?
}

/// A whole number below a hundred, in either kind of digits.
fn whole_number(printed: &str) -> Option<u32> {
    let value = numeral::read(printed)?.value;
    (1..100).find(|&whole| (f64::from(whole) - value).abs() < f64::EPSILON)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/rough-numeral";

    #[test]
    fn rough_numbers_are_written_in_chinese() {
        for (sentence, right) in [
            ("住着20几户人家。", "住着二十几户人家"),
            ("投入30几万元。", "投入三十几万元"),
            ("来了3、4百人。", "来了三四百人"),
            ("来了几个十5六岁的学生。", "十五六岁的学生"),
            ("用了5六天。", "用了五六天"),
            ("来了５六百人。", "来了五六百人"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn exact_numbers_and_lists_are_left_alone() {
        for sentence in [
            "住着二十几户人家。",
            "清理第3、4标段。",
            "学校有高二3个班、高一2个班。",
            "长3、4千米。",
            "走访1四川籍老人。",
            "讲解100几何题。",
            "口号是“20几岁正当年”。",
            "1、2、3百米跑道。",
            "2006年动工，用了5天。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
