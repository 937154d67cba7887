//! A year cut to two digits: 22年3月, 98年底.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::numeral::chinese_digit,
    rules::{Applicability, ArticleView, Findings, Words, rule},
};

use super::form::{each, may_begin, number, range};

rule! {
    /// 年份简写成了两位数。
    ///
    /// A year cut to two digits.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “22年3月”“98年底”“截至22年”“七八年三月”之类。“工作12年”之类的时长和引语不查。
    /// Two digits for a year in front of a month, or of the beginning or the end of the year. Lengths of time and
    /// quotations are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.4条：四位数字表示的年份不应简写为两位数字；第5.2.2条：汉字年份简写后易被误解为概数的，不应简写。
    /// GB/T 15835-2011, 5.1.4: a year of four digits is not cut to two; 5.2.2: nor is one in Chinese numerals
    /// that could be read as a rough number.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 水渠从22年3月开始修建。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 水渠从2022年3月开始修建，老支书在村里工作12年，被判处有期徒刑10年6个月的案犯已经归案，10年初心不改。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 写全年份；世纪要由编辑核定。
    /// Write the year in full; only the editor knows the century.
    TwoDigitYear = "numerals/two-digit-year" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    let digit = "[0-9０-９]";
    Regex::new(&format!(
        "(?P<year>{digit}{{2}})年(?:(?P<month>1[0-2]|0?[1-9]|１[０-２]|[１-９])月|(?P<edge>年?[底初]))\
         |截[至止](?P<since>{digit}{{2}})年\
         |(?P<chinese>[〇零四五六七八九][〇零一二三四五六七八九])年\
          (?:(?:十[一二]?|[一二三四五六七八九])月|(?P<chinese_edge>年?[底初]|[春秋冬]))"
    ))
    .expect("the pattern is sound")
});

/// Words that make a number of years a length of time.
const LENGTHS: &[&str] = &[
    "刑", "历时", "工作", "任职", "耗时", "长达", "期限", "经过", "用时", "服役", "缓", "判", "约", "近",
    "满", "已有", "从业", "连续", "坚守", "为期", "过去", "达", "共", "超", "逾", "前", "后", "这", "整",
    "了", "过",
];
/// How words other than 年底 and 年初 go on.
const OTHER_WORDS: &[char] = &[
    '气', '蕴', '子', '薪', '层', '线', '片', '心', '中', '级', '衷', '步', '始', '期', '创', '来', '间',
    '前', '后', '内',
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["年"], &YEAR, |place, found| {
        let whole = found.get_match().range();
        let name = if found.name("chinese").is_some() {
            "chinese"
        } else if found.name("year").is_some() {
            "year"
        } else {
            "since"
        };
        let at = range(found, name);
        let before = place.before(at.start);
        let is_edge = found.name("edge").or_else(|| found.name("chinese_edge")).is_some() || name == "since";
        if !may_begin(before)
            || LENGTHS.iter().any(|word| before.ends_with(word))
            || is_edge && place.behind(whole.end).starts_with(OTHER_WORDS)
            || is_edge && is_rough(&place.text()[at.clone()])
            || place.is_quoted(at.start)
        {
            return;
        }
        let right = in_full(&place.text()[at.clone()]);
        let printed = &place.text()[at.start..whole.end];
        let finding = place.report(
            findings,
            at.start..at.end + "年".len(),
            Words::new(
                format!("“{printed}”的年份应写全四位，如“{right}年”"),
                format!("the year in {printed} should have four digits, such as {right}"),
            ),
        );
        finding.fixes.extend(place.fix(at, &right, Applicability::Candidate));
    });
}

/// The year with the century it is likely to lie in.
fn in_full(year: &str) -> String {
    if let Some(year) = number(year) {
        let century = if year > 40.0 { "19" } else { "20" };
        return format!("{century}{year:02}");
    }
    let century = if year.starts_with(['〇', '零']) { "二〇" } else { "一九" };
    format!("{century}{}", year.replace('零', "〇"))
}

/// Whether two Chinese digits can be read as a rough number: 七八年.
fn is_rough(year: &str) -> bool {
    let digits: Vec<u32> = year.chars().filter_map(chinese_digit).collect();
    matches!(digits[..], [low, high] if low + 1 == high && low != 0)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/two-digit-year";

    #[test]
    fn years_of_two_digits_are_found() {
        for (sentence, hit) in [
            ("22年3月开工。", "22年"),
            ("水渠98年底完工。", "98年"),
            ("截至22年，全镇清渠五次。", "22年"),
            ("水渠从09年初开始修建。", "09年"),
            ("水渠建于七八年三月。", "七八年"),
            ("水渠建于七六年秋。", "七六年"),
        ] {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn lengths_of_time_and_quotations_are_left_alone() {
        for sentence in [
            "2022年3月开工。",
            "他在村里工作12年3月。",
            "被判处有期徒刑10年6月。",
            "历时10年6个月。",
            "10年初心不改。",
            "近20年底层生活。",
            "他说：“我98年3月入党。”",
            "截至20年前。",
            "过了七八年春荒才解。",
            "前后花了五六年。",
            "一九七八年三月动工。",
            "‘98年’是店名。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn the_century_is_offered_to_choose() {
        assert!(fixed(RULE, &article("22年3月开工。")).contains("2022年3月"));
        assert!(fixed(RULE, &article("水渠98年底完工。")).contains("1998年底"));
        assert!(fixed(RULE, &article("水渠建于七八年三月。")).contains("一九七八年三月"));
    }
}
