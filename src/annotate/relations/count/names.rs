//! Lists of names beside their count: 5家成员单位甲、乙、丙和丁; 甲村、乙村、丙村3个村; 甲某、乙某、丙某3人.

use super::{Annotations, Listed, item};
use crate::{annotate::Figure, outline::Article, text::Span};

/// The names that a figure counts, in front of it or behind.
pub(super) fn find(article: &Article, said: &Annotations, figure: &Figure) -> Option<Listed> {
    let text = article.blocks[figure.place.block].text.as_str();
    let list = behind(text, figure).or_else(|| in_front(text, said, figure))?;
    Some(Listed {
        said: None,
        items: list.items.into_iter().map(|at| item(article, figure.place.block, at)).collect(),
        is_open: list.is_open,
        doubt: None,
    })
}

struct Names {
    items: Vec<Span>,
    is_open: bool,
}

/// Nouns that are followed by the names of what they count.
const BEFORE_NAMES: &[&str] =
    &["成员单位", "会员单位", "会员企业", "理事单位", "共建单位", "主办单位", "协办单位", "承办单位"];

/// Words for people and things that belong to what is counted and are no names.
const NO_NAMES: &[&str] = &["负责人", "代表", "人员", "员工", "职工", "群众", "干部"];

/// The pieces of `list` between enumeration commas and the last 和 or 与, as spans of `text`.
fn split(text: &str, list: Span) -> Vec<Span> {
    let mut items = Vec::new();
    let mut start = list.start;
    for (at, c) in list.of(text).char_indices().chain([(list.len(), '、')]) {
        if matches!(c, '、' | '和' | '与') {
            items.push(Span::new(start, list.start + at));
            start = list.start + at + c.len_utf8();
        }
    }
    items
}

/// 4家成员单位甲、乙、丙和丁, and 3个镇（甲镇、乙镇、丙镇）.
fn behind(text: &str, figure: &Figure) -> Option<Names> {
    let from = figure.place.at.end;
    bracketed(text, from).or_else(|| {
        let rest = &text[from..];
        // No list of names is longer, and a line without marks must not be read again for each of its figures.
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let stop = near.find(['，', '。', '；', '：', '！', '？']);
        let clause = &rest[..stop.or_else(|| (near.len() == rest.len()).then_some(rest.len()))?];
        let start = BEFORE_NAMES
            .iter()
            .filter_map(|noun| clause.find(noun).map(|at| at + noun.len()))
            .min()
            .filter(|start| !clause[..*start].contains(['、', '和', '与', '（', '“']))?;
        // A list is closed by 和 or 与 before its last name; the stop behind it leaves no room for a verb.
        let is_closed = clause[start..].matches(['和', '与']).count() == 1
            && clause.rfind(['和', '与']) > clause.rfind('、');
        let items = split(text, Span::new(from + start, from + clause.len()));
        let are_names = items.iter().all(|at| is_name(at.of(text)));
        (items.len() >= 3 && is_closed && are_names).then_some(Names { items, is_open: false })
    })
}

fn is_name(item: &str) -> bool {
    (2..=14).contains(&item.chars().count())
        && !item.contains(['等', '的', '（', '“'])
        && !NO_NAMES.iter().any(|word| item.contains(word))
        && !item.chars().any(char::is_numeric)
}

/// How many bytes a list may take: [`super::MOST`] names of ten characters each with their commas.
const LONGEST: usize = 20 * 11 * '镇'.len_utf8();

/// 3个镇（甲镇、乙镇、丙镇）: in the bracket right behind the counted noun stand names that end in it.
fn bracketed(text: &str, from: usize) -> Option<Names> {
    let rest = &text[from..];
    let (open, bracket) = rest.char_indices().take(5).find(|(_, c)| matches!(c, '（' | '('))?;
    let last = rest[..open].chars().next_back()?;
    let start = from + open + bracket.len_utf8();
    let inside = &text[start..];
    let end = start + inside[..inside.floor_char_boundary(LONGEST)].find(['）', ')'])?;
    let inside = Span::new(start, end).of(text);
    let is_open = inside.ends_with('等');
    let items = split(text, Span::new(start, end - if is_open { '等'.len_utf8() } else { 0 }));
    let are_alike = items.iter().all(|at| {
        let name = at.of(text);
        name.ends_with(last) && (2..=10).contains(&name.chars().count()) && !name.contains(['，', '；', '：'])
    });
    (items.len() >= 2 && are_alike).then_some(Names { items, is_open })
}

/// Companies by their last words: what a list in front of 5家企业 must be made of.
const COMPANIES: &[&str] = &["公司", "集团", "厂", "合作社", "银行", "企业", "农场"];

/// Divisions by their last words: what a list in front of 3个村 must be made of.
const DIVISIONS: &[&str] = &["街道", "社区", "乡镇", "镇", "乡", "村", "县", "区", "市", "省"];

/// 甲公司、乙公司、丙公司3家企业; 甲村、乙村等5个村; 张某、李某、王某3人: a list right before its count.
fn in_front(text: &str, said: &Annotations, figure: &Figure) -> Option<Names> {
    let end = figure.place.at.start;
    let from = text.ceil_char_boundary(end.saturating_sub(LONGEST));
    let before = &text[from..end];
    let opens =
        |c: char| matches!(c, '，' | ',' | '。' | '；' | '：' | '！' | '？' | '\n' | '（' | '(' | '“' | '”');
    let start =
        from + before.rfind(opens).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let (end, is_open) = before.strip_suffix('等').map_or((end, false), |list| (from + list.len(), true));
    if start >= end {
        return None;
    }
    let items = split(text, Span::new(start, end));
    let [first, others @ ..] = items.as_slice() else { return None };
    if others.len() < 2 {
        return None;
    }
    let behind = &text[figure.place.at.end..];
    let last_words: &[&str] = if figure.unit == "家" {
        let counts_companies = ["企业", "公司", "单位", "商户"].iter().any(|noun| behind.starts_with(noun));
        if counts_companies { COMPANIES } else { &[] }
    } else if figure.unit == "个" {
        let noun = DIVISIONS.iter().position(|noun| behind.starts_with(noun))?;
        &DIVISIONS[noun..=noun]
    } else {
        return people(said, figure, text, &items, is_open);
    };
    // A verb may stand in front of the first name, never inside another.
    let are_alike = items.iter().all(|at| last_words.iter().any(|word| at.of(text).ends_with(word)))
        && others.iter().all(|at| {
            (2..=14).contains(&at.of(text).chars().count()) && !at.of(text).contains(['在', '为', '对', '到'])
        });
    let is_bare = last_words.iter().any(|word| first.of(text) == *word);
    (are_alike && !is_bare && !last_words.is_empty()).then_some(Names { items, is_open })
}

/// 张某、李某、王某3人: every item is the name of a person, the first perhaps behind other words.
fn people(said: &Annotations, figure: &Figure, text: &str, items: &[Span], is_open: bool) -> Option<Names> {
    if !matches!(figure.unit.as_str(), "人" | "名" | "位") {
        return None;
    }
    let is_person = |at: &Span, whole: bool| {
        said.persons.iter().any(|person| {
            person.place.block == figure.place.block
                && person.place.at.end == at.end
                && (person.place.at.start == at.start || !whole && at.contains(person.place.at))
        })
    };
    let [first, others @ ..] = items else { return None };
    let are_people = is_person(first, false) && others.iter().all(|at| is_person(at, true));
    let joins_others = text[figure.place.at.end..].starts_with(['以', '和', '及', '与']);
    (are_people && !joins_others).then(|| Names { items: items.to_vec(), is_open })
}
