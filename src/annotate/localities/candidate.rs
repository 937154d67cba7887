//! What may be a place: every name the gazetteer, the table of the world or the grammar sees in a text.

use std::collections::{HashMap, HashSet};

use super::{Mention, Source, counted, grammar, kind_of, resolution::Context};
use crate::{
    annotate::LocalityKind,
    lexicon::{
        boundary::ends_before_name,
        gazetteer::{self, Bearers, Level},
        ordinary_place::{is_ordinary_full, is_ordinary_short},
        post::post_len,
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

/// Streets and the like are named after places, and lie elsewhere: 北京路, 南京东路.
const STREETS: &[&str] =
    &["路", "街", "大道", "大街", "东路", "西路", "南路", "北路", "中路", "一路", "二路", "时间"];

/// Whether what follows a name makes a street of it; 北京街头 is in 北京.
fn names_street(behind: &str) -> bool {
    STREETS.iter().any(|street| behind.starts_with(street))
        && !["街头", "街上", "街边", "大街上", "路况"].iter().any(|other| behind.starts_with(other))
        && !behind.starts_with("路透")
}

/// Whether what follows a name makes a site of it: 石桥在线, 石桥网讯.
fn names_site(behind: &str) -> bool {
    ["在线", "网讯", "网（", "网(", "网消息", "网记者"].iter().any(|site| behind.starts_with(site))
}

/// Whether the first character of a name is the last of a post: 队长|江一帆, 市长|春节慰问.
fn cuts_post(text: &str, at: Span) -> bool {
    let first = at.of(text).chars().next().map_or(0, char::len_utf8);
    post_len(&text[..at.start + first]).is_some_and(|length| length > first)
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
    if names_street(behind) || names_site(behind) || straddles(text, at.start, at.end) || cuts_post(text, at)
    {
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
    let is_ordinary = is_ordinary_full(name);
    if level == Level::Village && (is_ordinary || name.chars().count() < 3) {
        return None;
    }
    let mention = mention(at, kind_of(name, level), Source::Full(bearers));
    Some(Candidate { mention, is_sure: level <= Level::County && !is_ordinary })
}

fn of_short_name(text: &str, at: Span, bearers: Bearers) -> Option<Candidate> {
    let name = at.of(text);
    let behind = &text[at.end..];
    if names_street(behind) || names_site(behind) || straddles(text, at.start, at.end) || cuts_post(text, at)
    {
        return None;
    }
    let level = bearers.iter().map(gazetteer::Division::level).min()?;
    // 省 and 市 of the full name follow: that is the full name, found on its own.
    if bearers.iter().any(|one| one.name().is_some_and(|full| text[at.start..].starts_with(full))) {
        return None;
    }
    let is_ordinary = is_ordinary_short(name, level);
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
    // 石桥镇|溪西村: a village begins where its town ends.
    let towns: HashSet<usize> = candidates
        .iter()
        .map(|one| &one.mention)
        .filter(|one| one.kind == LocalityKind::Town && ends_before_name(&text[..one.at.start]))
        .map(|one| one.at.end)
        .collect();
    candidates.retain(|candidate| {
        let at = candidate.mention.at;
        let name = at.of(text);
        let is_below_town = candidate.mention.kind > LocalityKind::Town && towns.contains(&at.start);
        let begins = ends_before_name(&text[..at.start]) || sure.contains_key(&at.start) || is_below_town;
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
                    let is_ordinary = is_ordinary_full(name);
                    let in_context = context.holds_any(bearers);
                    let is_chained = is_chained(bearers);
                    if is_ordinary {
                        is_chained
                    } else if reads_otherwise(candidate.mention.kind, name, &text[at.end..]) {
                        is_chained || in_context
                    } else {
                        begins || in_context
                    }
                }
                Source::Short(bearers) => {
                    let level = bearers.iter().map(gazetteer::Division::level).min();
                    let is_ordinary = level.is_none_or(|level| is_ordinary_short(name, level));
                    let is_named = bearers.iter().any(|one| context.names(one));
                    // A county goes by its short name where the article is about it or its neighbours.
                    let is_large = bearers.iter().any(|one| one.level() <= Level::City);
                    is_named && (begins || !is_ordinary)
                        || !is_ordinary && begins && (is_large || context.holds_any(bearers))
                        || !is_ordinary && follows_place_verb(&text[..at.start])
                        || is_ordinary && is_large && begins && ends_alone(&text[at.end..])
                        || is_chained(bearers)
                }
                Source::Grammar | Source::Local | Source::World => true,
            }
    });
}

/// Whether the name of a village or a town may be a number of them, or part of the word for a road.
fn reads_otherwise(kind: LocalityKind, name: &str, behind: &str) -> bool {
    let stem = name.strip_suffix(['村', '镇', '乡']);
    kind >= LocalityKind::Town
        && stem.is_some_and(|stem| counted::counts(stem) || counted::makes_road(behind))
}

/// Words behind which a place is named.
const PLACE_VERBS: &[&str] = &[
    "来自", "位于", "前往", "抵达", "家住", "走进", "途经", "飞往", "进驻", "地处", "运往", "奔赴", "赶赴",
    "落户", "回到", "来到",
];

/// Whether a verb that asks for a place stands right before.
fn follows_place_verb(before: &str) -> bool {
    PLACE_VERBS.iter().any(|verb| before.ends_with(verb))
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
