//! A named number of things, and another number of them listed.

use std::sync::LazyLock;

use regex::Regex;

use super::plain;
use crate::{
    annotate::{Figure, FigureRole},
    outline::BlockKind,
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 说的个数与列出的个数不符。
    ///
    /// The number of things named is not the number listed.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “4家成员单位甲、乙、丙和丁”一类，说了个数又逐一列名而两者不等；“四个迅速”一类的概括，与以该词开头的小标题的个数
    /// 不等。列举未尽（等）的不报。
    /// A small number followed by the names it counts; a slogan and the section heads that open with its key
    /// word. Open lists are passed over.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 个数与列举必有一误：不是数错，就是漏列或多列。
    /// Either the number is wrong, or a name is missing or one too many.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇清理沟渠
    ///
    /// 活动组织5家成员单位青竹林、恩泽、星河和金禾。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇清理沟渠
    ///
    /// 活动组织4家成员单位青竹林、恩泽、星河和金禾。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对名单，改个数或补全名单；未列尽的，末尾加“等”。
    /// Check the list; mend the number or the list, or mark an incomplete one as open.
    CountMismatch = "figures/count-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// The noun in front of the first name of a list.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[^，。；：、和与（）“”]{0,12})(?:成员单位|会员单位|会员企业|理事单位|共建单位|主办单位)(?P<name>.+)$")
        .expect("the pattern is well formed")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for figure in &view.annotations.figures {
        let is_small = (2.0..=12.0).contains(&figure.value) && figure.value.fract() == 0.0;
        let is_exact = figure.low.total_cmp(&figure.high).is_eq();
        if is_small && is_exact && matches!(figure.role, FigureRole::Plain | FigureRole::Total) {
            check_names(view, figure, findings);
            check_names_before(view, figure, findings);
            check_sections(view, figure, findings);
        }
    }
}

/// 4家成员单位甲、乙、丙和丁.
fn check_names(view: &ArticleView<'_>, figure: &Figure, findings: &mut Findings<'_>) {
    let text = view.article.blocks[figure.place.block].text.as_str();
    let rest = &text[figure.place.at.end..];
    let clause = &rest[..rest.find(['，', '。', '；', '：', '！', '？']).unwrap_or(rest.len())];
    let items: Vec<&str> = clause.split(['、', '和', '与']).collect();
    let [first, others @ ..] = items.as_slice() else { return };
    let Some(name) = NAMED.captures(first).and_then(|found| found.name("name")) else { return };
    let is_name = |item: &str| {
        (2..=14).contains(&item.chars().count())
            && !item.contains(['等', '的', '（', '“'])
            && !["负责人", "代表", "人员", "员工", "职工"].iter().any(|word| item.contains(word))
            && !item.chars().any(char::is_numeric)
    };
    // A list is closed by 和 or 与 before its last name; the stop behind it leaves no room for a verb.
    let is_closed =
        clause.matches(['和', '与']).count() == 1 && clause.rfind(['和', '与']) > clause.rfind('、');
    if others.len() < 2 || !is_closed || !is_name(name.as_str()) || !others.iter().all(|item| is_name(item)) {
        return;
    }
    if (items.len() as f64 - figure.value).abs() < 0.5 {
        return;
    }
    let start = figure.place.at.end + name.start();
    let list = Span::new(start, figure.place.at.end + clause.len());
    report(view, figure, list, items.len(), findings);
}

/// Says that a list in the block of the figure has another number of items.
fn report(view: &ArticleView<'_>, figure: &Figure, list: Span, listed: usize, findings: &mut Findings<'_>) {
    let finding = findings.report(
        figure.place.span,
        Words::new(
            format!("说的是“{}”，列出的有 {listed} 个", figure.text),
            format!("“{}” are named and {listed} listed", figure.text),
        ),
    );
    finding.related.push(Related {
        span: view.article.blocks[figure.place.block].text.to_source(list),
        words: Words::new("列出的名单", "the list"),
    });
}

/// Companies by their last words: what a list in front of 5家企业 must be made of.
const COMPANIES: &[&str] = &["公司", "集团", "厂", "合作社", "银行", "企业", "农场"];

