//! A chain of places that the map contradicts.

use crate::{
    annotate::Locality,
    lexicon::gazetteer::{self, Division, Level},
    rules::{ArticleView, Findings, Related, Severity, Words, rule},
};

use super::context::{tells_of_the_past, year};

rule! {
    /// 地名隶属关系有误。
    ///
    /// A place is put into a division that it does not lie in.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 紧挨着写的上下级地名（长沙市平江县），下级区划并不在上级区划之内（平江县属岳阳市）。
    /// 县名之后的乡镇，只在全省仅有一处同名、且另在他县时提示。近年改隶的县市不与改隶前的写法为难；
    /// 说往事、说籍贯的句子，以及异地商会等名称不查。
    /// Two places written one right behind the other, of which the smaller does not lie in the larger. A town behind a
    /// county counts only where it is the one bearer of its name in the province and lies in another county. Sentences
    /// that tell of the past or of somebody's origin, and chambers of people away from home, are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 行政区划的隶属关系以国务院和省级人民政府批准的为准（《行政区划管理条例》第六条至第八条）。
    /// The State Council and the governments of the provinces decide what a division belongs to (Regulations on the
    /// Administration of Divisions, articles 6 to 8).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 山村办起夜校
    ///
    /// 近日，金华市缙云县的一所山村夜校开课，三十多名村民来学电商直播。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 山村办起夜校
    ///
    /// 近日，丽水市缙云县的一所山村夜校开课，三十多名村民来学电商直播。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对区划后更正上级或下级地名；确系沿用旧时隶属的，可加“原”“时属”等字样说明。
    /// Check the map and put the right parent or the right place; where the old order is meant, say so.
    LocalityHierarchy = "names/locality-hierarchy" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        class: Fact,
        check: Article(check),
    }
}

/// Counties that changed their city since 2000: the county, the city it left, the last year in it.
const MOVED: &[(&str, &str, i32)] = &[
    ("枞阳县", "安庆市", 2015),
    ("寿县", "六安市", 2015),
    ("简阳市", "资阳市", 2016),
    ("公主岭市", "四平市", 2020),
    ("庐江县", "巢湖市", 2011),
    ("无为县", "巢湖市", 2011),
    ("含山县", "巢湖市", 2011),
    ("和县", "巢湖市", 2011),
];

/// What makes of two places behind one another the name of a body of people from the one in the other.
const AWAY_FROM_HOME: &[&str] = &["商会", "同乡", "籍", "驻", "办事处", "企业家", "联络处", "老乡"];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let places = &view.annotations.localities;
    for pair in places.windows(2) {
        let [outer, inner] = pair else { continue };
        let is_adjacent =
            outer.place.block == inner.place.block && outer.place.at.end == inner.place.at.start;
        if !is_adjacent || outer.misspelling.is_some() || inner.misspelling.is_some() {
            continue;
        }
        let Some((area, place, severity)) = contradiction(outer, inner) else { continue };
        let block = view.article.blocks[inner.place.block].text.as_str();
        let behind: String = block[inner.place.at.end..].chars().take(8).collect();
        if AWAY_FROM_HOME.iter().any(|word| behind.contains(word))
            || tells_of_the_past(view, outer.place.block, outer.place.at.to(inner.place.at))
            || is_of_its_time(view, &outer.text, &inner.text)
        {
            continue;
        }
        let full = place.full_name(&inner.text);
        let finding = findings.report(
            outer.place.span.to(inner.place.span),
            Words::new(
                format!("“{}”不在“{}”，而在“{full}”", inner.text, outer.text),
                format!("“{}” does not lie in “{}”: it is “{full}”", inner.text, outer.text),
            ),
        );
        finding.severity = severity;
        let outer_full = area.full_name(&outer.text);
        finding.related.push(Related {
            span: outer.place.span,
            words: Words::new(format!("“{}”即“{outer_full}”", outer.text), format!("this is “{outer_full}”")),
        });
    }
}

