//! A county or district that is no more: 吴江市, since 2012 苏州市吴江区.

use std::collections::HashSet;

use crate::{
    annotate::LocalityKind,
    lexicon::{
        boundary::ends_before_name,
        former_county::{self, FormerCounty},
        gazetteer::{self, Division, Level},
        word::is_word,
    },
    outline::BlockKind,
    rules::{ArticleView, Findings, Severity, Words, rule},
    text::Span,
};

use super::context::{names_a_year_up_to, tells_of_the_past, year};

rule! {
    /// 所写的县、市、区已撤销或更名。
    ///
    /// A county, city or district is named that no longer exists.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 二〇〇〇年以来撤销、改设或更名的县级行政区：吴江市（2012年起为苏州市吴江区）。稿中写明的日期晚于撤销之年的，作警告；
    /// 看不出年份的，只作提示。写明“原”“曾”“时任”等的句子、稿件日期早于撤销之年的，不查。
    /// Divisions of county level that were abolished, changed or renamed since 2000. A warning where the article bears a
    /// later date; information where it bears none. Sentences that speak of the past are left alone, and so are articles
    /// of the time when the division existed.
    ///
    /// ## 为什么 · Why
    ///
    /// 地名应当使用现行的标准名称（《地名管理条例》第十八条）；变更以民政部《县级以上行政区划变更情况》为据。
    /// Present standard names are to be used (Regulations on the Administration of Geographical Names, article 18); the
    /// changes are those that the Ministry of Civil Affairs publishes.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 水乡里的夜校
    ///
    /// 2023年3月5日，江苏省吴江市的一所水乡夜校开课，三十多名村民来学电商直播。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 水乡里的夜校
    ///
    /// 2023年3月5日，江苏省苏州市吴江区（原吴江市）的一所水乡夜校开课，三十多名村民来学电商直播。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为现名；说旧事的，加“原”或“时称”。
    /// Put the present name, or say that it is a former one.
    FormerLocality = "names/former-locality" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        class: Fact,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut named = HashSet::new();
    for (block, found) in view.article.blocks.iter().enumerate() {
        if found.kind == BlockKind::Byline {
            continue;
        }
        let text = found.text.as_str();
        // Every name of the table ends in one of these; most blocks hold few of them.
        for (end, last) in text.match_indices(['市', '县', '区']) {
            let end = end + last.len();
            let Some((at, county)) = former_at(text, end) else { continue };
            if !named.contains(county.name) && report(view, findings, block, at, &county) {
                // One finding a name says it all.
                named.insert(county.name);
            }
        }
    }
    for place in view.annotations.localities.iter().filter(|place| place.kind <= LocalityKind::County) {
        let is_known = former_county::find(&place.text).is_some();
        let Some(now) = abolished(&place.text).filter(|_| !is_known && place.misspelling.is_none()) else {
            continue;
        };
        if !tells_of_the_past(view, place.place.block, place.place.at) {
            let full = now.full_name(&place.text);
            findings
                .report(
                    place.place.span,
                    Words::new(
                        format!("“{full}”已撤销或更名，请核对现名"),
                        format!("“{full}” was abolished or renamed; check what it is now"),
                    ),
                )
                .severity = Severity::Info;
        }
    }
}

/// Reports a former division where the draft is of a later time; says whether it did.
fn report(
    view: &ArticleView<'_>,
    findings: &mut Findings<'_>,
    block: usize,
    at: Span,
    county: &FormerCounty,
) -> bool {
    let written = year(view);
    let is_of_its_time = match written {
        Some(year) => year <= county.last_year,
        None => names_a_year_up_to(view, county.last_year),
    };
    if is_of_its_time || tells_of_the_past(view, block, at) {
        return false;
    }
    let FormerCounty { name, last_year, successor, .. } = county;
    let finding = findings.report(
        view.article.blocks[block].text.to_source(at),
        Words::new(
            format!("“{name}”已于{last_year}年撤销或更名，今为{successor}"),
            format!("“{name}” was abolished or renamed in {last_year}; it is now {successor}"),
        ),
    );
    if written.is_none() {
        finding.severity = Severity::Info;
    }
    true
}