/// 甲公司、乙公司、丙公司、丁公司5家企业: a list right before its count, of names whose last words are alike.
fn check_names_before(view: &ArticleView<'_>, figure: &Figure, findings: &mut Findings<'_>) {
    let text = view.article.blocks[figure.place.block].text.as_str();
    let before = &text[..figure.place.at.start];
    let counts_companies = figure.unit == "家"
        && ["企业", "公司", "单位", "商户"].iter().any(|noun| text[figure.place.at.end..].starts_with(noun));
    let opens = |c: char| matches!(c, '，' | ',' | '。' | '；' | '：' | '！' | '？' | '\n' | '（');
    let start =
        before.rfind(opens).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let items: Vec<&str> = before[start..].split(['、', '和', '与']).collect();
    let is_list =
        items.len() >= 3 && items.iter().all(|item| COMPANIES.iter().any(|word| item.ends_with(word)));
    if !counts_companies || !is_list || (items.len() as f64 - figure.value).abs() < 0.5 {
        return;
    }
    report(view, figure, Span::new(start, figure.place.at.start), items.len(), findings);
}

/// “四个迅速”, and the heads 迅速动员部署, 迅速排查 ….
fn check_sections(view: &ArticleView<'_>, figure: &Figure, findings: &mut Findings<'_>) {
    let block = &view.article.blocks[figure.place.block];
    let lead = view.article.paragraphs().next().map(|(index, _)| index);
    let is_head = matches!(block.kind, BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck);
    let text = block.text.as_str();
    let rest = &text[figure.place.at.end..];
    let Some((key, _)) = rest.split_once('”').filter(|(key, _)| key.chars().count() == 2) else { return };
    let is_quoted = text[..figure.place.at.start].ends_with('“');
    if !(is_head || lead == Some(figure.place.block)) || !is_quoted || figure.unit != "个" {
        return;
    }
    let heads: Vec<_> = view
        .article
        .sections()
        .filter(|head| {
            let bare = head.text.trim_start_matches(|c: char| {
                "一二三四五六七八九十、是.．（）() ".contains(c) || c.is_ascii_digit()
            });
            bare.starts_with(key)
        })
        .collect();
    if heads.len() < 2 || (heads.len() as f64 - figure.value).abs() < 0.5 {
        return;
    }
    let finding = findings.report(
        figure.place.span,
        Words::new(
            format!(
                "“{}{key}”说的是 {} 个，以“{key}”开头的小标题有 {} 个",
                figure.text,
                plain(figure.value),
                heads.len()
            ),
            format!(
                "“{}{key}” names {}, but {} section heads open with “{key}”",
                figure.text,
                plain(figure.value),
                heads.len()
            ),
        ),
    );
    finding.related.extend(
        heads
            .into_iter()
            .map(|head| Related { span: head.span, words: Words::new("小标题", "section head") }),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    fn body(text: &str) -> String {
        format!("青禾镇清理沟渠\n\n　　{text}\n")
    }

    #[test]
    fn a_list_of_names_is_counted() {
        let wrong = body("活动组织5家区商会成员单位青竹林、恩泽、星河和金禾，清理沟渠。");
        assert_eq!(hits("figures/count-mismatch", &wrong), ["5家"]);
        let right = body("活动组织4家区商会成员单位青竹林、恩泽、星河和金禾，清理沟渠。");
        assert!(hits("figures/count-mismatch", &right).is_empty());
    }

    #[test]
    fn an_open_list_and_a_list_of_people_are_not_counted() {
        for text in
            ["活动组织5家成员单位青竹林、恩泽和星河等，清理沟渠。", "走访5家会员企业负责人、技术人员和工人。"]
        {
            assert!(hits("figures/count-mismatch", &body(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_slogan_is_held_against_the_section_heads() {
        let text = |count: &str| {
            format!(
                "青禾镇“{count}个迅速”清理沟渠\n\n　　青禾镇连日来清理沟渠，疏通水道，成效明显。\n　　迅速动员部署。全镇干部下到一线，疏通水道，不留死角。\n　　迅速排查隐患。全镇干部排查隐患，逐一登记在册。\n　　迅速修复渠道。全镇干部修复渠道，全线恢复通水。\n"
            )
        };
        assert_eq!(hits("figures/count-mismatch", &text("四")), ["四个"]);
        assert!(hits("figures/count-mismatch", &text("三")).is_empty());
    }
}
