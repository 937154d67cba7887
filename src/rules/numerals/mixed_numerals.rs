//! 十, 百 and 千 behind Arabic digits: 6千亩, 3千余人, 2万5千元.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::numeral::arabic_digit,
    rules::{Applicability, ArticleView, Findings, Words, rule},
};

use super::form::{each, is_counted, may_begin, number, part, range};

rule! {
    /// 阿拉伯数字后面跟着“十、百、千”。
    ///
    /// Ten, hundred or thousand in Chinese behind Arabic digits.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “6千亩”“3千余人”“5百多万元”“2万5千元”之类。千克、千米、千瓦等单位，以及“6万”“3亿”不查。
    /// A number of Arabic digits with a Chinese ten, hundred or thousand behind. Units such as the kilogram and the
    /// kilometre are left alone, and so are ten thousands and hundred millions.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.3条：除“万”“亿”外，阿拉伯数字不与其他汉字数词混用表示一个数。
    /// GB/T 15835-2011, 5.3: of the Chinese numerals only those for ten thousand and a hundred million may stand behind
    /// Arabic digits in one number.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 全镇6千亩稻田引上了渠水。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 全镇6000亩稻田引上了渠水，收粮3万5000千克，装机2千瓦。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 写成阿拉伯数字；数值不变，快速修复可代劳。
    /// Write the figure out; its value stays the same, and the quick fix does so.
    MixedNumerals = "numerals/mixed-numerals" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let digits = "[0-9０-９]";
    Regex::new(&format!(
        "(?P<high>{digits}+)(?P<high_scale>[万亿])(?P<low>{digits})(?P<low_weight>千万|[百千])\
         |(?P<number>{digits}{{1,3}}(?:[.．]{digits}{{1,2}})?)(?P<weight>[十百千])(?P<open>[余多]?)(?P<scale>万亿|[万亿])?"
    ))
    .expect("the pattern is sound")
});

/// Units that begin with one of the three.
const UNITS: &[&str] = &[
    "千克", "千瓦", "千米", "千卡", "千焦", "千赫", "千伏", "千帕", "百帕", "千升", "千安", "千字", "千分",
    "百分", "千里", "百货", "百姓",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["十", "百", "千"], &NUMBER, |place, found| {
        let whole = found.get_match().range();
        let number_end = range(found, "number").end;
        let is_unit = number_end > 0 && UNITS.iter().any(|unit| place.behind(number_end).starts_with(unit));
        let ends_number = is_counted(place.behind(whole.end)) || !part(found, "scale").is_empty();
        let is_title = place.is_between(whole.start, '《', '》');
        // 5至6千亩: the first number wants the 千 too.
        let before = place.before(whole.start);
        let is_range =
            before.strip_suffix(['至', '到', '、', '或']).is_some_and(|low| low.ends_with(is_arabic));
        if is_range || is_unit || !ends_number || is_title || !may_begin(before) {
            return;
        }
        let right = if number_end > 0 {
            multiplied(part(found, "number"), part(found, "weight"))
                .map(|number| format!("{number}{}{}", part(found, "open"), part(found, "scale")))
        } else {
            joined(
                part(found, "high"),
                part(found, "high_scale"),
                part(found, "low"),
                part(found, "low_weight"),
            )
        };
        let printed = &place.text()[whole.clone()];
        let (zh, en) = right.as_ref().map_or((String::new(), String::new()), |right| {
            (format!("，应写成“{right}”"), format!("; write {right}"))
        });
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("“{printed}”把阿拉伯数字和“十、百、千”混在一个数里{zh}"),
                format!("{printed} mixes Arabic digits with 十, 百 or 千 in one number{en}"),
            ),
        );
        finding.fixes.extend(right.and_then(|right| place.fix(whole, &right, Applicability::Unsafe)));
    });
}

fn is_arabic(c: char) -> bool {
    arabic_digit(c).is_some()
}

/// 6 and 千 make 6000, 3.5 and 千 make 3500; what is no whole number is not written so.
fn multiplied(printed: &str, weight: &str) -> Option<String> {
    let weight = match weight {
        "十" => 10.0,
        "百" => 100.0,
        _ => 1000.0,
    };
    let value = (number(printed)? * weight * 100.0).round() / 100.0;
    (value.fract() == 0.0 && value > 0.0).then(|| value.to_string())
}

/// 2万 and 5千 make 2.5万, 2万 and 5百 make 2.05万, 2亿 and 5千万 make 2.5亿.
fn joined(high: &str, scale: &str, low: &str, weight: &str) -> Option<String> {
    let (high, low) = (number(high)?, number(low)?);
    match (scale, weight) {
        ("万", "千") | ("亿", "千万") => Some(format!("{high}.{low}{scale}")),
        ("万", "百") => Some(format!("{high}.0{low}{scale}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/mixed-numerals";

    #[test]
    fn the_number_is_written_out() {
        for (sentence, right) in [
            ("稻田6千亩。", "稻田6000亩"),
            ("种树3千余棵。", "种树3000余棵"),
            ("投入5百多万元。", "投入500多万元"),
            ("产值5千亿元。", "产值5000亿元"),
            ("投入3.5千元。", "投入3500元"),
            ("投入2万5千元。", "投入2.5万元"),
            ("惠及1千万人。", "惠及1000万人"),
            ("投入２亿５千万元。", "投入2.5亿元"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn units_names_and_large_numbers_are_left_alone() {
        for sentence in [
            "收粮6千克，铺管3千米，装机500千瓦，增长3个百分点。",
            "投入6万元，惠及3亿人。",
            "G7百货商场开业。",
            "第3百货商店开业。",
            "走了2千里路。",
            "放映《5百个日夜》。",
            "拿下百米跑道。",
            "种树5至6千棵。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
