//! What may be a place: every name the gazetteer, the table of the world or the grammar sees in a text.

use std::collections::{HashMap, HashSet};

use super::{Mention, Source, grammar, kind_of, resolution::Context};
use crate::{
    annotate::LocalityKind,
    lexicon::{
        boundary::ends_before_name,
        gazetteer::{self, Bearers, Level},
        word::{is_word, straddles},
        world::{self, Sort},
    },
    text::{Span, chars::is_han},
};

/// A name that may be a place.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) mention: Mention,
    /// Whether it counts without further evidence.
    pub(super) is_sure: bool,
}

/// Last characters of the names of divisions.
const LAST: &str = "省市县区旗镇乡道村社盟州木查场";

/// What makes another word of a name that ends before it.
const NOT_BEFORE: &[&str] = &[
    "市场", "市民", "市值", "市面", "区域", "区别", "区块", "区间", "区分", "镇定", "镇痛", "镇静", "乡亲",
    "乡村", "乡镇", "乡土", "乡贤", "乡愁", "村庄", "村落", "村民", "村镇", "村里", "道路", "道德", "州长",
    "场地", "场所",
];

/// Counties whose full name is an everyday word, or part of one: they count behind their city only.
const ORDINARY_FULL: &[&str] = &[
    "城区",
    "郊区",
    "矿区",
    "市中区",
    "新城区",
    "老城区",
    "中区",
    "东区",
    "西区",
    "南区",
    "北区",
    "城中区",
    "城东区",
    "城西区",
    "城北区",
    "新市区",
    "新区",
    "中心区",
    "经济开发区",
    "开发区",
    "高新区",
    "工业区",
    "林区",
    "示范区",
    "保税区",
    "新社区",
    "大社区",
    "水上区",
    "古镇",
    "小镇",
    "新镇",
    "城镇",
    "集镇",
    "新村",
    "农村",
    "山村",
    "中心村",
    "新农村",
    "自然村",
    "老村",
    "古村",
    "各村",
    "城中村",
    "新社区",
    "中心社区",
    "农场",
    "林场",
    "牧场",
    "茶场",
    "渔场",
    "市场",
    "广场",
    "市辖区",
    "东村",
    "西村",
    "南村",
    "北村",
    "前村",
    "后村",
    "上村",
    "下村",
    "大村",
    "小村",
    "文化村",
    "民族村",
    "全村",
    "渔村",
    "街道",
    "人民街道",
    "商业街社区",
    "市场社区",
    "机场社区",
    "旅游村",
    "度假村",
];

/// Short names that are words or parts of names, though the list of words does not have them.
const ORDINARY_SHORT: &[&str] = &[
    "安康",
    "白银",
    "来宾",
    "大同",
    "长治",
    "东方",
    "和平",
    "中山",
    "朝阳",
    "同仁",
    "文山",
    "三明",
    "海南",
    "平凉",
    "市中",
    "中方",
    "大通",
    "互助",
    "大安",
    "通化",
    "中宁",
    "东平",
    "东明",
    "高青",
    "高安",
    "新安",
    "新和",
    "新民",
    "东安",
    "正安",
    "开平",
    "大化",
    "大新",
    "德保",
    "民和",
    "龙江",
    "长江",
    "大方",
    "海东",
    "海西",
    "海北",
    "云和",
    "青年",
    "西安区",
    "河东",
    "河西",
    "河北区",
    "城关",
    "新城",
    "新华",
    "长安",
    "解放",
    "市南",
    "市北",
    "西城",
    "东城",
    "江北",
    "江南",
    "新北",
    "中原",
    "金山",
    "宝山",
    "天山",
    "黄山",
    "泰山",
    "庐山",
    "华山",
    "衡山",
    "武夷山",
    "长白",
    "东乡",
    "高要",
    "平和",
    "连云",
    "尚志",
    "安平",
    "安吉",
    "安宁",
    "安义",
    "安丘",
    "安福",
    "安化",
    "安乡",
    "安仁",
    "成武",
    "成安",
    "文安",
    "文成",
    "武定",
    "武功",
    "道真",
    "英德",
    "和静",
    "和硕",
    "和田",
    "大理",
    "会同",
    "会理",
    "会东",
    "平安",
    "吉安",
    "兴安",
    "信丰",
    "定安",
    "定边",
    "德江",
    "志丹",
    "合作",
    "玉树",
    "金沙",
    "丰满",
    "宁安",
];