/// The former division whose name ends at `end`, where it stands as a name of its own.
fn former_at(text: &str, end: usize) -> Option<(Span, FormerCounty)> {
    // 市场, 市民, 区域: the last character may belong to what comes.
    if text[end..].starts_with([
        '场', '民', '面', '容', '值', '价', '郊', '话', '域', '间', '分', '别', '级', '圈', '长',
    ]) {
        return None;
    }
    let characters = text[..end].char_indices().rev().take(LONGEST).skip(1);
    characters.map(|(start, _)| start).find_map(|start| {
        let county = former_county::find(&text[start..end])?;
        let before = &text[..start];
        // What it belonged to, in full, in short, or in part: 江苏省, 江苏, 苏州市, 苏州.
        let is_behind_its_parent = gazetteer::names_ending(before)
            .into_iter()
            .chain(gazetteer::short_names_ending(before))
            .any(|(from, _)| county.parent.contains(&before[from..]));
        (is_behind_its_parent || names_alone(&county) && ends_before_name(before))
            .then_some((Span::new(start, end), county))
    })
}

/// The longest name of the table has so many characters.
const LONGEST: usize = 11;

/// Whether a name says by itself which place is meant: 任县, 沙县 and 红星区 are parts of other words and of names of
/// dishes, and 江北区 lives on elsewhere.
fn names_alone(county: &FormerCounty) -> bool {
    let stem = county.name.trim_end_matches(['市', '县', '区']);
    stem.chars().count() > 1 && !is_word(stem) && !county.shares_its_name()
}

/// The county-level division of that name, if the newest codes have none any more.
fn abolished(name: &str) -> Option<Division> {
    let bearers = gazetteer::named(name)?;
    let mut old = bearers.iter().filter(|one| one.level() == Level::County);
    let one = old.next()?;
    (!bearers.iter().any(Division::is_current) && old.next().is_none()).then_some(one)
}

#[cfg(test)]
mod tests {
    use crate::rules::{
        Severity,
        testing::{found, hits},
    };

    const RULE: &str = "names/former-locality";

    fn article(body: &str) -> String {
        format!("水乡里的夜校\n\n{body}，三十多名村民来学电商直播，大家都很高兴。（王江）\n")
    }

    #[test]
    fn a_later_date_makes_it_a_warning() {
        let severity = |body: &str| found(RULE, &article(body)).first().map(|found| found.severity);
        assert_eq!(severity("2023年3月5日，夜校在吴江市开课"), Some(Severity::Warning));
        assert_eq!(severity("近日，夜校在江苏吴江市开课"), Some(Severity::Info));
        assert_eq!(severity("2011年3月5日，夜校在吴江市开课"), None);
    }

    #[test]
    fn the_past_may_be_told() {
        for body in [
            "2023年3月5日，夜校在原吴江市开课",
            "2023年3月5日，夜校请来曾任吴江市教师的老人",
            "2023年3月5日，夜校请来1995年到吴江市任教的老人",
            "2023年3月5日，夜校在吴江区开课",
        ] {
            assert_eq!(hits(RULE, &article(body)), Vec::<String>::new(), "{body}");
        }
    }

    #[test]
    fn a_short_or_shared_name_counts_behind_its_parent() {
        for (body, name) in [
            ("2023年3月5日，夜校在福建沙县开课", Some("沙县")),
            ("2023年3月5日，夜校旁的沙县小吃店开张", None),
            ("2023年3月5日，任县委书记的老同志来听课", None),
            ("2026年3月5日，重庆市江北区的夜校开课", Some("江北区")),
            ("2026年3月5日，重庆渝北区的夜校开课", Some("渝北区")),
            ("2026年3月5日，宁波市江北区的夜校开课", None),
            ("2024年3月5日，重庆市渝北区的夜校开课", None),
        ] {
            assert_eq!(hits(RULE, &article(body)), name.into_iter().collect::<Vec<_>>(), "{body}");
        }
    }

    #[test]
    fn words_that_hold_a_former_name_are_left_alone() {
        for body in ["近日，长江都市圈的夜校开课", "近日，余杭市民在夜校听课", "近日，在高明市场的夜校开课"]
        {
            assert_eq!(hits(RULE, &article(body)), Vec::<String>::new(), "{body}");
        }
    }
}
