//! The number of a session follows from the year of the first and the years between two: 创办于2015年，每年一届…2024年第十届.
//!
//! Only where one paragraph says all three plainly of one series, and nothing of a year that was left out.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Correction, Operand, OperandRole, Relation, RelationKind, Verdict,
    likeness::{bigrams, follow, shared_bigrams},
};
use crate::{
    annotate::{
        Annotations, Date, Place,
        dates::number::{self, DIGITS},
    },
    outline::{Article, BlockKind},
    text::Span,
};

/// 每年一届, 两年举办一次: the years from one session to the next.
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("每(?P<every>[两二三四五六])?年(?:[举主承]?办|举行|召开|评选)?[一1][届次]|(?P<years>[一两二三四五六1-6])年(?:[举主承]?办|举行|召开|评选)?[一1][届次]")
        .expect("the pattern is well formed")
});

/// 第十届.
static SESSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("第(?P<number>{DIGITS})(?P<unit>[届次])")).expect("the pattern is well formed")
});

/// Words in front of the year of the first session, and behind it.
const FOUNDED_IN: &[&str] = &["创办于", "始办于", "始创于", "创始于", "创立于", "首办于", "始于"];
const FOUNDED: &[&str] =
    &["创办", "始办", "始创", "首办", "首次举办", "首次举行", "首届举办", "举办首届", "举行首届"];

/// Words for years that were left out, or a count that began anew.
const INTERRUPTED: &[&str] = &[
    "停办", "停赛", "停摆", "中断", "间断", "暂停", "延期", "推迟", "取消", "疫情", "恢复", "重启", "改为",
    "改成", "更名", "除外", "未能", "隔年", "一度", "起初", "最初", "后来", "两届", "补办",
];

/// No paragraph that tells of a series plainly is longer, in bytes.
const LONGEST: usize = 2000;

/// The series whose sessions an article numbers.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        let is_read =
            block.kind == BlockKind::Paragraph && text.len() <= LONGEST && text.contains(['届', '次']);
        if !is_read || INTERRUPTED.iter().any(|word| text.contains(word)) {
            continue;
        }
        let dates: Vec<&Date> = said.dates.iter().filter(|date| date.place.block == index).collect();
        relations.extend(
            Series::of(text, &dates)
                .map(|series| series.sessions(article, index, &dates))
                .unwrap_or_default(),
        );
    }
    relations
}

/// A series of sessions, as a paragraph tells of it.
struct Series<'a> {
    /// The date of its first year.
    first: &'a Date,
    year: i32,
    /// Whether the first session is said to have been in that year; what was founded in a year may meet in the next.
    is_exact: bool,
    /// Years from one session to the next.
    period: i32,
    /// The words that name it.
    name: &'a str,
}

impl<'a> Series<'a> {
    /// The only series of a paragraph.
    fn of(text: &'a str, dates: &[&'a Date]) -> Option<Self> {
        let mut periods = PERIOD.captures_iter(text);
        let period = periods.next().filter(|_| periods.next().is_none())?;
        let period = match period.name("every").or(period.name("years")).map_or("一", |years| years.as_str())
        {
            "两" => 2,
            years => i32::try_from(number::read(years)?).ok()?,
        };
        let mut founded = dates.iter().filter(|date| date.year.is_some() && is_founding(text, date));
        let first = founded.next().filter(|_| founded.next().is_none())?;
        let before = &text[..first.place.at.start];
        let sentence = before.rfind(['。', '！', '？']).map_or(0, |at| at + '。'.len_utf8());
        let behind = &text[first.place.at.end..];
        let clause = &behind[..behind.find(['，', '。', '；']).unwrap_or(behind.len())];
        Some(Self {
            first,
            year: first.year?,
            is_exact: ["首届", "首次", "首办", "始办"]
                .iter()
                .any(|word| before[sentence..].contains(word) || clause.contains(word)),
            period,
            name: &text[sentence..first.place.at.end + clause.len()],
        })
    }

    /// What each numbered session of it has to do with its year.
    fn sessions(&self, article: &Article, index: usize, dates: &[&Date]) -> Vec<Relation> {
        let text = article.blocks[index].text.as_str();
        let mut relations = Vec::new();
        for found in SESSION.captures_iter(text) {
            let at = Span::from(found.get_match().range());
            let start = text[..at.start].rfind(['。', '！', '？', '；']).unwrap_or(0);
            let end = text[at.end..].find(['。', '！', '？', '；']).map_or(text.len(), |end| at.end + end);
            // The year of the session is the only other one in its sentence.
            let mut of_session = dates
                .iter()
                .filter(|date| (start..end).contains(&date.place.at.start) && date.place != self.first.place)
                .filter_map(|date| Some((*date, date.year_meant.certain()?)));
            let Some((date, year)) = of_session.next() else { continue };
            let named = follow(text, at.end);
            let is_same = named.is_empty() || shared_bigrams(&bigrams(named), self.name) >= 2;
            let Some(number) = number::read(&found["number"]).and_then(|number| i32::try_from(number).ok())
            else {
                continue;
            };
            if year < self.year || !is_same || of_session.any(|(_, other)| other != year) {
                continue;
            }
            relations.push(
                self.judge(article, &Session { index, at, date, year, number, printed: &found["number"] }),
            );
        }
        relations
    }

    fn judge(&self, article: &Article, session: &Session<'_>) -> Relation {
        let years = session.year - self.year;
        let expected = years / self.period + 1;
        let late = i32::from(!self.is_exact);
        let holds = (0..=late).any(|late| years - late == (session.number - 1) * self.period);
        let text = article.blocks[session.index].text.as_str();
        let place = Place {
            span: article.blocks[session.index].text.to_source(session.at),
            block: session.index,
            at: session.at,
        };
        let claim = Operand { place, text: session.at.of(text).to_owned(), role: OperandRole::Length };
        let operand = |date: &Date, role| Operand { place: date.place, text: date.text.clone(), role };
        let correction =
            u32::try_from(expected).ok().filter(|_| !holds && years % self.period == 0).map(|right| {
                let right = number::like(session.printed, right);
                Correction { place, text: claim.text.replacen(session.printed, &right, 1) }
            });
        let quotient = if self.period == 1 { String::new() } else { format!(" ÷ {}", self.period) };
        let left = format!("{} − {}", session.year, self.year);
        let left = if self.period == 1 { left } else { format!("({left}){quotient}") };
        let exact = f64::from(years) / f64::from(self.period) + 1.0;
        Relation {
            kind: RelationKind::Elapsed,
            claim,
            operands: vec![
                operand(self.first, OperandRole::Before),
                operand(session.date, OperandRole::After),
            ],
            formula: format!("{left} + 1 = {}", super::plain(exact)),
            verdict: match (holds, self.is_exact) {
                (true, _) => Verdict::Holds,
                (false, true) => Verdict::Fails,
                (false, false) => Verdict::Unlikely,
            },
            corrections: correction.into_iter().collect(),
        }
    }
}

