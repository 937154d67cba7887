//! Dates come in order: the ends of a range, the opening and the close of an event.

use super::{Doubt, Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::{
    annotate::{
        Annotations, Date, DateKind, Place,
        dates::{
            calendar,
            range::{self, Range},
        },
    },
    outline::Article,
    text::nearby,
};

/// Words that open an event of days or weeks, and words that close it.
pub(super) const SHORT: Pair = Pair {
    opens: &[
        "开班", "开幕", "开赛", "开营", "开课", "启幕", "报到", "启动", "开始", "开讲", "开机", "出发",
        "启程", "开展",
    ],
    closes: &["结业", "闭幕", "落幕", "结束", "闭营", "结营", "收官", "结课", "散会", "返回", "抵达"],
    longest: 90,
};

/// The same for what takes months or years.
const LONG: Pair = Pair {
    opens: &["开工", "动工", "奠基", "立项", "开建", "破土", "出生", "入学", "立案", "签约", "挂牌"],
    closes: &[
        "竣工", "完工", "建成", "投用", "投产", "通车", "交付", "封顶", "去世", "逝世", "病逝", "牺牲",
        "毕业", "结案",
    ],
    longest: 355,
};

/// Words by which the two dates belong to different events or plans.
const CHANGES: &[&str] =
    &["原定", "原计划", "推迟", "提前", "改为", "延期", "改期", "上届", "首届", "一期", "前期"];

/// Words that open an event, and those that close it.
pub(super) struct Pair {
    pub(super) opens: &'static [&'static str],
    pub(super) closes: &'static [&'static str],
    /// Days that the close may follow in the year after, where no year is printed with it.
    longest: i64,
}

/// The pairs of dates that the wording puts in order.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let ranges = range::ranges(article, &said.dates)
        .filter_map(|Range { start, end }| Some(relation(start, end, compare_range(article, start, end)?)));
    let events = said.dates.windows(2).filter_map(|pair| {
        let [start, end] = pair else { return None };
        if range::gap(article, start, end).is_some_and(range::joins) {
            return None;
        }
        Some(relation(start, end, compare(start, end, event(article, start, end)?.longest)?))
    });
    ranges.chain(events).collect()
}

fn relation(start: &Date, end: &Date, verdict: Verdict) -> Relation {
    in_order((start.place, &start.text), (end.place, &end.text), verdict)
}

/// The relation of a start and an end.
pub(super) fn in_order(start: (Place, &str), end: (Place, &str), verdict: Verdict) -> Relation {
    let operand = |(place, text): (Place, &str), role| Operand { place, text: text.to_owned(), role };
    let sign = if verdict == Verdict::Fails { ">" } else { "≤" };
    Relation {
        kind: RelationKind::Order,
        formula: format!("{} {sign} {}", start.1, end.1),
        claim: operand(end, OperandRole::After),
        operands: vec![operand(start, OperandRole::Before)],
        verdict,
        corrections: Vec::new(),
    }
}

/// The ends of a range. A range may run into the next year (12月25日至1月3日, a fiscal year): without years only the
/// same month tells.
fn compare_range(article: &Article, start: &Date, end: &Date) -> Option<Verdict> {
    let text = article.blocks[start.place.block].text.as_str();
    // Before Christ the years run backwards.
    if text[..start.place.at.start].ends_with("前") {
        return None;
    }
    let is_exchange = end.relative.is_some() && end.year_meant.certain().is_none();
    if is_exchange {
        return None;
    }
    compare(start, end, i64::MAX)
}

/// Whether the second date is no earlier than the first. `longest` is how many days it may lie behind it in the next
/// year, where its year is not printed.
fn compare(start: &Date, end: &Date, longest: i64) -> Option<Verdict> {
    if start.kind != DateKind::Gregorian || end.kind != DateKind::Gregorian {
        return None;
    }
    let verdict = |holds| Some(if holds { Verdict::Holds } else { Verdict::Fails });
    let shape = |date: &Date| (date.month_meant.is_some(), date.day.is_some());
    if shape(start) != shape(end) {
        return None;
    }
    let month_and_day = |date: &Date| (date.month_meant, date.day);
    if let (Some(first), Some(last)) = (start.year_meant.certain(), end.year_meant.certain()) {
        return verdict((first, month_and_day(start)) <= (last, month_and_day(end)));
    }
    let (Some(first_month), Some(last_month)) = (start.month_meant, end.month_meant) else { return None };
    let unknown = Some(Verdict::Unchecked(Doubt::UnknownYear));
    // Of 28日至2日 the end may lie in the next month.
    let may_be_next = end.relative.is_some() || start.month.is_none();
    let (Some(first_day), Some(last_day)) = (start.day, end.day) else {
        return if first_month <= last_month { verdict(true) } else { unknown };
    };
    if (first_month, first_day) <= (last_month, last_day) {
        return verdict(true);
    }
    if may_be_next {
        return unknown;
    }
    if first_month == last_month {
        // 5月20日至5月19日 may be the twelve months to the day before.
        let is_cycle = end.month.is_some() && last_day + 1 == first_day && longest == i64::MAX;
        return if is_cycle { unknown } else { verdict(false) };
    }
    let days = calendar::day(2023, first_month, first_day)
        .zip(calendar::day(2024, last_month, last_day))
        .map(|(first, last)| calendar::days_between(first, last));
    if days.is_some_and(|days| days > longest) { verdict(false) } else { unknown }
}

/// The kind of event whose opening and close two dates are: 于5月20日开班，5月16日结业.
fn event(article: &Article, start: &Date, end: &Date) -> Option<&'static Pair> {
    let gap = range::gap(article, start, end).filter(|gap| gap.len() <= 120)?;
    if gap.contains(['。', '！', '？', '；', '“', '”']) || CHANGES.iter().any(|word| gap.contains(word))
    {
        return None;
    }
    let text = article.blocks[end.place.block].text.as_str();
    let (opening, rest) = gap.split_at(gap.find(['，', '、', '；', '（'])?);
    let after = nearby::behind(text, end.place.at.end);
    let closing = &after[..after.find(['，', '。', '；', '、', '！']).unwrap_or(after.len())];
    // A third date or event between the two would leave open which the close belongs to.
    if rest.matches('，').count() > 2 || closing.chars().count() > 16 {
        return None;
    }
    [&SHORT, &LONG].into_iter().find(|pair| {
        let has_one = |clause: &str, words: &[&str]| words.iter().any(|word| clause.contains(word));
        let is_told_behind =
            has_one(opening, pair.opens) && has_one(closing, pair.closes) && !has_one(rest, pair.opens);
        // 开班时间为5月20日，结业时间为5月16日
        let is_told_before = has_one(clause_before(text, start), pair.opens)
            && has_one(gap, pair.closes)
            && !has_one(gap, pair.opens);
        is_told_behind || is_told_before
    })
}

/// The clause that a date closes, up to the date.
fn clause_before<'a>(text: &'a str, date: &Date) -> &'a str {
    let before = nearby::before(text, date.place.at.start);
    let clause = before.rsplit(['，', '。', '；', '、', '！']).next().unwrap_or(before);
    // A date far behind the word is not its own.
    if clause.chars().count() <= 12 { clause } else { "" }
}
