//! Bodies named by the last word of their name: a place, what tells them apart, and a head (石桥镇商会).

use super::{Organization, OrganizationKind, Place, localities::Mention};
use crate::{
    lexicon::{
        boundary::ends_before_name,
        organization_head::{self, DEMOCRATIC_PARTIES, HeadKind},
    },
    outline::{Article, BlockKind},
    text::{Span, chars::is_han},
};

/// A name elides its place: 市工商联, 县委统战部.
const ELLIPTICAL: &[&str] = &["街道", "省", "市", "县", "区", "镇", "乡", "村"];

/// Characters that point or count: what holds one names no single body.
const NEVER_IN_NAME: &str = "全各该本这那每某个家所的了我你他名多";

/// How many characters may stand between place and head.
const LONGEST_MODIFIER: usize = 12;

/// Every body in the article.
pub fn find(article: &Article, localities: &[Vec<Mention>]) -> Vec<Organization> {
    let mut found = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        if block.kind == BlockKind::Byline {
            continue;
        }
        let text = block.text.as_str();
        let places: Vec<Span> = localities[index].iter().map(|mention| mention.at).collect();
        found.extend(in_text(text, &places).into_iter().map(|(at, kind)| Organization {
            place: Place { span: block.text.to_source(at), block: index, at },
            text: at.of(text).to_owned(),
            kind,
            normalized: None,
        }));
    }
    found
}

fn in_text(text: &str, places: &[Span]) -> Vec<(Span, OrganizationKind)> {
    let mut found: Vec<(Span, OrganizationKind)> = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at < from || !is_han(c) {
            continue;
        }
        let Some((start, mut end, mut kind)) = body_at(text, at, from, places) else { continue };
        // 县委|统战部: of several heads the last says what the body is.
        while let Some((length, last)) = organization_head::at_start(&text[end..]) {
            end += length;
            kind = kind_of(last);
        }
        end += branch_len(&text[end..]);
        from = end;
        found.push((Span::new(start, end), kind));
    }
    found
}

/// The body whose first head stands at `at`.
fn body_at(text: &str, at: usize, floor: usize, places: &[Span]) -> Option<(usize, usize, OrganizationKind)> {
    let rest = &text[at..];
    if let Some(party) = DEMOCRATIC_PARTIES.iter().find(|party| rest.starts_with(**party)) {
        let mut end = at + party.len();
        while let Some(place) = places.iter().find(|place| place.start == end) {
            end = place.end;
        }
        end += ["市委会", "县委会", "区委会", "省委会", "市委", "县委", "区委", "省委", "委员会"]
            .iter()
            .find(|head| text[end..].starts_with(**head))
            .map_or(0, |head| head.len());
        // 民进常熟市委: the place has taken the 市.
        if text[..end].ends_with(['市', '县', '区', '省']) && text[end..].starts_with('委') {
            end += "委".len();
        }
        return Some((chain_start(at, floor, places), end, OrganizationKind::DemocraticParty));
    }
    // 市委: the place itself, or its last word alone.
    if rest.starts_with('委')
        && !["委员", "委托", "委派", "委屈", "委会"].iter().any(|word| rest.starts_with(word))
    {
        let place = chain_start(at, floor, places);
        if place < at && text[..at].ends_with(['省', '市', '县', '区']) {
            return Some((place, at + "委".len(), OrganizationKind::Party));
        }
        let level = text[floor..at].chars().next_back().filter(|c| "省市县区".contains(*c))?;
        let start = at - level.len_utf8();
        return ends_before_name(&text[..start]).then_some((start, at + "委".len(), OrganizationKind::Party));
    }
    let (length, kind) = organization_head::at_start(rest)?;
    let start = name_start(text, at, floor, places)?;
    Some((start, at + length, kind_of(kind)))
}