/// Streets and the like are named after places, and lie elsewhere: 北京路, 南京东路.
const STREETS: &[&str] =
    &["路", "街", "大道", "大街", "东路", "西路", "南路", "北路", "中路", "一路", "二路", "时间"];

/// Whether what follows a name makes a street of it; 北京街头 is in 北京.
fn names_street(behind: &str) -> bool {
    STREETS.iter().any(|street| behind.starts_with(street))
        && !behind.starts_with("街头")
        && !behind.starts_with("路透")
}

/// Every candidate of a text.
pub(super) fn all(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut known_ends = HashSet::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_han(*c)) {
        let end = at + c.len_utf8();
        if let Some((length, sort)) = world::at_start(&text[at..]) {
            push(&mut found, of_world(text, Span::new(at, at + length), sort));
        }
        if LAST.contains(c) && !NOT_BEFORE.iter().any(|word| text[at..].starts_with(word)) {
            let names = gazetteer::names_ending(&text[..end]);
            for (start, bearers) in names {
                let is_town = bearers.iter().any(|one| one.level() <= Level::Town);
                if (is_town || ends_before_name(&text[..start])) && text[start..end].chars().count() > 2 {
                    known_ends.insert(end);
                }
                push(&mut found, of_full_name(text, Span::new(start, end), bearers));
            }
        }
        for (start, bearers) in gazetteer::short_names_ending(&text[..end]) {
            push(&mut found, of_short_name(text, Span::new(start, end), bearers));
        }
        push(
            &mut found,
            grammar::name_ending(text, at).map(|(at, kind)| {
                let mention = mention(at, kind, Source::Grammar);
                Candidate { mention, is_sure: false }
            }),
        );
    }
    // Where a known name of some length ends, no other is guessed.
    found.retain(|one| {
        !matches!(one.mention.source, Source::Grammar) || !known_ends.contains(&one.mention.at.end)
    });
    found
}

fn push(found: &mut Vec<Candidate>, candidate: Option<Candidate>) {
    found.extend(candidate);
}

fn mention(at: Span, kind: LocalityKind, source: Source) -> Mention {
    Mention { at, kind, source, division: None, normalized: None, misspelling: None }
}

fn of_world(text: &str, at: Span, sort: Sort) -> Option<Candidate> {
    let behind = &text[at.end..];
    if names_street(behind) || straddles(text, at.start, at.end) {
        return None;
    }
    let kind = match sort {
        Sort::Country => LocalityKind::Country,
        Sort::Other => LocalityKind::Other,
        Sort::Natural => LocalityKind::Natural,
    };
    if text[..at.start].ends_with('天') && behind.starts_with('北') {
        return None;
    }
    // 美国家 begins with a country; 多哥, 马里 and 黄海 are parts of many words.
    let is_short = at.of(text).chars().count() == 2;
    if is_short
        && is_word(&text[at.start + '中'.len_utf8()..].chars().take(2).collect::<String>())
        && behind.starts_with('家')
    {
        return None;
    }
    let normalized = Some(at.of(text).to_owned());
    let mention = Mention { normalized, ..mention(at, kind, Source::World) };
    Some(Candidate { mention, is_sure: false })
}

