//! An event told as past, on a day behind the date of the issue.

use jiff::civil;

use crate::{
    annotate::{Date, Year, dates::range},
    outline::BlockKind,
    rules::{ArticleView, Findings, Words, rule},
    text::nearby,
};

rule! {
    /// 已经发生的事，日期却晚于本期的日期。
    ///
    /// An event told as past, on a day behind the date of the issue.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 报头写明日期，而正文里说已经发生的事晚于这一天。将要办的（将、拟、定于、计划）、期限（截至、前、止）和施行日期不报。
    /// What the text tells as past against the date in the masthead. Plans, terms and dates of entry into force are
    /// passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项。出刊之后的事写不进本期，两个日期必有一误。
    /// An issue cannot report what happens behind it.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾简报
    /// 2024年5月20日　第12期
    ///
    /// 青禾镇举办农技课堂
    ///
    /// 2024年5月26日，青禾镇举办了农技课堂，120名农户到场听课。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾简报
    /// 2024年5月20日　第12期
    ///
    /// 青禾镇举办农技课堂
    ///
    /// 2024年5月16日，青禾镇举办了农技课堂，120名农户到场听课。5月26日，课堂将移到邻村。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对事件日期和报头日期；若是预告，写明“将”。
    /// Check both dates; if the event is still to come, say so.
    LaterThanIssue = "dates/later-than-issue" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// Words that tell of what has happened.
const PAST: &[&str] = &[
    "了",
    "成功举办",
    "成功举行",
    "圆满",
    "顺利",
    "落下帷幕",
    "落幕",
    "已经",
    "记者看到",
    "记者在",
    "拉开帷幕",
    "现场气氛",
    "格外热闹",
    "座无虚席",
    "掌声",
];

/// Words that make of a date a plan, a term or somebody's words.
const COMING: &[&str] = &[
    "将", "拟", "定于", "计划", "预计", "截至", "截止", "有效", "施行", "实施", "起", "前", "止", "力争",
    "确保", "目标", "届时", "报名", "期限", "规划", "争取", "要求", "若", "如果", "预告", "通知", "安排",
    "希望", "“", "《", "到期", "生效", "以后", "之后",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let Some(issue) = view.article.issue else { return };
    let dates = &view.annotations.dates;
    for (at, date) in dates.iter().enumerate() {
        let is_paragraph = view.article.blocks[date.place.block].kind == BlockKind::Paragraph;
        let joins = |other: Option<&Date>| {
            other.is_some_and(|other| {
                let (first, second) =
                    if other.place.at < date.place.at { (other, date) } else { (date, other) };
                range::gap(view.article, first, second).is_some_and(range::joins)
            })
        };
        let is_range = joins(at.checked_sub(1).and_then(|at| dates.get(at))) || joins(dates.get(at + 1));
        let Some(day) = later(date, issue).filter(|_| is_paragraph && !is_range) else { continue };
        if !is_told_as_past(view, date) {
            continue;
        }
        let words = Words::new(
            format!(
                "“{}”晚于本期的日期{}（晚{}天），却说成已经发生",
                date.text,
                chinese(issue),
                days(issue, day)
            ),
            format!(
                "“{}” is {} days behind the issue of {issue}, yet told as past",
                date.text,
                days(issue, day)
            ),
        );
        findings.report(date.place.span, words);
    }
}

fn chinese(day: civil::Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

fn days(issue: civil::Date, day: civil::Date) -> i64 {
    crate::annotate::dates::calendar::days_between(issue, day)
}

/// The day, if it lies behind the issue beyond doubt.
fn later(date: &Date, issue: civil::Date) -> Option<civil::Date> {
    let year = match &date.year_meant {
        Year::Certain(year) => *year,
        Year::Likely(years) => match years.as_slice() {
            [year] => *year,
            _ => return None,
        },
        Year::Unknown => return None,
    };
    date.month?;
    date.in_year(year).filter(|day| *day > issue)
}

/// Whether the sentence opens with the date, and tells what has happened.
fn is_told_as_past(view: &ArticleView<'_>, date: &Date) -> bool {
    let text = view.article.blocks[date.place.block].text.as_str();
    let at = date.place.at;
    let is_stop = |c: char| matches!(c, '。' | '！' | '？' | '；');
    let (before, behind) = (nearby::before(text, at.start), nearby::behind(text, at.end));
    let start = at.start - before.len() + before.rfind(is_stop).map_or(0, |found| found + '。'.len_utf8());
    let end = at.end + behind.find(is_stop).unwrap_or(behind.len());
    // A dateline tells the day of writing.
    if view.article.dateline.as_ref().is_some_and(|dateline| dateline.span.contains(date.place.span)) {
        return true;
    }
    let lead = text[start..at.start].trim();
    let sentence = &text[start..end];
    let opens = lead.is_empty() || lead.ends_with('）') || lead.ends_with('讯');
    opens
        && PAST.iter().any(|word| sentence.contains(word))
        && !COMING.iter().any(|word| sentence.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{found, hits};

    const RULE: &str = "dates/later-than-issue";

    fn bulletin(body: &str) -> String {
        format!("青禾简报\n2024年5月20日　第12期\n\n青禾镇举办农技课堂\n\n　　{body}\n")
    }

    #[test]
    fn what_has_happened_behind_the_issue() {
        let text = bulletin("2024年5月26日，青禾镇举办了农技课堂，农户到场听课。");
        assert_eq!(hits(RULE, &text), ["2024年5月26日"]);
        assert_eq!(
            found(RULE, &text)[0].message.zh,
            "“2024年5月26日”晚于本期的日期2024年5月20日（晚6天），却说成已经发生"
        );
        let text = bulletin("新华社昆明5月26日电（记者 姚听雨）农技课堂办到田头。");
        assert_eq!(hits(RULE, &text), ["5月26日"]);
        let text = bulletin("5月26日，青禾镇举办了农技课堂，农户到场听课。");
        assert_eq!(hits(RULE, &text), ["5月26日"]);
    }

    #[test]
    fn plans_terms_and_the_past() {
        for body in [
            "5月26日，青禾镇将举办农技课堂，农户报了名。",
            "2024年6月1日起，新的办法替代了旧的办法，农户到场听课。",
            "截至2024年6月1日，课堂已经办了12期，农户到场听课。",
            "5月16日，青禾镇举办了农技课堂，农户到场听课。",
            "11月26日，青禾镇举办了农技课堂，农户到场听课。",
            "今年5月，青禾镇举办了农技课堂，农户到场听课。",
            "5月18日至26日，青禾镇举办了农技课堂，农户到场听课。",
            "2024年5月20日，青禾镇举办了农技课堂，农户到场听课。",
        ] {
            assert!(found(RULE, &bulletin(body)).is_empty(), "{body}");
        }
    }
}