/// The two divisions, and how sure it is, if the map says that the one does not lie in the other.
fn contradiction(outer: &Locality, inner: &Locality) -> Option<(Division, Division, Severity)> {
    let areas: Vec<Division> = gazetteer::named(&outer.text)
        .or_else(|| gazetteer::by_short_name(&outer.text))?
        .iter()
        .filter(|one| one.level() <= Level::County)
        .collect();
    let places: Vec<Division> = gazetteer::named(&inner.text)?.iter().collect();
    let is_inside = |place: &Division| areas.iter().any(|area| place.is_in(*area));
    let highest = places.iter().map(|place| place.level()).min()?;
    let lowest_area = areas.iter().map(|area| area.level()).max()?;
    if places.iter().any(is_inside) || lowest_area >= highest || inner.text.chars().count() < 2 {
        return None;
    }
    let area = areas[0];
    // Names that say where in a city they lie belong to many: 城区, 郊区, 新区.
    if highest <= Level::County {
        let place = *places.iter().find(|place| place.is_current()).unwrap_or(&places[0]);
        // A county that answers to its province is often told by the city around it.
        let is_direct = place.level() == Level::County && place.parent()?.level() == Level::Province;
        let is_municipal = place.chain().last()?.name().is_some_and(|name| name.ends_with('市'));
        return (!is_direct || is_municipal || area.level() == Level::Province).then_some((
            area,
            place,
            Severity::Error,
        ));
    }
    // Towns come, go and share their names: only a county as it is spelt, and a name that one town alone bears.
    let [place] = places.as_slice() else { return None };
    // What changed after the lists took towns along, which the lists cannot tell.
    if area.is_newer_than_the_lists() || !place.chain().all(Division::is_current) {
        return None;
    }
    let is_county = area.level() == Level::County && gazetteer::named(&outer.text).is_some();
    let is_near = areas.len() == 1 && place.chain().last() == area.chain().last();
    (place.level() == Level::Town && is_county && is_near).then_some((area, *place, Severity::Warning))
}

/// Whether the chain was right when the draft may have been written.
fn is_of_its_time(view: &ArticleView<'_>, outer: &str, inner: &str) -> bool {
    // The map of the century before, with Chongqing a city of Sichuan, is not known here.
    let written = year(view);
    MOVED.iter().any(|(county, city, last)| {
        *county == inner
            && (*city == outer || city.strip_suffix('市') == Some(outer))
            && written.is_none_or(|year| year <= *last)
    }) || written.is_some_and(|year| year < 2000)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/locality-hierarchy";

    fn article(body: &str) -> String {
        format!("村民忙春耕\n\n近日，{body}，大家都很高兴，纷纷表示满意。（王江）\n")
    }

    #[test]
    fn towns_of_a_county_newer_than_the_lists_are_left_alone() {
        for body in ["重庆市两江新区龙溪街道的茶园开始采摘", "重庆市北碚区统景镇的茶园开始采摘"]
        {
            assert_eq!(hits(RULE, &article(body)), Vec::<String>::new(), "{body}");
        }
    }

    #[test]
    fn a_county_in_the_wrong_city_or_province_is_marked() {
        let cases = [
            ("长沙市平江县的茶园开始采摘", "长沙市平江县"),
            ("江苏省缙云县的茶园开始采摘", "江苏省缙云县"),
            ("浙江省苏州市的茶园开始采摘", "浙江省苏州市"),
        ];
        for (body, hit) in cases {
            assert_eq!(hits(RULE, &article(body)), [hit], "{body}");
        }
    }

    #[test]
    fn a_chain_that_the_map_bears_out_is_right() {
        for body in [
            "江苏省苏州市常熟市支塘镇开展活动",
            "湖北省仙桃市开展活动",
            "重庆市万州区开展活动",
            "江苏苏州市开展活动",
            "吉林省吉林市开展活动",
            "北京市朝阳区开展活动",
            "朝阳市朝阳县开展活动",
            "安徽省淮南市寿县、六安市寿县开展活动",
        ] {
            assert_eq!(hits(RULE, &article(body)), Vec::<String>::new(), "{body}");
        }
    }

    #[test]
    fn places_side_by_side_are_no_chain() {
        for body in [
            "长沙市、平江县开展活动",
            "长沙市和平江县开展活动",
            "长沙市平江县商会开展活动",
            "原长沙市平江县开展活动",
        ] {
            assert_eq!(hits(RULE, &article(body)), Vec::<String>::new(), "{body}");
        }
    }
}
