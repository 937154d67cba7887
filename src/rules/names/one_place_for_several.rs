//! 全镇 said of several towns.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    annotate::{Locality, LocalityKind},
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 前面并列几个镇，后面却说“全镇”“该镇”。
    ///
    /// Several towns are the subject, and the sentence goes on about “the whole town”.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 句首并列三个以上乡镇、街道、村、县区作主语，同一句里又说“全镇”“该村”“本县”，而并列的不止一个是镇、村、县，指哪一个说不清。
    /// 中间另提到某一个镇的不查。说“各镇”“所在镇”或分开写，就清楚了。
    /// A sentence whose subject is a list of three or more towns, villages or counties, and that goes on about the whole
    /// town (全镇, 该村, 本县) though more than one of them is such.
    /// Where one town is named in between, it is the one that is meant.
    ///
    /// ## 为什么 · Why
    ///
    /// 几个镇不是一个镇，前后所指的范围不一致。《报纸期刊质量管理规定》把编校质量列为报刊质量的一项。
    /// Several are not one: the draft contradicts itself on the scope of what it tells.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾县修渠引水
    ///
    /// 支塘镇、海虞镇、梅李镇的干部都来修渠，带着工具奔赴全镇各个工段。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾县修渠引水
    ///
    /// 支塘镇、海虞镇、梅李镇的干部都来修渠，带着工具奔赴各镇的工段。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为“各镇”“各自所在镇”，或写明是哪一个。
    /// Say “each town”, or name the one that is meant.
    OnePlaceForSeveral = "names/one-place-for-several" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

static ONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<whole>[全该本])(?P<division>省|市|县|区|镇|乡|村|街道|社区)")
        .expect("the pattern is well formed")
});

/// A list of so many is no pair of partners, one of whom tells of itself.
const FEWEST: usize = 3;

/// No subject stands farther in front of its sentence's end, in bytes.
const REACH: usize = 600;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let localities = &view.annotations.localities;
    for (index, block) in view.article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        for found in ONE.captures_iter(text) {
            let one = Span::from(found.get_match().range());
            let key = |place: &Locality| (place.place.block, place.place.at.start);
            let first =
                localities.partition_point(|place| key(place) < (index, one.start.saturating_sub(REACH)));
            let end = localities.partition_point(|place| key(place) < (index, one.start));
            let division = &found["division"];
            let Some(several) = subject(text, &localities[first..end.max(first)], one, division) else {
                continue;
            };
            // 全市场, 全区域 and 本区别 are other words.
            if text[one.end..]
                .starts_with(['场', '域', '间', '别', '分', '民', '容', '值', '级', '委', '长', '情'])
            {
                continue;
            }
            let names: Vec<&str> = several.iter().map(|place| place.text.as_str()).collect();
            let (word, listed) = (one.of(text), names.join("、"));
            let finding = findings.report(
                block.text.to_source(one),
                Words::new(
                    format!("前面说的是{listed}，不止一个{division}，“{word}”所指不明"),
                    format!("{listed} are several; which one “{word}” means is not clear"),
                ),
            );
            finding.related.extend(several.iter().map(|place| Related {
                span: place.place.span,
                words: Words::new(format!("并列的“{}”", place.text), format!("“{}” in the list", place.text)),
            }));
        }
    }
}

/// The list of places that is the subject of the sentence around `one`, if more than one of them is a `division` and no
/// other is named behind it.
fn subject<'a>(text: &str, places: &'a [Locality], one: Span, division: &str) -> Option<Vec<&'a Locality>> {
    let within = text.ceil_char_boundary(one.start.saturating_sub(REACH));
    let sentence = text[within..one.start].rsplit(['。', '！', '？', '；', '\n']).next()?;
    let start = one.start - sentence.len();
    let in_front: Vec<&Locality> = places
        .iter()
        .filter(|place| start <= place.place.at.start && place.place.at.end <= one.start)
        .filter(|place| {
            !matches!(place.kind, LocalityKind::Natural | LocalityKind::Country | LocalityKind::Other)
        })
        .collect();
    let gap = |pair: &[&Locality]| text.get(pair[0].place.at.end..pair[1].place.at.start);
    let is_joined = |pair: &[&Locality]| matches!(gap(pair), Some("、" | "和" | "与" | "及" | "以及"));
    let first = in_front.windows(2).position(is_joined)?;
    let more = in_front[first..].windows(2).take_while(|pair| is_joined(pair)).count();
    let list = &in_front[first..=first + more];
    let named = |place: &&&Locality| place.text.ends_with(division);
    // A verb in front would make objects of them; the county they belong to does not.
    let mut opening = list[0].place.at.start;
    for parent in in_front[..first].iter().rev() {
        if parent.place.at.end == opening {
            opening = parent.place.at.start;
        }
    }
    let clause = text[start..opening].rsplit(['，', ',', '：']).next().unwrap_or_default();
    let is_subject = clause.trim().is_empty() || OPENERS.contains(&clause.trim());
    let is_another = in_front[first + more + 1..].iter().any(|place| place.text.ends_with(division));
    (list.len() >= FEWEST && is_subject && !is_another && list.iter().filter(named).count() >= 2)
        .then(|| list.to_vec())
}

/// Words that open a sentence and leave its subject alone.
const OPENERS: &[&str] = &[
    "此外",
    "另外",
    "同时",
    "其中",
    "目前",
    "近日",
    "日前",
    "连日来",
    "近期",
    "今年以来",
    "入春以来",
    "如今",
    "而",
    "当天",
];

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/one-place-for-several";

    fn draft(body: &str) -> String {
        format!("常熟市修渠引水\n\n　　入春以来，全市动员。{body}\n")
    }

    #[test]
    fn several_towns_have_no_whole_town() {
        for (body, word) in [
            ("支塘镇、海虞镇、梅李镇的干部都来修渠，奔赴全镇各个工段。", "全镇"),
            ("此外，支塘镇、海虞镇和梅李镇先后开渠，全镇的田都喝上了水。", "全镇"),
            ("支塘镇、海虞镇、常福街道、梅李镇联手修渠，该镇的田都喝上了水。", "该镇"),
        ] {
            assert_eq!(hits(RULE, &draft(body)), [word], "{body}");
        }
    }

    #[test]
    fn one_that_is_named_and_places_of_another_level_are_clear() {
        for body in [
            "支塘镇、海虞镇、梅李镇的干部都来修渠，全市的田都喝上了水。",
            "支塘镇组织干部到海虞镇、梅李镇、尚湖镇取经，在全镇推广。",
            "支塘镇、海虞镇、梅李镇先后开渠，古里镇随后跟上，全镇的田都喝上了水。",
            "支塘镇、海虞镇、梅李镇先后开渠。古里镇随后跟上，全镇的田都喝上了水。",
            "支塘镇、海虞镇、梅李镇的干部都来修渠，带着工具奔赴各镇的工段。",
        ] {
            assert_eq!(hits(RULE, &draft(body)), Vec::<String>::new(), "{body}");
        }
    }
}
