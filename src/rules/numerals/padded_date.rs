//! A month or a day padded with a nought: 2026年03月05日.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{BulletinView, Findings, Words, rule};

use super::{
    form::{half_width, may_begin},
    systemic::{self, Misprint},
};

rule! {
    /// 日期的月、日用0补位。
    ///
    /// A month or a day padded with a nought.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “2026年03月05日”之类。“2026-03-05”的形式不查。全文多处如此的，只报一次。
    /// A nought in front of a month or a day. The form with hyphens is left alone. A draft that pads throughout is
    /// named once.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.4条的全式为“2026年3月5日”；GB/T 9704-2012 第7.3.5.4条：月、日不编虚位（即1不编为01）。
    /// GB/T 15835-2011, 5.1.4 writes dates without; GB/T 9704-2012, 7.3.5.4: month and day are not padded.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 水渠于2026年03月05日放水。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 水渠于2026年3月5日放水，记录编号2026-03-05，10月10日复查。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 去掉补位的0；可自动修复。
    /// Leave the nought out; the fix does that.
    PaddedDate = "numerals/padded-date" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Bulletin(check),
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?P<year>[0-9０-９]{4}年)?(?P<month>[0０][1-9１-９]|[1１]?[0-9０-９])月(?:(?P<day>[0-9０-９]{1,2})[日号])?",
    )
    .expect("the pattern is sound")
});

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    if !bulletin.text.contains(['0', '０']) {
        return;
    }
    let mut misprints = Vec::new();
    for date in DATE.captures_iter(bulletin.text) {
        let whole = date.get_match();
        let before = &bulletin.text[..whole.start()];
        // A dash may stand between two dates.
        if !may_begin(before.trim_end_matches(['-', '—', '～', '~', '－', ':', '：'])) {
            continue;
        }
        let is_padded = |name: &str| {
            date.name(name).is_some_and(|part| {
                part.as_str().starts_with(['0', '０']) && !part.as_str().trim_matches(['0', '０']).is_empty()
            })
        };
        if !is_padded("month") && !is_padded("day") {
            continue;
        }
        let mut right = date.name("year").map_or_else(String::new, |year| half_width(year.as_str()));
        right += half_width(&date["month"]).trim_start_matches('0');
        right += "月";
        if let Some(day) = date.name("day") {
            right += half_width(day.as_str()).trim_start_matches('0');
            right += &bulletin.text[day.end()..whole.end()];
        }
        misprints.push(Misprint { span: whole.range().into(), right });
    }
    systemic::report(
        bulletin.text,
        findings,
        misprints,
        |printed, right| {
            Words::new(
                format!("日期“{printed}”不用0补位，应为“{right}”"),
                format!("{printed} should not be padded: {right}"),
            )
        },
        |count| {
            Words::new(
                format!("全文共有{count}处日期用0补位，应去掉"),
                format!("{count} dates in this draft are padded with a nought"),
            )
        },
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, found, hits_in};

    const RULE: &str = "numerals/padded-date";

    #[test]
    fn the_nought_is_taken_out() {
        for (sentence, right) in [
            ("2026年03月05日放水。", "。2026年3月5日放水"),
            ("03月15日放水。", "。3月15日放水"),
            ("10月08日放水。", "。10月8日放水"),
            ("２０２６年０３月放水。", "。2026年3月放水"),
        ] {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn dates_in_figures_alone_are_left_alone() {
        for sentence in [
            "记录编号2026-03-05。",
            "10月10日复查，20日完工。",
            "2026年3月5日放水。",
            "100月饼券。",
            "00月是错字。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn a_draft_that_pads_throughout_is_one_finding() {
        let text = article(&"03月05日放水。".repeat(12));
        assert_eq!(found(RULE, &text).len(), 1);
        assert_eq!(found(RULE, &text)[0].message.zh, "全文共有12处日期用0补位，应去掉");
        assert!(!fixed(RULE, &text).contains("03月"));
    }
}
