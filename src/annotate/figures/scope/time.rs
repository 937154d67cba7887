//! Which period governs a figure: the one in its clause, or the one that opens its sentence.

use std::sync::LazyLock;

use regex::Regex;

use super::{Period, Phrase, Place};
use crate::{
    annotate::Figure,
    text::{Span, nearby},
};

/// Marks that end a sentence.
const STOPS: [char; 4] = ['。', '！', '？', '\n'];

/// Marks that end a clause.
pub(super) const CLAUSES: [char; 8] = ['，', '；', '：', '（', '）', '(', ',', ';'];

/// Words before a period that make it a point to count or compare from, and not the time of what follows.
const COMPARES: &[&str] =
    &["比", "较", "与", "同", "于", "自", "从", "由", "超", "过", "近", "第", "和", "、", "—", "至"];

/// What happened in a year that says only how old something is: 2018年成立的合作社.
const ORIGINS: &[&str] = &[
    "成立",
    "建成",
    "创办",
    "创建",
    "出生",
    "毕业",
    "入党",
    "入伍",
    "注册",
    "始建",
    "投产",
    "开业",
    "建立",
    "组建",
    "批准",
    "立项",
    "竣工",
    "退休",
    "参加工作",
    "启动的",
    "实施的",
];

/// Words that may stand before the period that opens a sentence.
const OPENERS: &[&str] =
    &["据统计，", "据悉，", "据了解，", "据介绍，", "其中，", "同时，", "此外，", "在", "到", "仅"];

static BASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("同比|环比|(?:比|较|与)(?:[0-9]{4}年|去年|上年|前年|年初|上月|上季度|上一年)(?:度|同期|同月|末|底)?(?:相比)?")
        .expect("the pattern is well formed")
});

/// The periods of a block, ready to be asked for.
pub(super) struct Times<'a> {
    text: &'a str,
    /// Where the text behind the dateline begins.
    start: usize,
    periods: &'a [Period],
}

impl<'a> Times<'a> {
    pub(super) const fn new(text: &'a str, start: usize, periods: &'a [Period]) -> Self {
        Self { text, start, periods }
    }

    /// The period that governs a figure; `previous` is where the figure before it ends.
    pub(super) fn of(&self, figure: &Figure, previous: usize) -> Option<Period> {
        let end = figure.place.at.start;
        let before = nearby::before(self.text, end);
        let from = end - before.len();
        let sentence =
            before.rfind(STOPS).map_or(from, |at| from + at + stop_len(before, at)).max(self.start);
        let sentence = sentence.min(end);
        let clause = clause_start(self.text, sentence, end);
        let last = self.periods.partition_point(|period| period.place.at.end <= end);
        let mut inside =
            self.periods[..last].iter().rev().take_while(|period| period.place.at.start >= sentence);
        let nearest = inside.find(|period| !self.is_other(period, sentence, end))?;
        let at = nearest.place.at;
        // 从8.7万元提高到12万元: what it rises from is of another time.
        let own = previous.max(clause).max(at.end).min(end);
        if self.text[own..end].contains(['从', '由']) {
            return None;
        }
        let is_in_clause = at.start >= clause;
        (is_in_clause || self.opens(at, sentence)).then(|| nearest.clone())
    }

    /// Whether a period is compared with, or says when something else began.
    fn is_other(&self, period: &Period, sentence: usize, figure: usize) -> bool {
        let at = period.place.at;
        let before = &self.text[sentence..at.start];
        let is_since = period.text.ends_with("以来");
        let behind = &self.text[at.end..figure];
        // 从2020年的3万元: of that year all the same.
        let is_beside = behind.trim_start_matches('的').is_empty();
        if !is_since && !is_beside && COMPARES.iter().any(|word| before.ends_with(word)) {
            return true;
        }
        let near = behind.split(CLAUSES).next().unwrap_or_default();
        ORIGINS.iter().any(|origin| near.contains(origin))
    }

