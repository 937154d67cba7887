//! A time in two systems, or with a full-width colon: 下午15时, 上午9：30.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, number, part, range};

rule! {
    /// 时刻混用12小时制和24小时制，或冒号用了全角。
    ///
    /// A time in two systems, or with a full-width colon.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “下午15时”“上午14:30”之类，以及时刻里的全角冒号。比分不查。
    /// An hour above twelve behind a word for the half of the day, and full-width colons in times. Scores are left
    /// alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.5条：时间采用12小时制或24小时制，时、分之间用半角冒号，如15:40。
    /// GB/T 15835-2011, 5.1.5: times are by 12 or by 24 hours, with a half-width colon as in 15:40.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 放水仪式定于下午15时举行。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 放水仪式定于下午3时举行，15:40结束，当晚20时复查，村队以2：10落败。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改成一种时制，冒号改为半角；快速修复可代劳。
    /// Keep to one system and a half-width colon; the quick fixes do so.
    ClockForm = "numerals/clock-form" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    let half = "上午|下午|中午|晚上|凌晨|清晨|早上|早晨|傍晚";
    let digit = "[0-9０-９]";
    Regex::new(&format!(
        "(?P<half>{half})?(?P<hour>{digit}{{1,2}})(?:(?P<word>[时点])|(?P<colon>[:：])(?P<minute>[0-5０-５]{digit}))"
    ))
    .expect("the pattern is sound")
});

/// Words that a time stands behind.
const BEFORE: &[&str] =
    &["日", "晚", "今天", "明天", "昨天", "当天", "午", "凌晨", "清晨", "早上", "早晨", "傍晚", "晚上"];
/// The dash between two times.
const DASHES: &[char] = &['-', '—', '–', '～', '~', '至', '－'];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["时", "点", "：", ":"], &TIME, |place, found| {
        let hour = range(found, "hour");
        let Some(value) = number(part(found, "hour")).filter(|value| *value < 24.5) else { return };
        let half = part(found, "half");
        let behind = place.behind(found.get_match().end());
        let is_point =
            part(found, "word") == "点" && behind.starts_with(['意', '建', '要', '体', '措', '以']);
        if !half.is_empty() && value > 12.5 && value < 23.5 && !is_point {
            let is_afternoon = ["下午", "傍晚", "晚上", "中午"].contains(&half);
            let at = range(found, "half").start..found.get_match().end();
            let printed = &place.text()[at.clone()];
            let words = if is_afternoon {
                Words::new(
                    format!("“{printed}”混用了12小时制和24小时制"),
                    format!("{printed} mixes the 12-hour and the 24-hour clock"),
                )
            } else {
                Words::new(
                    format!("“{half}”没有{value}时，“{printed}”自相矛盾"),
                    format!("there is no hour {value} in {half}: {printed}"),
                )
            };
            let finding = place.report(findings, at, words);
            if is_afternoon {
                let whole = range(found, "half").start..hour.end;
                let twelve = format!("{half}{}", value - 12.0);
                finding.fixes.extend(place.fix(whole.clone(), &twelve, Applicability::Unsafe));
                finding.fixes.extend(place.fix(whole, &format!("{value}"), Applicability::Unsafe));
            }
        }
        if part(found, "colon") == "：" && is_time(place.before(hour.start), behind) {
            let at = range(found, "colon");
            let finding = place.report(
                findings,
                at.clone(),
                Words::new("时刻里的冒号应为半角“:”", "the colon in a time is half-width"),
            );
            finding.fixes.extend(place.fix(at, ":", Applicability::Safe));
        }
    });
}

/// Whether what stands around two numbers with a colon makes them a time, not a score or a ratio.
fn is_time(before: &str, behind: &str) -> bool {
    let starts_with_time = |text: &str| {
        let rest = text.trim_start_matches(|c: char| c.is_numeric());
        rest.len() < text.len() && rest.starts_with([':', '：'])
    };
    let ends_with_time = |text: &str| {
        let rest = text.trim_end_matches(|c: char| c.is_numeric());
        rest.len() < text.len() && rest.ends_with([':', '：'])
    };
    BEFORE.iter().any(|word| before.ends_with(word))
        || behind.starts_with(DASHES) && starts_with_time(behind.trim_start_matches(DASHES))
        || before.ends_with(DASHES) && ends_with_time(before.trim_end_matches(DASHES))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, found, hits, hits_in};

    const RULE: &str = "numerals/clock-form";

    #[test]
    fn one_system_is_kept() {
        for (sentence, right) in [
            ("下午15时放水。", "下午3时放水"),
            ("晚上20:30放水。", "晚上8:30放水"),
            ("16日9：30放水。", "16日9:30放水"),
            ("今天８：３０放水。", "今天８:３０放水"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn times_of_one_system_and_scores_are_left_alone() {
        for sentence in [
            "下午3时放水，15:40结束。",
            "当晚20时复查。",
            "村队2：10落败。",
            "配比为1：20。",
            "上午12点收工。",
            "上午15点建议都记了下来。",
            "凌晨3时收工。",
            "时间：20分钟。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn an_hour_that_the_morning_does_not_have_is_no_matter_of_form() {
        let found = found(RULE, &article("上午15时放水。"));
        assert_eq!(found[0].message.zh, "“上午”没有15时，“上午15时”自相矛盾");
        assert!(found[0].fixes.is_empty());
    }

    #[test]
    fn both_ends_of_a_stretch_are_mended() {
        let text = article("14：00—15：30放水。");
        assert_eq!(hits(RULE, &text).len(), 2);
        assert!(fixed(RULE, &text).contains("14:00—15:30"));
    }
}
