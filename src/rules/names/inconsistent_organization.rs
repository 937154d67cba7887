//! One body, two names: 农业机械技术推广服务中心 and 农业机械推广技术服务中心.

use std::collections::BTreeMap;

use crate::{
    annotate::Place,
    outline::BlockKind,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::{Span, chars::is_han},
};

use super::{
    context::sentence,
    likeness::{distinguishes, is_alike, only_difference},
};

rule! {
    /// 同一单位的名称前后不一。
    ///
    /// The name of one body is written in two ways.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一篇中同一地方的两个单位名称，用字相同而次序不同（农业机械技术推广服务中心、农业机械推广技术服务中心），只差一个音同或形近的字，
    /// 或只有“联谊会”与“联合会”之类的差别。序数、方位不同的，以及在同一句中并列的，不查。
    /// Two names of bodies of one place in an article that hold the same characters in another order, differ in one
    /// character that sounds or looks alike, or only in kindred last words such as 联谊会 and 联合会. Names that differ in
    /// a number or a direction, or that stand in one sentence, are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 机构名称须准确，同一机构前后须一致（《报纸期刊质量管理规定》；GB/T 9704—2012 对机关名称的要求）。
    /// The name of a body has to be right and the same throughout.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 同心助学
    ///
    /// 德清县党外知识分子联谊会成立以来，把讲堂开到田间地头。
    ///
    /// 去年秋季，德清县党外知识分子联合会筹集助学金，帮助困难学生入学。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 同心助学
    ///
    /// 德清县党外知识分子联谊会成立以来，把讲堂开到田间地头。
    ///
    /// 去年秋季，德清县党外知识分子联谊会筹集助学金，帮助困难学生入学。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对该单位的规范名称后统一；确是两个单位的，不必改。
    /// Check what the body is called and make the names agree, unless they are two bodies.
    InconsistentOrganization = "names/inconsistent-organization" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// Last words of the names of bodies.
const HEADS: &[&str] = &[
    "中心",
    "联谊会",
    "联合会",
    "联络会",
    "促进会",
    "委员会",
    "基金会",
    "公司",
    "协会",
    "学会",
    "商会",
    "合作社",
    "学校",
    "学院",
    "大学",
    "中学",
    "小学",
    "医院",
    "研究院",
    "研究所",
    "局",
    "站",
    "所",
    "办公室",
    "博物馆",
    "图书馆",
    "志愿服务队",
    "服务队",
    "俱乐部",
    "车间",
    "示范园",
    "产业园",
    "集团",
];

/// Last words that are taken for one another.
const KINDRED: &[&[&str]] =
    &[&["联谊会", "联合会", "联络会"], &["协会", "学会"], &["研究院", "研究所", "研究会"]];

/// How many characters make a name long enough to be told from another by one of them, without its place.
const LEAST: usize = 6;

/// How many characters may stand between the place and the last word.
const LONGEST: usize = 18;

/// Words that no name holds between its place and its head.
const BREAKS: &[&str] = &[
    "和",
    "与",
    "及",
    "在",
    "到",
    "由",
    "将",
    "把",
    "被",
    "向",
    "从",
    "为",
    "的",
    "了",
    "是",
    "联合县",
    "联合市",
    "组织了",
    "组织开展",
    "召开",
    "举办",
    "举行",
    "走进",
    "深入",
    "前往",
    "来到",
    "等",
    "各",
    "全",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut reported: Vec<Span> = Vec::new();
    let names = names(view);
    let all: Vec<(&(String, String), &Vec<Place>)> = names.iter().collect();
    for (index, ((place, name), mentions)) in all.iter().enumerate() {
        for ((other_place, other), others) in &all[index + 1..] {
            if place != other_place || !is_variant(name, other) || stand_together(view, mentions, others) {
                continue;
            }
            let rank = |all: &[Place]| (std::cmp::Reverse(all.len()), all[0].span.start);
            let (kept, kept_name, slip, slip_name) = if rank(mentions) < rank(others) {
                (&mentions[0], name, &others[0], other)
            } else {
                (&others[0], other, &mentions[0], name)
            };
            // The same slip within a longer run has been told already.
            if reported.iter().any(|span: &Span| span.overlaps(slip.span)) {
                continue;
            }
            reported.push(slip.span);
            let finding = findings.report(
                slip.span,
                Words::new(
                    format!("“{place}{slip_name}”与“{place}{kept_name}”疑为同一单位，名称不一致"),
                    format!(
                        "“{place}{slip_name}” and “{place}{kept_name}” seem to be one body, named in two ways"
                    ),
                ),
            );
            finding.related.push(Related {
                span: kept.span,
                words: Words::new(
                    format!("这里写作“{place}{kept_name}”"),
                    format!("“{place}{kept_name}” here"),
                ),
            });
        }
    }
}

/// Every long name that begins behind a place: by the place and what stands behind it.
fn names(view: &ArticleView<'_>) -> BTreeMap<(String, String), Vec<Place>> {
    let mut found: BTreeMap<(String, String), Vec<Place>> = BTreeMap::new();
    for locality in &view.annotations.localities {
        let block = &view.article.blocks[locality.place.block];
        if block.kind == BlockKind::Byline {
            continue;
        }
        let text = block.text.as_str();
        let start = locality.place.at.end;
        let rest = &text[start..];
        let run = rest
            .char_indices()
            .take(LONGEST)
            .find(|(_, c)| !is_han(*c))
            .map_or_else(|| rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at), |(at, _)| at);
        let run = &rest[..run];
        let run = &run[..BREAKS.iter().filter_map(|word| run.find(word)).min().unwrap_or(run.len())];
        // Where a name ends its words do not say: each head may end one.
        for end in HEADS.iter().flat_map(|head| run.match_indices(head).map(|(at, _)| at + head.len())) {
            let name = &run[..end];
            if name.chars().count() < LEAST {
                continue;
            }
            let at = Span::new(locality.place.at.start, start + end);
            let place = Place { span: block.text.to_source(at), block: locality.place.block, at };
            found.entry((locality.text.clone(), name.to_owned())).or_default().push(place);
        }
    }
    found
}

