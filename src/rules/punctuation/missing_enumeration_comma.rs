//! Two things that run together without the mark that parts them elsewhere.

use std::{collections::HashSet, sync::LazyLock};

use regex::Regex;

use super::marks::{Mend, blocks, pattern, report};
use crate::{
    lexicon::segmenter::{Word, words},
    outline::Block,
    rules::{ArticleView, Findings, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 并列的两项之间漏了顿号。
    ///
    /// Two things that this article lists side by side run together in another place.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一篇里别处用顿号或“和、与、及”并列的两个词，字数相同（三至五字）、末字相同，如“防疫码、出行码”，在这里直接连在了一起。
    /// 机构名、地名、人名和书名号里的，以及“体制性结构性”一类连用的修饰语不查。
    /// Two words of one length (three to five characters) that end in the same character and are joined by an enumeration
    /// comma or 和, 与, 及 elsewhere in the article, and stand here with nothing between. Names, titles and
    /// qualifiers are not looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.5.3.1条：顿号用于并列词语之间。
    /// GB/T 15834-2011, 4.5.3.1: the enumeration comma stands between words that are set side by side.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇守好路口
    ///
    /// 村民出示通行证和采摘证。守在路口的干部逐一查验通行证采摘证，登记在册。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇守好路口
    ///
    /// 村民出示通行证和采摘证。守在路口的干部逐一查验通行证、采摘证，登记在册。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 补上顿号。
    /// Set the comma.
    MissingEnumerationComma = "punctuation/missing-enumeration-comma" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

/// The joints of a list.
static JOINT: LazyLock<Regex> = LazyLock::new(|| pattern("以及|[、和与及]"));

/// How many characters either thing has: shorter pairs are compounds (经济社会), longer ones are clauses.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=5;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut pairs: HashSet<(&str, &str)> = HashSet::new();
    for block in blocks(view) {
        let text = block.text.as_str();
        for joint in JOINT.find_iter(text) {
            for (first, second) in LENGTHS.filter_map(|length| pair(text, joint.range().into(), length)) {
                pairs.extend([(first, second), (second, first)]);
            }
        }
    }
    if pairs.is_empty() {
        return;
    }
    for block in blocks(view) {
        let text = block.text.as_str();
        for (start, _) in text.char_indices() {
            let found = LENGTHS.filter_map(|length| side_by_side(&text[start..], length));
            for (one, other) in found.filter(|pair| pairs.contains(pair)) {
                let at = Span::new(start, start + one.len() + other.len());
                if !is_running(view, block, at) || !are_words(text, at, one, other) {
                    continue;
                }
                let comma = Span::new(start + one.len(), start + one.len());
                report(
                    view,
                    findings,
                    block,
                    at,
                    Words::new(
                        format!("“{one}”与“{other}”在别处是并列的两项，这里中间似漏了顿号"),
                        format!(
                            "“{one}” and “{other}” are two things elsewhere; a comma seems to be missing between them"
                        ),
                    ),
                    Some(Mend::with_care(comma, "、")),
                );
            }
        }
    }
}

/// The two things of so many characters each that a text begins with.
fn side_by_side(text: &str, length: usize) -> Option<(&str, &str)> {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let (middle, end) = (ends.nth(length - 1)?, ends.nth(length - 1)?);
    Some((&text[..middle], &text[middle..end]))
}

/// The things of so many characters on either side of a joint, if they are of one kind by their last character.
fn pair(text: &str, joint: Span, length: usize) -> Option<(&str, &str)> {
    let (before, behind) = (&text[..joint.start], &text[joint.end..]);
    let start = before.char_indices().rev().nth(length - 1)?.0;
    let end = behind.char_indices().nth(length - 1).map(|(at, c)| at + c.len_utf8())?;
    let (first, second) = (&before[start..], &behind[..end]);
    let is_thing = |text: &str| text.chars().all(|c| is_han(c) && !"和与及的了在是有等".contains(c));
    // 体制性结构性矛盾: words in 性 and 化 and the like qualify what follows, and do so one behind the other.
    let is_pair = first != second
        && first.chars().next_back() == second.chars().next_back()
        && !first.ends_with(['性', '化', '型', '式', '级', '类', '的', '地'])
        && is_thing(first)
        && is_thing(second);
    is_pair.then_some((first, second))
}

/// Whether a place is running text: in no name and in no title.
fn is_running(view: &ArticleView<'_>, block: &Block, at: Span) -> bool {
    let text = block.text.as_str();
    let source = block.text.to_source(at);
    let is_titled = text[..at.start].rfind('《') > text[..at.start].rfind('》');
    let said = view.annotations;
    let mut names = said
        .organizations
        .iter()
        .map(|found| found.place.span)
        .chain(said.localities.iter().map(|found| found.place.span))
        .chain(said.persons.iter().map(|found| found.place.span));
    !is_titled && !names.any(|name| name.overlaps(source))
}

/// Whether both things begin and end where words do, here and by themselves.
fn are_words(text: &str, at: Span, first: &str, second: &str) -> bool {
    // A few characters on either side are enough for the words at the edges.
    let start = text[..at.start].char_indices().rev().nth(7).map_or(0, |(start, _)| start);
    let end = text[at.end..].char_indices().nth(8).map_or(text.len(), |(end, _)| at.end + end);
    let around = words(&text[start..end]);
    let is_edge =
        |edge: usize| edge == start || edge == end || around.iter().any(|word| word.at.start + start == edge);
    // 走下去 and 干下去 are deeds, which need no mark.
    let is_verb = |word: &Word| word.tag.starts_with('v') && word.at.len() > '去'.len_utf8();
    let is_noun = |thing: &str| words(thing).last().is_some_and(|last| !is_verb(last));
    is_edge(at.start) && is_edge(at.end) && is_noun(first) && is_noun(second)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "punctuation/missing-enumeration-comma";

    fn draft(body: &str) -> String {
        format!("青禾镇守好路口\n\n　　入春以来，全镇动员。{body}\n")
    }

    #[test]
    fn what_is_two_things_elsewhere_is_two_here() {
        let text = draft("村民出示通行证和采摘证，干部查验通行证采摘证，登记在册。");
        assert_eq!(hits(RULE, &text), ["通行证采摘证"]);
        assert!(fixed(RULE, &text).contains("查验通行证、采摘证，登记"));
        let text = draft("村民填写登记表、承诺表。交来的承诺表登记表存放在村部。");
        assert_eq!(hits(RULE, &text), ["承诺表登记表"]);
    }

    #[test]
    fn compounds_names_and_titles_stay_together() {
        for body in [
            "要化解体制性、结构性矛盾。体制性结构性矛盾不少。",
            "要发展经济、社会事业。经济社会事业要协调发展。",
            "村民和干部一起上阵，村民干部一条心。",
            "《通行证采摘证管理办法》规定了通行证和采摘证的用法。",
            "志愿者、服务队来到村里，志愿者服务队一到就忙开了。",
            "村民出示通行证和采摘证，干部查验通行证、采摘证。",
        ] {
            assert_eq!(hits(RULE, &draft(body)), Vec::<String>::new(), "{body}");
        }
    }
}