fn of_full_name(text: &str, at: Span, bearers: Bearers) -> Option<Candidate> {
    let name = at.of(text);
    let level = bearers.iter().map(gazetteer::Division::level).min()?;
    let is_ordinary = ORDINARY_FULL.contains(&name);
    if level == Level::Village && (is_ordinary || name.chars().count() < 3) {
        return None;
    }
    let mention = mention(at, kind_of(name, level), Source::Full(bearers));
    Some(Candidate { mention, is_sure: level <= Level::County && !is_ordinary })
}

fn of_short_name(text: &str, at: Span, bearers: Bearers) -> Option<Candidate> {
    let name = at.of(text);
    let behind = &text[at.end..];
    if names_street(behind) || straddles(text, at.start, at.end) {
        return None;
    }
    let level = bearers.iter().map(gazetteer::Division::level).min()?;
    // 省 and 市 of the full name follow: that is the full name, found on its own.
    if bearers.iter().any(|one| one.name().is_some_and(|full| text[at.start..].starts_with(full))) {
        return None;
    }
    let is_ordinary = is_word(name) || ORDINARY_SHORT.contains(&name);
    let kind = match level {
        Level::Province => LocalityKind::Province,
        Level::City => LocalityKind::City,
        _ => kind_of(bearers.iter().next()?.name()?, Level::County),
    };
    let is_sure = level == Level::Province || level == Level::City && !is_ordinary;
    Some(Candidate { mention: mention(at, kind, Source::Short(bearers)), is_sure })
}

/// Drops what needs evidence and has none.
pub(super) fn keep_likely(text: &str, candidates: &mut Vec<Candidate>, context: &Context) {
    let sure: HashMap<usize, Source> = candidates
        .iter()
        .filter(|one| one.is_sure)
        .map(|one| (one.mention.at.end, one.mention.source))
        .collect();
    candidates.retain(|candidate| {
        let at = candidate.mention.at;
        let name = at.of(text);
        let begins = ends_before_name(&text[..at.start]) || sure.contains_key(&at.start);
        // 江苏|宜兴: it lies in the place right before it.
        let is_chained = |bearers: Bearers| {
            let outer = sure.get(&at.start);
            outer.is_some_and(|outer| {
                bearers.iter().any(|one| outer.bearers().any(|area| one != area && one.is_in(area)))
            })
        };
        candidate.is_sure
            || match candidate.mention.source {
                Source::Full(bearers) => {
                    let is_ordinary = ORDINARY_FULL.contains(&name);
                    let in_context = context.holds_any(bearers);
                    let is_chained = is_chained(bearers);
                    if is_ordinary { is_chained } else { begins || in_context }
                }
                Source::Short(bearers) => {
                    let is_ordinary = is_word(name) || ORDINARY_SHORT.contains(&name);
                    let is_named = bearers.iter().any(|one| context.names(one));
                    // A county goes by its short name where the article is about it or its neighbours.
                    let is_large = bearers.iter().any(|one| one.level() <= Level::City);
                    is_named && (begins || !is_ordinary)
                        || !is_ordinary && begins && (is_large || context.holds_any(bearers))
                        || is_ordinary && is_large && begins && ends_alone(&text[at.end..])
                        || is_chained(bearers)
                }
                Source::Grammar | Source::Local | Source::World => true,
            }
    });
}

/// Whether no word goes on over the end: a mark, a number, a blank follows (本报保定5月15日电).
fn ends_alone(behind: &str) -> bool {
    behind.chars().next().is_none_or(|c| c.is_numeric() || c == ' ' || c == '　')
}

/// Adds the short names of places that the article spells out.
pub(super) fn add_local(text: &str, candidates: &mut Vec<Candidate>, context: &Context) {
    let Some(stems) = context.stems() else { return };
    for found in stems.find_overlapping_iter(text) {
        let at = Span::new(found.start(), found.end());
        if !straddles(text, at.start, at.end) {
            let mention = mention(at, LocalityKind::Town, Source::Local);
            candidates.push(Candidate { mention, is_sure: false });
        }
    }
}