    /// Whether nothing but a few words stands between the start of a sentence and a period.
    fn opens(&self, at: Span, sentence: usize) -> bool {
        let mut before =
            self.text[sentence..at.start].trim_start_matches(|c: char| c.is_whitespace() || c == '“');
        while let Some(rest) = OPENERS.iter().find_map(|word| before.strip_prefix(word)) {
            before = rest;
        }
        before.is_empty()
    }
}

fn stop_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Where the clause that `end` stands in begins.
pub(super) fn clause_start(text: &str, sentence: usize, end: usize) -> usize {
    let before = &text[sentence..end];
    before.rfind(CLAUSES).map_or(sentence, |at| sentence + at + stop_len(before, at))
}

/// What the figure at `end` is compared with, if its clause says so.
pub(super) fn base(text: &str, end: usize, place: &impl Fn(Span) -> Place) -> Option<Phrase> {
    let before = nearby::before(text, end);
    let from = end - before.len();
    let clause = before.rfind(CLAUSES).into_iter().chain(before.rfind(STOPS)).max();
    let clause = clause.map_or(from, |at| from + at + stop_len(before, at));
    let found = BASE.find_iter(&text[clause..end]).last()?;
    let at = Span::new(clause + found.start(), clause + found.end());
    // 比去年的300人多: what stands beside it is of that year itself.
    let is_beside =
        text[at.end..end].trim_start_matches('的').is_empty() && !matches!(found.as_str(), "同比" | "环比");
    (!is_beside).then(|| Phrase { place: place(at), text: at.of(text).to_owned() })
}

#[cfg(test)]
mod tests {
    use crate::annotate::testing;

    /// The text of each figure with its time and what it is compared with.
    fn read(body: &str) -> Vec<(String, String, String)> {
        let text = format!("2024年5月20日　第12期\n\n青禾镇推进春耕\n\n　　{body}\n");
        testing::last(&text)
            .figures
            .iter()
            .map(|figure| {
                let time = figure.scope.time.as_ref().map(|time| time.text.clone()).unwrap_or_default();
                let base = figure.scope.base.as_ref().map(|base| base.text.clone()).unwrap_or_default();
                (figure.text.clone(), time, base)
            })
            .collect()
    }

    #[test]
    fn the_period_of_the_clause_or_the_head_of_the_sentence_governs() {
        for (body, expected) in [
            (
                "今年上半年，全镇种粮300亩，同比增长5%。",
                &[("300亩", "今年上半年", ""), ("5%", "今年上半年", "同比")][..],
            ),
            ("截至目前，全镇修渠12条。", &[("12条", "截至目前", "")]),
            ("全镇3月份修渠12条，4月份修渠8条。", &[("12条", "3月份", ""), ("8条", "4月份", "")]),
            ("2023年产粮300吨，2024年产粮500吨。", &[("300吨", "2023年", ""), ("500吨", "2024年", "")]),
            ("水渠比2020年多12条。", &[("12条", "", "比2020年")]),
            ("据统计，今年以来，全镇修渠12条。", &[("12条", "今年以来", "")]),
            (
                "亩产由2020年的300公斤增至2023年的500公斤。",
                &[("300公斤", "2020年", ""), ("500公斤", "2023年", "")],
            ),
        ] {
            let read = read(body);
            let read: Vec<_> = read.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
            assert_eq!(read, expected, "{body}");
        }
    }

    #[test]
    fn what_is_unclear_is_left_out() {
        for body in [
            "合作社2018年成立，现在册社员30人。",
            "2018年成立的合作社，社员30人。",
            "合作社成立于2018年，社员30人。",
            "全镇修渠12条。",
            "3月份，全镇动员。各村修渠12条。",
            "各村在3月份动员，修渠12条。",
            "到2025年，亩产由300公斤提高到500公斤。",
        ] {
            assert_eq!(read(body)[0].1, "", "{body}");
        }
    }
}
