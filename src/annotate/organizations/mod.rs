//! Bodies: known by name, or named by a place, what tells them apart, and a head (石桥镇商会).

mod branch;
mod extent;
mod full_name;
mod party;

use super::{LocalityKind, Organization, OrganizationKind, Place, localities::Mention};
use crate::{
    lexicon::{
        known_organization,
        organization_head::{self, BARE, HeadKind, Need},
        post::post_at_start,
        segmenter::Word,
    },
    outline::{Article, BlockKind},
    text::{Span, Spans, chars::is_han},
};

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Body {
    at: Span,
    kind: OrganizationKind,
}

/// What a text is known to hold.
#[derive(Clone, Copy)]
struct View<'a> {
    text: &'a str,
    words: &'a [Word],
    places: &'a Spans,
    /// Those of the places that are countries.
    countries: &'a Spans,
}

/// Every body in the article.
pub(super) fn find(article: &Article, localities: &[Vec<Mention>], words: &[Vec<Word>]) -> Vec<Organization> {
    let mut found = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        if block.kind == BlockKind::Byline {
            continue;
        }
        let text = block.text.as_str();
        let places = Spans::of(localities[index].iter().map(|mention| mention.at));
        let countries = localities[index].iter().filter(|mention| mention.kind == LocalityKind::Country);
        let countries = Spans::of(countries.map(|mention| mention.at));
        let view = View { text, words: &words[index], places: &places, countries: &countries };
        found.extend(in_text(view).into_iter().map(|body| Organization {
            place: Place { span: block.text.to_source(body.at), block: index, at: body.at },
            text: body.at.of(text).to_owned(),
            kind: body.kind,
            normalized: None,
        }));
    }
    full_name::resolve(article, localities, &mut found);
    found
}

fn in_text(view: View<'_>) -> Vec<Body> {
    let mut found: Vec<Body> = Vec::new();
    let mut from = 0;
    for (at, c) in view.text.char_indices() {
        if at < from || !is_han(c) && !c.is_ascii_uppercase() {
            continue;
        }
        let floor = found.last().map_or(0, |last| last.at.end);
        let Some(mut body) = body_at(view, at, floor, found.last()) else { continue };
        extend(view, &mut body);
        from = body.at.end;
        found.push(body);
    }
    found
}

/// The body whose name, or whose first head, stands at `at`.
fn body_at(view: View<'_>, at: usize, floor: usize, last: Option<&Body>) -> Option<Body> {
    let rest = &view.text[at..];
    if let Some(body) = party::at(view, at, floor) {
        return Some(body);
    }
    if let Some((length, kind)) = known_organization::at_start(rest)
        && (extent::is_word_start(view, at) || view.places.ending(at).is_some())
        && !(&rest[..length] == "中共" && view.places.starting(at + length).is_some())
        && !["业", "人的", "人士", "院长", "党员", "主义", "军人", "派", "产党", "员", "门", "荒"]
            .iter()
            .any(|other| rest[length..].starts_with(other))
    {
        // 中国人民银行苏州分行: the head that follows goes on the name; 美国财政部: the country before it begins it.
        let is_office = kind == HeadKind::Government
            && ['部', '会', '院', '署', '行', '局'].iter().any(|last| rest[..length].ends_with(*last));
        let start = if is_office { extent::chain_start(at, floor, view.places) } else { at };
        return Some(Body { at: Span::new(start, at + length), kind: kind_of(kind) });
    }
    let head = organization_head::at_start(rest)?;
    let end = at + head.word.len();
    if is_other_word(head.word, &view.text[end..]) || extent::cuts_word(view, end) {
        return None;
    }
    let kind = kind_of(head.kind);
    if let Some(start) = extent::start(view, at, floor, head) {
        return Some(Body { at: Span::new(start, end), kind });
    }
    let is_bare = BARE.contains(&head.word) && may_stand_bare(view.text, at, end, last);
    is_bare.then(|| Body { at: Span::new(at, end), kind })
}

/// Words that begin with a head and are none: 公司法, 大学生, 学校园.
fn is_other_word(head: &str, behind: &str) -> bool {
    let ends: &[&str] = match head {
        "大学" | "中学" | "小学" => &["生", "毕业", "教育", "本科"],
        "公司" => &["法", "制", "化"],
        "政府" => &["性", "部门", "机关", "采购", "职能"],
        "局" => &["面", "部", "势", "限", "长级", "级", "促"],
        "队" => &["伍", "列", "员", "友", "长", "形"],
        "厅" => &["堂", "里"],
        "银行" => &["卡", "业", "家", "存款", "贷款", "间"],
        "集团" => &["化"],
        "股份" => &["制", "合作", "有限"],
        "人大" => &["力", "多", "概"],
        "总会" | "大队" | "总队" | "支队" | "工会" => &["员"],
        "车站" | "超市" | "商场" | "饭店" | "宾馆" => &["里", "内"],
        _ => &[],
    };
    ends.iter().any(|end| behind.starts_with(end))
}

