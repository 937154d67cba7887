//! The mark between the ends of a range.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, before, behind, each_match, group, pattern, report};
use crate::{
    rules::{ArticleView, Findings, Severity, Words, rule},
    text::chars::is_han,
};

rule! {
    /// 数值、时间的起止用了短横线或半角波纹线。
    ///
    /// A range has a hyphen or a half-width tilde between its ends.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 年份、日期、时刻和带单位的数之间的 - － ~。电话、编号、型号、比分、2011-02-15 一类日期不查。
    /// Between years, days, times and figures with a unit. Telephone numbers, models, scores and dates in
    /// figures are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.13.2、4.13.3条：连接号有短横线、一字线和浪纹线三种，起止用一字线，数值范围用浪纹线“～”，短横线用于编号、号码和复合名词。
    /// GB/T 15834-2011, 4.13.2 and 4.13.3: a dash of one character joins start and end, the full-width tilde
    /// the ends of a range; the hyphen is for numbers that name a thing.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 2021-2023年，青禾镇清理沟渠，疏通水道。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇清理沟渠，每天出工30~50人，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 2021—2023年，每天出工30～50人，电话0512-6234567，2023-03-16开工，以3-1取胜。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 时间改为“—”，数值改为“～”；可自动修复。
    /// Use the dash for times and the full-width tilde for figures; the fix does that.
    RangeDash = "punctuation/range-dash" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

/// The two ends, the mark between them, and the unit behind.
static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "([0-9]+(?:\\.[0-9]+)?(?::[0-9]{2}|年|月|日|时|点|%|％|℃|万|亿|千|百|元|米|公里|岁|人|个|吨)?)([-－‐‑–−~∼])\
         ((?:[0-9]{1,2}月)?[0-9]+(?:\\.[0-9]+)?)\
         (:[0-9]{2}|年|月|日|时|点|赛季|学年|%|％|℃|度|万|亿|千|百|元|人|名|米|公里|千米|厘米|毫米|吨|公斤|千克|克|斤|亩|公顷|倍|岁|次|家|户|天|小时|分钟|秒|台|辆|套|株|棵|周|级|个)",
    )
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['-', '－', '‐', '‑', '–', '−', '~', '∼'], &RANGE, |block, found| {
        let text = block.text.as_str();
        let [start, mark, end, unit] = [1, 2, 3, 4].map(|index| group(found, index));
        let names_a_thing = |c: char| {
            c.is_alphanumeric() && !is_han(c)
                || matches!(c, '.' | '-' | '－' | '—' | '~' | '～' | '/' | '第' | '№' | '#' | ':')
        };
        if before(text, start.start).is_some_and(names_a_thing)
            || behind(text, unit.end).is_some_and(|c| matches!(c, '-' | '－' | '~' | '/'))
        {
            return;
        }
        let is_tilde = matches!(mark.of(text), "~" | "∼");
        let is_time = is_time(start.of(text), end.of(text), unit.of(text));
        let right = if is_time && !is_tilde { "—" } else { "～" };
        let range = format!("{}{right}{}{}", start.of(text), end.of(text), unit.of(text));
        let words = if is_time {
            Words::new(
                format!("起止之间应用一字线或浪纹线：“{range}”"),
                format!("start and end are joined by a dash of one character: {range}"),
            )
        } else {
            Words::new(
                format!("数值范围应用浪纹线：“{range}”"),
                format!("the ends of a range are joined by a full-width tilde: {range}"),
            )
        };
        let finding = report(view, findings, block, start.to(unit), words, Some(Mend::safe(mark, right)));
        // Before 2011 the full-width hyphen was a form of the dash, and it still looks like one.
        if mark.of(text) == "－" {
            finding.severity = Severity::Info;
        }
    });
}

/// Whether the two ends are points of time; 3-5年 without a year of four figures is a length of time.
fn is_time(start: &str, end: &str, unit: &str) -> bool {
    match unit {
        "年" => start.ends_with('年') || end.len() == 4 && start.len() == 4,
        "月" | "日" | "时" | "点" | "赛季" | "学年" => true,
        _ => unit.starts_with(':'),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/range-dash";

    #[test]
    fn times_take_the_dash_and_figures_the_tilde() {
        for (wrong, right) in [
            ("2021-2023年清渠。", "2021—2023年清渠。"),
            ("3月16-18日清渠。", "3月16—18日清渠。"),
            ("3月16日-4月2日清渠。", "3月16日—4月2日清渠。"),
            ("每天8:30-11:30清渠。", "每天8:30—11:30清渠。"),
            ("增产5-8万斤。", "增产5～8万斤。"),
            ("含水10%~15%。", "含水10%～15%。"),
            ("工期3-5年。", "工期3～5年。"),
            ("每亩2.5－3.5吨。", "每亩2.5～3.5吨。"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn numbers_that_name_a_thing_keep_their_hyphen() {
        for sentence in [
            "电话0512-6234567。",
            "2023-03-16开工。",
            "以3-1取胜。",
            "住3-502室。",
            "型号Y-20和T34-85人。",
            "第3-5名获奖。",
            "编号2023-15-3个。",
            "2021—2023年，30～50人。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