/// Where a name whose head stands at `head` begins; `None` for a bare head.
fn name_start(text: &str, head: usize, floor: usize, places: &[Span]) -> Option<usize> {
    let mut start = head;
    let mut length = 0;
    loop {
        let chain = chain_start(start, floor, places);
        if chain < start {
            return Some(chain);
        }
        if start < head && ends_before_name(&text[..start]) && !text[..start].ends_with(['“', '”']) {
            break;
        }
        let c = text[floor..start].chars().next_back()?;
        if !(is_han(c) || matches!(c, '“' | '”')) || NEVER_IN_NAME.contains(c) || length == LONGEST_MODIFIER
        {
            return None;
        }
        start -= c.len_utf8();
        length += 1;
    }
    // “红旗”商会 keeps its marks; in “红旗商会” they stand around the name.
    if text[start..head].starts_with('“') && !text[start..head].contains('”') {
        start += '“'.len_utf8();
        length -= 1;
    }
    let modifier = &text[start..head];
    let is_elliptical = ELLIPTICAL.iter().any(|level| modifier.starts_with(level));
    (is_elliptical || length >= 2).then_some(start)
}

/// The start of the run of places that ends at `end`, or `end` itself.
fn chain_start(end: usize, floor: usize, places: &[Span]) -> usize {
    let mut start = end;
    while let Some(place) = places.iter().find(|place| place.end == start && place.start >= floor) {
        start = place.start;
    }
    start
}

/// The branch behind a name: 支塘分会, 第三支部.
fn branch_len(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.char_indices().take(7) {
        if let Some(branch) =
            ["支部", "总支", "分会", "支会"].iter().find(|word| text[at..].starts_with(**word))
        {
            length = at + branch.len();
            break;
        }
        if !is_han(c) || "和与的在等及为".contains(c) {
            break;
        }
    }
    length
}

const fn kind_of(kind: HeadKind) -> OrganizationKind {
    match kind {
        HeadKind::Party => OrganizationKind::Party,
        HeadKind::Government => OrganizationKind::Government,
        HeadKind::Association => OrganizationKind::Association,
        HeadKind::Chamber => OrganizationKind::Chamber,
        HeadKind::Company => OrganizationKind::Company,
        HeadKind::School => OrganizationKind::School,
        HeadKind::Hospital => OrganizationKind::Hospital,
        HeadKind::Volunteer => OrganizationKind::Volunteer,
        HeadKind::Other => OrganizationKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Span, OrganizationKind)> {
        let places = ["青山县", "青山市", "石桥镇"];
        let mut spans: Vec<Span> = places
            .iter()
            .flat_map(|name| text.match_indices(name).map(|(at, _)| Span::new(at, at + name.len())))
            .collect();
        spans.sort();
        in_text(text, &spans)
    }

    fn bodies(text: &str) -> Vec<&str> {
        found(text).iter().map(|(at, _)| at.of(text)).collect()
    }

    #[test]
    fn a_name_runs_from_its_place_to_its_last_head() {
        assert_eq!(bodies("近日，青山县委统战部联合石桥镇商会走访"), ["青山县委统战部", "石桥镇商会"]);
    }

    #[test]
    fn a_name_may_leave_its_place_out_and_carry_a_branch() {
        assert_eq!(bodies("在市新联会石桥分会，由市委统战部指导"), ["市新联会石桥分会", "市委统战部"]);
    }

    #[test]
    fn a_democratic_party_takes_the_place_behind_it() {
        assert_eq!(bodies("民盟青山市委捐赠物资"), ["民盟青山市委"]);
        assert_eq!(found("民盟青山市委")[0].1, OrganizationKind::DemocraticParty);
    }

    #[test]
    fn quotes_around_a_name_are_no_part_of_it() {
        assert_eq!(bodies("来自“红旗商会”的志愿者"), ["红旗商会"]);
        assert_eq!(bodies("来自“红旗”商会的志愿者"), ["“红旗”商会"]);
    }

    #[test]
    fn a_bare_head_is_no_name() {
        assert!(bodies("商会、公司、各级商会和该公司").is_empty());
    }
}
