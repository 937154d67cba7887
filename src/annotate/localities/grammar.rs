//! Places that no list knows, named by the last word of their name: 石桥镇, 柳溪村.

use super::counted;
use crate::{
    annotate::LocalityKind,
    lexicon::{
        boundary::ends_before_name,
        given_name::{is_foreign_sound, is_telling_sound},
        word::is_word,
    },
    text::{Span, chars::is_han},
};

/// Last words of names; what a word before them makes another word; what behind them does.
const SUFFIXES: &[(&str, LocalityKind, &str, &[&str])] = &[
    ("街道", LocalityKind::Town, "条", &[]),
    ("社区", LocalityKind::Community, "层型农新大小", &[]),
    ("市", LocalityKind::City, "副城超上股楼都集夜菜门入闹车汇面两", &["场", "民", "值", "面", "集"]),
    ("县", LocalityKind::County, "副困任区两三四五六七八九十", &[]),
    (
        "区",
        LocalityKind::County,
        "副社小地景园校城片辖灾库牧军特郊市街发林矿厂专战选住治政老困范业新疫山心居海湾江空禁险护高灌分离动",
        &["域", "别", "块", "间", "分"],
    ),
    ("镇", LocalityKind::Town, "副城乡小古集冰村各镇市县区", &["定", "痛", "静"]),
    (
        "乡",
        LocalityKind::Town,
        "副城家返下老故回水还同各乡镇市县区轮之",
        &["亲", "村", "镇", "土", "贤", "愁"],
    ),
    (
        "村",
        LocalityKind::Village,
        "副农乡山全镇村渔古老新个驻进入回返下出离",
        &["庄", "落", "民", "镇", "里"],
    ),
];

/// Characters that point or count, and so never stand in the name of a place.
const NEVER_IN_NAME: &str = "全各该本这那每某个的了我你他等年月日";

/// How long the stem of a foreign name may be, and how short.
const FOREIGN_STEM: std::ops::RangeInclusive<usize> = 3..=9;

/// A foreign division: a run of characters that write sounds, and its level (米纳斯吉拉斯州).
fn foreign_ending(text: &str, at: usize) -> Option<(Span, LocalityKind)> {
    let suffix = ["大区", "州", "邦", "郡", "省", "市", "县", "镇", "岛"]
        .into_iter()
        .find(|suffix| text[at..].starts_with(suffix))?;
    let run = || text[..at].chars().rev().take_while(|c| is_foreign_sound(*c));
    let length = run().take(*FOREIGN_STEM.end() + 1).count();
    if !FOREIGN_STEM.contains(&length) {
        return None;
    }
    let start = at - run().take(length).map(char::len_utf8).sum::<usize>();
    let stem: Vec<char> = text[start..at].chars().collect();
    let telling = stem.iter().filter(|c| is_telling_sound(**c)).count();
    let has_word = stem.windows(2).any(|two| is_word(&String::from_iter(two)));
    (telling * 2 >= length && !has_word).then(|| (Span::new(start, at + suffix.len()), LocalityKind::Other))
}

/// The name that ends with the last word at `at`, and its level.
pub(super) fn name_ending(text: &str, at: usize) -> Option<(Span, LocalityKind)> {
    if let Some(foreign) = foreign_ending(text, at) {
        return Some(foreign);
    }
    let is_last = text[at..].chars().next().is_some_and(|c| "街社市县区镇乡村".contains(c));
    SUFFIXES.iter().filter(|_| is_last).find_map(|suffix| named_by_suffix(text, at, suffix))
}

fn named_by_suffix(
    text: &str,
    at: usize,
    &(suffix, kind, not_behind, not_before): &(&str, LocalityKind, &str, &[&str]),
) -> Option<(Span, LocalityKind)> {
    let behind = text[at..].strip_prefix(suffix)?;
    let is_other_word = not_before.iter().any(|word| behind.starts_with(word))
        || text[..at].chars().next_back().is_some_and(|c| not_behind.contains(c));
    let is_road = matches!(suffix, "村" | "乡" | "镇" | "县") && counted::makes_road(behind);
    if is_other_word || is_road {
        return None;
    }
    let mut length = 0;
    for (start, c) in text[..at].char_indices().rev().take(4) {
        if !is_han(c) || NEVER_IN_NAME.contains(c) {
            return None;
        }
        length += 1;
        if length < 2 {
            continue;
        }
        // 但莒县: no name begins with a conjunction.
        if "但又并且却".contains(c) {
            continue;
        }
        let is_chained = begins_behind_place(&text[..start]);
        if !is_chained && !ends_before_name(&text[..start]) {
            continue;
        }
        return is_name(&text[start..at], suffix, is_chained)
            .then(|| (Span::new(start, at + suffix.len()), kind));
    }
    None
}

/// Whether a stem names: 先进县, 动员街道 and 成员深入社区 are made of words alone.
fn is_name(stem: &str, suffix: &str, is_chained: bool) -> bool {
    let (mut length, mut cut) = (0, None);
    for (at, _) in stem.char_indices() {
        if length == 2 {
            cut = Some(at);
        }
        length += 1;
    }
    let describes = match (length, cut) {
        (2, _) => is_word(stem) && (!is_chained || matches!(suffix, "区" | "县" | "市")),
        (4, Some(cut)) => is_word(&stem[..cut]) && is_word(&stem[cut..]),
        // 组织|到区, 围绕|灌区: it begins with a word that stands before names, or ends with one.
        (3, Some(cut)) => {
            is_word(&stem[..cut])
                && !is_chained
                && (ends_before_name(&stem[cut..]) || ends_before_name(&stem[..cut]))
        }
        _ => false,
    };
    !describes && !ends_with_opener(stem) && !counted::counts(stem)
}

/// Whether a stem ends in a word that stands before names: 走进社区 names nothing.
fn ends_with_opener(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(is_han) && stem.chars().count() > 2 && ends_before_name(stem)
}

/// Whether the last word of another place stands right before.
fn begins_behind_place(before: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| before.ends_with(ending));
    ends(&["省", "市", "县", "区", "镇", "乡", "街道", "自治州"])
        && !ends(&["城市", "超市", "小区", "园区", "地区", "城镇", "乡镇", "社区", "全市", "全县", "全镇"])
}
