//! What goes on a name behind its head: branches, teams and parts of the body.

use super::{
    View,
    extent::{ELLIPTICAL, NEVER_IN_NAME, NOMINAL_VERBS, SENTENCE_VERBS},
};
use crate::{
    lexicon::{
        organization_head::{self, HeadKind},
        post::post_len,
    },
    text::chars::is_han,
};

/// The branch behind a name, in bytes: 支塘分会, 第三支部, “同心助力”疫情防控行动支部.
pub(super) fn branch(view: View<'_>, end: usize) -> Option<usize> {
    const BRANCHES: &[&str] =
        &["支部", "总支", "分会", "支会", "支社", "小组", "分行", "支行", "分公司", "分校", "分院"];
    reach(view, end, |text| BRANCHES.iter().find(|word| text.starts_with(**word)).map(|word| word.len()))
}

/// The team behind the name of the body that sent it, in bytes, and its kind: 防疫志愿服务队.
pub(super) fn team(view: View<'_>, end: usize) -> Option<(usize, HeadKind)> {
    let mut kind = None;
    let length = reach(view, end, |text| {
        let head = organization_head::at_start(text).filter(|head| head.kind == HeadKind::Volunteer)?;
        kind = Some(head.kind);
        Some(head.word.len())
    })?;
    Some((length, kind?))
}

/// Words that name a part of the body before them: 清华大学|经济管理学院, 国务院|办公厅.
const PARTS: &[&str] = &[
    "学院",
    "研究所",
    "研究院",
    "研究中心",
    "办公厅",
    "办公室",
    "管理局",
    "总局",
    "分局",
    "公司",
    "分行",
    "支行",
    "营业部",
    "调查队",
    "舰队",
    "编队",
    "话剧团",
    "歌舞团",
    "委员会",
    "理事会",
    "附属医院",
    "附中",
    "附小",
    "出版社",
    "实验室",
    "新闻处",
    "政治处",
    "政治部",
    "党委",
    "工会",
    "支队",
    "大队",
    "中队",
    "派出所",
    "服务中心",
    "指挥中心",
    "编辑部",
    "报社",
    "总部",
    "系",
    "司",
];

/// How many characters may stand between a body and its part.
const LONGEST_PART: usize = 10;

/// The part of a body that is named right behind it, in bytes; nouns alone may stand between.
pub(super) fn part(view: View<'_>, end: usize) -> Option<usize> {
    let first = view.words.partition_point(|word| word.at.end <= end);
    let mut length = 0;
    for word in &view.words[first..] {
        // 国务院办公厅 is one word of the dictionary.
        let own = &view.text[word.at.start.max(end)..word.at.end];
        let behind = &view.text[word.at.end..];
        // 办公厅 is a word of its own, 经济学院 another that ends like a part.
        let is_part = PARTS.iter().any(|part| own.ends_with(part)) && !behind.starts_with('长');
        // 联系 and 关系 end in 系 and are none.
        let is_word_of_two = own.chars().count() == 2 && own.ends_with(['系', '司']);
        if is_part && !is_word_of_two && (own.chars().count() > 1 || length > 1) {
            return Some(word.at.end - end);
        }
        length += own.chars().count();
        let is_level = length == own.chars().count() && ELLIPTICAL.iter().any(|level| own.starts_with(level));
        let is_noun = matches!(word.tag, "n" | "vn" | "nz" | "j" | "b" | "ns" | "nt" | "ng")
            || NOMINAL_VERBS.contains(&own) && !SENTENCE_VERBS.contains(&own)
            || matches!(own, "和" | "与" | "化" | "科学") && length > 2;
        let is_free = !own.contains(|c| NEVER_IN_NAME.contains(c)) && own.chars().all(is_han);
        if length > LONGEST_PART || !is_noun || !is_free || is_level || post_len(own).is_some() {
            return None;
        }
    }
    None
}

/// How far it is to a word that `ends` knows, over nouns and quotations alone.
fn reach(view: View<'_>, from: usize, mut ends: impl FnMut(&str) -> Option<usize>) -> Option<usize> {
    let mut at = from;
    let mut is_quoted = false;
    while at - from <= 36 {
        if let Some(length) = ends(&view.text[at..]).filter(|_| !is_quoted) {
            return Some(at - from + length);
        }
        let index = view.words.partition_point(|word| word.at.start < at);
        let word = view.words.get(index)?;
        let own = word.at.of(view.text);
        let is_known_place = view.places.contain(word.at);
        let is_noun = matches!(word.tag, "n" | "vn" | "nz" | "j" | "b" | "ns" | "s" | "f" | "v" | "a")
            || word.tag.starts_with("nr");
        match own {
            "“" => is_quoted = true,
            "”" if is_quoted => is_quoted = false,
            _ if is_quoted || is_known_place || is_noun && !own.contains(|c| NEVER_IN_NAME.contains(c)) => {}
            _ if own.chars().count() == 1
                && own
                    .chars()
                    .all(|c| is_han(c) && !NEVER_IN_NAME.contains(c) && !"和与在为是".contains(c)) => {}
            _ => return None,
        }
        at = word.at.end;
    }
    None
}
