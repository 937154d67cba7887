//! The spoken 号 in a date: 3月16号.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, may_begin, range};

rule! {
    /// 书面日期用了口语的“号”。
    ///
    /// The spoken word for the day of a month.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “3月16号”之类。引语、书名和“8号楼”“5号文件”不查。
    /// A day of a month with the word that also numbers houses. Quotations, titles and numbers of buildings or papers
    /// are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.4条的年月日一律用“日”；“号”是口语。
    /// GB/T 15835-2011, 5.1.4, has the written word in all dates; the other belongs to speech.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 3月16号，水渠动工。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 3月16日，水渠动工。村民说：“3月16号我记得清。”会议传达了8月5号文件。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// “号”改为“日”。
    /// Write the word of the standard; the quick fix does so.
    DayWord = "numerals/day-word" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[0-9０-９]{1,2}月[0-9０-９]{1,2}(?P<word>号)").expect("the pattern is sound")
});

/// What a number of its own goes on with: 5号楼, 5号文件.
const NUMBERED: &[char] = &['楼', '线', '文', '令', '院', '公', '车', '馆', '门', '库', '井', '机'];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["号"], &DAY, |place, found| {
        let whole = found.get_match().range();
        let is_numbered = place.behind(whole.end).starts_with(NUMBERED);
        let before = place.before(whole.start);
        if is_numbered
            || place.is_quoted(whole.start)
            || !may_begin(before) && !before.ends_with(['年', '-', '—'])
        {
            return;
        }
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("“{}”是口语，书面用“日”", &place.text()[whole]),
                "号 is spoken; in writing the day takes 日",
            ),
        );
        finding.fixes.extend(place.fix(range(found, "word"), "日", Applicability::Unsafe));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{article, fixed, hits_in};

    const RULE: &str = "numerals/day-word";

    #[test]
    fn the_written_word_is_put() {
        for (sentence, right) in
            [("3月16号动工。", "3月16日动工"), ("2024年3月16号动工。", "2024年3月16日动工")]
        {
            let text = article(sentence);
            assert_eq!(hits_in(RULE, sentence).len(), 1, "{sentence}");
            assert!(fixed(RULE, &text).contains(right), "{}", fixed(RULE, &text));
        }
    }

    #[test]
    fn speech_and_numbers_are_left_alone() {
        for sentence in ["3月16日动工。", "他说：“3月16号动的工。”", "传达8月5号文件。", "住在8号楼。"]
        {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