/// A numbered session and its year.
struct Session<'a> {
    index: usize,
    at: Span,
    date: &'a Date,
    year: i32,
    number: i32,
    /// The number as it reads.
    printed: &'a str,
}

/// Whether a date is said to be that of the founding.
fn is_founding(text: &str, date: &Date) -> bool {
    let (before, behind) = (&text[..date.place.at.start], &text[date.place.at.end..]);
    let clause = before.rsplit(['，', '。', '；', '！', '？']).next().unwrap_or_default();
    FOUNDED_IN.iter().any(|word| before.ends_with(word))
        || clause.contains("首届") && before.ends_with('于')
        || FOUNDED.iter().any(|word| behind.starts_with(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{annotate::annotate, outline::Layout};

    fn verdicts(body: &str) -> Vec<Verdict> {
        let text = format!("青禾桃花节开幕\n\n　　{body}\n");
        let article = Article::parse(&text, &Layout { indented: true, spaced: true, ..Layout::default() });
        find(&article, &annotate(&text, &article)).iter().map(|relation| relation.verdict).collect()
    }

    #[test]
    fn the_number_follows_from_the_years() {
        for (body, verdict) in [
            ("青禾桃花节创办于2015年，每年一届。2024年3月，第十届青禾桃花节开幕。", Verdict::Holds),
            ("青禾桃花节创办于2015年，每年举办一届。2025年3月，第十届青禾桃花节开幕。", Verdict::Holds),
            ("青禾桃花节创办于2015年，每年一届。2024年3月，第十二届青禾桃花节开幕。", Verdict::Unlikely),
            ("首届青禾桃花节于2015年举办，一年一届，2024年迎来第九届。", Verdict::Fails),
            ("首届青禾桃花节于2015年举办，一年一届，2024年迎来第10届。", Verdict::Holds),
            ("首届青禾书法展于2006年举办，每两年一届，2024年的第十届青禾书法展征稿启动。", Verdict::Holds),
            ("首届青禾书法展于2006年举办，每两年一届，2024年的第九届青禾书法展征稿启动。", Verdict::Fails),
        ] {
            assert_eq!(verdicts(body), [verdict], "{body}");
        }
    }

    #[test]
    fn another_series_and_years_left_out_prove_nothing() {
        for body in [
            "青禾桃花节创办于2015年，每年一届。2024年，第三届董事会选举产生。",
            "青禾桃花节创办于2015年，每年一届，因疫情停办两年。2024年3月，第八届青禾桃花节开幕。",
            "青禾桃花节创办于2015年。2024年3月，第八届青禾桃花节开幕。",
            "青禾桃花节每年一届。2024年3月，第八届青禾桃花节开幕。",
            "青禾桃花节创办于2015年，每年一届。2023年第八届青禾桃花节之后，2024年又办书市。",
        ] {
            let found = verdicts(body);
            assert!(
                !found.contains(&Verdict::Fails) && !found.contains(&Verdict::Unlikely),
                "{body} {found:?}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_number_that_is_worked_out_holds_and_another_fails(
            first in 1960_i32..2010, period in 1_i32..=4, sessions in 2_i32..14, off in prop_oneof![-3_i32..=-1, 1_i32..=3],
        ) {
            let every = ["每年", "每两年", "每三年", "每四年"][period.unsigned_abs() as usize - 1];
            let year = first + (sessions - 1) * period;
            let body = |number: i32| format!(
                "首届青禾桃花节于{first}年举办，{every}一届。{year}年3月，第{number}届青禾桃花节开幕。"
            );
            prop_assert_eq!(verdicts(&body(sessions)), [Verdict::Holds]);
            prop_assume!(sessions + off > 0);
            prop_assert_eq!(verdicts(&body(sessions + off)), [Verdict::Fails]);
        }
    }
}