/// Whether one name is likely a slip for the other.
fn is_variant(a: &str, b: &str) -> bool {
    let differing = || a.chars().zip(b.chars()).filter(|(one, other)| one != other);
    if differing().any(|(one, other)| distinguishes(one) || distinguishes(other)) {
        return false;
    }
    let sorted = |name: &str| {
        let mut all: Vec<char> = name.chars().collect();
        all.sort_unstable();
        all
    };
    let is_transposed = a != b && sorted(a) == sorted(b);
    let is_one_off = only_difference(a, b).is_some_and(|(_, one, other)| is_alike(one, other));
    let is_kindred = KINDRED.iter().any(|kin| {
        let stem = |name| kin.iter().find_map(|head| str::strip_suffix(name, head));
        matches!((stem(a), stem(b)), (Some(one), Some(other)) if one == other && one.chars().count() >= 4)
    });
    is_transposed || is_one_off || is_kindred
}

/// Whether both stand in one sentence: then the draft knows them apart.
fn stand_together(view: &ArticleView<'_>, mentions: &[Place], others: &[Place]) -> bool {
    mentions.iter().any(|one| {
        let text = view.article.blocks[one.block].text.as_str();
        let around = sentence(text, one.at);
        others.iter().any(|other| other.block == one.block && around.contains(other.at))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/inconsistent-organization";

    fn article(first: &str, second: &str) -> String {
        format!(
            "农机手提前下乡\n\n连日来，{first}组建服务队，深入田间地头。\n\n近日，{second}又添了新机具，农户很高兴。（范小禾）\n"
        )
    }

    #[test]
    fn words_in_another_order_kindred_heads_and_slips_are_marked() {
        for (first, second) in [
            ("三台县农业机械技术推广服务中心", "三台县农业机械推广技术服务中心"),
            ("溆浦县党外知识分子联谊会", "溆浦县党外知识分子联合会"),
            ("德清县恒力农机专业合作社", "德清县恒利农机专业合作社"),
        ] {
            assert_eq!(hits(RULE, &article(first, second)), [second]);
        }
    }

    #[test]
    fn different_bodies_stay_different() {
        for (first, second) in [
            ("德清县第一人民医院", "德清县第二人民医院"),
            ("德清县农业技术推广中心", "德清县林业技术推广中心"),
            ("德清县党外知识分子联谊会", "安吉县党外知识分子联合会"),
            ("德清县农业机械技术推广服务中心", "德清县农机推广中心"),
            ("德清县归国华侨联合会", "德清县归国华侨联合会"),
            ("德清县城东实验小学", "德清县城西实验小学"),
        ] {
            assert_eq!(hits(RULE, &article(first, second)), Vec::<String>::new(), "{first} {second}");
        }
        let together = article("德清县农村科普协会、德清县农村科普学会", "村民");
        assert_eq!(hits(RULE, &together), Vec::<String>::new());
    }
}
