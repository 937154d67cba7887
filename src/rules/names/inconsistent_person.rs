//! One person, two spellings: 罗永康 and 罗咏康.

use std::collections::BTreeMap;

use crate::{
    annotate::Person,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

use super::{
    context::sentence,
    likeness::{is_alike, only_difference},
};

rule! {
    /// 同一人的姓名前后不一。
    ///
    /// The name of one person is spelt in two ways.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一篇中两个姓名同姓、只差一字，且该字音同或形近（罗永康、罗咏康），职务相同，或其中一个始终没有交代身份。
    /// 在同一句中并列的、身份各不相同的，以及署名，不查。
    /// Two names with the same surname in an article that differ in one character that sounds or looks alike, and either
    /// share a post or leave one of them without any. Names in one sentence, names with different posts, and bylines are
    /// left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// 人名前后须一致，姓名写错按知识性差错计（《图书质量管理规定》及《报纸期刊质量管理规定》的差错计算方法）。
    /// A name has to be the same throughout; a wrong one counts as an error of fact under the regulations on the quality
    /// of books and of newspapers.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 农机手提前下乡
    ///
    /// “今年提前一个月下乡。”县农机站站长骆春晖说。农机手们忙着检修机具。
    ///
    /// 骆春辉说，检修要赶在春耕之前完成。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 农机手提前下乡
    ///
    /// “今年提前一个月下乡。”县农机站站长骆春晖说。农机手们忙着检修机具。
    ///
    /// 骆春晖说，检修要赶在春耕之前完成。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 向作者核实后统一；确是两个人的，在后者姓名前写明身份。
    /// Ask the author and make them agree; if they are two, say who the other one is.
    InconsistentPerson = "names/inconsistent-person" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// What many people in an article may be: that two share it says nothing.
const GENERIC: &[&str] = &[
    "村民",
    "居民",
    "市民",
    "志愿者",
    "记者",
    "通讯员",
    "代表",
    "委员",
    "党员",
    "会员",
    "盟员",
    "社员",
    "教师",
    "老师",
    "医生",
    "护士",
    "学生",
    "同学",
    "职工",
    "员工",
    "工人",
    "农民",
    "群众",
    "网友",
    "选手",
    "队员",
    "干部",
    "民警",
    "战士",
    "演员",
    "专家",
    "教授",
    "理事",
    "常委",
    "成员",
    "先生",
    "女士",
    "同志",
    "运动员",
    "负责人",
    "患者",
    "司机",
    "业主",
    "商户",
    "店主",
    "农户",
    "老板",
    "作家",
    "诗人",
    "导演",
    "院士",
    "律师",
    "法官",
    "副主任",
    "副主席",
    "副书记",
];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut by_name: BTreeMap<&str, Vec<&Person>> = BTreeMap::new();
    for person in &view.annotations.persons {
        let is_signature = view
            .article
            .bylines
            .iter()
            .flat_map(|byline| &byline.names)
            .any(|name| name.span.overlaps(person.place.span));
        if !is_signature {
            by_name.entry(&person.text).or_default().push(person);
        }
    }
    let names: Vec<(&str, &Vec<&Person>)> = by_name.iter().map(|(name, all)| (*name, all)).collect();
    for (at, (name, mentions)) in names.iter().enumerate() {
        for (other, others) in &names[at + 1..] {
            if !is_variant(name, other)
                || !may_be_one(mentions, others)
                || stand_together(view, mentions, others)
            {
                continue;
            }
            // The rarer spelling is the likelier slip; of two as rare, the later one.
            let rank = |all: &[&Person]| (std::cmp::Reverse(all.len()), all[0].place.span.start);
            let (kept, slip) =
                if rank(mentions) < rank(others) { (mentions, others) } else { (others, mentions) };
            let (kept, slip) = (kept[0], slip[0]);
            let finding = findings.report(
                slip.place.span,
                Words::new(
                    format!("“{}”与“{}”疑为一人，姓名不一致", slip.text, kept.text),
                    format!("“{}” and “{}” seem to be one person, spelt in two ways", slip.text, kept.text),
                ),
            );
            finding.related.push(Related {
                span: kept.place.span,
                words: Words::new(format!("这里写作“{}”", kept.text), format!("“{}” here", kept.text)),
            });
        }
    }
}

/// Whether the names share the surname and differ in one character that is easily written for the other.
fn is_variant(a: &str, b: &str) -> bool {
    a.chars().count() >= 3
        && only_difference(a, b).is_some_and(|(at, one, other)| at > 0 && is_alike(one, other))
}

/// Whether what is said of the two allows them to be one: a post they share, or one of them without any.
fn may_be_one(mentions: &[&Person], others: &[&Person]) -> bool {
    let posts = |all: &[&Person]| -> Vec<String> { all.iter().flat_map(|one| one.posts.clone()).collect() };
    let (ours, theirs) = (posts(mentions), posts(others));
    if ours.is_empty() || theirs.is_empty() {
        return ours.is_empty() != theirs.is_empty();
    }
    let is_generic = |post: &str| GENERIC.contains(&post);
    ours.iter().any(|a| {
        theirs
            .iter()
            .any(|b| !is_generic(a) && !is_generic(b) && (a.ends_with(b.as_str()) || b.ends_with(a.as_str())))
    })
}

/// Whether both are named in one sentence: then the draft knows them apart.
fn stand_together(view: &ArticleView<'_>, mentions: &[&Person], others: &[&Person]) -> bool {
    mentions.iter().any(|one| {
        let text = view.article.blocks[one.place.block].text.as_str();
        let around: Span = sentence(text, one.place.at);
        others.iter().any(|other| other.place.block == one.place.block && around.contains(other.place.at))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/inconsistent-person";

    fn article(first: &str, second: &str) -> String {
        format!(
            "农机手提前下乡\n\n“今年提前一个月下乡。”{first}说。农机手们忙着检修。\n\n{second}说，检修要赶在春耕之前完成。（范小禾）\n"
        )
    }

    #[test]
    fn a_variant_without_a_post_or_with_the_same_is_marked() {
        assert_eq!(hits(RULE, &article("县农机站站长骆春晖", "骆春辉")), ["骆春辉"]);
        assert_eq!(hits(RULE, &article("县农机站站长骆春晖", "站长骆春辉")), ["骆春辉"]);
    }

    #[test]
    fn two_people_are_two() {
        for (first, second) in [
            ("县农机站站长骆春晖", "县农机站站长骆春生"),
            ("县农机站站长骆春晖", "镇党委书记骆春辉"),
            ("村民骆春晖", "村民骆春辉"),
            ("县农机站站长骆春晖", "骆春晖"),
            ("县农机站站长骆春晖、副站长骆春辉", "骆春辉"),
        ] {
            assert_eq!(hits(RULE, &article(first, second)), Vec::<String>::new(), "{first} {second}");
        }
    }
}