/// Whether a short name may do without its place: in brackets behind another body, in a row, before a post.
fn may_stand_bare(text: &str, start: usize, end: usize, last: Option<&Body>) -> bool {
    let before = &text[..start];
    let opens = before.chars().next_back().is_none_or(|c| !is_han(c));
    let is_joined = last.is_some_and(|last| {
        let between = &text[last.at.end.min(start)..start];
        matches!(between, "（" | "(" | "、" | "和" | "与")
            || between.ends_with('、') && between.chars().count() < 8
    });
    let behind = &text[end..];
    let has_post = post_at_start(behind).is_some()
        || ["秘书长", "委员", "副会长", "副秘书长", "执委", "常委"]
            .iter()
            .any(|post| behind.starts_with(post));
    let speaks =
        ["介绍", "表示", "负责人", "要求", "提醒", "说", "发布"].iter().any(|verb| behind.starts_with(verb));
    opens && (is_joined || has_post || speaks)
}

/// Takes in what goes on a name: a further head, a branch, a team of the body.
fn extend(view: View<'_>, body: &mut Body) {
    loop {
        let behind = &view.text[body.at.end..];
        let next = organization_head::at_start(behind)
            // 旅游局|局长: of one character only the first head counts.
            .filter(|head| {
                head.word.chars().nth(1).is_some() && !is_other_word(head.word, &behind[head.word.len()..])
            })
            .filter(|head| !extent::cuts_word(view, body.at.end + head.word.len()))
            .map(|head| (head.word.len(), kind_of(head.kind)))
            .or_else(|| branch::branch(view, body.at.end).map(|length| (length, body.kind)))
            .or_else(|| branch::team(view, body.at.end).map(|(length, kind)| (length, kind_of(kind))))
            .or_else(|| branch::part(view, body.at.end).map(|length| (length, body.kind)));
        let Some((length, kind)) = next else { return };
        body.at = Span::new(body.at.start, body.at.end + length);
        body.kind = kind;
    }
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
        HeadKind::Media => OrganizationKind::Media,
        HeadKind::Volunteer => OrganizationKind::Volunteer,
        HeadKind::Other => OrganizationKind::Other,
    }
}

/// Whether a head needs a place.
const fn needs_place(need: Need) -> bool {
    matches!(need, Need::Place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::segmenter::words;

    fn found(text: &str) -> Vec<Body> {
        let names = ["青山县", "青山市", "石桥镇", "印度", "石桥"];
        let spans = |name: &&str| -> Vec<Span> {
            text.match_indices(*name).map(|(at, _)| Span::new(at, at + name.len())).collect()
        };
        let places = Spans::of(names.iter().flat_map(spans));
        let countries = Spans::of(spans(&"印度"));
        in_text(View { text, words: &words(text), places: &places, countries: &countries })
    }

    fn bodies(text: &str) -> Vec<&str> {
        found(text).iter().map(|body| body.at.of(text)).collect()
    }

    #[test]
    fn a_name_runs_from_its_place_to_its_last_head() {
        assert_eq!(bodies("近日，青山县委统战部联合石桥镇商会走访"), ["青山县委统战部", "石桥镇商会"]);
        assert_eq!(bodies("由青山县农业机械技术推广服务中心主办"), ["青山县农业机械技术推广服务中心"]);
        assert_eq!(bodies("青山市文化和旅游局、区教体局发布通知"), ["青山市文化和旅游局", "区教体局"]);
    }

    #[test]
    fn a_name_may_leave_its_place_out_and_carry_a_branch() {
        assert_eq!(bodies("在市新联会石桥分会，由市委统战部指导"), ["市新联会石桥分会", "市委统战部"]);
        assert_eq!(bodies("县委统战部防疫志愿服务队集结"), ["县委统战部防疫志愿服务队"]);
    }

    #[test]
    fn a_democratic_party_takes_the_place_behind_it() {
        assert_eq!(bodies("民盟青山市委捐赠物资"), ["民盟青山市委"]);
        assert_eq!(found("民盟青山市委")[0].kind, OrganizationKind::DemocraticParty);
    }

    #[test]
    fn quotes_around_a_name_are_no_part_of_it() {
        assert_eq!(bodies("来自“红旗商会”的志愿者"), ["红旗商会"]);
        assert_eq!(bodies("来自“红旗”商会的志愿者"), ["“红旗”商会"]);
    }

    #[test]
    fn the_part_of_a_body_goes_on_its_name() {
        assert_eq!(bodies("清华大学经济管理学院教授说"), ["清华大学经济管理学院"]);
        assert_eq!(bodies("国务院办公厅发出通知"), ["国务院办公厅"]);
        assert_eq!(bodies("由青山市旅游局局长介绍"), ["青山市旅游局"]);
        assert_eq!(bodies("青山县委统战部充分发挥联系广泛的优势"), ["青山县委统战部"]);
    }

    #[test]
    fn what_describes_a_body_does_not_name_it() {
        assert!(bodies("转投新公司，送往当地医院，一家大型公司，40家国内商业银行").is_empty());
    }

    #[test]
    fn a_bare_head_is_no_name() {
        assert!(bodies("商会、公司、各级商会和该公司，大学生，督促法院，联系合作社").is_empty());
    }

    #[test]
    fn short_names_stand_bare_in_a_row_of_posts() {
        assert_eq!(bodies("市委统战部副部长、侨办主任、侨联主席带队"), ["市委统战部", "侨办", "侨联"]);
        assert_eq!(bodies("县委统战部（民宗局）全面部署"), ["县委统战部", "民宗局"]);
    }

    #[test]
    fn the_government_of_a_country_is_no_body_of_this_kind() {
        assert!(bodies("据报道，印度政府表示").is_empty());
    }
}
