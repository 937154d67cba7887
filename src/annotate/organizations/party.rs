//! Committees of the Communist Party (市委), and the democratic parties with their places (民盟常熟市委).

use super::{Body, OrganizationKind, View, extent};
use crate::{
    lexicon::{boundary::ends_before_name, organization_head::DEMOCRATIC_PARTIES},
    text::Span,
};

/// Heads of a party's bodies.
const COMMITTEES: &[&str] = &[
    "市委员会",
    "县委员会",
    "区委员会",
    "省委员会",
    "市委会",
    "县委会",
    "区委会",
    "省委会",
    "市委",
    "县委",
    "区委",
    "省委",
    "州委",
    "委员会",
    "基层委员会",
    "基层委",
    "总支部",
    "总支",
    "支部",
    "支社",
    "中央",
];

/// What stands before the place of a committee.
const PARENTS: &[&str] = &["中共", "中国共产党", "共青团", "中国共青团"];

/// Words that begin with 委 and are no committee.
const OTHER_WORDS: &[&str] = &["委员", "委托", "委派", "委屈", "委会", "委办", "委婉", "委任", "委以"];

/// The body of a party whose name, or whose 委, stands at `at`.
pub(super) fn at(view: View<'_>, at: usize, floor: usize) -> Option<Body> {
    democratic(view, at, floor).or_else(|| committee(view, at, floor))
}

fn democratic(view: View<'_>, at: usize, floor: usize) -> Option<Body> {
    let rest = &view.text[at..];
    let name = DEMOCRATIC_PARTIES
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| rest.starts_with(name))
        .max_by_key(|name| name.len())?;
    let mut end = at + name.len();
    // 民进行, 民建房: other words.
    let opens = ends_before_name(&view.text[..at]) || view.places.ending(at).is_some();
    if name.chars().count() == 2 && !opens && !extent::is_word_start(view, at) {
        return None;
    }
    if rest[name.len()..].starts_with(['行', '入', '程', '一', '房', '步']) && name.chars().count() == 2
    {
        return None;
    }
    while let Some(place) = view.places.starting(end) {
        end = place.end;
    }
    let behind = &view.text[end..];
    // 民进常熟市委: the place has taken the 市.
    if view.text[..end].ends_with(['市', '县', '区', '省', '州'])
        && behind.starts_with('委')
        && !behind.starts_with("委员长")
    {
        let word = ["委员会", "委会", "委"]
            .iter()
            .find(|word| behind.starts_with(**word))
            .map_or(0, |word| word.len());
        let is_member = behind.starts_with("委员") && !behind.starts_with("委员会");
        end += if is_member { 0 } else { word };
    } else {
        end += COMMITTEES
            .iter()
            .filter(|head| behind.starts_with(**head))
            .map(|head| head.len())
            .max()
            .unwrap_or(0);
    }
    let start = extent::chain_start(at, floor, view.places);
    Some(Body { at: Span::new(start, end), kind: OrganizationKind::DemocraticParty })
}

/// 市委: the place itself, or its last word alone.
fn committee(view: View<'_>, at: usize, floor: usize) -> Option<Body> {
    let rest = &view.text[at..];
    if !rest.starts_with('委') || OTHER_WORDS.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let end = at + '委'.len_utf8();
    let kind = OrganizationKind::Party;
    let place = extent::chain_start(at, floor, view.places);
    if place < at && view.text[..at].ends_with(['省', '市', '县', '区', '州', '旗', '镇', '乡']) {
        // 中共常熟市委, 共青团衡阳市委.
        let start = PARENTS
            .iter()
            .find_map(|parent| view.text[floor..place].strip_suffix(parent))
            .map_or(place, |before| floor + before.len());
        return Some(Body { at: Span::new(start, end), kind });
    }
    let level = view.text[floor..at].chars().next_back().filter(|c| "省市县区州".contains(*c))?;
    let mut start = at - level.len_utf8();
    // 团县委 is the committee of the Youth League.
    if view.text[floor..start].ends_with('团') {
        start -= '团'.len_utf8();
    }
    let opens = ends_before_name(&view.text[..start]) || extent::is_word_start(view, start);
    opens.then(|| Body { at: Span::new(start, end), kind })
}
