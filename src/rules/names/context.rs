//! What stands around a name: its sentence, whether that tells of the past, and when the draft was written.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::{Locality, LocalityKind},
    rules::ArticleView,
    text::{Span, chars::is_stop},
};

/// Words that set a sentence in the past, or tell where somebody or something comes from.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "曾", "时任", "当年", "当时", "昔日", "旧称", "旧名", "古称", "史称", "前身", "更名", "改名", "撤销", "撤县",
    "撤市", "划归", "划入", "并入", "析置", "年代", "生于", "出生", "籍贯", "原籍", "祖籍", "祖居", "建国初",
    "解放前", "新中国成立", "民国", "清代", "明代", "宋代", "今属", "生前",
];

/// The sentence that holds `at`, by its stops and semicolons.
pub(super) fn sentence(text: &str, at: Span) -> Span {
    let ends = |c: char| is_stop(c) || matches!(c, '；' | ';' | '\n');
    let start = text[..at.start]
        .rfind(ends)
        .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
    let end = text[at.end..].find(ends).map_or(text.len(), |after| at.end + after);
    Span::new(start, end)
}

/// Whether the sentence around `at` tells of the past: a word that says so, or a year other than the draft's.
pub(super) fn tells_of_the_past(view: &ArticleView<'_>, block: usize, at: Span) -> bool {
    let text = view.article.blocks[block].text.as_str();
    let around = sentence(text, at);
    text[..at.start].ends_with('原')
        || PAST.iter().any(|word| around.of(text).contains(word))
        || years(around.of(text)).any(|printed| Some(printed) != year(view))
}

/// Whether the sentence around `at` speaks of another country, or of Hong Kong, Macao or Taiwan, where bodies and
/// offices have names of their own.
pub(super) fn speaks_of_elsewhere(view: &ArticleView<'_>, block: usize, at: Span) -> bool {
    let text = view.article.blocks[block].text.as_str();
    let around = sentence(text, at);
    let is_here = |place: &&Locality| {
        place.place.block == block && around.start <= place.place.at.start && place.place.at.end <= around.end
    };
    let is_abroad = |place: &Locality| {
        place.kind == LocalityKind::Country && !["中国", "中华人民共和国"].contains(&place.text.as_str())
    };
    ["香港", "澳门", "台湾", "特区", "港澳"].iter().any(|word| around.of(text).contains(word))
        || view.annotations.localities.iter().filter(is_here).any(is_abroad)
}

/// A year in full.
static YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("((?:1[5-9]|20)[0-9]{2})[年-]").expect("the pattern is sound"));

/// The years printed in full in `text`.
fn years(text: &str) -> impl Iterator<Item = i32> {
    YEAR.captures_iter(text).filter_map(|found| found[1].parse().ok())
}

/// Whether the article prints a year up to `last`.
pub(super) fn names_a_year_up_to(view: &ArticleView<'_>, last: i32) -> bool {
    view.article.blocks.iter().flat_map(|block| years(block.text.as_str())).any(|year| year <= last)
}

/// The year the draft was written in: that of its issue, or as far as it tells, the latest it prints with a month.
pub(super) fn year(view: &ArticleView<'_>) -> Option<i32> {
    if let Some(issued) = view.settings.publication.issue_date {
        return Some(issued.year().into());
    }
    let years =
        view.annotations.dates.iter().filter(|date| date.month.is_some()).filter_map(|date| date.year);
    years.filter(|year| (1949..=2100).contains(year)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_stops_and_semicolons() {
        let text = "他来了。我在这里；你好！";
        let at = text.find("这里").map(|start| Span::new(start, start + 6)).expect("it is there");
        assert_eq!(sentence(text, at).of(text), "我在这里");
    }
}
