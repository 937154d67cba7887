//! One date in two kinds of digits: 二〇〇八年8月8日, 8月八日.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::numeral::{self, arabic_digit, chinese_digit},
    rules::{Applicability, ArticleView, Findings, Words, rule},
};

use super::form::{each, has_arabic, may_begin, part};

rule! {
    /// 一个日期里两种数字混用。
    ///
    /// One date in two kinds of digits.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 年、月、日有的用汉字、有的用阿拉伯数字的日期。农历日期不查。
    /// A date whose year, month and day are partly in Chinese and partly in Arabic digits. Dates of the lunar calendar
    /// are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.3条：同一场合出现的同类数字，形式应当统一。
    /// GB/T 15835-2011, 4.3: numbers of one kind in one place take one form.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 二〇二四年3月16日，水渠动工。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 2024年3月16日，水渠动工；二〇二四年八月十六日，渠水进村；农历2024年八月十五，村里办起灯会。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改成一种；快速修复改为阿拉伯数字。
    /// Keep to one kind; the quick fix writes Arabic digits.
    MixedDate = "numerals/mixed-date" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let arabic = "[0-9０-９]";
    Regex::new(&format!(
        "(?:(?P<year>{arabic}{{4}}|[〇零○一二三四五六七八九]{{4}})年)?\
         (?P<month>{arabic}{{1,2}}|十[一二]?|[一二三四五六七八九])月\
         (?:(?P<day>{arabic}{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号])?"
    ))
    .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["月"], &DATE, |place, found| {
        let whole = found.get_match().range();
        let [year, month, day] = ["year", "month", "day"].map(|name| part(found, name));
        let printed = &place.text()[whole.clone()];
        let is_mixed = has_arabic(printed)
            && [year, month, day].iter().any(|part| !part.is_empty() && !has_arabic(part));
        // 2024年八月 may go on as 八月十五.
        let may_be_lunar = day.is_empty() && !has_arabic(month);
        let before = place.before(whole.start);
        if !is_mixed
            || may_be_lunar
            || before.ends_with(['历', '个', '正', '农'])
            || !may_begin(before)
            || place.behind(whole.end).starts_with('游')
        {
            return;
        }
        let Some(right) = in_arabic(year, month, day) else { return };
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("“{printed}”一个日期里混用了汉字和阿拉伯数字，可写成“{right}”"),
                format!("{printed} mixes Chinese and Arabic digits in one date; write {right}"),
            ),
        );
        finding.fixes.extend(place.fix(whole, &right, Applicability::Unsafe));
    });
}

/// The date in Arabic digits.
fn in_arabic(year: &str, month: &str, day: &str) -> Option<String> {
    let mut date = String::new();
    if !year.is_empty() {
        for c in year.chars().map(|c| if c == '○' { '〇' } else { c }) {
            date.push(char::from_digit(arabic_digit(c).or_else(|| chinese_digit(c))?, 10)?);
        }
        date.push('年');
    }
    date += &numeral::read(month)?.value.to_string();
    date.push('月');
    if !day.is_empty() {
        date += &numeral::read(day)?.value.to_string();
        date.push('日');
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/mixed-date";

    #[test]
    fn the_date_is_written_in_arabic_digits() {
        for (sentence, right) in [
            ("二〇〇八年8月8日动工。", "。2008年8月8日动工"),
            ("8月二十日动工。", "。8月20日动工"),
            ("2024年十二月3日动工。", "。2024年12月3日动工"),
            ("二〇二四年3月动工。", "。2024年3月动工"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn dates_in_one_kind_and_lunar_dates_are_left_alone() {
        for sentence in [
            "2024年3月16日动工，二〇二四年五月二日完工。",
            "农历2024年八月15日赏月。",
            "2024年八月十五赏月。",
            "历时3个月零5日。",
            "今年3月以来进展很快。",
            "5月一日游线路上新。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
