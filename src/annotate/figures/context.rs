//! What stands around a figure: the words that lead up to it, the noun it counts, and its role in the sentence.

use super::FigureRole;

/// Words that end the noun behind a figure: verbs that news puts there.
const ENDS_NOUN: &[&str] = &[
    "参加", "参与", "获得", "获评", "荣获", "受伤", "死亡", "遇难", "失踪", "分别", "组成", "开展", "举行",
    "报名", "入选", "来自", "位于", "用于", "投入", "建成", "完成", "实现", "达到", "增长", "增加", "下降",
    "减少", "提高", "成为", "出席", "观看", "走进", "进入", "组织", "惠及", "覆盖", "占比", "发放", "到位",
    "送到", "送至", "通过", "集中", "同时", "共同", "左右", "以上", "以下", "以内", "上下", "之多", "其中",
    "不等",
];

/// Whether a text begins with one of the verbs that stand behind figures.
pub(super) fn begins_with_verb(text: &str) -> bool {
    ENDS_NOUN.iter().any(|verb| text.starts_with(verb))
}

/// Whether a mark or character ends the words that belong to a figure.
pub(super) fn is_boundary(c: char) -> bool {
    "，。；：！？、,;:（）()“”《》…\n".contains(c)
}

/// The noun that a figure counts, from the text behind its unit.
pub(super) fn noun(behind: &str) -> Option<String> {
    let mut noun = String::new();
    for (at, c) in behind.char_indices().take(8) {
        let is_noun =
            c.is_alphanumeric() && !"的了在和与及、被把为是将等从向对并就也都已于由至到".contains(c);
        if !is_noun || begins_with_verb(&behind[at..]) {
            break;
        }
        noun.push(c);
    }
    (!noun.is_empty()).then_some(noun)
}

/// The words between the last mark, or the figure before, and this figure; `before` is the text since that figure.
pub(super) fn label(before: &str) -> String {
    before.rsplit(is_boundary).next().unwrap_or_default().trim().to_owned()
}

/// What the words in front, within the clause, make of the figure.
pub(super) fn role(before: &str, unit: &str) -> FigureRole {
    let start = before.char_indices().rev().nth(9).map_or(0, |(at, _)| at);
    let near = before[start..].rsplit(|c: char| "，。；：！？,;、（(".contains(c)).next().unwrap_or_default();
    let ends =
        |words: &[&str]| words.iter().any(|word| near.trim_end_matches(['了', '达', '约']).ends_with(word));
    if near.contains("其中") {
        FigureRole::Subset
    } else if ends(&[
        "增长", "增加", "减少", "下降", "提高", "提升", "增至", "上升", "增收", "回升", "回落", "降低",
        "增幅", "降幅",
    ]) {
        FigureRole::Change
    } else if matches!(unit, "%" | "‰") || ends(&["占", "率", "率为", "占比", "占比为"]) {
        FigureRole::Rate
    } else if says_total(near) {
        FigureRole::Total
    } else if near.contains('每') || ends(&["平均", "人均", "户均", "亩均", "均"]) {
        FigureRole::PerUnit
    } else {
        FigureRole::Plain
    }
}

/// Whether words say that a sum follows: 共, 合计, 累计.
fn says_total(words: &str) -> bool {
    ["合计", "总计", "共计", "一共", "累计", "总共", "总数", "总额", "总量", "总投资"]
        .iter()
        .any(|word| words.contains(word))
        || words.char_indices().any(|(at, c)| {
            c == '共'
                && !words[..at].ends_with(['公', '中'])
                && !words[at + c.len_utf8()..]
                    .starts_with(['同', '青', '产', '享', '建', '治', '和', '识', '融', '赢'])
        })
}
