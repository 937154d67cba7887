//! Places named by the last word of their name: 省, 市, 县, 区, 镇, 乡, 街道, 村, 社区; and the provinces.

use super::{Locality, LocalityKind, Organization, Place};
use crate::{
    lexicon::boundary::ends_before_name,
    outline::Article,
    text::{Span, chars::is_han},
};

/// Provinces by their short names, and what the full name adds.
const PROVINCES: &[(&str, &str)] = &[
    ("北京", "市"),
    ("天津", "市"),
    ("上海", "市"),
    ("重庆", "市"),
    ("河北", "省"),
    ("山西", "省"),
    ("辽宁", "省"),
    ("吉林", "省"),
    ("黑龙江", "省"),
    ("江苏", "省"),
    ("浙江", "省"),
    ("安徽", "省"),
    ("福建", "省"),
    ("江西", "省"),
    ("山东", "省"),
    ("河南", "省"),
    ("湖北", "省"),
    ("湖南", "省"),
    ("广东", "省"),
    ("海南", "省"),
    ("四川", "省"),
    ("贵州", "省"),
    ("云南", "省"),
    ("陕西", "省"),
    ("甘肃", "省"),
    ("青海", "省"),
    ("台湾", "省"),
    ("内蒙古", "自治区"),
    ("广西", "壮族自治区"),
    ("西藏", "自治区"),
    ("宁夏", "回族自治区"),
    ("新疆", "维吾尔自治区"),
    ("香港", "特别行政区"),
    ("澳门", "特别行政区"),
];

/// Last words of names; what a word before them makes another word; what behind them does.
const SUFFIXES: &[(&str, LocalityKind, &str, &[&str])] = &[
    ("街道", LocalityKind::Town, "条", &[]),
    ("社区", LocalityKind::Community, "层型农", &[]),
    ("市", LocalityKind::City, "城超上股楼都集夜菜门入闹", &["场", "民", "值", "面"]),
    ("县", LocalityKind::County, "", &[]),
    (
        "区",
        LocalityKind::County,
        "社小地景园校城片辖灾库牧军特郊市街发林矿厂专战选住治政老困",
        &["域", "别", "块", "间", "分"],
    ),
    ("镇", LocalityKind::Town, "城乡小古集冰村", &["定", "痛", "静"]),
    ("乡", LocalityKind::Town, "城家返下老故回水还同", &["亲", "村", "镇", "土", "贤", "愁"]),
    ("村", LocalityKind::Village, "农乡山全镇", &["庄", "落", "民", "镇", "里"]),
];

/// Characters that point or count, and so never stand in the name of a place.
const NEVER_IN_NAME: &str = "全各该本这那每某个的了我你他等";

/// Every place in the article; `organizations` decides which are nested.
pub fn find(article: &Article, organizations: &[Organization]) -> Vec<Locality> {
    let mut found = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        let mentions = in_text(text);
        for (at, mention) in mentions.iter().enumerate() {
            let place = Place { span: block.text.to_source(mention.at), block: index, at: mention.at };
            let nested = organizations
                .iter()
                .any(|body| body.place.block == index && body.place.at.contains(mention.at));
            found.push(Locality {
                place,
                text: mention.at.of(text).to_owned(),
                kind: mention.kind,
                nested,
                normalized: normalized(text, &mentions[..=at]),
                code: None,
            });
        }
    }
    found
}

/// One place in a text.
pub(super) struct Mention {
    pub(super) at: Span,
    kind: LocalityKind,
}

/// Places of one text, in order and without overlap.
pub(super) fn in_text(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at < from || !is_han(c) {
            continue;
        }
        let mention = province(text, at).or_else(|| {
            let floor = found.last().map_or(0, |last| last.at.end);
            SUFFIXES.iter().find_map(|suffix| named_by_suffix(text, at, floor, suffix))
        });
        if let Some(mention) = mention {
            from = mention.at.end;
            found.push(mention);
        }
    }
    found
}

fn province(text: &str, at: usize) -> Option<Mention> {
    let rest = &text[at..];
    let (short, added) = PROVINCES.iter().find(|(short, _)| rest.starts_with(short))?;
    let behind = &rest[short.len()..];
    // 北京路, 南海南路: streets.
    if ["路", "街", "大道", "东路", "西路", "南路", "北路"].iter().any(|street| behind.starts_with(street))
    {
        return None;
    }
    // 吉林市 is a city, left to the suffix.
    if *added == "省" && behind.starts_with('市') {
        return None;
    }
    let length = short.len() + if behind.starts_with(added) { added.len() } else { 0 };
    Some(Mention { at: Span::new(at, at + length), kind: LocalityKind::Province })
}

fn named_by_suffix(
    text: &str,
    at: usize,
    floor: usize,
    &(suffix, kind, not_behind, not_before): &(&str, LocalityKind, &str, &[&str]),
) -> Option<Mention> {
    let behind = text[at..].strip_prefix(suffix)?;
    if not_before.iter().any(|word| behind.starts_with(word)) || ends_in(&text[..at], not_behind) {
        return None;
    }
    let mut length = 0;
    for (start, c) in text[floor..at].char_indices().rev().take(4) {
        if !is_han(c) || NEVER_IN_NAME.contains(c) {
            return None;
        }
        length += 1;
        let start = floor + start;
        if length >= 2 && (start == floor || ends_before_name(&text[..start])) {
            return Some(Mention { at: Span::new(start, at + suffix.len()), kind });
        }
    }
    None
}

fn ends_in(text: &str, characters: &str) -> bool {
    text.chars().next_back().is_some_and(|c| characters.contains(c))
}

/// The full name of the last mention, if the chain it closes begins with a province.
fn normalized(text: &str, mentions: &[Mention]) -> Option<String> {
    let mut first = mentions.len() - 1;
    while first > 0
        && mentions[first - 1].at.end == mentions[first].at.start
        && mentions[first - 1].kind < mentions[first].kind
    {
        first -= 1;
    }
    let chain = &mentions[first..];
    (chain[0].kind == LocalityKind::Province).then(|| {
        let head = chain[0].at.of(text);
        let added = PROVINCES.iter().find(|(short, _)| *short == head).map_or("", |(_, added)| added);
        let rest = Span::new(chain[0].at.end, chain[chain.len() - 1].at.end).of(text);
        format!("{head}{added}{rest}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        in_text(text).iter().map(|mention| mention.at.of(text)).collect()
    }

    #[test]
    fn a_chain_is_read_place_by_place() {
        assert_eq!(
            places("近日，江苏省南京市青山区石桥街道举办活动"),
            ["江苏省", "南京市", "青山区", "石桥街道"]
        );
    }

    #[test]
    fn a_place_begins_behind_a_verb() {
        assert_eq!(places("志愿者走进柳溪村，又到石桥镇"), ["柳溪村", "石桥镇"]);
    }

    #[test]
    fn words_that_only_end_like_a_place_are_none() {
        assert!(places("全镇农村，各乡镇，新农村，该村，菜市场，基层社区，城乡").is_empty());
    }

    #[test]
    fn a_chain_from_the_province_down_has_a_full_name() {
        let text = "浙江青山县石桥镇";
        assert_eq!(normalized(text, &in_text(text)).as_deref(), Some("浙江省青山县石桥镇"));
        let text = "石桥镇";
        assert_eq!(normalized(text, &in_text(text)), None);
    }
}
